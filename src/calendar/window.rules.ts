import { say } from '../words/all.ts'
import { formatClock } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  addWorkingDays,
  type Deadline,
  type DeadlinePolicy,
  dueFor,
  type Holidays,
  workingDaysBetween,
} from './deadline.rules.ts'
import {
  addDays,
  addMonths,
  at,
  type Day,
  dayAt,
  daysBetween,
  type Month,
  monthOfDay,
} from './month.rules.ts'

/** An office's calendar: its settings and its holiday table. */
export type OfficeCalendar = { policy: DeadlinePolicy; holidays: Holidays }

/**
 * What was decided by hand: more time for one unit, the month closed for the whole office, or a closed month opened again
 * until an instant, for one unit or for all.
 */
export type Exceptions = { extensionUntil: Date | null; lockedAt: Date | null; openUntil?: Date | null }

/** When one unit may do what with one month; instants, each the last (or first) that still counts. */
export type ReportingWindow = {
  /** First instant of the reporting period: a draft may be kept from here on. */
  draftsFrom: Date
  /** First instant a report may be sent. */
  opens: Date
  /** Last instant that is on time; the unit's own, extension included. */
  due: Date
  /** Last instant a late report is taken without asking. */
  graceUntil: Date
  /** First instant nothing is taken any more; null = the month does not lock by itself. */
  locksAt: Date | null
}

/**
 * The window of one unit and month.
 *
 * A month opens the day after its cut-off (by default the 15th, 00:00): before, the figures "as of the 14th" cannot
 * be known, and a report sent then would describe another day. Drafts may begin with the reporting period, since
 * the month's movements are noted as they happen. An office whose cut-off is not before its due date still gets
 * the whole due date to report in.
 *
 * Grace and lock are counted in working days from the unit's own due date, at its hour. An extension moves all
 * three. It also outlasts a lock by hand: it is the later, more particular decision, and the way an office lets one
 * unit in again. Without an extension a lock by hand holds from its instant on.
 *
 * A closed month that is opened again stays open until then, whatever closed it. Due date and grace stay where they are,
 * so what is sent for the first time meanwhile is late.
 */
export function windowOf(
  deadline: Deadline,
  calendar: OfficeCalendar,
  exceptions: Exceptions,
): ReportingWindow {
  const { policy, holidays } = calendar
  const { extensionUntil, lockedAt, openUntil = null } = exceptions
  const due = dueFor(deadline, extensionUntil)
  const workingDaysOn = (days: number) => sameTimeOn(addWorkingDays(dayAt(due), days, holidays), due)
  const automatic = policy.lockDays > 0 ? workingDaysOn(policy.lockDays) : null
  const extended = extensionUntil && (deadline.givesBack?.(extensionUntil) ?? extensionUntil)
  const byHand = lockedAt && extended ? later(lockedAt, extended) : lockedAt
  return {
    draftsFrom: at(deadline.periodFrom, 0),
    opens: earlier(at(addDays(deadline.cutOff, 1), 0), at(deadline.dueDay, 0)),
    due,
    graceUntil: workingDaysOn(policy.graceDays),
    locksAt: lockOf([automatic, byHand], openUntil),
  }
}

/** The first of the locks, put off while the month is opened again; null when there is none. */
function lockOf(locks: readonly (Date | null)[], openUntil: Date | null): Date | null {
  const first = locks.filter(it => it !== null).reduce<Date | null>((a, b) => (a ? earlier(a, b) : b), null)
  return first && openUntil ? later(first, openUntil) : first
}

/** 'late' is past the grace and before the lock: still taken, but the office has to be told why. */
export type Phase = 'future' | 'open' | 'grace' | 'late' | 'locked'

export function phaseAt(window: ReportingWindow, now: Date): Phase {
  if (window.locksAt && now >= window.locksAt) return 'locked'
  if (now < window.opens) return 'future'
  if (now <= window.due) return 'open'
  return now <= window.graceUntil ? 'grace' : 'late'
}

/** A draft may be kept from the start of the reporting period until the lock. */
export const mayDraft = (window: ReportingWindow, now: Date): boolean =>
  now >= window.draftsFrom && phaseAt(window, now) !== 'locked'

/** A report may be sent from the day after the cut-off until the lock, late or not. */
export function maySubmit(window: ReportingWindow, now: Date): boolean {
  const phase = phaseAt(window, now)
  return phase !== 'future' && phase !== 'locked'
}

/**
 * The month that people mean by "now": the latest whose figures can be known, that is the one whose cut-off has
 * passed. Until the 15th that is the month before, with its late ones still to come.
 */
export const monthInHand = (today: Day, cutOffDay: number): Month =>
  Number(today.slice(8)) > cutOffDay ? monthOfDay(today) : addMonths(monthOfDay(today), -1)

/** Calendar days from today to the due date: 0 on the day itself, negative after. */
export const daysLeft = (now: Date, due: Date): number => daysBetween(dayAt(now), dayAt(due))

/** Working days after today up to and including the due date; negative after. */
export const workingDaysLeft = (now: Date, due: Date, holidays: Holidays): number =>
  workingDaysBetween(dayAt(now), dayAt(due), holidays)

/** Working days between the due date and a late submission; 0 when on time, or late on the same day. */
export const workingDaysLate = (submittedAt: Date, due: Date, holidays: Holidays): number =>
  submittedAt <= due ? 0 : workingDaysBetween(dayAt(due), dayAt(submittedAt), holidays)

/** A first submission, and the due date it was given. */
export type Sent = { at: Date; due: Date }

/** '2 ngày làm việc', 'trong ngày': by how much a first submission was late; null when it was not after its due date. */
export function sayLateness(lang: Lang, { at, due }: Sent, holidays: Holidays): string | null {
  if (at <= due) return null
  const days = workingDaysLate(at, due, holidays)
  if (days > 0) return say(lang, days === 1 ? 'lateness.day' : 'lateness.days', { days })
  return say(lang, dayAt(at) === dayAt(due) ? 'lateness.sameDay' : 'lateness.underDay')
}

/** 'còn 1 ngày', 'hết hạn lúc 17:00 hôm nay', 'quá hạn 2 ngày': calendar days, as people count them. */
export function sayTimeLeft(lang: Lang, now: Date, due: Date): string {
  const days = daysLeft(now, due)
  if (days === 0)
    return say(lang, now <= due ? 'calendar.left.today' : 'calendar.left.overToday', {
      time: formatClock(due),
    })
  if (days === 1) return say(lang, 'calendar.left.day')
  if (days === -1) return say(lang, 'calendar.left.overDay')
  return say(lang, days > 0 ? 'calendar.left.days' : 'calendar.left.overDays', { days: Math.abs(days) })
}

/** The same time of day on another day; Vietnam has no summer time. */
const sameTimeOn = (day: Day, instant: Date): Date =>
  new Date(instant.getTime() + daysBetween(dayAt(instant), day) * 86_400_000)

const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
const later = (a: Date, b: Date): Date => (a > b ? a : b)
