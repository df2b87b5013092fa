import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Trx } from '../db/database.ts'

/**
 * The review half of the report's own store: what an office decides about a report that was sent. Together with
 * report.store.ts, where reports are typed and sent, it is the only writer of reports.
 */

export type Acceptance = {
  month: Month
  unitIds: readonly number[]
  /** When the officer saw what is being accepted: what was sent or decided after that stays as it is. */
  seen: Date
  by: number
  now: Date
}

export type Decided = { unitId: number; version: number }

/** Takes over what has been sent, a mistaken return included. @returns those that were; a second press accepts nobody. */
export async function acceptReports(trx: Trx, acceptance: Acceptance): Promise<Decided[]> {
  const { month, unitIds, seen, by, now } = acceptance
  const { rows } = await sql<Decided>`
    update report r set state = 'accepted', return_reason = null, decided_by = ${by}, decided_at = ${now}
    from report_version v
    where v.report_id = r.id and v.number = r.current_version and v.submitted_at <= ${seen}
      and r.month = ${month} and r.unit_id = any(${unitIds}) and r.state in ('submitted', 'returned')
      and (r.decided_at is null or r.decided_at <= ${seen})
    returning r.unit_id as "unitId", v.number as version`.execute(trx)
  return rows
}

export type Return = {
  month: Month
  unitId: number
  /** The version that was read; a newer one is not returned unread. */
  version: number
  reason: string
  by: number
  now: Date
}

/**
 * Gives a report back for correction. Its version stays as it is and keeps counting until the next one; the reminder
 * plan takes a returned version as something owed and writes to the commune.
 * @returns whether it was: false when it has been returned before, or a newer version has come.
 */
export async function returnReport(
  trx: Trx,
  { month, unitId, version, reason, by, now }: Return,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('report')
    .set({ state: 'returned', return_reason: reason, decided_by: by, decided_at: now })
    .where('month', '=', month)
    .where('unit_id', '=', unitId)
    .where('current_version', '=', version)
    .where('state', 'in', ['submitted', 'accepted'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
