import fc from 'fast-check'
import { checkReport, type Finding } from '../../src/reports/check.rules.ts'
import { carryFigures, freshFigures, nilFigures } from '../../src/reports/fill.rules.ts'
import { type Figures, headlineOf } from '../../src/reports/form.rules.ts'
import {
  ALL_ON,
  boxes,
  COHORTS,
  codesOf,
  cohort,
  firstEdition,
  NONE_ON,
  soundFigures,
} from '../support/sound-report.ts'

const check = (figures: Figures, previous: Figures | null, fields = boxes(ALL_ON)): Finding[] =>
  checkReport({ edition: firstEdition, fields, figures, texts: {}, previous, earlier: [] })

const errorsIn = (findings: readonly Finding[]) => findings.filter(it => it.severity === 'error')

describe('a new form', () => {
  test('is empty but for the boxes whose usual answer is none', () => {
    const fresh = freshFigures(boxes())
    expect(fresh['neither@2026']).toBeNull()
    expect(fresh).toMatchObject({
      sit_idle: null,
      sit_other: 0,
      sit_unknown: 0,
      wish_gdtx: 0,
      flow_new: 0,
      flow_adjust: 0,
    })
    expect(Object.values(fresh).filter(it => it === null)).toHaveLength(31)
  })
})

describe('last month’s figures', () => {
  test('are taken without its movements', () => {
    const carried = carryFigures(boxes(ALL_ON), { ...soundFigures, flow_new: 3, flow_adjust: -1 })
    expect(carried).toEqual(soundFigures)
    expect(check(carried, soundFigures)).toEqual([])
  })

  test('leave empty what the office has asked for only since', () => {
    const carried = carryFigures(boxes(ALL_ON), withoutPoor(soundFigures))
    expect(carried['poor@2026']).toBeNull()
    expect(errorsIn(check(carried, null)).map(it => it.code)).toEqual(['H2', 'H2', 'H2'])
  })

  test('leave a cohort opened since empty, and with it what is counted over all cohorts', () => {
    const carried = carryFigures(boxes(NONE_ON, [2027, 2026, 2025]), soundFigures)
    expect(carried).toMatchObject({
      'neither@2027': null,
      'neither@2026': 10,
      sit_idle: null,
      wish_gdtx: null,
      flow_out: 0,
    })
    expect(carried).not.toHaveProperty('neither@2024')
  })
})

describe('nobody to report', () => {
  test('is 0 in neither, its parts and the movements; graduates and where they study stay', () => {
    const nobody = {
      ...soundFigures,
      ...cohort(2026, { neither: 0, in_thpt: 70 }),
      ...cohort(2025, { neither: 0, in_thpt: 66 }),
      ...cohort(2024, { neither: 0, in_thpt: 60 }),
    }
    const nil = nilFigures(firstEdition, boxes(ALL_ON), nobody)
    expect(nil).toMatchObject({
      'graduates@2026': 100,
      'in_thpt@2026': 70,
      'neither@2026': 0,
      'unknown@2026': 5,
      'female@2026': 0,
    })
    expect(nil).toMatchObject({ sit_local_work: 0, rsn_poverty: 0, wish_vocational: 0, flow_new: 0 })
    expect(check(nil, nobody)).toEqual([])
  })

  test('after a month with somebody puts them under unknown, and the movements have to say where they went', () => {
    const nil = nilFigures(firstEdition, boxes(ALL_ON), soundFigures)
    expect(nil).toMatchObject({
      'graduates@2026': 100,
      'neither@2026': 0,
      'unknown@2026': 15,
      'unknown@2025': 8,
    })
    expect(headlineOf(firstEdition, nil, COHORTS)).toEqual({ neither: 0, unknown: 28 })
    expect(errorsIn(check(nil, soundFigures))).toEqual([])
    expect(codesOf(check(nil, soundFigures))).toContain('W1')
  })

  test('does not mean that nobody graduated: what was never reported stays to be filled', () => {
    const nil = nilFigures(firstEdition, boxes(), null)
    expect(nil).toMatchObject({
      'graduates@2026': null,
      'in_voc@2025': null,
      'unknown@2024': null,
      'neither@2026': 0,
      sit_idle: 0,
    })
    expect(new Set(codesOf(check(nil, null, boxes())))).toEqual(new Set(['H2']))
  })
})

