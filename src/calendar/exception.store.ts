import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { KeptExtension } from './extension.rules.ts'
import type { Month } from './month.rules.ts'

/** What an office decides by hand about one month: more time for one unit, or nothing more from anybody. */

/** More time until then (`opensOnly` false), or only the month opened again: the due date stays. */
export type Extension = {
  unitId: number
  month: Month
  until: Date
  opensOnly: boolean
  reason: string
  by: number
  now: Date
}

/** A further grant of its kind replaces the one before; what was granted earlier stays on record. @returns its id */
export async function grantExtension(trx: Trx, granted: Extension): Promise<number> {
  const [id] = await grantExtensions(trx, granted, [granted.unitId])
  if (id === undefined) throw new Error('one row was inserted')
  return id
}

/** The same for several units at once. @returns the ids, in the order of the units */
export async function grantExtensions(
  trx: Trx,
  { month, until, opensOnly, reason, by, now }: Omit<Extension, 'unitId'>,
  unitIds: readonly number[],
): Promise<number[]> {
  const rest = { month, until, reason, opens_only: opensOnly, granted_by: by, granted_at: now }
  const rows = await trx
    .insertInto('extension')
    .values(unitIds.map(unitId => ({ unit_id: unitId, ...rest })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export type Withdrawal = { id: number; byName: string; reason: string; now: Date }

/** Takes a grant back; the one before it of its kind holds again. @returns whether it was in force */
export async function withdrawExtension(trx: Trx, { id, byName, reason, now }: Withdrawal): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('extension')
    .set({ withdrawn_at: now, withdrawn_by_name: byName, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Column = RawBuilder<unknown>

/** Until when a unit of a statement has more time for a month: the latest grant counts. */
export const moreTimeOf = (unit: Column, month: Column) => sql<Date | null>`(
  select until from extension where unit_id = ${unit} and month = ${month} and not opens_only and withdrawn_at is null
  order by id desc limit 1)`

/** Until when a closed month was opened again for a unit of a statement, or for all of its office (of `rule`). */
export const openingOf = (unit: Column, month: Column) => sql<Date | null>`greatest(rule.reopened_until, (
  select until from extension where unit_id = ${unit} and month = ${month} and opens_only and withdrawn_at is null
  order by id desc limit 1))`

/** All that was granted to those units in a month, the latest first. */
export async function listExtensions(
  db: Db,
  unitIds: readonly number[],
  month: Month,
): Promise<KeptExtension[]> {
  const rows = await db
    .selectFrom('extension as e')
    .innerJoin('person as p', 'p.id', 'e.granted_by')
    .select(['e.id', 'e.unit_id as unitId', 'e.until', 'e.opens_only as opensOnly', 'e.reason'])
    .select(['p.name as by', 'e.granted_at as at', 'e.withdrawn_at as backAt'])
    .select(['e.withdrawn_by_name as backBy', 'e.withdrawn_reason as backReason'])
    .where('e.unit_id', 'in', [0, ...unitIds])
    .where('e.month', '=', month)
    .orderBy('e.id', 'desc')
    .execute()
  return rows.map(({ backAt, backBy, backReason, ...row }) => ({
    ...row,
    withdrawn: backAt && { at: backAt, by: backBy ?? '', reason: backReason ?? '' },
  }))
}

export type Closing = { officeId: number; month: Month; now: Date }

/**
 * Closes a month, also one that is open again for a while. The reason is kept in the audit log, not in the month's own rule.
 * @returns whether the month was open until now
 */
export async function lockMonth(trx: Trx, { officeId, month, now }: Closing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('month_rule')
    .values({ office_id: officeId, month, locked_at: now, due_at: null, cut_off: null })
    .onConflict(conflict =>
      conflict
        .columns(['office_id', 'month'])
        .doUpdateSet({ locked_at: now, reopened_until: null })
        .where(eb =>
          eb.or([eb('month_rule.locked_at', 'is', null), eb('month_rule.reopened_until', '>', now)]),
        ),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export type Opening = { officeId: number; month: Month; until: Date | null }

/**
 * Opens a closed month for all: until an instant, after which it is closed again by what had closed it; or for good, which
 * takes a lock by hand away. A month that locks by the office's settings is opened only until an instant.
 * @returns whether anything was changed
 */
export async function unlockMonth(trx: Trx, { officeId, month, until }: Opening): Promise<boolean> {
  if (until) return reopen(trx, { officeId, month, until })
  const { numUpdatedRows } = await trx
    .updateTable('month_rule')
    .set({ locked_at: null, reopened_until: null })
    .where('office_id', '=', officeId)
    .where('month', '=', month)
    .where('locked_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

async function reopen(trx: Trx, { officeId, month, until }: Opening): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('month_rule')
    .values({ office_id: officeId, month, reopened_until: until, due_at: null, cut_off: null })
    .onConflict(conflict =>
      conflict
        .columns(['office_id', 'month'])
        .doUpdateSet({ reopened_until: until })
        .where('month_rule.reopened_until', 'is distinct from', until),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
