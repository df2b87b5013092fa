import type { Db, OneStatement, Trx } from '../db/database.ts'
import { type Act, type Actor, record, runTraced } from './trace.store.ts'

export type { Act, Actor } from './trace.store.ts'

export type Change = { actor: Actor; now: Date }

/**
 * The way to write: runs the work and its audit row in one transaction, so there is no act without its
 * trace and no trace without its act. The work returns what to tell the caller, and the act to record; an act of
 * null means nothing was changed (a second press of the same button).
 */
export async function change<T>(
  db: Db,
  { actor, now }: Change,
  work: (trx: Trx) => Promise<{ result: T; act: Act | Act[] | null }>,
): Promise<T> {
  return db.transaction().execute(async trx => {
    const { result, act } = await work(trx)
    const acts = act === null ? [] : [act].flat()
    if (acts.length > 0) await record(trx, { actor, now }, acts)
    return result
  })
}

/**
 * The same for a write that is one statement, and the portal's most frequent: the audit row is one more step of
 * it, so the transaction is the statement and costs one round trip instead of four. Every row of the result
 * leaves its trace, with the row itself as the detail beside what the act says.
 */
export const changeAtOnce = <T>(db: Db, by: Change, work: OneStatement<T> & { act: Act }): Promise<T[]> =>
  runTraced(db, by, work)
