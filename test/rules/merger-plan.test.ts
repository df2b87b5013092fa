import { asMonth } from '../../src/calendar/month.rules.ts'
import { parseUnitFile } from '../../src/units/import.rules.ts'
import { type Candidate, planSuccessions, type Recorded } from '../../src/units/merger-plan.rules.ts'
import { isOtherName } from '../../src/units/other-name.rules.ts'
import { problemFile } from '../../src/units/problem-file.rules.ts'
import { bytesOf } from '../support/units.ts'

const month = asMonth('2027-01')
const head =
  'old_province_code,old_district_code,old_code,old_name,is_divided,new_province_code,new_code,new_name'
const codeOf = (name: string) => `0000${'ABCDEFGH'.indexOf(name) + 1}`
/** 'A B': Xã A went into Xã B. */
const line = (pair: string, flag = '') => {
  const [from = '', to = ''] = pair.split(' ')
  return `51,,${codeOf(from)},Xã ${from}a,${flag},51,${codeOf(to)},Xã ${to}a`
}

const unit = (id: number, code: string, more: Partial<Candidate> = {}): [string, Candidate] => {
  const kind = code.length === 5 ? 'commune' : 'office'
  const fullName = `Xã ${'ABCDEFGH'[id - 1]}a`
  const search = fullName.toLowerCase().replace('ã', 'a')
  return [
    `${kind} ${code}`,
    { id, kind, code, fullName, search, mine: true, taken: false, standing: 0, reported: null, ...more },
  ]
}
/** Eight communes that stand before and after, under one office. */
const communes = Array.from({ length: 8 }, (_, at) => unit(at + 1, `0000${at + 1}`))
const places = new Map([...communes, unit(51, '51')])

function plan(lines: string[], { recorded = [] as Recorded[], around = places } = {}) {
  const parsed = parseUnitFile(bytesOf(`${[head, ...lines].join('\n')}\n`), { rest: true })
  if (parsed.kind !== 'mergers') throw new Error('Not a file of mergers')
  return planSuccessions(parsed, {
    effectiveMonth: month,
    places: { before: around, after: around },
    recorded,
  })
}
const problemsIn = (lines: string[], more = {}) => plan(lines, more).problems.map(it => [it.line, it.kind])

describe('circles', () => {
  test('of two, of three and through what is recorded already are refused line by line, the rest is not', () => {
    expect(problemsIn([line('A B'), line('B A'), line('C D')])).toEqual([
      [2, 'circle'],
      [3, 'circle'],
    ])
    expect(problemsIn([line('A B'), line('B C'), line('C A'), line('D A'), line('C E')])).toEqual([
      [2, 'circle'],
      [3, 'circle'],
      [4, 'circle'],
    ])
    const recorded = [{ predecessorId: 2, successorId: 1, effectiveMonth: month }]
    expect(problemsIn([line('A B')], { recorded })).toEqual([[2, 'circle']])
  })

  test('a chain is none, nor is a part that comes back in another year', () => {
    expect(problemsIn([line('A B'), line('B C')])).toEqual([])
    const recorded = [{ predecessorId: 2, successorId: 1, effectiveMonth: asMonth('2026-01') }]
    expect(problemsIn([line('A B')], { recorded })).toEqual([])
  })

  test('what joins two circles without lying on one is applied', () => {
    const lines = ['A B', 'B A', 'B C', 'C D', 'D C'].map(it => line(it))
    expect(problemsIn(lines).map(([at]) => at)).toEqual([2, 3, 5, 6])
  })
})

describe('a unit that becomes itself', () => {
  test('is refused where nothing joins or leaves it', () => {
    expect(problemsIn([line('A A'), line('B C')])).toEqual([[2, 'itself']])
  })

  test('goes on where others join it, or where it gives a part away: it does not end', () => {
    expect(plan([line('A A'), line('B A')])).toMatchObject({ problems: [], already: 1, staying: [1] })
    const parted = plan([line('A A'), line('A B')])
    expect(parted).toMatchObject({ problems: [], already: 1, staying: [1] })
    expect(parted.communes).toMatchObject([{ predecessorId: 1, successorId: 2, divided: true }])
  })
})

