import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { because } from './because.rules.ts'
import { whatTheOfficeGets } from './digest.rules.ts'
import type { OfficeFacts } from './facts.rules.ts'
import { type Decision, whoGetsWhat } from './reminder.rules.ts'
import { type Asked, loadFacts } from './reminder.store.ts'
import { endOf } from './settle.rules.ts'
import { type OpenLine, readOpenLines } from './unit-facts.store.ts'

/**
 * Who gets what at an instant, and why: every office and commune, or those asked for. Reads only. The page, the script
 * and the scheduler all ask here, so that they cannot disagree.
 */
export async function decideReminders(db: Db, asked: Asked): Promise<Decision[]> {
  const facts = await loadFacts(db, asked)
  const decisions = facts.flatMap(each => decideFor(each, asked.now))
  return asked.officeId || asked.month || asked.replay
    ? decisions
    : [...decisions, ...endStrays(await readOpenLines(db, asked.now), facts)]
}

/** One office's month with what is decided on it; null when no commune reports to the office in that month. */
export async function askOffice(
  db: Db,
  asked: { now: Date; officeId: number; month: Month },
): Promise<{ facts: OfficeFacts; decisions: Decision[] } | null> {
  const [facts] = await loadFacts(db, asked)
  return facts ? { facts, decisions: decideFor(facts, asked.now) } : null
}

/**
 * Ends the open lines that no office answers for any more: of a commune that has merged or moved to another office, or of an
 * office to which nobody reports since.
 */
function endStrays(open: OpenLine[], facts: readonly OfficeFacts[]): Decision[] {
  const placeOf = (unitId: number, month: string) => `${unitId} ${month}`
  const answered = new Set(
    facts.flatMap(({ office, month, units }) => [office, ...units].map(({ id }) => placeOf(id, month))),
  )
  return open
    .filter(({ unitId, month }) => !answered.has(placeOf(unitId, month)))
    .map(row => endOf({ ...row, id: row.unitId }, row, { month: row.month, reason: because('merged') }))
}

const decideFor = (facts: OfficeFacts, now: Date): Decision[] => [
  ...whatTheOfficeGets(facts, now),
  ...whoGetsWhat(facts, now),
]
