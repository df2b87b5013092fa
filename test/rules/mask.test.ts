import { isSmall, type Shield, shieldOf, type Where } from '../../src/consolidation/mask.rules.ts'
import { sumsOf } from '../../src/consolidation/swap.rules.ts'
import type { Cells, ConsolidationTable } from '../../src/consolidation/table.rules.ts'
import { communesOf, livelyVersions, tableOf, wholeNation } from '../support/consolidation.ts'
import { determined, type Equation, ranges } from '../support/reckoner.ts'

/** Every line of a table with the place that a shield knows it by. */
function linesOf(table: ConsolidationTable): { where: Where; name: string; cells: Cells }[] {
  const blocks = table.blocks.flatMap(block => [
    { where: { block: block.office.id }, name: `block ${block.office.id}`, cells: block.totals },
    ...block.rows.map(row => ({ where: { row: row.unitId }, name: `row ${row.unitId}`, cells: row.values })),
  ])
  return [{ where: 'total', name: 'total', cells: table.totals }, ...blocks]
}

/** What anybody who has the file knows: each sum, with the figures shown put in and the hidden ones left open. */
function knownFrom(table: ConsolidationTable, shield: Shield): Equation[] {
  const lines = linesOf(table)
  const across = lines.flatMap(({ name }) =>
    sumsOf(table.columns).map(({ total, parts }) => ({
      whole: `${name} ${total}`,
      parts: parts.map(at => `${name} ${at}`),
    })),
  )
  const down = table.columns.flatMap((_, at) => [
    ...table.blocks.map(block => ({
      whole: `block ${block.office.id} ${at}`,
      parts: block.rows.map(row => `row ${row.unitId} ${at}`),
    })),
    { whole: `total ${at}`, parts: table.blocks.map(block => `block ${block.office.id} ${at}`) },
  ])
  const figures = new Map<string, number | null>(
    lines.flatMap(it => it.cells.map((value, at) => [`${it.name} ${at}`, value] as const)),
  )
  const isHidden = new Set<string>(
    lines.flatMap(it => it.cells.flatMap((_, at) => (shield.text(it.where, at) ? [`${it.name} ${at}`] : []))),
  )
  return [...across, ...down].map(({ whole, parts }) => {
    const cells = [[whole, 1] as const, ...parts.map(it => [it, -1] as const)]
    const open = cells.filter(([cell]) => isHidden.has(cell))
    const rest = cells.reduce(
      (sum, [cell, sign]) => sum + (isHidden.has(cell) ? 0 : sign * (figures.get(cell) ?? 0)),
      0,
    )
    return { unknowns: new Map(open), equals: -rest }
  })
}

const smallIn = (table: ConsolidationTable): string[] =>
  linesOf(table).flatMap(it => it.cells.flatMap((value, at) => (isSmall(value) ? [`${it.name} ${at}`] : [])))

/** The range that each mark promises by itself. */
function marked(table: ConsolidationTable, shield: Shield): Map<string, [number, number]> {
  return new Map(
    linesOf(table).flatMap(({ where, name, cells }) =>
      cells.flatMap((_, at) => {
        const text = shield.text(where, at)
        const signed = table.columns[at]?.signed
        if (!text) return []
        const range: [number, number] = text === '<5' ? [signed ? -4 : 1, 4] : [signed ? -1e6 : 0, 1e6]
        return [[`${name} ${at}`, range] as const]
      }),
    ),
  )
}

const province = communesOf('51')
const tables: [string, ConsolidationTable][] = [
  ['one commune', tableOf({ units: province.slice(0, 1), versions: livelyVersions(province.slice(0, 1)) })],
  ['two communes', tableOf({ units: province.slice(0, 2), versions: livelyVersions(province.slice(0, 2)) })],
  [
    'seven communes',
    tableOf({ units: province.slice(0, 7), versions: livelyVersions(province.slice(0, 7)) }),
  ],
  [
    'seven communes with every optional part of the form',
    tableOf({
      units: province.slice(8, 15),
      versions: livelyVersions(province.slice(8, 15)),
      switches: new Set(['poor', 'disabled', 'reasons']),
    }),
  ],
  ['three offices with few communes each', fewOffices()],
]

function fewOffices(): ConsolidationTable {
  const nation = wholeNation()
  const offices = nation.filter(it => it.kind === 'office').slice(0, 3)
  const communes = offices.flatMap((office, at) =>
    nation.filter(it => it.parentId === office.id).slice(0, at + 1),
  )
  const units = [...offices, ...communes]
  return tableOf({ units, versions: livelyVersions(units) })
}

describe('what is masked for publication', () => {
  test.each(tables)('hides every small figure of %s, and leaves zeros and empty cells', (_, table) => {
    const shield = shieldOf(table)
    for (const { where, cells } of linesOf(table))
      for (const [at, value] of cells.entries()) {
        if (isSmall(value)) expect(shield.text(where, at)).not.toBeNull()
        if (value === null) expect(shield.text(where, at)).toBeNull()
      }
  })

  test.each(tables)('lets no small figure of %s be reckoned from all sums together', (_, table) => {
    const solved = determined(knownFrom(table, shieldOf(table)))
    expect(smallIn(table).filter(cell => solved.has(cell))).toEqual([])
  })

  test.each(tables)('leaves each small figure of %s at least two values that fit', (_, table) => {
    const shield = shieldOf(table)
    const left: ReadonlyMap<string, readonly [number, number]> = ranges(
      knownFrom(table, shield),
      marked(table, shield),
    )
    const certain = smallIn(table).filter(cell => {
      const [low, high] = left.get(cell) ?? [0, 0]
      return low >= high
    })
    expect(certain).toEqual([])
  })

  test('masking the small ones alone would give them away', () => {
    const [, table] = tables[2] ?? []
    if (!table) throw new Error('no table')
    const lines = new Map(linesOf(table).map(it => [JSON.stringify(it.where), it.cells]))
    const naive: Shield = {
      text: (where, at) => (isSmall(lines.get(JSON.stringify(where))?.[at] ?? null) ? '<5' : null),
    }
    const solved = determined(knownFrom(table, naive))
    expect(smallIn(table).filter(cell => solved.has(cell)).length).toBeGreaterThan(0)
  })

  test('hides little more than it must: in a whole province no total, and few figures beside the small ones', () => {
    const table = tableOf({ units: province, versions: livelyVersions(province) })
    const shield = shieldOf(table)
    const marks = linesOf(table).flatMap(({ where, cells }) => cells.map((_, at) => shield.text(where, at)))
    expect(table.totals.every((_, at) => shield.text('total', at) === null)).toBe(true)
    const count = (mark: string) => marks.filter(it => it === mark).length
    expect(count('…')).toBeLessThan(count('<5') / 2)
  })
})
