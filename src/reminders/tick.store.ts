import type { Db } from '../db/database.ts'

/** One run of a job, as kept for the office's page and `/readyz`. */
export type Tick = {
  job: string
  startedAt: Date
  finishedAt: Date
  sent: number
  skipped: number
  failed: number
  error: string | null
}

const HOUR_MS = 60 * 60_000

/**
 * Keeps a run that did something or went wrong; of the others one an hour, so that sixty rows an hour do not bury
 * the ones worth reading, and a portal that has stopped ticking still shows within the hour.
 */
export async function recordTick(db: Db, tick: Tick): Promise<void> {
  const quiet = tick.sent + tick.skipped + tick.failed === 0 && tick.error === null
  if (quiet) {
    const last = await lastTick(db, tick.job)
    if (last && tick.startedAt.getTime() - last.startedAt.getTime() < HOUR_MS) return
  }
  const { job, startedAt, finishedAt, sent, skipped, failed, error } = tick
  await db
    .insertInto('tick')
    .values({ job, started_at: startedAt, finished_at: finishedAt, sent, skipped, failed, error })
    .execute()
}

/** The latest kept run of a job, or null when it has never run. */
export async function lastTick(db: Db, job: string): Promise<Tick | null> {
  const row = await db
    .selectFrom('tick')
    .select([
      'job',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'sent',
      'skipped',
      'failed',
      'error',
    ])
    .where('job', '=', job)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? { ...row, finishedAt: row.finishedAt ?? row.startedAt } : null
}
