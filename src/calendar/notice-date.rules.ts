import { fold } from '../words/vietnamese.ts'
import { type Day, isDay, weekday } from './month.rules.ts'

/** A day as a notice writes it; a missing year or month is to be taken from elsewhere. */
export type WrittenDay = {
  /** Where it stands in the sentence, the weekday's name and 'ngay' included. */
  start: number
  end: number
  date: number
  month: number | null
  year: number | null
  /** 0 is Sunday; null where the weekday is not named. */
  weekday: number | null
}

/** Letter by letter without marks, as long as the text, so that a place in the one is the same place in the other. */
export const plain = (text: string): string =>
  [...text].map(letter => (fold(letter) || ' ').slice(0, letter.length).padEnd(letter.length)).join('')

const weekdays = ['chu nhat', 'thu hai', 'thu ba', 'thu tu', 'thu nam', 'thu sau', 'thu bay']

const NAMED = String.raw`(?:(?<named>chu\s+nhat|thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7]))\s*,?\s*)?(?:ngay\s+)?`
const AFTER = String.raw`(?!\d|\s*\(?\s*am lich)(?:\s*\(\s*(?<after>chu\s+nhat|thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7]))\s*\))?`
const forms = [
  String.raw`(?<![\d/.-])(?<isoYear>\d{4})-(?<isoMonth>\d\d)-(?<isoDate>\d\d)`,
  String.raw`(?<![\d/.-])(?<date>\d{1,2})\s*(?<sign>[/-])\s*(?<month>\d{1,2})(?:\s*\k<sign>\s*(?<year>\d{4}))?(?![/-]?[\da-z])`,
  String.raw`(?<![\d/.-])(?<dotDate>\d{1,2})\.(?<dotMonth>\d{1,2})\.(?<dotYear>\d{4})`,
  String.raw`(?<![\d/.-])(?<longDate>\d{1,2})\s+thang\s+(?<longMonth>\d{1,2})(?:\s+nam\s+(?<longYear>\d{4}))?`,
  String.raw`(?<=ngay\s+)(?<bare>\d{1,2})(?=\s*(?:den|toi|-|–)\s)`,
]
const pattern = new RegExp(`${NAMED}(?:${forms.join('|')})${AFTER}`, 'g')

/** The days that a sentence names, in order; those of the lunar calendar are none, and neither are numbers of papers. */
export function writtenDays(sentence: string): WrittenDay[] {
  return [...sentence.matchAll(pattern)].flatMap(match => {
    const found = match.groups ?? {}
    const part = (...names: string[]) => names.map(name => found[name]).find(it => it !== undefined)
    const date = Number(part('isoDate', 'date', 'dotDate', 'longDate', 'bare'))
    const month = part('isoMonth', 'month', 'dotMonth', 'longMonth')
    const year = part('isoYear', 'year', 'dotYear', 'longYear')
    const named = part('named', 'after')
    if (date < 1 || date > 31 || (month && (Number(month) < 1 || Number(month) > 12))) return []
    return {
      start: match.index,
      end: match.index + match[0].length,
      date,
      month: month ? Number(month) : null,
      year: year ? Number(year) : null,
      weekday: named ? weekdayNamed(named) : null,
    }
  })
}

function weekdayNamed(text: string): number {
  const [, number] = /(\d)$/.exec(text) ?? []
  return number ? Number(number) - 1 : weekdays.indexOf(text.replace(/\s+/g, ' '))
}

/** The day meant, or null when there is none such (30/2). */
export function dayOf({ date, month }: WrittenDay, year: number): Day | null {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${year}-${two(month ?? 0)}-${two(date)}`
  return isDay(day) ? day : null
}

/** Whether the weekday that stands beside the day is another than the calendar's. */
export const contradicts = ({ weekday: named }: WrittenDay, day: Day): boolean =>
  named !== null && named !== weekday(day)
