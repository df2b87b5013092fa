/**
 * Months and days as the portal counts them: text, in Vietnam's time. Vietnam has one zone, UTC+7, and no
 * summer time, so every calendar step is plain arithmetic on UTC and needs no clock and no zone data.
 */

/** A reporting month, 'YYYY-MM'; months compare as text. */
export type Month = string & { readonly __month: unique symbol }

/** A calendar day, 'YYYY-MM-DD'; days compare as text. */
export type Day = string

const DAY_MS = 86_400_000
const VIETNAM_MS = 7 * 3_600_000
const FIRST_SCHOOL_MONTH = 9

export const isMonth = (text: string): text is Month => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)

/** @throws RangeError when the text is not 'YYYY-MM'. */
export function asMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`Not a month: "${text}"`)
  return text
}

/** A day that exists: 2026-02-29 is none. */
export const isDay = (text: string): boolean => !Number.isNaN(utcOf(text))

export function addMonths(month: Month, months: number): Month {
  const { year, number } = partsOf(month)
  return asMonth(dayOf(Date.UTC(year, number - 1 + months)).slice(0, 7))
}

/** Every month of the range, both ends included; none when `to` is before `from`. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

export const monthOfDay = (day: Day): Month => asMonth(day.slice(0, 7))

/** That day of the month, or its last day when the month is shorter: day 31 of April is the 30th. */
export function dayIn(month: Month, dayOfMonth: number): Day {
  const { year, number } = partsOf(month)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return `${month}-${String(Math.min(dayOfMonth, last)).padStart(2, '0')}`
}

/** The school year a month belongs to, '2025-2026': it begins in September. */
export function schoolYearOf(month: Month): string {
  const { year, number } = partsOf(month)
  const first = number >= FIRST_SCHOOL_MONTH ? year : year - 1
  return `${first}-${first + 1}`
}

/** The twelve months of a school year, September first. @throws RangeError on anything but '2025-2026'. */
export function monthsOfSchoolYear(schoolYear: string): Month[] {
  const [, first, second] = /^(\d{4})-(\d{4})$/.exec(schoolYear) ?? []
  if (Number(second) !== Number(first) + 1) throw new RangeError(`Not a school year: "${schoolYear}"`)
  const september = asMonth(`${first}-${String(FIRST_SCHOOL_MONTH).padStart(2, '0')}`)
  return monthsFrom(september, addMonths(september, 11))
}

export const addDays = (day: Day, days: number): Day => dayOf(startOf(day) + days * DAY_MS)

/** Calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => (startOf(to) - startOf(from)) / DAY_MS

/** 0 is Sunday, 6 is Saturday. The first of January 1970 was a Thursday. */
export const weekday = (day: Day): number => (((startOf(day) / DAY_MS + 4) % 7) + 7) % 7

/** The day it is in Vietnam at that instant. */
export const dayAt = (instant: Date): Day => dayOf(instant.getTime() + VIETNAM_MS)

/** That time of day in Vietnam, as an instant. */
export const at = (day: Day, hour: number, minute = 0): Date =>
  new Date(startOf(day) - VIETNAM_MS + (hour * 60 + minute) * 60_000)

/** The instant as Vietnam writes it, to the second: '2026-04-28T17:00:00+07:00'. */
export const isoVietnam = (instant: Date): string =>
  `${new Date(instant.getTime() + VIETNAM_MS).toISOString().slice(0, 19)}+07:00`

function dayOf(utc: number): Day {
  const start = utc - (utc % DAY_MS)
  const known = texts.get(start)
  if (known !== undefined) return known
  const text = new Date(utc).toISOString().slice(0, 10)
  if (utc >= 0) remember(text, start)
  return text
}

/** @throws RangeError when the text is no day: a wrong date must not travel on as NaN. */
function startOf(day: Day): number {
  const known = starts.get(day)
  if (known !== undefined) return known
  const utc = utcOf(day)
  if (Number.isNaN(utc)) throw new RangeError(`Not a day: "${day}"`)
  if (utc >= 0) remember(day, utc)
  return utc
}

/**
 * Days already worked out: deciding who gets which letter asks for the same few hundred days a hundred thousand times.
 * Not more than some decades of them, whatever is typed into a box.
 */
const starts = new Map<Day, number>()
const texts = new Map<number, Day>()
const MOST_KNOWN = 20_000

function remember(day: Day, start: number): void {
  if (starts.size >= MOST_KNOWN) return
  starts.set(day, start)
  texts.set(start, day)
}

/** The first instant of a day in UTC; NaN when there is no such day. */
function utcOf(text: string): number {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(text)) return Number.NaN
  const [number, dayOfMonth] = [Number(text.slice(5, 7)), Number(text.slice(8))]
  const date = new Date(Date.UTC(Number(text.slice(0, 4)), number - 1, dayOfMonth))
  return date.getUTCMonth() === number - 1 && date.getUTCDate() === dayOfMonth ? date.getTime() : Number.NaN
}

function partsOf(month: Month): { year: number; number: number } {
  return { year: Number(month.slice(0, 4)), number: Number(month.slice(5)) }
}
