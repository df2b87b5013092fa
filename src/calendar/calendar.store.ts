import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type OfficeSettings, policyOf, readOfficeSettings } from '../units/office.rules.ts'
import { type Deadline, type Holiday, type Holidays, holidaysByDay } from './deadline.rules.ts'
import type { Day, Month } from './month.rules.ts'
import { type MonthFacts, monthDeadline } from './month-deadline.rules.ts'
import { withDownDays } from './outage.rules.ts'
import { countedOutages, type OutageRow, outagesIn } from './outage.store.ts'

/** All that an office's dates depend on, for one month. */
export type OfficeMonth = {
  /** As they hold for that month. */
  settings: OfficeSettings
  /** As days are counted: a day on which the portal was down throughout is off (outage.rules). */
  holidays: Holidays
  deadline: Deadline
  /** When the office closed the month by hand, or null. */
  lockedAt: Date | null
  /** Until when a closed month is open again for all, or null. */
  reopenedUntil: Date | null
}

/** The same with what the deadline was worked out from, to work it out anew under other lines. */
export type OfficeMonthFacts = OfficeMonth & { month: Month; facts: MonthFacts }

type Row = {
  month: Month
  settings: unknown
  dueAt: Date | null
  cutOff: Day | null
  lockedAt: Date | null
  reopenedUntil: Date | null
  reason: string | null
  holidays: Holiday[]
  outages: OutageRow[]
}

/**
 * An office's settings of the month, its holidays (the country's, and its own over them) and the month's deadline,
 * in one query. An office without a row of its own has the defaults.
 */
export async function loadOfficeMonth(db: Db, officeId: number, month: Month): Promise<OfficeMonth> {
  const [loaded] = await loadOfficeMonths(db, officeId, [month])
  if (!loaded) throw new Error('one row was asked for')
  return loaded
}

/** The same for several months, in their order, still in one query. */
export async function loadOfficeMonths(
  db: Db,
  officeId: number,
  months: readonly Month[],
): Promise<OfficeMonthFacts[]> {
  const { rows } = await sql<Row>`
    select m.month, office_settings(${officeId}, m.month) as settings, t.holidays, t.outages,
      r.due_at as "dueAt", r.cut_off as "cutOff", r.locked_at as "lockedAt",
      r.reopened_until as "reopenedUntil", r.reason
    from unnest(${months}::text[]) with ordinality m (month, place)
    cross join (select (
      select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') from (
        select distinct on (day) day, kind, name from holiday
        where office_id is null or office_id = ${officeId}
        order by day, office_id nulls last) h) as holidays, ${countedOutages()} as outages) t
    left join month_rule r on r.office_id = ${officeId} and r.month = m.month
    order by m.place`.execute(db)
  return rows.map(monthOf)
}

function monthOf(row: Row): OfficeMonthFacts {
  const { month, dueAt, cutOff, lockedAt, reopenedUntil, reason } = row
  const settings = readOfficeSettings(row.settings)
  const holidays = holidaysByDay(row.holidays)
  const outages = outagesIn(row.outages)
  const rule = { dueAt, cutOff, reason: reason ?? '' }
  const facts = { policy: policyOf(settings), holidays, outages, rule }
  return {
    month,
    settings,
    facts,
    holidays: withDownDays(holidays, outages),
    deadline: monthDeadline(month, facts),
    lockedAt,
    reopenedUntil,
  }
}

/** The extension in force for a unit and month: the latest granted. One that only opens a closed month gives no more time. */
export async function extensionUntil(db: Db, unitId: number, month: Month): Promise<Date | null> {
  const row = await db
    .selectFrom('extension')
    .select('until')
    .where('unit_id', '=', unitId)
    .where('month', '=', month)
    .where('opens_only', '=', false)
    .where('withdrawn_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.until ?? null
}
