import { compareVietnamese, fold } from '../words/vietnamese.ts'
import type { BoardRow, BoardState, BoardUnit } from './board.rules.ts'

/** How the board is searched and sorted: as Vietnamese reads. */

/** Rows whose name holds every word typed, with or without accents, and which pass the filter. */
export function findRows<R extends { unit: BoardUnit }>(rows: readonly R[], query: string): R[] {
  const words = fold(query).split(' ').filter(Boolean)
  return words.length === 0
    ? [...rows]
    : rows.filter(({ unit }) => words.every(word => unit.search.includes(word)))
}

/** Sorted by 'name', 'state', 'time' or a column's number; '-' before it turns it round. */
export type Sort = { by: 'name' | 'state' | 'time' | number; down: boolean }

/** What still needs somebody to act comes first. */
const ORDER: readonly BoardState[] = ['missing', 'draft', 'awaiting', 'returned', 'submitted', 'accepted']

/** Equal rows keep the Vietnamese order of their names; a row without the figure or time asked for stands last. */
export function sortRows(rows: readonly BoardRow[], { by, down }: Sort): BoardRow[] {
  const named = byName(rows)
  if (by === 'name') return down ? named.reverse() : named
  const key = keyOf(by)
  return named
    .map(row => ({ row, key: key(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      return down ? b.key - a.key : a.key - b.key
    })
    .map(({ row }) => row)
}

function keyOf(by: Exclude<Sort['by'], 'name'>): (row: BoardRow) => number | null {
  if (by === 'state') return row => ORDER.indexOf(row.state)
  if (by === 'time') return row => row.report?.version?.submittedAt.getTime() ?? null
  return row => row.values[by] ?? null
}

/** As a Vietnamese list is sorted: by the name proper, so that "Phường An" and "Xã An" stand together. */
export const byName = <R extends { unit: BoardUnit }>(rows: readonly R[]): R[] =>
  [...rows].sort(
    (a, b) =>
      compareVietnamese(a.unit.name, b.unit.name) || compareVietnamese(a.unit.fullName, b.unit.fullName),
  )
