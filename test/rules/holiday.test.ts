import { parseHolidays } from '../../src/calendar/holiday.rules.ts'
import { shippedTable } from '../support/holidays.ts'

const head = 'date,year,kind,name_vi,source,status'
const read = (...lines: string[]) => parseHolidays([head, ...lines].join('\n'))
const reasons = (...lines: string[]) =>
  read(...lines).problems.map(({ line, reason }) => `${line}: ${reason}`)

test('the shipped table is read whole: 81 days off and 4 worked Saturdays, BOM and CRLF and all', () => {
  const { holidays, problems } = parseHolidays(shippedTable)
  expect(problems).toEqual([])
  expect(shippedTable.startsWith('\uFEFFdate')).toBe(true)
  expect(holidays.filter(it => it.kind === 'off')).toHaveLength(81)
  expect(holidays.filter(it => it.kind === 'work').map(it => it.day)).toEqual([
    '2024-05-04',
    '2025-04-26',
    '2026-01-10',
    '2026-08-22',
  ])
  expect(holidays.find(it => it.day === '2027-02-08')).toEqual({
    day: '2027-02-08',
    kind: 'off',
    name: 'Tết Nguyên đán (tạm tính; mùng 1 = 6/2/2027, thứ Bảy)',
    source: 'Tính theo Bộ luật Lao động; chưa có thông báo',
    status: 'provisional',
  })
})

test('an office may bring a table with three columns only', () => {
  expect(parseHolidays('kind,name,date\noff,Ngày nghỉ riêng,2026-12-24\n\n')).toEqual({
    holidays: [{ day: '2026-12-24', kind: 'off', name: 'Ngày nghỉ riêng', source: '', status: 'verified' }],
    problems: [],
  })
})

test('a day stands once: the second line is refused and the first is named', () => {
  const lines = ['2026-09-02,2026,off,Quốc khánh,,', '2026-09-02,2026,off,Quốc khánh lần hai,,']
  expect(reasons(...lines)).toEqual(['3: Ngày 02/09/2026 đã có ở dòng 2.'])
  expect(read(...lines).holidays).toHaveLength(1)
})

test.each([
  ['2026-02-30,2026,off,A,,', 'Ngày "2026-02-30" không có thật'],
  ['30/04/2026,2026,off,A,,', 'Ngày "30/04/2026" không có thật hoặc không viết theo dạng 2026-04-30.'],
  ['2026-04-30,2025,off,A,,', 'Năm "2025" không khớp với ngày 30/04/2026.'],
  ['2026-04-30,2026,nghỉ,A,,', 'Loại ngày "nghỉ" không hợp lệ'],
  ['2026-04-30,2026,off,A,,maybe', 'Trạng thái "maybe" không hợp lệ'],
  ['2026-04-30,2026,off,,,', 'Chưa ghi tên ngày nghỉ.'],
  ['2026-04-30,2026,work,Làm bù,,', 'Ngày 30/04/2026 là thứ Năm, vốn là ngày làm việc'],
  ['2026-04-30,2026', 'Không đọc được dòng này'],
  ['2026-04-30,2026,off,"A"B,,', 'Không đọc được dòng này'],
  ['2026-04-30,2026,off,"Ngày,,', 'Không đọc được dòng này'],
])('the line %s is refused with its number', (line, reason) => {
  const [problem, ...others] = reasons(
    '2026-01-01,2026,off,Tết Dương lịch,,',
    line,
    '2026-05-01,2026,off,Quốc tế Lao động,,',
  )
  expect(problem).toContain(`3: ${reason}`)
  expect(others).toEqual([])
})

test('a file without its columns, or without a day, is refused as a whole', () => {
  const problems = (text: string) => parseHolidays(text).problems
  expect(problems('date;kind;name\n2026-01-01;off;A')).toEqual([
    { line: 1, reason: 'Thiếu cột date, kind, name_vi. Dòng đầu của tệp phải là tên cột.' },
  ])
  expect(problems('')).toEqual([{ line: 1, reason: 'Tệp không có ngày nào.' }])
  expect(problems(head)).toEqual([{ line: 1, reason: 'Tệp không có ngày nào.' }])
})

test('names are kept in NFC', () => {
  expect(read(`2026-04-27,,off,${'Giỗ Tổ'.normalize('NFD')},,`).holidays[0]?.name).toBe(
    'Giỗ Tổ'.normalize('NFC'),
  )
})
