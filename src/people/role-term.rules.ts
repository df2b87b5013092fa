import { addDays, at, type Day, dayAt, daysBetween, isDay } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** Roles that begin or end by themselves: leave cover, and the last day of whoever hands over. */

/** Leave cover as it is usually asked for, and the longest: beyond it somebody is given the role itself. */
export const coverDays = { usual: 14, most: 92 } as const

/** How far ahead a hand-over may be entered. */
const HANDOVER_MOST_DAYS = 31

/** Without signing in for so long somebody is asked whether they still hold the post. */
export const AWAY_DAYS = [45, 60] as const

export type TypedTerm = { from: string; to: string }

/** From the beginning of the first day to the end of the last. */
export type Term = { since: Date; until: Date }

export type TermError = { field: 'from' | 'to'; text: string }

/** A cover's days, or what is wrong with them. One that begins today begins now. */
export function readCover(
  { from, to }: TypedTerm,
  now: Date,
  lang: Lang,
): { term: Term } | { errors: TermError[] } {
  const today = dayAt(now)
  const refuse = (field: TermError['field'], text: string) => ({ errors: [{ field, text }] })
  if (!isDay(from)) return refuse('from', say(lang, 'handover.badDay'))
  if (!isDay(to)) return refuse('to', say(lang, 'handover.badDay'))
  if (from < today) return refuse('from', say(lang, 'handover.past', { day: formatDay(today) }))
  if (to < from) return refuse('to', say(lang, 'handover.order', { day: formatDay(from) }))
  if (daysBetween(from, to) >= coverDays.most)
    return refuse('to', say(lang, 'handover.tooLong', { days: coverDays.most }))
  return { term: { since: from === today ? now : at(from, 0), until: endOf(to) } }
}

/** The last day of whoever hands over, or what is wrong with it. */
export function readLastDay(day: string, now: Date, lang: Lang): { until: Date } | { error: string } {
  const today = dayAt(now)
  if (!isDay(day)) return { error: say(lang, 'handover.badDay') }
  if (day < today) return { error: say(lang, 'handover.past', { day: formatDay(today) }) }
  if (daysBetween(today, day) > HANDOVER_MOST_DAYS)
    return { error: say(lang, 'handover.tooFar', { days: HANDOVER_MOST_DAYS }) }
  return { until: endOf(day) }
}

export const usualCover = (now: Date): { from: Day; to: Day } => {
  const from = dayAt(now)
  return { from, to: addDays(from, coverDays.usual - 1) }
}

const endOf = (day: Day): Date => at(addDays(day, 1), 0)

/** The last day of a role that ends at that instant. */
export const lastDayOf = (until: Date): Day => dayAt(new Date(until.getTime() - 1))

type Seen = { active: boolean; settled: boolean; lastSignInAt: Date | null; createdAt: Date }

/** Whole days since a person was last in the portal, or since the account was made. */
export const daysAway = (
  { lastSignInAt, createdAt }: Pick<Seen, 'lastSignInAt' | 'createdAt'>,
  now: Date,
): number => daysBetween(dayAt(lastSignInAt ?? createdAt), dayAt(now))

/** Whoever has set a password and has not been here for so many days. One never accepted is 'waiting', not away. */
export const isAway = (person: Seen, days: number, now: Date): boolean =>
  person.active && person.settled && daysAway(person, now) >= days
