import type { Words } from './words.ts'

/** The distance to universalisation. */
export const universal = {} satisfies Words
