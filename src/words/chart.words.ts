import type { Words } from './words.ts'

/** Pictures, their text and their tables. */
export const chart = {} satisfies Words
