import { loadOfficeMonth, type OfficeMonth } from '../calendar/calendar.store.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { type ListedUnit, unitsUnder } from '../units/unit.store.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Call } from './call.rules.ts'
import { callsTo } from './call.store.ts'
import { REASONS, type Reachability, type Reason, whyUnreachable } from './unreachable.rules.ts'
import { loadReachability } from './unreachable.store.ts'

/** A commune with how it can be reached, and why not, if so. */
export type Looked = Reachability & { unit: ListedUnit; reason: Reason | null; calls: Call[] }

export type Unreachable = {
  officeMonth: OfficeMonth
  /** The communes that report to the office itself, in the order of their names. */
  own: Looked[]
  /** Those of them that are hard to reach: the most serious first, and of these the ones that have not reported. */
  hard: Looked[]
  /** The offices below, with their communes counted at any depth. */
  below: { office: ListedUnit; all: number; hard: number }[]
}

/** Who of an office's communes cannot be reached in a month, in four queries however many there are. */
export async function loadUnreachable(
  db: Db,
  officeId: number,
  { month, now }: { month: Month; now: Date },
): Promise<Unreachable> {
  const [officeMonth, units] = await Promise.all([
    loadOfficeMonth(db, officeId, month),
    unitsUnder(db, officeId, month),
  ])
  const communes = units.filter(({ kind }) => kind === 'commune')
  const unitIds = communes.map(({ id }) => id)
  const [reached, calls] = await Promise.all([
    loadReachability(db, { unitIds, officeId, month, now }),
    callsTo(db, unitIds, month),
  ])
  const known = new Map(reached.map(it => [it.unitId, it]))
  const callsOf = groupBy(calls, ({ unitId }) => unitId)
  const looked = communes
    .flatMap(unit => {
      const found = known.get(unit.id)
      if (!found) return []
      return [{ ...found, unit, reason: whyUnreachable(found, now), calls: callsOf.get(unit.id) ?? [] }]
    })
    .sort((a, b) => compareVietnamese(a.unit.name, b.unit.name))
  const own = looked.filter(({ unit }) => unit.parentId === officeId)
  return { officeMonth, own, hard: hardOf(own), below: belowOf(units, looked, officeId) }
}

const hardOf = (looked: readonly Looked[]): Looked[] =>
  looked.filter(({ reason }) => reason !== null).sort((a, b) => urgency(a) - urgency(b))

const urgency = ({ reason, submittedAt }: Looked): number =>
  (reason ? REASONS.indexOf(reason) : REASONS.length) * 2 + Number(submittedAt !== null)

function belowOf(units: readonly ListedUnit[], looked: readonly Looked[], officeId: number) {
  const offices = units.filter(({ kind, parentId }) => kind === 'office' && parentId === officeId)
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const topOf = (id: number): number => {
    const parent = above.get(id)
    return parent === undefined || parent === officeId ? id : topOf(parent)
  }
  const under = groupBy(looked, ({ unit }) => topOf(unit.id))
  return offices
    .map(office => {
      const those = under.get(office.id) ?? []
      return { office, all: those.length, hard: those.filter(({ reason }) => reason !== null).length }
    })
    .sort((a, b) => compareVietnamese(a.office.name, b.office.name))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
