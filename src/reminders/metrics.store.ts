import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'

/** Letters of one month, kind and channel; of a kind 'before-1@2026-11-30' or 'chase:2026-11-25T08' its first part. */
export type LetterCount = {
  month: string
  kind: string
  channel: string
  /** Letters a server took, come back since or not: it only grows. */
  sent: number
  skipped: number
  queued: number
  failing: number
  /** Given up after six tries. */
  givenUp: number
  refused: number
  bounced: number
}

/** The ledger of some months: a few at a time, so that the years before cost nothing. */
export async function countLetters(db: Db, months: readonly Month[]): Promise<LetterCount[]> {
  const { rows } = await sql<LetterCount>`
    select month, split_part(split_part(kind, '@', 1), ':', 1) as kind, channel,
      count(*) filter (where sent_at is not null)::int as sent,
      count(*) filter (where status = 'skipped')::int as skipped,
      count(*) filter (where status = 'claimed')::int as queued,
      count(*) filter (where status = 'failed' and next_try_at is not null)::int as failing,
      count(*) filter (where status = 'failed' and next_try_at is null)::int as "givenUp",
      count(*) filter (where status = 'refused')::int as refused,
      count(*) filter (where status = 'bounced')::int as bounced
    from reminder where month = any(${[...months]}::text[]) group by 1, 2, 3`.execute(db)
  return rows
}

export type JobCount = { job: string; good: number; bad: number; lastGood: Date | null }

/** Runs of each job between two instants, and when each last ended well. */
export async function countTicks(db: Db, { from, to }: { from: Date; to: Date }): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`
    select job, coalesce(sum(runs) filter (where error is null), 0)::int as good,
      coalesce(sum(runs) filter (where error is not null), 0)::int as bad,
      max(finished_at) filter (where error is null) as "lastGood"
    from (select *, coalesce((detail->>'runs')::int, 1) as runs from tick
      where started_at >= ${from} and started_at <= ${to}) t
    group by job`.execute(db)
  return rows
}

export type ReachCount = {
  /** Communes that are to report in the month, and those that have. */
  expected: number
  reported: number
  /** Communes nobody of which can be written to. */
  unreachable: number
  /** People whose address came back. */
  bounced: number
}

export async function countReach(db: Db, month: Month): Promise<ReachCount> {
  const { rows } = await sql<ReachCount>`
    with commune as (
      select u.id from unit u join unit_parent p on p.unit_id = u.id
        and p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})
      where u.kind = 'commune' and u.valid_from <= ${month} and (u.valid_until is null or u.valid_until > ${month})),
    reached as (
      select distinct r.unit_id from role r join person p on p.id = r.person_id and p.active and p.email <> ''
      left join bounce b on b.person_id = p.id and b.email = p.email
      where r.ended_at is null and r.role in ('reporter', 'leader') and b.person_id is null)
    select count(*)::int as expected, count(*) filter (where t.first_submitted_at is not null)::int as reported,
      count(*) filter (where reached.unit_id is null)::int as unreachable,
      (select count(*)::int from bounce b join person p on p.id = b.person_id and p.email = b.email and p.active) as bounced
    from commune c
    left join report t on t.unit_id = c.id and t.month = ${month}
    left join reached on reached.unit_id = c.id`.execute(db)
  return rows[0] ?? { expected: 0, reported: 0, unreachable: 0, bounced: 0 }
}
