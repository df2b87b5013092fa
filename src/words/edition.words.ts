import type { Words } from './words.ts'

/** Writing, trying and publishing form editions. */
export const edition = {} satisfies Words
