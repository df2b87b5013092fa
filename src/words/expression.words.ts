import type { Words } from './words.ts'

/** Checks that offices write themselves. */
export const expression = {} satisfies Words
