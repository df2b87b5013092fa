import { asMonth } from '../../src/calendar/month.rules.ts'
import {
  type BoardInput,
  type BoardReport,
  type BoardUnit,
  buildBoard,
  changeOf,
  filters,
  groupByOffice,
  sumUp,
} from '../../src/reports/board.rules.ts'
import { chaseOf, leadOf, missingIn } from '../../src/reports/board-chase.rules.ts'
import { findRows, sortRows } from '../../src/reports/board-list.rules.ts'
import { pickRows } from '../../src/reports/board-page.rules.ts'
import { boardHref, nextSort, readBoardQuery, sortOf } from '../../src/reports/board-query.rules.ts'
import { headlineTiles, progressOf } from '../../src/reports/board-summary.rules.ts'
import { fold } from '../../src/words/vietnamese.ts'

const DUE = new Date('2026-11-25T17:00:00+07:00')
const MORNING = new Date('2026-11-24T08:00:00+07:00')
const LATER = new Date('2026-11-27T08:00:00+07:00')
const COLUMNS = [
  { code: 'neither', head: { vi: 'Không đi học', en: 'Neither' }, boxes: [] },
  { code: 'unknown', head: { vi: 'Chưa xác định', en: 'Unknown' }, boxes: [] },
]

const commune = (id: number, name: string, parentId = 1): BoardUnit => ({
  id,
  type: 'Xã',
  name,
  fullName: `Xã ${name}`,
  search: fold(`Xã ${name}`),
  parentId,
})

const sent = (unitId: number, values: (number | null)[], more: Partial<BoardReport> = {}): BoardReport => ({
  unitId,
  state: 'submitted',
  onTime: true,
  firstAt: null,
  returnReason: null,
  values,
  version: {
    number: 1,
    submittedAt: new Date(MORNING.getTime() + unitId * 1000),
    submittedBy: 'Y Lan',
    nil: false,
    warnings: [],
    explanations: {},
  },
  ...more,
})

const draft = (unitId: number): BoardReport =>
  sent(unitId, [], { state: 'draft', onTime: null, version: null })

const four = [commune(11, 'Đăk Rve'), commune(12, 'Dục Nông'), commune(13, 'An Phú'), commune(14, 'Ba Tơ')]

const board = (input: Partial<BoardInput>) =>
  buildBoard({
    units: four,
    reports: [],
    before: new Map(),
    extensions: new Map(),
    columns: 2,
    due: DUE,
    now: MORNING,
    ...input,
  })

describe('who has reported', () => {
  it('has a row for every commune expected, and none for a report of anybody else', () => {
    const { rows, counts } = board({ reports: [sent(11, [3, 0]), sent(99, [500, 0])] })
    expect(rows.map(it => it.unit.id)).toEqual([11, 12, 13, 14])
    expect(counts).toMatchObject({ expected: 4, reported: 1, missing: 3, onTime: 1, late: 0 })
  })

  it('counts a draft, and a report before its leader, as missing', () => {
    const { counts, rows } = board({ reports: [draft(11), { ...draft(12), state: 'awaiting' }] })
    expect(counts).toMatchObject({ reported: 0, missing: 4, draft: 1, awaiting: 1 })
    expect(missingIn(rows)).toHaveLength(4)
  })

  it('counts a returned report as reported, in the timing of its first sending', () => {
    const { counts } = board({ reports: [sent(11, [3, 0], { state: 'returned', onTime: false })] })
    expect(counts).toMatchObject({ reported: 1, missing: 3, late: 1, returned: 1 })
  })

  it('calls a missing commune overdue from the due instant on, and one with more time only after that', () => {
    const timings = (now: Date) =>
      board({ now, extensions: new Map([[12, LATER]]) }).rows.map(it => it.timing)
    expect(timings(DUE)).toEqual(['awaited', 'awaited', 'awaited', 'awaited'])
    expect(timings(new Date(DUE.getTime() + 1))).toEqual(['overdue', 'awaited', 'overdue', 'overdue'])
  })

  it('does not shorten the time by an extension that ends before the due date', () => {
    const { rows } = board({ extensions: new Map([[11, MORNING]]) })
    expect(rows[0]).toMatchObject({ timing: 'awaited', extension: null })
  })
})

