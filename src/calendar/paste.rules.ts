import type { LineProblem } from './holiday.rules.ts'
import { parseHolidays } from './holiday.rules.ts'
import { type NoticeAsked, type NoticeReading as Read, readNotice } from './notice.rules.ts'

export type NoticeReading = Read & { provisional: boolean }

/** What was pasted, a notice in prose or lines of a table, as lines to look through. */
export function readPasted(text: string, asked: NoticeAsked): NoticeReading {
  const table = tableIn(text)
  if (!table) return { ...readNotice(text, asked), provisional: false }
  const { holidays, problems } = parseHolidays(table, asked.lang)
  return {
    lines: holidays.map(({ status: _, ...line }) => ({ ...line, warnings: [] })),
    problems: problems.map(sayProblem),
    asksYear: false,
    weekends: 0,
    provisional: holidays.some(it => it.status === 'provisional'),
  }
}

const sayProblem = ({ line, reason }: LineProblem): string => `${line}: ${reason}`

const columns = ['date', 'kind', 'name', 'source', 'status']

/** The text as a table with a head; null when it is none. Lines without a head are day, kind, name, source, status. */
function tableIn(text: string): string | null {
  const lines = text.trim().split(/\r?\n/)
  const [first = ''] = lines
  if (/^\uFEFF?"?\w+"?\s*[,;]/.test(first) && /\bdate\b/i.test(first)) return text.trim()
  if (!lines.every(line => /^\s*\d{4}-\d\d-\d\d\s*,/.test(line))) return null
  return [columns.slice(0, first.split(',').length).join(','), ...lines].join('\n')
}
