import { say } from '../words/all.ts'
import { type Deadline, explainDeadline, type Holidays, isWorkingDay } from './deadline.rules.ts'
import { addDays, at, type Day, dayAt } from './month.rules.ts'
import type { Outage } from './outage-span.rules.ts'
import { officeHours } from './working-time.rules.ts'

/**
 * What a stopped portal takes from nobody. Of the due day, the minutes from the opening of offices to the due instant
 * in which the portal was down are given back after it, in working hours in which it was up; and a due instant within an
 * outage never stays there. Earlier days are not given back: whoever had them had the other days too.
 */

/** Minutes without a sign of life after which the portal counts as having been down. */
export const SILENT_MINUTES = 10
/** A longer silence is entered, but an administrator says whether it counts: it may be a portal not yet in use. */
export const LONGEST_COUNTED_HOURS = 72

const MINUTE = 60_000
/** Nobody looks further than this for time to give back. */
const LOOK_AHEAD_DAYS = 400

/** The deadline with the lost time given back; the same when the portal was up. */
export function withOutages(deadline: Deadline, outages: readonly Outage[], holidays: Holidays): Deadline {
  const merged = joined(outages)
  if (merged.length === 0) return deadline
  const givesBack = (instant: Date) => afterOutages(instant, merged, holidays)
  const due = givesBack(deadline.due)
  if (due.getTime() === deadline.due.getTime()) return { ...deadline, givesBack }
  const from = opening(dayAt(deadline.due))
  const felt = merged.filter(it => it.from.getTime() < due.getTime() && it.until.getTime() > from)
  const moved = { usual: deadline.due, outages: felt }
  const later: Deadline = { ...deadline, due, dueDay: dayAt(due), moved, givesBack }
  return { ...later, because: explainDeadline('vi', later, holidays) }
}

/**
 * The holiday table as days are counted after a due date: a working day in whose working hours the portal was down from
 * first to last counts for nobody. Due dates themselves are not rolled off such a day; its time is given back instead.
 */
export function withDownDays(holidays: Holidays, outages: readonly Outage[]): Holidays {
  const down = joined(outages)
    .flatMap(span => daysWithin(span))
    .filter(day => isWorkingDay(day, holidays))
  if (down.length === 0) return holidays
  const name = say('vi', 'calendar.down')
  return new Map([...holidays, ...down.map(day => [day, { day, kind: 'off', name, down: true }] as const)])
}

/** An instant with the time given back that the portal was down before it on its day. */
function afterOutages(instant: Date, outages: readonly Outage[], holidays: Holidays): Date {
  const end = instant.getTime()
  const lost = outages.reduce((sum, span) => sum + overlap(span, opening(dayAt(instant)), end), 0)
  const within = outages.some(({ from, until }) => from.getTime() < end && end < until.getTime())
  return lost > 0 || within ? usableAfter(instant, lost, { outages, holidays }) : instant
}

type Table = { outages: readonly Outage[]; holidays: Holidays }

/** The first instant by which so many milliseconds of working time have passed with the portal up. */
function usableAfter(instant: Date, wanted: number, { outages, holidays }: Table): Date {
  let left = wanted
  let day = dayAt(instant)
  for (let looked = 0; looked < LOOK_AHEAD_DAYS; looked += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(day, holidays)) continue
    for (const [from, until] of upOn(day, outages)) {
      const begins = Math.max(from, instant.getTime())
      if (until <= begins) continue
      if (until - begins >= left) return new Date(begins + left)
      left -= until - begins
    }
  }
  return instant
}

/** The stretches of a day's working hours in which the portal was up, in order. */
function upOn(day: Day, outages: readonly Outage[]): [number, number][] {
  const stretches: [number, number][] = []
  let begins = opening(day)
  const ends = closing(day)
  for (const { from, until } of outages) {
    if (until.getTime() <= begins || from.getTime() >= ends) continue
    if (from.getTime() > begins) stretches.push([begins, from.getTime()])
    begins = Math.max(begins, until.getTime())
  }
  if (begins < ends) stretches.push([begins, ends])
  return stretches
}

/** In order, those that touch made one: the same hour is lost once, whoever entered it twice. */
export function joined(outages: readonly Outage[]): Outage[] {
  const whole: Outage[] = []
  for (const next of [...outages].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1)
    if (last && next.from <= last.until)
      whole[whole.length - 1] = { from: last.from, until: new Date(Math.max(+last.until, +next.until)) }
    else whole.push(next)
  }
  return whole
}

function daysWithin(span: Outage): Day[] {
  const days: Day[] = []
  for (let day = dayAt(span.from); day <= dayAt(span.until); day = addDays(day, 1))
    if (span.from.getTime() <= opening(day) && span.until.getTime() >= closing(day)) days.push(day)
  return days
}

const opening = (day: Day): number => at(day, 0, officeHours.opens).getTime()
const closing = (day: Day): number => at(day, 0, officeHours.closes).getTime()

const overlap = ({ from, until }: Outage, begins: number, ends: number): number =>
  Math.max(0, Math.min(until.getTime(), ends) - Math.max(from.getTime(), begins))

/** Whole minutes, for people. */
export const minutesOf = ({ from, until }: Outage): number =>
  Math.round((until.getTime() - from.getTime()) / MINUTE)
