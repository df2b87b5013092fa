import { type Month, monthsFrom } from '../calendar/month.rules.ts'
import type { BoardState } from './board.rules.ts'
import { cohortsIn, type Edition, type Figures, sumOver } from './form.rules.ts'
import type { ReportState } from './report.rules.ts'

/** A unit merged into the one shown ('before'), or one it became ('after'). */
export type Relative = {
  id: number
  side: 'before' | 'after'
  name: string
  validFrom: Month
  /** The first month in which it no longer reports for itself ('before'), or reports in its place ('after'). */
  effectiveMonth: Month
  /** The month of the merger by which it, or what became of it, came to the unit shown. */
  since: Month
  /** It went to several units. */
  part: boolean
  /** It, or what became of it, went to several units, so that its figures belong to none of them whole. */
  divided: boolean
  /** What it went into ('before') or came out of ('after'), where that is not the unit shown itself. */
  via: string | null
  /** Of a divided one, everything it went into. */
  into: string[]
}

/** One report as kept; `versions` is null when nothing was ever sent. */
export type ReportedMonth = {
  unitId: number
  month: Month
  state: ReportState
  onTime: boolean | null
  returnReason: string | null
  number: number | null
  firstAt: Date | null
  figures: Figures | null
  nil: boolean
  versions: { number: number; receipt: string; at: string; by: string; reason: string }[] | null
}

export type HistoryPart = {
  unitId: number
  name: string
  divided: boolean
  state: BoardState
  report: ReportedMonth | null
  neither: number | null
  unknown: number | null
}

/**
 * One month of the territory that the unit has today. `parts` has one entry, the unit itself, since the merger;
 * before it one for each predecessor under its own name, and the figures are their sum.
 */
export type HistoryMonth = {
  month: Month
  parts: HistoryPart[]
  /** Before the merger: the figures are a sum. */
  merged: boolean
  neither: number | null
  unknown: number | null
  /** How many parts the sum runs over. One that reported nothing, or that was divided, is in no sum. */
  over: number
  /** Some part that belongs in the sum sent nothing: the sum is of the others, and never takes it for 0. */
  incomplete: boolean
}

export type HistoryInput = {
  unit: { id: number; name: string; validFrom: Month; validUntil: Month | null }
  relatives: readonly Relative[]
  reports: readonly ReportedMonth[]
  edition: Edition
  /** The last month to show, if the unit is still there then. */
  last: Month
}

/** Every month in which the unit or a predecessor was expected to report, newest first. */
export function buildHistory({ unit, relatives, reports, edition, last }: HistoryInput): HistoryMonth[] {
  const found = new Map(reports.map(it => [`${it.unitId} ${it.month}`, it]))
  // A merger that is still to come changes nothing yet.
  const members = membersOf(
    unit,
    relatives.filter(it => it.since <= last),
  )
  const [first = unit.validFrom] = members.map(it => it.from).sort()
  return monthsFrom(first, last)
    .reverse()
    .map(month => {
      const parts = membersIn(members, month).map(it =>
        partOf(it, found.get(`${it.id} ${month}`) ?? null, edition),
      )
      return monthOf(month, parts, unit.id)
    })
    .filter(it => it.parts.length > 0)
}

type Member = {
  id: number
  name: string
  from: Month
  until: Month | null
  divided: boolean
}

function membersOf(unit: HistoryInput['unit'], relatives: readonly Relative[]): Member[] {
  const { id, name, validFrom, validUntil } = unit
  const before = relatives.filter(it => it.side === 'before')
  return [
    { id, name, from: validFrom, until: validUntil, divided: false },
    ...before.map(({ validFrom, effectiveMonth, ...it }) => ({
      ...it,
      from: validFrom,
      until: effectiveMonth,
    })),
  ]
}

/** Who stood there in a month, each once: one that came by two ways is divided when it is so by either. */
function membersIn(members: readonly Member[], month: Month): Member[] {
  const there = new Map<number, Member>()
  for (const member of members) {
    if (member.from > month || (member.until !== null && member.until <= month)) continue
    const known = there.get(member.id)
    if (!known || (member.divided && !known.divided)) there.set(member.id, member)
  }
  return [...there.values()]
}

function partOf(member: Member, report: ReportedMonth | null, edition: Edition): HistoryPart {
  const { id, name, divided } = member
  const figures = report?.figures ?? null
  return {
    unitId: id,
    name,
    divided,
    report,
    state: report?.state ?? 'missing',
    neither: figures && seriesFigure(edition.headline, figures),
    unknown: figures && seriesFigure(edition.unknown, figures),
  }
}

/**
 * An indicator's figure in a report of any edition: editions are joined by the code alone. Over the cohorts where it is
 * asked by cohort; null where a box is empty, and where that month's edition did not have the indicator.
 */
export function seriesFigure(code: string, figures: Figures): number | null {
  const whole = figures[code]
  if (whole !== undefined) return whole
  const own = Object.fromEntries(Object.entries(figures).filter(([name]) => name.startsWith(`${code}@`)))
  return sumOver(code, own, cohortsIn(own))
}

function monthOf(month: Month, parts: HistoryPart[], unitId: number): HistoryMonth {
  const whole = parts.filter(it => !it.divided)
  const counted = whole.filter(it => it.report?.figures != null)
  return {
    month,
    parts,
    merged: parts.some(it => it.unitId !== unitId),
    neither: sum(counted.map(it => it.neither)),
    unknown: sum(counted.map(it => it.unknown)),
    over: counted.length,
    incomplete: counted.length < whole.length,
  }
}

/** Null when there is nothing to add, or when one of them is not known. */
const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce(
    (total, value) => (total === null || value === null ? null : total + value),
    values[0] === undefined ? null : 0,
  )

/** How many of the unit's own months came, and how many of them in time. */
export function punctuality(months: readonly HistoryMonth[], unitId: number, until: Month) {
  const own = months
    .filter(it => it.month < until)
    .flatMap(it => it.parts.filter(part => part.unitId === unitId))
  return {
    expected: own.length,
    reported: own.filter(it => it.report?.number != null).length,
    onTime: own.filter(it => it.report?.onTime === true).length,
  }
}
