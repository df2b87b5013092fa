import { readFileSync } from 'node:fs'
import path from 'node:path'
import { holidaysByDay } from '../../src/calendar/deadline.rules.ts'
import { parseHolidays } from '../../src/calendar/holiday.rules.ts'
import { copiedYear } from '../../src/calendar/holiday-copy.rules.ts'
import { checkGrid, gridOf, holidaysAfter, type KnownLine } from '../../src/calendar/holiday-grid.rules.ts'
import { readPasted } from '../../src/calendar/paste.rules.ts'

const shipped = parseHolidays(
  readFileSync(
    path.resolve(import.meta.dirname, '../../data/holidays-vn-civil-service-2021-2027.csv'),
    'utf8',
  ),
).holidays

const read = (text: string, year: number | null = null) => readPasted(text, { year, lang: 'vi' })
const days = (text: string, year: number | null = null) =>
  read(text, year).lines.map(({ day, kind, name }) => `${day} ${kind === 'off' ? '' : '+ '}${name}`)

/** The days off of 2026 in our own words; the facts are those of the shipped table. */
const year2026 = `THÔNG BÁO
Số: 88/TB-UBND
Kính gửi các xã, phường. Căn cứ Nghị định số 45/2019/NĐ-CP ngày 10/5/2019, lịch nghỉ năm 2026 như sau:
1. Tết Dương lịch: nghỉ thứ Năm ngày 01/01/2026; hoán đổi ngày làm việc từ thứ Sáu ngày 02/01/2026 sang thứ Bảy ngày 10/01/2026.
2. Tết Âm lịch Bính Ngọ: nghỉ 09 ngày liên tục, từ thứ Bảy ngày 14/02/2026 đến hết Chủ nhật ngày 22/02/2026 (tức từ 27 tháng Chạp đến mùng 6 tháng Giêng).
3. Giỗ Tổ Hùng Vương (10/3 âm lịch) trùng Chủ nhật nên nghỉ bù thứ Hai, ngày 27/4/2026.
4. Ngày Chiến thắng 30/4 và Quốc tế Lao động 1/5: nghỉ từ ngày 30/4 đến hết ngày 01/5/2026.
5. Quốc khánh: nghỉ 05 ngày, từ ngày 29/8 đến hết 02/9/2026; làm bù vào thứ Bảy ngày 22 tháng 8 năm 2026 cho thứ Hai ngày 31/8/2026.
6. Ngày Văn hóa Việt Nam: cán bộ, công chức được nghỉ ngày 24/11/2026 (thứ Ba).`

