import type { LineProblem } from '../calendar/holiday.rules.ts'
import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { readCsv } from './csv.rules.ts'
import { type MergerRow, mergerColumns, readMergers } from './merger-file.rules.ts'
import { readUnits, type UnitRow, unitColumns } from './unit-file.rules.ts'

/** A file of units: `districts` when it has the level between province and commune (before 7/2025). */
export type ParsedUnits = { kind: 'units'; districts: boolean; rows: UnitRow[]; problems: LineProblem[] }
export type ParsedMergers = { kind: 'mergers'; rows: MergerRow[]; problems: LineProblem[] }
export type UnknownFile = { kind: 'unknown'; rows: []; problems: LineProblem[] }
export type ParsedFile = ParsedUnits | ParsedMergers | UnknownFile

/**
 * Reads a file of units or of mergers; which of the two, and of which time, is told by its head row (the formats are
 * those of `data/`). Problems carry their line; a file with a single problem gives no rows at all, unless the rest is
 * asked for. A file cut off in the middle gives none in any case.
 */
export function parseUnitFile(
  bytes: Uint8Array,
  { lang = 'vi', rest = false }: { lang?: Lang; rest?: boolean } = {},
): ParsedFile {
  const csv = readCsv(bytes, lang)
  const keep = rest && !csv.cut
  const has = (columns: readonly string[]) => columns.every(column => csv.columns.includes(column))
  if (has(unitColumns)) {
    const { rows, problems } = readUnits(csv, lang)
    return { kind: 'units', districts: csv.columns.includes('district_code'), ...kept(rows, problems, keep) }
  }
  if (has(mergerColumns)) {
    const { rows, problems } = readMergers(csv, lang)
    return { kind: 'mergers', ...kept(rows, problems, keep) }
  }
  const reason = say(lang, 'units.import.unknownHead', {
    units: unitColumns.join(', '),
    mergers: mergerColumns.join(', '),
  })
  return { kind: 'unknown', rows: [], problems: [{ line: 1, reason }] }
}

function kept<R>(rows: R[], problems: LineProblem[], keep: boolean): { rows: R[]; problems: LineProblem[] } {
  return {
    rows: problems.length > 0 && !keep ? [] : rows,
    problems: problems.sort((a, b) => a.line - b.line),
  }
}
