import { type Key, say } from '../words/all.ts'
import { clean, formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Holiday, Holidays } from './deadline.rules.ts'
import type { HolidayRow } from './holiday.rules.ts'
import { checkHoliday, type HolidayForm } from './holiday-form.rules.ts'
import { type Day, isDay } from './month.rules.ts'
import type { Proposed } from './notice.rules.ts'

/** A line of the grid as typed: the boxes of a holiday's form, and whether it is to be entered. */
export type GridLine = HolidayForm & { keep: boolean; warnings: string[] }

/** The grid as typed. `drop` are lines of the table, by id, that are to go. */
export type Grid = { lines: GridLine[]; drop: number[]; provisional: boolean }

export type GridError = { field: string; text: string }

/** What stands in the table of whoever edits it, and over it the country's where that is another one. */
export type KnownLine = HolidayRow & { id: number; own: boolean }

/** More lines than any year has, each with six boxes: well under what a form may hold. */
export const MOST_LINES = 60

/** The grid that a person sees first: everything that changes something is ticked. */
export function gridOf(
  proposed: readonly Proposed[],
  known: readonly KnownLine[],
  { provisional, replaces }: { provisional: boolean; replaces: boolean },
): Grid {
  const lines = proposed.slice(0, MOST_LINES).map(({ day, kind, name, source, warnings }) => {
    const status: HolidayRow['status'] = provisional ? 'provisional' : 'verified'
    const line = { day, kind, name, source, provisional, warnings }
    return { ...line, keep: day === '' || standingOf({ day, kind, name, source, status }, known) !== 'same' }
  })
  const drop = replaces ? unnamed(lines, known).filter(it => it.status === 'provisional') : []
  return { lines, provisional, drop: drop.map(({ id }) => id) }
}

export function readGrid(body: Readonly<Record<string, unknown>>): Grid {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  const provisional = text('provisional') === 'on'
  const numbers = Array.from({ length: MOST_LINES }, (_, index) => index).filter(it => `day-${it}` in body)
  const lines = numbers.map(it => ({
    day: text(`day-${it}`),
    kind: text(`kind-${it}`),
    name: text(`name-${it}`),
    source: text(`source-${it}`),
    keep: text(`keep-${it}`) === 'on',
    warnings: text(`warn-${it}`) ? [text(`warn-${it}`)] : [],
    provisional,
  }))
  const drop = [body.drop].flat().filter(it => typeof it === 'string' && /^[1-9]\d{0,8}$/.test(it))
  return { lines, provisional, drop: drop.map(Number) }
}

export type Standing = 'new' | 'same' | 'confirms' | 'different'

/** Against the table: a day that counts as it says already, and is not provisional there, needs no line. */
export function standingOf(row: HolidayRow, known: readonly KnownLine[]): Standing {
  const there = standing(row.day, known)
  if (!there) return 'new'
  if (there.kind !== row.kind) return 'different'
  return there.status === 'provisional' && row.status === 'verified' ? 'confirms' : 'same'
}

/** The line that counts on a day: one's own stands over the country's. */
export const standing = (day: Day, known: readonly KnownLine[]): KnownLine | null =>
  known.find(it => it.day === day && it.own) ?? known.find(it => it.day === day) ?? null

/** Lines of one's own that the grid says nothing about. */
export const unnamed = (lines: readonly Pick<GridLine, 'day'>[], known: readonly KnownLine[]): KnownLine[] =>
  known.filter(it => it.own && !lines.some(({ day }) => day === it.day))

/**
 * The lines ticked, or what is wrong with each. A day may stand once; what a single line's form refuses is refused here too
 * (checkHoliday). With one error nothing is entered.
 */
export function checkGrid(
  { lines, drop }: Grid,
  known: readonly KnownLine[],
  lang: Lang,
): { rows: HolidayRow[] } | { errors: GridError[] } {
  const errors: GridError[] = []
  const rows: HolidayRow[] = []
  const seen = new Set<Day>()
  const refuse = (field: string, key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  for (const [index, line] of lines.entries()) {
    if (!line.keep) continue
    if (line.day === '') {
      refuse(`day-${index}`, 'notice.dayMissing', { name: line.name })
      continue
    }
    if (seen.has(line.day)) {
      refuse(`day-${index}`, 'notice.twice', { day: formatDay(line.day) })
      continue
    }
    const read = checkHoliday(line, nationalOn(line.day, known), lang)
    if ('errors' in read)
      for (const { field, text } of read.errors) errors.push({ field: `${field}-${index}`, text })
    else rows.push(read.row)
    seen.add(line.day)
  }
  if (errors.length === 0 && rows.length === 0 && drop.length === 0) refuse('keep-0', 'notice.nothing')
  return errors.length > 0 ? { errors } : { rows }
}

const nationalOn = (day: Day, known: readonly KnownLine[]): Holiday | null =>
  known.find(it => it.day === day && !it.own) ?? null

/** What a press would do to the table. */
export type TableChange = { rows: readonly HolidayRow[]; drop: readonly number[] }

/** The holidays as they would count once the rows are in and the dropped lines out. */
export function holidaysAfter(
  now: Holidays,
  known: readonly KnownLine[],
  { rows, drop }: TableChange,
): Holidays {
  const after = new Map(now)
  for (const { day } of known.filter(it => it.own && drop.includes(it.id))) {
    const national = nationalOn(day, known)
    if (national) after.set(day, national)
    else after.delete(day)
  }
  for (const { day, kind, name } of rows) after.set(day, { day, kind, name })
  return after
}

/** The years that the lines of a grid are of, in order; those of lines that cannot be read are left out. */
export const yearsOf = (lines: readonly Pick<GridLine, 'day'>[]): number[] =>
  [...new Set(lines.filter(it => isDay(it.day)).map(it => Number(it.day.slice(0, 4))))].sort()
