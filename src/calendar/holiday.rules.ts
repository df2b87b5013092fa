import { parse } from 'csv-parse/sync'
import { type Key, say } from '../words/all.ts'
import { clean, formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Holiday, weekdayName } from './deadline.rules.ts'
import { isDay, weekday } from './month.rules.ts'

/** A holiday as the table keeps it: with the notice it comes from, and whether that notice is out yet. */
export type HolidayRow = Holiday & { source: string; status: 'verified' | 'provisional' }

/** What is wrong with a line of the file (counted from 1, the head included), for the person who made it. */
export type LineProblem = { line: number; reason: string }

/**
 * Reads a holiday table: CSV in UTF-8 (BOM and CRLF allowed, no line breaks inside a cell) with the columns `date`
 * (2026-04-30), `kind` (off, or work = makeup_workday) and `name_vi` or `name`; `year`, `source` and `status` may be
 * there, others are ignored. A day may stand once. The good lines come back beside the problems of the others:
 * whether anything of a file with problems is kept is the caller's decision.
 */
export function parseHolidays(
  text: string,
  lang: Lang = 'vi',
): { holidays: HolidayRow[]; problems: LineProblem[] } {
  const [head, ...lines] = linesOf(text)
  if (!head || lines.length === 0) return refused(say(lang, 'calendar.holidays.noRows'))
  const columns = (head.cells ?? []).map(name => name.toLowerCase())
  const missing = [['date'], ['kind'], ['name_vi', 'name']].filter(
    names => !names.some(it => columns.includes(it)),
  )
  if (missing.length > 0)
    return refused(
      say(lang, 'calendar.holidays.noColumns', { columns: missing.map(([name]) => name).join(', ') }),
    )

  const holidays: HolidayRow[] = []
  const problems: LineProblem[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of lines) {
    const typed = typedRow(columns, cells)
    const reason = problemWith(typed, seen, lang)
    if (reason) problems.push({ line, reason })
    else if (typed) holidays.push(asRow(typed))
    if (typed && !seen.has(typed.day)) seen.set(typed.day, line)
  }
  return { holidays, problems }
}

const refused = (reason: string) => ({ holidays: [], problems: [{ line: 1, reason }] })

/** Line by line, so that a stray quote spoils its own line only. Cells are null when the line cannot be read. */
type Line = { line: number; cells: string[] | null }

function linesOf(text: string): Line[] {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const lines = raw.map((it, index) => ({ line: index + 1, cells: cellsOf(it) }))
  return lines.filter(({ cells }) => cells === null || cells.some(cell => cell !== ''))
}

function cellsOf(line: string): string[] | null {
  try {
    return (parse(line)[0] ?? []).map(clean)
  } catch {
    return null
  }
}

type Typed = { day: string; year: string; kind: string; name: string; source: string; status: string }

function typedRow(columns: string[], cells: string[] | null): Typed | null {
  if (cells?.length !== columns.length) return null
  const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
  return {
    day: cell('date'),
    year: cell('year'),
    kind: cell('kind').toLowerCase(),
    name: cell('name_vi') || cell('name'),
    source: cell('source'),
    status: cell('status').toLowerCase() || 'verified',
  }
}

const kinds: Readonly<Record<string, Holiday['kind']>> = { off: 'off', work: 'work', makeup_workday: 'work' }

function problemWith(typed: Typed | null, seen: ReadonlyMap<string, number>, lang: Lang): string | null {
  const because = (key: Key, params: Record<string, string | number> = {}) => say(lang, key, params)
  if (!typed) return because('calendar.holidays.badCsv')
  const { day, year, kind, name, status } = typed
  if (!isDay(day)) return because('calendar.holidays.badDay', { value: day })
  const shown = formatDay(day)
  if (year !== '' && year !== day.slice(0, 4))
    return because('calendar.holidays.badYear', { value: year, day: shown })
  if (!Object.hasOwn(kinds, kind)) return because('calendar.holidays.badKind', { value: kind })
  if (status !== 'verified' && status !== 'provisional')
    return because('calendar.holidays.badStatus', { value: status })
  if (name === '') return because('calendar.holidays.noName')
  const workedAnyway = weekday(day) !== 0 && weekday(day) !== 6
  if (kinds[kind] === 'work' && workedAnyway)
    return because('calendar.holidays.workOnWeekday', { day: shown, weekday: weekdayName(day, lang) })
  const line = seen.get(day)
  return line === undefined ? null : because('calendar.holidays.twice', { day: shown, line })
}

const asRow = ({ day, kind, name, source, status }: Typed): HolidayRow => ({
  day,
  kind: kinds[kind] ?? 'off',
  name,
  source,
  status: status === 'provisional' ? status : 'verified',
})
