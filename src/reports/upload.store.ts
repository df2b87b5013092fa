import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { UPLOAD_HOURS, type UploadContent } from './upload.rules.ts'

export type UploadKind = 'template' | 'table'

export type UploadToKeep = {
  id: string
  personId: number
  /** The commune, or the office whose communes the file fills. */
  unitId: number
  month: Month
  kind: UploadKind
  fileName: string
  content: UploadContent
  now: Date
}

/** What was read out of a file, until it is pressed in or runs out. The file itself is never kept. */
export async function insertUpload(trx: Trx, kept: UploadToKeep): Promise<void> {
  const { id, personId, unitId, month, kind, fileName, content, now } = kept
  await trx
    .insertInto('upload')
    .values({
      id,
      person_id: personId,
      unit_id: unitId,
      month,
      kind,
      file_name: fileName,
      content: JSON.stringify(content),
      created_at: now,
      expires_at: new Date(now.getTime() + UPLOAD_HOURS * 3_600_000),
      applied_at: null,
    })
    .execute()
}

export type Upload = {
  id: string
  kind: UploadKind
  fileName: string
  content: UploadContent
  createdAt: Date
  appliedAt: Date | null
}

export type UploadAsked = { id: string; personId: number; unitId: number; month: Month; now: Date }

/** A person's own upload for that unit and month; null when there is none, or it has run out. */
export async function loadUpload(db: Db, asked: UploadAsked): Promise<Upload | null> {
  const row = await db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', asked.id)
    .where('person_id', '=', asked.personId)
    .where('unit_id', '=', asked.unitId)
    .where('month', '=', asked.month)
    .where('expires_at', '>', asked.now)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    content: row.content as unknown as UploadContent,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
  }
}

/** Says that the press was made. @returns false when it had been. */
export async function markApplied(trx: Trx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('upload')
    .set({ applied_at: now })
    .where('id', '=', id)
    .where('applied_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
