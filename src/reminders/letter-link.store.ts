import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { LetterFacts } from './letter.rules.ts'

/** A line of the ledger as its letter's link sees it. */
export type LinkedLine = {
  id: number
  unitId: number
  month: Month
  kind: string
  recipient: string
  /** When the letter left; of one whose leaving was not recorded, when it was decided on. */
  leftAt: Date
  openedAt: Date | null
  facts: LetterFacts
  /** Whose address it still is, switched on and with a role on that commune; null when there is nobody such. */
  reader: { id: number; name: string } | null
}

/** The line of a letter to a commune's person; null when there is none of that number. */
export async function findLinked(db: Db, id: number): Promise<LinkedLine | null> {
  const { rows } = await sql<LinkedLine>`
    select r.id, r.unit_id as "unitId", r.month, r.kind, r.recipient, coalesce(r.sent_at, r.decided_at) as "leftAt",
      r.opened_at as "openedAt", r.extra as facts, (
        select json_build_object('id', p.id, 'name', p.name) from person p
        where p.email = r.recipient and p.active and exists (
          select from role where person_id = p.id and unit_id = r.unit_id and ended_at is null)) as reader
    from reminder r where r.id = ${id} and r.channel = 'email' and r.extra ->> 'to' = 'commune'`.execute(db)
  return rows[0] ?? null
}

/** Uses the link up; of two presses at once only one gets in. */
export async function useLetterLink(trx: Trx, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reminder')
    .set({ opened_at: now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
