import type { Words } from './words.ts'

/** What office and commune say to each other about a report. */
export const remark = {} satisfies Words
