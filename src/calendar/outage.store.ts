import { type RawBuilder, sql } from 'kysely'
import type { Db, OneStatement, Trx } from '../db/database.ts'
import { SILENT_MINUTES } from './outage.rules.ts'
import type { Outage } from './outage-span.rules.ts'

/** An outage as it is kept; `by` is null for those the portal found itself. */
export type OutageLine = Outage & {
  id: number
  counts: boolean
  reason: string
  byName: string
  found: boolean
  at: Date
}

/** As JSON has it, inside a question that asks for more. */
export type OutageRow = { from: string; until: string }

/** The outages that count, as one column of a larger question; those entered later than an instant may be left out. */
export const countedOutages = (until: Date | null = null): RawBuilder<unknown> => sql`(
  select coalesce(json_agg(json_build_object('from', from_at, 'until', until_at) order by from_at), '[]')
  from outage where counts and (${until}::timestamptz is null or at <= ${until}))`

export const outagesIn = (rows: readonly OutageRow[]): Outage[] =>
  rows.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }))

export async function findOutages(db: Db): Promise<OutageLine[]> {
  const rows = await db.selectFrom('outage').selectAll().orderBy('from_at', 'desc').execute()
  return rows.map(({ id, from_at: from, until_at: until, counts, reason, by, by_name: byName, at }) => ({
    id,
    from,
    until,
    counts,
    reason,
    byName,
    found: by === null,
    at,
  }))
}

export type NewOutage = Outage & { reason: string; by: { id: number; name: string }; now: Date }

export async function addOutage(trx: Trx, { from, until, reason, by, now }: NewOutage): Promise<void> {
  await trx
    .insertInto('outage')
    .values({ from_at: from, until_at: until, counts: true, reason, by: by.id, by_name: by.name, at: now })
    .execute()
}

/** @returns the outage, or null when it is not there or counted so already. */
export async function countOutage(
  trx: Trx,
  { id, counts, reason }: { id: number; counts: boolean; reason: string },
): Promise<Outage | null> {
  const row = await trx
    .updateTable('outage')
    .set({ counts, reason })
    .where('id', '=', id)
    .where('counts', '<>', counts)
    .returning(['from_at as from', 'until_at as until'])
    .executeTakeFirst()
  return row ?? null
}

export type Beat = {
  now: Date
  /** Longer silences wait for an administrator (ms). */
  countedUpTo: number
}

export type FoundOutage = Outage & { counts: boolean }

/**
 * The steps of a beat as one statement, whose result is the outage that it ends, if there was silence for longer than the
 * limit. The row of the heartbeat is held first: of two processes that start together after an outage, one finds it.
 */
export function beatSteps({ now, countedUpTo }: Beat): OneStatement<FoundOutage> {
  const silent = SILENT_MINUTES * 60_000
  const steps = sql`
    last as (select at from heartbeat for update),
    first as (insert into heartbeat (at) select ${now}::timestamptz where not exists (select from last)
      on conflict do nothing),
    beating as (update heartbeat h set at = greatest(h.at, ${now}::timestamptz) from last returning last.at as before),
    found as (
      insert into outage (from_at, until_at, counts, by_name, at)
      select before, ${now}::timestamptz, ${now}::timestamptz - before <= ${countedUpTo}::float8 * interval '1 ms',
        'portal', ${now}::timestamptz
      from beating where ${now}::timestamptz - before > ${silent}::float8 * interval '1 ms'
      returning from_at as from, until_at as until, counts)`
  return { steps, result: 'found' }
}
