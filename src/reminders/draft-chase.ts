import { type Day, isDay, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { OfficialPaper } from '../files/paper-model.rules.ts'
import { findOfficeSettings } from '../units/office.store.ts'
import { findPaperText } from '../units/paper-text.store.ts'
import { chasePaper, missingNow, untilOn, usualUntil } from './chase-paper.rules.ts'
import { loadFacts } from './reminder.store.ts'

export type ChaseAsked = {
  officeId: number
  month: Month
  now: Date
  /** The last day asked for; what is no day is the usual one. */
  until?: unknown
  /** Stands in for the office's wording while it is being edited. */
  text?: string
}

/** The letter to who is missing now; no paper when nobody is, and null when no commune reports to the office. */
export async function draftChase(
  db: Db,
  { officeId, month, now, until: asked, text }: ChaseAsked,
): Promise<{ until: Day; paper: OfficialPaper | null } | null> {
  const [[facts], settings, wording] = await Promise.all([
    loadFacts(db, { now, officeId, month }),
    findOfficeSettings(db, officeId),
    text === undefined ? findPaperText(db, officeId, 'chase').then(it => it.text) : text,
  ])
  if (!facts) return null
  const until = typeof asked === 'string' && isDay(asked) ? asked : usualUntil(facts, now)
  if (missingNow(facts, now).length === 0) return { until, paper: null }
  return { until, paper: chasePaper({ facts, settings, text: wording, until: untilOn(until), now }) }
}
