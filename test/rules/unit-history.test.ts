import { readFileSync } from 'node:fs'
import { asMonth, type Month } from '../../src/calendar/month.rules.ts'
import { parseEdition } from '../../src/reports/edition.rules.ts'
import {
  buildHistory,
  punctuality,
  type Relative,
  type ReportedMonth,
  seriesFigure,
} from '../../src/reports/unit-history.rules.ts'
import {
  originsView,
  relativesView,
  viewMonth,
  viewMonths,
} from '../../src/reports/unit-history-view.rules.ts'

const edition = parseEdition(JSON.parse(readFileSync('data/form-editions/2023-10.json', 'utf8')))
const merged = asMonth('2025-07')
const [may, june, july, august] = ['2025-05', '2025-06', '2025-07', '2025-08'].map(asMonth) as [
  Month,
  Month,
  Month,
  Month,
]
const unit = { id: 1, name: 'Xã Đăk Rve', validFrom: merged, validUntil: null }

const predecessor = (id: number, name: string, divided = false): Relative => ({
  id,
  side: 'before',
  name,
  validFrom: asMonth('2025-05'),
  effectiveMonth: merged,
  since: merged,
  part: divided,
  divided,
  via: null,
  into: divided ? ['Xã Đăk Rve', 'Xã Khác'] : [],
})

const report = (
  unitId: number,
  month: Month,
  neither: number,
  more: Partial<ReportedMonth> = {},
): ReportedMonth => ({
  unitId,
  month,
  state: 'accepted',
  onTime: true,
  returnReason: null,
  number: 1,
  firstAt: new Date('2025-06-24T08:00:00+07:00'),
  figures: { 'neither@2024': neither, 'unknown@2024': 1 },
  nil: false,
  versions: [],
  ...more,
})

const context = { lang: 'vi' as const, unitId: 1, extensions: new Map(), running: august, mayAct: true }

const history = (relatives: Relative[], reports: ReportedMonth[], last = august) =>
  buildHistory({ unit, relatives, reports, edition, last })

