import { ZodError } from 'zod'
import { parseEdition } from '../../src/reports/edition.rules.ts'
import type { Edition } from '../../src/reports/form.rules.ts'
import { firstEdition } from '../support/sound-report.ts'

type Loose<T> = { -readonly [Key in keyof T]: Loose<T[Key]> }
type Spoilt = Loose<Edition>

const check = (edition: Spoilt, code: string): object => edition.checks.find(it => it.code === code) ?? {}
const indicator = (edition: Spoilt, section = 0): object => edition.sections[section]?.indicators[0] ?? {}
const addPart = (it: object, part: string) => 'parts' in it && Array.isArray(it.parts) && it.parts.push(part)

/** Each fault as "where what". */
function faultsAfter(spoil: (edition: Spoilt) => unknown): string {
  const edition: Spoilt = JSON.parse(JSON.stringify(firstEdition))
  spoil(edition)
  try {
    parseEdition(edition)
    return 'none'
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    return error.issues.map(it => `${it.path.join('.')} ${it.message}`).join('\n')
  }
}

test('the first edition has the checks of the list, with the sum of the five boxes added', () => {
  const errors = firstEdition.checks.filter(it => it.severity === 'error').map(it => it.code)
  const warnings = firstEdition.checks.filter(it => it.severity === 'warning').map(it => it.code)
  expect(errors).toEqual(['H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10', 'H11', 'H13', 'H14'])
  expect(warnings).toEqual(['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W10', 'W11'])
})

test('every box must be filled unless the edition says otherwise', () => {
  expect(firstEdition.sections.flatMap(it => it.indicators).every(it => it.required)).toBe(true)
})

test('an edition read before is read again as it is', () => {
  expect(faultsAfter(() => {})).toBe('none')
})

const refused: [string, (edition: Spoilt) => unknown, string][] = [
  [
    'a check on an unknown indicator',
    it => Object.assign(check(it, 'H3'), { parts: ['femal'] }),
    'H3 names the unknown indicator "femal"',
  ],
  [
    'an unknown limit',
    it => Object.assign(check(it, 'H5'), { limits: ['boys'] }),
    'H5 names the unknown indicator "boys"',
  ],
  [
    'an unknown total',
    it => Object.assign(check(it, 'H8'), { total: 'everyone' }),
    'H8 names the unknown indicator "everyone"',
  ],
  [
    'an unknown movement',
    it => Object.assign(check(it, 'W1'), { plus: ['flow_up'] }),
    'W1 names the unknown indicator "flow_up"',
  ],
  [
    'an unknown figure to explain',
    it => Object.assign(check(it, 'H13'), { indicator: 'fix' }),
    'H13 names the unknown indicator "fix"',
  ],
  [
    'an unknown overlap',
    it => Object.assign(check(it, 'H6'), { of: ['female', 'tall'] }),
    'H6 names the unknown indicator "tall"',
  ],
  [
    'an unknown share',
    it => Object.assign(check(it, 'W5'), { total: 'pupils' }),
    'W5 names the unknown indicator "pupils"',
  ],
  ['a sum of its own total', it => addPart(check(it, 'H14'), 'graduates'), 'H14 sums its own total'],
  ['a part counted twice', it => addPart(check(it, 'H8'), 'sit_idle'), 'H8 counts a part twice'],
  ['a kind of check nobody wrote', it => Object.assign(check(it, 'H3'), { kind: 'riddle' }), 'checks.1.kind'],
  [
    'a warning with an error’s letter',
    it => Object.assign(check(it, 'H3'), { severity: 'warning' }),
    'H3 is marked warning',
  ],
  [
    'a message in one language',
    it => Object.assign(check(it, 'H3'), { message: { vi: 'Sai.' } }),
    'checks.1.message.en',
  ],
  [
    'two checks of one code',
    it => Object.assign(check(it, 'H4'), { code: 'H3' }),
    'the check "H3" is there twice',
  ],
  [
    'two indicators of one code',
    it => Object.assign(indicator(it, 1), { code: 'neither' }),
    'the code "neither" is used twice',
  ],
  [
    'an indicator called like a text',
    it => Object.assign(indicator(it, 1), { code: 'note' }),
    'the code "note" is used twice',
  ],
  [
    'two sections of one code',
    it => Object.assign(it.sections[1] ?? {}, { code: 'flows' }),
    'the section "flows" is there twice',
  ],
  [
    'a part of an unknown whole',
    it => Object.assign(indicator(it, 1), { partOf: 'nothing' }),
    'unknown indicator "nothing"',
  ],
  [
    'two indicators within each other',
    it => Object.assign(indicator(it), { partOf: 'neither' }),
    'neither is a part of itself',
  ],
  [
    'a headline that is not by cohort',
    it => Object.assign(it, { headline: 'sit_idle' }),
    'the headline "sit_idle"',
  ],
  ['a reason in a text the form lacks', it => it.texts.pop(), 'H13 asks for a text that the form lacks'],
  [
    'a code with a blank',
    it => Object.assign(indicator(it), { code: 'a b' }),
    'sections.0.indicators.0.code',
  ],
  [
    'a type nobody wrote',
    it => Object.assign(indicator(it), { type: 'share' }),
    'sections.0.indicators.0.type',
  ],
  [
    'a month that is none',
    it => Object.assign(it, { effectiveFrom: '2023-13' }),
    'effectiveFrom is not a month',
  ],
  ['a setting nobody knows', it => Object.assign(it, { colour: 'red' }), 'colour'],
  ['no section', it => it.sections.splice(0), 'sections'],
  [
    'a written check on an unknown indicator',
    it => write(it, { holds: 'nether <= 3' }),
    'H101: The form has no indicator “nether”, at character 1: did you mean “neither”?',
  ],
  [
    'a written check that divides by 0',
    it => write(it, { holds: '1 / neither < 2' }),
    'divides by 0 when every box is 0',
  ],
  [
    'a written check that cannot be read',
    it => write(it, { holds: 'neither <=' }),
    'H101: After “neither <=”',
  ],
  [
    'a message with a figure that is none',
    it => write(it, { x: 'neither < 3' }),
    'must be a number, not a comparison',
  ],
  ['a written check of four digits', it => write(it, { code: 'H1234' }), 'code'],
  ['a written check against its letter', it => write(it, { severity: 'warning' }), 'H101 is marked warning'],
]

const write = (edition: Spoilt, more: object) =>
  edition.checks.push({
    ...{ code: 'H101', severity: 'error', message: { vi: 'Sai.', en: 'Wrong.' } },
    ...{ kind: 'expression', holds: 'neither <= graduates' },
    ...more,
  } as Spoilt['checks'][number])

test('an edition may have checks that an office wrote', () => {
  expect(faultsAfter(it => write(it, { x: 'neither', y: 'neither / graduates' }))).toBe('none')
})

test.each(refused)('an edition is refused for %s', (_, spoil, reason) => {
  expect(faultsAfter(spoil)).toContain(reason)
})

test('an edition that is no object is refused', () => {
  expect(() => parseEdition(null)).toThrow(ZodError)
  expect(() => parseEdition('2023-10')).toThrow(ZodError)
})
