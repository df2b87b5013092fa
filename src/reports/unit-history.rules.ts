import { type Month, monthsFrom } from '../calendar/month.rules.ts'
import type { BoardState } from './board.rules.ts'
import { cohortsIn, type Edition, type Figures, headlineOf } from './form.rules.ts'
import type { ReportState } from './report.rules.ts'

/** A unit merged into the one shown ('before'), or one it became ('after'). */
export type Relative = {
  id: number
  side: 'before' | 'after'
  name: string
  validFrom: Month
  /** The first month in which it no longer reports for itself ('before'), or reports in its place ('after'). */
  effectiveMonth: Month
  /** It went to several units, so that its figures belong to none of them whole. */
  divided: boolean
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
  const before = relatives.filter(it => it.side === 'before')
  const found = new Map(reports.map(it => [`${it.unitId} ${it.month}`, it]))
  const members = [
    { id: unit.id, name: unit.name, from: unit.validFrom, until: unit.validUntil, divided: false },
    ...before.map(({ id, name, validFrom, effectiveMonth, divided }) => ({
      id,
      name,
      from: validFrom,
      until: effectiveMonth,
      divided,
    })),
  ]
  const [first = unit.validFrom] = members.map(it => it.from).sort()
  return monthsFrom(first, last)
    .reverse()
    .map(month => {
      const there = members.filter(it => it.from <= month && (it.until === null || month < it.until))
      const parts = there.map(it => partOf(it, found.get(`${it.id} ${month}`) ?? null, edition))
      return monthOf(month, parts, unit.id)
    })
    .filter(it => it.parts.length > 0)
}

type Member = { id: number; name: string; divided: boolean }

function partOf({ id, name, divided }: Member, report: ReportedMonth | null, edition: Edition): HistoryPart {
  const figures = report?.figures ?? null
  const headline = figures
    ? headlineOf(edition, figures, cohortsIn(figures))
    : { neither: null, unknown: null }
  return { unitId: id, name, divided, report, state: report?.state ?? 'missing', ...headline }
}

function monthOf(month: Month, parts: HistoryPart[], unitId: number): HistoryMonth {
  const counted = parts.filter(it => !it.divided && it.neither !== null)
  return {
    month,
    parts,
    merged: parts.some(it => it.unitId !== unitId),
    neither: sum(counted.map(it => it.neither)),
    unknown: sum(counted.map(it => it.unknown)),
    over: counted.length,
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
