import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { OfficialPaper } from '../files/paper-model.rules.ts'
import { findOfficeSettings } from '../units/office.store.ts'
import { findPaperText } from '../units/paper-text.store.ts'
import { loadConsolidation } from './consolidation.store.ts'
import type { PaperChoice } from './paper-choice.rules.ts'
import { summaryPaper } from './summary-paper.rules.ts'
import { type ConsolidationTable, rowsOf } from './table.rules.ts'

export type SummaryAsked = {
  officeId: number
  month: Month
  now: Date
  /** Signer, number and masking said at the download. */
  choice?: PaperChoice
  /** Stands in for the office's wording while it is being edited. */
  text?: string
}

export type DraftedSummary = {
  table: ConsolidationTable
  before: ConsolidationTable | null
  wording: string
  paper: OfficialPaper
}

/** The office's report in words over the month's table; null when there is no table, or nobody to report. */
export async function draftSummary(
  db: Db,
  { officeId, month, now, choice = {}, text }: SummaryAsked,
): Promise<DraftedSummary | null> {
  const [read, before, settings, wording] = await Promise.all([
    loadConsolidation(db, officeId, month),
    loadConsolidation(db, officeId, addMonths(month, -1)),
    findOfficeSettings(db, officeId),
    text === undefined ? findPaperText(db, officeId, 'summary').then(it => it.text) : text,
  ])
  if (!read || rowsOf(read).length === 0) return null
  const table = { ...read, paper: { ...read.paper, ...choice } }
  const { recipients, filedUnder } = settings
  return {
    table,
    before,
    wording,
    paper: summaryPaper({ table, before, text: wording, recipients, filedUnder, now }),
  }
}
