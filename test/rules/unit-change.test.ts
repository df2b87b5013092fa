import fc from 'fast-check'
import { addMonths, asMonth, type Month } from '../../src/calendar/month.rules.ts'
import {
  type AskedChange,
  type ChangeFacts,
  changeKinds,
  effectsOf,
  type Holder,
  movesOffered,
  type UnitFact,
} from '../../src/units/unit-change.rules.ts'
import { readChangeForm, readMonth, understand } from '../../src/units/unit-change-form.rules.ts'
import {
  type Effect,
  inverseOf,
  settled,
  type UnitRowMade,
  unitsMade,
  unitsTouched,
} from '../../src/units/unit-effect.rules.ts'
import { previewOf } from '../../src/units/unit-preview.rules.ts'
import { refusalsOf } from '../../src/units/unit-refusal.rules.ts'

const OFFICE = 1
const OTHER_OFFICE = 2
const FOUNDED = asMonth('2025-07')
const DECEMBER = asMonth('2026-12')

const nameOf = (id: number) => `Xã ${id}`

const fact = (id: number, more: Partial<UnitFact> = {}): UnitFact => ({
  id,
  kind: 'commune',
  code: String(20_000 + id),
  type: 'Xã',
  name: String(id),
  fullName: nameOf(id),
  validFrom: FOUNDED,
  validUntil: null,
  parent: { id: OFFICE, validFrom: FOUNDED },
  mine: true,
  changes: null,
  sent: null,
  unsent: [],
  children: [],
  communes: [nameOf(id)],
  people: [],
  kept: { targets: 0, extensions: 0, requests: 0 },
  ...more,
})

const newUnit = (code: string, name: string) => ({
  code,
  type: 'Xã',
  name,
  fullName: `Xã ${name}`,
  search: `xa ${name}`,
})

const asking = (more: Partial<AskedChange>): AskedChange => ({
  kind: 'merge',
  officeId: OFFICE,
  month: DECEMBER,
  document: 'Nghị quyết số 12/NQ-HĐND',
  units: [],
  goesOn: null,
  into: [],
  made: [],
  name: null,
  to: null,
  ...more,
})

function factsOf(units: UnitFact[], more: Partial<ChangeFacts> = {}): ChangeFacts {
  const office = { mine: true, lives: true, validUntil: null, above: [] }
  return {
    office: { ...office, id: OFFICE, fullName: 'Sở A', communes: units.map(it => it.fullName) },
    target: { ...office, id: OTHER_OFFICE, fullName: 'Sở B', communes: [] },
    units,
    codes: units.map(({ id, code, fullName }) => ({ id, code, fullName })),
    successions: [],
    ...more,
  }
}

const keysOf = (asked: AskedChange, facts: ChangeFacts) => refusalsOf(asked, facts).map(it => it.key)

/** The tables as a database would hold them, by key; an effect that does not fit what is there is a mistake. */
type State = ReadonlyMap<string, string>

const keyOf = (row: UnitRowMade): string => {
  switch (row.table) {
    case 'unit':
      return `unit ${row.id} ${row.validFrom}`
    case 'unit_name':
      return `unit_name ${row.unitId} ${row.validFrom}`
    case 'unit_parent':
      return `unit_parent ${row.unitId} ${row.validFrom}`
    case 'succession':
      return `succession ${row.predecessorId} ${row.successorId}`
    case 'role':
      return `role ${row.personId} ${row.unitId} ${row.role}`
  }
}

function written(state: State, effects: readonly Effect[]): State {
  const rows = new Map(state)
  for (const effect of effects) {
    if (effect.do === 'end') {
      const { table, unitId, validFrom, before, after } = effect.ending
      const key = `${table} ${unitId} ${validFrom}`
      const row = JSON.parse(rows.get(key) ?? 'null')
      expect({ key, until: row?.validUntil }).toEqual({ key, until: before })
      rows.set(key, JSON.stringify({ ...row, validUntil: after }))
      continue
    }
    const key = keyOf(effect.row)
    expect({ key, there: rows.has(key) }).toEqual({ key, there: effect.do === 'drop' })
    if (effect.do === 'add') rows.set(key, JSON.stringify(effect.row))
    else rows.delete(key)
  }
  return rows
}

