import { readFileSync } from 'node:fs'
import { asMonth, type Month } from '../../src/calendar/month.rules.ts'
import { parseEdition } from '../../src/reports/edition.rules.ts'
import {
  buildHistory,
  punctuality,
  type Relative,
  type ReportedMonth,
} from '../../src/reports/unit-history.rules.ts'
import { viewMonth } from '../../src/reports/unit-history-view.rules.ts'

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
  divided,
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
    expect(inJune).toMatchObject({ neither: 4, unknown: 1, over: 1 })
    const context = { lang: 'vi' as const, unitId: 1, extensions: new Map(), running: august, mayAct: true }
    expect(inJune && viewMonth(inJune, context)).toMatchObject({
      note: 'Tổng của 1/2 đơn vị trước sắp xếp.',
      state: null,
      extend: null,
    })
  })

  it('does not add a predecessor that was divided among several units', () => {
    const [, , inJune] = history(
      [predecessor(2, 'Xã A'), predecessor(3, 'Xã B', true)],
      [report(2, june, 4), report(3, june, 5)],
    )
    expect(inJune).toMatchObject({ neither: 4, over: 1 })
  })

  it('is not blamed for months its predecessors missed', () => {
    const months = history(relatives, [report(1, july, 8, { onTime: false })])
    expect(punctuality(months, 1, august)).toEqual({ expected: 1, reported: 1, onTime: 0 })
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
