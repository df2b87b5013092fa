import { say } from '../words/all.ts'
import { formatClock, formatDayPlain, formatDayShort } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { addDays, addMonths, at, type Day, dayAt, dayIn, type Month, weekday } from './month.rules.ts'
import { type Outage, whyMoved } from './outage-span.rules.ts'

/** A line of the holiday table: a day off, or a Saturday or Sunday that is worked in exchange for another day. */
export type Holiday = {
  day: Day
  kind: 'off' | 'work'
  name: string
  /** No line of the table: the portal was down all its working hours, so that the day counts for nobody (outage.rules). */
  down?: true
}

export type Holidays = ReadonlyMap<Day, Holiday>

/** An office's settings for its months. */
export type DeadlinePolicy = {
  /** Day of the month, 1 to 31; a shorter month takes its last day. */
  dueDay: number
  dueHour: number
  dueMinute: number
  /** Where a due date on a day off goes: the working day after, the one before, or it stays. */
  roll: 'next' | 'previous' | 'none'
  /** Figures are as of this day of the month; the reporting period begins the day after it, a month earlier. */
  cutOffDay: number
  /** Working days after the due date in which a late report is still taken without asking; 0 = none. */
  graceDays: number
  /** Working days after the due date when the month locks; 0 = never by itself. */
  lockDays: number
}

/**
 * What an office starts with: the 25th, as the district's conclusion of 17/10/2023 asks of its communes, with figures as
 * of the 14th. Everything here may be changed in the office's settings.
 */
export const defaultPolicy: DeadlinePolicy = {
  dueDay: 25,
  dueHour: 17,
  dueMinute: 0,
  roll: 'next',
  cutOffDay: 14,
  graceDays: 3,
  lockDays: 0,
}

/** When a month is due, and why then. */
export type Deadline = {
  month: Month
  /** The day by the calendar alone, before any roll. */
  nominal: Day
  /** The instant: a report at this very instant is on time, one after it is late. */
  due: Date
  dueDay: Day
  cutOff: Day
  periodFrom: Day
  /** Vietnamese, for people: every day off that was skipped, with its reason, and where it led. */
  because: string
  /** The office set the date itself, with this reason ('' for none). */
  own?: { reason: string }
  /** The portal was down on the due day: when the month was due before, and when it was down. */
  moved?: { usual: Date; outages: readonly Outage[] }
  /** Gives the minutes back that the portal was down before an instant; absent when it never was. */
  givesBack?: (instant: Date) => Date
}

export const holidaysByDay = (holidays: readonly Holiday[]): Holidays =>
  new Map(holidays.map(it => [it.day, it]))

/** The table decides where it speaks, so that a swapped Saturday is worked; elsewhere Monday to Friday are. */
export function isWorkingDay(day: Day, holidays: Holidays): boolean {
  const kind = holidays.get(day)?.kind
  return kind ? kind === 'work' : !isWeekend(day)
}

/** Why a day is off: the holiday's name, else 'thứ Bảy' or 'Chủ nhật'; null on a working day. */
export function whyOff(day: Day, holidays: Holidays, lang: Lang = 'vi'): string | null {
  if (isWorkingDay(day, holidays)) return null
  return holidays.get(day)?.name ?? weekdayName(day, lang)
}

/** The nth working day after the day (before it, when n is negative); 0 is the day itself, worked or not. */
export function addWorkingDays(day: Day, n: number, holidays: Holidays): Day {
  const step = Math.sign(n)
  let reached = day
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, holidays)) left -= 1
  }
  return reached
}

/** Working days after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) count += 1
  }
  return count
}

/** The month's due date under the office's settings, rolled off days off. */
export function deadlineOf(month: Month, policy: DeadlinePolicy, holidays: Holidays): Deadline {
  const nominal = dayIn(month, policy.dueDay)
  const dueDay = rolled(nominal, policy, holidays)
  const due = at(dueDay, policy.dueHour, policy.dueMinute)
  return {
    month,
    nominal,
    due,
    dueDay,
    cutOff: dayIn(month, policy.cutOffDay),
    periodFrom: addDays(dayIn(addMonths(month, -1), policy.cutOffDay), 1),
    because: explainDeadline('vi', { nominal, due }, holidays),
  }
}

/** A month for which the office decided otherwise; what is null stays as the settings have it. */
export type MonthRule = { dueAt: Date | null; cutOff: Day | null; reason: string }

/** The deadline with the office's own date for that month. It is meant as it is, and not rolled. */
export function withMonthRule(deadline: Deadline, rule: MonthRule): Deadline {
  const cutOff = rule.cutOff ?? deadline.cutOff
  if (!rule.dueAt) return { ...deadline, cutOff }
  const own = { reason: rule.reason.trim() }
  return {
    ...deadline,
    cutOff,
    own,
    due: rule.dueAt,
    dueDay: dayAt(rule.dueAt),
    because: conclude('vi', whyOwn('vi', own), rule.dueAt),
  }
}

