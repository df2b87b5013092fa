/**
 * What a workbook from outside holds once it has been read: values only. Nothing in it is ever evaluated.
 * Plain objects and maps, so that they survive the way from the reading thread.
 */
export type CellValue = string | number | boolean | null

/**
 * `value`: what Excel had last reckoned or what was typed; a day or an instant is the text '2026-11-25' or
 * '2026-11-25T08:00:00'. `formula`: the cell holds a formula; one without a kept value has value null. `percent`: a number shown
 * as per cent, as 0.7 shown '70%'.
 */
export type Cell = { value: CellValue; formula: boolean; percent?: true }

/** `rows` and `columns`: the last row and column that hold a value, from 1. `merges`: 'B2:D2'. */
export type Sheet = {
  name: string
  hidden: boolean
  rows: number
  columns: number
  cells: ReadonlyMap<string, Cell>
  merges: string[]
}

export type Refusal =
  | 'empty'
  | 'pdf'
  | 'old-xls'
  | 'password'
  | 'ods'
  | 'csv'
  | 'picture'
  | 'word'
  | 'rar'
  | 'xlsb'
  | 'html'
  | 'not-a-workbook'
  | 'macros'
  | 'external-links'
  | 'entities'
  | 'too-large'
  | 'bomb'
  | 'too-many-entries'
  | 'too-many-cells'
  | 'too-wide'
  | 'too-many-sheets'
  | 'no-workbooks'
  | 'broken'
  | 'too-slow'
  | 'too-busy'

/** `detail`: the part of the file that was at fault, for the log and the curious; never a sentence. */
export type Refused = { ok: false; refusal: Refusal; detail?: string }
export type ReadBook = { ok: true; sheets: Sheet[] } | Refused

/** One upload: a workbook, or a zip of workbooks (one level deep); `name` is the workbook's file name. */
export type ReadFiles = { ok: true; books: { name: string; book: ReadBook }[] } | Refused

export const readingLimits = {
  packedBytes: 5 * 1024 * 1024,
  unpackedBytes: 50 * 1024 * 1024,
  /** Of the whole upload: a hundred and sixty-eight saved workbooks have some 2,200. */
  entries: 4_000,
  cells: 500_000,
  rows: 1_048_576,
  columns: 16_384,
  sheets: 400,
  milliseconds: 10_000,
} as const

const names: string[] = []

/** 1 → 'A', 27 → 'AA'. Remembered: a large sheet asks half a million times. */
export function columnName(column: number): string {
  const known = names[column]
  if (known !== undefined) return known
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  const name = column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter
  names[column] = name
  return name
}

/** 'B14' → { row: 14, column: 2 }; null when it is no address of a worksheet. */
export function placeOf(address: string): { row: number; column: number } | null {
  let column = 0
  let at = 0
  for (; at < address.length; at++) {
    const code = address.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  const row = at > 0 && at < 4 && /^[1-9]\d{0,6}$/.test(address.slice(at)) ? Number(address.slice(at)) : 0
  return row > 0 && row <= readingLimits.rows && column <= readingLimits.columns ? { row, column } : null
}

export function addressOf(row: number, column: number): string {
  return columnName(column) + row
}
