import { addMonths, isMonth, type Month, monthsFrom } from '../calendar/month.rules.ts'
import type { OfficeSettings } from './office.rules.ts'

/**
 * What communes report by: it holds from a month on, so that a change never touches a month before. All else (heads of
 * papers, names, contacts, what is masked in files) holds at once.
 */
export const ruleNames = [
  'dueDay',
  'dueHour',
  'dueMinute',
  'roll',
  'cutOffDay',
  'graceDays',
  'lockDays',
  'signOff',
  'switches',
] as const satisfies (keyof OfficeSettings)[]

export type OfficeRules = Pick<OfficeSettings, (typeof ruleNames)[number]>

export function rulesOf(settings: OfficeSettings): OfficeRules {
  const { dueDay, dueHour, dueMinute, roll, cutOffDay, graceDays, lockDays, signOff, switches } = settings
  return { dueDay, dueHour, dueMinute, roll, cutOffDay, graceDays, lockDays, signOff, switches }
}

/** How far ahead rules can be planned. */
const MONTHS_AHEAD = 12

export type Begun = {
  /** The month of today. */
  running: Month
  /** Whether the running month's due date has passed. */
  isOver: boolean
  /** The latest month in which a commune has reported, or which is closed; null for none. */
  lastBegun: Month | null
}

/**
 * The months from which new rules may hold: not one that a commune has reported for, or that is closed or over. Whoever
 * has reported did so by the rules of that month; what one month needs by itself is the month's own date.
 */
export function monthsToChoose({ running, isOver, lastBegun }: Begun): Month[] {
  const open = isOver ? addMonths(running, 1) : running
  const first = lastBegun !== null && lastBegun >= open ? addMonths(lastBegun, 1) : open
  return monthsFrom(first, addMonths(first, MONTHS_AHEAD))
}

/** The month typed, the first that may be when none was; null for any other. */
export function monthChosen(typed: unknown, months: readonly Month[]): Month | null {
  if (typed === undefined || typed === '') return months[0] ?? null
  return typeof typed === 'string' && isMonth(typed) && months.includes(typed) ? typed : null
}

/** Rules as they are kept: from a month on, or (null) from the beginning. */
export type KeptRules = { from: Month | null; rules: OfficeRules; byName: string; at: Date | null }

/** Which of the rules, by time, hold in a month. */
export const inForce = (kept: readonly KeptRules[], month: Month): KeptRules | null =>
  kept.findLast(({ from }) => from === null || from <= month) ?? null
