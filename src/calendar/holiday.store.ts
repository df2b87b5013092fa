import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { HolidayRow } from './holiday.rules.ts'
import type { Day } from './month.rules.ts'

/** A line of the holiday table; without an office it holds for the whole country. */
export type HolidayLine = HolidayRow & { id: number; officeId: number | null }

/**
 * Enters the country's days off of every year of which nothing is in the table yet, so that a year somebody has edited
 * stays as it is. @returns how many lines were entered.
 */
export async function ensureNationalHolidays(trx: Trx, holidays: readonly HolidayRow[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into holiday (office_id, day, kind, name, source, status)
    select null, day, kind, name, source, status
    from json_to_recordset(${JSON.stringify(holidays)}) as row (day date, kind text, name text, source text, status text)
    where not exists (select from holiday h where h.office_id is null and date_part('year', h.day) = date_part('year', row.day))
    on conflict do nothing`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/** The lines of a year that hold for an office: the country's and its own, by day; on one day its own stands last. */
export async function findHolidays(db: Db, officeId: number, year: number): Promise<HolidayLine[]> {
  return db
    .selectFrom('holiday')
    .select(['id', 'office_id as officeId', 'day', 'kind', 'name', 'source', 'status'])
    .where(eb => eb.or([eb('office_id', 'is', null), eb('office_id', '=', officeId)]))
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .orderBy(sql`office_id nulls first`)
    .execute()
}

/** The years of which the table holds anything, oldest first. */
export async function findHolidayYears(db: Db, officeId: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct date_part('year', day)::int as year from holiday
    where office_id is null or office_id = ${officeId} order by year`.execute(db)
  return rows.map(({ year }) => year)
}

type Owner = number | null

/** A line of that owner (an office, or null for the country); null when the line is somebody else's. */
export async function findOwnHoliday(db: Db, owner: Owner, id: number): Promise<HolidayLine | null> {
  const line = await db
    .selectFrom('holiday')
    .select(['id', 'office_id as officeId', 'day', 'kind', 'name', 'source', 'status'])
    .where('id', '=', id)
    .where('office_id', owner === null ? 'is' : '=', owner)
    .executeTakeFirst()
  return line ?? null
}

/** The country's line of a day, over which an office's own line would stand. */
export async function findNationalHoliday(db: Db, day: Day): Promise<HolidayRow | null> {
  const line = await db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'source', 'status'])
    .where('office_id', 'is', null)
    .where('day', '=', day)
    .executeTakeFirst()
  return line ?? null
}

/** Whether that owner's table has the day on another line. */
export async function holidayTaken(
  db: Db,
  owner: Owner,
  { day, except }: { day: Day; except: number },
): Promise<boolean> {
  const line = await db
    .selectFrom('holiday')
    .select('id')
    .where('day', '=', day)
    .where('office_id', owner === null ? 'is' : '=', owner)
    .where('id', '<>', except)
    .executeTakeFirst()
  return line !== undefined
}

export async function addHoliday(trx: Trx, owner: Owner, row: HolidayRow): Promise<number> {
  const added = await trx
    .insertInto('holiday')
    .values({ ...row, office_id: owner })
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}

export async function changeHoliday(trx: Trx, id: number, row: HolidayRow): Promise<void> {
  await trx.updateTable('holiday').set(row).where('id', '=', id).execute()
}

export async function removeHoliday(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('holiday').where('id', '=', id).execute()
}
