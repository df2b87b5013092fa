import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'

/**
 * Offices with anybody to hear from in a month, at any depth, of which the portal has kept no copy at the deadline.
 * Each office is its own: a ministry's copy is made at the ministry's deadline.
 */
export async function officesWithoutCopy(db: Db, month: Month): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive above (id) as (
      select p.parent_id from unit_parent p join unit u on u.id = p.unit_id
        where u.kind = 'commune' and p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})
      union select p.parent_id from unit_parent p join above a on p.unit_id = a.id
        where p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})
    )
    select a.id from above a
    where not exists (
      select from snapshot s where s.office_id = a.id and s.period = ${month} and s.automatic)
    order by a.id`.execute(db)
  return rows.map(it => it.id)
}

/** The number of the copy kept at the deadline; null while there is none. */
export async function automaticNumber(
  db: Db,
  { officeId, period }: { officeId: number; period: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('snapshot')
    .select('number')
    .where('office_id', '=', officeId)
    .where('period', '=', period)
    .where('automatic', '=', true)
    .executeTakeFirst()
  return row?.number ?? null
}

export async function markAutomatic(trx: Trx, snapshotId: number): Promise<void> {
  await trx.updateTable('snapshot').set({ automatic: true }).where('id', '=', snapshotId).execute()
}
