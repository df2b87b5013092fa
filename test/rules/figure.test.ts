import { parseFigures } from '../../src/reports/check.rules.ts'
import { boxes } from '../support/sound-report.ts'

const fields = boxes()
const read = (value: unknown, name = 'neither@2026') => {
  const { figures, findings, typed } = parseFigures(fields, { [name]: value })
  return { figure: figures[name], codes: findings.map(it => it.code), typed: typed[name], findings }
}

test.each<[unknown, number]>([
  ['0', 0],
  ['12', 12],
  ['  12 ', 12],
  ['\u00a012\u200b', 12],
  ['05', 5],
  ['0000', 0],
  ['9999', 9999],
  ['1.234', 1234],
  ['\uff11\uff12', 12],
  [7, 7],
])('%j is read as %d', (value, figure) => {
  expect(read(value)).toMatchObject({ figure, codes: [] })
})

test.each([undefined, null, '', '   ', '\u00a0'])('%j is empty, which is not 0 and no error', value => {
  expect(read(value)).toMatchObject({ figure: null, codes: [], typed: (value ?? '') as string })
})

test.each<unknown>([
  '1,5',
  '1.5',
  '12.0',
  '1,234',
  '0.123',
  '12.34',
  '10000',
  '12.345',
  '1.234.567',
  '-1',
  '+5',
  '1e3',
  '0x1f',
  '1 234',
  '5²',
  '½',
  'năm',
  'Infinity',
  'NaN',
  '१२',
  '9'.repeat(5000),
  `${' '.repeat(60)}5 5`,
  1.5,
  1.234,
  -1,
  10000,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  { valueOf: 5 },
  Object.create(null),
  ['5'],
  ['5', '7'],
  () => 5,
])('%p is no figure', value => {
  expect(read(value)).toMatchObject({ figure: null, codes: ['H1'] })
})

test.each<[unknown, number]>([
  ['-3', -3],
  ['−3', -3],
  ['–3', -3],
  ['- 3', -3],
  ['+3', 3],
  ['3', 3],
  ['-0', 0],
  ['-1.234', -1234],
  [-12, -12],
])('a correction may be signed: %j is %d', (value, figure) => {
  expect(read(value, 'flow_adjust')).toMatchObject({ figure, codes: [] })
})

test('a correction is refused with its own range', () => {
  expect(read('-10000', 'flow_adjust').findings[0]?.message).toBe('Chỉ nhập số nguyên từ -9999 đến 9999.')
  expect(read('--3', 'flow_adjust').codes).toEqual(['H1'])
})

test('what was typed is kept for the box, and the message is the list’s', () => {
  const { typed, findings } = read(' 12,5 ')
  expect(typed).toBe(' 12,5 ')
  expect(findings).toEqual([
    { code: 'H1', severity: 'error', fields: ['neither@2026'], message: 'Chỉ nhập số nguyên từ 0 đến 9999.' },
  ])
})

test('a box sent twice shows both values, and neither is taken', () => {
  expect(read(['5', '7'])).toMatchObject({ figure: null, typed: '5 7' })
})

test('NUL and other controls are not shown again, nor is a text as long as a book', () => {
  expect(read('1\u00002\ud800').typed).toBe('12')
  expect(read('x'.repeat(100_000)).typed).toHaveLength(40)
})

test('every box has a figure or null, whatever was sent', () => {
  const { figures, typed } = parseFigures(fields, {})
  expect(Object.keys(figures)).toEqual(fields.map(it => it.name))
  expect(Object.values(figures).every(it => it === null)).toBe(true)
  expect(Object.values(typed).every(it => it === '')).toBe(true)
})

test('a name that is no box of this month is one finding, naming the first few', () => {
  const { findings } = parseFigures(fields, { 'neither@2023': '5', poor: '1' })
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({ code: 'H16', severity: 'error', fields: ['neither@2023', 'poor'] })
  expect(findings[0]?.message).toContain('neither@2023, poor.')
  const many = parseFigures(
    fields,
    Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, '1'])),
  )
  expect(many.findings[0]?.message).toContain('x0, x1, x2, x3, x4…')
})

test('names of the language itself are strangers like any other', () => {
  const raw = JSON.parse('{"__proto__": "5", "constructor": "5", "neither@2026": "5"}')
  const { figures, findings } = parseFigures(fields, raw)
  expect(figures['neither@2026']).toBe(5)
  expect(findings[0]?.fields).toEqual(['__proto__', 'constructor'])
})
