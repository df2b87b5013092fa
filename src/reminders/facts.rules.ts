import { type Deadline, dueFor } from '../calendar/deadline.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { OfficeCalendar } from '../calendar/window.rules.ts'
import type { KeptRequest, RequestKind } from '../reports/request.rules.ts'
import type { LedgerRow } from './ledger.rules.ts'
import type { Plan } from './plan.rules.ts'

/** Somebody who may be written to: active, with a role on the unit. */
export type Addressee = {
  personId: number
  name: string
  email: string
  role: 'reporter' | 'leader' | 'officer' | 'office_leader'
  phone: string
  /** The address is known not to take letters. */
  bounced: Bounce | null
  /** A browser of theirs asked to be told. */
  pushes: boolean
}

/** What the mail server said; `code` is the enhanced status or the SMTP reply, '' when none was given. */
export type Bounce = { at: Date; code: string; diagnostic: string }

/** What the office said about the version that counts, while it waits for the commune. */
export type Awaited = {
  id: number
  /** A question; or what it wants looked at in a box of a report it returned. */
  kind: 'question' | 'return'
  version: number
  /** What the box is called; null where the whole report is meant. */
  box: string | null
  text: string
  at: Date
}

/** The last that an office did about a commune's time: more of it, or the month opened; or such a grant taken back. */
export type Grant = {
  id: number
  kind: RequestKind
  until: Date
  reason: string
  by: string
  at: Date
  /** It was an answer to a request, which is told as one. */
  asked: boolean
  takenBack: { reason: string; by: string; at: Date } | null
}

/** A commune expected to report in a month, as it stood at the instant asked about. */
export type UnitFacts = {
  id: number
  code: string
  /** As on a list: 'Xã Đăk Kôi'. */
  name: string
  state: 'missing' | 'draft' | 'awaiting' | 'submitted' | 'returned' | 'accepted'
  /** Of the first submission, which decides on-time or late for ever. */
  submittedAt: Date | null
  onTime: boolean | null
  /** The version sent back for correction, not yet sent anew. */
  returned: { version: number; at: Date; reason: string } | null
  extensionUntil: Date | null
  /** Until when a closed month was opened again for it; its due date stays. */
  openUntil: Date | null
  /** The office's latest answer to what it asked for: more time, or the month opened. */
  answered: KeptRequest | null
  /** What the office asked, or wants at boxes of what it returned, and still waits for; the oldest first. */
  awaited: Awaited[]
  /** The last it did about the commune's time, of each kind. */
  grants: Grant[]
  people: Addressee[]
  rows: LedgerRow[]
}

/** One office's month: all that decides who gets what. */
export type OfficeFacts = {
  office: { id: number; code: string; name: string; contact: string | null; replyTo: string | null }
  month: Month
  /** The month of today, or the one asked about: here every unit is answered for, if only to say what comes next. */
  running: boolean
  /** Null for an older month, of which only what is still open is owed. */
  plan: Plan | null
  calendar: OfficeCalendar
  deadline: Deadline
  lockedAt: Date | null
  people: Addressee[]
  rows: LedgerRow[]
  units: UnitFacts[]
  /** Nothing of the plan leaves in this month; what is asked for by hand does. */
  paused: { reason: string } | null
  /** The office that this one reports to. */
  above: { id: number; name: string; people: Addressee[] } | null
  /** Where the office has its communes' reminders sent as signed JSON. */
  webhook: { host: string } | null
}

export const dueOf = (unit: Pick<UnitFacts, 'extensionUntil'>, { deadline }: Pick<OfficeFacts, 'deadline'>) =>
  dueFor(deadline, unit.extensionUntil)

/** To which of a unit's people a letter is planned. */
export type Roles = { reporter: boolean; leader: boolean }

/**
 * Whom a letter is for, reachable or not: the planned roles; leaders too where the report awaits them; and when the unit
 * has nobody in a planned role, whoever else it has, reporters before leaders.
 */
export function meantFor({ people, state }: Pick<UnitFacts, 'people' | 'state'>, roles: Roles): Addressee[] {
  const having = (role: Addressee['role']) => people.filter(it => it.role === role)
  const leaderToo = roles.leader || state === 'awaiting'
  const meant = [...(roles.reporter ? having('reporter') : []), ...(leaderToo ? having('leader') : [])]
  if (meant.length > 0) return meant
  const reporters = having('reporter')
  return reporters.length > 0 ? reporters : having('leader')
}

/** The addresses that a letter goes to: an address that bounced is left out, and the next person of the unit steps in. */
export function addressesOf(unit: Pick<UnitFacts, 'people' | 'state'>, roles: Roles): string[] {
  const people = unit.people.filter(({ bounced }) => bounced === null)
  return orNobody(meantFor({ people, state: unit.state }, roles).map(({ email }) => email))
}

/** Writes to its reporters; and to its leaders where the letter is also theirs, or no reporter can be reached. */
export const recipientsOf = (unit: Pick<UnitFacts, 'people' | 'state'>, withLeaders: boolean): string[] =>
  addressesOf(unit, { reporter: true, leader: withLeaders })

/** Each address once; a single empty one when there is none, so that the ledger can say so. */
export const orNobody = (emails: string[]): string[] => (emails.length > 0 ? [...new Set(emails)] : [''])