describe('a notice in prose', () => {
  test('gives the very days of the shipped table of 2026', () => {
    const { lines, problems, weekends } = read(year2026)
    const table = shipped.filter(it => it.day.startsWith('2026'))
    expect(lines.map(({ day, kind }) => `${day} ${kind}`)).toEqual(
      table.map(({ day, kind }) => `${day} ${kind}`),
    )
    expect(lines.flatMap(it => it.warnings)).toEqual([])
    expect(new Set(lines.map(it => it.source))).toEqual(new Set(['88/TB-UBND']))
    expect(weekends).toBe(4 + 2)
    expect(problems).toEqual([expect.stringContaining('Không dùng “ngày 10/5/2019”')])
  })

  test('names each day by its holiday, and swapped days by each other', () => {
    const named = days(year2026)
    expect(named.slice(0, 4)).toEqual([
      '2026-01-01 Tết Dương lịch',
      '2026-01-02 Hoán đổi (làm bù 10/1)',
      '2026-01-10 + Làm bù cho 2/1',
      '2026-02-16 Tết Nguyên đán',
    ])
    expect(named).toContain('2026-04-27 Nghỉ bù Giỗ Tổ Hùng Vương')
    expect(named).toContain('2026-04-30 Ngày Chiến thắng')
    expect(named).toContain('2026-05-01 Quốc tế Lao động')
    expect(named).toContain('2026-08-22 + Làm bù cho 31/8')
    expect(named).toContain('2026-08-31 Hoán đổi (làm bù 22/8)')
    expect(named).toContain('2026-09-01 Quốc khánh')
  })

  test.each([
    [
      'a range over the year',
      'Nghỉ Tết Dương lịch từ 31/12 đến hết 02/01/2026',
      null,
      ['2025-12-31 Tết Dương lịch', '2026-01-01 Tết Dương lịch', '2026-01-02 Tết Dương lịch'],
    ],
    [
      'a range whose first day has no month',
      'Nghỉ Tết từ ngày 16 đến hết ngày 17/02/2026',
      null,
      ['2026-02-16 Tết Nguyên đán', '2026-02-17 Tết Nguyên đán'],
    ],
    [
      'points and long dates',
      'Quốc khánh nghỉ ngày 1.9.2026 và ngày 02 tháng 9 năm 2026',
      null,
      ['2026-09-01 Quốc khánh', '2026-09-02 Quốc khánh'],
    ],
    ['the day first', 'Thứ Sáu ngày 01/5/2026 các đơn vị nghỉ lễ', null, ['2026-05-01 Quốc tế Lao động']],
    [
      'the exchange first',
      'Thứ Bảy 22/8/2026 làm bù cho thứ Hai 31/8/2026',
      null,
      ['2026-08-22 + Làm bù cho 31/8', '2026-08-31 Hoán đổi (làm bù 22/8)'],
    ],
    [
      'the year said once in the text',
      'Lịch nghỉ năm 2026: Quốc khánh nghỉ 01/9 và 02/9',
      null,
      ['2026-09-01 Quốc khánh', '2026-09-02 Quốc khánh'],
    ],
    ['the year given by hand', 'Quốc khánh nghỉ ngày 02/9', 2026, ['2026-09-02 Quốc khánh']],
    ['capitals and unmarked text', 'QUOC KHANH NGHI NGAY 02/9/2026', null, ['2026-09-02 Quốc khánh']],
    [
      'what is no day off',
      'Theo Nghị quyết số 28/2026/QH16 ngày 24/4/2026, đề nghị các xã báo cáo trước ngày 20/11/2026',
      null,
      [],
    ],
  ])('%s', (_, text, year, expected) => {
    expect(days(text, year)).toEqual(expected)
  })

  test('that contradicts itself is said', () => {
    const [line] = read('Nghỉ thứ Sáu ngày 01/01/2026').lines
    expect(line?.warnings).toEqual(['Thông báo ghi thứ Sáu nhưng ngày 01/01/2026 là thứ Năm.'])
    const range = read('Nghỉ Tết 09 ngày liên tục, từ ngày 14/02/2026 đến hết ngày 21/02/2026').lines
    expect(range[0]?.warnings).toEqual([
      'Thông báo ghi nghỉ 9 ngày nhưng từ 14/02/2026 đến 21/02/2026 là 8 ngày.',
    ])
    expect(read('Nghỉ từ ngày 30/02/2026 đến hết 02/3/2026').problems).toEqual([
      expect.stringContaining('không có thật'),
    ])
    expect(read('Nghỉ từ ngày 05/9/2026 đến hết 02/9/2026').problems).toHaveLength(1)
  })

  test('without a year is asked about', () => {
    expect(read('Quốc khánh nghỉ ngày 02/9').asksYear).toBe(true)
    expect(read('Năm 2026 nghỉ ngày 02/9, năm 2027 nghỉ ngày 03/9').asksYear).toBe(true)
  })

  test('nonsense, and a very long line, end', () => {
    expect(read('').lines).toEqual([])
    expect(read(`nghỉ ${'ngày '.repeat(4000)}`).lines).toEqual([])
    expect(read('nghỉ 99/99/2026, 0/0, 31/11/2026').lines).toEqual([])
  })
})