describe('sums', () => {
  it('run over those who reported and never count a missing commune as 0', () => {
    const { totals } = board({ reports: [sent(11, [3, 1]), sent(12, [0, 2])] })
    expect(totals[0]).toEqual({ sum: 3, over: 2, change: null, same: 0 })
  })

  it('are unknown, and not 0, when nobody has reported', () => {
    expect(board({}).totals[0]).toEqual({ sum: null, over: 0, change: null, same: 0 })
  })

  it('leave out a commune whose box is empty, and say over how many they run', () => {
    const { totals } = board({ reports: [sent(11, [3, null]), sent(12, [4, 2])] })
    expect(totals).toEqual([
      { sum: 7, over: 2, change: null, same: 0 },
      { sum: 2, over: 1, change: null, same: 0 },
    ])
  })

  it('leave out what a draft holds', () => {
    expect(board({ reports: [{ ...draft(11), values: [9, 9] }] }).totals[0]?.sum).toBeNull()
  })

  it('compare the same communes in both months', () => {
    const { totals, rows } = board({
      reports: [sent(11, [10, 0]), sent(12, [20, 0])],
      before: new Map([
        [11, [7, 0]],
        [13, [100, 0]],
      ]),
    })
    expect(totals[0]).toEqual({ sum: 30, over: 2, change: 3, same: 1 })
    expect(rows.map(row => changeOf(row, 0))).toEqual([3, null, null, null])
  })

  it('say what they run over and against whom they are compared', () => {
    const { totals, counts } = board({ reports: [sent(11, [10, 0])], before: new Map([[11, [7, 0]]]) })
    const [tile] = headlineTiles({ lang: 'vi', month: asMonth('2026-11'), counts }, COLUMNS, totals)
    expect(tile).toMatchObject({
      figure: 10,
      note: 'Tính trên 1/4 xã đã báo cáo',
      change: { way: 'up', text: 'tăng 3 so với 10/2026 (cùng 1 xã)' },
    })
  })
})

describe('offices above', () => {
  const [phongA, phongB, team] = [commune(1, 'A', 9), commune(2, 'B', 9), commune(3, 'C', 2)]
  const units = [commune(11, 'Một', 1), commune(12, 'Hai', 2), commune(13, 'Ba', 3), commune(14, 'Bốn', 9)]
  const { rows, counts, totals } = board({ units, reports: [sent(11, [1, 0]), sent(13, [5, 0])] })
  const grouped = groupByOffice(9, [phongA, phongB, team], rows)

  it('see a row for each office directly below, with communes at any depth', () => {
    const told = grouped.offices.map(it => [it.unit.id, it.rows.map(row => row.unit.id)])
    expect(told).toEqual([
      [1, [11]],
      [2, [12, 13]],
    ])
    expect(grouped.direct.map(it => it.unit.id)).toEqual([14])
  })

  it('see totals that are the sum of the communes below', () => {
    const parts = [...grouped.offices.map(it => sumUp(it.rows, 2)), sumUp(grouped.direct, 2)]
    const add = (of: (part: (typeof parts)[number]) => number) => parts.reduce((sum, it) => sum + of(it), 0)
    expect(add(it => it.counts.expected)).toBe(counts.expected)
    expect(add(it => it.counts.missing)).toBe(counts.missing)
    expect(add(it => it.totals[0]?.sum ?? 0)).toBe(totals[0]?.sum)
  })
})

