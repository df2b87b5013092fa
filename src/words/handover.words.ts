import type { Words } from './words.ts'

/** Handing over, leave cover, and who has been away. */
export const handover = {} satisfies Words
