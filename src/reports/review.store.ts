import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { lineageOf } from '../units/lineage.store.ts'
import type { BoardReport } from './board.rules.ts'
import { editionById } from './edition.store.ts'
import type { Finding } from './figure.rules.ts'
import type { Edition } from './form.rules.ts'
import type { ReportState } from './report.rules.ts'

/**
 * What the office's board reads. Each function is one query, whether 96 communes are asked about or 3,321, and
 * brings of the figures only the columns shown.
 */

/** A column as the boxes it is the sum of: 'neither@2026', 'neither@2025', … */
export type Boxes = readonly string[]

type BoardQuery = { unitIds: readonly number[]; month: Month; columns: readonly Boxes[] }

/**
 * The version that counts, looked up report by report: joined as a whole table, all versions of all years would be
 * read for one month.
 */
const latestVersion = sql`lateral (
  select id, number, submitted_at, submitted_by_name, nil, warnings, explanations, figures from report_version
  where report_id = r.id and number = r.current_version limit 1) v`

type Row = {
  unitId: number
  state: ReportState
  onTime: boolean | null
  firstAt: Date | null
  returnReason: string | null
  number: number | null
  submittedAt: Date | null
  submittedBy: string
  nil: boolean
  warnings: Finding[] | null
  explanations: Record<string, string> | null
  figures: (number | null)[]
}

/** The month's reports of those units, drafts included, each with its latest version. */
export async function loadReports(db: Db, { unitIds, month, columns }: BoardQuery): Promise<BoardReport[]> {
  const { rows } = await sql<Row>`
    select r.unit_id as "unitId", r.state, r.on_time as "onTime", r.first_submitted_at as "firstAt",
      r.return_reason as "returnReason",
      v.number, v.submitted_at as "submittedAt", v.submitted_by_name as "submittedBy", v.nil,
      nullif(v.warnings, '[]') as warnings, nullif(v.explanations, '{}') as explanations, ${sumsOf(columns)} as figures
    from report r left join ${latestVersion} on true
    where r.month = ${month} and r.unit_id = any(${unitIds})`.execute(db)
  return rows.map(({ unitId, state, onTime, firstAt, returnReason, figures, ...row }) => ({
    unitId,
    state,
    onTime,
    firstAt,
    returnReason,
    values: figures,
    version: row.number === null || row.submittedAt === null ? null : sentVersion(row, row.submittedAt),
  }))
}

function sentVersion(
  row: Omit<Row, 'unitId' | 'state' | 'onTime' | 'firstAt' | 'returnReason' | 'figures'>,
  at: Date,
) {
  const { submittedBy, nil, warnings, explanations } = row
  const number = row.number ?? 0
  return {
    number,
    submittedAt: at,
    submittedBy,
    nil,
    warnings: warnings ?? [],
    explanations: explanations ?? {},
  }
}

export type BeforeQuery = BoardQuery & { before: Month }

/**
 * Last month's figures (`before`, with its own `columns`) of the units of `month`. A unit that a merger made since, by any
 * chain, has the sum of what it was made of; one that went to several units is in no sum. Units of which any part
 * sent nothing are not in the answer.
 */
export async function loadBefore(
  db: Db,
  { unitIds, month, before, columns }: BeforeQuery,
): Promise<Map<number, (number | null)[]>> {
  const total = (figure: RawBuilder<unknown>) =>
    sql`case when bool_and(${figure} is not null) then sum(${figure})::int end`
  const { rows } = await sql<{ unitId: number; figures: (number | null)[] }>`
    with recursive ${lineageOf({ unitIds, month, after: before })}, part (unit_id, id, divided) as (
      select unit_id, id, bool_or(divided) from (
        select unit_id, id, divided from lineage union all select unit_id, unit_id, false from lineage) l
      group by unit_id, id
    )
    select r.unit_id as "unitId", ${sumsOf(columns)} as figures
    from report r join ${latestVersion} on true
    where r.month = ${before} and r.unit_id = any(${unitIds}) and r.unit_id not in (select unit_id from part)
    union all
    select p.unit_id, json_build_array(${sql.join(columns.map(boxes => total(sumOf(boxes))))})
    from part p join unit u on u.id = p.id and u.valid_from <= ${before}
      and (u.valid_until is null or u.valid_until > ${before})
    left join report r on r.unit_id = p.id and r.month = ${before}
    left join ${latestVersion} on true
    group by p.unit_id having bool_and(v.id is not null and not p.divided)`.execute(db)
  return new Map(rows.map(({ unitId, figures }) => [unitId, figures]))
}

