import type { LineProblem } from '../calendar/holiday.rules.ts'
import { asMonth, isMonth, type Month } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { fold } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Csv, CsvRow } from './csv.rules.ts'

export type Level = 'province' | 'district' | 'commune'

/** What a unit is called: 'Xã', 'Đăk Kôi', 'Xã Đăk Kôi', and what a search compares. */
export type UnitName = { type: string; name: string; fullName: string; search: string }

export type UnitRow = UnitName & {
  line: number
  level: Level
  code: string
  /** The province's or district's code; null for a province. */
  parentCode: string | null
  provinceCode: string
  /** A name that the file gives for a later month. */
  later: (UnitName & { from: Month }) | null
}

/** The columns by which a file of units is known. */
export const unitColumns = ['level', 'code', 'type', 'name', 'full_name', 'parent_code'] as const

/** Digits of a code in the national list of administrative units. */
const digits: Readonly<Record<Level, number>> = { province: 2, district: 3, commune: 5 }
const LONGEST_NAME = 100

/**
 * Reads a list of units. Two columns are optional and both are about names:
 * - `full_name_local_spelling`: how the province itself writes the name (Đăk for Đắk); it is the name shown, and the
 *   official spelling is found by a search as well;
 * - `full_name_at_2026_07`: the name in force in that month; where it differs in more than where the tone mark
 *   stands, the unit bears it from that month on.
 */
export function readUnits(csv: Csv, lang: Lang): { rows: UnitRow[]; problems: LineProblem[] } {
  const problems = [...csv.problems]
  const reader = readerOf(csv, lang)
  const good: Typed[] = []
  for (const row of csv.rows) {
    const typed = typedRow(row)
    const reason = reader.problemWith(typed)
    if (reason) problems.push({ line: row.line, reason })
    else good.push(typed)
  }
  const provinceOf = provincesOf(good)
  return { rows: good.map(typed => asRow(typed, reader, provinceOf(typed))), problems }
}

type Typed = { line: number; level: string; code: string; type: string; parent: string; names: Names }
type Names = { official: string; local: string; cell: CsvRow['cell'] }

function typedRow({ line, cell }: CsvRow): Typed {
  const official = cell('full_name')
  const names = { official, local: cell('full_name_local_spelling') || official, cell }
  return {
    line,
    level: cell('level').toLowerCase(),
    code: cell('code'),
    type: cell('type'),
    parent: cell('parent_code'),
    names,
  }
}

type Reader = {
  problemWith: (typed: Typed) => string | null
  laterName: (typed: Typed) => (UnitName & { from: Month }) | null
}

function readerOf(csv: Csv, lang: Lang): Reader {
  const levels: Level[] = csv.columns.includes('district_code')
    ? ['province', 'district', 'commune']
    : ['province', 'commune']
  const typed = csv.rows.map(typedRow)
  const codes = new Set(typed.map(({ level, code }) => `${level} ${code}`))
  const types = [...new Set(typed.map(({ type }) => type))].filter(Boolean)
  const laterColumn = csv.columns.find(column => /^full_name_at_\d{4}_\d{2}$/.test(column))
  const seen = new Map<string, number>()
  const because = (key: Key, params: Record<string, string | number> = {}) => say(lang, key, params)

  const problemWith = ({ line, level, code, type, parent, names }: Typed): string | null => {
    const known = levels.find(it => it === level)
    if (!known) return because('units.import.badLevel', { value: level, levels: levels.join(', ') })
    if (!new RegExp(`^\\d{${digits[known]}}$`).test(code))
      return because('units.import.badCode', { value: code, digits: digits[known] })
    const earlier = seen.get(`${known} ${code}`)
    if (earlier !== undefined) return because('units.import.duplicate', { code, line: earlier })
    seen.set(`${known} ${code}`, line)
    return nameProblem(type, names) ?? parentProblem(known, parent)
  }
  const nameProblem = (type: string, { official, local }: Names): string | null => {
    if (!type || !official) return because('units.import.noName')
    if (local.length > LONGEST_NAME || official.length > LONGEST_NAME) return because('units.import.longName')
    const wrong = [official, local].find(fullName => !fullName.startsWith(`${type} `))
    return wrong === undefined ? null : because('units.import.nameMismatch', { fullName: wrong, type })
  }
  const parentProblem = (level: Level, parent: string): string | null => {
    const above = levels[levels.indexOf(level) - 1]
    if (!above) return parent ? because('units.import.hasParent') : null
    if (codes.has(`${above} ${parent}`)) return null
    const name = because(above === 'district' ? 'units.import.level.district' : 'units.import.level.province')
    return because('units.import.unknownParent', { level: name, value: parent })
  }
  const laterName: Reader['laterName'] = ({ names }) => {
    const fullName = laterColumn ? names.cell(laterColumn) : ''
    const month = laterColumn?.slice('full_name_at_'.length).replace('_', '-') ?? ''
    const type = types.find(it => fullName.startsWith(`${it} `))
    if (!isMonth(month) || !type || sameSpelling(fullName, names.official)) return null
    return { from: asMonth(month), ...nameOf(type, fullName, fullName) }
  }
  return { problemWith, laterName }
}

/** 'Hòa' and 'Hoà' are one spelling; 'Phó Bảng' and 'Phố Bảng' are two. */
export function sameSpelling(a: string, b: string): boolean {
  const marks = (text: string) => [...text.normalize('NFD')].filter(it => /\p{Mn}/u.test(it)).sort()
  return fold(a) === fold(b) && marks(a).join() === marks(b).join()
}

function nameOf(type: string, shown: string, official: string): UnitName {
  const folded = [...new Set([fold(shown), fold(official)])]
  return { type, name: shown.slice(type.length + 1), fullName: shown, search: folded.join(' ') }
}

function provincesOf(rows: Typed[]): (typed: Typed) => string {
  const above = new Map(rows.filter(({ level }) => level === 'district').map(it => [it.code, it.parent]))
  return ({ level, code, parent }) => (level === 'province' ? code : (above.get(parent) ?? parent))
}

function asRow(typed: Typed, reader: Reader, provinceCode: string): UnitRow {
  const { line, level, code, type, parent, names } = typed
  return {
    line,
    level: level as Level,
    code,
    parentCode: parent || null,
    provinceCode,
    ...nameOf(type, names.local, names.official),
    later: reader.laterName(typed),
  }
}
