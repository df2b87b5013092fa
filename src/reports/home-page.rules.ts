import { dayAt } from '../calendar/month.rules.ts'
import { readOfficeSettings } from '../units/office.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { headOf } from './due.rules.ts'
import { cohortsIn, type Edition, type Figures, headlineOf } from './form.rules.ts'
import { latenessOf } from './lateness.rules.ts'
import { datesOf, type OpenReport, type RuledMonth } from './open-report.rules.ts'
import { isDone, isSent, type ReportState, standingAt, stateOf, takesReports } from './report.rules.ts'
import { type KeptRequest, standingOf } from './request.rules.ts'
import { countingOf, requestLink, requestNotice } from './request-page.rules.ts'

/** A month in the commune's list, as read. */
export type PastMonth = RuledMonth & {
  month: OpenReport['month']
  /** The office's, as they hold for that month. */
  settings: unknown
  state: ReportState | null
  onTime: boolean | null
  firstAt: Date | null
  figures: Figures | null
  at: Date | null
}

/** The first page lists half a year; what is still owed is looked for further back. */
const MONTHS_LISTED = 6

export type HomeReader = {
  lang: Lang
  now: Date
  mayApprove: boolean
  /** What was asked of the office for the months before. */
  requests: readonly MonthRequest[]
}

type MonthRequest = KeptRequest & { month: OpenReport['month'] }

/** An answer is news for so long; after that it is on the month's own page. */
const NEWS_DAYS = 14

/** One commune on its people's first page: the month in hand, what is to be done, and the months before. */
export function homeUnit(open: OpenReport, past: readonly PastMonth[], reader: HomeReader) {
  const { kept, month, unit } = open
  const { lang } = reader
  const path = `/reports/${unit.id}`
  return {
    ...headOf(open, reader),
    id: unit.id,
    month,
    state: stateOf(kept.state),
    late: kept.onTime === false,
    lateness: latenessOf(kept, countingOf(open, lang)),
    done: isDone(kept.state),
    note: noteOf(open, reader),
    request: requestNotice(open, lang),
    ask: requestLink(open, { ...reader, mayAsk: true }),
    returned: kept.returned,
    ...actionOf(open, `${path}/${month}`, reader),
    owed: owedIn(open, past, reader),
    requests: requestsIn(open, reader),
    headline: open.current && headlineTiles(open, open.current.figures, lang),
    months: past.slice(0, MONTHS_LISTED).map(it => monthLine(it, open, reader)),
    historyHref: path,
  }
}

type Link = { href: string; label: string }

/** The one button: what this person would do next with this month. */
function actionOf(
  { kept, current }: OpenReport,
  path: string,
  { lang, mayApprove }: HomeReader,
): { action: Link; second: Link | null } {
  const link = (href: string, key: 'start' | 'continue' | 'fix' | 'signOff' | 'see' | 'receipt'): Link => ({
    href,
    label: say(lang, `reports.home.${key}`),
  })
  const receipt = current ? link(`${path}/receipt/${current.number}`, 'receipt') : null
  if (kept.draft?.asked) return { action: link(path, mayApprove ? 'signOff' : 'see'), second: receipt }
  if (kept.state === 'returned') return { action: link(path, 'fix'), second: receipt }
  if (isDone(kept.state)) return { action: link(path, 'see'), second: receipt }
  return { action: link(path, kept.draft ? 'continue' : 'start'), second: null }
}

function noteOf({ kept, current, fields, window }: OpenReport, { lang, now }: HomeReader): string | null {
  const { draft, savedAt, savedBy } = kept
  if (draft?.asked) {
    const { name, at } = draft.asked
    return say(lang, 'reports.signOff.asked', { by: name, at: formatTime(new Date(at)) })
  }
  const saved = savedAt && { by: savedBy ?? '', at: formatTime(savedAt) }
  if (draft && saved && isSent(kept.state)) return say(lang, 'reports.home.correcting', saved)
  if (draft && saved) {
    const filled = fields.filter(it => (draft.raw[it.name] ?? '').trim() !== '').length
    return say(lang, 'reports.home.draft', { ...saved, filled, boxes: fields.length })
  }
  if (current) return say(lang, 'reports.home.sent', { at: formatTime(current.at), receipt: current.receipt })
  return takesReports(standingAt(window, now))
    ? null
    : say(lang, 'reports.home.notOpen', { day: formatDay(dayAt(window.opens)) })
}

/** Months before this one that were never sent and still can be, the oldest first. */
function owedIn(open: OpenReport, past: readonly PastMonth[], { lang, now }: HomeReader) {
  return past
    .filter(it => !isSent(it.state))
    .map(it => ({ it, ...datesIn(it, open) }))
    .filter(({ window }) => takesReports(standingAt(window, now)))
    .map(({ it, window }) => ({
      href: `/reports/${open.unit.id}/${it.month}`,
      text: say(lang, 'reports.home.lateOne', { month: formatMonth(it.month), due: formatTime(window.due) }),
      label: say(lang, 'reports.home.lateSend', { month: formatMonth(it.month) }),
    }))
    .reverse()
}

/** Earlier months' requests that wait, or were answered lately. */
function requestsIn({ unit, officeName }: OpenReport, { requests, lang, now }: HomeReader) {
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000)
  return requests
    .filter(it => it.answer !== 'withdrawn' && (it.answeredAt ?? now) > since)
    .map(it => ({
      href: `/reports/${unit.id}/${it.month}/request`,
      text: `${formatMonth(it.month)}: ${standingOf(it, lang, officeName)}`,
    }))
}

/** A past month's own dates, by the settings that held in it. */
const datesIn = (it: PastMonth, open: OpenReport) =>
  datesOf(it.month, it, { ...open, settings: readOfficeSettings(it.settings) })

function monthLine(it: PastMonth, open: OpenReport, { lang }: HomeReader) {
  const { window, deadline, holidays } = datesIn(it, open)
  const { month, state, onTime, at, figures } = it
  return {
    href: `/reports/${open.unit.id}/${month}`,
    month,
    state: stateOf(state),
    late: onTime === false,
    lateness: latenessOf(it, { own: window.due, common: deadline.due, holidays, lang }),
    at,
    ...figuresOf(open.edition, figures),
  }
}

/** The headline and what is always shown beside it; null when nothing was sent, which is not 0. */
export const figuresOf = (edition: Edition, figures: Figures | null) =>
  figures ? headlineOf(edition, figures, cohortsIn(figures)) : { neither: null, unknown: null }

export function headlineTiles({ edition, before }: OpenReport, figures: Figures, lang: Lang) {
  const now = figuresOf(edition, figures)
  const then = figuresOf(edition, before.figures)
  const tile = (key: 'neither' | 'unknown') => ({
    label: say(lang, `reports.${key}`),
    figure: now[key],
    note: null,
    change: changeOf(now[key], then[key], { month: before.month, lang }),
    href: null,
    current: false,
  })
  return [tile('neither'), tile('unknown')]
}

function changeOf(now: number | null, then: number | null, { month, lang }: { month: string; lang: Lang }) {
  if (now === null || then === null) return null
  const way = now === then ? 'same' : now > then ? 'up' : 'down'
  const params = { count: Math.abs(now - then), month: formatMonth(month) }
  return { way, text: say(lang, `reports.change.${way}`, params) } as const
}
