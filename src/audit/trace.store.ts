import { sql } from 'kysely'
import type { Db, OneStatement, Trx } from '../db/database.ts'

/** Who acts: a signed-in person, or the portal itself (`id` null), named as the log should show it. */
export type Actor = { id: number | null; name: string }

/** One line of the audit log, without the time and the actor. `act` is 'noun.verb', as in 'report.submit'. */
export type Act = { act: string; unitId?: number | null; month?: string | null; detail?: object }

type By = { actor: Actor; now: Date }

/** Writes audit rows in the act's own transaction. Called by change.ts alone. */
export async function record(trx: Trx, { actor, now }: By, acts: Act[]): Promise<void> {
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

/** Runs a statement together with the audit rows of what it wrote. Called by change.ts alone. */
export async function runTraced<T>(
  db: Db,
  { actor, now }: By,
  work: OneStatement<T> & { act: Act },
): Promise<T[]> {
  const { act, unitId = null, month = null, detail = {} } = work.act
  const from = sql.ref(work.result)
  const { rows } = await sql<T>`
    with ${work.steps}, traced as (
      insert into audit (at, actor_id, actor_name, act, unit_id, month, detail)
      select ${now}::timestamptz, ${actor.id}::int, ${actor.name}::text, ${act}::text, ${unitId}::int, ${month}::text,
        to_jsonb(${from}) || ${JSON.stringify(detail)}::jsonb
      from ${from}
    )
    select * from ${from}`.execute(db)
  return rows
}
