import type { CellValue } from '../files/book.rules.ts'
import { fold } from '../words/vietnamese.ts'
import { type Frame, fileAddress, type Grid } from './table-grid.rules.ts'
import type { Match } from './table-match.rules.ts'
import type { Filled, Remark } from './upload.rules.ts'

/** A commune that may stand in a table, under its own name or those of the communes it was made of. */
export type TableUnit = { id: number; fullName: string; name: string; before: readonly TableName[] }
export type TableName = { fullName: string; name: string }

/** Which commune a text means; `part` names the former commune when the line speaks of one. */
export type Named = { unitId: number; part: string | null }

/**
 * Communes by their folded names, with and without "Xã", "Phường". A bare name that two bear ("Phường 1" twice, or a
 * former commune's name that another bears today) finds nobody: better a line not taken than one under a wrong name.
 */
export function unitNames(units: readonly TableUnit[]): (text: string) => Named | null {
  const own = namesFor(units.map(unit => ({ ...unit, found: { unitId: unit.id, part: null } })))
  const former = namesFor(
    units.flatMap(({ id, before }) =>
      before.map(it => ({ ...it, found: { unitId: id, part: it.fullName } })),
    ),
  )
  return text => {
    const key = fold(text.replace(/^[\s\d.)-]+(?=\p{L})/u, ''))
    return own.has(key) ? (own.get(key) ?? null) : (former.get(key) ?? null)
  }
}

function namesFor(all: readonly (TableName & { found: Named })[]): ReadonlyMap<string, Named | null> {
  const names = new Map<string, Named | null>()
  const put = (text: string, found: Named) => {
    const known = names.get(fold(text))
    names.set(fold(text), known === undefined || known?.unitId === found.unitId ? found : null)
  }
  for (const { fullName, found } of all) put(fullName, found)
  // A full name, once it is somebody's, is not taken away by another's bare one
  const full = new Set(names.keys())
  for (const { name, found } of all) if (!full.has(fold(name))) put(name, found)
  return names
}

export type Reading = {
  grid: Grid
  frame: Frame
  match: Match
  /** Null: a commune's own table, with one line. */
  unitColumn: number | null
  units: readonly TableUnit[]
}

type Line = { row: number; cells: readonly CellValue[]; part: string | null }

/** The table as if it had been typed, commune by commune, with what was left out and why. */
export function fillFrom(reading: Reading): { sheets: Filled[]; remarks: Remark[] } {
  const { grid, units } = reading
  const { lines, unknown } = linesOf(reading)
  const remarks: Remark[] = []
  const remark = (key: string, params: Remark['params'], kind: Remark['kind'] = 'notice') =>
    remarks.push({ kind, sheet: grid.name, key, params })
  if (unknown.length > 0) remark('match.notFound', { rows: listed(unknown), count: unknown.length })
  const sheets = units.flatMap(unit => {
    const found = partsOf(unit, lines.get(unit.id) ?? [])
    if (found.length === 0) return []
    const trouble = troubleWith(unit, found)
    if (trouble) remark(trouble.key, trouble.params, 'error')
    const filled = filledFrom(unit.id, found, reading)
    return trouble || Object.keys(filled.raw).length === 0 ? [] : [filled]
  })
  if (sheets.length === 0) remark('match.nothing', {}, 'error')
  return { sheets, remarks }
}

const SHOWN = 15
const listed = (rows: readonly string[]) =>
  rows.slice(0, SHOWN).join('; ') + (rows.length > SHOWN ? '; …' : '')

function linesOf({ grid, frame, unitColumn, units }: Reading) {
  const lines = new Map<number, Line[]>()
  const unknown: string[] = []
  const find = unitNames(units)
  const rows = grid.rows.slice(frame.data - 1).map((cells, index) => ({ cells, row: frame.data + index }))
  const [only] = units
  if (unitColumn === null) {
    const line = rows.find(({ cells }) => cells.some(value => typeof value === 'number')) ?? rows[0]
    if (only && line) lines.set(only.id, [{ ...line, part: null }])
    return { lines, unknown }
  }
  for (const { cells, row } of rows) {
    const text = cells[unitColumn - 1]
    if (typeof text !== 'string') continue
    const named = find(text)
    if (named) lines.set(named.unitId, [...(lines.get(named.unitId) ?? []), { row, cells, part: named.part }])
    else if (cells.some(value => typeof value === 'number') && !isSum(text))
      unknown.push(`${fileAddress(row, unitColumn, frame.turned)} “${text}”`)
  }
  return { lines, unknown }
}

/** "Tổng cộng", "Cộng", "Toàn tỉnh": lines that speak of all. */
const isSum = (text: string) => /^(tong|cong|toan (tinh|huyen|thanh pho|quan)|total)\b/.test(fold(text))

/** Many a commune kept the name of one it was made of: beside lines of the others, the name means that one. */
function partsOf(unit: TableUnit, lines: readonly Line[]): Line[] {
  const sameName = unit.before.find(it => fold(it.fullName) === fold(unit.fullName))?.fullName ?? null
  return lines.map(line => (lines.length > 1 ? { ...line, part: line.part ?? sameName } : line))
}

/** A commune is written once, or all its former communes are, each once: a part of a sum is not the sum. */
function troubleWith(
  unit: TableUnit,
  lines: readonly Line[],
): { key: string; params: Remark['params'] } | null {
  const parts = lines.map(({ part }) => part)
  const rows = lines.map(({ row }) => row).join(', ')
  if (new Set(parts).size < parts.length || (parts.includes(null) && parts.length > 1))
    return { key: 'match.twice', params: { unit: unit.fullName, rows } }
  if (parts[0] === null) return null
  const missing = unit.before.filter(it => !parts.includes(it.fullName)).map(it => it.fullName)
  return missing.length > 0
    ? { key: 'match.partOnly', params: { unit: unit.fullName, missing: missing.join(', ') } }
    : null
}

/** An empty cell of a free table says nothing: it leaves what is there, where a template's empties the box. */
function filledFrom(unitId: number, lines: readonly Line[], { grid, frame, match }: Reading): Filled {
  const raw: Record<string, string> = {}
  const cells: Record<string, string> = {}
  for (const [column, name] of Object.entries(match)) {
    const values = lines.map(line => line.cells[Number(column) - 1] ?? null)
    if (values.every(value => value === null)) continue
    raw[name] = together(values)
    cells[name] = lines.map(({ row }) => fileAddress(row, Number(column), frame.turned)).join('; ')
  }
  return { unitId, sheet: grid.name, raw, cells, reason: '' }
}

/** Former communes' figures are added; as soon as one is no figure they stand side by side, to be refused as typed. */
function together(values: readonly CellValue[]): string {
  if (values.length > 1 && values.every(value => typeof value === 'number'))
    return String(values.reduce((sum, value) => sum + value, 0))
  return values.map(value => String(value ?? '')).join(' + ')
}
