import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { CaughtUp } from './watch.rules.ts'
import type { Ran } from './watch-page.rules.ts'

/** One run of a job, as kept for the office's page, `/readyz` and `/metrics`. */
export type Tick = Ran & { job: string; startedAt: Date; detail: TickDetail }

/** What was decided, and how many letters were under way or being tried again when the run ended. */
export type TickDetail = { owed?: number; waiting?: number; failing?: number; caughtUp?: CaughtUp }

/** A run as it is read: `runs` of them stand in the one row. */
export type KeptTick = Tick & { runs: number }

const HOUR_MS = 60 * 60_000

/** Runs that brought nothing: nothing was sent, decided against or refused, though it may have gone wrong altogether. */
const isIdle = ({ sent, skipped, failed, detail }: Tick): boolean =>
  sent + skipped + failed === 0 && !detail.caughtUp

/**
 * Keeps a run. One that did something has a row of its own; the others of an hour that ended alike share one, whose
 * end moves on, so that sixty rows an hour do not bury those worth reading and the last run is still known to the minute.
 */
export async function recordTick(db: Db, tick: Tick): Promise<void> {
  if (isIdle(tick) && (await extend(db, tick))) return
  const { job, startedAt, finishedAt, decided, sent, skipped, failed, error, detail } = tick
  await db
    .insertInto('tick')
    .values({
      job,
      started_at: startedAt,
      finished_at: finishedAt,
      decided,
      sent,
      skipped,
      failed,
      error,
      detail: JSON.stringify(detail),
    })
    .execute()
}

async function extend(
  db: Db,
  { job, startedAt, finishedAt, decided, error, detail }: Tick,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update tick set finished_at = greatest(finished_at, ${finishedAt}), decided = ${decided},
      detail = ${JSON.stringify(detail)}::jsonb || jsonb_build_object('runs', coalesce((detail->>'runs')::int, 1) + 1)
    where id = (
      select id from tick
      where job = ${job} and started_at > ${new Date(startedAt.getTime() - HOUR_MS)} and started_at <= ${startedAt}
        and sent + skipped + failed = 0 and not detail ? 'caughtUp' and error is not distinct from ${error}
      order by started_at desc limit 1)`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** What a job's runs come to, as it stands at an instant. */
export type Runs = {
  /** The run that ended last; the last one that went well; the last that sent, refused or skipped something. */
  last: KeptTick | null
  good: KeptTick | null
  busy: KeptTick | null
}

/** Rows looked through for the one that ended last: several processes write, and a slow run begins before a quick one. */
const LATEST = 50
/** Clocks of several machines differ a little; what lies beyond was written by one that went wrong, and would hide a silence. */
const CLOCKS_MS = 5 * 60_000

/** A job's latest runs, in one query. */
export async function readRuns(db: Db, job: string, now: Date): Promise<Runs> {
  const until = new Date(now.getTime() + CLOCKS_MS)
  const latest = (which: keyof Runs, wanted: RawBuilder<unknown>) => sql`(
    select ${which} as which, * from (
      select * from tick where job = ${job} and started_at <= ${until} and ${wanted}
      order by started_at desc limit ${LATEST}) tick
    order by coalesce(finished_at, started_at) desc, id desc limit 1)`
  const { rows } = await sql<KeptTick & { which: keyof Runs }>`
    select which, job, started_at as "startedAt", coalesce(finished_at, started_at) as "finishedAt", decided, sent, skipped,
      failed, error, detail, coalesce((detail->>'runs')::int, 1) as runs
    from (${latest('last', sql`true`)} union all ${latest('good', sql`error is null`)}
      union all ${latest('busy', sql`sent + skipped + failed > 0`)}) runs`.execute(db)
  const pick = (wanted: keyof Runs) => rows.find(({ which }) => which === wanted) ?? null
  return { last: pick('last'), good: pick('good'), busy: pick('busy') }
}

/** When a job ran first, as far as rows are kept. */
export async function firstTick(db: Db, job: string): Promise<Date | null> {
  const row = await db
    .selectFrom('tick')
    .select('started_at')
    .where('job', '=', job)
    .orderBy('started_at')
    .executeTakeFirst()
  return row?.started_at ?? null
}

/** The latest silence that was caught up on since `since`, or null. */
export async function lastCaughtUp(db: Db, since: Date): Promise<CaughtUp | null> {
  const { rows } = await sql<{ caughtUp: CaughtUp }>`
    select detail->'caughtUp' as "caughtUp" from tick
    where job = 'reminders' and started_at >= ${since} and detail ? 'caughtUp'
    order by started_at desc limit 1`.execute(db)
  return rows[0]?.caughtUp ?? null
}

/** @returns how many rows went. */
export async function pruneTicks(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('tick').where('started_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
