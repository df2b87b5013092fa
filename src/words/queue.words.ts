import type { Words } from './words.ts'

/** What is left to look at, and a report beside the month before. */
export const queue = {} satisfies Words
