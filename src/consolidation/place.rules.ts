import { compareVietnamese } from '../words/vietnamese.ts'

/** A unit as units/unit.store lists it for one month. */
export type Place = {
  id: number
  kind: 'commune' | 'office'
  name: string
  fullName: string
  parentId: number
}

type Office = { id: number; name: string }

/**
 * The communes expected of an office, in blocks: one per office directly below it, and a first one for communes
 * that report to it themselves. Offices further down are not blocks of their own, since a table has one depth of
 * subtotals; their communes stand in the block of the office above them, office by office. Vietnamese order all over.
 */
export function placesUnder(
  office: Office,
  units: readonly Place[],
): { office: Office; communes: Place[] }[] {
  const byId = new Map(units.map(it => [it.id, it]))
  const pathOf = (unit: Place): Place[] => {
    const parent = unit.parentId === office.id ? undefined : byId.get(unit.parentId)
    return parent ? [...pathOf(parent), parent] : []
  }
  const blocks = new Map<number, { office: Office; communes: Listed[] }>()
  for (const unit of units.filter(it => it.kind === 'commune')) {
    const [top, ...between] = pathOf(unit)
    const over = top ? { id: top.id, name: top.fullName } : office
    const block = blocks.get(over.id) ?? { office: over, communes: [] }
    block.communes.push({ unit, within: between.map(it => it.name).join('\n') })
    blocks.set(over.id, block)
  }
  return [...blocks.values()]
    .sort(
      (a, b) =>
        first(b.office, office) - first(a.office, office) || compareVietnamese(a.office.name, b.office.name),
    )
    .map(block => ({ office: block.office, communes: block.communes.sort(inOrder).map(it => it.unit) }))
}

type Listed = { unit: Place; within: string }

const first = (it: Office, office: Office): number => Number(it.id === office.id)

/** By name, then by kind of unit ('Phường …' before 'Xã …'), then by id, so that the order never changes by itself. */
const inOrder = (a: Listed, b: Listed): number =>
  compareVietnamese(a.within, b.within) ||
  compareVietnamese(a.unit.name, b.unit.name) ||
  compareVietnamese(a.unit.fullName, b.unit.fullName) ||
  a.unit.id - b.unit.id
