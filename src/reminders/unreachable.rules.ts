import type { Bounce } from './facts.rules.ts'

/** So long without anybody of the commune at the portal (days), and nobody can be said to read its letters. */
export const QUIET_DAYS = 60
const DAY_MS = 86_400_000

/** Somebody who reports or signs for a commune today, with an account that is on. */
export type Holder = {
  personId: number
  name: string
  email: string
  phone: string
  roles: ('reporter' | 'leader')[]
  lastSignInAt: Date | null
  /** Until when an invitation is open; null when none is. */
  invitedUntil: Date | null
  /** Has set a password. */
  settled: boolean
  bounced: Bounce | null
  /** Also works at a unit of another office, whose administrator runs the account. */
  elsewhere: boolean
}

/**
 * The last one who did so before. `at` is when the role ended; null when the account was switched off. `before`: it was at
 * this unit, which a merger made part of the commune.
 */
export type Gone = { name: string; phone: string; at: Date | null; before: string | null }

/** What is known of how a commune can be reached in a month. */
export type Reachability = {
  unitId: number
  state: 'missing' | 'draft' | 'awaiting' | 'submitted' | 'returned' | 'accepted'
  submittedAt: Date | null
  extensionUntil: Date | null
  /** When the commune last sent a report of the last months: a sign of life like signing in. */
  reportedAt: Date | null
  holders: Holder[]
  gone: Gone | null
}

/** In the order of urgency. */
export const REASONS = ['nobody', 'left', 'bounced', 'quiet'] as const
export type Reason = (typeof REASONS)[number]

/**
 * Why a commune's letters may reach nobody, the most serious reason first; null when all is well. 'nobody': no holder with an
 * address, and never one; 'left': there was one, the role ended or the account was switched off; 'bounced': an address does not
 * take letters, even if the next person's does; 'quiet': nobody signed in, and no report came, for 60 days.
 */
export function whyUnreachable(commune: Reachability, now: Date): Reason | null {
  const { holders, gone } = commune
  if (holders.every(({ email }) => email === ''))
    return gone && gone.before === null && holders.length === 0 ? 'left' : 'nobody'
  if (holders.some(({ bounced }) => bounced)) return 'bounced'
  const seen = lastSeen(commune)
  return seen === null || now.getTime() - seen.getTime() > QUIET_DAYS * DAY_MS ? 'quiet' : null
}

/** The latest sign of life. */
export function lastSeen({ holders, reportedAt }: Pick<Reachability, 'holders' | 'reportedAt'>): Date | null {
  const times = [reportedAt, ...holders.map(({ lastSignInAt }) => lastSignInAt)].filter(it => it !== null)
  return times.length > 0 ? new Date(Math.max(...times.map(it => it.getTime()))) : null
}

/** Whole days since. */
export const daysSince = (then: Date, now: Date): number =>
  Math.floor((now.getTime() - then.getTime()) / DAY_MS)
