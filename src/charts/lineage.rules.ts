import type { Month } from '../calendar/month.rules.ts'
import { addPoints, groupBy, type PlacePoint, type Widening } from './series.rules.ts'

/** One step of a merger: what a unit became. A divided one has several such steps. */
export type Step = { from: number; to: number; divided: boolean }

/** Months of which an office, or a commune, can be shown: its own, and those of what it was made of. */
export type Lineage = {
  /** What stands under the office in the month asked about, communes and offices; or the one commune. */
  present: ReadonlySet<number>
  /** Every step that leads to them, and those that lead elsewhere from the same predecessors. */
  steps: readonly Step[]
}

/** The unit of today that a unit's figures belong to; null when they belong to none of them whole. */
export function heirOf(id: number, { present, steps }: Lineage): number | null {
  if (present.has(id)) return id
  const next = steps.filter(it => it.from === id)
  const [only] = next
  return next.length === 1 && only && !only.divided ? heirOf(only.to, { present, steps }) : null
}

/** Whether all of a unit went into the territory, be it into several communes of it. */
export function staysWithin(id: number, { present, steps }: Lineage): boolean {
  if (present.has(id)) return true
  const next = steps.filter(it => it.from === id)
  return next.length > 0 && next.every(it => staysWithin(it.to, { present, steps }))
}

/** Units merged into those of today by any chain, each once. */
export const ancestorsOf = ({ present, steps }: Lineage): number[] =>
  [...new Set(steps.map(it => it.from))].filter(id => !present.has(id))

/**
 * Whether the territory can be followed back whole: each commune of today was there itself or comes from others, and
 * none of those went elsewhere in part. `old` names those that were there before. Where it cannot, older months are not drawn: they would be another territory's.
 */
export function isWhole(lineage: Lineage, communes: readonly number[], old: ReadonlySet<number>): boolean {
  const made = new Set(lineage.steps.map(it => it.to))
  const rooted = communes.every(id => made.has(id) || old.has(id))
  return rooted && ancestorsOf(lineage).every(id => staysWithin(id, lineage))
}

/** When communes came that nothing shown had been before: from there on the sums are another territory's. */
export function wideningsOf(
  { steps }: Lineage,
  communes: readonly number[],
  since: ReadonlyMap<number, Month>,
): Widening[] {
  const made = new Set(steps.map(it => it.to))
  const fresh = communes.filter(id => !made.has(id)).flatMap(id => since.get(id) ?? [])
  return [...groupBy(fresh, it => it)]
    .map(([month, its]) => ({ month, count: its.length, gone: false }))
    .sort((a, b) => a.month.localeCompare(b.month))
}

/**
 * Rows under the places of today: a merged commune's older months are the sum of what it was made of. What belongs to
 * none of them whole is left out here; the sum over all places has it.
 */
export function foldPlaces(rows: readonly PlacePoint[], lineage: Lineage, placeOf: (id: number) => number) {
  const homes = new Map<number, number | null>()
  const homeOf = (id: number): number | null => {
    const known = homes.get(id)
    if (known !== undefined) return known
    const heir = heirOf(id, lineage)
    const home = heir === null ? null : placeOf(heir)
    homes.set(id, home)
    return home
  }
  const placed = rows.flatMap(row => {
    const place = homeOf(row.place)
    return place === null ? [] : [{ ...row, place }]
  })
  return [...groupBy(placed, it => `${it.place} ${it.month}`).values()].flatMap(group =>
    group.slice(0, 1).map(({ month, place }) => ({ ...addPoints(month, group), place })),
  )
}
