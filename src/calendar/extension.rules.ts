import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { addWorkingDays, dueFor, type Holidays } from './deadline.rules.ts'
import { at, type Day, dayAt, isDay } from './month.rules.ts'

/** More time as an officer types it: a day 'YYYY-MM-DD' and a time of day 'HH:MM', in Vietnam. */
export type TypedEnd = { day: string; time: string }

/** The boxes 'day' and 'time' of a posted form. */
export function typedEnd(body: Readonly<Record<string, unknown>> | undefined): TypedEnd {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 40) : '')
  return { day: text(body?.day), time: text(body?.time) }
}

/**
 * What the end must lie after: now, and the unit's due date as it stands; null where a closed month is only opened, which has
 * nothing to do with the due date.
 */
export type Bounds = { due: Date | null; now: Date; lang: Lang }

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
  if (due && until <= due) return { error: say(lang, 'extension.notLater', { due: formatTime(due) }) }
  if (until <= now) return { error: say(lang, 'extension.past', { now: formatTime(now) }) }
  const latest = new Date(Math.max(due?.getTime() ?? 0, now.getTime()) + LONGEST_DAYS * 86_400_000)
  if (until > latest) return { error: say(lang, 'extension.tooLong', { latest: formatTime(latest) }) }
  return { until }
}

/** Two working days from the due date, or from today once that has passed. */
export const suggestedEnd = (due: Date, now: Date, holidays: Holidays): Day =>
  addWorkingDays(dayAt(due > now ? due : now), 2, holidays)

/** What was given to one unit for one month: more time, or only the month opened. */
export type KeptExtension = {
  id: number
  unitId: number
  until: Date
  opensOnly: boolean
  reason: string
  by: string
  at: Date
  withdrawn: { at: Date; by: string; reason: string } | null
}

/** The one of its kind that holds, of a month's with the latest first: grants taken back never do. */
export const inForce = (extensions: readonly KeptExtension[], opensOnly: boolean): KeptExtension | null =>
  extensions.find(it => it.opensOnly === opensOnly && it.withdrawn === null) ?? null

/** The unit's due date without one of its extensions: the one before it holds again. */
export function dueWithout(id: number, extensions: readonly KeptExtension[], common: Date): Date {
  const others = extensions.filter(it => it.id !== id)
  return dueFor({ due: common }, inForce(others, false)?.until ?? null)
}
