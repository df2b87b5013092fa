import { type ConsolidationTable, type Row, rowsOf, type TableColumn } from './table.rules.ts'

/** One cell that differs; null is empty. */
export type CellChange = { column: TableColumn; from: number | null; to: number | null }

/** What became of one commune between two tables of the same office and month. */
export type UnitChange = {
  unitId: number
  name: string
  /**
   * 'reported': missing before; 'corrected': another version counts; 'withdrawn': counted before, missing now;
   * 'joined' and 'left': expected in one table only, after a merger was entered.
   */
  kind: 'reported' | 'corrected' | 'withdrawn' | 'joined' | 'left'
  cells: CellChange[]
  /** Of the version that counts now: who sent it, when, and why it replaced the one before. */
  by: string | null
  at: string | null
  reason: string
}

/**
 * What changed from an older table to a newer one, in the newer one's order. A commune whose state alone moved
 * (accepted, returned) has not changed: its figures are the same. Columns are matched by key, so that a switch
 * turned on meanwhile shows as cells that were empty before.
 */
export function changesBetween(old: ConsolidationTable, now: ConsolidationTable): UnitChange[] {
  const before = new Map(rowsOf(old).map(it => [it.unitId, it]))
  const after = rowsOf(now)
  const still = new Set(after.map(it => it.unitId))
  const cells = cellsBetween(old.columns, now.columns)
  const kept = after.flatMap(row => changeOf(before.get(row.unitId), row, cells))
  const gone = [...before.values()].filter(it => !still.has(it.unitId))
  return [...kept, ...gone.map(row => asChange(row, 'left', []))]
}

type Differ = (old: Row, now: Row) => CellChange[]

function cellsBetween(old: readonly TableColumn[], now: readonly TableColumn[]): Differ {
  const wasAt = new Map(old.map((it, at) => [it.key, at]))
  const places = now.map((column, at) => ({ column, at, was: wasAt.get(column.key) ?? -1 }))
  return (a, b) =>
    places
      .map(({ column, at, was }) => ({ column, from: a.values[was] ?? null, to: b.values[at] ?? null }))
      .filter(it => it.from !== it.to)
}

function changeOf(old: Row | undefined, now: Row, differ: Differ): UnitChange[] {
  if (!old) return [asChange(now, 'joined', [])]
  if (old.version?.id === now.version?.id) {
    const cells = differ(old, now)
    return cells.length > 0 ? [asChange(now, 'corrected', cells)] : []
  }
  if (!old.version) return [asChange(now, 'reported', differ(old, now))]
  return [asChange(now, now.version ? 'corrected' : 'withdrawn', differ(old, now))]
}

const asChange = (row: Row, kind: UnitChange['kind'], cells: CellChange[]): UnitChange => ({
  unitId: row.unitId,
  name: row.name,
  kind,
  cells,
  by: row.by,
  at: row.submittedAt,
  reason: row.version?.reason ?? '',
})
