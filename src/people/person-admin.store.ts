import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { RoleName } from './access.rules.ts'
import { endInvitations } from './invitation.store.ts'
import type { Details } from './person-admin.rules.ts'

/** Enters a person without a password; an invitation or a link lets them in. */
export async function createPerson(trx: Trx, details: Details, now: Date): Promise<number> {
  const added = await trx
    .insertInto('person')
    .values({ ...details, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}

/** With another address, what was sent to the old one lets nobody in any more. */
export async function changeDetails(trx: Trx, id: number, details: Details, now: Date): Promise<void> {
  const before = await trx.selectFrom('person').select('email').where('id', '=', id).executeTakeFirstOrThrow()
  await trx.updateTable('person').set(details).where('id', '=', id).execute()
  if (before.email === details.email) return
  await endInvitations(trx, id, now)
  await endLinks(trx, id, now)
}

export async function findPhone(db: Db, id: number): Promise<string> {
  const row = await db.selectFrom('person').select('phone').where('id', '=', id).executeTakeFirst()
  return row?.phone ?? ''
}

export async function setPhone(trx: Trx, id: number, phone: string): Promise<void> {
  await trx.updateTable('person').set({ phone }).where('id', '=', id).execute()
}

/** @returns the role that ended, or null when it had ended before. */
export async function endRole(
  trx: Trx,
  { roleId, personId, now }: { roleId: number; personId: number; now: Date },
): Promise<{ unitId: number; role: RoleName } | null> {
  const ended = await trx
    .updateTable('role')
    .set({ ended_at: now })
    .where('id', '=', roleId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning(['unit_id as unitId', 'role'])
    .executeTakeFirst()
  return ended ?? null
}

/** Switches an account off: whoever is signed in with it is out at once, and nothing that was sent lets them in again. */
export async function switchOff(trx: Trx, id: number, now: Date): Promise<void> {
  await trx.updateTable('person').set({ active: false }).where('id', '=', id).execute()
  await endSessions(trx, id)
  await endInvitations(trx, id, now)
  await endLinks(trx, id, now)
}

export async function switchOn(trx: Trx, id: number): Promise<void> {
  await trx.updateTable('person').set({ active: true }).where('id', '=', id).execute()
}

/** Ends every session of a person but one (the one that asks, if it is to stay). */
export async function endSessions(trx: Trx, personId: number, except = ''): Promise<void> {
  await sql`delete from session where (sess->>'personId')::int = ${personId} and sid <> ${except}`.execute(
    trx,
  )
}

async function endLinks(trx: Trx, personId: number, now: Date): Promise<void> {
  await trx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}
