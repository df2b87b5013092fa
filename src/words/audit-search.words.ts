import type { Words } from './words.ts'

/** Searching, exporting and checking the log. */
export const auditSearch = {} satisfies Words
