import type { Holidays } from '../calendar/deadline.rules.ts'
import { isoVietnam } from '../calendar/month.rules.ts'
import { workingMinutesBetween } from '../calendar/working-time.rules.ts'
import { mailHours } from './plan.rules.ts'
import type { Decision } from './settle.rules.ts'

/** Working minutes (mail hours of working days) without a good run of the reminders after which somebody is told. */
export const SILENCE_MINUTES = 120

/** A silence that lasts is told anew after each further working day's worth of minutes. */
const AGAIN_MINUTES = mailHours.closes - mailHours.opens

/** How long what is not a record of anything is kept: runs of jobs, and the trial's letters. */
export const keeping = { tickDays: 90, previewDays: 30, previews: 1000 } as const

/** A letter to the administrators, as kept in its line of the ledger. The letter is made from it alone. */
export type WatchFacts = SilentFacts | BackFacts

export type SilentFacts = {
  to: 'watch'
  what: 'silent'
  /** The last good run, or since when one has been waited for; ISO with +07:00. */
  since: string
  /** When it was noticed: the letter's date, however often it is tried. */
  at: string
  /** Working minutes. */
  minutes: number
  /** What the latest run stumbled over; null when there was none at all. */
  error: string | null
  /** Letters that should have left by now; null when that cannot be told. */
  owed: number | null
}

export type BackFacts = { to: 'watch'; what: 'back'; at: string } & CaughtUp

/** What the first good run after a silence found, as in `tick.detail.caughtUp`. */
export type CaughtUp = {
  /** The silence's ends; ISO with +07:00. */
  from: string
  until: string
  /** Letters planned in the silence that have left since. */
  sent: number
  /** Letters no longer sent because their moment had passed. */
  skipped: number
  /** Letters that wait for the mail hours, or for another try. */
  queued: number
}

/** How long nothing has run well, in working minutes; 0 when nothing has ever been waited for. */
export const silentMinutes = (since: Date | null, now: Date, holidays: Holidays): number =>
  since ? Math.floor(workingMinutesBetween({ from: since, to: now }, mailHours, holidays)) : 0

export const isSilent = (minutes: number): boolean => minutes >= SILENCE_MINUTES

/**
 * The ledger's name for a silence's letter, made from what every process reads in the same database, so that five of them
 * write one letter: 'watch:silent:2026-11-25T08:01:00+07:00:0', and ':1' a working day later.
 */
export const silentKind = (since: Date, minutes: number): string =>
  `${silentKinds(since)}${Math.floor((minutes - SILENCE_MINUTES) / AGAIN_MINUTES)}`

/** What every name of one silence's letters starts with. */
export const silentKinds = (since: Date): string => `watch:silent:${isoVietnam(since)}:`

export const backKind = (from: string): string => `watch:back:${from}`

/** Letters whose moment has passed and that wait, not yet in the ledger, for the mail hours. */
export const heldBack = (decisions: readonly Decision[], before: Date): Decision[] =>
  decisions.filter(it => it.decision === 'wait' && !it.row && it.planned < before)
