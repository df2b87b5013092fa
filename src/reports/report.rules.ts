import type { Month } from '../calendar/month.rules.ts'
import { mayDraft, phaseAt, type ReportingWindow } from '../calendar/window.rules.ts'
import { type Edition, type Figures, sumOver } from './form.rules.ts'

/**
 * A report's life (design §3): nothing yet = missing → draft → (awaiting the leader, where the office asks for it)
 * → submitted → accepted, or returned with a reason → submitted again. Every submission is a version that is never
 * altered. While a sent report is being corrected it keeps its state and its version keeps counting.
 */
export type ReportState = 'draft' | 'awaiting' | 'submitted' | 'returned' | 'accepted'

/** What may be done with a month now, as far as the calendar goes. */
export type Standing =
  /** Before the reporting period: nothing can be known yet. */
  | 'ahead'
  /** In the period, before the cut-off: a draft may be kept, not sent. */
  | 'drafting'
  | 'open'
  /** Past the due date: taken, and recorded as late. */
  | 'late'
  | 'locked'

export function standingAt(window: ReportingWindow, now: Date): Standing {
  const phase = phaseAt(window, now)
  if (phase === 'locked') return 'locked'
  if (phase === 'future') return mayDraft(window, now) ? 'drafting' : 'ahead'
  return phase === 'open' ? 'open' : 'late'
}

export const takesDrafts = (standing: Standing): boolean => standing !== 'ahead' && standing !== 'locked'
export const takesReports = (standing: Standing): boolean => standing === 'open' || standing === 'late'

/** The state as every page names it: a commune without a row is missing. */
export const stateOf = (state: ReportState | null): ReportState | 'missing' => state ?? 'missing'

/** Something has been sent and counts, whatever is being corrected meanwhile. */
export const isSent = (state: ReportState | null): boolean =>
  state === 'submitted' || state === 'returned' || state === 'accepted'

/** Nothing more is asked of the commune for this month. */
export const isDone = (state: ReportState | null): boolean => state === 'submitted' || state === 'accepted'

/** "N25-202611-23293-1": month, commune's code, number of the version. Can be read over the phone. */
export const receiptNumber = (month: Month, unitCode: string, version: number): string =>
  `N25-${month.replace('-', '')}-${unitCode}-${version}`

/**
 * A nil report says that nobody is in neither and that nobody moved: a statement, unlike a missing report, and
 * unlike zeros beside movements.
 */
export function isNil(edition: Edition, cohorts: readonly number[], figures: Figures): boolean {
  const movements = edition.sections
    .flatMap(it => it.indicators)
    .filter(it => it.scope === 'all' && !it.carries)
  return (
    sumOver(edition.headline, figures, cohorts) === 0 &&
    movements.every(({ code }) => (figures[code] ?? 0) === 0)
  )
}

/** How a version came in: typed, taken from the commune's own Excel, or from an Excel by its office in its name. */
export type Source = 'form' | 'excel' | 'office'

/** What a version holds that a person typed. */
export type Content = {
  figures: Figures
  texts: Readonly<Record<string, string>>
  explanations: Readonly<Record<string, string>>
}

/** A figure or a text that differs between two versions; a figure is null where the box was empty. */
export type Difference = { name: string; before: number | string | null; after: number | string | null }

/** What changed from one version to the next: figures in the order of `names`, then texts. */
export function changesBetween(before: Content, after: Content, names: readonly string[]): Difference[] {
  const known = new Set(names)
  const others = Object.keys({ ...before.figures, ...after.figures }).filter(name => !known.has(name))
  const figures = [...names, ...others].map(name => ({
    name,
    before: before.figures[name] ?? null,
    after: after.figures[name] ?? null,
  }))
  const texts = Object.keys({ ...before.texts, ...after.texts }).map(name => ({
    name,
    before: before.texts[name] ?? '',
    after: after.texts[name] ?? '',
  }))
  return [...figures, ...texts].filter(it => it.before !== it.after)
}

/** Whether two contents say the same; then a second press of the button is the same submission. */
export function sameContent(a: Content, b: Content): boolean {
  const explained = ({ explanations }: Content) => JSON.stringify(Object.entries(explanations).sort())
  return changesBetween(a, b, []).length === 0 && explained(a) === explained(b)
}
