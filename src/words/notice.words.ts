import type { Words } from './words.ts'

/** Days off pasted from a notice, and the year before as a proposal. */
export const notice = {} satisfies Words
