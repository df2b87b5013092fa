import type { Db, Trx } from '../db/database.ts'
import { readDraft } from './edition.rules.ts'
import type { EditionDraft, EditionLine } from './edition-draft.rules.ts'
import type { Edition } from './form.rules.ts'

/** A draft as it is kept; `edition` is null when no form of the portal can have made it. */
export type KeptDraft = Omit<EditionDraft, 'edition'> & { edition: Edition | null }

/** The draft under way at an office; null when nobody writes one. */
export async function findDraft(db: Db, officeId: number): Promise<KeptDraft | null> {
  const row = await db
    .selectFrom('edition_draft')
    .select(['id', 'based_on as basedOn', 'definition', 'revision', 'by_name as by', 'at'])
    .where('office_id', '=', officeId)
    .where('published_id', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { definition, ...draft } = row
  return { ...draft, edition: readDraft(definition) }
}

type By = { by: { id: number; name: string }; now: Date }

/** Begins a draft; of two at once only one does. @returns whether it was begun now. */
export async function beginDraft(
  trx: Trx,
  { officeId, basedOn, edition }: { officeId: number; basedOn: number; edition: Edition },
  { by, now }: By,
): Promise<boolean> {
  const row = await trx
    .insertInto('edition_draft')
    .values({
      office_id: officeId,
      based_on: basedOn,
      definition: JSON.stringify(edition),
      by: by.id,
      by_name: by.name,
      at: now,
      published_id: null,
      discarded_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps a changed draft. @returns false when somebody changed it, published it or threw it away meanwhile. */
export async function saveDraft(
  trx: Trx,
  { id, revision }: Pick<EditionDraft, 'id' | 'revision'>,
  { edition, by, now }: By & { edition: Edition },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('edition_draft')
    .set({
      definition: JSON.stringify(edition),
      revision: revision + 1,
      by: by.id,
      by_name: by.name,
      at: now,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('published_id', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Ends a draft as published, or thrown away. @returns false when it had moved or ended meanwhile. */
export async function endDraft(
  trx: Trx,
  { id, revision }: Pick<EditionDraft, 'id' | 'revision'>,
  end: { publishedId: number } | { discardedAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('edition_draft')
    .set('publishedId' in end ? { published_id: end.publishedId } : { discarded_at: end.discardedAt })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('published_id', 'is', null)
    .where('discarded_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Every edition, the newest first, with how many reports were begun on it. */
export function listEditions(db: Db): Promise<EditionLine[]> {
  return db
    .selectFrom('form_edition as e')
    .select([
      'e.id',
      'e.code',
      'e.effective_from as effectiveFrom',
      'e.published_at as publishedAt',
      'e.note',
    ])
    .select('e.published_by_name as by')
    .select(eb =>
      eb
        .selectFrom('report')
        .whereRef('report.edition_id', '=', 'e.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('reports'),
    )
    .orderBy('e.effective_from', 'desc')
    .execute()
    .then(rows => rows.map(it => ({ ...it, reports: Number(it.reports ?? 0) })))
}
