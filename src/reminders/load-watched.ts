import type { Db } from '../db/database.ts'
import { firstTick, lastCaughtUp, readRuns } from './tick.store.ts'
import { isSilent, silentMinutes } from './watch.rules.ts'
import { nationalHolidays, readBacklog } from './watch.store.ts'
import type { Watched } from './watch-page.rules.ts'

/** How long the page says what was caught up on (ms). */
const TOLD_MS = 7 * 24 * 3_600_000

/** Whether the reminders run, and what waits: for the office's page, `/readyz` and the watchdog alike. */
export async function loadWatched(db: Db, now: Date): Promise<Watched> {
  const [runs, backlog, caughtUp, holidays, watchedSince] = await Promise.all([
    readRuns(db, 'reminders', now),
    readBacklog(db),
    lastCaughtUp(db, new Date(now.getTime() - TOLD_MS)),
    nationalHolidays(db),
    firstTick(db, 'watch'),
  ])
  const since = runs.good ? runs.good.finishedAt : watchedSince
  const minutes = silentMinutes(since, now, holidays)
  return { ...runs, ...backlog, since, silentMinutes: minutes, silent: isSilent(minutes), caughtUp }
}
