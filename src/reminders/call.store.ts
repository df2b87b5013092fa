import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Call } from './call.rules.ts'

export type NewCall = Omit<Call, 'by'> & { month: Month; by: { id: number; name: string } }

/** Within this time the same call, noted by the same person, is a second press (ms). */
const SECOND_PRESS = 60_000

/** @returns false when the very same was noted a moment before. */
export async function addCall(trx: Trx, call: NewCall): Promise<boolean> {
  const { unitId: unit_id, month, at, by, phone, outcome, note } = call
  const same = await trx
    .selectFrom('call')
    .select('id')
    .where('unit_id', '=', unit_id)
    .where('month', '=', month)
    .where('by', '=', by.id)
    .where('outcome', '=', outcome)
    .where('phone', '=', phone)
    .where('note', '=', note)
    .where('at', '>', new Date(at.getTime() - SECOND_PRESS))
    .executeTakeFirst()
  if (same) return false
  await trx
    .insertInto('call')
    .values({ unit_id, month, at, by: by.id, by_name: by.name, phone, outcome, note })
    .execute()
  return true
}

/** The calls of a month to those units, latest first. */
export function callsTo(db: Db, unitIds: readonly number[], month: Month): Promise<Call[]> {
  return db
    .selectFrom('call')
    .select(['unit_id as unitId', 'at', 'by_name as by', 'phone', 'outcome', 'note'])
    .where('unit_id', 'in', unitIds.length > 0 ? [...unitIds] : [0])
    .where('month', '=', month)
    .orderBy('id', 'desc')
    .execute()
}