const stateOf = (units: readonly UnitFact[]): State =>
  new Map(
    units.flatMap(({ id, kind, code, validFrom, validUntil, parent }) => [
      [`unit ${id} ${validFrom}`, JSON.stringify({ table: 'unit', id, kind, code, validFrom, validUntil })],
      ...(parent
        ? [
            [
              `unit_parent ${id} ${parent.validFrom}`,
              JSON.stringify({
                table: 'unit_parent',
                unitId: id,
                parentId: parent.id,
                validFrom: parent.validFrom,
                validUntil,
              }),
            ] as [string, string],
          ]
        : []),
    ]),
  )

/** Who is expected to report to an office in a month. */
const expectedAt = (state: State, office: number, month: Month): number =>
  [...state.values()]
    .map(it => JSON.parse(it))
    .filter(
      it =>
        it.table === 'unit_parent' &&
        it.parentId === office &&
        it.validFrom <= month &&
        (it.validUntil === null || it.validUntil > month),
    ).length

const forGood = { since: '2026-01-01T00:00:00+00:00', until: null, covers: null, over: false }
const people: Holder[] = [
  { personId: 1, name: 'Y Lan', role: 'reporter', ...forGood },
  { personId: 2, name: 'A Thuận', role: 'leader', ...forGood },
]

const month = fc.integer({ min: 0, max: 8 }).map(n => addMonths(asMonth('2026-08'), n))
const anyUnit = (id: number) =>
  fc.record({
    validFrom: fc.constantFrom(FOUNDED, asMonth('2026-10')),
    sentUntil: fc.option(month, { nil: null }),
    changes: fc.option(month, { nil: null, freq: 6 }),
    mine: fc.boolean().map(it => it || id % 4 > 0),
    people: fc.subarray(people),
  })
/** Whoever is there in the month asked about is expected by the office. */
const inMonth = (facts: ChangeFacts, { month }: AskedChange): ChangeFacts => ({
  ...facts,
  office: {
    ...facts.office,
    communes: facts.units.filter(it => it.validFrom <= month).map(it => it.fullName),
  },
})
const anyFacts = fc.tuple(...[11, 12, 13, 14, 15].map(anyUnit)).map(list =>
  factsOf(
    list.map(({ validFrom, sentUntil, ...it }, index) =>
      fact(11 + index, {
        ...it,
        validFrom,
        parent: { id: OFFICE, validFrom },
        sent: sentUntil && { from: FOUNDED, until: sentUntil, months: 3 },
      }),
    ),
  ),
)
const someId = fc.integer({ min: 11, max: 15 })
const anyAsked = fc
  .record({
    kind: fc.constantFrom(...changeKinds),
    month,
    units: fc.uniqueArray(someId, { minLength: 1, maxLength: 3 }),
    goesOn: fc.option(someId, { nil: null }),
    into: fc.uniqueArray(someId, { maxLength: 2 }),
    made: fc.subarray([newUnit('29001', 'M'), newUnit('29002', 'N'), newUnit('20011', 'K')]),
  })
  .map(({ kind, units, goesOn, into, made, ...it }) => {
    const one = kind === 'merge' ? units : units.slice(0, 1)
    return asking({
      ...it,
      kind,
      units: kind === 'found' ? [] : one,
      goesOn: kind === 'merge' ? goesOn : null,
      into: kind === 'split' ? into : [],
      made:
        kind === 'merge' && goesOn === null
          ? made.slice(0, 1)
          : kind === 'split' || kind === 'found'
            ? made
            : [],
      name: kind === 'rename' ? newUnit('', 'Q') : null,
      to: kind === 'move' ? OTHER_OFFICE : null,
    })
  })

describe('a change of units', () => {
  it('undone leaves everything as it was, whatever it was', () => {
    let carriedOut = 0
    fc.assert(
      fc.property(anyAsked, anyFacts, (asked, facts) => {
        if (refusalsOf(asked, facts).length > 0) return
        carriedOut += 1
        const before = stateOf(facts.units)
        const effects = settled(effectsOf(asked, facts, movesOffered(asked, facts)), [101, 102, 103])
        const after = written(before, effects)
        expect(written(after, inverseOf(effects))).toEqual(before)
        expect(inverseOf(inverseOf(effects))).toEqual(effects)
      }),
      { numRuns: 2_000 },
    )
    expect(carriedOut).toBeGreaterThan(100)
  })

  it('changes nobody’s place before its month, and from it on as the preview says', () => {
    fc.assert(
      fc.property(anyAsked, anyFacts, (asked, known) => {
        const facts = inMonth(known, asked)
        if (refusalsOf(asked, facts).length > 0) return
        const before = stateOf(facts.units)
        const after = written(before, settled(effectsOf(asked, facts, []), [101, 102, 103]))
        const last = addMonths(asked.month, -1)
        for (const office of [OFFICE, OTHER_OFFICE])
          expect(expectedAt(after, office, last)).toBe(expectedAt(before, office, last))
        const [first] = previewOf({ asked, facts }, { ticked: null, now: asked.month, lang: 'vi' }).expected
        const said = / (\d+) đơn vị/.exec(first?.text ?? '')?.[1]
        expect(Number(said)).toBe(expectedAt(after, OFFICE, asked.month))
      }),
      { numRuns: 2_000 },
    )
  })

  it('never touches a unit that has reported its month or a later one', () => {
    fc.assert(
      fc.property(anyAsked, anyFacts, (asked, facts) => {
        const named = facts.units.filter(it => [...asked.units, ...asked.into].includes(it.id))
        if (named.some(it => it.sent && it.sent.until >= asked.month))
          expect(refusalsOf(asked, facts)).not.toEqual([])
      }),
    )
  })
})

