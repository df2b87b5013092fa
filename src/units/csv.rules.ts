import { parse } from 'csv-parse/sync'
import type { LineProblem } from '../calendar/holiday.rules.ts'
import { say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** One line of a CSV file by its column names; `line` counts from 1, the head included. */
export type CsvRow = { line: number; cell: (column: string) => string }
export type Csv = {
  columns: string[]
  rows: CsvRow[]
  problems: LineProblem[]
  /** The file ends in the middle of a line: who knows what else is missing. */
  cut: boolean
}

type RawLine = { line: number; text: string | null; ended: boolean }

/**
 * Reads a CSV file as offices hand it on: UTF-8, with or without a byte order mark, any line ends, text made NFC,
 * no line breaks inside a cell. Each line stands for itself, so a broken one is named and the others are still read.
 * A last line without its line end is taken as cut off: a file that came only halfway must not pass for the whole.
 */
export function readCsv(bytes: Uint8Array, lang: Lang): Csv {
  const [head, ...lines] = linesOf(bytes)
  const columns = cellsOf(head?.text ?? '')?.map(name => name.toLowerCase()) ?? []
  const problems: LineProblem[] = []
  const rows: CsvRow[] = []
  for (const raw of lines) {
    const cells = raw.text === null ? null : cellsOf(raw.text)
    const reason = problemWith(raw, { cells, expected: columns.length, lang })
    if (reason) problems.push({ line: raw.line, reason })
    else rows.push({ line: raw.line, cell: column => cells?.[columns.indexOf(column)] ?? '' })
  }
  if (lines.length === 0) problems.push({ line: 1, reason: say(lang, 'units.csv.empty') })
  return { columns, rows, problems, cut: lines.some(it => !it.ended) }
}

type Read = { cells: string[] | null; expected: number; lang: Lang }

function problemWith({ text, ended }: RawLine, { cells, expected, lang }: Read): string | null {
  if (!ended) return say(lang, 'units.csv.halfWritten')
  if (text === null) return say(lang, 'units.csv.badBytes')
  if (cells === null) return say(lang, 'units.csv.badQuotes')
  if (cells.length !== expected) return say(lang, 'units.csv.columns', { found: cells.length, expected })
  return null
}

/** Decodes line by line, so that broken bytes are known by their line. A blank line is skipped. */
function linesOf(bytes: Uint8Array): RawLine[] {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const lines: RawLine[] = []
  let from = 0
  for (let line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from)
    const text = decoded(decoder, bytes.subarray(from, end < 0 ? bytes.length : end))
    if (text === null || text.trim() !== '') lines.push({ line, text, ended: end >= 0 })
    from = end < 0 ? bytes.length : end + 1
  }
  return lines
}

/** The decoder drops a byte order mark by itself. */
function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes).replace(/\r$/, '')
  } catch {
    return null
  }
}

/** Most lines hold no quote and need no parser: 10,000 lines in a few milliseconds. */
export function cellsOf(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',').map(clean)
  try {
    return (parse(line)[0] ?? []).map(clean)
  } catch {
    return null
  }
}
