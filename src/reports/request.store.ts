import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { KeptRequest, RequestKind } from './request.rules.ts'

/** What communes ask for, and the answers. Each write carries its condition, so that of two at once one wins whole. */

export type Asking = {
  unitId: number
  month: Month
  kind: RequestKind
  until: Date
  reason: string
  by: { id: number; name: string }
  now: Date
}

/** @returns its id, or null when the unit already has an open one for the month */
export async function askOffice(trx: Trx, asking: Asking): Promise<number | null> {
  const { unitId, month, kind, until, reason, by, now } = asking
  const { rows } = await sql<{ id: number }>`
    insert into extension_request (unit_id, month, kind, wished_until, reason, by, by_name, at)
    values (${unitId}, ${month}, ${kind}, ${until}, ${reason}, ${by.id}, ${by.name}, ${now})
    on conflict (unit_id, month) where answer is null do nothing returning id`.execute(trx)
  return rows[0]?.id ?? null
}

export type Answering = {
  id: number
  unitId: number
  month: Month
  answer: 'granted' | 'refused' | 'withdrawn'
  reason: string
  /** The grant; null unless granted. */
  extensionId: number | null
  byName: string
  now: Date
}

/** @returns whether it was open until now */
export async function answerRequest(trx: Trx, given: Answering): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('extension_request')
    .set({
      answer: given.answer,
      answer_reason: given.reason,
      extension_id: given.extensionId,
      answered_by_name: given.byName,
      answered_at: given.now,
    })
    .where('id', '=', given.id)
    .where('unit_id', '=', given.unitId)
    .where('month', '=', given.month)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** An open request for a unit's month, held until the transaction ends, so that no second answer is begun; else null. */
export async function holdRequest(trx: Trx, id: number): Promise<{ id: number } | null> {
  const row = await trx
    .selectFrom('extension_request')
    .select('id')
    .where('id', '=', id)
    .where('answer', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export type Given = { month: Month; byName: string; now: Date; extensionIds: readonly number[] }

/** More time that was given without waiting for a request answers the open ones for it. @returns the units answered */
export async function answerByGrant(trx: Trx, given: Given): Promise<number[]> {
  const { month, byName, now, extensionIds } = given
  const { rows } = await sql<{ unitId: number }>`
    update extension_request q set answer = 'granted', extension_id = e.id, answered_by_name = ${byName}, answered_at = ${now}
    from extension e where e.id = any(${[...extensionIds]}::int[]) and q.unit_id = e.unit_id and q.month = ${month}
      and q.kind = 'extension' and q.answer is null
    returning q.unit_id as "unitId"`.execute(trx)
  return rows.map(({ unitId }) => unitId)
}

type Column = RawBuilder<unknown>

const requestJson = sql`json_build_object('id', q.id, 'kind', q.kind, 'wishedUntil', q.wished_until, 'reason', q.reason,
  'by', q.by_name, 'at', q.at, 'answer', q.answer, 'answerReason', q.answer_reason, 'answeredBy', q.answered_by_name,
  'answeredAt', q.answered_at, 'until', e.until, 'takenBack', case when e.withdrawn_at is not null then json_build_object(
    'at', e.withdrawn_at, 'by', e.withdrawn_by_name, 'reason', e.withdrawn_reason) end)`

/** The latest request of a unit of a statement for a month, those it took back left out. */
export const latestRequestOf = (unit: Column, month: Column) => sql<KeptRequestJson | null>`(
  select ${requestJson} from extension_request q left join extension e on e.id = q.extension_id
  where q.unit_id = ${unit} and q.month = ${month} and q.answer is distinct from 'withdrawn'
  order by q.id desc limit 1)`

/** The latest answer to a unit of a statement by an instant; null where none was given, or what was granted was taken back. */
export const answeredRequestOf = (unit: Column, month: Column, by: Date) => sql<KeptRequestJson | null>`(
  select ${requestJson} from extension_request q left join extension e on e.id = q.extension_id
  where q.unit_id = ${unit} and q.month = ${month} and q.answer in ('granted', 'refused') and q.answered_at <= ${by}
    and e.withdrawn_at is null
  order by q.answered_at desc limit 1)`

/** As JSON brings it: instants are text. */
type Instant = 'wishedUntil' | 'at'
type Maybe = 'answeredAt' | 'until'
export type KeptRequestJson = Omit<KeptRequest, Instant | Maybe | 'takenBack'> &
  Record<Instant, string> &
  Record<Maybe, string | null> & { takenBack: { at: string; by: string; reason: string } | null }

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

export const requestIn = (row: KeptRequestJson): KeptRequest => ({
  ...row,
  wishedUntil: new Date(row.wishedUntil),
  at: new Date(row.at),
  answeredAt: instant(row.answeredAt),
  until: instant(row.until),
  takenBack: row.takenBack && { ...row.takenBack, at: new Date(row.takenBack.at) },
})

export type UnitRequest = KeptRequest & { unitId: number; month: Month }

export type RequestsAsked = { unitIds: readonly number[]; months: readonly Month[] }

/** All requests of those units for those months: the open ones first, then the latest. */
export async function listRequests(db: Db, { unitIds, months }: RequestsAsked): Promise<UnitRequest[]> {
  const { rows } = await sql<{ unitId: number; month: Month; request: KeptRequestJson }>`
    select q.unit_id as "unitId", q.month, ${requestJson} as request
    from extension_request q left join extension e on e.id = q.extension_id
    where q.unit_id = any(${[...unitIds]}::int[]) and q.month = any(${[...months]}::text[])
    order by q.answer is not null, q.id desc`.execute(db)
  return rows.map(({ unitId, month, request }) => ({ ...requestIn(request), unitId, month }))
}

/** How many requests of those units wait for an answer, by month, the latest first. */
export async function countOpenRequests(
  db: Db,
  unitIds: readonly number[],
): Promise<{ month: Month; count: number }[]> {
  const { rows } = await sql<{ month: Month; count: number }>`
    select month, count(*)::int as count from extension_request
    where unit_id = any(${[...unitIds]}::int[]) and answer is null group by month order by month desc`.execute(
    db,
  )
  return rows
}
