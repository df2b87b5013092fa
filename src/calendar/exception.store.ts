import type { Trx } from '../db/database.ts'
import type { Month } from './month.rules.ts'

/** What an office decides by hand about one month: more time for one unit, or nothing more from anybody. */

export type Extension = { unitId: number; month: Month; until: Date; reason: string; by: number; now: Date }

/** A further grant replaces the one before; what was granted earlier stays on record. */
export async function grantExtension(
  trx: Trx,
  { unitId, month, until, reason, by, now }: Extension,
): Promise<void> {
  await trx
    .insertInto('extension')
    .values({ unit_id: unitId, month, until, reason, granted_by: by, granted_at: now })
    .execute()
}

export type Closing = { officeId: number; month: Month; now: Date }

/** @returns whether the month was open until now. The reason is kept in the audit log, not in the month's own rule. */
export async function lockMonth(trx: Trx, { officeId, month, now }: Closing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('month_rule')
    .values({ office_id: officeId, month, locked_at: now, due_at: null, cut_off: null })
    .onConflict(conflict =>
      conflict
        .columns(['office_id', 'month'])
        .doUpdateSet({ locked_at: now })
        .where('month_rule.locked_at', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns whether the month was locked by hand. A month that locks by the office's settings stays locked. */
export async function unlockMonth(trx: Trx, { officeId, month }: Omit<Closing, 'now'>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('month_rule')
    .set({ locked_at: null })
    .where('office_id', '=', officeId)
    .where('month', '=', month)
    .where('locked_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
