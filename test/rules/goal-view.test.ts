import { toCsv } from '../../src/consolidation/data-csv.rules.ts'
import { goalView } from '../../src/consolidation/goal-view.rules.ts'
import { openDataOf } from '../../src/consolidation/open-data.rules.ts'
import { readPaperChoice } from '../../src/consolidation/paper-choice.rules.ts'
import { percentIn } from '../../src/targets/target-grid.rules.ts'
import { communesOf, figuresFor, OFFICE, tableOf, versionOf } from '../support/consolidation.ts'

const units = communesOf('51').slice(0, 3)
const [first, second] = units
const figures = { ...figuresFor(1), 'in_thpt@2026': 0 }
const versions = [versionOf(first?.id ?? 0), versionOf(second?.id ?? 0, { figures })]
const target = { unitId: OFFICE, measure: 'upper', percent: 80, source: 'Kế hoạch' }

describe('shares beside targets', () => {
  test('say in words who is on target, by how much, and nothing of a commune that has not reported', () => {
    const view = goalView(tableOf({ units, versions, targets: [target] }), 'vi')
    expect(view.noGoals).toBe(false)
    const rows = units.map(unit => view.rows.find(it => it.name === unit.fullName))
    const upper = rows.map(it => it?.cells[0])
    expect(upper.map(it => it?.verdict)).toEqual(['Đạt', 'Chưa đạt', 'Chưa có số liệu'])
    expect(upper[1]?.difference).toMatch(/^thấp hơn [\d,]+ điểm$/)
    expect([upper[2]?.share, rows[2]?.note]).toEqual(['–', 'Chưa báo cáo'])
  })

  test('stand alone where no target is set', () => {
    const view = goalView(tableOf({ units, versions }), 'vi')
    expect(view.noGoals).toBe(true)
    expect(view.total.cells[0]).toMatchObject({ goal: '', verdict: '', mark: null })
  })
})

describe('beside the targets', () => {
  const standard = { percent: 95, difficultPercent: 50, source: 'Điều 16', difficult: [first?.id ?? 0] }
  const reported = figuresFor(first?.id ?? 0)['graduates@2026'] ?? 0
  const viewWith = (graduates: number) => {
    const schools = { tolerance: 5, counts: [{ unitId: first?.id ?? 0, cohort: 2026, graduates }] }
    return goalView(tableOf({ units, versions, standard, schools }), 'vi')
  }

  test('stands the distance to universalisation, by commune; a sum says how many reach it', () => {
    const { rows, total, measures, standard: text } = viewWith(reported)
    const last = (it: (typeof rows)[number] | undefined) => it?.cells[measures.length - 1]
    expect(units.map(unit => last(rows.find(it => it.name === unit.fullName))?.verdict)).toEqual([
      'Đạt',
      'Chưa đạt',
      'Chưa có số liệu',
    ])
    expect(last(total)).toMatchObject({ goal: '', difference: '1 xã đạt', mark: null })
    expect(text).toContain('ước tính')
  })

  test('it is remarked upon when a commune’s graduates are not those of its schools', () => {
    const noteWith = (graduates: number) =>
      viewWith(graduates).rows.find(it => it.name === first?.fullName)?.note ?? ''
    expect(noteWith(reported)).not.toContain('trường báo cáo')
    expect(noteWith(Math.round(reported * 1.04))).not.toContain('trường báo cáo')
    expect(noteWith(reported * 2)).toContain(`xã báo cáo ${reported}, trường báo cáo ${reported * 2}`)
    const shares = (graduates: number) => viewWith(graduates).rows.map(it => it.cells.map(cell => cell.share))
    expect(shares(reported * 2)).toEqual(shares(reported))
  })
})

describe('a target typed', () => {
  test.each([
    ['70', 70],
    ['70,25 %', 70.25],
    ['0', 0],
    ['100', 100],
    ['100,01', null],
    ['-1', null],
    ['bảy mươi', null],
    ['70,123', null],
  ])('"%s" is %p per cent', (text, percent) => expect(percentIn(text)).toBe(percent))
})

describe('a CSV cell', () => {
  const csvOf = (name: string) => {
    const named = units.map(it => ({ ...it, fullName: name }))
    const data = openDataOf(tableOf({ units: named, versions }), { codes: new Map(), forPublication: false })
    return toCsv(data, ',')
  }
  test('that would be a formula is made text', () =>
    expect(csvOf('=HYPERLINK("http://x")')).toContain(`,"'=HYPERLINK(""http://x"")",`))
  test('with the separator or a quote is quoted', () =>
    expect(csvOf('Xã A, "B"')).toContain(',"Xã A, ""B""",'))
  test('with a negative figure stays a number', () => expect(csvOf('Xã A')).toMatch(/,-\d/))
})

describe('what is said of a paper at its download', () => {
  const typed = {
    choice: 'on',
    signerTitle: ' PHÓ  GIÁM ĐỐC',
    annex: 'on',
    annexNumber: 'II',
    reportDay: '2026-11-26',
  }
  test('stands in for the settings, with the annex it is', () =>
    expect(readPaperChoice(typed, 'vi')).toEqual({
      choice: {
        authority: '',
        signerTitle: 'PHÓ  GIÁM ĐỐC',
        signerName: '',
        documentNumber: '',
        maskSmallCells: false,
        annex: { number: 'II', reportNumber: '', reportDay: '2026-11-26' },
      },
    }))
  test('is nothing when the box was not on the page', () =>
    expect(readPaperChoice({ signerName: 'x' }, 'vi')).toEqual({ choice: {} }))
  test('with a day that is none is refused', () =>
    expect(readPaperChoice({ ...typed, reportDay: '2026-02-30' }, 'vi')).toMatchObject({
      errors: [{ field: 'reportDay' }],
    }))
})
