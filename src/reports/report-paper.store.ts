import type { Db } from '../db/database.ts'

/** Who signs for a commune: its leader, the one longest in office where there are several. */
export async function findLeader(db: Db, unitId: number): Promise<{ name: string; position: string } | null> {
  const row = await db
    .selectFrom('role')
    .innerJoin('person', 'person.id', 'role.person_id')
    .select(['person.name', 'person.position'])
    .where('role.unit_id', '=', unitId)
    .where('role.role', '=', 'leader')
    .where('role.ended_at', 'is', null)
    .where('person.active', '=', true)
    .orderBy('role.id')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