describe("a merger's successor", () => {
  const relatives = [predecessor(2, 'Thị trấn Đăk Rve'), predecessor(3, 'Xã Đăk Pne')]

  it('shows months before the merger under the names of its predecessors, with their sum', () => {
    const months = history(relatives, [report(2, june, 4), report(3, june, 5), report(1, july, 8)])
    expect(months.map(it => [it.month, it.merged, it.neither])).toEqual([
      [august, false, null],
      [july, false, 8],
      [june, true, 9],
      [may, true, null],
    ])
    expect(months[2]?.parts.map(it => [it.name, it.neither])).toEqual([
      ['Thị trấn Đăk Rve', 4],
      ['Xã Đăk Pne', 5],
    ])
  })

  it('sums only the predecessors that reported, and says over how many', () => {
    const [, , inJune] = history(relatives, [report(2, june, 4)])
    expect(inJune).toMatchObject({ neither: 4, unknown: 1, over: 1, incomplete: true })
    expect(inJune && viewMonth(inJune, context)).toMatchObject({
      note: 'Tổng của 1/2 đơn vị trước; Xã Đăk Pne không gửi, không tính là 0.',
      incomplete: true,
      state: null,
      extend: null,
    })
  })

  it('does not add a predecessor that was divided among several units', () => {
    const [, , inJune] = history(
      [predecessor(2, 'Xã A'), predecessor(3, 'Xã B', true)],
      [report(2, june, 4), report(3, june, 5)],
    )
    expect(inJune).toMatchObject({ neither: 4, over: 1, incomplete: false })
    expect(inJune && viewMonth(inJune, context)).toMatchObject({
      note: 'Tổng của 1 đơn vị trước: Xã A.',
      parts: [{ name: 'Xã A', neither: '4' }],
      apart: [{ name: 'Xã B', neither: '5' }],
    })
    expect(originsView([predecessor(2, 'Xã A'), predecessor(3, 'Xã B', true)], 'vi')).toEqual([
      {
        text: 'Xã B đã chia về 2 đơn vị (Xã Đăk Rve, Xã Khác): số liệu cũ không tách được.',
        href: '/review/3/history',
      },
    ])
  })

  it('goes back by chains, counts whoever came by two ways once, and as divided if it was by either', () => {
    const earlier = { effectiveMonth: june, validFrom: may }
    const months = history(
      [
        predecessor(2, 'Xã A'),
        { ...predecessor(4, 'Xã D'), ...earlier, via: 'Xã A' },
        { ...predecessor(5, 'Xã E'), ...earlier, via: 'Xã A' },
        { ...predecessor(5, 'Xã E', true), ...earlier, via: 'Xã B', into: [] },
      ],
      [report(2, june, 4), report(2, may, 1), report(4, may, 2), report(5, may, 30)],
    )
    expect(months.map(it => [it.month, it.neither, it.parts.map(part => part.name)])).toEqual([
      [august, null, ['Xã Đăk Rve']],
      [july, null, ['Xã Đăk Rve']],
      [june, 4, ['Xã A']],
      [may, 3, ['Xã A', 'Xã D', 'Xã E']],
    ])
    expect(months[3] && viewMonth(months[3], context).apart.map(it => it.name)).toEqual(['Xã E'])
  })

  it('that only took a part of another keeps its own months, the other stands apart', () => {
    const months = history([predecessor(3, 'Xã B', true)], [report(3, june, 5)], july).slice(1)
    expect(viewMonths(months, context).map(it => [it.title, it.note])).toEqual([
      ['06/2025', 'Không có tổng: các đơn vị trước đã chia về nhiều đơn vị.'],
      ['05/2025', 'Không có tổng: các đơn vị trước đã chia về nhiều đơn vị.'],
    ])
    const went = { ...unit, validFrom: may }
    const goesOn = buildHistory({
      unit: went,
      relatives: [predecessor(3, 'Xã B', true)],
      reports: [report(1, june, 2), report(3, june, 5)],
      edition,
      last: july,
    })
    expect(goesOn[1] && viewMonth(goesOn[1], context)).toMatchObject({
      state: 'accepted',
      neither: '2',
      note: null,
      parts: [],
      apart: [{ neither: '5' }],
    })
  })

  it('names whom it sums where that changes, and not again in every month', () => {
    const months = history(
      relatives,
      [2, 3].flatMap(id => [report(id, june, 4), report(id, may, 4)]),
    )
    expect(viewMonths(months, context).map(it => it.note)).toEqual([
      null,
      null,
      'Tổng của 2 đơn vị trước: Thị trấn Đăk Rve, Xã Đăk Pne.',
      'Tổng của 2 đơn vị trước.',
    ])
  })

  it('is not yet the sum where the merger is still to come', () => {
    const toCome = { ...predecessor(2, 'Xã A'), effectiveMonth: august, since: august }
    const [inJuly] = history([toCome], [report(1, july, 8), report(2, july, 5)], july)
    expect(inJuly).toMatchObject({ month: july, merged: false, neither: 8 })
  })

  it('says for each change on the way what was formed from what, the nearest first', () => {
    const chain = { ...predecessor(4, 'Xã D'), effectiveMonth: june, via: 'Xã A' }
    const after: Relative = { ...predecessor(9, 'Xã Mới'), side: 'after', effectiveMonth: august }
    expect(relativesView([after, chain, predecessor(2, 'Xã A')], 'vi').map(it => it.text)).toEqual([
      'Từ tháng 07/2025, hình thành từ:',
      'Từ tháng 06/2025, Xã A hình thành từ:',
      'Từ tháng 08/2025, sắp xếp vào:',
    ])
  })

  it('is not blamed for months its predecessors missed', () => {
    const months = history(relatives, [report(1, july, 8, { onTime: false })])
    expect(punctuality(months, 1, august)).toEqual({ expected: 1, reported: 1, onTime: 0 })
  })
})

describe('a series across form editions', () => {
  it('is joined by the code, by cohort or not; what an edition lacks is no figure, and never 0', () => {
    expect(seriesFigure('unknown', { 'unknown@2024': 3, 'unknown@2023': 2, 'neither@2025': 9 })).toBe(5)
    expect(seriesFigure('unknown', { unknown: 7, 'neither@2024': 1 })).toBe(7)
    expect(seriesFigure('unknown', { 'unknown@2024': 3, 'unknown@2023': null })).toBeNull()
    expect(seriesFigure('unknown', { 'neither@2024': 1, unknown_reason: 4 })).toBeNull()
    const [lacking] = history([], [report(1, july, 0, { figures: { 'neither@2024': 8 } })], july)
    expect(lacking && viewMonth(lacking, context)).toMatchObject({ neither: '8', unknown: '–' })
  })
})

describe('a unit that has ended', () => {
  it('shows its own months and none after its end', () => {
    const ended = { id: 2, name: 'Xã A', validFrom: may, validUntil: july }
    const after: Relative = { ...predecessor(1, 'Xã Mới'), side: 'after' }
    const months = buildHistory({ unit: ended, relatives: [after], reports: [], edition, last: august })
    expect(months.map(it => it.month)).toEqual([june, may])
  })
})
