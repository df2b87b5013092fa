import type ExcelJS from 'exceljs'
import { say } from '../words/all.ts'
import { breathe, letterOf, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { type Geometry, LEAD } from './geometry.rules.ts'
import { masked, roman } from './remark.rules.ts'
import { HEAD_ROWS, headCells, numberingOf, type SheetPlan } from './sheet.rules.ts'
import { heads, type RowStyle, rows as styles } from './style.workbook.ts'
import {
  type Block,
  type Cells,
  type ConsolidationTable,
  isNested,
  type Row,
  type TableColumn,
} from './table.rules.ts'

/** Draws the table itself: column heads, a row a commune, sums that are formulas with their results. */

export type DrawnTable = { totalRow: number; lastColumn: number }

/** Writes heads from `firstRow` on and everything below them; tells where "Tổng cộng" came to stand. */
export async function drawTable(
  sheet: ExcelJS.Worksheet,
  table: ConsolidationTable,
  { plan, geometry, firstRow }: { plan: SheetPlan; geometry: Geometry; firstRow: number },
): Promise<DrawnTable> {
  const columns = plan.at.flatMap(at => table.columns[at] ?? [])
  drawHeads(sheet, columns, { firstRow, heights: geometry.heads })
  const pen = penFor(sheet, table, { plan, geometry })
  const blockRows: number[] = []
  let next = firstRow + HEAD_ROWS + 1
  for (const [index, block] of table.blocks.entries()) {
    if (isNested(table)) {
      blockRows.push(next)
      pen.block(block, roman(index + 1), `${next + 1}:${next + block.rows.length}`)
      next += 1
    }
    for (const [order, row] of block.rows.entries()) {
      pen.row(row, order + 1)
      next += 1
      if (next % ROWS_BETWEEN_BREATHS === 0) await breathe()
    }
  }
  const summed = isNested(table) ? blockRows : [`${firstRow + HEAD_ROWS + 1}:${next - 1}`]
  pen.total(summed)
  return { totalRow: next, lastColumn: LEAD + plan.at.length + 1 }
}

function drawHeads(
  sheet: ExcelJS.Worksheet,
  columns: readonly TableColumn[],
  { firstRow, heights }: { firstRow: number; heights: readonly number[] },
): void {
  const remarkAt = LEAD + columns.length + 1
  const numberingRow = firstRow + HEAD_ROWS
  const through = firstRow + HEAD_ROWS - 1
  const put = (text: string, [top, left, bottom, right]: [number, number, number, number]) => {
    const cell = sheet.getCell(top, left)
    cell.value = text
    cell.style = heads.column
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right)
  }
  put(say('vi', 'sheet.order'), [firstRow, 1, through, 1])
  put(say('vi', 'sheet.unit'), [firstRow, 2, through, 2])
  put(say('vi', 'sheet.remarks'), [firstRow, remarkAt, through, remarkAt])
  for (const { text, row, at, rows, span } of headCells(columns, 'vi')) {
    const top = firstRow + row
    put(text, [top, LEAD + 1 + at, top + rows - 1, LEAD + at + span])
  }
  for (const [at, height] of heights.entries()) sheet.getRow(firstRow + at).height = height
  const numbering = sheet.getRow(numberingRow)
  numbering.values = ['(1)', '(2)', ...columns.map(numberingOf), `(${lastNumber(columns) + 1})`]
  for (let at = 1; at <= remarkAt; at += 1) numbering.getCell(at).style = heads.numbering
  numbering.commit()
}

const lastNumber = (columns: readonly TableColumn[]): number =>
  Math.max(0, ...columns.map(it => Number(/\d+/.exec(it.numbering)?.[0] ?? 0)))

type Value = ExcelJS.CellValue

/** What draws one row of each kind, with the styles and formulas of this sheet prepared. */
function penFor(
  sheet: ExcelJS.Worksheet,
  { columns, totals, paper }: ConsolidationTable,
  { plan, geometry }: { plan: SheetPlan; geometry: Geometry },
) {
  const mask = paper.maskSmallCells
  const stylesFor = (kind: RowStyle) => [
    kind.order,
    kind.name,
    ...plan.at.map(at => (columns[at]?.signed ? kind.signed : kind.count)),
    kind.remark,
  ]
  const prepared = {
    reported: stylesFor(styles.reported),
    missing: stylesFor(styles.missing),
    block: stylesFor(styles.block),
    total: stylesFor(styles.total),
  }
  const write = (values: Value[], kind: keyof typeof prepared, height: number) => {
    const row = sheet.addRow(values)
    for (const [at, style] of prepared[kind].entries()) row.getCell(at + 1).style = style
    row.height = height
    row.commit()
  }
  const sums = (cells: Cells, ranges: readonly (string | number)[]) =>
    plan.at.map((at, index) =>
      sumCell(cells[at] ?? null, { ranges, letter: letterOf(LEAD + 1 + index), mask }),
    )
  return {
    row: (row: Row, order: number) => {
      const figures = plan.at.map(at => masked(row.values[at] ?? null, mask))
      const kind = row.version ? 'reported' : 'missing'
      write([order, row.name, ...figures, geometry.remarkOf(row)], kind, geometry.heightOf(row))
    },
    block: (block: Block, order: string, range: string) => {
      const { reported, expected } = block.counts
      const remark = say('vi', 'sheet.reportedOf', { reported, expected })
      write(
        [order, block.office.name, ...sums(block.totals, [range]), remark],
        'block',
        geometry.blockHeight(block),
      )
    },
    total: (ranges: readonly (string | number)[]) =>
      write(['', say('vi', 'sheet.total'), ...sums(totals, ranges), ''], 'total', 21),
  }
}

/**
 * A sum over rows of a column: ['13:108'] or [13, 50]. Where nobody reported there is none, since Excel's SUM of
 * nothing reads 0. Masked cells are text, which SUM would leave out; there the sum stands as a number.
 */
function sumCell(
  sum: number | null,
  { ranges, letter, mask }: { ranges: readonly (string | number)[]; letter: string; mask: boolean },
): Value {
  if (sum === null) return null
  if (mask) return masked(sum, mask)
  const cells = ranges.map(it =>
    String(it)
      .split(':')
      .map(row => letter + row)
      .join(':'),
  )
  return { formula: `SUM(${cells.join(',')})`, result: sum }
}
