import { randomUUID } from 'node:crypto'
import { type Actor, change } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { UploadContent } from './upload.rules.ts'
import { insertUpload, type UploadKind } from './upload.store.ts'

export type UploadRead = {
  /** The commune, or the office whose communes the file fills. */
  unit: { id: number; kind: 'commune' | 'office' }
  month: Month
  kind: UploadKind
  fileName: string
  content: UploadContent
  by: Actor & { id: number }
  now: Date
}

/** Keeps what was read out of a file for its preview. @returns the address of the preview page. */
export async function keepUpload(db: Db, read: UploadRead): Promise<string> {
  const { unit, month, kind, fileName, content, by, now } = read
  const id = randomUUID()
  await change(db, { actor: by, now }, async trx => {
    await insertUpload(trx, { id, personId: by.id, unitId: unit.id, month, kind, fileName, content, now })
    const detail = { kind, file: fileName, sheets: content.sheets.length, remarks: content.remarks.length }
    return { result: null, act: { act: 'upload.keep', unitId: unit.id, month, detail } }
  })
  return uploadPath(unit, month, id)
}

export const uploadPath = (
  { id, kind }: { id: number; kind: 'commune' | 'office' },
  month: Month,
  upload: string,
): string => `/${kind === 'office' ? 'review' : 'reports'}/${id}/${month}/upload/${upload}`
