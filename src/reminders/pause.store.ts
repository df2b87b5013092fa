import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'

/** A month in which an office sends nothing of its plan. */
export type Pause = { month: Month; reason: string; by: string | null; at: Date }

/** An office's pauses from a month on, first to last. */
export async function findPauses(db: Db, officeId: number, from: Month): Promise<Pause[]> {
  const rows = await db
    .selectFrom('reminder_pause')
    .leftJoin('person', 'person.id', 'reminder_pause.by')
    .select(['month', 'reason', 'person.name as by', 'reminder_pause.at'])
    .where('office_id', '=', officeId)
    .where('month', '>=', from)
    .orderBy('month')
    .execute()
  return rows.map(row => ({ ...row, month: row.month as Month }))
}

/** False when the month is paused already: the first reason stands. */
export async function addPause(
  trx: Trx,
  pause: { officeId: number; month: Month; reason: string; by: number; now: Date },
): Promise<boolean> {
  const { officeId: office_id, month, reason, by, now: at } = pause
  const added = await trx
    .insertInto('reminder_pause')
    .values({ office_id, month, reason, by, at })
    .onConflict(conflict => conflict.doNothing())
    .returning('month')
    .execute()
  return added.length > 0
}

/** The reason that stood, or null when the month was not paused. */
export async function removePause(trx: Trx, officeId: number, month: Month): Promise<string | null> {
  const removed = await trx
    .deleteFrom('reminder_pause')
    .where('office_id', '=', officeId)
    .where('month', '=', month)
    .returning('reason')
    .executeTakeFirst()
  return removed?.reason ?? null
}
