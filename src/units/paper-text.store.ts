import type { Db, Trx } from '../db/database.ts'
import { type PaperKind, paperTexts } from '../words/paper-texts.words.ts'

/** An office's wording of a paper; `id` is 0 and nobody wrote it while it is the default. */
export type PaperText = { id: number; text: string; own: boolean; by: string; at: Date | null }

/** The wording in force: the latest row; an empty one says that the office went back to the default. */
export async function findPaperText(db: Db, officeId: number, kind: PaperKind): Promise<PaperText> {
  const row = await db
    .selectFrom('paper_text')
    .select(['id', 'text', 'by_name as by', 'at'])
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const standard = paperTexts[kind].trim()
  if (!row) return { id: 0, text: standard, own: false, by: '', at: null }
  return { ...row, text: row.text || standard, own: row.text !== '' }
}

/** The same, held until the transaction ends, so that two who save follow each other. */
export async function holdPaperText(trx: Trx, officeId: number, kind: PaperKind): Promise<PaperText> {
  await trx.selectFrom('unit').select('id').where('id', '=', officeId).forNoKeyUpdate().execute()
  return findPaperText(trx, officeId, kind)
}

export type NewPaperText = {
  officeId: number
  kind: PaperKind
  /** '' goes back to the default. */
  text: string
  by: { id: number; name: string }
  now: Date
}

export async function addPaperText(trx: Trx, { officeId, kind, text, by, now }: NewPaperText): Promise<void> {
  await trx
    .insertInto('paper_text')
    .values({ office_id: officeId, kind, text, by: by.id, by_name: by.name, at: now })
    .execute()
}
