import type { Month } from '../calendar/month.rules.ts'
import type { RoleName } from '../people/access.rules.ts'
import type { Effect, Term } from './unit-effect.rules.ts'
import type { UnitName } from './unit-file.rules.ts'

export const changeKinds = ['merge', 'split', 'rename', 'move', 'close', 'found'] as const
export type ChangeKind = (typeof changeKinds)[number]

export type NewUnit = UnitName & { code: string }

/** What an administrator asks for, as the form was understood. */
export type AskedChange = {
  kind: ChangeKind
  /** The office from whose list it is asked; new communes report to it. */
  officeId: number
  /** The first month in which it holds. */
  month: Month
  document: string
  /** The units merged, or the one that is split, renamed, moved or closed. */
  units: number[]
  /** Merged: the one of them that goes on, or null when a new commune takes their place. */
  goesOn: number | null
  /** Split: communes that are there already and take a part. */
  into: number[]
  made: NewUnit[]
  name: UnitName | null
  /** Moved: the office it goes to. */
  to: number | null
}

export type Holder = Term & {
  personId: number
  name: string
  role: RoleName
  /** The term has run out, and the role is about to be ended. */
  over: boolean
}

/** A unit as it stands in the month asked about. */
export type UnitFact = {
  id: number
  kind: 'commune' | 'office'
  code: string
  type: string
  name: string
  fullName: string
  validFrom: Month
  validUntil: Month | null
  parent: { id: number; validFrom: Month } | null
  /** Stands in that month under an office that whoever asks administers. */
  mine: boolean
  /** The first month, from the asked one on, from which something else is on record. */
  changes: Month | null
  /** The months sent, of itself or of what stands under it. */
  sent: { from: Month; until: Month; months: number } | null
  /** Begun and not sent, or sent back. */
  unsent: { month: Month; state: 'draft' | 'awaiting' | 'returned' }[]
  /** An office's: what stands directly under it from the asked month on. */
  children: { id: number; validFrom: Month; changes: Month | null }[]
  /** The communes at any depth below, by name; a commune itself. */
  communes: string[]
  people: Holder[]
  /** What is set for the unit from the asked month on and does not pass on by itself. */
  kept: { targets: number; extensions: number; requests: number }
}

export type OfficeFact = {
  id: number
  fullName: string
  mine: boolean
  /** Whether it is there in the month. */
  lives: boolean
  validUntil: Month | null
  above: number[]
  communes: string[]
}

/** What a change is decided from; all of it is seen by the preview and its fingerprint. */
export type ChangeFacts = {
  office: OfficeFact
  /** Moved: the office it goes to. */
  target: OfficeFact | null
  units: UnitFact[]
  /** Units that bear a code asked for, in the month or later. */
  codes: { id: number; code: string; fullName: string }[]
  /** Who came before whom, as far as the units asked about reach. */
  successions: { from: number; to: number }[]
}

/** A role that a predecessor's holder is to have at a successor. */
export type RoleMove = Holder & { from: number; to: number }

/** The units that end with the change. */
export function endedBy({ kind, units, goesOn }: AskedChange): number[] {
  if (kind === 'merge') return units.filter(id => id !== goesOn)
  return kind === 'split' || kind === 'close' ? units : []
}

/** Who takes the place of those that end: ids, new units as -1, -2, … */
export function successorsOf({ kind, goesOn, into, made }: AskedChange): number[] {
  const founded = made.map((_, index) => -1 - index)
  if (kind === 'merge') return goesOn === null ? founded : [goesOn]
  return kind === 'split' ? [...founded, ...into] : []
}

/** The roles that may go along, for as long as they are held: at each successor, unless held there already. */
export function movesOffered(asked: AskedChange, { units }: ChangeFacts): RoleMove[] {
  const ended = new Set(endedBy(asked))
  const offered = new Map<string, RoleMove>()
  for (const to of successorsOf(asked))
    for (const { id, people } of units.filter(it => ended.has(it.id)))
      for (const holder of people.filter(it => !it.over)) {
        const key = moveKey({ ...holder, to })
        const there = units.find(it => it.id === to)?.people ?? []
        if (there.some(it => moveKey({ ...it, to }) === key)) continue
        const [move, other] = [{ ...holder, from: id, to }, offered.get(key)]
        offered.set(key, other ? longerOf(other, move) : move)
      }
  return [...offered.values()]
}

