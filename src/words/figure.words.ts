import type { Words } from './words.ts'

/** Where a figure comes from. */
export const figure = {} satisfies Words
