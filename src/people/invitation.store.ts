import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db, Trx } from '../db/database.ts'
import { ALPHABET, CODE_LENGTH, codeOf, invitationExpiry, invitationLimits } from './invitation.rules.ts'
import { digest } from './session.store.ts'

export type NewInvitation = { personId: number; createdBy: number | null; now: Date }

/** Makes an invitation; only its code's digest is kept. An earlier one that nobody has used ends with it. */
export async function createInvitation(
  trx: Trx,
  { personId, createdBy, now }: NewInvitation,
): Promise<string> {
  await endInvitations(trx, personId, now)
  const code = codeOf(Array.from({ length: CODE_LENGTH }, () => randomInt(ALPHABET.length)))
  await trx
    .insertInto('invitation')
    .values({
      person_id: personId,
      code_hash: digest(code),
      created_by: createdBy,
      created_at: now,
      expires_at: invitationExpiry(now),
    })
    .execute()
  return code
}

/** What a person holds that would still let them in without a password: codes, and links in letters. */
export async function endInvitations(trx: Trx, personId: number, now: Date): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

/** Whom an invitation is for. */
export type Invited = { personId: number; name: string; email: string; place: string; expiresAt: Date }

/** The invitation of a code while it can be used; looking does not use it up. */
export async function findInvitation(db: Db, code: string, now: Date): Promise<Invited | null> {
  const { rows } = await sql<Invited>`
    select p.id as "personId", p.name, p.email, i.expires_at as "expiresAt", coalesce((
      select n.full_name from role r join unit_name n using (unit_id)
      where r.person_id = p.id and r.ended_at is null order by r.id, n.valid_from desc limit 1), '') as place
    from invitation i join person p on p.id = i.person_id and p.active
    where i.code_hash = ${digest(code)} and i.accepted_at is null and i.expires_at > ${now}`.execute(db)
  return rows[0] ?? null
}

/** Uses an invitation up; of two presses at once only one gets in. */
export async function acceptInvitation(trx: Trx, code: string, now: Date): Promise<number | null> {
  const row = await trx
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('code_hash', '=', digest(code))
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id ?? null
}

export type InvitationGate = {
  /** Whether one more code may be tried from this address. */
  isOpen: (address: string) => Promise<boolean>
  /** Counts a wrong code. */
  countWrong: (address: string) => Promise<void>
}

/** The limit on trying codes, shared by all processes: the counts live in PostgreSQL. */
export function openInvitationGate(pool: pg.Pool): InvitationGate {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: 'invitation',
    points: invitationLimits.perAddress,
    duration: invitationLimits.windowSeconds,
  })
  return {
    isOpen: async address => {
      const tried = await limiter.get(address)
      return tried === null || tried.consumedPoints < invitationLimits.perAddress
    },
    countWrong: async address => {
      await limiter.consume(address).catch(refusal => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
      })
    },
  }
}
