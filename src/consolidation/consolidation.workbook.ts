import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import { addSheet, type Book, closeSheet, openBook } from './book.workbook.ts'
import { geometryOf, LEAD } from './geometry.rules.ts'
import { drawExplanations, drawLaggards } from './list.workbook.ts'
import { drawLines, drawPaperHead, drawSignatures, line, PAPER_ROWS, spanOf } from './paper.workbook.ts'
import { HEAD_ROWS, monthPlans, type SheetPlan, yearPlan } from './sheet.rules.ts'
import { paper as look } from './style.workbook.ts'
import { type ConsolidationTable, rowsOf } from './table.rules.ts'
import { drawTable } from './table.workbook.ts'

/**
 * The office's monthly book: the table to sign first, then who is late or missing, then movements, optional
 * sections, graduation years, and all explanations. Vietnamese, whoever downloads it: it is an official paper.
 */
export async function writeMonthBook(table: ConsolidationTable, madeAt: Date): Promise<Buffer> {
  const book = await openBook({ title: titleOf(table), author: table.paper.agencyName, madeAt })
  const [first, ...others] = monthPlans(table)
  if (first) await drawSignedSheet(book, table, { plan: first, madeAt })
  await drawLaggards(book, table)
  for (const plan of others) await drawAnnex(book, table, plan)
  await drawExplanations(book, table)
  return book.finish()
}

/** Where a month's sums stand in a book, for formulas on other sheets; `row` is null when there are no rows. */
export type MonthSheet = { name: string; totalRow: number; firstColumn: number }

/** The sheet of one month in a year's book: like the one that is signed, with the movements beside the stock. */
export const drawMonthOfYear = (book: Book, table: ConsolidationTable, madeAt: Date): Promise<MonthSheet> =>
  drawSignedSheet(book, table, { plan: yearPlan(table), madeAt })

async function drawSignedSheet(
  book: Book,
  table: ConsolidationTable,
  { plan, madeAt }: { plan: SheetPlan; madeAt: Date },
): Promise<MonthSheet> {
  const geometry = geometryOf(table, plan)
  const { widths, pages } = geometry
  const span = spanOf(widths)
  const headFrom = PAPER_ROWS + 5
  const name = sheetName(plan, table)
  const frozen = { columns: LEAD, rows: headFrom + HEAD_ROWS }
  const sheet = addSheet(book, { name, widths, frozen, pages }, headFrom)
  drawPaperHead(sheet, table.paper, { span, madeAt })
  const across = { to: span.last }
  const title = balanced(titleOf(table).toUpperCase())
  drawLines(sheet, PAPER_ROWS + 1, [{ ...line(title, look.title, 42), ...across }])
  drawLines(sheet, PAPER_ROWS + 2, [{ ...line(periodLine(table), look.subtitle, 19), ...across }])
  drawLines(sheet, PAPER_ROWS + 3, [{ ...line(asOfLine(table, madeAt), look.note, 17), ...across }])
  drawLines(sheet, PAPER_ROWS + 4, [{ ...line(say('vi', 'sheet.unitOfCount'), look.unit, 17), ...across }])
  const { totalRow } = await drawTable(sheet, table, { plan, geometry, firstRow: headFrom })
  const notes = table.paper.maskSmallCells
    ? (['sheet.missingNote', 'sheet.maskNote'] as const)
    : (['sheet.missingNote'] as const)
  drawLines(sheet, totalRow + 1, [
    { ...line(notes.map(key => say('vi', key)).join(' '), look.foot, 17), ...across },
  ])
  const last = drawSignatures(sheet, table.paper, { span, at: totalRow + 3 })
  closeSheet(sheet, span.last, last)
  return { name, totalRow, firstColumn: LEAD + 1 }
}

/** A sheet behind the one that is signed: its own title, no heads and no signatures of its own. */
async function drawAnnex(book: Book, table: ConsolidationTable, plan: SheetPlan): Promise<void> {
  const geometry = geometryOf(table, plan)
  const { widths } = geometry
  const headFrom = 4
  const frozen = { columns: LEAD, rows: headFrom + HEAD_ROWS }
  const sheet = addSheet(book, { name: sheetName(plan, table), widths, frozen }, headFrom)
  const across = { to: widths.length }
  const title = say('vi', `sheet.head.${plan.key === 'flow' || plan.key === 'detail' ? plan.key : 'cohort'}`)
  drawLines(sheet, 1, [{ ...line(title.toUpperCase(), look.title, 24), ...across }])
  drawLines(sheet, 2, [{ ...line(periodLine(table), look.subtitle, 20), ...across }])
  drawLines(sheet, 3, [{ ...line(say('vi', 'sheet.unitOfCount'), look.unit, 17), ...across }])
  const { totalRow, lastColumn } = await drawTable(sheet, table, { plan, geometry, firstRow: headFrom })
  closeSheet(sheet, lastColumn, totalRow)
}

/** 'Tháng 10-2026': a sheet's name takes no slash. */
const sheetName = ({ key }: SheetPlan, { month }: ConsolidationTable): string =>
  say('vi', `sheet.name.${key}`, { month: formatMonth(month).replace('/', '-') })

/** 'Tổng hợp báo cáo số học sinh …' */
const titleOf = (table: ConsolidationTable): string => say('vi', 'sheet.title', { title: subjectOf(table) })

/** The form's title within a longer one: 'báo cáo số học sinh …' */
export function subjectOf({ edition }: ConsolidationTable): string {
  const title = edition.title.vi
  return title.charAt(0).toLowerCase() + title.slice(1)
}

/** A long title in two lines, the second a little longer. */
export function balanced(text: string): string {
  const middle = text.length * 0.42
  const spaces = [...text.matchAll(/ /g)].map(it => it.index)
  const near = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? 0
  return near > 0 ? `${text.slice(0, near)}\n${text.slice(near + 1)}` : text
}

const periodLine = ({ month }: ConsolidationTable): string =>
  say('vi', 'sheet.period', { month: formatMonth(month) })

function asOfLine(table: ConsolidationTable, madeAt: Date): string {
  const { periodFrom, cutOff, due, counts } = table
  if (rowsOf(table).length === 0) return say('vi', 'sheet.nobody')
  return say('vi', 'sheet.asOf', {
    from: formatDay(periodFrom),
    to: formatDay(cutOff),
    due: formatTime(new Date(due)),
    at: formatTime(madeAt),
    ...counts,
  })
}
