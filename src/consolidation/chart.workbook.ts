import { say } from '../words/all.ts'
import { type Book, letterOf, printing } from './book.workbook.ts'
import { monthPicture } from './book-chart.rules.ts'
import type { Shield } from './mask.rules.ts'
import { drawPicture } from './picture.workbook.ts'
import type { Picture } from './svg.rules.ts'
import type { ConsolidationTable } from './table.rules.ts'
import { yearPicture } from './year-chart.rules.ts'
import { type MonthSums, sumIn } from './year-view.rules.ts'

/** The books' last sheet: one picture, on one page. */

export const drawMonthChart = (book: Book, table: ConsolidationTable, shield: Shield): Promise<void> =>
  drawChart(book, monthPicture(table, shield))

/** Months with what stands for their masked sums, by column key. */
export type MarkedMonth = MonthSums & { marks: ReadonlyMap<string, string> }

type Trend = { year: string; months: readonly MarkedMonth[] }

export function drawYearChart(book: Book, { year, months }: Trend): Promise<void> {
  const shown = (it: MarkedMonth, key: string) => (it.marks.has(key) ? null : sumIn(it, key))
  const trend = months.map(it => ({
    month: it.month,
    neither: shown(it, 'neither'),
    unknown: shown(it, 'unknown'),
    reported: it.counts.reported,
    expected: it.counts.expected,
  }))
  return drawChart(book, yearPicture(year, trend))
}

async function drawChart(book: Book, picture: Picture): Promise<void> {
  const sheet = book.writer.addWorksheet(say('vi', 'sheet.name.chart'), {
    ...printing,
    pageSetup: { ...printing.pageSetup, fitToHeight: 1 },
    views: [{ state: 'normal', showGridLines: false }],
  })
  await drawPicture(book, sheet, { picture, row: 1, column: 1 })
  const columns = Math.ceil(picture.width / COLUMN) + 1
  const rows = Math.ceil(picture.height / ROW) + 1
  sheet.pageSetup.printArea = `A1:${letterOf(columns)}${rows}`
  sheet.commit()
}

/** An untouched cell in pixels, on the small side. */
const COLUMN = 64
const ROW = 20
