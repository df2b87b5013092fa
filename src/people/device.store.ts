import type { Db, Trx } from '../db/database.ts'
import type { Device } from '../mail/push.ts'
import type { Subscription } from './device.rules.ts'

export type OwnDevice = { id: number; endpoint: string; since: Date }

/** A person's browsers that are told, the newest first. */
export function listDevices(db: Db, personId: number): Promise<OwnDevice[]> {
  return db
    .selectFrom('push_subscription')
    .select(['id', 'endpoint', 'created_at as since'])
    .where('person_id', '=', personId)
    .where('gone_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The living browsers of whoever holds that mail address today. */
export function devicesOf(db: Db, email: string): Promise<Device[]> {
  return db
    .selectFrom('push_subscription as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.id', 's.endpoint', 's.p256dh', 's.auth'])
    .where('p.email', '=', email)
    .where('p.active', '=', true)
    .where('s.gone_at', 'is', null)
    .orderBy('s.id')
    .execute()
}

/** More browsers than anybody uses; beyond them the oldest makes room. */
const MOST_DEVICES = 10

/**
 * Tells a person at this browser from now on. A browser has one subscription, so one that another person of the same computer
 * had turned on goes over to this one.
 * @returns false when it was theirs already.
 */
export async function addDevice(
  trx: Trx,
  { personId, now, ...subscription }: Subscription & { personId: number; now: Date },
): Promise<boolean> {
  const { endpoint, p256dh, auth } = subscription
  const held = await trx
    .selectFrom('push_subscription')
    .select(['person_id', 'p256dh', 'auth', 'gone_at'])
    .where('endpoint', '=', endpoint)
    .forUpdate()
    .executeTakeFirst()
  const same = held?.person_id === personId && held.p256dh === p256dh && held.auth === auth
  if (same && held.gone_at === null) return false
  const values = { person_id: personId, p256dh, auth, created_at: now, gone_at: null }
  await trx
    .insertInto('push_subscription')
    .values({ endpoint, ...values })
    .onConflict(conflict => conflict.column('endpoint').doUpdateSet(values))
    .execute()
  const tooMany = (await listDevices(trx, personId)).slice(MOST_DEVICES).map(({ id }) => id)
  if (tooMany.length > 0) await trx.deleteFrom('push_subscription').where('id', 'in', tooMany).execute()
  return true
}

/** Which device: by its number in the list, or as the browser itself knows it. */
export type Which = { id: number } | { endpoint: string }

/** Forgets one of a person's own browsers. @returns whether there was one to forget. */
export async function removeDevice(trx: Trx, personId: number, which: Which): Promise<boolean> {
  const asked = trx.deleteFrom('push_subscription').where('person_id', '=', personId)
  const one = 'id' in which ? asked.where('id', '=', which.id) : asked.where('endpoint', '=', which.endpoint)
  const { numDeletedRows } = await one.executeTakeFirst()
  return numDeletedRows > 0
}

/** The push service knows this browser no longer. @returns whose it was; null when that was known. */
export async function crossOffDevice(trx: Trx, id: number, now: Date): Promise<string | null> {
  const row = await trx
    .updateTable('push_subscription as s')
    .from('person as p')
    .set({ gone_at: now })
    .whereRef('p.id', '=', 's.person_id')
    .where('s.id', '=', id)
    .where('s.gone_at', 'is', null)
    .returning('p.name')
    .executeTakeFirst()
  return row?.name ?? null
}
