import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Month } from './month.rules.ts'
import type { CheckedRule } from './month-rule.rules.ts'
import type { MonthProgress } from './month-rule-page.rules.ts'

export type OfficeMonthKey = { officeId: number; month: Month }

export async function findMonthProgress(db: Db, { officeId, month }: OfficeMonthKey): Promise<MonthProgress> {
  const { rows } = await sql<MonthProgress>`
    select count(*)::int as expected, count(r.first_submitted_at)::int as sent,
      count(*) filter (where r.on_time)::int as "onTime", count(*) filter (where not r.on_time)::int as late,
      (select count(*)::int from reminder l where l.month = ${month} and l.status = 'sent' and l.unit_id in (
        select unit_id from unit_parent where parent_id = ${officeId})) as reminded
    from unit_parent p join unit u on u.id = p.unit_id and u.kind = 'commune'
      and u.valid_from <= ${month} and (u.valid_until is null or u.valid_until > ${month})
    left join report r on r.unit_id = u.id and r.month = ${month}
    where p.parent_id = ${officeId} and p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})`.execute(
    db,
  )
  return rows[0] ?? { expected: 0, sent: 0, onTime: 0, late: 0, reminded: 0 }
}

/** Sets the month's own date and cut-off; whether it is locked or opened again stays as it is. */
export async function setMonthRule(
  trx: Trx,
  { officeId, month }: OfficeMonthKey,
  { dueAt, cutOff, reason }: CheckedRule,
): Promise<void> {
  const rule = { due_at: dueAt, cut_off: cutOff, reason }
  await trx
    .insertInto('month_rule')
    .values({ office_id: officeId, month, ...rule })
    .onConflict(conflict => conflict.columns(['office_id', 'month']).doUpdateSet(rule))
    .execute()
}

/** @returns whether there was a date or cut-off of its own. */
export async function removeMonthRule(trx: Trx, { officeId, month }: OfficeMonthKey): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('month_rule')
    .set({ due_at: null, cut_off: null, reason: '' })
    .where('office_id', '=', officeId)
    .where('month', '=', month)
    .where(eb => eb.or([eb('due_at', 'is not', null), eb('cut_off', 'is not', null)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
