import type { Db } from '../db/database.ts'
import { whatTheOfficeGets } from './digest.rules.ts'
import { type Decision, whoGetsWhat } from './reminder.rules.ts'
import { type Asked, loadFacts } from './reminder.store.ts'

/**
 * Who gets what at an instant, and why: every office and commune, or those asked for. Reads only. The page, the script
 * and the scheduler all ask here, so that they cannot disagree.
 */
export async function decideReminders(db: Db, asked: Asked): Promise<Decision[]> {
  const facts = await loadFacts(db, asked)
  return facts.flatMap(each => [...whatTheOfficeGets(each, asked.now), ...whoGetsWhat(each, asked.now)])
}
