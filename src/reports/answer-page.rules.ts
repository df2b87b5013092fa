import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { latenessOf } from './lateness.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { endFields } from './reason-page.rules.ts'
import { effectOf, type KeptRequest, noteOf, standingOf } from './request.rules.ts'
import { countingOf, type TypedRequest } from './request-page.rules.ts'

type Place = { lang: Lang; list: string }

/** The model of views/reports/answer: one request, what granting it would do, and the two answers. */
export function answerPage(
  open: OpenReport,
  { request, typed }: { request: KeptRequest; typed: TypedRequest },
  { lang, list }: Place,
) {
  const { unit, month } = open
  const { kind } = request
  const effect = effectOf(kind, say(lang, 'answer.theEnd'), countingOf(open, lang))
  return {
    caption: say(lang, 'answer.caption', { unit: unit.fullName, month: formatMonth(month) }),
    title: say(lang, `answer.title.${kind}`),
    errors: [
      ...(typed.endError ? [{ href: '#day', text: typed.endError }] : []),
      ...(typed.reasonError ? [{ href: '#reason', text: typed.reasonError }] : []),
    ],
    fault: typed.fault,
    facts: factsOf(open, request, lang),
    form:
      request.answer === null
        ? {
            reason: typed.reason,
            reasonError: typed.reasonError,
            fields: endFields([say(lang, 'answer.day'), say(lang, 'answer.time')], typed),
            action: `/review/${unit.id}/${month}/request`,
            id: request.id,
            effect: say(lang, 'answer.effect', { effect }),
            grant: say(lang, `answer.grant.${kind}`),
          }
        : null,
    standing: request.answer === null ? null : standingOf(request, lang, open.officeName),
    note: noteOf(request, lang),
    reportHref: open.kept.firstAt ? `/reports/${unit.id}/${month}` : null,
    back: list,
  }
}

function factsOf(open: OpenReport, request: KeptRequest, lang: Lang) {
  const fact = (term: string, text: string) => ({ term, text, href: null })
  return [
    fact(say(lang, 'request.fact.by'), request.by),
    fact(say(lang, 'request.fact.at'), formatTime(request.at)),
    fact(say(lang, 'request.fact.wished'), formatTime(request.wishedUntil)),
    fact(say(lang, 'request.fact.reason'), request.reason),
    fact(say(lang, 'answer.fact.due'), formatTime(open.window.due)),
    fact(say(lang, 'answer.fact.first'), firstSent(open, lang)),
  ]
}

/** '08:10 26/11/2026, muộn 1 ngày làm việc'. */
export function firstSent(open: OpenReport, lang: Lang): string {
  const { firstAt, onTime } = open.kept
  if (!firstAt) return say(lang, 'answer.fact.notSent')
  const at = formatTime(firstAt)
  if (onTime) return say(lang, 'answer.fact.onTime', { at })
  const late = latenessOf(open.kept, countingOf(open, lang))
  return say(lang, 'answer.fact.late', { at, late: late ? ` ${late}` : '' })
}

export type Listed = KeptRequest & { unitId: number; unit: string }

/** The model of views/reports/requests: an office's month, what waits and what was answered. */
export function requestList(
  requests: readonly Listed[],
  { lang, month, mayAct }: { lang: Lang; month: string; mayAct: boolean },
) {
  return {
    open: requests
      .filter(it => it.answer === null)
      .map(it => ({
        unit: it.unit,
        asks: say(lang, `request.asked.${it.kind}`, { until: formatTime(it.wishedUntil) }),
        reason: it.reason,
        by: it.by,
        at: formatTime(it.at),
        href: mayAct ? `/review/${it.unitId}/${month}/request` : null,
        label: say(lang, 'answer.answerOf', { unit: it.unit }),
      })),
    done: requests
      .filter(it => it.answer !== null)
      .map(it => ({
        title: it.unit,
        meta: say(lang, 'request.entry', { by: it.by, at: formatTime(it.at), reason: it.reason }),
        text: [standingOf(it, lang, ''), noteOf(it, lang)].filter(Boolean).join(' '),
        state: null,
        link: null,
        now: false,
      })),
  }
}
