import { addressOf, type CellValue, type Sheet } from '../files/book.rules.ts'
import { type Grid, gridOf, headsOf, isNumbering } from '../reports/table-grid.rules.ts'
import { say } from '../words/all.ts'
import { fold } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { columnsIn } from './unit-column.rules.ts'

/** A table with a line a unit, read out of a workbook: the portal's own, or one an office keeps for itself. */

export type FileUnit = { id: number; code: string; name: string; short: string }

/** What could not be taken, and the cell it stands in. */
export type Fault = { at: string; text: string }

/** `percent`: the number is shown as per cent, as 0.7 shown '70%'. */
export type ReadCell = { at: string; value: CellValue; percent: boolean; formula: boolean }

/** `at`: the cell that names the unit. */
export type ReadLine = { unitId: number; at: string; cells: ReadonlyMap<string, ReadCell> }

export type Reading = {
  units: readonly FileUnit[]
  /** What a head stands for; null for what is none of this table's. */
  columnOf: (head: string) => string | null
  /** A line without any figure is read too: in the portal's own book it empties its boxes. */
  blankLines: boolean
  lang: Lang
}

export type UnitTable = { lines: ReadLine[]; faults: Fault[] }

/** Reads the first sheet in sight that names units. Null when none does. */
export function readUnitTable(sheets: readonly Sheet[], reading: Reading): UnitTable | null {
  const finder = finderOf(reading.units)
  for (const sheet of sheets.filter(it => !it.hidden && it.cells.size > 0)) {
    const grid = gridOf(sheet)
    const frame = frameOf(grid, finder)
    if (frame) return readLines({ sheet, grid, frame, finder, reading })
  }
  return null
}

/** 'Ô C7: …', the first so many; the rest as a number. */
export function faultLines(faults: readonly Fault[], lang: Lang): string[] {
  const lines = faults.slice(0, SHOWN).map(({ at, text }) => say(lang, 'unitTable.fault', { at, text }))
  const left = faults.length - SHOWN
  return left > 0 ? [...lines, say(lang, 'unitTable.moreFaults', { count: left })] : lines
}

const SHOWN = 50

type Finder = {
  byCode: (text: string) => FileUnit | null
  /** Several units may bear one name. */
  byName: (text: string) => readonly FileUnit[]
}

function finderOf(units: readonly FileUnit[]): Finder {
  const codes = new Map(units.map(it => [plainCode(it.code), it]))
  const names = new Map<string, FileUnit[]>()
  for (const unit of units)
    for (const name of new Set([fold(unit.name), fold(unit.short)]))
      names.set(name, [...(names.get(name) ?? []), unit])
  return {
    byCode: text => codes.get(plainCode(text)) ?? null,
    byName: text => names.get(fold(text)) ?? [],
  }
}

/** Excel drops the zeros in front of a code that it takes for a number. */
const plainCode = (code: string): string => code.trim().replace(/^0+(?=\d)/, '')

type Frame = { head: number; data: number }

/** Lines begin at the first row that names a unit and has a figure, or else a name alone; heads stand above it. */
function frameOf({ rows }: Grid, { byName }: Finder): Frame | null {
  const names = (row: readonly CellValue[]) => row.some(it => typeof it === 'string' && byName(it).length > 0)
  const hasFigure = (row: readonly CellValue[]) =>
    row.some((it, at) => at > 0 && (typeof it === 'number' || /^\d+([.,]\d+)?\s*%?$/.test(String(it ?? ''))))
  const full = rows.findIndex(it => names(it) && hasFigure(it))
  const data = full >= 0 ? full : rows.findIndex(names)
  if (data < 1) return null
  let head = data
  for (let row = data - 1; row >= Math.max(0, data - 6); row--) {
    const cells = rows[row] ?? []
    if (isNumbering(cells)) continue
    if (cells.filter(it => typeof it === 'string').length < 2) break
    head = row
  }
  return head < data ? { head: head + 1, data: data + 1 } : null
}

type Read = { sheet: Sheet; grid: Grid; frame: Frame; finder: Finder; reading: Reading }

function readLines({ sheet, grid, frame, finder, reading }: Read): UnitTable {
  const { lang, blankLines } = reading
  const body = grid.rows.slice(frame.data - 1)
  const isUnit = (text: string) => finder.byName(text).length > 0
  const { code, name, boxes, faults } = columnsIn(headsOf(grid, { ...frame, turned: false }), {
    ...{ body, isUnit, headRow: frame.head, lang, columnOf: reading.columnOf },
  })
  const seen = new Map<number, number>()
  const lines: ReadLine[] = []
  for (const [index, row] of body.entries()) {
    const number = frame.data + index
    const cells = new Map([...boxes].map(([box, column]) => [box, cellAt(sheet, number, column)]))
    if (isNumbering(row) || row.length === 0) continue
    if (!blankLines && [...cells.values()].every(isBlank)) continue
    const named = namedIn({ sheet, number, code, name }, finder, lang)
    if (named === 'total') continue
    const twice = 'unit' in named ? seen.get(named.unit.id) : undefined
    if (!('unit' in named)) faults.push(named)
    else if (twice)
      faults.push({
        at: named.at,
        text: say(lang, 'unitTable.twice', { unit: named.unit.name, line: twice }),
      })
    else {
      seen.set(named.unit.id, number)
      lines.push({ unitId: named.unit.id, at: named.at, cells })
    }
  }
  return { lines, faults }
}

function cellAt(sheet: Sheet, row: number, column: number): ReadCell {
  const at = addressOf(row, column)
  const { value = null, formula = false, percent = false } = sheet.cells.get(at) ?? {}
  return { at, value, formula, percent }
}

export const isBlank = ({ value, formula }: ReadCell): boolean =>
  !formula && (value === null || String(value).trim() === '')

/** How many lines say anything. */
export const saying = (lines: readonly ReadLine[]): number =>
  lines.filter(it => ![...it.cells.values()].every(isBlank)).length

type Naming = { sheet: Sheet; number: number; code: number | null; name: number | null }

/** The unit a line is of, by its code, else by its name; the two must not speak of two units. */
function namedIn(
  { sheet, number, code, name }: Naming,
  { byCode, byName }: Finder,
  lang: Lang,
): { at: string; unit: FileUnit } | Fault | 'total' {
  const textAt = (column: number | null) =>
    column === null ? '' : String(cellAt(sheet, number, column).value ?? '').trim()
  const [codeText, nameText] = [textAt(code), textAt(name)]
  const at = addressOf(number, (codeText ? code : name) ?? 1)
  const named = byName(nameText)
  if (!codeText) {
    if (/^(tong|cong|toan tinh|total)\b/.test(fold(nameText))) return 'total'
    if (nameText === '') return { at, text: say(lang, 'unitTable.nameless') }
    const [unit] = named
    if (!unit) return { at, text: say(lang, 'unitTable.unknownName', { name: nameText.slice(0, 60) }) }
    return named.length > 1 ? { at, text: say(lang, 'unitTable.sameName', { name: nameText }) } : { at, unit }
  }
  const unit = byCode(codeText)
  if (!unit) return { at, text: say(lang, 'unitTable.unknownCode', { code: codeText.slice(0, 20) }) }
  const contradicts = named.length > 0 && !named.includes(unit)
  return contradicts
    ? { at, text: say(lang, 'unitTable.contradicts', { code: codeText, name: nameText, unit: unit.name }) }
    : { at, unit }
}
