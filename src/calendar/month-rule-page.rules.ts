import { type Key, say } from '../words/all.ts'
import { formatDay, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Deadline, explainDeadline, type Holidays, whyOff } from './deadline.rules.ts'
import { dayAt } from './month.rules.ts'

/** How far a month has come: what another due date no longer changes, and what it does. */
export type MonthProgress = {
  expected: number
  sent: number
  onTime: number
  late: number
  /** Letters of the month that have left. */
  reminded: number
}

type Weighed = { before: Deadline; after: Deadline | null; holidays: Holidays; now: Date; lang: Lang }

/** What another date does, as sentences: to the due date, to those who have reported, to the others, to reminders. */
export function effectsOf(
  progress: MonthProgress,
  { before, after, holidays, now, lang }: Weighed,
): string[] {
  const { expected, sent, onTime, late, reminded } = progress
  const off = after && whyOff(dayAt(after.due), holidays, lang)
  const overdue = after !== null && before.due <= now
  const lines = [
    after && explainDeadline(lang, after, holidays),
    after && after.cutOff !== before.cutOff && say(lang, 'month-rule.asOf', { day: formatDay(after.cutOff) }),
    off && say(lang, 'month-rule.dayOff', { day: formatDay(dayAt(after.due)), reason: off }),
    after && after.due < before.due && say(lang, 'month-rule.earlier', { before: formatTime(before.due) }),
    sent > 0 && say(lang, 'month-rule.sent', { sent, onTime, late }),
    expected > sent && say(lang, waitingKey(overdue, after), { count: expected - sent }),
    say(lang, reminded > 0 ? 'month-rule.reminded' : 'month-rule.reminders', { count: reminded }),
  ]
  return lines.filter((it): it is string => typeof it === 'string' && it !== '')
}

function waitingKey(overdue: boolean, after: Deadline | null): Key {
  if (after === null) return 'month-rule.unsent'
  return overdue ? 'month-rule.overdue' : 'month-rule.waiting'
}
