import type { Cell, CellValue, ReadBook, ReadFiles, Sheet } from './book.rules.ts'

/**
 * A book as it travels between threads. Unpacking happens on the thread that serves pages: one long text and one flat
 * list arrive several times faster there than hundreds of thousands of small objects.
 */
type PackedSheet = Omit<Sheet, 'cells'> & {
  addresses: string
  values: CellValue[]
  formulas: string
  percents: string
}
type PackedBook = Exclude<ReadBook, { ok: true }> | { ok: true; sheets: PackedSheet[] }
export type PackedFiles =
  | Exclude<ReadFiles, { ok: true }>
  | { ok: true; books: { name: string; book: PackedBook }[] }

export function packFiles(read: ReadFiles): PackedFiles {
  return read.ok
    ? { ok: true, books: read.books.map(({ name, book }) => ({ name, book: packBook(book) })) }
    : read
}

const packBook = (book: ReadBook): PackedBook =>
  book.ok ? { ok: true, sheets: book.sheets.map(packSheet) } : book

function packSheet({ cells, ...sheet }: Sheet): PackedSheet {
  const all = [...cells.values()]
  return {
    ...sheet,
    addresses: [...cells.keys()].join(' '),
    values: all.map(cell => cell.value),
    formulas: all.map(cell => (cell.formula ? '1' : '0')).join(''),
    percents: all.map(cell => (cell.percent ? '1' : '0')).join(''),
  }
}

export function unpackFiles(read: PackedFiles): ReadFiles {
  if (!read.ok) return read
  return { ok: true, books: read.books.map(({ name, book }) => ({ name, book: unpackBook(book) })) }
}

const unpackBook = (book: PackedBook): ReadBook =>
  book.ok ? { ok: true, sheets: book.sheets.map(unpackSheet) } : book

function unpackSheet({ addresses, values, formulas, percents, ...sheet }: PackedSheet): Sheet {
  const cells = new Map<string, Cell>()
  if (values.length === 0) return { ...sheet, cells }
  for (const [index, address] of addresses.split(' ').entries()) {
    const cell = { value: values[index] ?? null, formula: formulas[index] === '1' }
    cells.set(address, percents[index] === '1' ? { ...cell, percent: true } : cell)
  }
  return { ...sheet, cells }
}
