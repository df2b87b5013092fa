import { addressOf, type Cell, type CellValue, placeOf, type Sheet } from '../files/book.rules.ts'
import { clean, fold } from '../words/vietnamese.ts'

/** A sheet of somebody's own table as it waits to be matched: `rows[0][0]` is A1; short rows end early. */
export type Grid = { name: string; rows: readonly (readonly CellValue[])[]; merges: readonly string[] }

/** Where a table's heads begin and where its lines do, as rows from 1. `turned`: its boxes stand in rows. */
export type Frame = { head: number; data: number; turned: boolean }

/** A table of 3,321 communes fits; what lies beyond is no monthly report. */
export const GRID_ROWS = 4000
export const GRID_COLUMNS = 150
export const GRID_SHEETS = 30
const LONGEST = 300

export function gridOf(sheet: Sheet): Grid {
  const width = Math.min(sheet.columns, GRID_COLUMNS)
  const rows = Array.from({ length: Math.min(sheet.rows, GRID_ROWS) }, (_, row) =>
    trimmed(
      Array.from({ length: width }, (_, column) => kept(sheet.cells.get(addressOf(row + 1, column + 1)))),
    ),
  )
  return { name: sheet.name, rows, merges: sheet.merges.slice(0, GRID_ROWS) }
}

const kept = (cell: Cell | undefined): CellValue =>
  typeof cell?.value === 'string' ? clean(cell.value).slice(0, LONGEST) || null : (cell?.value ?? null)

function trimmed(row: CellValue[]): CellValue[] {
  return row.slice(0, row.findLastIndex(value => value !== null) + 1)
}

/** Rows as columns, for a table whose boxes stand one under the other. */
export function turnedGrid(grid: Grid): Grid {
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const rows = Array.from({ length: width }, (_, column) => grid.rows.map(row => row[column] ?? null))
  return { ...grid, rows: rows.map(trimmed), merges: grid.merges.map(turnedRange) }
}

const turnedRange = (range: string): string => {
  const ends = range.split(':').map(end => placeOf(end))
  return ends.map(place => (place ? addressOf(place.column, place.row) : '')).join(':')
}

/** Where a cell of a grid stands in the file. */
export const fileAddress = (row: number, column: number, turned: boolean): string =>
  turned ? addressOf(column, row) : addressOf(row, column)

/**
 * Where the table probably begins: its lines at the first row that names a commune or, where none does, the first with
 * figures; its heads above that, as far up as rows hold several words. A row of numbers in brackets is none of either.
 */
export function guessFrame(grid: Grid, isUnit: (text: string) => boolean): Omit<Frame, 'turned'> {
  const named = grid.rows.findIndex(row => row.some(value => typeof value === 'string' && isUnit(value)))
  const figures = grid.rows.findIndex(row => !isNumbering(row) && count(row, 'number') > 1)
  const data = Math.max(named >= 0 ? named : figures, 1)
  let head = data
  for (let row = data - 1; row >= Math.max(0, data - 6); row--) {
    const cells = grid.rows[row] ?? []
    if (isNumbering(cells)) continue
    if (count(cells, 'string') < 2) break
    head = row
  }
  return { head: Math.min(head, data - 1) + 1, data: data + 1 }
}

const count = (row: readonly CellValue[], type: 'string' | 'number') =>
  row.filter(value => typeof value === type).length

/** '(1) (2) (3)=(4)+(5)', 'A B 1 2': the row under the heads of official tables. */
export function isNumbering(row: readonly CellValue[]): boolean {
  const cells = row.filter(value => value !== null)
  const isNumber = (value: CellValue) => /^(\(?\d+\)?([=+…().\d\s-]*)|[A-E])$/.test(String(value).trim())
  const brackets = cells.filter(value => /^\(\d+\)/.test(String(value).trim())).length
  const counting = cells.every((value, index) => index === 0 || value === Number(cells[index - 1]) + 1)
  return cells.length > 1 && cells.every(isNumber) && (brackets > 1 || counting)
}

export type Head = { column: number; text: string; example: string }

/** Each column that holds anything: its heads from top to bottom ('Trong đó – Nữ') and its first value. */
export function headsOf(grid: Grid, { head, data }: Frame): Head[] {
  const spread = spreadMerges(grid)
  const rows = grid.rows.slice(head - 1, data - 1).map((row, index) => ({ row, number: head + index }))
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const texts = rows
      .filter(({ row }) => !isNumbering(row))
      .map(({ row, number }) => String(spread.get(`${number}:${column + 1}`) ?? row[column] ?? ''))
      .map(text => text.replace(/\s+/g, ' ').trim())
    const example = grid.rows.slice(data - 1).find(row => (row[column] ?? null) !== null)?.[column] ?? ''
    return { column: column + 1, text: distinct(texts).join(' – '), example: String(example).slice(0, 40) }
  }).filter(({ text, example }) => text || example)
}

const distinct = (texts: string[]) => [...new Set(texts)].filter(text => text !== '')

/** A merged head belongs to every column under it. */
function spreadMerges({ rows, merges }: Grid): ReadonlyMap<string, CellValue> {
  const spread = new Map<string, CellValue>()
  for (const range of merges) {
    const [from, to] = range.split(':').map(end => placeOf(end))
    if (!from || !to || to.row - from.row > 20 || to.column - from.column > GRID_COLUMNS) continue
    const value = rows[from.row - 1]?.[from.column - 1] ?? null
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) spread.set(`${row}:${column}`, value)
  }
  return spread
}

/** What tells the same table again next month: its heads, whatever years and months they name. */
export const headsText = (heads: readonly Head[]): string =>
  heads.map(({ text }) => fold(text).replace(/\d+/g, '#')).join('|')
