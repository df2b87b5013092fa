import { cohortsIn, type Figures, fieldName } from '../reports/form.rules.ts'
import type { SentVersion } from '../reports/open-report.rules.ts'
import {
  type Block,
  type ConsolidationTable,
  isNested,
  type Row,
  rowsOf,
  type TableColumn,
} from './table.rules.ts'

/**
 * Where a figure of the consolidation comes from: a sum says what it adds and who is not in it, a commune's figure says
 * from which versions it came, who sent them and why. The table may be the one of now, or a numbered copy as it left.
 */

/** A cell: its column's key, and the commune or office it stands for; null is the table's own total. */
export type CellAsked = { column: string; of: number | null }

export type AskedFigure = CellAsked & { copy: number | null }

/** From the address (a form's query, or the parts of a path); null when it names no cell. */
export function readFigure(asked: Readonly<Record<string, unknown>>): AskedFigure | null {
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const id = (name: string) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : null)
  const bad = (name: string) => text(name) !== '' && id(name) === null
  if (!/^[a-z][a-z0-9_]{0,39}(@\d{4})?$/.test(text('column')) || bad('of') || bad('copy')) return null
  return { column: text('column'), of: id('of'), copy: id('copy') }
}

/** '/consolidation/51/2026-11/figure/neither/123' */
export const figurePath = (path: string, { column, of }: CellAsked, copy: number | null = null): string =>
  `${path}/figure/${column}${of === null ? '' : `/${of}`}${copy === null ? '' : `?copy=${copy}`}`

/** What is added into a sum: a commune, or an office below with its own sum. */
export type Part = {
  unitId: number
  name: string
  value: number | null
  /** The commune's row; null for an office. */
  row: Row | null
  counts: Block['counts'] | null
}

export type FoundFigure = { column: TableColumn; value: number | null } & (
  | { kind: 'sum'; name: string; parts: Part[]; counts: Block['counts'] }
  | { kind: 'commune'; row: Row }
)

/** The cell in the table; null when the table has no such column, unit or office. */
export function findFigure(table: ConsolidationTable, { column: key, of }: CellAsked): FoundFigure | null {
  const at = table.columns.findIndex(it => it.key === key)
  const column = table.columns[at]
  if (!column) return null
  const block = table.blocks.find(it => it.office.id === of)
  if (of === null || of === table.office.id) {
    const parts = isNested(table)
      ? table.blocks.map(it => officePart(it, at))
      : rowsOf(table).map(it => rowPart(it, at))
    const { office, totals, counts } = table
    return { kind: 'sum', column, value: totals[at] ?? null, name: office.name, parts, counts }
  }
  if (block) {
    const parts = block.rows.map(it => rowPart(it, at))
    const { office, totals, counts } = block
    return { kind: 'sum', column, value: totals[at] ?? null, name: office.name, parts, counts }
  }
  const row = rowsOf(table).find(it => it.unitId === of)
  return row ? { kind: 'commune', column, value: row.values[at] ?? null, row } : null
}

const rowPart = (row: Row, at: number): Part => ({
  unitId: row.unitId,
  name: row.name,
  value: row.values[at] ?? null,
  row,
  counts: null,
})

const officePart = ({ office, totals, counts }: Block, at: number): Part => ({
  unitId: office.id,
  name: office.name,
  value: totals[at] ?? null,
  row: null,
  counts,
})

/** One box behind a figure, in one version. */
export type BoxValue = { name: string; cohort: number | null; value: number | null }

/** A version of the report as one figure sees it: the boxes behind it, and whether they differ from the version before. */
export type FigureVersion = {
  version: SentVersion
  boxes: BoxValue[]
  /** Null when a box is empty: a part is no sum. */
  value: number | null
  /** The value in the version before; undefined for the first version. */
  before: number | null | undefined
  /** What the checks said about one of these boxes, with the commune's explanation. */
  warnings: { message: string; explanation: string }[]
}

/** Newest first, as given. */
export function versionsOfFigure(column: TableColumn, versions: readonly SentVersion[]): FigureVersion[] {
  return versions.map((version, index) => {
    const boxes = boxesOf(column, version.figures)
    const earlier = versions[index + 1]
    const names = new Set(boxes.map(it => it.name))
    return {
      version,
      boxes,
      value: sumOf(boxes),
      before: earlier && sumOf(boxesOf(column, earlier.figures)),
      warnings: version.warnings
        .filter(it => it.fields.some(name => names.has(name)))
        .map(it => ({ message: it.message, explanation: version.explanations[it.code] ?? '' })),
    }
  })
}

function boxesOf({ code, cohort }: TableColumn, figures: Figures): BoxValue[] {
  const box = (year: number | null): BoxValue => {
    const name = fieldName(code, year)
    return { name, cohort: year, value: figures[name] ?? null }
  }
  if (cohort !== null) return [box(cohort)]
  const cohorts = cohortsIn(figures).filter(year => fieldName(code, year) in figures)
  return cohorts.length > 0 ? cohorts.map(box) : [box(null)]
}

const sumOf = (boxes: readonly BoxValue[]): number | null =>
  boxes.some(it => it.value === null) ? null : boxes.reduce((sum, it) => sum + (it.value ?? 0), 0)

/** What an office decided about a report: 'report.accept' or 'report.return', of which version and why. */
export type Decision = { act: string; at: Date; by: string; version: number | null; reason: string }
