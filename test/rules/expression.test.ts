import fc from 'fast-check'
import { checkReport } from '../../src/reports/check.rules.ts'
import { typedFigures } from '../../src/reports/draft.rules.ts'
import type { ReadExpression } from '../../src/reports/expression.rules.ts'
import { limits } from '../../src/reports/expression.rules.ts'
import { readAmount, readExpression } from '../../src/reports/expression-read.rules.ts'
import { reckonExpression } from '../../src/reports/expression-value.rules.ts'
import type { Check, Figures } from '../../src/reports/form.rules.ts'
import { templateSheet } from '../../src/reports/template-sheet.rules.ts'
import { ALL_ON, boxes, findingsWith, firstEdition, NONE_ON, soundFigures } from '../support/sound-report.ts'
import { openedReport } from '../support/template.ts'

const indicators = firstEdition.sections.flatMap(it => it.indicators)
const read = (text: string) => readExpression(text, indicators)
const errorOf = (found: ReadExpression) => ('error' in found ? `${found.at}: ${found.error}` : 'none')

describe('a written condition', () => {
  const sound = [
    'neither <= graduates',
    'graduates == 0 || unknown / graduates <= 0.2',
    'neither - previous(neither) <= 10',
    'sit_idle + sit_waiting <= neither',
    '!(sum(neither) > 2 * sum(previous(neither)))',
    'abs(sum(neither) - previous(sum(neither))) < max(10, 0.3 * sum(graduates)) && neither>=-1',
    'min(female, minority) >= minority_female',
  ]
  test.each(sound)('%s can be read', text => {
    expect(errorOf(read(text))).toBe('none')
  })

  const refused: [string, string][] = [
    ['', '1: Chưa có điều kiện. Đề nghị ghi điều kiện phải đúng, ví dụ: neither <= graduates.'],
    ['neither +', '10: Sau “neither +” còn thiếu một chỉ tiêu hoặc số, ở ký tự 10.'],
    ['neither <= * 2', '12: Sau “neither <=” còn thiếu một chỉ tiêu hoặc số, ở ký tự 12.'],
    ['<= 2', '1: Không thể bắt đầu bằng “<=”, ở ký tự 1: cần một chỉ tiêu hoặc số.'],
    [
      'neither graduates',
      '9: Giữa “neither” và “graduates” còn thiếu phép tính hoặc phép so sánh, ở ký tự 9.',
    ],
    ['(neither <= 3', '1: Dấu “(” ở ký tự 1 chưa được đóng.'],
    ['neither <= 3)', '13: Dấu “)” ở ký tự 13 không có dấu “(” tương ứng.'],
    ['neither = 3', '9: Không dùng “=”, ở ký tự 9. Đề nghị viết “==”.'],
    ['neither ≤ 3', '9: Không dùng “≤”, ở ký tự 9. Đề nghị viết “<=”.'],
    ['unknown <= 20%', '14: Không dùng dấu “%”, ở ký tự 14. 20% đề nghị viết là 0.2.'],
    ['unknown <= 0,2', 'phẩy'],
    ['nether <= 3', '1: Biểu mẫu không có chỉ tiêu “nether”, ở ký tự 1: ý đồng chí là “neither”?'],
    ['pupils <= 3', '1: Biểu mẫu không có chỉ tiêu “pupils”, ở ký tự 1.'],
    ['true', '1: Biểu mẫu không có chỉ tiêu “true”, ở ký tự 1.'],
    ['this != null', '1: Biểu mẫu không có chỉ tiêu “this”, ở ký tự 1.'],
    ['sqrt(neither) < 3', '1: Không có hàm “sqrt”, ở ký tự 1. Chỉ dùng previous, sum, abs, min và max.'],
    [
      'previous(neither + 1) < 3',
      '1: previous(…) ở ký tự 1 chỉ nhận một mã chỉ tiêu, ví dụ previous(neither).',
    ],
    ['previous(previous(neither)) < 3', 'một mã chỉ tiêu'],
    ['max(neither) < 3', '1: max(…) ở ký tự 1 cần từ hai giá trị, cách nhau bằng dấu phẩy.'],
    ['neither', '1: Điều kiện phải là một phép so sánh'],
    ['neither + graduates', '9: Điều kiện phải là một phép so sánh'],
    ['0 <= neither <= graduates', '14: Mỗi lần chỉ so sánh hai vế'],
    ['(neither > 1) + 1 > 2', '15: “+” ở ký tự 15 chỉ dùng với số'],
    ['neither && graduates > 0', '9: Hai bên “&&” ở ký tự 9 phải là phép so sánh'],
    ['!neither == 0', '10: “==” ở ký tự 10 chỉ dùng với số'],
    ['!neither', '1: Sau dấu “!” ở ký tự 1 phải là phép so sánh'],
    ['previous(neither) > 3', 'chưa có chỉ tiêu nào của kỳ này'],
    ['1 < 2', 'chưa có chỉ tiêu nào của kỳ này'],
    ['neither / 0 < 1', '9: Phép chia ở ký tự 9 chia cho 0.'],
    ['neither == 0 || neither / (2 - 2) < 1', '25: Phép chia ở ký tự 25 chia cho 0.'],
    ['unknown / graduates <= 0.2', '9: Phép chia ở ký tự 9 chia cho 0 khi các ô đều là 0.'],
    ['graduates > 0 || unknown / previous(unknown) < 1', 'khi các ô đều là 0'],
    ['neither <= 12345678', 'quá dài'],
    ["neither.constructor('x')", 'Không đọc được “.”, ở ký tự 8'],
    ['neither[0] == 1', 'Không đọc được “[”'],
    ['neither == "1"', 'Không đọc được “"”'],
    ['neither === 1', 'Đề nghị viết “==”'],
    ['neither | 1', 'Đề nghị viết “||”'],
    ['số <= 1', 'Không đọc được “số”'],
    [`neither <= ${'('.repeat(21)}1${')'.repeat(21)}`, 'Quá 20 lớp'],
    [`neither <= ${'-'.repeat(30)}1`, 'Quá 20 lớp'],
    [`neither <= ${'1+'.repeat(150)}1`, 'quá 200 chỉ tiêu'],
    [`neither <= ${' '.repeat(500)}1`, 'dài quá 500 ký tự'],
    [`${'1<2||'.repeat(41)}neither<1`, 'quá 40 phép'],
  ]
  test.each(refused)('"%s" is refused with its place', (text, reason) => {
    expect(errorOf(read(text))).toContain(reason)
  })

  test('a figure for the message is a number, and may divide by a figure', () => {
    expect(errorOf(readAmount('unknown / graduates * 100', indicators))).toBe('none')
    expect(errorOf(readAmount('unknown < 3', indicators))).toContain('phải là một số')
    expect(errorOf(readAmount('unknown / 0', indicators))).toContain('chia cho 0')
  })

  test('no text whatever makes the portal stumble', () => {
    const pieces = fc.constantFrom(
      'neither',
      '(',
      ')',
      '+',
      '!',
      '&&',
      '<',
      '1',
      '.',
      ',',
      'sum',
      ' ',
      '"',
      'ế',
      '[',
      '-',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map(it => it.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        const found = read(text)
        return 'error' in found ? found.error !== '' && found.at >= 1 : true
      }),
      { numRuns: 3000 },
    )
  })
})

