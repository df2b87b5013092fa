import { type Deadline, dueFor } from '../calendar/deadline.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { OfficeCalendar } from '../calendar/window.rules.ts'
import type { LedgerRow } from './ledger.rules.ts'
import type { Plan } from './plan.rules.ts'

/** Somebody who may be written to: active, with a role on the unit. */
export type Addressee = { email: string; role: 'reporter' | 'leader' | 'officer' | 'office_leader' }

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
}

export const dueOf = (unit: Pick<UnitFacts, 'extensionUntil'>, { deadline }: Pick<OfficeFacts, 'deadline'>) =>
  dueFor(deadline, unit.extensionUntil)

/** Writes to its reporters; and to its leaders where the letter is also theirs, or there is no reporter. */
export function recipientsOf(unit: Pick<UnitFacts, 'people' | 'state'>, withLeaders: boolean): string[] {
  const having = (role: Addressee['role']) => unit.people.filter(it => it.role === role).map(it => it.email)
  const reporters = having('reporter')
  const leaders = withLeaders || unit.state === 'awaiting' || reporters.length === 0 ? having('leader') : []
  return orNobody([...reporters, ...leaders])
}

/** Each address once; a single empty one when there is none, so that the ledger can say so. */
export const orNobody = (emails: string[]): string[] => (emails.length > 0 ? [...new Set(emails)] : [''])
