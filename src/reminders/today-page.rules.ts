import type { Month } from '../calendar/month.rules.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { OfficeFacts } from './facts.rules.ts'
import { sayKind } from './ledger-page.rules.ts'
import { communeMoments, type Moment, officeMoments } from './moment.rules.ts'
import { namesOf } from './plan-changes.rules.ts'
import type { Decision } from './reminder.rules.ts'

/** What the office's page on reminders shows: the month's timetable, and who gets what at the moment asked about. */

/** A decision as a row; `unit` leads to the ledger of that unit. */
export type ShownDecision = { unit: string; href: string; kind: string; recipient: string; because: string }

export type Groups = {
  /** Leave at this moment. */
  sends: ShownDecision[]
  /** Owed nothing yet, or held up: the reason says what comes next. */
  waits: ShownDecision[]
  /** Have reported: nothing more is sent. */
  done: ShownDecision[]
  /** Decided against for good. */
  skips: ShownDecision[]
}

export function groupsOf({ units }: OfficeFacts, decisions: readonly Decision[], lang: Lang): Groups {
  const reported = new Set(units.filter(it => it.submittedAt !== null).map(({ id }) => id))
  const pick = (wanted: (it: Decision) => boolean) =>
    decisions.filter(wanted).map(it => ({
      unit: it.unitName,
      href: ledgerPath(it.unitId, it.month),
      kind: sayKind(it.kind, lang),
      recipient: it.recipient,
      because: it.because,
    }))
  return {
    sends: pick(it => it.decision === 'send'),
    waits: pick(it => it.decision === 'wait' && !reported.has(it.unitId)),
    done: pick(it => it.decision === 'wait' && reported.has(it.unitId)),
    skips: pick(it => it.decision === 'skip'),
  }
}

export const ledgerPath = (unitId: number, month: Month): string => `/reminders/${unitId}/${month}/ledger`

/** How the ledger stands for one kind. */
export type Counted = { kind: string; sent: number; skipped: number; failing: number }

/** A line of the month's timetable: what leaves when, to whom, and what has become of it. */
export type Scheduled = {
  kind: string
  at: string
  to: string
  past: boolean
  sent: number
  skipped: number
  failing: number
}

/** The letters of the month by the office's due date, first to last, those of the office itself included. */
export function timetableOf(
  facts: OfficeFacts,
  counts: readonly Counted[],
  { now, lang }: { now: Date; lang: Lang },
): Scheduled[] {
  const { plan, deadline, calendar } = facts
  if (!plan) return []
  const dates = { cutOff: deadline.cutOff, due: deadline.due, extended: false }
  const both = [
    ...communeMoments(plan, dates, calendar.holidays),
    ...officeMoments(plan, dates, calendar.holidays),
  ]
  return [...new Map(both.map(it => [it.kind, it])).values()]
    .sort((a, b) => a.planned.getTime() - b.planned.getTime())
    .map(moment => scheduled(moment, counts, { now, lang }))
}

function scheduled(
  { kind, step, planned }: Moment,
  counts: readonly Counted[],
  { now, lang }: { now: Date; lang: Lang },
): Scheduled {
  const counted = counts.find(it => it.kind === kind)
  const { sent = 0, skipped = 0, failing = 0 } = counted ?? {}
  const at = formatTime(planned)
  return {
    kind: sayKind(kind, lang),
    at,
    to: namesOf(step, lang).join(', '),
    past: planned <= now,
    sent,
    skipped,
    failing,
  }
}
