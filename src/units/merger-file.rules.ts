import type { LineProblem } from '../calendar/holiday.rules.ts'
import { type Key, say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { Csv, CsvRow } from './csv.rules.ts'

/**
 * One former commune and one it went into; a divided commune has several rows. Five island districts had no communes
 * (Lý Sơn, Côn Đảo …): their rows have no old code, and only the district's office is succeeded.
 */
export type MergerRow = {
  line: number
  oldProvinceCode: string
  /** Empty since there are no districts. */
  oldDistrictCode: string
  /** Empty for a district without communes. */
  oldCode: string
  oldName: string
  newProvinceCode: string
  newCode: string
  newName: string
  divided: boolean
}

/** The columns by which a file of mergers is known; `is_divided` may be there. */
export const mergerColumns = [
  'old_province_code',
  'old_district_code',
  'old_code',
  'old_name',
  'new_province_code',
  'new_code',
  'new_name',
] as const

const codes: readonly (readonly [column: string, digits: number])[] = [
  ['old_province_code', 2],
  ['old_district_code', 3],
  ['old_code', 5],
  ['new_province_code', 2],
  ['new_code', 5],
]

/** A commune counts as divided when the file says so, or when it went into more than one. */
export function readMergers(csv: Csv, lang: Lang): { rows: MergerRow[]; problems: LineProblem[] } {
  const problems = [...csv.problems]
  const rows: MergerRow[] = []
  const seen = new Map<string, number>()
  for (const row of csv.rows) {
    const reason = problemWith(row, seen, lang)
    if (reason) problems.push({ line: row.line, reason })
    else rows.push(asRow(row))
  }
  const successors = successorsIn(csv)
  const divided = ({ oldCode, divided }: MergerRow) =>
    divided || (oldCode !== '' && (successors.get(oldCode)?.size ?? 0) > 1)
  return { rows: rows.map(row => ({ ...row, divided: divided(row) })), problems }
}

/** Bad rows count too: a commune is divided even where one of its rows cannot be read. */
function successorsIn(csv: Csv): Map<string, Set<string>> {
  const successors = new Map<string, Set<string>>()
  for (const { cell } of csv.rows) {
    const oldCode = cell('old_code')
    successors.set(oldCode, (successors.get(oldCode) ?? new Set()).add(cell('new_code') || cell('new_name')))
  }
  return successors
}

function problemWith({ line, cell }: CsvRow, seen: Map<string, number>, lang: Lang): string | null {
  const because = (key: Key, params: Record<string, string | number> = {}) => say(lang, key, params)
  const [oldCode, newCode] = [cell('old_code'), cell('new_code')]
  const noCommunes = oldCode === '' && cell('old_name') === ''
  const mayBeEmpty = (column: string) =>
    column === 'old_district_code' ? !noCommunes : column === 'old_code' && noCommunes
  const bad = (column: string, digits: number) =>
    !(cell(column) === '' && mayBeEmpty(column)) && !new RegExp(`^\\d{${digits}}$`).test(cell(column))
  const [wrong, digits] = codes.find(([column, length]) => bad(column, length)) ?? []
  if (wrong && digits) return because('units.import.badCode', { value: cell(wrong), digits })
  if (!(noCommunes || cell('old_name')) || !cell('new_name')) return because('units.import.noName')
  if (!/^(true|false|)$/i.test(cell('is_divided')))
    return because('units.import.badFlag', { value: cell('is_divided') })
  const earlier = seen.get(`${oldCode} ${newCode}`)
  if (earlier !== undefined) return because('units.import.duplicatePair', { oldCode, newCode, line: earlier })
  seen.set(`${oldCode} ${newCode}`, line)
  return null
}

const asRow = ({ line, cell }: CsvRow): MergerRow => ({
  line,
  oldProvinceCode: cell('old_province_code'),
  oldDistrictCode: cell('old_district_code'),
  oldCode: cell('old_code'),
  oldName: cell('old_name_local') || cell('old_name'),
  newProvinceCode: cell('new_province_code'),
  newCode: cell('new_code'),
  newName: cell('new_name'),
  divided: /^true$/i.test(cell('is_divided')),
})