type Explained = Pick<Deadline, 'nominal' | 'due' | 'own' | 'moved'>

/** The `because` of a deadline, in either language (names of holidays and an office's reason stay as they are). */
export function explainDeadline(lang: Lang, deadline: Explained, holidays: Holidays): string {
  const { nominal, due, own, moved } = deadline
  const usual = moved?.usual ?? due
  const first = own
    ? conclude(lang, whyOwn(lang, own), usual)
    : explainUsual(lang, { nominal, due: usual }, holidays)
  return moved ? `${first}; ${whyMoved(lang, moved.outages, due)}` : first
}

const whyOwn = (lang: Lang, { reason }: { reason: string }): string =>
  reason ? say(lang, 'calendar.because.ownDateReason', { reason }) : say(lang, 'calendar.because.ownDate')

function explainUsual(
  lang: Lang,
  { nominal, due }: Pick<Deadline, 'nominal' | 'due'>,
  table: Holidays,
): string {
  const holidays = entered(table)
  const dueDay = dayAt(due)
  const step = dueDay < nominal ? -1 : 1
  const reasons: string[] = []
  for (let day = nominal; day !== dueDay; day = addDays(day, step))
    reasons.push(whySkipped(lang, day, holidays))
  if (reasons.length === 0 || holidays.get(dueDay)?.kind === 'work')
    reasons.push(whyThere(lang, dueDay, holidays))
  return conclude(lang, withGaps(lang, reasons.join(', '), [nominal, dueDay], holidays), due)
}

export type Timing = 'on-time' | 'late' | 'awaited' | 'overdue'

/**
 * How a first submission stands against the due date, for ever: at the due instant is on time, after it late.
 * Within an extension it is on time, for the office itself agreed to that date. Not yet submitted: 'awaited'
 * until then, 'overdue' after.
 */
export function timingOf(
  submittedAt: Date | null,
  deadline: Pick<Deadline, 'due' | 'givesBack'>,
  extensionUntil: Date | null,
  now: Date,
): Timing {
  const due = dueFor(deadline, extensionUntil)
  if (submittedAt) return submittedAt <= due ? 'on-time' : 'late'
  return now <= due ? 'awaited' : 'overdue'
}

/** The unit's own due instant: an extension only ever gives more time, and what the portal was down is given back. */
export function dueFor(
  { due, givesBack }: Pick<Deadline, 'due' | 'givesBack'>,
  extensionUntil: Date | null,
): Date {
  const extended = extensionUntil && givesBack ? givesBack(extensionUntil) : extensionUntil
  return extended && extended > due ? extended : due
}

export const weekdayName = (day: Day, lang: Lang): string => say(lang, `calendar.weekday.${weekdayOf(day)}`)

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6
const weekdayOf = (day: Day) => weekday(day) as Weekday

/** The table without the days on which the portal was down: those move no date off themselves, and explain none. */
export const entered = (holidays: Holidays): Holidays =>
  [...holidays.values()].some(it => it.down)
    ? holidaysByDay([...holidays.values()].filter(it => !it.down))
    : holidays

export const isWeekend = (day: Day): boolean => weekday(day) === 0 || weekday(day) === 6

function rolled(nominal: Day, policy: DeadlinePolicy, holidays: Holidays): Day {
  if (policy.roll === 'none' || isWorkingDay(nominal, holidays)) return nominal
  return addWorkingDays(nominal, policy.roll === 'next' ? 1 : -1, holidays)
}

function whySkipped(lang: Lang, day: Day, holidays: Holidays): string {
  const name = holidays.get(day)?.name
  if (name) return say(lang, 'calendar.because.holiday', { day: formatDayShort(day), name })
  return say(lang, 'calendar.because.weekend', { day: formatDayShort(day), weekday: weekdayName(day, lang) })
}

function whyThere(lang: Lang, day: Day, holidays: Holidays): string {
  if (!isWorkingDay(day, holidays))
    return say(lang, 'calendar.because.notMoved', { reason: whySkipped(lang, day, holidays) })
  const about = { day: formatDayPlain(day), weekday: weekdayName(day, lang) }
  const swap = holidays.get(day)
  if (swap) return say(lang, 'calendar.because.swapped', { ...about, name: swap.name })
  return say(lang, 'calendar.because.working', about)
}

/** A year without a single line in the table is a year nobody has entered: the date may still move, so it says so. */
function withGaps(lang: Lang, reason: string, days: Day[], holidays: Holidays): string {
  const known = new Set([...holidays.keys()].map(day => day.slice(0, 4)))
  const year = days.map(day => day.slice(0, 4)).find(it => !known.has(it))
  return year ? say(lang, 'calendar.because.noTable', { reason, year }) : reason
}

const conclude = (lang: Lang, reasons: string, due: Date): string =>
  say(lang, 'calendar.because.due', { reasons, time: formatClock(due), day: formatDayPlain(dayAt(due)) })
