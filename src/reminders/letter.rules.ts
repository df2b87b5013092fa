import { type Day, dayAt, isoVietnam } from '../calendar/month.rules.ts'
import { workingDaysLeft } from '../calendar/window.rules.ts'
import { type Counting, effectOf, type KeptRequest, noteOf, standingOf } from '../reports/request.rules.ts'
import { formatTime } from '../words/vietnamese.ts'
import { dueOf, type OfficeFacts, type UnitFacts } from './facts.rules.ts'
import { fillSentence } from './plan-template.rules.ts'

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
  /** By which an office's letters are known as one list. Lines of the ledger from before it was kept lack it. */
  officeId?: number
  contact: string | null
  replyTo: string | null
  /** The officer's own sentence and name, in a chase; the reason, in a returned report; an answer, a question, a grant. */
  note: string | null
  by: string | null
  /** What is wanted at boxes, line by line, beneath the reason. Lines of the ledger from before it was kept lack it. */
  details?: string
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
  /** Who reads it: the office itself, the one above it, or an address the plan names. Without one, the office. */
  reader?: DigestReader
  /** The month's sums beside those of the month before, from the versions that count; null where nobody reported any. */
  figures?: DigestFigure[]
}

export type DigestReader = 'office' | 'above' | 'named'

export type DigestFigure = {
  key: 'graduates' | 'neither' | 'unknown'
  now: number | null
  before: number | null
}

/** What a letter to the office says of an address that came back. */
export type BounceFacts = {
  to: 'bounce'
  office: string
  unitName: string
  /** The name of the person whose address it is. */
  person: string
  email: string
  /** The mail server's own words. */
  diagnostic: string
  /** Who is written to instead; null when the unit has nobody left. */
  nextPerson: string | null
}

export type LetterFacts = CommuneFacts | DigestFacts | BounceFacts

export type Note = { note: string; by: string | null; details?: string | null }

/** The sentence that the plan adds to a letter, filled in for the commune; null without one. */
export function planNote(
  sentence: string,
  unit: UnitFacts,
  { facts, now }: { facts: OfficeFacts; now: Date },
): Note | null {
  if (sentence === '') return null
  const due = dueOf(unit, facts)
  const left = workingDaysLeft(now, due, facts.calendar.holidays)
  const filling = { unitName: committeeOf(unit.name), month: facts.month, due, left }
  return { note: fillSentence(sentence, filling), by: null }
}

/** The answer to a request, its effect, and what the office said about it. */
export function answerNote(answered: KeptRequest, unit: UnitFacts, facts: OfficeFacts): Note {
  const { kind, until } = answered
  const effect = until && effectOf(kind, formatTime(until), countingOf(unit, facts))
  const said = [standingOf(answered, 'vi', facts.office.name), effect, noteOf(answered, 'vi')]
  return { note: said.filter(Boolean).join('\n'), by: null }
}

/** What the effect of a grant depends on. */
export const countingOf = (unit: UnitFacts, facts: OfficeFacts): Counting => ({
  onTime: unit.onTime,
  firstAt: unit.submittedAt,
  own: dueOf(unit, facts),
  common: facts.deadline.due,
  holidays: facts.calendar.holidays,
  lang: 'vi',
})

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
    officeId: office.id,
    contact: office.contact,
    replyTo: office.replyTo,
    note: note?.note ?? null,
    by: note?.by ?? null,
    ...(note?.details ? { details: note.details } : {}),
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
