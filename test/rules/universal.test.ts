import { asMonth } from '../../src/calendar/month.rules.ts'
import { distanceView } from '../../src/consolidation/distance.rules.ts'
import type { Cell, Sheet } from '../../src/files/book.rules.ts'
import { placeOf } from '../../src/files/book.rules.ts'
import { countsIn, differenceText } from '../../src/targets/school-count.rules.ts'
import { readCountFile } from '../../src/targets/school-count-file.rules.ts'
import { percentOf, readTargetFile } from '../../src/targets/target-file.rules.ts'
import { byDistance, distanceOf, distanceText, summaryOf } from '../../src/targets/universal.rules.ts'
import { monthTyped, readTraitForm, type Trait, traitsAsked } from '../../src/units/unit-trait.rules.ts'
import { communesOf, figuresFor, tableOf, versionOf } from '../support/consolidation.ts'

describe('the distance to level 3', () => {
  test.each([
    [160, 200, 80, 'vừa đạt'],
    [4, 5, 80, 'vừa đạt'],
    [21, 30, 70, 'vừa đạt'],
    [180, 200, 80, 'cao hơn 10 điểm'],
    [115, 150, 80, 'còn thiếu 3,3 điểm, tương đương 5 em'],
    [0, 7, 80, 'còn thiếu 80 điểm, tương đương 6 em'],
    [7999, 10000, 80, 'còn thiếu dưới 0,1 điểm, tương đương 1 em'],
  ])(
    'of %i among %i with %i%% required is said in points and in pupils',
    (learning, graduates, required, said) => {
      const distance = distanceOf(learning, graduates, required)
      expect(distance && distanceText(distance, 'vi')).toBe(said)
      expect(distance?.reached).toBe(!said.startsWith('còn thiếu'))
    },
  )

  test('cannot be said without figures, nor where nobody graduated', () => {
    expect([distanceOf(null, 10, 80), distanceOf(5, null, 80), distanceOf(0, 0, 80)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('puts the furthest first, by what each is to reach, and the unknown last', () => {
    const unit = (unitId: number, distance: ReturnType<typeof distanceOf>) => ({ unitId, name: '', distance })
    const units = [
      unit(1, null),
      unit(2, distanceOf(75, 100, 80)),
      unit(3, distanceOf(60, 100, 70)),
      unit(4, distanceOf(90, 100, 80)),
    ]
    expect(byDistance(units).map(it => it.unitId)).toEqual([3, 2, 4, 1])
    expect(summaryOf(units)).toEqual({ reached: 1, short: 2, unknown: 1, pupils: 15 })
  })

  test('takes the lower figure in special difficulty, and counts all who learn', () => {
    const [unit, other] = communesOf('51')
    const figures = { ...figuresFor(1), 'in_thpt@2026': 0, 'in_thpt@2025': 0 }
    const units = [unit, other].flatMap(it => it ?? [])
    const difficult = [unit?.id ?? 0]
    const standard = { percent: 80, difficultPercent: 30, source: 'Điều 16', difficult }
    const table = tableOf({ units, versions: units.map(it => versionOf(it.id, { figures })), standard })
    const rows = distanceView(table, 'vi')?.rows.map(it => [it.name, it.required, it.verdict])
    expect(rows).toEqual([
      [other?.fullName, '80%', 'Chưa đạt'],
      [unit?.fullName, '30%', 'Đạt'],
    ])
  })
})

describe('a share in a cell', () => {
  const read = (value: Cell['value'], percent = false) => percentOf({ value, percent, formula: false }, 'vi')
  test.each([
    [70, false, '70'],
    [70.5, false, '70,5'],
    [0.7, true, '70'],
    [0.705, true, '70,5'],
    [1, true, '100'],
    [0, false, '0'],
    ['70,25 %', false, '70,25'],
    ['0,7%', false, '0,7'],
  ])('%p (per cent: %p) is %s', (value, percent, text) => expect(read(value, percent)).toEqual({ text }))

  test.each([
    [0.7, false, 'chưa rõ là 0,7% hay 70%'],
    [1, false, 'chưa rõ là 1% hay 100%'],
    ['0,7', false, 'chưa rõ'],
    [101, false, '101% vượt quá 100%'],
    [70, true, '7.000% vượt quá 100%'],
    [-3, false, 'nhỏ hơn 0'],
    [33.333, false, 'hơn hai chữ số thập phân'],
    ['bảy mươi', false, 'không phải là số'],
    ['#DIV/0!', false, 'không phải là số'],
    [true, false, 'không phải là số'],
  ])('%p (per cent: %p) is not taken: %s', (value, percent, reason) =>
    expect(JSON.stringify(read(value, percent))).toContain(reason),
  )
})

const sheetOf = (typed: Record<string, Cell['value']>): Sheet => {
  const cells = new Map(Object.entries(typed).map(([at, value]) => [at, { value, formula: false }]))
  const places = [...cells.keys()].flatMap(at => placeOf(at) ?? [])
  const rows = Math.max(...places.map(it => it.row))
  const columns = Math.max(...places.map(it => it.column))
  return { name: 'Sheet1', hidden: false, rows, columns, cells, merges: [] }
}

const units = [
  { id: 1, code: '51', name: 'Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi', short: 'Quảng Ngãi', above: [] },
  { id: 2, code: '00123', name: 'Xã An Phú', short: 'An Phú', above: [1] },
  { id: 3, code: '00124', name: 'Xã Ba Dinh', short: 'Ba Dinh', above: [1] },
]

describe('an office’s own table of targets', () => {
  const reading = { units, year: '2026-2027', saved: {}, lang: 'vi' as const }

  test('is read by its heads and by names or codes; what is not understood is named by its cell', () => {
    const sheet = sheetOf({
      A1: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH QUẢNG NGÃI',
      ...{ A3: 'TT', B3: 'Mã xã', C3: 'Đơn vị', D3: 'Chỉ tiêu vào THPT', E3: 'Học nghề', F3: 'Học đại học' },
      ...{ A4: 1, B4: 123, C4: 'Xã An Phú', D4: 70, E4: 0.1, F4: 5 },
      ...{ A5: 2, C5: 'xã ba dinh', D5: 101 },
      ...{ A6: 3, C6: 'Xã Không Có', D6: 60 },
      ...{ A7: 4, C7: 'Xã An Phú', D7: 71 },
      ...{ A8: 5, B8: '00124', C8: 'Xã An Phú', D8: 50 },
      ...{ C9: 'Tổng cộng', D9: 352 },
    })
    const read = readTargetFile([sheet], reading)
    expect(read?.form).toEqual({ 'p-2-upper': '70' })
    expect(read?.faults.map(it => it.at).sort()).toEqual(['B8', 'C6', 'C7', 'D5', 'E4', 'F3'])
  })

  test('is no table of targets when nothing in it names a unit', () => {
    expect(readTargetFile([sheetOf({ A1: 'Danh sách', B1: 'Số', A2: 'Bút', B2: 3 })], reading)).toBeNull()
  })
})

describe('graduates as schools report them', () => {
  const grid = { units: units.slice(1), cohorts: [2026, 2025] }

  test('are whole numbers, from a file too', () => {
    const sheet = sheetOf({
      ...{ A1: 'Đơn vị', B1: 'Tốt nghiệp năm học 2025-2026', C1: 'Năm 2025', D1: 'Năm 2019' },
      ...{ A2: 'An Phú', B2: 118, C2: 12.5, D2: 4 },
      ...{ A3: 'Ba Dinh', B3: '1.204', C3: -1 },
    })
    const read = readCountFile([sheet], { ...grid, lang: 'vi' })
    expect(read?.form).toEqual({ 'g-2-2026': '118', 'g-3-2026': '1204' })
    expect(read?.faults.map(it => it.at)).toEqual(['D1', 'C2', 'C3'])
    const typed = countsIn({ 'g-2-2026': '12,5', 's-3': 'Phòng' }, grid, 'vi')
    expect('errors' in typed && typed.errors.map(it => it.box)).toEqual(['g-2-2026', 's-3'])
  })

  test('differ from the commune’s own in words', () => {
    const said = (school: number | null, own: number | null) => differenceText(school, own, 'vi')
    expect([said(118, 118), said(118, 121), said(118, 116)]).toEqual([
      'không lệch',
      'nhiều hơn 3',
      'ít hơn 2',
    ])
    expect([said(null, 5), said(5, null)]).toEqual(['chưa có số của trường', 'Xã chưa báo cáo'])
  })
})

describe('special difficulty', () => {
  const listed = [{ id: 2, name: 'Xã An Phú' }]
  const from = asMonth('2026-01')
  const asked = (body: Record<string, string>, traits: Trait[] = []) =>
    JSON.stringify(traitsAsked(readTraitForm({ unit: '2', ...body }), { listed, traits, lang: 'vi' }))
  const open = { unitId: 2, from, until: null, document: 'QĐ' }
  const ended = { ...open, until: asMonth('2026-06') }

  test('is marked from a month on by a document, and may be marked again once it has ended', () => {
    const mark = { act: 'mark', month: '6/2026', document: 'Quyết định 861/QĐ-TTg' }
    expect(asked(mark, [ended])).not.toContain('errors')
    expect(asked({ ...mark, month: '05/2026' }, [ended])).toContain('không được chồng nhau')
    expect(asked(mark, [open])).toContain('đã thuộc diện này từ 01/2026')
    expect(asked({ ...mark, document: ' ' })).toContain('Đề nghị ghi văn bản')
    expect(asked({ ...mark, document: 'x'.repeat(201) })).toContain('không quá 200')
    expect(asked({ ...mark, unit: '9' })).toContain('chọn ít nhất một xã')
  })

  test('does not end before it begins, nor without having begun', () => {
    expect(asked({ act: 'end', month: '02/2026' }, [open])).not.toContain('errors')
    expect(asked({ act: 'end', month: '01/2026' }, [open])).toContain('phải sau tháng đó')
    expect(asked({ act: 'end', month: '02/2027' }, [ended])).toContain('không kết thúc được')
    expect(['1/2026', '2026-01', '13/2026', '2026', '01/1999'].map(monthTyped)).toEqual([
      from,
      from,
      null,
      null,
      null,
    ])
  })
})