test('a merger in the past over months that a unit has reported is refused, unless the unit goes on', () => {
  const around = new Map([...places, unit(1, '00001', { reported: asMonth('2027-02') })])
  const { problems } = plan([line('A B'), line('C D')], { around })
  expect(problems).toMatchObject([
    { line: 2, kind: 'reported', reason: expect.stringContaining('đến kỳ 02/2027') },
  ])
  expect(problemsIn([line('A A'), line('A B')], { around })).toEqual([])
})

test('two units that are on record from another month are a problem, and from the same month are there already', () => {
  const since = (effectiveMonth: string) => [
    { predecessorId: 1, successorId: 2, effectiveMonth: asMonth(effectiveMonth) },
  ]
  expect(plan([line('A B')], { recorded: since('2027-01') })).toMatchObject({ already: 1, problems: [] })
  expect(plan([line('A B')], { recorded: since('2026-01') })).toMatchObject({
    already: 0,
    communes: [],
    problems: [{ line: 2, kind: 'recorded', reason: expect.stringContaining('từ kỳ 01/2026') }],
  })
})

describe('divided', () => {
  test('a commune is divided although one of its two rows cannot be read, or was recorded before', () => {
    const bad = line('A C').replace('00003', '3')
    expect(plan([line('A B'), bad]).communes.map(it => it.divided)).toEqual([true])
    const recorded = [{ predecessorId: 1, successorId: 3, effectiveMonth: month }]
    expect(plan([line('A B')], { recorded }).communes.map(it => it.divided)).toEqual([true])
    expect(plan([line('A B')]).communes.map(it => it.divided)).toEqual([false])
  })
})

describe('a code and a name that disagree', () => {
  test('are reported, on either side', () => {
    expect(
      problemsIn([line('A B').replace('Xã Ba', 'Xã Sa Thầy'), line('C D').replace('Xã Ca', 'Xã Khác')]),
    ).toEqual([
      [2, 'name'],
      [3, 'name'],
    ])
  })

  test.each([
    ['Xã Bờ Y', 'Xã Pờ Y', 'xa po y', false],
    ['Xã Măng Buk', 'Xã Măng Bút', 'xa mang but', false],
    ['Thị trấn Đăk Rve', 'Xã Đắk Rve', 'xa dak rve', false],
    ['Phường 02', 'Phường 2', 'phuong 2', false],
    ['Phường 2', 'Phường 3', 'phuong 3', true],
    ['Xã Ba Chẽ', 'Xã Lương Minh', 'xa luong minh', true],
  ])('%s and %s (%s): another name? %s', (name, fullName, search, other) => {
    expect(isOtherName(name, { fullName, search })).toBe(other)
  })
})

test('an office ends when its last commune leaves, and not because one goes to another province', () => {
  const around = new Map([...places, unit(51, '51', { standing: 2 }), unit(52, '52')])
  const away = (pair: string) => line(pair).replace(/,51,(?=0)/, ',52,')
  expect(plan([away('A B')], { around }).offices).toEqual([])
  expect(plan([away('A B'), away('C D')], { around }).offices).toMatchObject([
    { predecessorId: 51, successorId: 52 },
  ])
})

test('what cannot be applied is a file of its own: line, reason and the row, safe in a spreadsheet, ready to import again', () => {
  const lines = [head, line('A B'), '51,,=1+1,"Xã ""X"", Y",,51,00002,Xã Ba', '"51,,00001']
  const bytes = bytesOf(`\uFEFF${lines.join('\r\n')}\r\n`)
  const { problems } = parseUnitFile(bytes, { rest: true })
  const file = problemFile(
    bytes,
    problems.map(it => ({ ...it, kind: 'row' as const })),
    'vi',
  )
  expect(file.split('\r\n')).toEqual([
    `\uFEFFdong,ly_do,${head}`,
    expect.stringMatching(/^3,.+,51,,'=1\+1,"Xã ""X"", Y",,51,00002,Xã Ba$/),
    expect.stringMatching(/^4,.+,"""51,,00001"$/),
    '',
  ])
})
