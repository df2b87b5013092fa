import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type OfficeSettings, policyOf, readOfficeSettings } from '../units/office.rules.ts'
import {
  type Deadline,
  deadlineOf,
  type Holiday,
  type Holidays,
  holidaysByDay,
  withMonthRule,
} from './deadline.rules.ts'
import type { Day, Month } from './month.rules.ts'

/** All that an office's dates depend on, for one month. */
export type OfficeMonth = {
  settings: OfficeSettings
  holidays: Holidays
  deadline: Deadline
  /** When the office closed the month by hand, or null. */
  lockedAt: Date | null
}

type Row = {
  settings: unknown
  holidays: Holiday[]
  dueAt: Date | null
  cutOff: Day | null
  lockedAt: Date | null
  reason: string | null
}

/**
 * An office's settings, its holidays (the country's, and its own over them) and the month's deadline,
 * in one query. An office without a row of its own has the defaults.
 */
export async function loadOfficeMonth(db: Db, officeId: number, month: Month): Promise<OfficeMonth> {
  const { rows } = await sql<Row>`
    select (select settings from office where unit_id = ${officeId}) as settings,
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') from (
        select distinct on (day) day, kind, name from holiday
        where office_id is null or office_id = ${officeId}
        order by day, office_id nulls last) h) as holidays,
      r.due_at as "dueAt", r.cut_off as "cutOff", r.locked_at as "lockedAt", r.reason
    from (select 1) one
    left join month_rule r on r.office_id = ${officeId} and r.month = ${month}`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('one row was asked for')
  const settings = readOfficeSettings(row.settings)
  const holidays = holidaysByDay(row.holidays)
  const usual = deadlineOf(month, policyOf(settings), holidays)
  const { dueAt, cutOff, lockedAt, reason } = row
  return {
    settings,
    holidays,
    lockedAt,
    deadline: withMonthRule(usual, { dueAt, cutOff, reason: reason ?? '' }),
  }
}

/** The extension in force for a unit and month: the latest granted. */
export async function extensionUntil(db: Db, unitId: number, month: Month): Promise<Date | null> {
  const row = await db
    .selectFrom('extension')
    .select('until')
    .where('unit_id', '=', unitId)
    .where('month', '=', month)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.until ?? null
}
