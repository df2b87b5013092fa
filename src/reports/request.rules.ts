import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Dues, latenessOf, type Timed } from './lateness.rules.ts'
import type { Standing } from './report.rules.ts'

/** What a commune asks its office for: more time, or a closed month opened. */
export type RequestKind = 'extension' | 'unlock'

export type KeptRequest = {
  id: number
  kind: RequestKind
  wishedUntil: Date
  reason: string
  by: string
  at: Date
  answer: 'granted' | 'refused' | 'withdrawn' | null
  answerReason: string
  answeredBy: string | null
  answeredAt: Date | null
  /** The end that was granted; null where nothing was. */
  until: Date | null
  /** The office took its grant back. */
  takenBack: { at: Date; by: string; reason: string } | null
}

/**
 * What can be asked for now: a month that takes reports has time to give, a locked one can be opened; no other.
 * @param again a closed month that is open again for a while: what it lacks is more of that
 */
export function kindAt(standing: Standing, again = false): RequestKind | null {
  if (standing === 'locked' || again) return 'unlock'
  return standing === 'open' || standing === 'late' ? 'extension' : null
}

/** What a grant's effect depends on: how the first submission was counted, and the dates. */
export type Counting = Timed & Dues

/**
 * What a grant does to on time or late, in words, before and after it is given. The first submission decides for ever, so it
 * helps a report that was never sent; a month that is only opened has no other due date than before.
 * @param until the end in words
 */
export function effectOf(kind: RequestKind, until: string, counting: Counting): string {
  const { lang, own, onTime, firstAt } = counting
  const way = kind === 'unlock' ? 'open' : 'more'
  if (!firstAt) return say(lang, `request.effect.${way}.unsent`, { until, due: formatTime(own) })
  const at = formatTime(firstAt)
  if (onTime) return say(lang, `request.effect.${way}.onTime`, { until, at })
  const late = latenessOf(counting, counting)
  return say(lang, `request.effect.${way}.late`, { until, at, late: late ? ` ${late}` : '' })
}

/** One sentence on how a request stands; `whom` is who answers. */
export function standingOf(request: KeptRequest, lang: Lang, whom: string): string {
  const { kind, answer, takenBack, until } = request
  const asked = say(lang, `request.asked.${kind}`, { until: formatTime(request.wishedUntil) })
  const by = request.answeredBy ?? ''
  const at = request.answeredAt ? formatTime(request.answeredAt) : ''
  if (answer === null) return say(lang, 'request.waiting', { asked, at: formatTime(request.at), whom })
  if (takenBack)
    return say(lang, 'request.takenBack', { asked, at: formatTime(takenBack.at), reason: takenBack.reason })
  if (answer === 'withdrawn') return say(lang, 'request.wasWithdrawn', { asked, by, at })
  if (answer === 'refused')
    return say(lang, 'request.refused', { asked, by, at, reason: request.answerReason })
  return say(lang, `request.granted.${kind}`, { by, at, until: until ? formatTime(until) : '' })
}

/** 'Bận mưa lũ, đồng ý.' after a grant, where the office said something. */
export const noteOf = ({ answer, answerReason }: KeptRequest, lang: Lang): string | null =>
  answer === 'granted' && answerReason ? say(lang, 'request.note', { note: answerReason }) : null

/** How a request looks: waiting and refused ask for attention, what was granted does not. */
export function lookOf({ answer, takenBack }: KeptRequest): 'info' | 'success' | 'warning' {
  if (answer === null || answer === 'withdrawn') return 'info'
  return answer === 'granted' && !takenBack ? 'success' : 'warning'
}
