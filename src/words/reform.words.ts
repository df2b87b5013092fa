import type { Words } from './words.ts'

/** Mergers in bulk, and history with where it comes from. */
export const reform = {} satisfies Words