export const sumsOf = (columns: readonly Boxes[]) => sql`json_build_array(${sql.join(columns.map(sumOf))})`

/** The sum of a column's boxes. As in form.rules' sumOver, one empty box leaves the whole sum empty. */
function sumOf(boxes: Boxes): RawBuilder<unknown> {
  if (boxes.length === 0) return sql`null::int`
  return sql`(${sql.join(
    boxes.map(name => sql`(v.figures->>${name}::text)::int`),
    sql` + `,
  )})`
}

/** The edition in force in each of the months, in their order; null before the first. */
export async function loadEditions(db: Db, months: readonly Month[]): Promise<(Edition | null)[]> {
  const { rows } = await sql<{ id: number | null }>`
    select (select id from form_edition where effective_from <= m.month order by effective_from desc limit 1) as id
    from unnest(${months}::text[]) with ordinality m (month, place) order by m.place`.execute(db)
  return Promise.all(rows.map(({ id }) => (id === null ? null : editionById(db, id))))
}

/** Who was given more time in that month, and until when: the latest grant counts. */
export async function loadExtensions(
  db: Db,
  unitIds: readonly number[],
  month: Month,
): Promise<Map<number, Date>> {
  const { rows } = await sql<{ unitId: number; until: Date }>`
    select distinct on (unit_id) unit_id as "unitId", until from extension
    where month = ${month} and unit_id = any(${unitIds}) and not opens_only and withdrawn_at is null
    order by unit_id, id desc`.execute(db)
  return new Map(rows.map(({ unitId, until }) => [unitId, until]))
}

/** Units to whom a letter of that month did not get through, and is not tried again. */
export async function loadUnreached(db: Db, unitIds: readonly number[], month: Month): Promise<Set<number>> {
  const { rows } = await sql<{ unitId: number }>`
    select distinct unit_id as "unitId" from reminder
    where month = ${month} and unit_id = any(${unitIds})
      and (status in ('refused', 'bounced') or (status = 'failed' and next_try_at is null))`.execute(db)
  return new Set(rows.map(({ unitId }) => unitId))
}

export type Contact = { name: string; phone: string }

/** Whom to ring in each unit: the one who reports before the one who signs, a number before none. */
export async function loadContacts(db: Db, unitIds: readonly number[]): Promise<Map<number, Contact>> {
  const { rows } = await sql<Contact & { unitId: number }>`
    select distinct on (r.unit_id) r.unit_id as "unitId", p.name, p.phone
    from role r join person p on p.id = r.person_id
    where r.unit_id = any(${unitIds}) and r.ended_at is null and r.role in ('reporter', 'leader') and p.active
    order by r.unit_id, p.phone = '', r.role desc, p.id`.execute(db)
  return new Map(rows.map(({ unitId, name, phone }) => [unitId, { name, phone }]))
}

export type Lock = { at: Date; by: string; reason: string }

/** Who closed an office's month by hand and why, from the audit log; null when nobody did. */
export async function loadLock(db: Db, officeId: number, month: Month): Promise<Lock | null> {
  const row = await db
    .selectFrom('audit')
    .select(['at', 'actor_name as by', 'detail'])
    .where('unit_id', '=', officeId)
    .where('month', '=', month)
    .where('act', '=', 'month.lock')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? { at: row.at, by: row.by, reason: String(row.detail.reason ?? '') } : null
}
