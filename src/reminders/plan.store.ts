import type { Db, Trx } from '../db/database.ts'
import { type Plan, readPlan } from './plan.rules.ts'

/**
 * An edition of an office's plan. `number` counts the office's own editions from 1; id and number are 0 for the default
 * that an office has before it saves one. `undoes` is the number of the edition that this one takes back.
 */
export type PlanEdition = {
  id: number
  number: number
  plan: Plan
  by: string | null
  at: Date | null
  undoes: number | null
}

/** The edition in force. */
export async function findPlan(db: Db, officeId: number): Promise<PlanEdition> {
  const [latest] = await listPlans(db, officeId, 1)
  return latest ?? noneYet
}

/**
 * The edition in force, held until the transaction ends: whoever saves at the same time waits here, and then sees this
 * one's edition and not the one on which both began.
 */
export async function holdPlan(trx: Trx, officeId: number): Promise<PlanEdition> {
  await trx.selectFrom('unit').select('id').where('id', '=', officeId).forNoKeyUpdate().execute()
  return findPlan(trx, officeId)
}

/** An office's editions, newest first. */
export async function listPlans(db: Db, officeId: number, most = 100): Promise<PlanEdition[]> {
  const rows = await editionsOf(db, officeId).orderBy('id', 'desc').limit(most).execute()
  return rows.map(({ steps, ...row }) => ({ ...row, number: Number(row.number), plan: readPlan(steps) }))
}

/** Adds an edition; older ones stay, and the latest counts. `undoes` is the id of the one it takes back. */
export async function addPlan(
  trx: Trx,
  made: { officeId: number; plan: Plan; by: number; now: Date; undoes?: number | null },
): Promise<void> {
  const { officeId: office_id, plan, by: created_by, now: created_at, undoes = null } = made
  await trx
    .insertInto('reminder_plan')
    .values({ office_id, steps: JSON.stringify(plan), created_by, created_at, undoes })
    .execute()
}

const noneYet: PlanEdition = { id: 0, number: 0, plan: readPlan(undefined), by: null, at: null, undoes: null }

/** Numbered before any is left out, so that a limit changes no number. */
const editionsOf = (db: Db, officeId: number) =>
  db
    .with('edition', query =>
      query
        .selectFrom('reminder_plan')
        .selectAll()
        .select(({ fn }) =>
          fn
            .agg<number>('row_number')
            .over(over => over.orderBy('id'))
            .as('number'),
        )
        .where('office_id', '=', officeId),
    )
    .selectFrom('edition')
    .leftJoin('person', 'person.id', 'edition.created_by')
    .leftJoin('edition as undone', 'undone.id', 'edition.undoes')
    .select(['edition.id', 'edition.number', 'edition.steps', 'person.name as by'])
    .select(['edition.created_at as at', 'undone.number as undoes'])
