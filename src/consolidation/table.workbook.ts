import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { breathe, letterOf, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { drawBars, figureCell, shareFormula, sumFormula, type Value } from './formula.workbook.ts'
import { type Geometry, LEAD } from './geometry.rules.ts'
import { linesFrom, type SheetLine } from './line.rules.ts'
import type { Shield, Where } from './mask.rules.ts'
import { bookHeads, bookNumbering, HEAD_ROWS, ratesOn, type SheetPlan } from './sheet.rules.ts'
import { heads, type RowStyle, type Style, rows as styles } from './style.workbook.ts'
import type { Cells, ConsolidationTable, TableColumn } from './table.rules.ts'

/** Draws the table itself: column heads, a row a commune, sums and shares that are formulas with their results. */

/** Where the rows came to stand: the first below the heads, and "Tổng cộng". */
export type DrawnTable = { firstRow: number; totalRow: number; lastColumn: number }

type Drawing = { plan: SheetPlan; geometry: Geometry; shield: Shield }

/** Writes heads from `firstRow` on and everything below them. */
export async function drawTable(
  sheet: ExcelJS.Worksheet,
  table: ConsolidationTable,
  { firstRow: headFrom, ...drawing }: Drawing & { firstRow: number },
): Promise<DrawnTable> {
  const { plan, geometry } = drawing
  drawHeads(sheet, table.columns, { plan, headFrom, heights: geometry.heads })
  const firstRow = headFrom + HEAD_ROWS + 1
  const draw = penFor(sheet, table, drawing)
  let totalRow = firstRow
  for (const line of linesFrom(table, firstRow)) {
    draw(line)
    totalRow = line.at
    if (line.at % ROWS_BETWEEN_BREATHS === 0) await breathe()
  }
  const rates = ratesOn(plan, table.columns)
  const rateFrom = LEAD + plan.at.length + 1
  const letters = rates.map((_, at) => letterOf(rateFrom + at))
  drawBars(
    sheet,
    letters.map(it => `${it}${firstRow}:${it}${totalRow}`),
  )
  return { firstRow, totalRow, lastColumn: rateFrom + rates.length }
}

function drawHeads(
  sheet: ExcelJS.Worksheet,
  columns: readonly TableColumn[],
  { plan, headFrom, heights }: { plan: SheetPlan; headFrom: number; heights: readonly number[] },
): void {
  const numbers = bookNumbering(plan, columns)
  const remarkAt = LEAD + numbers.length + 1
  const through = headFrom + HEAD_ROWS - 1
  const put = (text: string, [top, left, bottom, right]: [number, number, number, number]) => {
    const cell = sheet.getCell(top, left)
    cell.value = text
    cell.style = heads.column
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right)
  }
  put(say('vi', 'sheet.order'), [headFrom, 1, through, 1])
  put(say('vi', 'sheet.unit'), [headFrom, 2, through, 2])
  put(say('vi', 'sheet.remarks'), [headFrom, remarkAt, through, remarkAt])
  for (const { text, row, at, rows, span } of bookHeads(plan, columns)) {
    const top = headFrom + row
    put(text, [top, LEAD + 1 + at, top + rows - 1, LEAD + at + span])
  }
  for (const [at, height] of heights.entries()) sheet.getRow(headFrom + at).height = height
  const numbering = sheet.getRow(headFrom + HEAD_ROWS)
  numbering.values = ['(1)', '(2)', ...numbers, `(${lastNumber(plan, columns) + 1})`]
  for (let at = 1; at <= remarkAt; at += 1) numbering.getCell(at).style = heads.numbering
  numbering.commit()
}

const lastNumber = ({ at }: SheetPlan, columns: readonly TableColumn[]): number =>
  Math.max(0, ...at.map(place => Number(/\d+/.exec(columns[place]?.numbering ?? '')?.[0] ?? 0)))

/** What draws each kind of line, with the styles and formulas of this sheet prepared. */
function penFor(sheet: ExcelJS.Worksheet, table: ConsolidationTable, drawing: Drawing) {
  const { geometry } = drawing
  const looks = looksOf(table, drawing)
  const write = (values: Value[], kind: keyof typeof looks, height: number) => {
    const row = sheet.addRow(values)
    for (const [at, style] of looks[kind].entries()) row.getCell(at + 1).style = style
    row.height = height
    row.commit()
  }
  const { figures, sums } = cellsFor(table, drawing)
  return (line: SheetLine): void => {
    if (line.kind === 'row') {
      const { row, order, at } = line
      const cells = figures({ where: { row: row.unitId }, cells: row.values, at })
      const kind = row.version ? 'reported' : 'missing'
      write([order, row.name, ...cells, geometry.remarkOf(row)], kind, geometry.heightOf(row))
    } else if (line.kind === 'block') {
      const { office, totals, counts } = line.block
      const cells = sums({ where: { block: office.id }, cells: totals, ...line })
      const remark = say('vi', 'sheet.reportedOf', { reported: counts.reported, expected: counts.expected })
      write([line.order, office.name, ...cells, remark], 'block', geometry.blockHeight(line.block))
    } else {
      const cells = sums({ where: 'total', cells: table.totals, ...line })
      write(['', say('vi', 'sheet.total'), ...cells, ''], 'total', 21)
    }
  }
}

function looksOf({ columns }: ConsolidationTable, { plan }: Drawing) {
  const rates = ratesOn(plan, columns)
  const looksFor = (kind: RowStyle): Style[] => [
    kind.order,
    kind.name,
    ...plan.at.map(at => (columns[at]?.signed ? kind.signed : kind.count)),
    ...rates.map(() => kind.share),
    kind.remark,
  ]
  return {
    reported: looksFor(styles.reported),
    missing: looksFor(styles.missing),
    block: looksFor(styles.block),
    total: looksFor(styles.total),
  }
}

type Placed = { where: Where; cells: Cells; at: number }

function cellsFor({ columns, paper }: ConsolidationTable, { plan, shield }: Drawing) {
  const rates = ratesOn(plan, columns)
  const letters = new Map(plan.at.map((place, index) => [place, letterOf(LEAD + 1 + index)]))
  const shares = ({ at, ...placed }: Placed): Value[] =>
    rates.map(rate =>
      shareFormula({ ...placed, rate, shield, addressOf: place => `${letters.get(place)}${at}` }),
    )
  const figures = (placed: Placed): Value[] => [
    ...plan.at.map(at => figureCell(shield, placed.where, at, placed.cells)),
    ...shares(placed),
  ]
  // Masked cells are text, which SUM would leave out: there a sum stands as a number.
  const sums = ({ ranges, ...placed }: Placed & { ranges: readonly string[] }): Value[] => {
    if (paper.maskSmallCells) return figures(placed)
    const added = [...letters].map(([at, letter]) => sumFormula(placed.cells[at] ?? null, ranges, letter))
    return [...added, ...shares(placed)]
  }
  return { figures, sums }
}
