import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { whatTheOfficeGets } from './digest.rules.ts'
import type { OfficeFacts } from './facts.rules.ts'
import { type Decision, whoGetsWhat } from './reminder.rules.ts'
import { type Asked, loadFacts } from './reminder.store.ts'

/**
 * Who gets what at an instant, and why: every office and commune, or those asked for. Reads only. The page, the script
 * and the scheduler all ask here, so that they cannot disagree.
 */
export async function decideReminders(db: Db, asked: Asked): Promise<Decision[]> {
  const facts = await loadFacts(db, asked)
  return facts.flatMap(each => decideFor(each, asked.now))
}

/** One office's month with what is decided on it; null when no commune reports to the office in that month. */
export async function askOffice(
  db: Db,
  asked: { now: Date; officeId: number; month: Month },
): Promise<{ facts: OfficeFacts; decisions: Decision[] } | null> {
  const [facts] = await loadFacts(db, asked)
  return facts ? { facts, decisions: decideFor(facts, asked.now) } : null
}

const decideFor = (facts: OfficeFacts, now: Date): Decision[] => [
  ...whatTheOfficeGets(facts, now),
  ...whoGetsWhat(facts, now),
]
