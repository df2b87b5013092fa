import type { Words } from './words.ts'

/** A month with another due date, settings from a month on, outages. */
export const monthRule = {} satisfies Words
