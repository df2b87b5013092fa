import { type Day, dayAt, isoVietnam } from '../calendar/month.rules.ts'
import { workingDaysLeft } from '../calendar/window.rules.ts'
import { dueOf, type OfficeFacts, type UnitFacts } from './facts.rules.ts'

/** What a letter to a commune says. Plain JSON: it is kept in the ledger, and the letter is made from it alone. */
export type CommuneFacts = {
  to: 'commune'
  /** As addressed: 'UBND xã Đăk Kôi'. */
  unitName: string
  cutOff: Day
  /** ISO with +07:00. */
  due: string
  /** Why the due date is not the usual one, or null. */
  dueBecause: string | null
  state: UnitFacts['state']
  /** Working days to the due date; 0 on the day, negative after. */
  left: number
  overdue: boolean
  office: string
  contact: string | null
  replyTo: string | null
  /** The officer's own sentence and name, in a chase; the reason, in a returned report. */
  note: string | null
  by: string | null
}

/** What a letter to the office says. */
export type DigestFacts = {
  to: 'office'
  office: string
  due: string
  at: string
  expected: number
  reported: number
  onTime: number
  late: number
  returned: number
  missing: string[]
  lateUnits: string[]
}

export type LetterFacts = CommuneFacts | DigestFacts

export type Note = { note: string; by: string | null }

export function communeFacts(
  unit: UnitFacts,
  facts: OfficeFacts,
  { now, note = null }: { now: Date; note?: Note | null },
): CommuneFacts {
  const { deadline, calendar, office } = facts
  const due = dueOf(unit, facts)
  const moved = dayAt(due) !== deadline.nominal && due.getTime() === deadline.due.getTime()
  return {
    to: 'commune',
    unitName: committeeOf(unit.name),
    cutOff: deadline.cutOff,
    due: isoVietnam(due),
    dueBecause: moved ? deadline.because : null,
    state: unit.state,
    left: workingDaysLeft(now, due, calendar.holidays),
    overdue: now > due,
    office: office.name,
    contact: office.contact,
    replyTo: office.replyTo,
    note: note?.note ?? null,
    by: note?.by ?? null,
  }
}

/** The month in figures, with the missing and the late by name, in the order the units came in. */
export function digestFacts({ office, deadline, units }: OfficeFacts, now: Date): DigestFacts {
  const named = (wanted: (unit: UnitFacts) => boolean) => units.filter(wanted).map(({ name }) => name)
  const reported = units.filter(unit => unit.submittedAt !== null)
  return {
    to: 'office',
    office: office.name,
    due: isoVietnam(deadline.due),
    at: isoVietnam(now),
    expected: units.length,
    reported: reported.length,
    onTime: reported.filter(({ onTime }) => onTime).length,
    late: reported.filter(({ onTime }) => !onTime).length,
    returned: units.filter(({ returned }) => returned !== null).length,
    missing: named(({ submittedAt }) => submittedAt === null),
    lateUnits: named(({ submittedAt, onTime }) => submittedAt !== null && !onTime),
  }
}

/** 'Xã Đăk Kôi' → 'UBND xã Đăk Kôi', as letters address it. */
export const committeeOf = (name: string): string => `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`
