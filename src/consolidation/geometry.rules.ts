import { formatNumber } from '../words/vietnamese.ts'
import { linesOf, pagesFor } from './measure.rules.ts'
import { remarksOf, shortRemark, stateRemarks } from './remark.rules.ts'
import { bookHeads, bookNumbering, type HeadCell, ratesOn, type SheetPlan } from './sheet.rules.ts'
import { type Block, type ConsolidationTable, isNested, type Row, rowsOf } from './table.rules.ts'

/** Where everything of a table's sheet comes to stand: widths in characters, heights in points. */

/** Columns before the figures: STT and the commune. */
export const LEAD = 2

const WIDTH = { order: 5, name: 21.5, long: 27, short: 24, rate: 9 }
/** What A4 sideways holds between its margins (252 × 170 mm) at full size. */
const PAGE = { pixels: 952, points: 482 }
/** A digit of Times New Roman 11 in pixels: 7 as Excel counts column widths, near 7.5 as LibreOffice does. */
const DIGIT = 7.2
const ROW = 16.5
/** A line of a column's head. */
const LINE = 12
/** Rows before the heads of a sheet that is signed, and total, note and signatures after it. */
const OPENING = 155
const CLOSING = 170

export type Geometry = {
  widths: number[]
  /** The three rows of the head and the numbering row. */
  heads: number[]
  remarkOf: (row: Row) => string
  heightOf: (row: Row) => number
  blockHeight: (block: Block) => number
  /** On how many pages the sheet is fitted; 0 is as many as it takes. */
  pages: number
}

export function geometryOf(table: ConsolidationTable, plan: SheetPlan): Geometry {
  const widths = widthsOf(table, plan)
  const heads = headHeights(table, plan, widths)
  const nameWidth = (widths[1] ?? WIDTH.name) * 1.15
  const remarkWidth = (widths.at(-1) ?? WIDTH.short) * 1.14
  // What a commune explains names the figures that are masked.
  const isFull = isSigned(plan) && !table.paper.maskSmallCells
  const lay = (row: Row): Laid => {
    const remark = isFull ? shortRemark(remarksOf(row, 'vi'), 'vi') : stateRemarks(row, 'vi').join('; ')
    const [name, about] = [linesOf(row.name, nameWidth) * 14 + 2.5, linesOf(remark, remarkWidth) * 11.5 + 4]
    return { remark, height: Math.max(ROW, name, about) }
  }
  const laid = new Map(rowsOf(table).map(row => [row, lay(row)]))
  const at = (row: Row) => laid.get(row) ?? lay(row)
  const heightOf = (row: Row) => at(row).height
  const blockHeight = ({ office }: Block) => linesOf(office.name, nameWidth * 0.92) * 14.5 + 3
  const pages = isSigned(plan) ? pagesOf(table, { widths, heads, heightOf, blockHeight }) : 0
  const remarkOf = (row: Row) => at(row).remark
  return { widths, heads, remarkOf, heightOf, blockHeight, pages }
}

/** What a row says in Ghi chú, and how high it is with that. */
type Laid = { remark: string; height: number }

/** The sheets that carry heads and signatures, and remarks in full. */
export const isSigned = ({ key }: SheetPlan): boolean => key === 'stock' || key === 'month'

/**
 * Every figure column holds its total, and the sums of the numbering row. A sheet of few columns is spread over
 * the page, since exceljs' streaming writer cannot centre it there.
 */
function widthsOf(table: ConsolidationTable, plan: SheetPlan): number[] {
  const figures = plan.at.map(at => {
    const total = table.totals[at] ?? null
    const digits = total === null ? 1 : formatNumber(total).length
    const isSum = table.columns[at]?.cohort === null && table.columns[at]?.numbering.includes('=')
    return Math.max(isSum ? 9 : 6, digits * 1.05 + 1.6)
  })
  figures.push(...ratesOn(plan, table.columns).map(() => WIDTH.rate))
  const widths = [WIDTH.order, WIDTH.name, ...figures, isSigned(plan) ? WIDTH.long : WIDTH.short]
  const spare = Math.max(0, PAGE.pixels / DIGIT - sumOf(widths))
  const share = Math.min(5, (spare * 0.6) / Math.max(1, figures.length))
  const rest = spare - share * figures.length
  return widths.map((width, at) => {
    if (at === 0) return width
    if (at === 1) return width + rest * 0.4
    return at === widths.length - 1 ? width + rest * 0.6 : width + share
  })
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, it) => sum + it, 0)

/** Column heads are short words in narrow columns: the third row is as high as the longest of them needs. */
function headHeights({ columns }: ConsolidationTable, plan: SheetPlan, widths: readonly number[]): number[] {
  const cells = bookHeads(plan, columns)
  const widthOver = (at: number, span: number) => sumOf(widths.slice(LEAD + at, LEAD + at + span))
  const linesIn = ({ text, at, span }: HeadCell) => linesOf(text, widthOver(at, span) * 0.98)
  const highest = (row: number, wide: boolean) =>
    Math.max(1, ...cells.filter(it => it.row === row && it.span > 1 === wide).map(linesIn)) * LINE + 5
  const top = Math.max(highest(0, true), highest(0, false))
  const second = highest(1, true)
  const third = Math.max(highest(2, false), highest(1, false) - second, 2 * LINE + 5)
  const numbering = Math.max(
    1,
    ...bookNumbering(plan, columns).map((it, at) =>
      linesOf(it.replace(/(?<=.)([+=:])/g, ' $1'), (widths[LEAD + at] ?? 6) * 1.7),
    ),
  )
  return [top, second, third, numbering * 10 + 5]
}

type Heights = Pick<Geometry, 'widths' | 'heads' | 'blockHeight' | 'heightOf'>

function pagesOf(table: ConsolidationTable, { widths, heads, heightOf, blockHeight }: Heights): number {
  const repeated = sumOf(heads)
  const page = PAGE.points * Math.max(1, (sumOf(widths) * DIGIT) / PAGE.pixels)
  const nested = isNested(table)
  const rows = table.blocks.flatMap(block => [
    ...(nested ? [blockHeight(block)] : []),
    ...block.rows.map(heightOf),
  ])
  return pagesFor({ page, opening: OPENING + repeated, repeated, rows, closing: CLOSING })
}
