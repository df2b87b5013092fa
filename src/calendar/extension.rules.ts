import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { at, isDay } from './month.rules.ts'

/** More time as an officer types it: a day 'YYYY-MM-DD' and a time of day 'HH:MM', in Vietnam. */
export type TypedEnd = { day: string; time: string }

/** What the end must lie after: the unit's due date as it stands, and now. */
export type Bounds = { due: Date; now: Date; lang: Lang }

/** Longer than any extension that helps; a wrong year is caught by it. */
const LONGEST_DAYS = 92

/** The end as an instant, or why it cannot be one. */
export function readEnd(
  { day, time }: TypedEnd,
  { due, now, lang }: Bounds,
): { until: Date } | { error: string } {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (!isDay(day) || hour === '') return { error: say(lang, 'extension.unreadable') }
  const until = at(day, Number(hour), Number(minute))
  if (until <= due) return { error: say(lang, 'extension.notLater', { due: formatTime(due) }) }
  if (until <= now) return { error: say(lang, 'extension.past', { now: formatTime(now) }) }
  const latest = new Date(Math.max(due.getTime(), now.getTime()) + LONGEST_DAYS * 86_400_000)
  if (until > latest) return { error: say(lang, 'extension.tooLong', { latest: formatTime(latest) }) }
  return { until }
}