const CODES = ['neither', 'graduates', 'unknown'] as const
type Code = (typeof CODES)[number]
/** What the test reckons for itself: a text with as few parentheses as it can have, and its exact value. */
type Case = { text: string; binds: number; value: (figures: Record<Code, number>) => Share | boolean }
type Share = { up: bigint; down: bigint }
class Nothing extends Error {}

const share = (up: bigint, down = 1n): Share => {
  if (down === 0n) throw new Nothing()
  const [a, b] = down < 0n ? [-up, -down] : [up, down]
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return { up: a / (x || 1n), down: b / (x || 1n) }
}
const operators = {
  '*': [10, (a: Share, b: Share) => share(a.up * b.up, a.down * b.down)],
  '/': [10, (a: Share, b: Share) => share(a.up * b.down, a.down * b.up)],
  '+': [9, (a: Share, b: Share) => share(a.up * b.down + b.up * a.down, a.down * b.down)],
  '-': [9, (a: Share, b: Share) => share(a.up * b.down - b.up * a.down, a.down * b.down)],
  '<': [7, (a: Share, b: Share) => a.up * b.down < b.up * a.down],
  '<=': [7, (a: Share, b: Share) => a.up * b.down <= b.up * a.down],
  '>': [7, (a: Share, b: Share) => a.up * b.down > b.up * a.down],
  '>=': [7, (a: Share, b: Share) => a.up * b.down >= b.up * a.down],
  '==': [6, (a: Share, b: Share) => a.up === b.up && a.down === b.down],
  '!=': [6, (a: Share, b: Share) => a.up !== b.up || a.down !== b.down],
} as const
const around = (it: Case, least: number) => (it.binds < least ? `(${it.text})` : it.text)
const asShare = (value: Share | boolean): Share => (typeof value === 'boolean' ? share(0n) : value)

