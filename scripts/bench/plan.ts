import { Kysely, PostgresDialect } from 'kysely'
import { openPool } from '../../src/db/database.ts'
import type { Schema } from '../../src/db/schema.ts'
import { decideReminders } from '../../src/reminders/decide-reminders.ts'
import { medianOf, type Row, rowOf } from './measure.ts'
import { type BenchWorld, DUE_MORNING } from './world.ts'

const LIMIT_MS = 1000

/** Deciding everything that is owed, for few and for many communes; the number of queries must be the same. */
export async function measurePlan(small: BenchWorld, large: BenchWorld): Promise<Row[]> {
  const [few, many] = [await planOf(small), await planOf(large)]
  return [
    rowOf('plan, 96 communes', few.ms, 'ms', LIMIT_MS),
    rowOf('plan, 3,321 communes', many.ms, 'ms', LIMIT_MS),
    rowOf('plan, queries for 3,321 communes', many.queries, 'queries', few.queries),
  ]
}

async function planOf({ url }: BenchWorld): Promise<{ ms: number; queries: number }> {
  let queries = 0
  const log = () => {
    queries += 1
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool({ url, max: 4 }) }), log })
  await decideReminders(db, { now: DUE_MORNING })
  const once = queries
  const ms = await medianOf(5, () => decideReminders(db, { now: DUE_MORNING }))
  await db.destroy()
  return { ms, queries: once }
}
