import type { Month } from '../calendar/month.rules.ts'
import type { RoleName } from '../people/access.rules.ts'
import type { UnitName } from './unit-file.rules.ts'

/** How long a role is held, as the database writes instants; `covers` is who is on leave meanwhile. */
export type Term = { since: string; until: string | null; covers: number | null }

/**
 * A row that a change of units makes. New units have the ids -1, -2, … until the database gives them theirs.
 * `validUntil` is the first month that no longer counts.
 */
export type UnitRowMade =
  | { table: 'unit'; id: number; kind: 'commune'; code: string; validFrom: Month; validUntil: null }
  | ({ table: 'unit_name'; unitId: number; validFrom: Month } & UnitName)
  | { table: 'unit_parent'; unitId: number; parentId: number; validFrom: Month; validUntil: null }
  | {
      table: 'succession'
      predecessorId: number
      successorId: number
      month: Month
      divided: boolean
      document: string
    }
  | ({ table: 'role'; personId: number; unitId: number; role: RoleName } & Term)

/** When a unit, or its place under an office, ends: as it was, and as it is made. */
export type Ending = {
  table: 'unit' | 'unit_parent'
  unitId: number
  validFrom: Month
  before: Month | null
  after: Month | null
}

/** One step of a change, on one row of the database, so that it can be taken back exactly. */
export type Effect =
  | { do: 'add'; row: UnitRowMade }
  | { do: 'drop'; row: UnitRowMade }
  | { do: 'end'; ending: Ending }

/** What takes the effects back: each step turned round, the last one first. */
export const inverseOf = (effects: readonly Effect[]): Effect[] => effects.map(turned).reverse()

function turned(effect: Effect): Effect {
  if (effect.do === 'end') {
    const { before, after } = effect.ending
    return { do: 'end', ending: { ...effect.ending, before: after, after: before } }
  }
  return { do: effect.do === 'add' ? 'drop' : 'add', row: effect.row }
}

/** The same effects with the ids that the database gave to the new units, in the order of -1, -2, … */
export function settled(effects: readonly Effect[], ids: readonly number[]): Effect[] {
  const real = (id: number) => (id < 0 ? (ids[-id - 1] ?? id) : id)
  return effects.map(effect =>
    effect.do === 'end' ? effect : { ...effect, row: settledRow(effect.row, real) },
  )
}

function settledRow(row: UnitRowMade, real: (id: number) => number): UnitRowMade {
  switch (row.table) {
    case 'unit':
      return { ...row, id: real(row.id) }
    case 'succession':
      return { ...row, predecessorId: real(row.predecessorId), successorId: real(row.successorId) }
    default:
      return { ...row, unitId: real(row.unitId) }
  }
}

/** Every unit that the effects touch, each once. */
export function unitsTouched(effects: readonly Effect[]): number[] {
  const ids = effects.flatMap(effect => {
    if (effect.do === 'end') return [effect.ending.unitId]
    const { row } = effect
    if (row.table === 'unit') return [row.id]
    return row.table === 'succession' ? [row.predecessorId, row.successorId] : [row.unitId]
  })
  return [...new Set(ids)]
}

/** The units that the effects make. */
export const unitsMade = (effects: readonly Effect[]): number[] =>
  effects.flatMap(effect => (effect.do === 'add' && effect.row.table === 'unit' ? [effect.row.id] : []))
