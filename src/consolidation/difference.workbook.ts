import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import { addSheet, breathe, closeSheet, openBook, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { columnLabel, type Difference, endsLine } from './difference.rules.ts'
import { linesOf } from './measure.rules.ts'
import { drawLines, line } from './paper.workbook.ts'
import { heads, list, paper, rows } from './style.workbook.ts'

/** Head and width of each column, in the order of `linesFor`. */
const columns = [
  [say('vi', 'sheet.order'), 6],
  [say('vi', 'snapshot.diff.unit'), 30],
  [say('vi', 'snapshot.diff.kind'), 20],
  [say('vi', 'snapshot.diff.cell'), 44],
  [say('vi', 'snapshot.diff.from'), 10],
  [say('vi', 'snapshot.diff.to'), 10],
  [say('vi', 'snapshot.diff.versions'), 44],
  [say('vi', 'snapshot.diff.reason'), 50],
] as const

const HEAD_ROW = 5

/** The difference as a book of one sheet: a row a cell that changed. Gives its bytes. */
export async function writeDifference(difference: Difference, madeAt: Date): Promise<Buffer> {
  const { office, month, from } = difference
  const title = say('vi', 'snapshot.diff.title', { number: from.number ?? '', month: formatMonth(month) })
  const book = await openBook({ title, author: office, madeAt })
  const options = { widths: columns.map(([, width]) => width), frozen: { columns: 2, rows: HEAD_ROW } }
  const sheet = addSheet(book, { name: say('vi', 'snapshot.diff.sheet'), ...options }, HEAD_ROW)
  const to = columns.length
  drawLines(sheet, 1, [{ ...line(title.toUpperCase(), paper.title, 24), to }])
  drawLines(sheet, 2, [{ ...line(office, paper.subtitle, 20), to }])
  drawLines(sheet, 3, [{ ...line(endsLine(difference, 'vi'), paper.note, 18), to }])
  drawHeads(sheet)
  let drawn = 0
  for (const [index, unit] of difference.units.entries())
    for (const cells of linesFor(unit, index + 1)) {
      drawLine(sheet, cells)
      drawn += 1
      if (drawn % ROWS_BETWEEN_BREATHS === 0) await breathe()
    }
  if (drawn === 0)
    drawLines(sheet, HEAD_ROW + 1, [{ ...line(say('vi', 'snapshot.diff.none'), list.text, 18), to }])
  closeSheet(sheet, columns.length, HEAD_ROW + Math.max(drawn, 1))
  return book.finish()
}

function drawHeads(sheet: ExcelJS.Worksheet): void {
  const head = sheet.getRow(HEAD_ROW)
  head.height = 24
  for (const [at, [text]] of columns.entries()) {
    head.getCell(at + 1).value = text
    head.getCell(at + 1).style = heads.column
  }
  head.commit()
}

type Line = (string | number | null)[]

/** A commune without a cell that changed still has its row: it joined, left, or changed its texts alone. */
function linesFor({ name, kind, cells, steps }: Difference['units'][number], order: number): Line[] {
  const versions = steps
    .map(({ number, by, at }) => say('vi', 'snapshot.diff.version', { number, by, at: formatTime(at) }))
    .join('; ')
  const reasons = [...new Set(steps.map(it => it.reason).filter(it => it !== ''))].join('; ')
  const what = say('vi', `consolidation.change.${kind}`)
  if (cells.length === 0) {
    const text = kind === 'corrected' ? say('vi', 'consolidation.change.texts') : ''
    return [[order, name, what, text, null, null, versions, reasons]]
  }
  return cells.map(({ column, from, to }) => [
    order,
    name,
    what,
    columnLabel(column, 'vi'),
    from,
    to,
    versions,
    reasons,
  ])
}

function drawLine(sheet: ExcelJS.Worksheet, cells: Line): void {
  const row = sheet.addRow(cells)
  for (const [at, value] of cells.entries()) row.getCell(at + 1).style = styleAt(at, value)
  const lines = cells.map((value, at) =>
    typeof value === 'string' ? linesOf(value, (columns[at]?.[1] ?? 10) * 1.1) : 1,
  )
  row.height = Math.max(...lines) * 14.5 + 3
  row.commit()
}

/** Excel shows ##### for more than 255 characters in a cell formatted as text. */
function styleAt(at: number, value: Line[number]) {
  if (at === 0) return list.order
  if (at === 4 || at === 5) return rows.reported.count
  return typeof value === 'string' && value.length > 255 ? list.long : list.text
}
