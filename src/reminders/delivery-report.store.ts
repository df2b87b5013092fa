import type { Db, Trx } from '../db/database.ts'
import type { DeliveryReport } from './delivery-report.rules.ts'

/** The letter that a report speaks of: a line of the ledger. */
export type Reported = {
  id: number
  unitId: number
  month: string
  /** Where the letter went; reports of a forwarded letter name another address. */
  recipient: string
  status: string
}

/** The line whose letter bore that Message-ID; null for letters that are not of the ledger. Locked, so that two reports wait. */
export async function findReported(trx: Trx, messageId: string): Promise<Reported | null> {
  if (messageId === '') return null
  const row = await trx
    .selectFrom('reminder')
    .select(['id', 'unit_id as unitId', 'month', 'recipient', 'status'])
    .where('message_id', '=', messageId)
    .where('channel', '=', 'email')
    .orderBy('id', 'desc')
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** @returns false when the same was reported before. */
export async function keepReport(
  trx: Trx,
  report: DeliveryReport,
  { reminderId, now }: { reminderId: number; now: Date },
): Promise<boolean> {
  const { source, messageId, recipient, action, code, diagnostic } = report
  const kept = await trx
    .insertInto('delivery_report')
    .values({
      at: now,
      source,
      message_id: messageId,
      recipient,
      action,
      code,
      diagnostic,
      reminder_id: reminderId,
    })
    .onConflict(conflict => conflict.columns(['message_id', 'recipient', 'action']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** The letter came back: the line is at its end, and nothing of it is tried again. */
export async function setBounced(trx: Trx, id: number, said: string): Promise<void> {
  await trx
    .updateTable('reminder')
    .set({ status: 'bounced', claimed_until: null, next_try_at: null, last_error: said })
    .where('id', '=', id)
    .where('status', 'not in', ['skipped', 'bounced'])
    .execute()
}

export type Marked = { personId: number; name: string }

/**
 * Marks whoever has that address now. A mark that stands already keeps its day, so that the office is told once.
 * @returns whom; null when the address is nobody's (a named one, or it was changed meanwhile) or was marked before.
 */
export async function markAddress(
  trx: Trx,
  email: string,
  { code, diagnostic, now }: { code: string; diagnostic: string; now: Date },
): Promise<Marked | null> {
  const person = await trx
    .selectFrom('person')
    .select(['id as personId', 'name'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!person) return null
  const marked = await trx
    .insertInto('bounce')
    .values({ person_id: person.personId, email, at: now, code, diagnostic })
    .onConflict(conflict =>
      conflict
        .column('person_id')
        .doUpdateSet({ email, at: now, code, diagnostic })
        .whereRef('bounce.email', '<>', 'excluded.email'),
    )
    .returning('person_id')
    .executeTakeFirst()
  return marked ? person : null
}

/** @returns false when there was no mark (any more). */
export async function liftMark(trx: Trx, personId: number): Promise<boolean> {
  const lifted = await trx
    .deleteFrom('bounce')
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return lifted !== undefined
}

export type Mark = { email: string; at: Date; code: string; diagnostic: string }

/** The mark on a person's present address; null when there is none, or it was on an earlier address. */
export async function findMark(db: Db, personId: number): Promise<Mark | null> {
  const row = await db
    .selectFrom('bounce')
    .innerJoin('person', 'person.id', 'bounce.person_id')
    .select(['bounce.email', 'bounce.at', 'bounce.code', 'bounce.diagnostic'])
    .where('bounce.person_id', '=', personId)
    .whereRef('bounce.email', '=', 'person.email')
    .executeTakeFirst()
  return row ?? null
}
