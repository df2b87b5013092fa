import type { Words } from './words.ts'

/** Graduates as the schools report them, and targets from Excel. */
export const schoolCount = {} satisfies Words
