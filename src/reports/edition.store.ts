import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { parseEdition } from './edition.rules.ts'
import type { Edition } from './form.rules.ts'
import { refusalsOf } from './publish-edition.rules.ts'

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

/** Every edition there is, the oldest first. */
export async function publishedEditions(db: Db): Promise<KeptEdition[]> {
  const rows = await db.selectFrom('form_edition').select('id').orderBy('effective_from').execute()
  return Promise.all(rows.map(async ({ id }) => ({ id, edition: await editionById(db, id) })))
}

/** The newest month of which anything was typed or sent; null when nothing was. */
export async function lastReported(db: Db): Promise<Month | null> {
  const row = await db
    .selectFrom('report')
    .select(({ fn }) => fn.max('month').as('month'))
    .executeTakeFirstOrThrow()
  return row.month as Month | null
}

export type ToPublish = {
  /** Its code and first month are set here: the code is that month. */
  definition: Edition
  effectiveFrom: Month
  /** Why, for who looks at the list of editions. */
  note: string
  by: string
  now: Date
}

/**
 * Publishes a further edition; its months begin to use it at once. Refusals are in words, and then nothing is kept.
 * Nobody publishes, types or sends meanwhile, so that no month has reports of two editions.
 */
export async function publishEdition(
  trx: Trx,
  { definition, effectiveFrom, note, by, now }: ToPublish,
): Promise<{ id: number } | { refusals: string[] }> {
  await sql`lock table form_edition, report in share row exclusive mode`.execute(trx)
  const edition: Edition = { ...definition, code: effectiveFrom, effectiveFrom }
  const published = (await publishedEditions(trx)).map(it => it.edition)
  const refusals = refusalsOf({ edition, published, lastReported: await lastReported(trx) })
  if (refusals.length > 0) return { refusals }
  const row = {
    code: edition.code,
    effective_from: effectiveFrom,
    definition: JSON.stringify(parseEdition(edition)),
    published_at: now,
    published_by_name: by,
    note,
  }
  return trx.insertInto('form_edition').values(row).returning('id').executeTakeFirstOrThrow()
}
