import { type RawBuilder, sql } from 'kysely'
import type { Holiday } from '../calendar/deadline.rules.ts'
import type { Day, Month } from '../calendar/month.rules.ts'
import { countedOutages, type OutageRow, outagesIn } from '../calendar/outage.store.ts'
import type { Outage } from '../calendar/outage-span.rules.ts'
import type { Db } from '../db/database.ts'

/** What is read: of which months, of which office, and what had happened by when. */
export type Scope = {
  months: Month[]
  now: Date
  /** What came after this is not seen. */
  until: Date
  officeId: number | null
}

/** An office as it is now: its settings by month, its plan in force, the office above it, the host of its hook. */
export type OfficeRow = {
  id: number
  code: string
  name: string
  settings: Readonly<Record<Month, unknown>>
  steps: unknown
  aboveId: number | null
  aboveName: string | null
  hook: string | null
}

export async function readOffices(db: Db, { until, officeId, months }: Scope): Promise<OfficeRow[]> {
  const latest = [...months].sort().at(-1) ?? ''
  const nameOf = (id: RawBuilder<unknown>) =>
    sql`(select full_name from unit_name n where n.unit_id = ${id} order by valid_from desc limit 1)`
  const { rows } = await sql<OfficeRow & { url: string | null }>`
    select u.id, u.code, ${nameOf(sql`u.id`)} as name, w.url, p.parent_id as "aboveId",
      ${nameOf(sql`p.parent_id`)} as "aboveName",
      (select json_object_agg(m.month, office_settings(u.id, m.month)) from unnest(${months}::text[]) m (month)) as settings,
      (select steps from reminder_plan p where p.office_id = u.id and p.created_at <= ${until}
        order by id desc limit 1) as steps
    from unit u
    left join webhook w on w.office_id = u.id and w.active
    left join unit_parent p on p.unit_id = u.id and p.valid_from <= ${latest}
      and (p.valid_until is null or p.valid_until > ${latest})
    where u.kind = 'office' ${officeId === null ? sql`` : sql`and u.id = ${officeId}`}
    order by u.code`.execute(db)
  return rows.map(({ url, ...row }) => ({
    ...row,
    hook: url && URL.canParse(url) ? new URL(url).host : null,
  }))
}

/** The outages that count, as far as they were entered by then. */
export async function readOutages(db: Db, { until }: Scope): Promise<Outage[]> {
  const { rows } = await sql<{ outages: OutageRow[] }>`select ${countedOutages(until)} as outages`.execute(db)
  return outagesIn(rows[0]?.outages ?? [])
}

export type PauseRow = { officeId: number; month: string; reason: string }

export function readPauses(db: Db, { months, until }: Scope): Promise<PauseRow[]> {
  return db
    .selectFrom('reminder_pause')
    .select(['office_id as officeId', 'month', 'reason'])
    .where('month', 'in', months)
    .where('at', '<=', until)
    .execute()
}

export type HolidayRow = Holiday & { officeId: number | null }

export async function readHolidays(db: Db, { officeId }: Scope): Promise<HolidayRow[]> {
  return db
    .selectFrom('holiday')
    .select(['office_id as officeId', 'day', 'kind', 'name'])
    .$if(officeId !== null, query =>
      query.where(eb => eb.or([eb('office_id', 'is', null), eb('office_id', '=', officeId)])),
    )
    .execute()
}

/** The country's days first, so that the office's own overwrite them. */
export const ownLast = (a: { officeId: number | null }, b: { officeId: number | null }): number =>
  Number(a.officeId !== null) - Number(b.officeId !== null)

export type RuleRow = {
  officeId: number
  month: string
  dueAt: Date | null
  cutOff: Day | null
  lockedAt: Date | null
  reason: string
}

export function readMonthRules(db: Db, { months }: Scope): Promise<RuleRow[]> {
  return db
    .selectFrom('month_rule')
    .select([
      'office_id as officeId',
      'month',
      'due_at as dueAt',
      'cut_off as cutOff',
      'locked_at as lockedAt',
      'reason',
    ])
    .where('month', 'in', months)
    .execute()
}
