import { randomUUID } from 'node:crypto'
import { change } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Refusal } from '../files/book.rules.ts'
import { readBook } from '../files/read-book.ts'
import type { SignedIn } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { GRID_SHEETS, gridOf } from './table-grid.rules.ts'
import type { TableContent } from './table-match.store.ts'
import { insertUpload } from './upload.store.ts'

export type TableFile = { unit: Unit; month: Month; fileName: string; bytes: Buffer; by: SignedIn; now: Date }

/** Reads somebody's own table and keeps its cells until they are matched. @returns its id, or why it is not taken. */
export async function takeTable(
  db: Db,
  { unit, month, fileName, bytes, by, now }: TableFile,
): Promise<{ id: string } | { refusal: Refusal }> {
  const book = await readBook(bytes)
  if (!book.ok) return { refusal: book.refusal }
  const filled = book.sheets.filter(sheet => !sheet.hidden && sheet.cells.size > 0)
  if (filled.length === 0) return { refusal: 'empty' }
  const content: TableContent = { sheets: [], remarks: [], grids: filled.slice(0, GRID_SHEETS).map(gridOf) }
  const id = randomUUID()
  await change(db, { actor: { id: by.id, name: by.name }, now }, async trx => {
    const kept = {
      id,
      personId: by.id,
      unitId: unit.id,
      month,
      kind: 'table' as const,
      fileName,
      content,
      now,
    }
    await insertUpload(trx, kept)
    const detail = { file: fileName, sheets: filled.length }
    return { result: null, act: { act: 'table.read', unitId: unit.id, month, detail } }
  })
  return { id }
}
