import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { type Unit, unitIn } from '../units/unit.store.ts'
import type { SignedIn } from './access.rules.ts'
import { signedIn } from './person.store.ts'

export type Visitor = { person: SignedIn | null; unit: Unit | null }

/** Who asks and about which unit, in one question: nearly every request begins with both. */
export async function findVisitor(
  db: Db,
  personId: number,
  { unit, month, now }: { unit: number; month: Month; now: Date },
): Promise<Visitor> {
  const { rows } = await sql<Visitor>`
    select (select to_json(p) from (${signedIn(personId, now)}) p) as person,
      (select to_json(u) from (${unitIn(unit, month)}) u) as unit`.execute(db)
  return rows[0] ?? { person: null, unit: null }
}
