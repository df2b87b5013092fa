import { changeAtOnce } from '../audit/change.ts'
import type { Db } from '../db/database.ts'
import { LONGEST_COUNTED_HOURS } from './outage.rules.ts'
import { beatSteps, type FoundOutage } from './outage.store.ts'

const HOUR_MS = 3_600_000

/**
 * A sign of life of this process; with several processes the portal is down only when none of them beats.
 * @param countedUpTo the longest silence (ms) that counts without an administrator
 * @returns the outage that this beat ends, or null
 */
export async function beatHeart(
  db: Db,
  now: Date,
  countedUpTo = LONGEST_COUNTED_HOURS * HOUR_MS,
): Promise<FoundOutage | null> {
  const by = { actor: { id: null, name: 'portal' }, now }
  const steps = beatSteps({ now, countedUpTo })
  const [found] = await changeAtOnce<FoundOutage>(db, by, { ...steps, act: { act: 'outage.find' } })
  return found ?? null
}
