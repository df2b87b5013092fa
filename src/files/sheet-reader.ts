import { addressOf, type Cell, type CellValue, placeOf, readingLimits, type Sheet } from './book.rules.ts'
import type { SheetPart } from './book-parts.ts'
import type { Budget } from './budget.ts'
import { Refuse } from './refuse.ts'
import { dayOfSerial, type NumberStyles, unescaped } from './shared-parts.ts'
import { type Attributes, readXml } from './xml.ts'
import type { Archive } from './zip.ts'

export type Shared = NumberStyles & { texts: string[]; date1904: boolean; budget: Budget }

type Raw = { row: number; column: number; type: string; style: string; text: string; formula: boolean }

/** Reads one sheet's values; cells that have a look but nothing in them are counted and dropped. */
export async function readSheet(archive: Archive, part: SheetPart, shared: Shared): Promise<Sheet> {
  const cells = new Map<string, Cell>()
  const sheet = { name: part.name, hidden: part.hidden, rows: 0, columns: 0, cells, merges: [] as string[] }
  const keep = (raw: Raw) => {
    const value = cellValue(raw, shared)
    if (value === null && !raw.formula) return
    if (typeof value === 'string') shared.budget.characters(value.length)
    const cell = { value, formula: raw.formula }
    const percent = typeof value === 'number' && shared.percents.has(raw.style)
    cells.set(addressOf(raw.row, raw.column), percent ? { ...cell, percent } : cell)
    sheet.rows = Math.max(sheet.rows, raw.row)
    sheet.columns = Math.max(sheet.columns, raw.column)
  }
  await readXml(archive.read(part.part), handlersOf(keep, sheet.merges, shared.budget))
  return sheet
}

function handlersOf(keep: (raw: Raw) => void, merges: string[], budget: Budget) {
  let raw: Raw | null = null
  let row = 0
  let column = 0
  let taking = false
  // Reading aids of East Asian text (rPh) are no part of the text
  let aids = 0
  return {
    open: (name: string, attributes: Attributes) => {
      if (name === 'row') [row, column] = [rowOf(attributes.r, row + 1), 0]
      else if (name === 'c') {
        budget.cells(1)
        raw = cellAt(attributes, { row, column: column + 1 })
        column = raw.column
      } else if (name === 'f' && raw) raw.formula = true
      else if (name === 'mergeCell' && attributes.ref) {
        budget.cells(1)
        merges.push(attributes.ref)
      }
      if (name === 'rPh') aids++
      taking = raw !== null && aids === 0 && (name === 'v' || name === 't')
    },
    text: (piece: string) => {
      if (taking && raw) raw.text += piece
    },
    close: (name: string) => {
      taking = false
      if (name === 'rPh') aids--
      if (name !== 'c' || !raw) return
      keep(raw)
      raw = null
    },
  }
}

/** Rows and cells may leave out where they stand: then they follow the one before. */
function rowOf(given: string | undefined, next: number): number {
  const row = given === undefined ? next : Number(given)
  if (!Number.isInteger(row) || row < 1 || row > readingLimits.rows)
    throw new Refuse('too-wide', `row ${given}`)
  return row
}

function cellAt({ r, t = 'n', s = '0' }: Attributes, next: { row: number; column: number }): Raw {
  const place = r === undefined ? next : placeOf(r)
  if (!place || place.column > readingLimits.columns) throw new Refuse('too-wide', `cell ${r ?? next.column}`)
  return { row: place.row, column: place.column, type: t, style: s, text: '', formula: false }
}

/** By the cell's type (ECMA-376 part 1, 18.18.11); an error keeps its text ('#DIV/0!'), so that it is seen. */
function cellValue({ type, text, style }: Raw, { texts, dates, date1904 }: Shared): CellValue {
  if (text === '') return null
  if (type === 's') return texts[Number(text)] || null
  if (type === 'b') return text === '1' || text === 'true'
  if (type !== 'n') return type === 'd' ? text : unescaped(text)
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  return dates.has(style) ? dayOfSerial(number, date1904) : number
}
