import type { ReadBook } from '../../src/files/book.rules.ts'
import { readBook, readUpload } from '../../src/files/read-book.ts'
import { storedZip } from '../../src/files/stored-zip.ts'
import { typedFigures } from '../../src/reports/draft.rules.ts'
import { formulasOf } from '../../src/reports/formula.rules.ts'
import { templateBookOf } from '../../src/reports/make-templates.ts'
import { quoted } from '../../src/reports/template-check.rules.ts'
import { layoutOfReport, sealOf } from '../../src/reports/template-layout.rules.ts'
import { readStamps, sheetNamesOf, stampOf, stampRows } from '../../src/reports/template-stamp.rules.ts'
import { NONE_ON, soundFigures } from '../support/sound-report.ts'
import { openedReport } from '../support/template.ts'

const now = new Date('2026-11-24T08:00:00+07:00')

const sheetsOf = (read: ReadBook) => {
  if (!read.ok) throw new Error(read.refusal)
  return read.sheets
}

test('every box has a cell of its own, with last month’s figure to its left', () => {
  for (const cohorts of [[2026], [2026, 2025, 2024], [2026, 2025, 2024, 2023, 2022, 2021]]) {
    const open = openedReport({ cohorts })
    const { cells, before, texts, explanations, reason, labels } = layoutOfReport(open)
    expect([...cells.keys()].sort()).toEqual(open.fields.map(it => it.name).sort())
    const boxes = [...cells.values(), ...before.values(), ...texts.values(), ...explanations.values(), reason]
    const all = [...boxes, ...labels.map(it => it.address)]
    expect(new Set(all).size).toBe(all.length)
    for (const [name, address] of cells) {
      const [, left = '', row] = /^([A-Z]+)(\d+)$/.exec(before.get(name) ?? '') ?? []
      expect(address).toBe(`${String.fromCharCode(left.charCodeAt(0) + 1)}${row}`)
    }
  }
})

test('each warning can be explained, and nothing else', () => {
  const { explanations } = layoutOfReport(openedReport())
  const warnings = openedReport().edition.checks.filter(it => it.severity === 'warning')
  expect([...explanations.keys()]).toEqual(warnings.map(it => it.code))
})

test('the layout is the same whatever was reported before, and another for another form', () => {
  const seal = (given = {}) => sealOf(layoutOfReport(openedReport(given)))
  expect(seal({ previous: soundFigures, typed: { note: 'x' } })).toBe(seal())
  expect(seal({ switches: NONE_ON })).not.toBe(seal())
  expect(seal({ cohorts: [2026, 2025] })).not.toBe(seal())
})

test('a check whose indicators the office has switched off has no line', () => {
  const { checks } = layoutOfReport(openedReport({ switches: NONE_ON }))
  expect(checks.map(it => it.code)).not.toContain('H7')
  expect(checks.map(it => it.code)).not.toContain('H9')
  expect(checks.map(it => it.code)).toContain('H8')
})

test('what was typed, and last month beside it, stand where the layout says; what was empty is empty', async () => {
  const typed = {
    ...typedFigures(soundFigures),
    'graduates@2026': '',
    note: '=1+1',
    'explain:W2': 'Đã rà soát.',
  }
  const open = openedReport({ typed, previous: { 'graduates@2026': 101 } })
  const { cells, before, texts, explanations } = layoutOfReport(open)
  const [sheet] = sheetsOf(await readBook(await templateBookOf(open, { withDraft: true, now })))
  const at = (address: string | undefined) => sheet?.cells.get(address ?? '')?.value ?? null
  expect(at(cells.get('graduates@2026'))).toBeNull()
  expect(at(cells.get('graduates@2025'))).toBe(90)
  expect(at(cells.get('sit_other'))).toBe(0)
  expect(at(before.get('graduates@2026'))).toBe(101)
  expect(at(before.get('graduates@2025'))).toBeNull()
  expect(sheet?.cells.get(texts.get('note') ?? '')).toEqual({ value: '=1+1', formula: false })
  expect(at(explanations.get('W2'))).toBe('Đã rà soát.')
  expect(at('A7')).toBe('Còn 1 nội dung phải sửa, 0 nội dung phải nêu lý do (xem phần Kiểm tra ở cuối biểu).')
})

test('a formula is silent while a figure is empty, and knows last month as a number', () => {
  const { fields, edition } = openedReport()
  const cells = new Map(fields.map((it, at) => [it.name, `D${at + 1}`]))
  const desk = { fields, cells, texts: new Map(), previous: null, earlier: [] }
  const of = (code: string) => edition.checks.flatMap(it => (it.code === code ? formulasOf(it, desk) : []))
  expect(of('H3').map(it => it.when)).toEqual([
    'IF(COUNT(D7,D5)=2,D7>MIN(D5),FALSE)',
    'IF(COUNT(D18,D16)=2,D18>MIN(D16),FALSE)',
    'IF(COUNT(D29,D27)=2,D29>MIN(D27),FALSE)',
  ])
  expect([...of('W1'), ...of('W2'), ...of('W3'), ...of('W4')]).toEqual([])
})

test('no text within a formula is longer than Excel takes', () => {
  const formula = quoted(`${'á'.repeat(450)}"`)
  expect(formula.split('&').every(it => it.length <= 255)).toBe(true)
  expect(formula.endsWith('""""')).toBe(false)
  expect(formula.endsWith('"""')).toBe(true)
})

test('a sheet is called as its commune is, as far as Excel lets it, and no two alike', () => {
  const names = sheetNamesOf([
    { id: 1, code: '1', name: "Ia H'Drai" },
    { id: 2, code: '2', name: 'Đắk Kôi' },
    { id: 3, code: '3', name: 'ĐẮK KÔI' },
    { id: 4, code: '4', name: 'Xã [A]/B: một tên rất dài hơn ba mươi mốt chữ' },
    { id: 5, code: '5', name: '???' },
  ])
  expect([...names.values()]).toEqual([
    "Ia H'Drai",
    'Đắk Kôi',
    'ĐẮK KÔI (3)',
    'Xã A B một tên rất dài hơn ba m',
    '(5)',
  ])
})

test('a book’s stamps are read as they were written, and what is none is passed over', () => {
  const stamp = stampOf('Kon Plông', layoutOfReport(openedReport()), { revision: 3, sent: 1 })
  expect(readStamps([...stampRows([stamp]), ['x', 'y'], []])).toEqual([stamp])
  expect(readStamps([['khác'], ...stampRows([stamp])])).toEqual([])
})

test('several templates travel in one zip, under names with every letter', async () => {
  const bytes = await templateBookOf(openedReport(), { withDraft: true, now })
  const name = 'Xã Kon Plông – ỰẪỘ đƯỜNG.xlsx'
  const read = await readUpload(
    storedZip(
      [
        { name, bytes },
        { name: 'b.xlsx', bytes },
      ],
      now,
    ),
    'x.zip',
  )
  expect(read.ok && read.books.map(it => [it.name, it.book.ok])).toEqual([
    [name, true],
    ['b.xlsx', true],
  ])
})
