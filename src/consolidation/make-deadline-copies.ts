import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { addWorkingDays } from '../calendar/deadline.rules.ts'
import { addMonths, dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { say } from '../words/all.ts'
import { officesWithoutCopy } from './automatic.store.ts'
import { makeConsolidation } from './make-consolidation.ts'

/** How long after the deadline the portal still makes up for a copy it missed, in working days of the office. */
const OWED_FOR = 3

/**
 * Keeps the month's book of every office whose deadline has just passed, as it stood then or as soon after as a process
 * ran. Whatever asks again, or at once in another process, finds the copy there. A copy a person has taken already of the
 * very same table is marked as the deadline's, and nothing is stored twice.
 * @returns how many copies were made or marked, and how many offices could not be served
 */
export async function makeDeadlineCopies(
  db: Db,
  {
    now,
    signal,
    onError,
  }: { now: Date; signal: AbortSignal; onError: (error: unknown, office: number) => void },
): Promise<{ made: number; failed: number }> {
  let [made, failed] = [0, 0]
  for await (const { officeId, month } of owed(db, now)) {
    if (signal.aborted) break
    try {
      const actor = { id: null, name: say('vi', 'audit.portal') }
      const copy = await makeConsolidation(db, { officeId, period: month, now, actor, automatic: true })
      if (copy) made += 1
    } catch (error) {
      onError(error, officeId)
      failed += 1
    }
  }
  return { made, failed }
}

/** A deadline of a month may fall in the month after, over a long holiday. */
async function* owed(db: Db, now: Date): AsyncGenerator<{ officeId: number; month: Month }> {
  const running = monthOfDay(dayAt(now))
  for (const month of [addMonths(running, -1), running])
    for (const officeId of await officesWithoutCopy(db, month)) {
      const { deadline, holidays } = await loadOfficeMonth(db, officeId, month)
      const last = addWorkingDays(deadline.dueDay, OWED_FOR, holidays)
      if (deadline.due <= now && dayAt(now) <= last) yield { officeId, month }
    }
}
