import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { UnitChange } from './changes.rules.ts'
import { type CellAsked, figurePath } from './figure.rules.ts'
import { remarksOf } from './remark.rules.ts'
import { HEAD_ROWS, headCells, numberingOf, type SheetKey, type SheetPlan } from './sheet.rules.ts'
import {
  type Block,
  type Cells,
  type ConsolidationTable,
  isNested,
  type Row,
  type TableColumn,
} from './table.rules.ts'

/** The table as the page shows it: heads, rows, sums as text. Nothing is masked here, inside the office. */

/** `href` leads to where the figure comes from; null for an empty cell. */
export type ShownCell = { text: string; changed: boolean; href: string | null }
export type ShownRow = {
  order: number
  name: string
  href: string
  missing: boolean
  note: string
  cells: ShownCell[]
}

export type ShownSheet = {
  heads: { text: string; rows: number; span: number; numeric: boolean }[][]
  numbering: string[]
  rows: ShownRow[]
  totals: ShownCell[]
}

/**
 * One part of the table. Of an office with offices below it the rows are those offices with their subtotals, each
 * leading to its own table one level down: the nation's 3,321 communes are for the book, not for a page.
 */
export function shownSheet(
  table: ConsolidationTable,
  plan: SheetPlan,
  { lang, changes }: { lang: Lang; changes: readonly UnitChange[] },
): ShownSheet {
  const changed = new Set(changes.flatMap(it => it.cells.map(cell => `${it.unitId} ${cell.column.key}`)))
  const home = `/consolidation/${table.office.id}/${table.month}`
  const columns = plan.at.flatMap(at => table.columns[at] ?? [])
  const cellsOf = (values: Cells, of: number | null, path = home) =>
    plan.at.map(at => cellOf(values[at] ?? null, { column: table.columns[at]?.key ?? '', of }, path))
  const cellOf = (value: number | null, cell: CellAsked, path: string): ShownCell => ({
    text: figureText(value),
    changed: changed.has(`${cell.of} ${cell.column}`),
    href: value === null ? null : figurePath(path, cell),
  })
  const rowOf = (row: Row, order: number): ShownRow => ({
    order: order + 1,
    name: row.name,
    href: `/reports/${row.unitId}/${table.month}`,
    missing: row.version === null,
    note: remarksOf(row, lang),
    cells: cellsOf(row.values, row.unitId),
  })
  const officeRow = (block: Block, order: number): ShownRow => ({
    order: order + 1,
    name: block.office.name,
    href: `/consolidation/${block.office.id}/${table.month}`,
    missing: block.counts.reported === 0,
    note: say(lang, 'sheet.reportedOf', {
      reported: formatNumber(block.counts.reported),
      expected: formatNumber(block.counts.expected),
    }),
    cells: cellsOf(block.totals, null, `/consolidation/${block.office.id}/${table.month}`),
  })
  return {
    ...shownHeads(columns, lang),
    rows: isNested(table) ? table.blocks.map(officeRow) : table.blocks.flatMap(it => it.rows.map(rowOf)),
    totals: cellsOf(table.totals, null),
  }
}

/** Head rows for a page, each cell with how far it reaches down and across; and the numbering row. */
export function shownHeads(
  columns: readonly TableColumn[],
  lang: Lang,
): Pick<ShownSheet, 'heads' | 'numbering'> {
  const cells = headCells(columns, lang)
  const heads = Array.from({ length: HEAD_ROWS }, (_, row) =>
    cells
      .filter(it => it.row === row)
      .map(({ text, rows, span }) => ({ text, rows, span, numeric: span === 1 })),
  )
  return { heads, numbering: columns.map(numberingOf) }
}

const figureText = (value: number | null): string => (value === null ? '' : formatNumber(value))

/** 'Số liệu tính đến ngày …, 86/96 đơn vị đã báo cáo …' */
export function builtLine(table: ConsolidationTable, now: Date, lang: Lang): string {
  const { reported, expected, late, missing } = table.counts
  return say(lang, 'consolidation.built', {
    asOf: formatDay(table.cutOff),
    due: formatTime(new Date(table.due)),
    at: formatTime(now),
    reported: formatNumber(reported),
    expected: formatNumber(expected),
    late: formatNumber(late),
    missing: formatNumber(missing),
  })
}

/** The parts of the table as links, shares beside their targets last; `current` is the one shown. */
export const viewLinks = (
  plans: readonly SheetPlan[],
  current: SheetKey | 'goals',
  path: string,
  lang: Lang,
) =>
  [...plans.map(it => it.key), 'goals' as const].map((key, at) => ({
    href: at === 0 ? path : `${path}?view=${key}`,
    label: say(lang, `consolidation.view.${key}`),
    current: key === current,
  }))

export const monthLabel = (month: string, lang: Lang): string =>
  say(lang, 'consolidation.toMonth', { month: formatMonth(month) })
