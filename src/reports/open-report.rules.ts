import type { Deadline, Holidays } from '../calendar/deadline.rules.ts'
import type { Day, Month } from '../calendar/month.rules.ts'
import { monthDeadline } from '../calendar/month-deadline.rules.ts'
import { withDownDays } from '../calendar/outage.rules.ts'
import type { Outage } from '../calendar/outage-span.rules.ts'
import { type ReportingWindow, windowOf } from '../calendar/window.rules.ts'
import { type OfficeSettings, policyOf } from '../units/office.rules.ts'
import type { Before } from './before.rules.ts'
import type { Draft } from './draft.rules.ts'
import type { Finding } from './figure.rules.ts'
import type { Edition, Field } from './form.rules.ts'
import type { Content, ReportState, Source } from './report.rules.ts'
import type { KeptRequest } from './request.rules.ts'

/** A commune in a month in which it reports to some office. */
export type Reporting = { id: number; code: string; fullName: string; validFrom: Month; parentId: number }

export type SentVersion = Content & {
  number: number
  receipt: string
  at: Date
  by: string
  /** Why it took the place of the one before; '' for the first. */
  reason: string
  nil: boolean
  source: Source
  warnings: readonly Finding[]
}

/** What is there of the report; a month nobody has touched has `state` null and revision 0. */
export type KeptReport = {
  state: ReportState | null
  draft: Draft | null
  revision: number
  savedBy: string | null
  savedAt: Date | null
  onTime: boolean | null
  returned: { by: string; at: Date; reason: string } | null
  /** The first submission, which decides on time or late for ever. */
  firstAt: Date | null
}

/** One commune's report of one month, opened: everything its form, its checks and its submission depend on. */
export type OpenReport = {
  unit: Reporting
  month: Month
  settings: OfficeSettings
  /** With the days on which the portal was down throughout. */
  holidays: Holidays
  outages: readonly Outage[]
  deadline: Deadline
  /** When the office closed the month by hand. */
  lockedAt: Date | null
  extensionUntil: Date | null
  /** Until when a closed month was opened again. */
  openUntil: Date | null
  /** What the commune asked its office for, the latest; null when nothing, or taken back. */
  asked: KeptRequest | null
  window: ReportingWindow
  officeName: string
  editionId: number
  edition: Edition
  cohorts: number[]
  fields: Field[]
  kept: KeptReport
  /** The version that counts. */
  current: SentVersion | null
  /** The version that was sent with the request key asked about: then this is a second press. */
  sent: SentVersion | null
  before: Before
  /** The two months before that, newest first; an unknown one is left out with all that are older. */
  earlier: Before[]
}

/** What was decided by hand about one unit's month. */
export type RuledMonth = {
  dueAt: Date | null
  cutOff: Day | null
  lockedAt: Date | null
  ruleReason: string | null
  extensionUntil: Date | null
  openUntil: Date | null
}

type Office = { settings: OfficeSettings; holidays: Holidays; outages: readonly Outage[] }

/** The month's deadline and this unit's window, from the office's settings and what was decided by hand. */
export function datesOf(
  month: Month,
  { dueAt, cutOff, lockedAt, ruleReason, extensionUntil, openUntil }: RuledMonth,
  { settings, holidays: table, outages }: Office,
): { deadline: Deadline; window: ReportingWindow; holidays: Holidays } {
  const policy = policyOf(settings)
  const rule = { dueAt, cutOff, reason: ruleReason ?? '' }
  const deadline = monthDeadline(month, { policy, holidays: table, outages, rule })
  const holidays = withDownDays(table, outages)
  const exceptions = { extensionUntil, lockedAt, openUntil }
  return { deadline, window: windowOf(deadline, { policy, holidays }, exceptions), holidays }
}
