import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Figures } from '../reports/form.rules.ts'

/** Series by month, joined across form editions by the indicators' codes. A month without figures stays a gap. */

/** Who was to report in a month, who did, and what their figures come to by code; null where nobody gave one. */
export type Point = {
  month: Month
  expected: number
  reported: number
  onTime: number
  late: number
  figures: Figures
}

/** A month from which on communes belong that did not before, under whatever name, or no longer do; and how many. */
export type Widening = { month: Month; count: number; gone: boolean }

/** A month's figures of one place: a commune, or an office below with all its communes. */
export type PlacePoint = Point & { place: number }

/** From this share of communes on a month's sums may be set beside another's. */
const ENOUGH = 0.9

export const isComplete = ({ reported, expected }: Point): boolean => expected > 0 && reported === expected
export const isSound = ({ reported, expected }: Point): boolean =>
  expected > 0 && reported / expected >= ENOUGH

export const figureAt = (point: Point | undefined, code: string): number | null =>
  point?.figures[code] ?? null

/** The sum of several indicators; null as soon as one is not known, since a part is not a sum. */
export function sumAt(point: Point | undefined, codes: readonly string[]): number | null {
  let sum: number | null = codes.length > 0 ? 0 : null
  for (const code of codes) {
    const value = figureAt(point, code)
    if (value === null) return null
    sum = (sum ?? 0) + value
  }
  return sum
}

/** Those in neither and those nobody could tell about, as a share of the graduates, 0 to 1. */
export function untracedShare(point: Point | undefined): number | null {
  const [part, whole] = [sumAt(point, UNTRACED), figureAt(point, 'graduates')]
  return part === null || whole === null || whole === 0 ? null : part / whole
}

const UNTRACED = ['neither', 'unknown']

/** One point for each month, over all places: what is there is added, and what nobody gave stays null. */
export function wholeOf(rows: readonly Point[], months: readonly Month[]): Point[] {
  const byMonth = groupBy(rows, it => it.month)
  return months.map(month => addPoints(month, byMonth.get(month) ?? []))
}

export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export function addPoints(month: Month, points: readonly Point[]): Point {
  const sum = { month, expected: 0, reported: 0, onTime: 0, late: 0 }
  const figures: Record<string, number | null> = {}
  for (const point of points) {
    sum.expected += point.expected
    sum.reported += point.reported
    sum.onTime += point.onTime
    sum.late += point.late
    for (const [code, value] of Object.entries(point.figures)) {
      const before = figures[code] ?? null
      figures[code] = value === null ? before : (before ?? 0) + value
    }
  }
  return { ...sum, figures }
}

/** Movements may be added over months, stocks never; null when nobody reported any. */
export function sumOfFlow(points: readonly Point[], code: string): number | null {
  const values = points.map(it => figureAt(it, code)).filter(it => it !== null)
  return values.length === 0 ? null : values.reduce((sum, it) => sum + it, 0)
}

/**
 * The latest month whose sum may be compared, and what it is compared with: a year before, else the earliest. Never
 * across a month in which the territory grew or shrank.
 */
export function comparedMonths(
  points: readonly Point[],
  code: string,
  widened: readonly Widening[] = [],
): { from: Point | null; to: Point | null } {
  const fit = comparable(points, code, widened)
  const to = fit.at(-1) ?? null
  if (!to) return { from: null, to: null }
  const from = fit.find(it => it.month === addMonths(to.month, -12)) ?? fit[0] ?? null
  return { from: from === to ? null : from, to }
}

/** The highest of the months that may be compared. */
export function peakOf(
  points: readonly Point[],
  code: string,
  widened: readonly Widening[] = [],
): Point | null {
  return comparable(points, code, widened).reduce<Point | null>(
    (best, it) => (best === null || (figureAt(it, code) ?? 0) > (figureAt(best, code) ?? 0) ? it : best),
    null,
  )
}

function comparable(points: readonly Point[], code: string, widened: readonly Widening[]): Point[] {
  const since = widened.at(-1)?.month ?? ''
  return points.filter(it => it.month >= since && isSound(it) && figureAt(it, code) !== null)
}

/**
 * The same places in two months: only those of which everybody reported in both, so that a fall is none of the missing.
 * Null when they are under four fifths of those expected.
 */
export function sameIn(
  places: readonly PlacePoint[],
  { from, to, code }: { from: Month; to: Month; code: string },
): { from: number; to: number; count: number } | null {
  const expected = addPoints(
    to,
    places.filter(it => it.month === to),
  ).expected
  const before = new Map(places.filter(it => it.month === from).map(it => [it.place, it]))
  const same = { from: 0, to: 0, count: 0 }
  for (const now of places.filter(it => it.month === to)) {
    const then = before.get(now.place)
    const [a, b] = [figureAt(then, code), figureAt(now, code)]
    if (!then || a === null || b === null || !isComplete(then) || !isComplete(now)) continue
    same.from += a
    same.to += b
    same.count += now.expected
  }
  return same.count >= expected * 0.8 && same.count > 0 ? same : null
}
