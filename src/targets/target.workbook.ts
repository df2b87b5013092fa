import type ExcelJS from 'exceljs'
import { looks } from '../reports/template-look.workbook.ts'
import { say } from '../words/all.ts'

/** A grid of units as a workbook to be filled in and sent back: targets of a school year, graduates of the schools. */

export type UnitBook = {
  sheet: string
  /** The first cell, by which the portal knows its own book again. */
  mark: string
  title: string
  note: string
  columns: readonly UnitBookColumn[]
  rows: readonly { code: string; name: string; values: readonly (string | number | null)[] }[]
}

export type UnitBookColumn = {
  head: string
  width: number
  /** What a box takes; a text has a longest length. */
  takes:
    | { kind: 'percent' | 'whole'; most: number; error: string }
    | { kind: 'text'; most: number; error: string }
}

const HEAD_ROW = 4
const LEAD = 2

export async function writeUnitBook(book: UnitBook, madeAt: Date): Promise<Buffer> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  Object.assign(workbook, { title: book.title, created: madeAt, modified: madeAt })
  const sheet = workbook.addWorksheet(book.sheet, {
    pageSetup: printing,
    views: [{ state: 'frozen', xSplit: LEAD, ySplit: HEAD_ROW, activeCell: 'C5', showGridLines: false }],
  })
  const width = LEAD + book.columns.length
  sheet.columns = [12, 32, ...book.columns.map(it => it.width)].map(width => ({ width }))
  writeTop(sheet, book, width)
  for (const [index, row] of book.rows.entries()) writeRow(sheet, HEAD_ROW + 1 + index, { row, book })
  sheet.pageSetup.printTitlesRow = `${HEAD_ROW}:${HEAD_ROW}`
  await protect(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A4 sideways with the margins of Nghị định 30/2020/NĐ-CP, a page wide. */
const printing: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 1.18, right: 0.59, top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 },
}

function writeTop(sheet: ExcelJS.Worksheet, { mark, title, note, columns }: UnitBook, width: number): void {
  const lines = [
    [mark, looks.mark, 14],
    [title, looks.title, 26],
    [note, looks.note, 44],
  ] as const
  for (const [index, [text, style, height]] of lines.entries()) {
    const cell = sheet.getCell(index + 1, 1)
    cell.value = text
    cell.style = style
    sheet.mergeCells(index + 1, 1, index + 1, width)
    sheet.getRow(index + 1).height = height
  }
  const heads = [say('vi', 'unitTable.code'), say('vi', 'unitTable.unit'), ...columns.map(it => it.head)]
  for (const [index, text] of heads.entries()) {
    const cell = sheet.getCell(HEAD_ROW, index + 1)
    cell.value = text
    cell.style = looks.head
  }
  sheet.getRow(HEAD_ROW).height = 34
}

type Line = { row: UnitBook['rows'][number]; book: UnitBook }

function writeRow(sheet: ExcelJS.Worksheet, at: number, { row, book }: Line): void {
  const [code, name] = [sheet.getCell(at, 1), sheet.getCell(at, 2)]
  code.value = row.code
  code.style = { ...looks.order, numFmt: '@' }
  name.value = row.name
  name.style = looks.label
  for (const [index, column] of book.columns.entries()) {
    const cell = sheet.getCell(at, LEAD + 1 + index)
    cell.value = row.values[index] ?? null
    cell.style =
      column.takes.kind === 'text' ? looks.text : { ...looks.figure, numFmt: FORMATS[column.takes.kind] }
    cell.dataValidation = validationOf(column)
  }
  sheet.getRow(at).height = 19
}

const FORMATS = { percent: 'General', whole: '#,##0' } as const

const validationOf = ({ takes }: UnitBookColumn): ExcelJS.DataValidation => ({
  ...(takes.kind === 'text'
    ? { type: 'textLength', operator: 'lessThanOrEqual', formulae: [takes.most] }
    : { type: takes.kind === 'whole' ? 'whole' : 'decimal', operator: 'between', formulae: [0, takes.most] }),
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: say('vi', 'template.wrongTitle'),
  error: takes.error,
})

/** Only the boxes are open; no password, so that whoever must can lift it. */
const protect = (sheet: ExcelJS.Worksheet): Promise<void> =>
  sheet.protect('', { formatColumns: true, formatRows: true, autoFilter: true, sort: true })