const figureCase = fc
  .constantFrom(...CODES)
  .map((code): Case => ({ text: code, binds: 20, value: figures => share(BigInt(figures[code])) }))
const numberCase = fc.record({ units: fc.nat(30), tenths: fc.nat(9) }).map(
  ({ units, tenths }): Case => ({
    text: tenths === 0 ? String(units) : `${units}.${tenths}`,
    binds: 20,
    value: () => share(BigInt(units * 10 + tenths), 10n),
  }),
)
const joined = (names: readonly (keyof typeof operators)[], of: fc.Arbitrary<Case>) =>
  fc.record({ left: of, right: of, name: fc.constantFrom(...names) }).map(({ left, right, name }): Case => {
    const [binds, run] = operators[name]
    return {
      text: `${around(left, binds)} ${name} ${around(right, binds + 1)}`,
      binds,
      value: figures => run(asShare(left.value(figures)), asShare(right.value(figures))),
    }
  })
const { amount } = fc.letrec<{ amount: Case }>(tie => ({
  amount: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    figureCase,
    numberCase,
    joined(['+', '-', '*', '/'], tie('amount')),
    tie('amount').map(it => ({
      text: `-${around(it, 15)}`,
      binds: 15,
      value: (figures: Record<Code, number>) => {
        const { up, down } = asShare(it.value(figures))
        return share(-up, down)
      },
    })),
  ),
}))
const comparison = joined(['<', '<=', '>', '>=', '==', '!='], amount)
const { truth } = fc.letrec<{ truth: Case }>(tie => ({
  truth: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.record({ left: tie('truth'), right: tie('truth') }).map(({ left, right }) => ({
      text: `${around(left, 2)}&&${around(right, 3)}`,
      binds: 2,
      value: (figures: Record<Code, number>) => Boolean(left.value(figures)) && Boolean(right.value(figures)),
    })),
    fc.record({ left: tie('truth'), right: tie('truth') }).map(({ left, right }) => ({
      text: `${around(left, 1)} || ${around(right, 2)}`,
      binds: 1,
      value: (figures: Record<Code, number>) => Boolean(left.value(figures)) || Boolean(right.value(figures)),
    })),
    tie('truth').map(it => ({
      text: `!(${it.text})`,
      binds: 15,
      value: (figures: Record<Code, number>) => !it.value(figures),
    })),
  ),
}))

test('a condition comes to what an independent reckoning says, and a division by 0 to nothing', () => {
  const some = fc.record({ neither: fc.nat(12), graduates: fc.nat(12), unknown: fc.nat(12) })
  let reckoned = 0
  fc.assert(
    fc.property(truth, some, ({ text, value }, figures) => {
      const found = read(text)
      if ('error' in found) return text.length > limits.length || !/ít|thiếu|không có hàm/i.test(found.error)
      const at = (code: string) => figures[CODES.find(it => it === code) ?? 'neither']
      const ours = reckonExpression(found.expression, it => at(it.code))
      reckoned += 1
      try {
        return ours === value(figures)
      } catch (error) {
        return error instanceof Nothing && typeof ours === 'object' && ours !== null && 'byZero' in ours
      }
    }),
    { numRuns: 3000 },
  )
  expect(reckoned).toBeGreaterThan(1000)
})

