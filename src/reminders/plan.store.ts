import type { Db, Trx } from '../db/database.ts'
import { type Plan, readPlan } from './plan.rules.ts'

/** An office's plan in force, and who made it when; without one, the default and null. */
export type StoredPlan = { plan: Plan; by: string | null; at: Date | null }

export async function findPlan(db: Db, officeId: number): Promise<StoredPlan> {
  const row = await db
    .selectFrom('reminder_plan')
    .leftJoin('person', 'person.id', 'reminder_plan.created_by')
    .select(['steps', 'person.name as by', 'reminder_plan.created_at as at'])
    .where('office_id', '=', officeId)
    .orderBy('reminder_plan.id', 'desc')
    .executeTakeFirst()
  return { plan: readPlan(row?.steps), by: row?.by ?? null, at: row?.at ?? null }
}

/** Adds an edition of the plan; older ones stay, and the latest counts. */
export async function addPlan(
  trx: Trx,
  made: { officeId: number; plan: Plan; by: number; now: Date },
): Promise<void> {
  const { officeId: office_id, plan, by: created_by, now: created_at } = made
  await trx
    .insertInto('reminder_plan')
    .values({ office_id, steps: JSON.stringify(plan), created_by, created_at })
    .execute()
}