describe('finding and sorting', () => {
  const { rows } = board({ reports: [sent(13, [3, null]), sent(11, [9, 1], { state: 'accepted' })] })
  const names = (list: typeof rows) => list.map(it => it.unit.name)

  it('finds without diacritics, in any order of words', () => {
    expect(names(findRows(rows, 'duc nong'))).toEqual(['Dục Nông'])
    expect(names(findRows(rows, 'ĐĂK xã'))).toEqual(['Đăk Rve'])
    expect(findRows(rows, '  ')).toHaveLength(4)
  })

  it('sorts names as Vietnamese does, D before Đ', () => {
    expect(names(sortRows(rows, { by: 'name', down: false }))).toEqual([
      'An Phú',
      'Ba Tơ',
      'Dục Nông',
      'Đăk Rve',
    ])
  })

  it('puts rows without the figure last, whichever way it sorts', () => {
    expect(names(sortRows(rows, { by: 0, down: true }))).toEqual(['Đăk Rve', 'An Phú', 'Ba Tơ', 'Dục Nông'])
    expect(names(sortRows(rows, { by: 0, down: false }))).toEqual(['An Phú', 'Đăk Rve', 'Ba Tơ', 'Dục Nông'])
  })

  it('puts what still needs somebody first when sorting by state', () => {
    expect(names(sortRows(rows, { by: 'state', down: false }))).toEqual([
      'Ba Tơ',
      'Dục Nông',
      'An Phú',
      'Đăk Rve',
    ])
  })

  it('filters by state, and the filters agree with the counts', () => {
    const { counts } = board({ reports: [sent(13, [3, null]), sent(11, [9, 1], { state: 'accepted' })] })
    expect(rows.filter(filters.missing)).toHaveLength(counts.missing)
    expect(rows.filter(filters.accepted)).toHaveLength(counts.accepted)
    expect(rows.filter(filters['on-time'])).toHaveLength(counts.onTime)
  })

  it('turns pages of a very long list, and shows the last for any beyond it', () => {
    const many = board({ units: Array.from({ length: 450 }, (_, n) => commune(n + 1, `Số ${n + 1}`)) })
    const at = (page: string) => pickRows(many, readBoardQuery({ page }), COLUMNS)
    expect([at('1').rows.length, at('3').rows.length, at('9').page, at('0').page]).toEqual([200, 50, 3, 1])
  })
})

describe('the address', () => {
  it('ignores what it does not know', () => {
    expect(
      readBoardQuery({ q: ['a', 'b'], show: '__proto__', sort: '1;drop', page: '-1', view: 'x' }),
    ).toEqual({
      q: '',
      show: null,
      sort: 'name',
      page: 1,
      view: 'offices',
    })
  })

  it('keeps the search and filter when the order changes, and begins at page 1', () => {
    const query = readBoardQuery({ q: 'đăk', show: 'missing', page: '3' })
    expect(boardHref('/review/5/2026-11', query, { sort: '-neither' })).toBe(
      '/review/5/2026-11?q=%C4%91%C4%83k&show=missing&sort=-neither',
    )
  })

  it('sorts figures from the largest first, and turns round at the second press', () => {
    expect(nextSort('name', 'neither', true)).toBe('-neither')
    expect(nextSort('-neither', 'neither', true)).toBe('neither')
    expect(nextSort('name', 'name', false)).toBe('-name')
    expect(sortOf('-neither', COLUMNS)).toEqual({ by: 0, down: true })
    expect(sortOf('-nonsense', COLUMNS)).toEqual({ by: 'name', down: false })
  })
})

describe('at 16:45', () => {
  const { rows } = board({ reports: [sent(13, [3, 0])] })
  const missing = sortRows(missingIn(rows), { by: 'name', down: false })
  const owed = { lang: 'vi' as const, expected: 4, missing }
  const context = {
    month: asMonth('2026-11'),
    due: DUE,
    url: 'https://ngay25.example/reports',
    contacts: new Map(),
    rows,
  }

  it('names who is missing before anything else', () => {
    const lead = leadOf(owed, '/all')
    expect(lead.text).toBe('Còn 3/4 xã chưa gửi:')
    expect(lead.names.map(it => it.name)).toEqual(['Ba Tơ', 'Dục Nông', 'Đăk Rve'])
  })

  it('has a text ready for the chat group, before and after the due date', () => {
    const at = (now: string) =>
      chaseOf(owed, { ...context, now: new Date(now) })
        ?.messages.map(it => it.text)
        .join('\n') ?? ''
    expect(at('2026-11-24T16:45:00+07:00')).toContain(
      'Còn 3/4 xã chưa gửi báo cáo kỳ tháng 11/2026 (hạn 17:00 25/11/2026): xã Ba Tơ, xã Dục Nông, xã Đăk Rve.',
    )
    expect(at('2026-11-26T08:00:00+07:00')).toContain('đã quá hạn')
  })

  it('has nobody to chase when all have reported', () => {
    expect(chaseOf({ ...owed, missing: [] }, { ...context, now: MORNING })).toBeNull()
  })

  it('draws on time, late and missing as one whole', () => {
    const { counts } = board({ reports: [sent(11, [1, 0]), sent(12, [1, 0], { onTime: false })] })
    const { parts } = progressOf({ lang: 'vi', month: asMonth('2026-11'), counts })
    expect(parts.map(({ kind, x, width }) => [kind, x, width])).toEqual([
      ['on-time', 0, 25],
      ['late', 25, 25],
      ['missing', 50, 50],
    ])
  })
})
