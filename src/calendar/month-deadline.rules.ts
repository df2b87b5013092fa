import {
  type Deadline,
  type DeadlinePolicy,
  deadlineOf,
  entered,
  type Holidays,
  type MonthRule,
  withMonthRule,
} from './deadline.rules.ts'
import type { Month } from './month.rules.ts'
import { withOutages } from './outage.rules.ts'
import type { Outage } from './outage-span.rules.ts'

/** All that a month's deadline depends on. */
export type MonthFacts = {
  policy: DeadlinePolicy
  holidays: Holidays
  outages: readonly Outage[]
  rule: MonthRule | null
}

/**
 * The one way to a month's deadline, for every page, letter, feed and submission: the office's settings of that month
 * and the holiday table, over them what was decided for that month alone, over that the time the portal was down.
 */
export function monthDeadline(month: Month, { policy, outages, rule, ...given }: MonthFacts): Deadline {
  const holidays = entered(given.holidays)
  const usual = deadlineOf(month, policy, holidays)
  return withOutages(rule ? withMonthRule(usual, rule) : usual, outages, holidays)
}
