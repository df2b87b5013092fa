import { type Holidays, isWorkingDay } from './deadline.rules.ts'
import { addDays, at, type Day, dayAt } from './month.rules.ts'

/** A stretch of every working day, in minutes after midnight in Vietnam; the closing minute is no longer in it. */
export type Hours = { opens: number; closes: number }

/** When offices work, and so when letters leave and when a stopped portal takes time from anybody. */
export const officeHours: Hours = { opens: 7 * 60, closes: 17 * 60 + 30 }

export type Span = { from: Date; to: Date }

const MINUTE = 60_000

/**
 * Minutes of working time between two instants, fractions included; 0 when `to` is not after `from`. A Friday from 17:00 to
 * the Monday's 08:00 is half an hour and an hour, with hours from 07:00 to 17:30.
 */
export function workingMinutesBetween({ from, to }: Span, hours: Hours, holidays: Holidays): number {
  let minutes = 0
  for (let day = dayAt(from); day <= dayAt(to); day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) minutes += minutesWithin({ from, to }, day, hours)
  return minutes
}

function minutesWithin({ from, to }: Span, day: Day, { opens, closes }: Hours): number {
  const begins = Math.max(from.getTime(), at(day, 0, opens).getTime())
  const ends = Math.min(to.getTime(), at(day, 0, closes).getTime())
  return Math.max(0, ends - begins) / MINUTE
}
