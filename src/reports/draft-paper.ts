import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { OfficialPaper } from '../files/paper-model.rules.ts'
import { findPaperText } from '../units/paper-text.store.ts'
import { postedOf } from './draft.rules.ts'
import type { OpenReport, Reporting } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { reportPaper } from './report-paper.rules.ts'
import { findLeader } from './report-paper.store.ts'
import { judgePosted } from './submission.rules.ts'

export type PaperAsked = { unit: Reporting & { name: string }; month: Month; now: Date; text?: string }

/**
 * The commune's report on paper: what was sent, or else the draft, marked as one. Null when nothing has been typed yet.
 * `text` stands in for the office's wording while it is being edited.
 */
export async function draftReportPaper(
  db: Db,
  { unit, month, now, text }: PaperAsked,
): Promise<{ open: OpenReport; paper: OfficialPaper | null }> {
  const [open, leader, wording] = await Promise.all([
    openReport(db, { unit, month }),
    findLeader(db, unit.id),
    text === undefined ? findPaperText(db, unit.parentId, 'report').then(it => it.text) : text,
  ])
  const content = open.current ?? draftContent(open, now)
  if (!content) return { open, paper: null }
  const draft = open.current === null
  return { open, paper: reportPaper({ open, content, draft, leader, place: unit.name, text: wording, now }) }
}

function draftContent(open: OpenReport, now: Date) {
  const { draft } = open.kept
  if (!draft) return null
  const { content, warnings } = judgePosted(open, postedOf(draft, open.edition), { now, lang: 'vi' })
  return { ...content, warnings }
}
