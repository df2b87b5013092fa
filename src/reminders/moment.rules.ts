import { addWorkingDays, type Holidays, isWorkingDay } from '../calendar/deadline.rules.ts'
import { addDays, at, type Day, dayAt } from '../calendar/month.rules.ts'
import { isDigest, kindOf, mailHours, type Plan, type Step, writesToUnit } from './plan.rules.ts'

/** When a kind of letter is owed: from `planned` on, until `expires`, when it would no longer be true or of use. */
export type Moment = { kind: string; step: Step; planned: Date; expires: Date }

/** The dates of one unit's month. `extended`: the unit was given its own due date. */
export type Dates = { cutOff: Day; due: Date; extended: boolean }

/** Working days after which the last letters of a month are no longer sent late. */
const LAST_DAYS = 5
/** The closing digest may still leave this long after its own moment, though the mail hours end with it (ms). */
const LEEWAY = 30 * 60_000
const MINUTE = 60_000

/**
 * A unit's letters of one month by their moments, first to last. Each is given up on the morning of the day on which the
 * next one comes, so that nobody gets two at once; what is said before the due date is given up at the due instant.
 *
 * With a due date of its own a unit is reminded anew: those letters have ledger names of their own ('before-1@2026-11-30').
 */
export function communeMoments(plan: Plan, dates: Dates, holidays: Holidays): Moment[] {
  const steps = plan.filter(step => step.on && !isDigest(step.type) && writesToUnit(step))
  const planned = steps
    .map(step => ({ step, kind: ownKind(step, dates), planned: momentOf(step, dates, holidays) }))
    .sort((a, b) => a.planned.getTime() - b.planned.getTime())
  return planned.map((moment, index) => {
    const next = planned[index + 1]
    const given = next ? dawnOf(next.planned, moment.planned) : lastChance(moment.planned, holidays)
    return { ...moment, expires: moment.step.type === 'after' ? given : earlier(given, dates.due) }
  })
}

/**
 * The letters about the office's month: both digests, and those that tell who is still missing. Each of the latter is given
 * up on the morning of the day on which the next one comes.
 */
export function officeMoments(plan: Plan, dates: Dates, holidays: Holidays): Moment[] {
  const planned = plan
    .filter(step => step.on && (isDigest(step.type) || namesMissing(step)))
    .map(step => ({ step, kind: kindOf(step), planned: momentOf(step, dates, holidays) }))
    .sort((a, b) => a.planned.getTime() - b.planned.getTime())
  return planned.map((moment, index) => {
    const last = officeExpiry(moment.step, moment.planned, holidays)
    if (isDigest(moment.step.type)) return { ...moment, expires: last }
    const next = planned.slice(index + 1).find(({ step }) => !isDigest(step.type))
    return { ...moment, expires: next ? earlier(dawnOf(next.planned, moment.planned), last) : last }
  })
}

const namesMissing = ({ office, above, addresses }: Step): boolean => office || above || addresses.length > 0

/** Whether nothing of the month's plan, the office's own letters included, can still leave. */
export function isOver(
  plan: Plan,
  dates: Dates,
  { now, holidays }: { now: Date; holidays: Holidays },
): boolean {
  return [...communeMoments(plan, dates, holidays), ...officeMoments(plan, dates, holidays)].every(
    ({ expires }) => expires <= now,
  )
}

/** The mail hours as they stand at an instant: open, or when they open next; and whether it is a working day at all. */
export type MailHours = { open: boolean; works: boolean; next: Date }

export function mailHoursAt(now: Date, holidays: Holidays): MailHours {
  const today = dayAt(now)
  const minutes = (now.getTime() - at(today, 0).getTime()) / MINUTE
  const works = isWorkingDay(today, holidays)
  if (works && minutes >= mailHours.opens && minutes < mailHours.closes)
    return { open: true, works, next: now }
  const day = works && minutes < mailHours.opens ? today : addWorkingDays(today, 1, holidays)
  return { open: false, works, next: at(day, 0, mailHours.opens) }
}

/** When a letter can leave at the earliest: now in the mail hours, or right after its own moment at their very end. */
export function leavesAt(planned: Date, now: Date, hours: MailHours): Date {
  const since = now.getTime() - planned.getTime()
  const closing = at(dayAt(planned), 0, mailHours.closes)
  const onItsMoment = hours.works && planned.getTime() === closing.getTime() && since >= 0 && since < LEEWAY
  return hours.open || onItsMoment ? now : hours.next
}

/** Until when a letter asked for by hand (a chase, a returned report) is still worth sending. */
export const byHandExpiry = (planned: Date, holidays: Holidays): Date => lastChance(planned, holidays)

function momentOf(step: Step, { cutOff, due }: Dates, holidays: Holidays): Date {
  const on = (day: Day) => at(day, step.hour, step.minute)
  const dueDay = dayAt(due)
  switch (step.type) {
    case 'opening':
      return on(addWorkingDays(cutOff, 1, holidays))
    case 'before':
      return on(addWorkingDays(dueDay, -step.days, holidays))
    case 'after':
      return on(addWorkingDays(dueDay, step.days, holidays))
    case 'digest-next':
      return on(addWorkingDays(dueDay, 1, holidays))
    default:
      return on(dueDay)
  }
}

const ownKind = (step: Step, { due, extended }: Dates): string =>
  extended && step.type !== 'opening' ? `${kindOf(step)}@${dayAt(due)}` : kindOf(step)

function officeExpiry({ type }: Step, planned: Date, holidays: Holidays): Date {
  const days = type === 'digest-due' ? 1 : LAST_DAYS
  return at(addWorkingDays(dayAt(planned), days, holidays), 0)
}

/** The start of the next letter's day, or its very moment when both are planned for one day. */
const dawnOf = (next: Date, own: Date): Date => (dayAt(next) > dayAt(own) ? at(dayAt(next), 0) : next)

const lastChance = (planned: Date, holidays: Holidays): Date =>
  at(addDays(addWorkingDays(dayAt(planned), LAST_DAYS, holidays), 1), 0)

const earlier = (a: Date, b: Date): Date => (a < b ? a : b)
