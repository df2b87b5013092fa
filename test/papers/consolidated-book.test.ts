import readBook from 'read-excel-file/node'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { writeMonthBook } from '../../src/consolidation/consolidation.workbook.ts'
import type { Place } from '../../src/consolidation/place.rules.ts'
import { rowsOf } from '../../src/consolidation/table.rules.ts'
import { writeYearBook } from '../../src/consolidation/year.workbook.ts'
import { communesOf, livelyVersions, OFFICE, paper, tableOf, wholeNation } from '../support/consolidation.ts'
import { type OfficeProgram, openOfficeProgram } from '../support/office-program.ts'

/** The office's book in two programs that did not write it: read-excel-file and LibreOffice. */

const MADE_AT = new Date('2026-10-27T08:00:00+07:00')

let office: OfficeProgram
beforeAll(async () => {
  office = await openOfficeProgram()
})
afterAll(() => office.close())

/** Every letter that Vietnamese is written with, in a name of a commune. */
const letters = (() => {
  const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
  const vowels = [...'aăâeêioôơuưy']
  const lower = `bcdđghklmnpqrstvx${vowels.flatMap(it => marks.map(mark => it + mark)).join('')}`.normalize(
    'NFC',
  )
  return [lower, lower.toLocaleUpperCase('vi')]
})()

const everyLetter = (fullName: string, at: number): Place => ({
  id: 2000 + at,
  kind: 'commune',
  name: fullName,
  fullName,
  parentId: OFFICE,
})

const goals = [{ unitId: OFFICE, measure: 'upper', percent: 70, source: '' }]
const table = (units: readonly Place[], changes = {}) =>
  tableOf({ units, versions: livelyVersions(units), targets: goals, ...changes })

const inQuangNgai = communesOf('51')

/** Whole numbers as they are, shares to nine places: what two programs may differ in is not the figure. */
const plain = (value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value === '' ? null : value

async function cellsOf(bytes: Buffer): Promise<Map<string, unknown>> {
  const cells = new Map<string, unknown>()
  for (const { sheet, data } of await readBook(bytes))
    for (const [row, values] of data.entries())
      for (const [column, value] of values.entries()) {
        const known = plain(value)
        if (known !== null) cells.set(`${sheet} ${row + 1}:${column + 1}`, known)
      }
  return cells
}

async function differences(bytes: Buffer): Promise<string[]> {
  const [ours, theirs] = [await cellsOf(bytes), await cellsOf(await office.convert(bytes, 'xlsx'))]
  expect(ours.size).toBeGreaterThan(50)
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter(at => ours.get(at) !== theirs.get(at))
    .map(at => `${at}: ${ours.get(at)} | ${theirs.get(at)}`)
}

describe("the month's book, reckoned anew by LibreOffice, holds the same in every cell", () => {
  test.each([
    ['1 commune', table(inQuangNgai.slice(0, 1))],
    ['7 communes', table(inQuangNgai.slice(0, 7))],
    ['96 communes', table(inQuangNgai)],
    [
      '7 communes as an annex, signed by a deputy',
      table(inQuangNgai.slice(0, 7), {
        paper: {
          ...paper,
          authority: 'KT. GIÁM ĐỐC',
          annex: { number: 'I', reportNumber: '', reportDay: null },
        },
      }),
    ],
    [
      '96 communes with small figures masked',
      table(inQuangNgai, { paper: { ...paper, maskSmallCells: true } }),
    ],
    ['names with every Vietnamese letter', table(letters.map(everyLetter))],
    ['3,321 communes under 34 offices', table(wholeNation())],
  ])('%s', async (_, it) => {
    expect(await differences(await writeMonthBook(it, MADE_AT))).toEqual([])
  })
})

test("the year's overview, reckoned anew, is what its months say", async () => {
  const months = ['2026-08', '2026-09', '2026-10'].map(month =>
    table(inQuangNgai.slice(0, 7), { month: asMonth(month) }),
  )
  async function* each() {
    yield* months
  }
  expect(await differences(await writeYearBook('2026', each(), MADE_AT))).toEqual([])
})

test('printed, the book names every commune and numbers its pages, with nothing cut to #####', async () => {
  const it = table(inQuangNgai)
  const pages = await office.pagesOf(await office.convert(await writeMonthBook(it, MADE_AT), 'pdf'))
  expect(pages.length).toBeGreaterThan(8)
  expect(pages.length).toBeLessThan(40)
  const text = pages.join('\n').replace(/\s+/g, ' ')
  expect(
    rowsOf(it)
      .filter(row => !text.includes(row.name))
      .map(row => row.name),
  ).toEqual([])
  expect(text).not.toContain('###')
  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
})

test('names with every Vietnamese letter reach the paper whole', async () => {
  const book = await writeMonthBook(table(letters.map(everyLetter)), MADE_AT)
  const text = (await office.pagesOf(await office.convert(book, 'pdf'))).join('').normalize('NFC')
  expect([...letters.join('')].filter(letter => !text.includes(letter))).toEqual([])
})
