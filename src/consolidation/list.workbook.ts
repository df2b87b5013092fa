import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { formatMonth, formatPercent, formatTime } from '../words/vietnamese.ts'
import { addSheet, type Book, breathe, closeSheet, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { linesOf } from './measure.rules.ts'
import { drawLines, line } from './paper.workbook.ts'
import { type Laggards, type ListedRow, laggardsOf, saidBy, stateRemarks, writtenIn } from './remark.rules.ts'
import { heads, list as look, paper } from './style.workbook.ts'
import { type ConsolidationTable, type Counts, isNested } from './table.rules.ts'

/** The book's lists: who is missing, late or returned; and what the communes wrote, in full. */

const HEAD_ROW = 5

type Column = { head: string; width: number }

function openList(
  book: Book,
  name: string,
  { title, note, month, columns }: { title: string; note: string; month: string; columns: Column[] },
) {
  const widths = columns.map(it => it.width)
  const sheet = addSheet(book, { name, widths, frozen: { columns: 2, rows: HEAD_ROW } }, HEAD_ROW)
  const to = columns.length
  drawLines(sheet, 1, [{ ...line(title.toUpperCase(), paper.title, 24), to }])
  drawLines(sheet, 2, [
    { ...line(say('vi', 'sheet.period', { month: formatMonth(month) }), paper.subtitle, 20), to },
  ])
  drawLines(sheet, 3, [{ ...line(note, paper.note, 17), to }])
  const head = sheet.getRow(HEAD_ROW)
  head.height = 24
  for (const [at, column] of columns.entries()) {
    head.getCell(at + 1).value = column.head
    head.getCell(at + 1).style = heads.column
  }
  head.commit()
  return sheet
}

/** Who has not reported first, since they are whom the office must call; who was on time last. */
export async function drawPunctuality(book: Book, table: ConsolidationTable): Promise<void> {
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
  const sheet = openList(book, say('vi', 'sheet.name.laggards'), {
    title,
    note: countsLine(table.counts),
    month: table.month,
    columns,
  })
  const laggards = laggardsOf(table)
  let at = HEAD_ROW + 1
  for (const kind of ['missing', 'returned', 'late', 'onTime'] as const)
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

function countsLine(counts: Counts): string {
  const share = (count: number) => formatPercent(counts.expected === 0 ? 0 : count / counts.expected)
  const [completeness, timeliness] = [share(counts.reported), share(counts.onTime)]
  return say('vi', 'sheet.lag.counts', { ...counts, completeness, timeliness })
}

/** Everything that was written, none of it cut; left out of a masked book, since it may name the figures masked. */
export async function drawExplanations(book: Book, table: ConsolidationTable): Promise<void> {
  const mask = table.paper.maskSmallCells
  const rows = mask ? [] : writtenIn(table)
  const columns = [
    { head: say('vi', 'sheet.order'), width: 6 },
    { head: say('vi', 'sheet.unit'), width: 30 },
    { head: say('vi', 'sheet.said.kind'), width: 44 },
    { head: say('vi', 'sheet.said.text'), width: 84 },
  ]
  const title = say('vi', 'sheet.head.explanations')
  const nothing = say('vi', mask ? 'sheet.said.masked' : 'sheet.said.nobody')
  const note = rows.length === 0 ? nothing : ''
  const about = { title, note, month: table.month, columns }
  const sheet = openList(book, say('vi', 'sheet.name.explanations'), about)
  let at = HEAD_ROW
  for (const [index, row] of rows.entries()) {
    for (const said of saidBy(row)) {
      drawSaid(sheet, row.name, { order: index + 1, ...said })
      at += 1
    }
    if (index % ROWS_BETWEEN_BREATHS === 0) await breathe()
  }
  closeSheet(sheet, columns.length, at)
}

type Said = { about: string; text: string }

function drawSaid(sheet: ExcelJS.Worksheet, name: string, { order, about, text }: Said & { order: number }) {
  const row = sheet.addRow([order, name, about, text])
  for (const column of [1, 2, 3, 4]) row.getCell(column).style = column === 1 ? look.order : styleFor(text)
  row.height = Math.max(linesOf(name, 34), linesOf(about, 54), linesOf(text, 104)) * 14.5 + 3
  row.commit()
}

/** Excel shows ##### for more than 255 characters in a cell formatted as text. */
const styleFor = (text: string) => (text.length > 255 ? look.long : look.text)