describe('a merger', () => {
  const units = [fact(11, { people }), fact(12, { people: people.slice(0, 1) })]

  it('gives each person a role once, and names the units it touches', () => {
    const asked = asking({ units: [11, 12], made: [newUnit('29001', 'M')] })
    const moves = movesOffered(asked, factsOf(units))
    expect(moves.map(it => [it.personId, it.from, it.to])).toEqual([
      [1, 11, -1],
      [2, 11, -1],
    ])
    const effects = settled(effectsOf(asked, factsOf(units), moves), [77])
    expect(unitsMade(effects)).toEqual([77])
    expect(unitsTouched(effects).sort()).toEqual([11, 12, 77])
  })

  it('passes a role on for its own term, the longer of two, and none whose term is over', () => {
    const [lan] = people
    if (!lan) throw new Error('Nobody')
    const until = (day: string) => `${day}T00:00:00+00:00`
    const short = { ...lan, since: until('2026-12-01'), until: until('2026-12-15'), covers: 2 }
    const long = { ...lan, since: until('2026-12-10'), until: until('2026-12-31'), covers: 3 }
    const facts = factsOf([
      fact(11, { people: [short, { ...lan, role: 'leader', over: true }] }),
      fact(12, { people: [long] }),
    ])
    const asked = asking({ units: [11, 12], made: [newUnit('29001', 'M')] })
    const moves = movesOffered(asked, facts)
    const term = { since: until('2026-12-01'), until: until('2026-12-31'), covers: 3 }
    expect(effectsOf(asked, facts, moves).filter(it => it.do === 'add' && it.row.table === 'role')).toEqual([
      { do: 'add', row: { table: 'role', personId: 1, unitId: -1, role: 'reporter', ...term } },
    ])
  })

  it('may give its successor the code and the name of a commune that ends with it', () => {
    const asked = asking({ units: [11, 12], made: [newUnit('20011', '12')] })
    expect(keysOf(asked, factsOf(units))).toEqual([])
    expect(keysOf(asking({ ...asked, units: [12, 13] }), factsOf([...units, fact(13)]))).toEqual([
      'change.no.code',
    ])
  })

  it('of offices takes along what stood under them, into one of them', () => {
    const office = (id: number) =>
      fact(id, { kind: 'office', children: [{ id: id + 100, validFrom: FOUNDED, changes: null }] })
    const facts = factsOf([office(21), office(22)])
    expect(keysOf(asking({ units: [21, 22], made: [] }), facts)).toEqual(['change.no.officeGoesOn'])
    const effects = effectsOf(asking({ units: [21, 22], goesOn: 22 }), facts, [])
    expect(effects).toContainEqual({
      do: 'add',
      row: { table: 'unit_parent', unitId: 121, parentId: 22, validFrom: DECEMBER, validUntil: null },
    })
  })
})

