import { type Day, dayAt, isDay, isMonth } from '../calendar/month.rules.ts'

/**
 * What a search compares: lower case, no marks, đ as d, one kind of apostrophe with no space after it
 * ("Ia H’ Drai" is "ia h'drai"), single spaces. Both spellings of a tone ("Hòa", "Hoà") fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[đðɖ]/g, 'd')
    .replace(/[’‘ʼ´`′]/g, "'")
    .replace(/'\s+/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

const collator = new Intl.Collator('vi', { numeric: true })

/**
 * The order of a Vietnamese list: letters first (a ă â … d đ), then tones, and numbers by value
 * ("Phường 2" before "Phường 10"). NFC and NFD spellings are equal.
 */
export const compareVietnamese: (a: string, b: string) => number = collator.compare

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3, signDisplay: 'negative' })
const percent = new Intl.NumberFormat('vi-VN', {
  style: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/** 1234567.5 → '1.234.567,5' */
export const formatNumber = (value: number): string => number.format(value)

/** A share of one to one decimal: 0.123 → '12,3%' */
export const formatPercent = (share: number): string => percent.format(share)

/** '2026-04-05' → '05/04/2026' */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${date}/${month}/${year}`
}

/** '2026-04-05' → '5/4', as a sentence names days near each other. */
export function formatDayShort(day: Day): string {
  const { month, date } = partsOf(day)
  return `${Number(date)}/${Number(month)}`
}

/** '2026-04-05' → '5/4/2026', the same with its year. */
export const formatDayPlain = (day: Day): string => `${formatDayShort(day)}/${partsOf(day).year}`

/**
 * '2023-10-05' → 'ngày 05 tháng 10 năm 2023', as official papers write dates: days under 10 and
 * months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function formatDayLong(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}

/** '2026-11' → '11/2026' */
export function formatMonth(month: string): string {
  if (!isMonth(month)) throw new RangeError(`Not a month: "${month}"`)
  return `${month.slice(5)}/${month.slice(0, 4)}`
}

/** The clock in Vietnam: '16:45' */
export const formatClock = (instant: Date): string => clock.format(instant)

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant in Vietnam: '16:45 24/11/2026' */
export const formatTime = (instant: Date): string => `${formatClock(instant)} ${formatDay(dayAt(instant))}`

/**
 * Typed or pasted text as the portal keeps it: NFC, trimmed, line ends as \n, tabs and odd spaces as spaces;
 * NUL, control and invisible characters and broken surrogates (which PostgreSQL refuses) dropped.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f]|\p{Zs}/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .normalize('NFC')
    .trim()
}

function partsOf(day: Day): { year: string; month: string; date: string } {
  if (!isDay(day)) throw new RangeError(`Not a day: "${day}"`)
  return { year: day.slice(0, 4), month: day.slice(5, 7), date: day.slice(8) }
}
