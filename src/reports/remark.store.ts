import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Remark, RemarkKind, Side } from './remark.rules.ts'

/** The talk about reports: said once, never altered; only its being settled is added. */

type Row = Omit<Remark, 'settled' | 'next'> & {
  settledAt: Date | null
  settledBy: string | null
  nextNumber: number | null
  nextAt: Date | null
}

/** What was said about one report, the oldest first. */
export async function loadThread(db: Db, unitId: number, month: Month): Promise<Remark[]> {
  const { rows } = await sql<Row>`
    select m.id, m.version, m.field, m.kind, m.side, m.text, m.by_name as by, m.at, m.settled_at as "settledAt",
      m.settled_by_name as "settledBy", v.number as "nextNumber", v.submitted_at as "nextAt"
    from report r join remark m on m.report_id = r.id
    left join report_version v on v.report_id = r.id and v.number = m.version + 1
    where r.unit_id = ${unitId} and r.month = ${month} order by m.id`.execute(db)
  return rows.map(({ settledAt, settledBy, nextNumber, nextAt, ...row }) => ({
    ...row,
    settled: settledAt && { at: settledAt, by: settledBy ?? '' },
    next: nextNumber !== null && nextAt ? { number: nextNumber, at: nextAt } : null,
  }))
}

export type AskedUnit = { unitId: number; month: Month; text: string }

/** The last question about each report of those units that waits for an answer, the latest month first. */
export async function loadQuestions(db: Db, unitIds: readonly number[]): Promise<AskedUnit[]> {
  const { rows } = await sql<AskedUnit>`
    select distinct on (r.month, r.unit_id) r.unit_id as "unitId", r.month, m.text
    from report r join remark m on m.report_id = r.id
    where r.unit_id = any(${unitIds}) and m.kind = 'question' and m.settled_at is null and m.version = r.current_version
    order by r.month desc, r.unit_id, m.id desc`.execute(db)
  return rows
}

/** How the talk about one unit's report stands, for lists. */
export type Talk = {
  unitId: number
  /** What the commune said and nobody has read. */
  unread: number
  /** Each of them, the oldest first. */
  said: { text: string; by: string; at: Date }[]
  /** Since when the commune has owed an answer. */
  askedAt: Date | null
  /** The version that counts has been asked about, answered or not. */
  asked: boolean
  /** When it was returned, if it stands so. */
  returnedAt: Date | null
}

/** Of the reports of a month, those that were talked about or stand returned; one query for any number of units. */
export async function loadTalk(db: Db, unitIds: readonly number[], month: Month): Promise<Map<number, Talk>> {
  const unread = sql`m.side = 'commune' and m.settled_at is null`
  const question = sql`m.kind = 'question' and m.version = r.current_version`
  const { rows } = await sql<Omit<Talk, 'said'> & { said: { text: string; by: string; at: string }[] }>`
    select r.unit_id as "unitId", count(*) filter (where ${unread})::int as unread,
      coalesce(json_agg(json_build_object('text', m.text, 'by', m.by_name, 'at', m.at) order by m.id) filter (where ${unread}), '[]') as said,
      min(m.at) filter (where ${question} and m.settled_at is null) as "askedAt",
      coalesce(bool_or(${question}), false) as asked,
      case when r.state = 'returned' then r.decided_at end as "returnedAt"
    from report r left join remark m on m.report_id = r.id
    where r.month = ${month} and r.unit_id = any(${unitIds}) and (m.id is not null or r.state = 'returned')
    group by r.id`.execute(db)
  return new Map(
    rows.map(row => [row.unitId, { ...row, said: row.said.map(it => ({ ...it, at: new Date(it.at) })) }]),
  )
}

type Repeating = { unitIds: readonly number[]; month: Month; headline: readonly string[] }

/**
 * Reports to accept whose figures are the same, box by box, as in the two months sent before, with somebody in the
 * headline (its boxes are given): where nobody is counted that is no news. @returns the three months, by unit
 */
