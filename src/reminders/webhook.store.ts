import type { Db, Trx } from '../db/database.ts'
import type { Contact, Hook } from '../mail/webhook.ts'

/** An office's hook as its page shows it: the secret stays in the database. */
export type StoredHook = { url: string; active: boolean; changedAt: Date }

export async function findHook(db: Db, officeId: number): Promise<StoredHook | null> {
  const row = await db
    .selectFrom('webhook')
    .select(['url', 'active', 'changed_at as changedAt'])
    .where('office_id', '=', officeId)
    .executeTakeFirst()
  return row ?? null
}

/** What a call needs; null when there is no hook. One that is off is handed out only to be tried. */
export async function openHook(db: Db, officeId: number): Promise<(Hook & { active: boolean }) | null> {
  const row = await db
    .selectFrom('webhook')
    .select(['url', 'secret', 'active'])
    .where('office_id', '=', officeId)
    .executeTakeFirst()
  return row ?? null
}

/** The same, with the row held until the end of the transaction, so that two presses follow one another. */
export async function lockHook(trx: Trx, officeId: number): Promise<StoredHook | null> {
  const row = await trx
    .selectFrom('webhook')
    .select(['url', 'active', 'changed_at as changedAt'])
    .where('office_id', '=', officeId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** It begins switched off. */
export async function addHook(
  trx: Trx,
  { officeId, now, ...hook }: Hook & { officeId: number; now: Date },
): Promise<void> {
  await trx
    .insertInto('webhook')
    .values({ office_id: officeId, ...hook, active: false, changed_at: now })
    .execute()
}

export async function changeHook(
  trx: Trx,
  { officeId, now }: { officeId: number; now: Date },
  changed: Partial<Hook & { active: boolean }>,
): Promise<void> {
  await trx
    .updateTable('webhook')
    .set({ ...changed, changed_at: now })
    .where('office_id', '=', officeId)
    .execute()
}

/** What a gateway needs to know of a commune: its code, and its reporters and leaders who have a telephone, reporters first. */
export async function aboutUnit(db: Db, unitId: number): Promise<{ code: string; contacts: Contact[] }> {
  const [unit, contacts] = await Promise.all([
    db.selectFrom('unit').select('code').where('id', '=', unitId).executeTakeFirst(),
    db
      .selectFrom('role as r')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .select(['p.name', 'r.role', 'p.phone'])
      .where('r.unit_id', '=', unitId)
      .where('r.role', 'in', ['reporter', 'leader'])
      .where('r.ended_at', 'is', null)
      .where('p.active', '=', true)
      .where('p.phone', '<>', '')
      .orderBy('r.role', 'desc')
      .orderBy('r.id')
      .execute(),
  ])
  return { code: unit?.code ?? '', contacts }
}
