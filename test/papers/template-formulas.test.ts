import excel from 'exceljs'
import { typedFigures } from '../../src/reports/draft.rules.ts'
import type { Check, Figures } from '../../src/reports/form.rules.ts'
import { openTemplateBook } from '../../src/reports/template.workbook.ts'
import { type TemplateSheet, templateSheet } from '../../src/reports/template-sheet.rules.ts'
import { type OfficeProgram, openOfficeProgram } from '../support/office-program.ts'
import { ALL_ON, boxes, NONE_ON, soundFigures } from '../support/sound-report.ts'
import { openedReport } from '../support/template.ts'

/** The same each run, so that a failure can be looked at again. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * below)
  }
}

/** Sound figures with some boxes changed, emptied or set to 0, now and then by a lot. */
function disturbed(figures: Figures, below: (most: number) => number, times: number): Figures {
  const names = boxes(ALL_ON).map(it => it.name)
  const changed: Record<string, number | null> = { ...figures }
  for (let time = 0; time < times; time += 1) {
    const name = names[below(names.length)] ?? ''
    const was = changed[name] ?? 0
    const ways = [
      null,
      0,
      was + 1,
      Math.max(0, was - 1),
      was + below(30),
      was * 100 + below(9) + 1,
      below(12),
    ]
    changed[name] = Math.min(9999, ways[below(ways.length)] ?? Number.NaN)
    if (Number.isNaN(changed[name])) changed[name] = null
  }
  return changed
}

/** What chance seldom brings about. */
const rare: Record<number, Figures> = {
  1: { wish_vocational: 25 },
  2: { 'female@2026': 0, 'minority_female@2026': 0 },
  3: { sit_unknown: 12 },
  4: { sit_local_work: 1234, 'neither@2025': 1240 },
}

function openAt(seed: number) {
  const below = chance(seed)
  const figures = { ...disturbed(soundFigures, below, below(6)), ...rare[seed] }
  const alike = below(3) === 0
  const previous = below(5) === 0 ? null : alike ? figures : disturbed(soundFigures, below, below(4))
  const closed = previous && below(3) === 0
  const then = closed ? { ...without(previous, '@2026'), 'neither@2023': below(20) } : previous
  const explained = below(2) === 0 ? { 'explain:W2': 'Đã rà soát cùng thôn trưởng.' } : {}
  const signed: Record<string, string> = below(4) === 0 ? { flow_adjust: String(below(9) - 4) } : {}
  const note: Record<string, string> = below(2) === 0 ? { note: 'Có một em chuyển về.' } : {}
  const open = openedReport({
    unit: { id: seed, code: String(seed), fullName: `Xã ${seed}` },
    typed: { ...typedFigures(figures), ...signed, ...note, ...explained },
    previous: then,
    earlier: alike ? [previous, previous] : [disturbed(soundFigures, below, 1), null],
    switches: below(3) === 0 ? NONE_ON : ALL_ON,
  })
  return { ...open, edition: { ...open.edition, checks: [...open.edition.checks, ...written] } }
}

/** Checks as an office writes them: every operator and function, shares, last month, sums, divisions by 0. */
const written: Check[] = [
  ['W101', 'unknown <= 0.07 * graduates', 'unknown', 'unknown / graduates * 100'],
  ['W102', 'graduates == 0 || neither / graduates < 1 / 8', 'neither / graduates', 'graduates / 3'],
  ['H103', 'abs(neither - previous(neither)) <= max(3, 0.2 * graduates)', 'previous(neither)', 'neither'],
  ['W104', '!(sit_idle + sit_waiting > sum(neither) / 4 && sit_idle != 0)', 'sit_idle - sum(neither)'],
  ['W105', 'sum(neither) >= previous(sum(neither)) - 2', 'sum(neither)', 'previous(sum(neither)) / 7'],
  ['H106', 'min(female, minority) - minority_female >= -(1 + 0.5)', '-minority_female / 4', '1000 * female'],
  ['W107', 'neither == 6 || graduates / (neither - 6) > 18.5', 'graduates / (neither - 6)'],
  ['W108', '0.1 + 0.2 == 0.3 && neither * 3 / 3 == neither && poor + disabled < neither', 'poor + disabled'],
  ['W109', 'flow_adjust >= 0', 'flow_adjust / 8', 'graduates'],
].map(([code = '', holds = '', x, y]) => ({
  code,
  severity: code.startsWith('H') ? 'error' : 'warning',
  message: { vi: 'Đề nghị xem lại {x} và {y}.', en: 'Please look at {x} and {y}.' },
  kind: 'expression',
  holds,
  ...(x && { x }),
  ...(y && { y }),
}))

const without = (figures: Figures, part: string): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => !name.includes(part)))

/** With nothing reckoned, so that LibreOffice has to. */
const bare = (sheet: TemplateSheet): TemplateSheet => ({
  ...sheet,
  values: new Map(
    [...sheet.values].map(([address, value]) => [
      address,
      typeof value === 'object' ? { formula: value.formula, result: '?' } : value,
    ]),
  ),
})

let office: OfficeProgram
beforeAll(async () => {
  office = await openOfficeProgram()
})
afterAll(() => office.close())

async function recalculated(bytes: Buffer): Promise<excel.Workbook> {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load((await office.convert(bytes, 'xlsx')) as unknown as ArrayBuffer)
  return workbook
}

test('the formulas of the template find what the portal finds, on figures of every kind', async () => {
  const book = await openTemplateBook({ title: 'Mẫu', madeAt: new Date('2026-11-24T08:00:00+07:00') })
  const made = Array.from({ length: 100 }, (_, at) => {
    const open = openAt(at + 1)
    const sheet = templateSheet(open, { withDraft: true })
    book.add(String(at + 1), open, bare(sheet))
    return { name: String(at + 1), sheet }
  })
  const workbook = await recalculated(await book.finish())
  const seen = new Map<string, number>()
  const wrong = made.flatMap(({ name, sheet: { values, layout } }) => {
    for (const { code, state } of layout.checks) {
      const value = values.get(state)
      if (typeof value === 'object' && value.result !== 'Đạt') seen.set(code, (seen.get(code) ?? 0) + 1)
    }
    return [...values].flatMap(([address, value]) => {
      if (typeof value !== 'object') return []
      const found = workbook.getWorksheet(name)?.getCell(address).result
      return found === value.result ? [] : [`${name}!${address}: ${value.result} | ${String(found)}`]
    })
  })
  expect(wrong).toEqual([])
  const codes = ['H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10', 'H11', 'H13', 'H14']
  const warned = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W11']
  expect([...codes, ...warned, ...written.map(it => it.code)].filter(code => !seen.has(code))).toEqual([])
})