export async function loadRepeated(
  db: Db,
  { unitIds, month, headline }: Repeating,
): Promise<Map<number, Month[]>> {
  const { rows } = await sql<{ unitId: number; months: Month[] }>`
    select r.unit_id as "unitId", past.months || r.month::text as months
    from report r join report_version v on v.report_id = r.id and v.number = r.current_version
    cross join lateral (
      select array_agg(p.month::text order by p.month) as months
      from (select month, id, current_version from report where unit_id = r.unit_id and month < r.month
        and current_version is not null order by month desc limit 2) p
      join report_version pv on pv.report_id = p.id and pv.number = p.current_version
      having count(*) = 2 and bool_and(jsonb_strip_nulls(pv.figures) = jsonb_strip_nulls(v.figures))) past
    where r.month = ${month} and r.unit_id = any(${unitIds}) and r.state = 'submitted'
      and (select sum((v.figures ->> name)::int) from unnest(${headline}::text[]) name) > 0`.execute(db)
  return new Map(rows.map(row => [row.unitId, row.months]))
}

export type Said = {
  unitId: number
  month: Month
  kind: RemarkKind
  side: Side
  field: string
  text: string
}

export type Saying = {
  said: readonly Said[]
  /** The last remark the writer saw: the same words said after it are a second press. Null takes all. */
  seen: number | null
  by: { id: number; name: string }
  now: Date
}

/** Adds remarks to reports that have been sent, each on the version that counts. @returns those that were added */
export async function addRemarks(
  trx: Trx,
  { said, seen, by, now }: Saying,
): Promise<{ unitId: number; version: number }[]> {
  const twice = sql`exists (select from remark old where old.report_id = r.id and old.id > ${seen}::int
    and old.by = ${by.id} and old.kind = s.kind and old.field = s.field and old.text = s.text)`
  const placed = JSON.stringify(said.map((it, place) => ({ ...it, place })))
  const { rows } = await sql<{ unitId: number; version: number }>`
    with said as (
      select * from jsonb_to_recordset(${placed}::jsonb)
        as s (place int, "unitId" int, month text, kind text, side text, field text, text text)
    ), added as (
      insert into remark (report_id, version, field, kind, side, text, by, by_name, at)
      select r.id, r.current_version, s.field, s.kind, s.side, s.text, ${by.id}::int, ${by.name}::text, ${now}::timestamptz
      from said s join report r on r.unit_id = s."unitId" and r.month = s.month
      where r.current_version is not null and not ${twice}
      order by s.place
      returning report_id, version
    )
    select r.unit_id as "unitId", a.version from added a join report r on r.id = a.report_id`.execute(trx)
  return rows
}

export type Settling = {
  unitIds: readonly number[]
  month: Month
  /** 'question': what the office asked; 'office': with what stands at boxes; 'commune': what the commune said. */
  what: 'question' | 'office' | 'commune' | 'all'
  /** What was said after that stays open: nobody has read it. A remark's id, or an instant. */
  seen: number | Date
  by: string
  now: Date
}

/** Marks as settled what was answered or read. @returns units of which anything was settled, each with how much */
export async function settleRemarks(
  trx: Trx,
  settling: Settling,
): Promise<{ unitId: number; count: number }[]> {
  const { unitIds, month, what, seen, by, now } = settling
  const { rows } = await sql<{ unitId: number; count: number }>`
    with settled as (
      update remark m set settled_at = ${now}, settled_by_name = ${by} from report r
      where m.report_id = r.id and r.month = ${month} and r.unit_id = any(${unitIds}) and m.settled_at is null
        and ${scope[what]} and ${typeof seen === 'number' ? sql`m.id <= ${seen}` : sql`m.at <= ${seen}`}
      returning r.unit_id
    )
    select unit_id as "unitId", count(*)::int as count from settled group by unit_id`.execute(trx)
  return rows
}

const scope: Record<Settling['what'], RawBuilder<unknown>> = {
  question: sql`m.kind = 'question'`,
  office: sql`m.side = 'office' and m.kind <> 'note'`,
  commune: sql`m.side = 'commune'`,
  all: sql`(m.side = 'commune' or m.kind <> 'note')`,
}
