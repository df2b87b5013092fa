import { createHash, randomBytes } from 'node:crypto'
import type { Request } from 'express'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db, Trx } from '../db/database.ts'
import type { Bound } from './bound.rules.ts'
import { linkExpiry, signInLimits } from './sign-in.rules.ts'

/**
 * Starts a session under a new id, so that an id known beforehand opens nothing. With `only` it reaches that one form.
 */
export function startSession(req: Request, personId: number, only: Bound | null = null): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate(error => {
      if (error) return reject(error)
      req.session.personId = personId
      if (only) req.session.only = only
      resolve()
    })
  })
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => req.session.destroy(error => (error ? reject(error) : resolve())))
}

export const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Makes a one-use link; only its digest is kept. */
export async function createLink(
  trx: Trx,
  link: { personId: number; target: string; now: Date },
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const { personId: person_id, target, now: created_at } = link
  const row = { token_hash: digest(token), person_id, target, created_at, expires_at: linkExpiry(created_at) }
  await trx.insertInto('sign_in_link').values(row).execute()
  return token
}

/** Whether a link can still be used; looking does not use it up. */
export async function linkIsGood(db: Db, token: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('sign_in_link')
    .select('id')
    .where('token_hash', '=', digest(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a link up; of two presses at once only one gets in. */
export async function useLink(
  trx: Trx,
  token: string,
  now: Date,
): Promise<{ personId: number; target: string } | null> {
  const row = await trx
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', digest(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['person_id as personId', 'target'])
    .executeTakeFirst()
  return row ?? null
}

export type SignInGate = {
  /** Counts one try; false when there were too many. */
  passes: (email: string, address: string) => Promise<boolean>
  linkPasses: (email: string) => Promise<boolean>
  /** A right password clears the account's count. */
  clear: (email: string) => Promise<void>
}

/** Limits shared by all processes: the counts live in PostgreSQL. */
export function openGate(pool: pg.Pool): SignInGate {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: signInLimits.windowSeconds,
    })
  const account = limiter('account', signInLimits.perAccount)
  const address = limiter('address', signInLimits.perAddress)
  const links = limiter('link', signInLimits.linksPerAccount)
  return {
    passes: async (email, from) => (await within(address, from)) && (await within(account, email)),
    linkPasses: email => within(links, email),
    clear: async email => {
      await account.delete(email)
    },
  }
}

async function within(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
