import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import { addSheet, type Book, closeSheet, letterOf, openBook } from './book.workbook.ts'
import { drawYearChart } from './chart.workbook.ts'
import { balanced, drawMonthOfYear, type MonthSheet, subjectOf } from './consolidation.workbook.ts'
import { drawBars, shareFormula, type Value } from './formula.workbook.ts'
import { HIDDEN_MARK, type Shield, shieldFor } from './mask.rules.ts'
import { drawLines, drawSignatures, line, openingOf, spanOf } from './paper.workbook.ts'
import { type Rate, ratesOf } from './rate.rules.ts'
import { bookHeads, bookNumbering, HEAD_ROWS, type SheetPlan, yearPlan } from './sheet.rules.ts'
import { heads, paper as look, rows as styles } from './style.workbook.ts'
import type { ConsolidationTable, Paper, TableColumn } from './table.rules.ts'
import { yearTitle } from './year.rules.ts'
import { columnsOfYear } from './year-columns.rules.ts'
import { YEAR_COUNTS as COUNTS, type MonthSums, sumIn, sumOverYear, sumsOfMonth } from './year-view.rules.ts'

/**
 * A year's book: an overview whose cells are formulas over the months, then one sheet a month. Tables come one at
 * a time and go when their sheet is written, so that memory does not grow with the number of months.
 */
export async function writeYearBook(
  year: string,
  tables: AsyncIterable<ConsolidationTable>,
  madeAt: Date,
): Promise<Buffer> {
  let book: { overview: Omit<Overview, 'columns'>; writer: Book } | null = null
  const months: YearMonth[] = []
  for await (const table of tables) {
    if (!book) book = { overview: overviewOf(year, table), writer: await openYearBook(year, table, madeAt) }
    const sheet = await drawMonthOfYear(book.writer, table, madeAt)
    months.push({ ...sumsOfMonth(table), sheet, marks: marksOf(table) })
    Object.assign(book.overview, overviewOf(year, table))
  }
  if (!book) throw new RangeError(`There is no month to write of ${year}.`)
  drawOverview(book.writer, { ...book.overview, columns: columnsOfYear(months) }, { months, madeAt })
  await drawYearChart(book.writer, { year, months })
  return book.writer.finish()
}

/** What the overview needs of a month, once its table is gone. */
export type YearMonth = MonthSums & { sheet: MonthSheet; marks: Marks }

/** What stands for a month's sums where they are masked, by column key. */
type Marks = ReadonlyMap<string, string>

function marksOf(table: ConsolidationTable): Marks {
  const shield = shieldFor(table)
  const marks = yearPlan(table).at.map(at => [table.columns[at]?.key, shield.text('total', at)] as const)
  return new Map(marks.flatMap(([key, mark]) => (key && mark ? [[key, mark]] : [])))
}

/** Subject and paper of the latest month written; columns of all months, whose forms may differ. */
type Overview = { year: string; subject: string; columns: TableColumn[]; paper: Paper }

const overviewOf = (year: string, table: ConsolidationTable): Omit<Overview, 'columns'> => ({
  year,
  subject: subjectOf(table),
  paper: table.paper,
})

/**
 * The overview is the first sheet to a reader and the last one written, because its results are known last. exceljs
 * gives a sheet the first free place, and opens its part of the file at once; so the first place is kept taken.
 */
async function openYearBook(year: string, table: ConsolidationTable, madeAt: Date): Promise<Book> {
  const book = await openBook({ title: yearTitle(year), author: table.paper.agencyName, madeAt })
  placesOf(book)[1] = TAKEN
  return book
}

const TAKEN = {}
const placesOf = (book: Book): unknown[] => (book.writer as unknown as { _worksheets: unknown[] })._worksheets

const FIRST_FIGURE = 1 + COUNTS.length + 1

/** The overview's own columns as a sheet, with the shares reckoned from them: months stand below one another. */
const planOf = ({ columns }: Overview): SheetPlan => ({ key: 'stock', at: [...columns.keys()] })

type Drawn = { months: YearMonth[]; madeAt: Date }

function drawOverview(book: Book, overview: Overview, { months, madeAt }: Drawn): void {
  const { year, columns, paper, subject } = overview
  const rates = ratesOf(columns)
  const figures = [...columns.map(it => (it.numbering.includes('=') ? 9 : 6.6)), ...rates.map(() => 7.5)]
  const widths = [13, ...COUNTS.map(() => 6.4), ...figures]
  const span = spanOf(widths)
  const below = [
    line(say('vi', 'sheet.year.asOf', { at: formatTime(madeAt) }), look.note, 17),
    line(say('vi', 'sheet.unitOfCount'), look.unit, 17),
  ]
  const title = `${yearTitle(year)}\n${balanced(subject)}`
  const opening = openingOf(paper, { title, below, span, madeAt })
  const headFrom = opening.length + 1
  placesOf(book)[1] = undefined
  const name = say('vi', 'sheet.name.year', { year })
  const sheet = addSheet(book, { name, widths, frozen: { columns: 1, rows: headFrom + HEAD_ROWS } }, headFrom)
  for (const [index, lines] of opening.entries()) drawLines(sheet, index + 1, lines)
  drawOverviewHeads(sheet, overview, headFrom)
  const first = headFrom + HEAD_ROWS + 1
  for (const [index, month] of months.entries())
    drawMonthRow(sheet, overview, { month, rates, at: first + index })
  drawYearRow(sheet, overview, { months, first })
  const letters = rates.map((_, at) => letterOf(FIRST_FIGURE + columns.length + at))
  drawBars(
    sheet,
    letters.map(it => `${it}${first}:${it}${first + months.length - 1}`),
  )
  const last = drawSignatures(sheet, paper, { span, at: first + months.length + 2 })
  closeSheet(sheet, span.last, last)
}

