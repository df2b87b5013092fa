import type { Typed } from './draft.rules.ts'

/**
 * What was read out of a file for one commune's month, as if it had been typed. Nothing in it has been judged: the
 * preview judges it against the report as it stands then.
 */
export type Filled = {
  unitId: number
  /** The sheet it comes from, as the file names it. */
  sheet: string
  /**
   * By field, text, or `explain:` + a warning's code. A name that is missing was not in the file, and leaves what is
   * there; an empty text was an empty cell, and empties it.
   */
  raw: Typed
  /** Where each of them stood: 'B14'. A free table's may say 'B14; B15' where two rows make one commune. */
  cells: Readonly<Record<string, string>>
  /** Why a sent report is corrected; '' when the file says nothing. */
  reason: string
  /** What stood in the portal when the template was made: draft's revision and version's number, 0 for none. */
  since?: { revision: number; sent: number }
}

/**
 * Something to say about the file as a whole or one of its sheets, kept without language. `key` is a sentence of
 * `words`, `params` fill it. An error's sheet is not taken; a notice's is.
 */
export type Remark = {
  kind: 'error' | 'notice'
  sheet: string
  key: string
  params: Readonly<Record<string, string | number>>
}

/** An upload's `content`: what waits for a press. */
export type UploadContent = { sheets: readonly Filled[]; remarks: readonly Remark[] }

/** An upload waits this long for its press; then it is read again from the file. */
export const UPLOAD_HOURS = 24
