import ExcelJS from 'exceljs'
import type { Db } from '../../src/db/database.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { readBook } from '../../src/files/read-book.ts'
import { templateBook } from '../../src/reports/make-templates.ts'
import { unitsUnder } from '../../src/units/unit.store.ts'
import { medianOf, type Row, rowOf } from './measure.ts'
import { type BenchWorld, NOW, OPEN_MONTH } from './world.ts'

const TEMPLATES = 96

/** An office's book of templates read back, against exceljs reading the same bytes. In ms: less is better. */
export async function measureTemplates({ url, officeId }: BenchWorld): Promise<Row[]> {
  const db = openDatabase(openPool({ url, max: 4 }))
  const bytes = await bookOf(db, officeId).finally(() => db.destroy())
  const ours = await medianOf(3, () => readAll(bytes))
  const limit = await medianOf(1, () => new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer))
  return [rowOf(`reading ${TEMPLATES} templates`, ours, 'ms', limit)]
}

async function bookOf(db: Db, officeId: number): Promise<Buffer> {
  const under = await unitsUnder(db, officeId, OPEN_MONTH)
  const communes = under.filter(it => it.kind === 'commune').slice(0, TEMPLATES)
  return templateBook(db, communes, { month: OPEN_MONTH, now: NOW, title: 'bench' })
}

async function readAll(bytes: Buffer): Promise<void> {
  const read = await readBook(bytes)
  if (!read.ok) throw new Error(read.refusal)
}
