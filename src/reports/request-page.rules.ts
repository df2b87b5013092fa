import { contactLine } from '../units/office.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { headOf, isOpenAgain } from './due.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { endFields } from './reason-page.rules.ts'
import { standingAt } from './report.rules.ts'
import {
  type Counting,
  effectOf,
  type KeptRequest,
  kindAt,
  lookOf,
  noteOf,
  type RequestKind,
  standingOf,
} from './request.rules.ts'

/** What a commune or its office typed, or what is suggested; errors are null where all is well. */
export type TypedRequest = {
  day: string
  time: string
  endError: string | null
  reason: string
  reasonError: string | null
  /** What came between: the request was answered, by somebody else too, or the month locked. */
  fault: string | null
}

export type RequestReader = { lang: Lang; now: Date; mayAsk: boolean }

/** How the first submission of an opened report counts, and by which dates. */
export const countingOf = ({ kept, window, deadline, holidays }: OpenReport, lang: Lang): Counting => ({
  onTime: kept.onTime,
  firstAt: kept.firstAt,
  own: window.due,
  common: deadline.due,
  holidays,
  lang,
})

/** What may be asked for now; null for a month that has not begun. */
export const kindIn = (open: OpenReport, now: Date): RequestKind | null =>
  kindAt(standingAt(open.window, now), isOpenAgain(open, now))

/** Who answers: the office, and whom to ring there. */
export function whomOf({ officeName, settings }: OpenReport): string {
  const contact = contactLine(settings)
  return contact ? `${officeName} (${contact})` : officeName
}

/** How a request stands, in short: on the commune's first page, its form, its state page; an answer says what it does. */
export function requestNotice(open: OpenReport, lang: Lang) {
  const { asked, unit, month } = open
  if (!asked) return null
  return {
    kind: lookOf(asked),
    text: [standingOf(asked, lang, open.officeName), noteOf(asked, lang)].filter(Boolean).join(' '),
    effect: asked.answer === null ? null : wordsOnEffect(asked, open, lang),
    link: { href: `/reports/${unit.id}/${month}/request`, label: say(lang, 'request.see') },
  }
}

/** The same on the request's own page: also what a grant would do. */
function wholeNotice(open: OpenReport, lang: Lang) {
  const notice = requestNotice(open, lang)
  if (!open.asked || open.asked.answer !== null || !notice) return notice
  return { ...notice, effect: wordsOnEffect(open.asked, open, lang) }
}

/** The way to ask, where something can be asked for; who has asked for it finds the way in the notice. */
export function requestLink(open: OpenReport, { lang, now, mayAsk }: RequestReader) {
  const kind = kindIn(open, now)
  const idle =
    isOpenAgain(open, now) || (kind === 'extension' && open.kept.firstAt !== null && !open.window.locksAt)
  const known = open.asked?.answer === null || open.asked?.kind === kind
  if (!kind || idle || !mayAsk || known) return null
  return { href: `/reports/${open.unit.id}/${open.month}/request`, label: say(lang, `request.ask.${kind}`) }
}

/** After a grant what it does; while it is waited for, what it would do. */
function wordsOnEffect(request: KeptRequest, open: OpenReport, lang: Lang): string | null {
  const { kind, answer, takenBack, until, wishedUntil } = request
  if (takenBack || answer === 'refused' || answer === 'withdrawn') return null
  const effect = effectOf(kind, formatTime(until ?? wishedUntil), countingOf(open, lang))
  return answer === null ? say(lang, 'request.ifGranted', { effect }) : effect
}

/** The model of views/reports/request. */
export function requestPage(
  open: OpenReport,
  { requests, typed }: { requests: readonly KeptRequest[]; typed: TypedRequest },
  reader: RequestReader,
) {
  const { lang, now, mayAsk } = reader
  const kind = kindIn(open, now)
  const waiting = requests.find(it => it.answer === null) ?? null
  const path = `/reports/${open.unit.id}/${open.month}`
  const head = headOf(open, reader)
  return {
    ...head,
    left: open.kept.firstAt ? null : head.left,
    month: open.month,
    title: say(lang, `request.ask.${waiting?.kind ?? kind ?? 'extension'}`),
    errors: [
      ...(typed.endError ? [{ href: '#day', text: typed.endError }] : []),
      ...(typed.reasonError ? [{ href: '#reason', text: typed.reasonError }] : []),
    ],
    fault: typed.fault,
    notice: wholeNotice(open, lang),
    latest: open.asked && {
      facts: factsOf(open.asked, lang),
      action: waiting && mayAsk ? `${path}/request/withdraw` : null,
      id: open.asked.id,
    },
    form: kind && !waiting && mayAsk ? formOf(open, { kind, typed }, lang) : null,
    earlier: requests.filter(it => it.id !== open.asked?.id).map(it => entryOf(it, open, lang)),
    back: path,
  }
}

function factsOf({ wishedUntil, reason, by, at }: KeptRequest, lang: Lang) {
  const fact = (key: 'wished' | 'reason' | 'by' | 'at', text: string) => ({
    term: say(lang, `request.fact.${key}`),
    text,
    href: null,
  })
  return [
    fact('wished', formatTime(wishedUntil)),
    fact('reason', reason),
    fact('by', by),
    fact('at', formatTime(at)),
  ]
}

function formOf(open: OpenReport, { kind, typed }: { kind: RequestKind; typed: TypedRequest }, lang: Lang) {
  const effect = effectOf(kind, say(lang, 'request.agreedEnd'), countingOf(open, lang))
  return {
    action: `/reports/${open.unit.id}/${open.month}/request`,
    kind,
    effect: say(lang, 'request.ifGranted', { effect }),
    whom: say(lang, 'request.whom', { whom: whomOf(open) }),
    fields: endFields([say(lang, 'request.day'), say(lang, 'request.time')], typed),
    reason: typed.reason,
    reasonError: typed.reasonError,
    again: say(lang, 'request.again'),
    submit: say(lang, `request.press.${kind}`),
  }
}

const entryOf = (request: KeptRequest, open: OpenReport, lang: Lang) => ({
  title: standingOf(request, lang, open.officeName),
  meta: say(lang, 'request.entry', { by: request.by, at: formatTime(request.at), reason: request.reason }),
  text: noteOf(request, lang),
  state: null,
  link: null,
  now: false,
})

/** The page's title. */
export const requestTitle = (open: OpenReport, now: Date, lang: Lang): string =>
  say(lang, 'request.title', {
    what: say(lang, `request.ask.${kindIn(open, now) ?? 'extension'}`),
    month: formatMonth(open.month),
  })