/** Whoever holds a role at two predecessors has it for the longer term, from the earlier day where none lies between. */
function longerOf(one: RoleMove, other: RoleMove): RoleMove {
  const [longer, shorter] = lastOf(one) >= lastOf(other) ? [one, other] : [other, one]
  const earlier = Date.parse(shorter.since) < Date.parse(longer.since)
  return earlier && lastOf(shorter) >= Date.parse(longer.since) ? { ...longer, since: shorter.since } : longer
}

const lastOf = ({ until }: Term): number => (until === null ? Number.POSITIVE_INFINITY : Date.parse(until))

/** A move as a tick box names it. */
export const moveKey = ({ personId, role, to }: Pick<RoleMove, 'personId' | 'role' | 'to'>): string =>
  `${personId}:${role}:${to}`

/** What is written, row by row. Only for what `refusalsOf` finds nothing against. */
export function effectsOf(asked: AskedChange, facts: ChangeFacts, moves: readonly RoleMove[]): Effect[] {
  const named = facts.units.filter(it => asked.units.includes(it.id))
  switch (asked.kind) {
    case 'rename':
      return named.flatMap(({ id }) => (asked.name ? [nameFrom(id, asked.name, asked.month)] : []))
    case 'move':
      return named.flatMap(unit => placedUnder(unit, asked.to, asked.month))
    case 'found':
      return founded(asked)
    default:
      return [
        ...founded(asked),
        ...named.filter(it => endedBy(asked).includes(it.id)).flatMap(unit => endings(unit, asked)),
        ...moves.map(
          ({ personId, role, to, since, until, covers }): Effect => ({
            do: 'add',
            row: { table: 'role', personId, unitId: to, role, since, until, covers },
          }),
        ),
      ]
  }
}

const nameFrom = (unitId: number, { type, name, fullName, search }: UnitName, validFrom: Month): Effect => ({
  do: 'add',
  row: { table: 'unit_name', unitId, validFrom, type, name, fullName, search },
})

function founded({ made, month, officeId }: AskedChange): Effect[] {
  return made.flatMap((unit, index): Effect[] => {
    const id = -1 - index
    return [
      {
        do: 'add',
        row: { table: 'unit', id, kind: 'commune', code: unit.code, validFrom: month, validUntil: null },
      },
      nameFrom(id, unit, month),
      {
        do: 'add',
        row: { table: 'unit_parent', unitId: id, parentId: officeId, validFrom: month, validUntil: null },
      },
    ]
  })
}

/** It stops existing and reporting; what stood under it goes to its one successor; history remembers whom it went to. */
function endings(unit: UnitFact, asked: AskedChange): Effect[] {
  const { month, document, kind } = asked
  const successors = successorsOf(asked)
  const place = unit.parent ? [ended('unit_parent', unit.id, { ...unit.parent, month })] : []
  return [
    ended('unit', unit.id, { validFrom: unit.validFrom, month }),
    ...place,
    ...unit.children.flatMap(child =>
      placedUnder({ id: child.id, parent: child }, successors[0] ?? null, month),
    ),
    ...successors.map(
      (successorId): Effect => ({
        do: 'add',
        row: {
          table: 'succession',
          predecessorId: unit.id,
          successorId,
          month,
          divided: kind === 'split',
          document,
        },
      }),
    ),
  ]
}

type Placed = { id: number; parent: { validFrom: Month } | null }

function placedUnder({ id, parent }: Placed, parentId: number | null, month: Month): Effect[] {
  const before = parent ? [ended('unit_parent', id, { ...parent, month })] : []
  if (parentId === null) return before
  return [
    ...before,
    { do: 'add', row: { table: 'unit_parent', unitId: id, parentId, validFrom: month, validUntil: null } },
  ]
}

/** Whatever is planned for later is refused before, so nothing that is ended had an end. */
const ended = (
  table: 'unit' | 'unit_parent',
  unitId: number,
  { validFrom, month }: { validFrom: Month; month: Month },
): Effect => ({ do: 'end', ending: { table, unitId, validFrom, before: null, after: month } })
