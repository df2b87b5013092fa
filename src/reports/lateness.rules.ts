import type { Holidays } from '../calendar/deadline.rules.ts'
import { sayLateness, workingDaysLate } from '../calendar/window.rules.ts'
import type { Lang } from '../words/words.ts'

/** How a report's first submission was counted. */
export type Timed = { onTime: boolean | null; firstAt: Date | null }

/** The unit's own due date as it stands, the one common to its office, and the days off between. */
export type Dates = { own: Date; common: Date; holidays: Holidays }
export type Dues = Dates & { lang: Lang }

/** By how much a report was late, in words; null when it was not late, or when that cannot be said. */
export function latenessOf(timed: Timed, dues: Dues): string | null {
  const late = lateBy(timed, dues)
  return late && sayLateness(dues.lang, late, dues.holidays)
}

/** The same in working days; 0 when late within the day, or over days off. */
export function lateDaysOf(timed: Timed, dues: Dates): number | null {
  const late = lateBy(timed, dues)
  return late && workingDaysLate(late.at, late.due, dues.holidays)
}

/**
 * The due date that a late report missed. More time that was granted after it does not make it any less late; null when the
 * common date itself was moved past it later on.
 */
function lateBy({ onTime, firstAt }: Timed, { own, common }: Dates): { at: Date; due: Date } | null {
  if (onTime !== false || !firstAt) return null
  const due = firstAt > own ? own : common
  return firstAt > due ? { at: firstAt, due } : null
}