function drawOverviewHeads(sheet: ExcelJS.Worksheet, overview: Overview, headFrom: number): void {
  const put = (text: string, [top, left, bottom, right]: [number, number, number, number]) => {
    const cell = sheet.getCell(top, left)
    cell.value = text
    cell.style = heads.column
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right)
  }
  const last = headFrom + HEAD_ROWS - 1
  put(say('vi', 'sheet.year.month'), [headFrom, 1, last, 1])
  put(say('vi', 'sheet.year.units'), [headFrom, 2, headFrom, 1 + COUNTS.length])
  for (const [at, count] of COUNTS.entries())
    put(say('vi', `sheet.year.${count}`), [headFrom + 1, 2 + at, last, 2 + at])
  const plan = planOf(overview)
  for (const { text, row, at, rows, span } of bookHeads(plan, overview.columns)) {
    const top = headFrom + row
    put(text, [top, FIRST_FIGURE + at, top + rows - 1, FIRST_FIGURE + at + span - 1])
  }
  for (const [at, height] of [20, 29, 56, 25].entries()) sheet.getRow(headFrom + at).height = height
  const numbers = ['', ...COUNTS.map(() => ''), ...bookNumbering(plan, overview.columns)]
  const numbering = sheet.getRow(headFrom + HEAD_ROWS)
  numbering.values = numbers
  for (const at of numbers.keys()) numbering.getCell(at + 1).style = heads.numbering
  numbering.commit()
}

type MonthRow = { month: YearMonth; rates: readonly Rate[]; at: number }

/** Each figure is the month's own total; where nobody reported there is no figure, since a reference reads 0. */
function drawMonthRow(
  sheet: ExcelJS.Worksheet,
  { columns }: Overview,
  { month, rates, at: row }: MonthRow,
): void {
  const cells = columns.map(({ key }) => sumIn(month, key))
  const shield: Shield = { text: (_, at) => month.marks.get(columns[at]?.key ?? '') ?? null }
  const figures = columns.map(({ key }, index): Value => {
    const sum = cells[index] ?? null
    if (sum === null) return null
    const mark = month.marks.get(key)
    if (mark) return mark
    const at = month.columns.findIndex(it => it.key === key)
    const cell = `${letterOf(month.sheet.firstColumn + at)}${month.sheet.totalRow}`
    return { formula: `'${month.sheet.name}'!${cell}`, result: sum }
  })
  const addressOf = (at: number) => `${letterOf(FIRST_FIGURE + at)}${row}`
  const shares = rates.map(rate => shareFormula({ rate, cells, where: 'total', shield, addressOf }))
  writeRow(sheet, columns, [
    formatMonth(month.month),
    ...COUNTS.map(count => month.counts[count]),
    ...figures,
    ...shares,
  ])
}

/** Movements of the year added up; a stock has no sum over months, nor has a share, and an "x" says so. */
function drawYearRow(
  sheet: ExcelJS.Worksheet,
  { columns }: Overview,
  { months, first }: { months: readonly YearMonth[]; first: number },
): void {
  const notAdded = say('vi', 'sheet.year.notAdded')
  const figures = columns.map((column, at): Value => {
    if (column.kind !== 'flow') return notAdded
    const result = sumOverYear(months, column)
    if (result === null) return null
    if (months.some(it => it.marks.has(column.key))) return HIDDEN_MARK
    const letter = letterOf(FIRST_FIGURE + at)
    return { formula: `SUM(${letter}${first}:${letter}${first + months.length - 1})`, result }
  })
  const blank = COUNTS.map(() => notAdded)
  const shares = ratesOf(columns).map(() => notAdded)
  writeRow(sheet, columns, [say('vi', 'sheet.year.total'), ...blank, ...figures, ...shares], true)
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  columns: readonly TableColumn[],
  values: Value[],
  total = false,
): void {
  const style = total ? styles.total : styles.reported
  const row = sheet.addRow(values)
  row.height = 18
  for (const [index, value] of values.entries()) {
    const column = index + 1 - FIRST_FIGURE
    const isMark = index === 0 || value === say('vi', 'sheet.year.notAdded')
    const figure =
      column >= columns.length ? style.share : columns[column]?.signed ? style.signed : style.count
    row.getCell(index + 1).style = isMark ? style.order : figure
  }
  row.commit()
}
