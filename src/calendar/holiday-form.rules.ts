import { type Key, say } from '../words/all.ts'
import { clean, formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Holiday, weekdayName } from './deadline.rules.ts'
import type { HolidayRow } from './holiday.rules.ts'
import { isDay, weekday } from './month.rules.ts'

/** A line of the holiday table as typed. */
export type HolidayForm = { day: string; kind: string; name: string; source: string; provisional: boolean }
export type HolidayError = { field: 'day' | 'kind' | 'name' | 'source'; text: string }

const limits = { name: 80, source: 120 } as const

export function readHolidayForm(body: Readonly<Record<string, unknown>>): HolidayForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  const [day, kind, name, source] = [text('day'), text('kind'), text('name'), text('source')]
  return { day, kind, name, source, provisional: text('provisional') === 'on' }
}

export const formOfLine = ({ day, kind, name, source, status }: HolidayRow): HolidayForm => ({
  day,
  kind,
  name,
  source,
  provisional: status === 'provisional',
})

/**
 * The line typed, or what is wrong with each box. A day that is as it says anyway is refused: it would only hide a slip
 * (a day off on a Sunday, a swapped day on a Tuesday). Where the country's table speaks, an office may say the opposite.
 * @param national the country's line of that day, when the office's own is to stand over it
 */
export function checkHoliday(
  form: HolidayForm,
  national: Holiday | null,
  lang: Lang,
): { row: HolidayRow } | { errors: HolidayError[] } {
  const errors: HolidayError[] = []
  const refuse = (field: HolidayError['field'], key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  const { day, kind, name, source, provisional } = form
  if (kind !== 'off' && kind !== 'work') refuse('kind', 'calendar.line.noKind')
  if (!name) refuse('name', 'calendar.line.noName')
  for (const field of ['name', 'source'] as const)
    if (form[field].length > limits[field]) refuse(field, 'calendar.line.tooLong', { max: limits[field] })
  if (!isDay(day)) refuse('day', 'calendar.line.noDay')
  else if (national === null) {
    const weekend = weekday(day) === 0 || weekday(day) === 6
    const about = { day: formatDay(day), weekday: weekdayName(day, lang) }
    if (kind === 'off' && weekend) refuse('day', 'calendar.line.weekdayOff', about)
    if (kind === 'work' && !weekend) refuse('day', 'calendar.line.weekdayWorked', about)
  }
  if (errors.length > 0 || (kind !== 'off' && kind !== 'work')) return { errors }
  return { row: { day, kind, name, source, status: provisional ? 'provisional' : 'verified' } }
}