describe('whatever a commune reports', () => {
  const upTo = (most: number) => fc.integer({ min: 0, max: most })

  /** A number of parts that add up to a whole. */
  const split = (whole: number, parts: number) =>
    fc.array(upTo(whole), { minLength: parts - 1, maxLength: parts - 1 }).map(cuts => {
      const edges = [0, ...cuts.sort((a, b) => a - b), whole]
      return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0))
    })

  /** One cohort, by putting each pupil into one of four groups of female and minority. */
  const cohortFigures = (year: number) =>
    fc
      .record({
        groups: fc.array(upTo(40), { minLength: 4, maxLength: 4 }),
        others: fc.array(upTo(300), { minLength: 4, maxLength: 4 }),
      })
      .chain(({ groups, others }) => {
        const [both = 0, female = 0, minority = 0, none = 0] = groups
        const [thpt = 0, gdtx = 0, voc = 0, unknown = 0] = others
        const neither = both + female + minority + none
        return fc.record({ poor: upTo(neither), disabled: upTo(neither) }).map(({ poor, disabled }) =>
          cohort(year, {
            ...{
              graduates: thpt + gdtx + voc + unknown + neither,
              in_thpt: thpt,
              in_gdtx: gdtx,
              in_voc: voc,
              neither,
              unknown,
            },
            ...{ female: both + female, minority: both + minority, minority_female: both, poor, disabled },
          }),
        )
      })

  const codes = (section: string) =>
    firstEdition.sections.find(it => it.code === section)?.indicators.map(it => it.code) ?? []
  const named = (names: readonly string[], values: readonly number[]): Figures =>
    Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0]))

  const sound: fc.Arbitrary<Figures> = fc.tuple(...COHORTS.map(cohortFigures)).chain(cohorts => {
    const figures: Figures = Object.assign({}, ...cohorts)
    const { neither } = headlineOf(firstEdition, figures, COHORTS)
    const whole = neither ?? 0
    return fc
      .record({
        situation: split(whole, 6),
        reasons: split(whole, 8),
        wishes: fc.array(upTo(whole), { minLength: 2, maxLength: 2 }),
        flows: fc.array(upTo(20), { minLength: 6, maxLength: 6 }),
      })
      .map(shared => ({
        ...figures,
        ...named(codes('situation'), shared.situation),
        ...named(codes('reasons'), shared.reasons),
        ...named(codes('wishes'), shared.wishes),
        ...named(codes('flows'), shared.flows),
      }))
  })

  test('pupils counted one by one never give an error', () => {
    fc.assert(fc.property(sound, figures => expect(errorsIn(check(figures, null))).toEqual([])))
  })

  test('after any such month, last month’s figures and nobody to report never give an error', () => {
    fc.assert(
      fc.property(sound, previous => {
        expect(errorsIn(check(carryFigures(boxes(ALL_ON), previous), previous))).toEqual([])
        expect(errorsIn(check(nilFigures(firstEdition, boxes(ALL_ON), previous), previous))).toEqual([])
      }),
    )
  })

  test('one pupil more in one box of a sum always gives an error', () => {
    const inSums = [
      'in_thpt@2026',
      'unknown@2025',
      'graduates@2024',
      'neither@2025',
      'sit_idle',
      'rsn_married',
    ]
    fc.assert(
      fc.property(sound, fc.constantFrom(...inSums), (figures, name) => {
        const more = { ...figures, [name]: (figures[name] ?? 0) + 1 }
        expect(errorsIn(check(more, null))).not.toEqual([])
      }),
    )
  })
})

function withoutPoor(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !name.startsWith('poor@')))
}
