import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import { addSheet, type Book, closeSheet, letterOf, openBook } from './book.workbook.ts'
import { balanced, drawMonthOfYear, type MonthSheet, subjectOf } from './consolidation.workbook.ts'
import { drawLines, drawPaperHead, drawSignatures, line, PAPER_ROWS, spanOf } from './paper.workbook.ts'
import { masked } from './remark.rules.ts'
import { HEAD_ROWS, headCells, numberingOf, yearPlan } from './sheet.rules.ts'
import { heads, paper as look, rows as styles } from './style.workbook.ts'
import type { ConsolidationTable, Paper, TableColumn } from './table.rules.ts'
import { yearTitle } from './year.rules.ts'
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
  let book: { overview: Overview; writer: Book } | null = null
  const months: YearMonth[] = []
  for await (const table of tables) {
    if (!book) book = { overview: overviewOf(year, table), writer: await openYearBook(year, table, madeAt) }
    const sheet = await drawMonthOfYear(book.writer, table, madeAt)
    months.push({ ...sumsOfMonth(table), sheet })
    Object.assign(book.overview, overviewOf(year, table))
  }
  if (!book) throw new RangeError(`There is no month to write of ${year}.`)
  drawOverview(book.writer, book.overview, { months, madeAt })
  return book.writer.finish()
}

/** What the overview needs of a month, once its table is gone. */
type YearMonth = MonthSums & { sheet: MonthSheet }

/** Columns and paper of the latest month written: a form edition that began within the year decides the columns. */
type Overview = { year: string; subject: string; columns: TableColumn[]; paper: Paper }

const overviewOf = (year: string, table: ConsolidationTable): Overview => ({
  year,
  subject: subjectOf(table),
  columns: yearPlan(table).at.flatMap(at => table.columns[at] ?? []),
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
const HEAD_FROM = PAPER_ROWS + 4

function drawOverview(
  book: Book,
  overview: Overview,
  { months, madeAt }: { months: YearMonth[]; madeAt: Date },
): void {
  const { year, columns, paper, subject } = overview
  const title = `${yearTitle(year)}\n${balanced(subject)}`
  const widths = [13, ...COUNTS.map(() => 6.4), ...columns.map(it => (it.numbering.includes('=') ? 9 : 6.6))]
  const span = spanOf(widths)
  placesOf(book)[1] = undefined
  const name = say('vi', 'sheet.name.year', { year })
  const sheet = addSheet(
    book,
    { name, widths, frozen: { columns: 1, rows: HEAD_FROM + HEAD_ROWS } },
    HEAD_FROM,
  )
  drawPaperHead(sheet, paper, { span, madeAt })
  const across = { to: span.last }
  drawLines(sheet, PAPER_ROWS + 1, [{ ...line(title.toUpperCase(), look.title, 60), ...across }])
  const asOf = say('vi', 'sheet.year.asOf', { at: formatTime(madeAt) })
  drawLines(sheet, PAPER_ROWS + 2, [{ ...line(asOf, look.note, 17), ...across }])
  drawLines(sheet, PAPER_ROWS + 3, [{ ...line(say('vi', 'sheet.unitOfCount'), look.unit, 17), ...across }])
  drawOverviewHeads(sheet, columns)
  for (const month of months) drawMonthRow(sheet, overview, month)
  drawYearRow(sheet, overview, months)
  const last = drawSignatures(sheet, paper, { span, at: HEAD_FROM + HEAD_ROWS + months.length + 3 })
  closeSheet(sheet, span.last, last)
}

function drawOverviewHeads(sheet: ExcelJS.Worksheet, columns: readonly TableColumn[]): void {
  const put = (text: string, [top, left, bottom, right]: [number, number, number, number]) => {
    const cell = sheet.getCell(top, left)
    cell.value = text
    cell.style = heads.column
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right)
  }
  const last = HEAD_FROM + HEAD_ROWS - 1
  put(say('vi', 'sheet.year.month'), [HEAD_FROM, 1, last, 1])
  put(say('vi', 'sheet.year.units'), [HEAD_FROM, 2, HEAD_FROM, 1 + COUNTS.length])
  for (const [at, count] of COUNTS.entries())
    put(say('vi', `sheet.year.${count}`), [HEAD_FROM + 1, 2 + at, last, 2 + at])
  for (const { text, row, at, rows, span } of headCells(columns, 'vi')) {
    const top = HEAD_FROM + row
    put(text, [top, FIRST_FIGURE + at, top + rows - 1, FIRST_FIGURE + at + span - 1])
  }
  for (const [at, height] of [20, 29, 56, 25].entries()) sheet.getRow(HEAD_FROM + at).height = height
  const numbering = sheet.getRow(HEAD_FROM + HEAD_ROWS)
  numbering.values = ['', ...COUNTS.map(() => ''), ...columns.map(numberingOf)]
  for (let at = 1; at < FIRST_FIGURE + columns.length; at += 1) numbering.getCell(at).style = heads.numbering
  numbering.commit()
}

/** Each figure is the month's own total; where nobody reported there is no figure, since a reference reads 0. */
function drawMonthRow(sheet: ExcelJS.Worksheet, { columns, paper }: Overview, month: YearMonth): void {
  const figures = columns.map(({ key }): ExcelJS.CellValue => {
    const sum = sumIn(month, key)
    if (sum === null || paper.maskSmallCells) return masked(sum, paper.maskSmallCells)
    const at = month.columns.findIndex(it => it.key === key)
    const cell = `${letterOf(month.sheet.firstColumn + at)}${month.sheet.totalRow}`
    return { formula: `'${month.sheet.name}'!${cell}`, result: sum }
  })
  writeRow(sheet, columns, [
    formatMonth(month.month),
    ...COUNTS.map(count => month.counts[count]),
    ...figures,
  ])
}

/** Movements of the year added up; a stock has no sum over months, and an "x" says so. */
function drawYearRow(
  sheet: ExcelJS.Worksheet,
  { columns, paper }: Overview,
  months: readonly YearMonth[],
): void {
  const first = HEAD_FROM + HEAD_ROWS + 1
  const figures = columns.map((column, at): ExcelJS.CellValue => {
    if (column.kind !== 'flow') return say('vi', 'sheet.year.notAdded')
    const result = sumOverYear(months, column)
    if (result === null || paper.maskSmallCells) return masked(result, paper.maskSmallCells)
    const letter = letterOf(FIRST_FIGURE + at)
    return { formula: `SUM(${letter}${first}:${letter}${first + months.length - 1})`, result }
  })
  const blank = COUNTS.map(() => say('vi', 'sheet.year.notAdded'))
  writeRow(sheet, columns, [say('vi', 'sheet.year.total'), ...blank, ...figures], true)
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  columns: readonly TableColumn[],
  values: ExcelJS.CellValue[],
  total = false,
): void {
  const style = total ? styles.total : styles.reported
  const row = sheet.addRow(values)
  row.height = 18
  for (const [index, value] of values.entries()) {
    const signed = columns[index + 1 - FIRST_FIGURE]?.signed
    const isMark = index === 0 || value === say('vi', 'sheet.year.notAdded')
    row.getCell(index + 1).style = isMark ? style.order : signed ? style.signed : style.count
  }
  row.commit()
}
