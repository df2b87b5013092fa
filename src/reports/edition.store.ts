import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { parseEdition } from './edition.rules.ts'
import type { Edition } from './form.rules.ts'

/** An edition with its row's id, which reports keep. */
export type KeptEdition = { id: number; edition: Edition }

/** Editions are never altered once published, so each is read and parsed once per process and database. */
const parsed = new WeakMap<Db, Map<number, Edition>>()

export async function editionById(db: Db, id: number): Promise<Edition> {
  const known = parsed.get(db) ?? new Map<number, Edition>()
  parsed.set(db, known)
  const found = known.get(id)
  if (found) return found
  const { definition } = await db
    .selectFrom('form_edition')
    .select('definition')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const edition = parseEdition(definition)
  known.set(id, edition)
  return edition
}

/** The edition in force in a month. @throws Error when there is none yet, which means the portal was not set up. */
export async function editionFor(db: Db, month: Month): Promise<KeptEdition> {
  const row = await db
    .selectFrom('form_edition')
    .select('id')
    .where('effective_from', '<=', month)
    .orderBy('effective_from', 'desc')
    .executeTakeFirst()
  if (!row) throw new Error(`No form edition is in force in ${month}.`)
  return { id: row.id, edition: await editionById(db, row.id) }
}

/** Publishes an edition unless there is any; of two starts at once only one does. True when it was done now. */
export async function insertFirstEdition(trx: Trx, edition: Edition, now: Date): Promise<boolean> {
  const some = await trx.selectFrom('form_edition').select('id').limit(1).executeTakeFirst()
  if (some) return false
  const row = {
    code: edition.code,
    effective_from: edition.effectiveFrom,
    definition: JSON.stringify(edition),
    published_at: now,
  }
  const inserted = await trx
    .insertInto('form_edition')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}
