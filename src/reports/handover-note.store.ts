import type { Db, Trx } from '../db/database.ts'

/** What whoever does a unit's reports leaves for the next: the latest counts, the earlier ones stay. */
export type HandoverNote = { text: string; by: string; at: Date }

/** A unit's notes, the latest first. */
export function listNotes(db: Db, unitId: number, limit: number): Promise<HandoverNote[]> {
  return db
    .selectFrom('handover_note')
    .select(['text', 'by_name as by', 'at'])
    .where('unit_id', '=', unitId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function addNote(
  trx: Trx,
  { unitId, text, by, now }: { unitId: number; text: string; by: { id: number; name: string }; now: Date },
): Promise<void> {
  await trx
    .insertInto('handover_note')
    .values({ unit_id: unitId, text, by: by.id, by_name: by.name, at: now })
    .execute()
}
