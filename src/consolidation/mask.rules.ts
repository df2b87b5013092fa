import { hideSmall } from './hide.rules.ts'
import { swapsOf } from './swap.rules.ts'
import { type Cells, type ConsolidationTable, isNested } from './table.rules.ts'
import type { Line } from './twin.rules.ts'

/** Cells under this are masked in what leaves the office, when the office says so: they could point at a child. */
export const SMALL = 5

export const SMALL_MARK = `<${SMALL}`
/** Stands for a figure that is not small itself, but from which a small one could be reckoned. */
export const HIDDEN_MARK = '…'

/** Whose cells: a commune's, an office's subtotals, or the table's own totals. */
export type Where = { row: number } | { block: number } | 'total'

/** What stands in place of which figures; `column` is a place in `table.columns`. */
export type Shield = {
  /** '<5' for a small figure, '…' for one hidden beside it, null where the figure itself is shown. */
  text(where: Where, column: number): string | null
}

/** A zero points at nobody and stays; an empty cell is no figure. */
export const isSmall = (value: number | null): boolean =>
  value !== null && value !== 0 && Math.abs(value) < SMALL

/** Hides nothing: for papers that stay in the office. */
export const openShield: Shield = { text: () => null }

/** What a table's paper asks for: everything shown, or small figures shielded. */
export const shieldFor = (table: ConsolidationTable): Shield =>
  table.paper.maskSmallCells ? shieldOf(table) : openShield

/**
 * Masks small figures, and so many others that no small one can be reckoned back from sums of rows, of offices, of
 * graduation years, or across a row (twin.rules says how that is made sure).
 */
export function shieldOf(table: ConsolidationTable): Shield {
  const line = (values: Cells, weight: number): Line => ({
    values,
    marks: values.map(it => (isSmall(it) ? 'small' : 'shown')),
    safe: values.map(it => !isSmall(it)),
    weight,
  })
  const nested = isNested(table)
  const total = line(table.totals, COSTS.total)
  const rows = new Map<number, Line>()
  const blocks = new Map<number, Line>()
  const groups = table.blocks.map(block => {
    const sums = nested ? line(block.totals, COSTS.block) : null
    blocks.set(block.office.id, sums ?? total)
    for (const row of block.rows) rows.set(row.unitId, line(row.values, COSTS.row))
    return { sums, rows: block.rows.flatMap(it => rows.get(it.unitId) ?? []) }
  })
  hideSmall({ total, groups }, swapsOf(table.columns), SMALL)
  const lineAt = (where: Where): Line | undefined => {
    if (where === 'total') return total
    return 'row' in where ? rows.get(where.row) : blocks.get(where.block)
  }
  return { text: (where, column) => MARKS[lineAt(where)?.marks[column] ?? 'shown'] }
}

/** What hiding one cell costs the reader: totals are what the paper is read for. */
const COSTS = { row: 1, block: 4, total: 12 } as const

const MARKS = { shown: null, small: SMALL_MARK, hidden: HIDDEN_MARK } as const