describe('a written check on a report', () => {
  const check = (holds: string, more: { x?: string; y?: string } = {}): Check => ({
    code: 'H101',
    severity: 'error',
    message: { vi: 'Không đúng: {x} và {y}.', en: 'Wrong: {x} and {y}.' },
    kind: 'expression',
    holds,
    ...more,
  })
  type Given = { previous?: Figures | null; switches?: ReadonlySet<string> }
  const said = (it: Check, changed: Figures = {}, { previous = null, switches = ALL_ON }: Given = {}) => {
    const edition = { ...firstEdition, checks: [it] }
    const found = findingsWith(changed, { edition, previous, fields: boxes(switches) })
    return found.map(({ fields, message }) => `${fields.join(' ')}: ${message}`)
  }

  test('speaks cohort by cohort where every indicator is by cohort', () => {
    const found = said(check('unknown <= 2', { x: 'unknown', y: 'unknown / graduates * 100' }))
    expect(found).toEqual(['unknown@2026: Không đúng: 5 và 5.'])
  })

  test('speaks once over the sums where one is for all together', () => {
    const found = said(check('sit_idle > neither', { x: 'sit_idle', y: 'neither' }))
    expect(found).toEqual(['sit_idle neither@2026 neither@2025 neither@2024: Không đúng: 3 và 20.'])
  })

  test('sums over the cohorts what it is told to', () => {
    expect(said(check('sum(neither) < 20', { x: 'sum(neither)' }))).toEqual([
      'neither@2026 neither@2025 neither@2024: Không đúng: 20 và .',
    ])
    expect(said(check('2 * neither < sum(neither)', { x: 'neither', y: 'sum(neither) / 3' }))).toEqual([
      'neither@2026 neither@2025 neither@2024: Không đúng: 10 và 6,67.',
    ])
  })

  test('compares with last month, and is silent for a cohort that last month did not have', () => {
    const it = check('neither - previous(neither) <= 1', { x: 'previous(neither)', y: 'neither' })
    const previous = { 'neither@2025': 2, 'neither@2024': 4 }
    expect(said(it, {}, { previous })).toEqual(['neither@2025: Không đúng: 2 và 6.'])
    expect(said(it)).toEqual([])
    expect(said(check('sum(neither) < sum(previous(neither))'), {}, { previous })).toEqual([])
  })

  test('says nothing with an empty box, even where it would not look, nor with an indicator switched off', () => {
    expect(said(check('graduates == 0 || unknown < 0'), { 'unknown@2026': null })).toHaveLength(2)
    expect(
      said(check('graduates > 0 || unknown < 0'), { 'unknown@2026': null, 'graduates@2026': 0 }),
    ).toEqual([])
    expect(said(check('poor > neither'))).toHaveLength(3)
    expect(said(check('poor > neither'), {}, { switches: NONE_ON })).toEqual([])
  })

  test('says nothing where it would divide by 0', () => {
    expect(said(check('neither == 0 || graduates / (neither - 10) > 100'))).toHaveLength(2)
  })

  test('is exact: 7 is 7 % of 100', () => {
    const seven = { 'graduates@2026': 100, 'unknown@2026': 7 }
    expect(0.07 * 100).not.toBe(7)
    expect(said(check('unknown >= 0.07 * graduates'), seven)).toHaveLength(2)
    expect(said(check('unknown == 0.07 * graduates'), seven)).toHaveLength(2)
  })

  test('a warning comes once, with the boxes of every cohort', () => {
    const warning: Check = { ...check('neither == 0', { x: 'neither' }), code: 'W101', severity: 'warning' }
    const found = checkReport({
      edition: { ...firstEdition, checks: [warning] },
      fields: boxes(),
      figures: soundFigures,
      texts: {},
      previous: null,
      earlier: [],
    })
    expect(found.map(it => it.fields)).toEqual([['neither@2026', 'neither@2025', 'neither@2024']])
  })

  test('a check too long for a cell of Excel is left to the portal, and not called right', () => {
    const share = Array.from({ length: 30 }, () => 'sum(neither)').join('+')
    const long = check('neither <= 1', { x: `(${share}) / 7`, y: `(${share}) / 3` })
    const open = openedReport({ typed: typedFigures(soundFigures) })
    const stateOf = (it: Check) => {
      const sheet = templateSheet(
        { ...open, edition: { ...firstEdition, checks: [it] } },
        { withDraft: true },
      )
      const line = sheet.layout.checks.find(one => one.code === 'H101')
      return [sheet.values.get(line?.state ?? ''), sheet.values.get(line?.message ?? '')]
    }
    expect(stateOf(check('neither <= 1'))).toMatchObject([{ result: 'Sửa' }, { result: expect.any(String) }])
    expect(stateOf(long)).toEqual(['', 'Không đúng: … và …. (Cổng kiểm tra khi nộp tệp.)'])
  })
})
