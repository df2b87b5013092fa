import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import { addSheet, type Book, closeSheet, openBook } from './book.workbook.ts'
import { drawMonthChart } from './chart.workbook.ts'
import { geometryOf, LEAD } from './geometry.rules.ts'
import { drawGoals } from './goal.workbook.ts'
import { drawExplanations, drawPunctuality } from './list.workbook.ts'
import { type Shield, shieldFor } from './mask.rules.ts'
import { linesOf } from './measure.rules.ts'
import { drawLines, drawSignatures, line, openingOf, spanOf } from './paper.workbook.ts'
import { HEAD_ROWS, monthPlans, type SheetPlan, yearPlan } from './sheet.rules.ts'
import { paper as look } from './style.workbook.ts'
import { type ConsolidationTable, rowsOf } from './table.rules.ts'
import { drawTable } from './table.workbook.ts'
import { drawUniversal } from './universal.workbook.ts'

/**
 * The office's monthly book: the table to sign first, then graduation years, situation and reasons, movements, who
 * is on time or missing, shares beside their targets, the distance to universalisation, all that communes wrote, a chart. Vietnamese, whoever downloads
 * it: it is an official paper.
 */
export async function writeMonthBook(table: ConsolidationTable, madeAt: Date): Promise<Buffer> {
  const book = await openBook({ title: titleOf(table), author: table.paper.agencyName, madeAt })
  const shield = shieldFor(table)
  const [first, ...others] = monthPlans(table)
  const signed = first ? await drawSignedSheet(book, table, { plan: first, madeAt, shield }) : null
  for (const plan of others) await drawDetail(book, table, { plan, shield })
  await drawPunctuality(book, table)
  if (first && signed) {
    const source = { ...signed, plan: first }
    await drawGoals(book, table, { source, shield })
    await drawUniversal(book, table, { source, shield })
  }
  await drawExplanations(book, table)
  await drawMonthChart(book, table, shield)
  return book.finish()
}

/** Where a month's sums stand in a book, for formulas on other sheets. */
export type MonthSheet = { name: string; firstRow: number; totalRow: number; firstColumn: number }

/** The sheet of one month in a year's book: like the one that is signed, with the movements beside the stock. */
export const drawMonthOfYear = (book: Book, table: ConsolidationTable, madeAt: Date): Promise<MonthSheet> =>
  drawSignedSheet(book, table, { plan: yearPlan(table), madeAt, shield: shieldFor(table) })

type Signed = { plan: SheetPlan; madeAt: Date; shield: Shield }

async function drawSignedSheet(
  book: Book,
  table: ConsolidationTable,
  { plan, madeAt, shield }: Signed,
): Promise<MonthSheet> {
  const geometry = geometryOf(table, plan)
  const { widths, pages } = geometry
  const span = spanOf(widths)
  const below = [
    line(periodLine(table), look.subtitle, 19),
    line(asOfLine(table, madeAt), look.note, 17),
    line(say('vi', 'sheet.unitOfCount'), look.unit, 17),
  ]
  const opening = openingOf(table.paper, { title: balanced(titleOf(table)), below, span, madeAt })
  const headFrom = opening.length + 1
  const name = sheetName(plan, table)
  const frozen = { columns: LEAD, rows: opening.length + HEAD_ROWS + 1 }
  const sheet = addSheet(book, { name, widths, frozen, pages }, headFrom)
  for (const [index, lines] of opening.entries()) drawLines(sheet, index + 1, lines)
  const { firstRow, totalRow } = await drawTable(sheet, table, { plan, geometry, shield, firstRow: headFrom })
  const notes = notesOf(table)
  const characters = widths.reduce((sum, it) => sum + it, 0) * 1.2
  drawLines(sheet, totalRow + 1, [
    { ...line(notes, look.foot, linesOf(notes, characters) * 13 + 4), to: span.last },
  ])
  const last = drawSignatures(sheet, table.paper, { span, at: totalRow + 3 })
  closeSheet(sheet, span.last, last)
  return { name, firstRow, totalRow, firstColumn: LEAD + 1 }
}

function notesOf({ paper }: ConsolidationTable): string {
  const masked = paper.maskSmallCells ? [say('vi', 'sheet.maskNote')] : []
  return [say('vi', 'sheet.missingNote'), ...masked].join(' ')
}

type Detail = { plan: SheetPlan; shield: Shield }

/** A sheet behind the one that is signed: its own title, no heads and no signatures of its own. */
async function drawDetail(book: Book, table: ConsolidationTable, { plan, shield }: Detail): Promise<void> {
  const geometry = geometryOf(table, plan)
  const { widths } = geometry
  const headFrom = 4
  const frozen = { columns: LEAD, rows: headFrom + HEAD_ROWS }
  const sheet = addSheet(book, { name: sheetName(plan, table), widths, frozen }, headFrom)
  const across = { to: widths.length }
  drawLines(sheet, 1, [{ ...line(headOfDetail(table, plan).toUpperCase(), look.title, 24), ...across }])
  drawLines(sheet, 2, [{ ...line(periodLine(table), look.subtitle, 20), ...across }])
  drawLines(sheet, 3, [{ ...line(say('vi', 'sheet.unitOfCount'), look.unit, 17), ...across }])
  const drawn = await drawTable(sheet, table, { plan, geometry, shield, firstRow: headFrom })
  closeSheet(sheet, drawn.lastColumn, drawn.totalRow)
}

function headOfDetail({ columns }: ConsolidationTable, { key, at }: SheetPlan): string {
  if (key === 'situation' && at.some(it => columns[it]?.kind === 'detail'))
    return say('vi', 'sheet.head.situation.reasons')
  return say('vi', `sheet.head.${key === 'stock' || key === 'month' ? 'situation' : key}`)
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
