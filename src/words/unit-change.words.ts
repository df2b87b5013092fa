import type { Words } from './words.ts'

/** Merging, splitting, renaming, moving, closing and founding units. */
export const unitChange = {} satisfies Words