describe('what is refused', () => {
  const [a, b, c] = [fact(11), fact(12), fact(13)]
  const gone = { ...factsOf([]).office, validUntil: asMonth('2027-03') }
  const ending = factsOf([a], { office: gone, target: { ...gone, id: OTHER_OFFICE } })
  const cases: [string, AskedChange, ChangeFacts, string][] = [
    [
      'a merger of one',
      asking({ units: [11], made: [newUnit('29001', 'M')] }),
      factsOf([a]),
      'change.no.mergeOne',
    ],
    [
      'a commune and an office together',
      asking({ units: [11, 12], goesOn: 12 }),
      factsOf([a, fact(12, { kind: 'office' })]),
      'change.no.mixed',
    ],
    [
      'a unit that becomes itself',
      asking({ kind: 'split', units: [11], into: [11, 12] }),
      factsOf([a, b]),
      'change.no.itself',
    ],
    [
      'a circle over others',
      asking({ kind: 'split', units: [11], into: [12, 13] }),
      factsOf([a, b, c], {
        successions: [
          { from: 12, to: 99 },
          { from: 99, to: 11 },
        ],
      }),
      'change.no.circle',
    ],
    [
      'a unit that has ended',
      asking({ kind: 'close', units: [11] }),
      factsOf([fact(11, { validUntil: asMonth('2026-11') })]),
      'change.no.ended',
    ],
    [
      'a unit that is not there yet',
      asking({ kind: 'close', units: [11] }),
      factsOf([fact(11, { validFrom: DECEMBER })]),
      'change.no.notYet',
    ],
    [
      'a unit with a later change on record',
      asking({ kind: 'close', units: [11] }),
      factsOf([fact(11, { changes: asMonth('2027-02') })]),
      'change.no.later',
    ],
    [
      'the part of a commune that goes to another’s',
      asking({ kind: 'split', units: [11], into: [12, 13] }),
      factsOf([a, b, fact(13, { mine: false })]),
      'change.no.notMine',
    ],
    [
      'closing an office that has units',
      asking({ kind: 'close', units: [21] }),
      factsOf([fact(21, { kind: 'office', children: [{ id: 11, validFrom: FOUNDED, changes: null }] })]),
      'change.no.notEmpty',
    ],
    [
      'an office under itself',
      asking({ kind: 'move', units: [21], to: 2 }),
      factsOf([fact(21, { kind: 'office' })], {
        target: {
          ...factsOf([]).office,
          id: 2,
          fullName: 'Phòng',
          above: [21, OFFICE],
        },
      }),
      'change.no.belowItself',
    ],
    [
      'a new commune under an office that is to end',
      asking({ kind: 'found', made: [newUnit('29001', 'M')] }),
      ending,
      'change.no.officeEnds',
    ],
    [
      'a move to an office that is to end',
      asking({ kind: 'move', units: [11], to: OTHER_OFFICE }),
      ending,
      'change.no.officeEnds',
    ],
    [
      'an office that goes on and is to end',
      asking({ units: [21, 22], goesOn: 22 }),
      factsOf([fact(21, { kind: 'office' }), fact(22, { kind: 'office', validUntil: asMonth('2027-03') })]),
      'change.no.officeEnds',
    ],
    [
      'a commune into one that it gave a part to before',
      asking({ units: [11, 12], goesOn: 12 }),
      factsOf([a, b], { successions: [{ from: 11, to: 12 }] }),
      'change.no.again',
    ],
    [
      'the name it has',
      asking({ kind: 'rename', units: [11], name: newUnit('', '11') }),
      factsOf([a]),
      'change.no.sameName',
    ],
  ]
  it.each(cases)('%s', (_, asked, facts, key) => {
    expect(keysOf(asked, facts)).toContain(key)
  })
})

describe('the form', () => {
  const reading = {
    lang: 'vi' as const,
    kind: 'found' as const,
    officeId: OFFICE,
    now: asMonth('2026-11'),
    officeType: '',
  }
  const typed = { month: '01/2027', document: 'NQ', 'code-1': '29001', 'type-1': 'xa', 'name-1': 'Đăk Mới' }

  it('reads a month as people write it', () => {
    expect(['1/2027', '01 / 2027', '2027-01', '13/2026', '2026', ''].map(readMonth)).toEqual([
      '2027-01',
      '2027-01',
      '2027-01',
      null,
      null,
      null,
    ])
  })

  it('keeps names composed, without the type typed once more', () => {
    const form = readChangeForm('found', { ...typed, 'name-1': ' xã  Đăk Mới '.normalize('NFD') })
    const { asked } = understand(form, reading)
    expect(asked?.made).toEqual([
      { code: '29001', type: 'Xã', name: 'Đăk Mới', fullName: 'Xã Đăk Mới', search: 'xa dak moi' },
    ])
  })

  it('understands no form that lacks month, document, code or name', () => {
    for (const field of Object.keys(typed).filter(it => it !== 'type-1')) {
      const form = readChangeForm('found', { ...typed, [field]: '' })
      expect({ field, errors: understand(form, reading).errors }).toEqual({
        field,
        errors: [expect.objectContaining({ field })],
      })
    }
  })
})