describe('lines of a table', () => {
  test('are read with a head and without', () => {
    expect(days('date,kind,name\n2027-01-01,off,Tết Dương lịch')).toEqual(['2027-01-01 Tết Dương lịch'])
    const bare = read('2027-01-01,off,Tết Dương lịch,1/TB\n2027-01-32,off,Sai,1/TB')
    expect(bare.lines).toHaveLength(1)
    expect(bare.problems).toEqual([expect.stringContaining('2027-01-32')])
  })
})

const known = (rows: (Partial<KnownLine> & { day: string })[]): KnownLine[] =>
  rows.map((row, index) => ({
    id: index + 1,
    own: true,
    kind: 'off',
    name: 'Cũ',
    source: '',
    status: 'verified',
    ...row,
  }))

describe('the grid', () => {
  const { lines } = read(
    'Quốc khánh nghỉ từ ngày 01/9/2026 đến hết 02/9/2026, làm bù vào thứ Bảy ngày 22/8/2026',
  )

  test('ticks what is new or different, and provisional lines that the notice does not name', () => {
    const there = known([
      { day: '2026-09-01' },
      { day: '2026-09-02', status: 'provisional' },
      { day: '2026-09-03', status: 'provisional' },
      { day: '2026-11-24' },
    ])
    const grid = gridOf(lines, there, { provisional: false, replaces: true })
    expect(grid.lines.map(({ day, keep }) => [day, keep])).toEqual([
      ['2026-08-22', true],
      ['2026-09-01', false],
      ['2026-09-02', true],
    ])
    expect(grid.drop).toEqual([3])
  })

  test('refuses one day twice, a day that is so anyway, and an undated one, and then has no rows', () => {
    const grid = gridOf(lines, [], { provisional: false, replaces: true })
    const [first, second, third] = grid.lines
    if (!first || !second || !third) throw new Error('three lines')
    const wrong = [first, { ...second, day: '2026-08-22' }, { ...third, kind: 'work' }, { ...third, day: '' }]
    const checked = checkGrid({ ...grid, lines: wrong }, [], 'vi')
    expect('errors' in checked && checked.errors.map(({ field, text }) => `${field}: ${text}`)).toEqual([
      'day-1: Ngày 22/08/2026 được chọn hai lần.',
      'day-2: Ngày 02/09/2026 là thứ Tư, vốn là ngày làm việc.',
      'day-3: Quốc khánh: đề nghị ghi ngày, hoặc bỏ dấu chọn.',
    ])
    expect('errors' in checkGrid({ ...grid, lines: [] }, [], 'vi')).toBe(true)
  })

  test('a removed line of an office lets the country’s speak again', () => {
    const there = known([
      { day: '2026-04-27', own: false, name: 'Nghỉ bù' },
      { day: '2026-04-27', kind: 'work' },
      { day: '2026-11-20' },
    ])
    const now = holidaysByDay([
      { day: '2026-04-27', kind: 'work', name: 'Cũ' },
      { day: '2026-11-20', kind: 'off', name: 'Cũ' },
    ])
    const after = holidaysAfter(now, there, { rows: [], drop: [2, 3] })
    expect([after.get('2026-04-27')?.kind, after.has('2026-11-20')]).toEqual(['off', false])
  })
})

describe('a year from the year before', () => {
  test('keeps solar days, moves those on a weekend, and leaves the moon’s undated', () => {
    const lines = copiedYear(
      shipped.filter(it => it.day.startsWith('2026')),
      2027,
      'vi',
    )
    expect(lines.map(({ day, name }) => `${day} ${name}`.trim())).toEqual([
      '2027-01-01 Tết Dương lịch',
      '2027-04-30 Ngày Chiến thắng',
      '2027-05-03 Nghỉ bù Quốc tế Lao động (1/5)',
      '2027-09-02 Quốc khánh',
      '2027-11-24 Ngày Văn hóa Việt Nam',
      ...Array(5).fill('Tết Nguyên đán'),
      'Giỗ Tổ Hùng Vương',
      'Quốc khánh (ngày liền kề)',
    ])
    expect(lines.at(-1)?.warnings[0]).toContain('Năm 2026 là ngày 1/9')
  })
})
