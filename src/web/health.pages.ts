import { isoVietnam } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { databaseState } from '../db/health.ts'
import type { Reach } from '../people/access.rules.ts'
import { loadWatched } from '../reminders/load-watched.ts'
import type { Watched } from '../reminders/watch-page.rules.ts'
import type { Routes } from './routes.ts'

/**
 * `/healthz`: the process lives. `/readyz`: it can answer requests; 503 says what it cannot reach. Reminders that stand still
 * are told under `degraded` and do not make it unready: taking web processes out of service would send no letter.
 */
export function healthPages(routes: Routes<Reach>): void {
  routes.open('get', '/healthz', ({ res }) => res.json({ ok: true }))
  routes.open('get', '/readyz', async ({ deps, res, now }) => {
    const database = await databaseState(deps.db)
    if (database !== 'ok') return res.status(503).json({ ok: false, database })
    res.json({ ok: true, database, ...(await remindersState(deps.db, now)) })
  })
}

/** What a monitor may know without a name: no error texts, for they tell of the inside. */
async function remindersState(db: Db, now: Date) {
  const watched = await loadWatched(db, now).catch(() => null)
  if (!watched) return { degraded: ['reminders unknown'], reminders: null }
  const { last, good, queued, failing, silentMinutes, silent } = watched
  return {
    degraded: [...(silent ? ['reminders silent'] : []), ...(last?.error ? ['reminders failing'] : [])],
    reminders: {
      lastTick: last && tickOf(last),
      lastGoodTick: good && isoVietnam(good.finishedAt),
      silentWorkingMinutes: silentMinutes,
      queued,
      failing,
    },
  }
}

const tickOf = ({ finishedAt, decided, sent, skipped, failed, error }: NonNullable<Watched['last']>) => ({
  at: isoVietnam(finishedAt),
  ok: error === null,
  decided,
  sent,
  skipped,
  failed,
})
