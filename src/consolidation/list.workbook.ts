import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import { addSheet, type Book, breathe, closeSheet, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { linesOf } from './measure.rules.ts'
import { drawLines, line } from './paper.workbook.ts'
import { type Laggards, type ListedRow, laggardsOf, stateRemarks, writtenIn } from './remark.rules.ts'
import { heads, list as look, paper } from './style.workbook.ts'
import { type ConsolidationTable, isNested } from './table.rules.ts'

/** The book's lists: who is missing, late or returned; and what the communes wrote, in full. */

const HEAD_ROW = 4

type Column = { head: string; width: number }

function openList(
  book: Book,
  name: string,
  { title, month, columns }: { title: string; month: string; columns: Column[] },
) {
  const widths = columns.map(it => it.width)
  const sheet = addSheet(book, { name, widths, frozen: { columns: 2, rows: HEAD_ROW } }, HEAD_ROW)
  const to = columns.length
  drawLines(sheet, 1, [{ ...line(title.toUpperCase(), paper.title, 24), to }])
  drawLines(sheet, 2, [
    { ...line(say('vi', 'sheet.period', { month: formatMonth(month) }), paper.subtitle, 20), to },
  ])
  const head = sheet.getRow(HEAD_ROW)
  head.height = 24
  for (const [at, column] of columns.entries()) {
    head.getCell(at + 1).value = column.head
    head.getCell(at + 1).style = heads.column
  }
  head.commit()
  return sheet
}

/** The second sheet of a month's book. */
export async function drawLaggards(book: Book, table: ConsolidationTable): Promise<void> {
  const office = isNested(table) ? [{ head: say('vi', 'sheet.lag.office'), width: 40 }] : []
  const columns = [
    { head: say('vi', 'sheet.order'), width: 6 },
    { head: say('vi', 'sheet.unit'), width: 34 },
    ...office,
    { head: say('vi', 'sheet.lag.due'), width: 18 },
    { head: say('vi', 'sheet.lag.sent'), width: 18 },
    { head: say('vi', 'sheet.lag.by'), width: 28 },
    { head: say('vi', 'sheet.lag.remark'), width: 44 },
  ]
  const title = say('vi', 'sheet.head.laggards')
  const sheet = openList(book, say('vi', 'sheet.name.laggards'), { title, month: table.month, columns })
  const laggards = laggardsOf(table)
  let at = HEAD_ROW + 1
  for (const kind of ['missing', 'late', 'returned'] as const)
    at = await drawKind(sheet, { kind, laggards, due: table.due, width: columns.length, at })
  closeSheet(sheet, columns.length, at - 1)
}

type Section = { kind: keyof Laggards; laggards: Laggards; due: string; width: number; at: number }

async function drawKind(
  sheet: ExcelJS.Worksheet,
  { kind, laggards, due, width, at }: Section,
): Promise<number> {
  const rows = laggards[kind]
  const count = rows.length
  drawLines(sheet, at, [{ ...line(say('vi', `sheet.lag.${kind}`, { count }), look.section, 20), to: width }])
  for (const [index, it] of rows.entries()) {
    const row = sheet.addRow(laggardCells(it, index + 1, due))
    for (let column = 1; column <= width; column += 1)
      row.getCell(column).style = column === 1 ? look.order : look.text
    row.commit()
    if (index % ROWS_BETWEEN_BREATHS === 0) await breathe()
  }
  if (count > 0) return at + 1 + count
  drawLines(sheet, at + 1, [{ ...line(say('vi', 'sheet.lag.none'), look.text, 17), to: width }])
  return at + 2
}

/** The due date is the office's; who was given more time is late only after that, so `late` is what the report keeps. */
function laggardCells({ row, office }: ListedRow, order: number, due: string): (string | number)[] {
  return [
    order,
    row.name,
    ...(office === null ? [] : [office]),
    formatTime(new Date(due)),
    row.firstSubmittedAt ? formatTime(new Date(row.firstSubmittedAt)) : '',
    row.by ?? '',
    stateRemarks(row, 'vi').join('; '),
  ]
}

/** Everything that was written, none of it cut. Left out when nobody wrote anything. */
export async function drawExplanations(book: Book, table: ConsolidationTable): Promise<void> {
  const rows = writtenIn(table)
  if (rows.length === 0) return
  const columns = [
    { head: say('vi', 'sheet.order'), width: 6 },
    { head: say('vi', 'sheet.unit'), width: 30 },
    { head: say('vi', 'sheet.said.kind'), width: 44 },
    { head: say('vi', 'sheet.said.text'), width: 84 },
  ]
  const title = say('vi', 'sheet.head.explanations')
  const sheet = openList(book, say('vi', 'sheet.name.explanations'), { title, month: table.month, columns })
  let at = HEAD_ROW
  for (const [index, row] of rows.entries()) {
    const said = [
      ...row.explanations.map(it => [it.warning, it.text] as const),
      ...row.texts.map(it => [it.label, it.text] as const),
    ]
    for (const [about, text] of said) {
      const drawn = sheet.addRow([index + 1, row.name, about, text])
      for (const column of [1, 2, 3, 4])
        drawn.getCell(column).style = column === 1 ? look.order : styleFor(text)
      drawn.height = Math.max(linesOf(row.name, 34), linesOf(about, 54), linesOf(text, 104)) * 14.5 + 3
      drawn.commit()
      at += 1
    }
    if (index % ROWS_BETWEEN_BREATHS === 0) await breathe()
  }
  closeSheet(sheet, columns.length, at)
}

/** Excel shows ##### for more than 255 characters in a cell formatted as text. */
const styleFor = (text: string) => (text.length > 255 ? look.long : look.text)
