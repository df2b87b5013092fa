import type { Db, Trx } from '../db/database.ts'

/** Who acts: a signed-in person, or the portal itself (`id` null), named as the log should show it. */
export type Actor = { id: number | null; name: string }

/** One line of the audit log, without the time and the actor. `act` is 'noun.verb', as in 'report.submit'. */
export type Act = { act: string; unitId?: number | null; month?: string | null; detail?: object }

export type Change = { actor: Actor; now: Date }

/**
 * The only way to write: runs the work and its audit row in one transaction, so there is no act
 * without its trace and no trace without its act. The work returns what to tell the caller, and the
 * act to record; an act of null means nothing was changed (a second press of the same button).
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

async function record(trx: Trx, { actor, now }: Change, acts: Act[]): Promise<void> {
  const rows = acts.map(({ act, unitId = null, month = null, detail = {} }) => ({
    at: now,
    actor_id: actor.id,
    actor_name: actor.name,
    act,
    unit_id: unitId,
    month,
    detail: JSON.stringify(detail),
  }))
  await trx.insertInto('audit').values(rows).execute()
}
