import type { Words } from './words.ts'

/** What a commune asks for: more time, or a closed month opened. */
export const request = {} satisfies Words
