import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { FeedOffice, FeedUnit } from './feed.rules.ts'
import type { Month } from './month.rules.ts'
import { countedOutages, type OutageRow, outagesIn } from './outage.store.ts'

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Since when a person has a feed; null when they have none. */
export async function feedSince(db: Db, personId: number): Promise<Date | null> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('created_at as since')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.since ?? null
}

/** Gives a person a new secret address, of which only the digest is kept; the old one, if any, ends. */
export async function giveFeed(trx: Trx, personId: number, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const row = { token_hash: digest(token), created_at: now }
  await trx
    .insertInto('calendar_feed')
    .values({ person_id: personId, ...row })
    .onConflict(conflict => conflict.column('person_id').doUpdateSet(row))
    .execute()
  return token
}

/** @returns whether there was one. */
export async function endFeed(trx: Trx, personId: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whose feed an address is; null for an unknown one, and for a person who is switched off. */
export async function findFeed(db: Db, token: string): Promise<{ personId: number; name: string } | null> {
  const row = await db
    .selectFrom('calendar_feed as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .select(['p.id as personId', 'p.name'])
    .where('f.token_hash', '=', digest(token))
    .where('p.active', '=', true)
    .executeTakeFirst()
  return row ?? null
}

/** The units in which a person holds a role today, under the names they bear now. */
export async function feedUnits(db: Db, personId: number): Promise<FeedUnit[]> {
  const { rows } = await sql<
    Omit<FeedUnit, 'extensions'> & { extensions: { month: Month; until: string }[] }
  >`
    select u.id, u.kind, u.valid_from as "validFrom", u.valid_until as "validUntil",
      (select full_name from unit_name where unit_id = u.id order by valid_from desc limit 1) as name,
      case u.kind when 'office' then json_build_array(json_build_object('id', u.id, 'from', u.valid_from, 'until', u.valid_until))
        else (select coalesce(json_agg(json_build_object('id', parent_id, 'from', valid_from, 'until', valid_until)), '[]')
          from unit_parent where unit_id = u.id) end as offices,
      (select coalesce(json_agg(json_build_object('month', month, 'until', until)), '[]') from (
        select distinct on (month) month, until from extension
        where unit_id = u.id and not opens_only and withdrawn_at is null order by month, id desc) e) as extensions
    from unit u where u.id in (select unit_id from role where person_id = ${personId} and ended_at is null)
    order by u.kind, u.id`.execute(db)
  return rows.map(row => ({
    ...row,
    extensions: row.extensions.map(({ month, until }) => ({ month, until: new Date(until) })),
  }))
}

/** All that the dates of those offices depend on, in one query. */
export async function feedOffices(
  db: Db,
  ids: readonly number[],
  months: readonly Month[],
): Promise<FeedOffice[]> {
  const { rows } = await sql<FeedOffice & { rules: { dueAt: string | null }[]; outages: OutageRow[] }>`
    select u.id, (select full_name from unit_name where unit_id = u.id order by valid_from desc limit 1) as name,
      (select json_object_agg(m.month, office_settings(u.id, m.month)) from unnest(${months}::text[]) m (month)) as settings,
      ${countedOutages()} as outages,
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') from (
        select distinct on (day) day, kind, name from holiday
        where office_id is null or office_id = u.id order by day, office_id nulls last) h) as holidays,
      (select coalesce(json_agg(json_build_object('month', month, 'dueAt', due_at, 'cutOff', cut_off, 'reason', reason)), '[]')
        from month_rule where office_id = u.id) as rules
    from unit u where u.id = any(${ids}::int[])`.execute(db)
  return rows.map(row => ({
    ...row,
    outages: outagesIn(row.outages),
    rules: row.rules.map(rule => ({ ...rule, dueAt: rule.dueAt ? new Date(rule.dueAt) : null })),
  }))
}
