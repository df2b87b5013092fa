import type { Holidays } from '../calendar/deadline.rules.ts'
import { workingDaysBetween } from '../calendar/deadline.rules.ts'
import { dayAt, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { changeOf } from './board.rules.ts'
import { type BoardColumn, HEADLINE, UNKNOWN } from './board-column.rules.ts'
import { signed } from './board-row.rules.ts'
import { isQueueGroup, type QueueGroup, type QueueRow, queueGroups } from './queue.rules.ts'

/** The queue's page: its groups with their numbers, each with its first reports, or one group page by page. */

/** Of each group on the page of all groups, and of one group on a page of its own. */
const FIRST = 25
const PAGE = 100

export type QueueAsked = { group: QueueGroup | null; page: number }

export function readQueueAsked(raw: Readonly<Record<string, unknown>>): QueueAsked {
  const page = typeof raw.page === 'string' && /^[1-9]\d{0,3}$/.test(raw.page) ? Number(raw.page) : 1
  return isQueueGroup(raw.group) ? { group: raw.group, page } : { group: null, page: 1 }
}

type Talk = {
  /** What the commune said and nobody has read. */
  said: readonly { text: string; by: string; at: Date }[]
  askedAt: Date | null
  returnedAt: Date | null
}

type Line = { text: string; quiet: string | null }

export type QueueContext = {
  lang: Lang
  now: Date
  month: Month
  holidays: Holidays
  columns: readonly BoardColumn[]
  talk: ReadonlyMap<number, Talk>
  repeated: ReadonlyMap<number, readonly Month[]>
  /** The queue's own address. */
  path: string
  /** The office the queue belongs to, when a report's own office is another: its pages lead back here. */
  office: number
  /** The names of the offices below, by id: a commune's stands beside it where there are several. */
  offices: ReadonlyMap<number, string>
  mayAct: boolean
}

export type Press = { value: string; label: string; second: boolean }

/** The groups that have any report, as the page prints them; those asked for alone with their pager. */
export function groupViews(queue: readonly QueueRow[], { group, page }: QueueAsked, context: QueueContext) {
  return queueGroups
    .filter(it => group === null || it === group)
    .map(code =>
      groupView(
        code,
        queue.filter(it => it.group === code),
        { alone: group !== null, page, context },
      ),
    )
    .filter(it => it.count > 0)
}

type Pages = { alone: boolean; page: number; context: QueueContext }

function groupView(code: QueueGroup, all: readonly QueueRow[], { alone, page, context }: Pages) {
  const { lang, path, mayAct } = context
  const href = `${path}?group=${code}`
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const at = Math.min(page, pages)
  const shown = alone ? all.slice((at - 1) * PAGE, at * PAGE) : all.slice(0, FIRST)
  const rows = shown.map(it => viewQueueRow(it, context))
  const count = formatNumber(all.length)
  return {
    ...{ code, rows },
    title: say(lang, `queue.group.${code}`),
    hint: say(lang, `queue.hint.${code}`),
    count: all.length,
    /** Whether anything is to be said of any of them; else the column is left out. */
    noted: rows.some(it => it.lines.length > 0),
    more: !alone && all.length > FIRST ? { href, label: say(lang, 'queue.whole', { count }) } : null,
    pager: alone && pages > 1 ? pagerOf({ href, at, pages }, lang) : null,
    ticks: mayAct && code !== 'waiting',
    whole: mayAct ? wholePress(code, count, lang) : null,
    presses: mayAct ? pressesOf(code, lang) : [],
    question: code === 'repeated' && mayAct ? questionFor(all, context) : null,
  }
}

function pagerOf({ href, at, pages }: { href: string; at: number; pages: number }, lang: Lang) {
  const to = (target: number) => ({ href: `${href}&page=${target}` })
  return {
    previous: at > 1 ? to(at - 1) : null,
    next: at < pages ? to(at + 1) : null,
    text: say(lang, 'board.pageOf', { page: formatNumber(at), pages: formatNumber(pages) }),
  }
}

/** What a press would ask, as the first of them reads it. */
function questionFor([first]: readonly QueueRow[], { repeated }: QueueContext): string | null {
  const months = first && repeated.get(first.row.unit.id)
  return months ? sameQuestion(months, 'vi') : null
}

const press = (value: string, label: string, second = true): Press => ({ value, label, second })

/** What may be done with the whole group, ticked or not. */
function wholePress(code: QueueGroup, count: string, lang: Lang): Press | null {
  if (code === 'waiting' || code === 'answered') return null
  if (code === 'repeated') return press('ask-all', say(lang, 'queue.askAll', { count }), false)
  return press('accept-all', say(lang, `queue.acceptAll.${code}`, { count }), code !== 'fresh')
}

/** What may be done with those ticked. */
function pressesOf(code: QueueGroup, lang: Lang): Press[] {
  const accept = press('accept', say(lang, 'queue.acceptTicked'))
  switch (code) {
    case 'waiting':
      return []
    case 'answered':
      return [press('read', say(lang, 'queue.readTicked'), false), accept]
    case 'repeated':
      return [press('ask', say(lang, 'queue.askTicked')), accept]
    default:
      return [accept]
  }
}

export function viewQueueRow({ row, group }: QueueRow, context: QueueContext) {
  const { lang, month, office, offices } = context
  const { unit, report, state } = row
  const version = report?.version ?? null
  const beside = `/review/${unit.id}/${month}/beside`
  return {
    id: unit.id,
    name: unit.fullName,
    href: unit.parentId === office ? beside : `${beside}?office=${office}`,
    state,
    late: row.timing === 'late',
    nil: version?.nil ?? false,
    sent: version
      ? say(lang, 'queue.sent', { number: version.number, at: formatTime(version.submittedAt) })
      : '',
    by: version?.submittedBy ?? '',
    place: offices.get(unit.parentId) ?? null,
    cells: [HEADLINE, UNKNOWN].flatMap(column => cellOf({ row, column }, context)),
    lines: linesOf({ row, group }, context),
  }
}

function cellOf({ row, column }: { row: QueueRow['row']; column: number }, { columns, lang }: QueueContext) {
  const head = columns[column]?.head[lang]
  if (head === undefined) return []
  const value = row.values[column] ?? null
  const change = changeOf(row, column)
  return [{ head, text: value === null ? '–' : formatNumber(value), change: change ? signed(change) : null }]
}

/** What there is to know about the report before it is opened: why it stands in its group, then its warnings. */
function linesOf({ row, group }: QueueRow, context: QueueContext): Line[] {
  const { lang } = context
  const { warnings = [], explanations = {} } = row.report?.version ?? {}
  const notes = warnings.map(({ code, message }) => ({
    text: message,
    quiet: explanations[code]
      ? `${say(lang, 'board.explanation')}: ${explanations[code]}`
      : say(lang, 'board.unexplained'),
  }))
  return [...whyOf({ row, group }, context), ...notes]
}

function whyOf({ row, group }: QueueRow, context: QueueContext): Line[] {
  const { lang, talk, repeated } = context
  const talked = talk.get(row.unit.id)
  if (group === 'answered' && talked)
    return talked.said.map(({ text, by, at }) => ({
      text,
      quiet: say(lang, 'queue.said', { by, at: formatTime(at) }),
    }))
  if (group === 'repeated') {
    const months = monthsInWords(repeated.get(row.unit.id) ?? [])
    return [{ text: say(lang, 'queue.same', { months }), quiet: null }]
  }
  if (group !== 'waiting') return []
  if (row.state === 'returned')
    return [
      { text: sinceOf('returned', talked?.returnedAt, context), quiet: row.report?.returnReason ?? null },
    ]
  return [{ text: sinceOf('asked', talked?.askedAt, context), quiet: null }]
}

/** How long the commune has had it, in working days; today's is not a day yet. */
function sinceOf(kind: 'returned' | 'asked', at: Date | null | undefined, context: QueueContext): string {
  const { lang, now, holidays } = context
  if (!at) return say(lang, `queue.${kind}`)
  const days = workingDaysBetween(dayAt(at), dayAt(now), holidays)
  const params = { at: formatTime(at), days: formatNumber(days) }
  return say(lang, days > 0 ? `queue.${kind}Since` : `queue.${kind}Today`, params)
}

/** '9, 10, 11/2026'; with every year where they differ: '12/2025, 01/2026, 02/2026'. */
export function monthsInWords(months: readonly Month[]): string {
  const years = new Set(months.map(it => it.slice(0, 4)))
  const last = months.at(-1)
  if (years.size !== 1 || last === undefined) return months.map(formatMonth).join(', ')
  const before = months.slice(0, -1).map(it => String(Number(it.slice(5))))
  return [...before, formatMonth(last)].join(', ')
}

/** The prepared question about repeated figures: it asks, and says nothing of a mistake. */
export const sameQuestion = (months: readonly Month[], lang: Lang): string =>
  say(lang, 'queue.sameQuestion', { months: monthsInWords(months) })
