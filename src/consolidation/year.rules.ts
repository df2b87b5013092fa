import { asMonth, isMonth, type Month, monthsFrom, monthsOfSchoolYear } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'

/** A period of the consolidation: a month '2026-10', a calendar year '2026', or a school year '2025-2026'. */
export type Period = { text: string; months: Month[]; kind: 'month' | 'year' | 'school-year' }

/** Reads a period; null when it is none. */
export function periodOf(text: string): Period | null {
  if (isMonth(text)) return { text, months: [text], kind: 'month' }
  if (/^20\d\d$/.test(text))
    return { text, months: monthsFrom(asMonth(`${text}-01`), asMonth(`${text}-12`)), kind: 'year' }
  const [, first, second] = /^(20\d\d)-(20\d\d)$/.exec(text) ?? []
  if (!first || Number(second) !== Number(first) + 1) return null
  return { text, months: monthsOfSchoolYear(text), kind: 'school-year' }
}

/** 'Tổng hợp năm học 2025-2026' */
export const yearTitle = (year: string): string =>
  say('vi', year.includes('-') ? 'sheet.year.schoolTitle' : 'sheet.year.title', { year })
