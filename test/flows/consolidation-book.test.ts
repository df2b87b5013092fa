import ExcelJS from 'exceljs'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { writeMonthBook } from '../../src/consolidation/consolidation.workbook.ts'
import type { ConsolidationTable } from '../../src/consolidation/table.rules.ts'
import { writeYearBook } from '../../src/consolidation/year.workbook.ts'
import {
  communesOf,
  figuresFor,
  livelyVersions,
  paper,
  tableOf,
  versionOf,
  wholeNation,
} from '../support/consolidation.ts'

const MADE = new Date('2026-11-02T08:15:00+07:00')

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer as never)
  return book
}

const bookOf = async (table: ConsolidationTable) => open(await writeMonthBook(table, MADE))
const first = (book: ExcelJS.Workbook) => book.worksheets[0] ?? never()

/** Every formula of a book, with what it says and what its cells really sum to, without the writer's help. */
function formulasIn(book: ExcelJS.Workbook) {
  const found: { sheet: string; cell: string; formula: string; cached: unknown; real: number }[] = []
  for (const sheet of book.worksheets)
    sheet.eachRow(row =>
      row.eachCell(cell => {
        if (cell.formula)
          found.push({
            sheet: sheet.name,
            cell: cell.address,
            formula: cell.formula,
            cached: cell.result,
            real: evaluate(book, sheet, cell.formula),
          })
      }),
    )
  return found
}

function evaluate(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, formula: string): number {
  const reference = /^'([^']+)'!([A-Z]+\d+)$/.exec(formula)
  if (reference) return numberIn(book, book.getWorksheet(reference[1]) ?? never(), reference[2] ?? '')
  const inside = /^SUM\((.*)\)$/.exec(formula)?.[1] ?? never()
  return inside
    .split(',')
    .flatMap(part => cellsOf(part))
    .reduce((sum, cell) => sum + numberIn(book, sheet, cell), 0)
}

function cellsOf(part: string): string[] {
  const [, letter = '', from, to = from] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(part) ?? never()
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${letter}${Number(from) + i}`)
}

function numberIn(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, address: string): number {
  const cell = sheet.getCell(address)
  if (cell.formula) return evaluate(book, sheet, cell.formula)
  return typeof cell.value === 'number' ? cell.value : 0
}

const rowNamed = (sheet: ExcelJS.Worksheet, name: string): ExcelJS.Row => {
  let found: ExcelJS.Row | null = null
  sheet.eachRow(row => {
    if (row.getCell(2).value === name) found ??= row
  })
  return found ?? never()
}

const textsIn = (sheet: ExcelJS.Worksheet): string[] => {
  const texts: string[] = []
  sheet.eachRow(row => row.eachCell(cell => typeof cell.value === 'string' && texts.push(cell.value)))
  return texts
}

describe.each([1, 7, 96])('the book of %i communes', count => {
  const units = communesOf('51').slice(0, count)
  const table = tableOf({ units, versions: livelyVersions(units) })

  it('keeps results in its formulas that equal the cells they sum', async () => {
    const formulas = formulasIn(await bookOf(table))
    expect(formulas.length).toBeGreaterThan(40)
    expect(formulas.filter(it => it.cached !== it.real)).toEqual([])
  })

  it('has a row a commune in the table’s order, numbered', async () => {
    const sheet = first(await bookOf(table))
    const listed = (table.blocks[0]?.rows ?? []).map(it => rowNamed(sheet, it.name))
    expect(listed.map(it => Number(it.getCell(1).value))).toEqual(listed.map((_, index) => index + 1))
    expect(listed.map(it => it.number)).toEqual(listed.map((_, index) => (listed[0]?.number ?? 0) + index))
  })
})

describe('the sheet that is signed', () => {
  const units = communesOf('51')
  const table = tableOf({ units, versions: livelyVersions(units) })
  let book: ExcelJS.Workbook
  let sheet: ExcelJS.Worksheet
  beforeAll(async () => {
    book = await bookOf(table)
    sheet = first(book)
  })

  it('carries both heads, title, period, unit of count, place with date, and the signatures', () => {
    const texts = textsIn(sheet)
    for (const text of [
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI',
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Quảng Ngãi, ngày 02 tháng 11 năm 2026',
      'Kỳ báo cáo: tháng 10/2026',
      'Đơn vị tính: học sinh',
      'NGƯỜI LẬP BIỂU',
      'GIÁM ĐỐC',
      'Nguyễn Thị Mai',
      'Bùi Thu Hà',
    ])
      expect(texts).toContain(text)
    expect(texts.some(it => it.includes('Số liệu từ ngày 15/09/2026 đến ngày 14/10/2026'))).toBe(true)
  })

  it('is A4 across, one page wide, with heads repeated, panes frozen and a print area', () => {
    const { paperSize, orientation, fitToWidth, fitToHeight, printTitlesRow, printArea } = sheet.pageSetup
    expect({ paperSize, orientation, fitToWidth, fitToHeight }).toEqual({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 4,
    })
    expect(printTitlesRow).toBe('9:12')
    expect(printArea).toMatch(/^A1:T\d+$/)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 12 })
  })

  it('has a numbering row under merged heads', () => {
    const numbering = sheet.getRow(12)
    expect(numbering.getCell(1).value).toBe('(1)')
    expect(numbering.getCell(3).value).toBe('(3)=(4)+(5)+(6)+(7)+(8)')
    expect(sheet.getCell('C9').value).toBe('Học sinh tốt nghiệp THCS')
    expect(sheet.getCell('K9').isMerged).toBe(true)
  })

  it('shades a missing commune, leaves its cells empty and says so in Ghi chú', () => {
    const missing = table.blocks[0]?.rows.find(it => it.state === 'missing') ?? never()
    const row = rowNamed(sheet, missing.name)
    expect(row.getCell(20).value).toBe('Chưa báo cáo')
    for (let column = 3; column < 20; column += 1) {
      expect(row.getCell(column).value).toBeNull()
      expect(row.getCell(column).fill).toMatchObject({ type: 'pattern', pattern: 'solid' })
    }
  })

  it('is in Times New Roman throughout, the normal font included', () => {
    const fonts = new Set<string | undefined>()
    sheet.eachRow(row => row.eachCell({ includeEmpty: false }, cell => fonts.add(cell.font?.name)))
    expect([...fonts]).toEqual(['Times New Roman'])
    expect(sheet.getCell('A200').font?.name ?? 'Times New Roman').toBe('Times New Roman')
  })

  it('is followed by the list of who is missing, late or returned', () => {
    const list = book.worksheets[1] ?? never()
    const { missing, late, returned } = table.counts
    expect(list.name).toBe('Chưa gửi, gửi muộn')
    const texts = textsIn(list)
    expect(texts).toContain(`Chưa báo cáo: ${missing} đơn vị`)
    expect(texts).toContain(`Báo cáo muộn: ${late} đơn vị`)
    expect(texts).toContain(`Bị trả lại, chờ gửi lại: ${returned} đơn vị`)
  })
})

describe('text that Excel could take for a formula', () => {
  const spells = [
    '=1+1',
    '+84 123',
    '-2',
    '@SUM(A1)',
    '=HYPERLINK("http://x","y")',
    "=cmd|'/c calc'!A0",
    '\tTab',
    'a & b < c > "d"',
  ]
  it.each(spells)('stays text: %s', async spell => {
    const units = [{ ...(communesOf('51')[0] ?? never()), fullName: spell }]
    const version = versionOf(units[0]?.id ?? 0, {
      explanations: { W2: spell },
      texts: { note: spell, proposals: spell },
      by: spell,
      onTime: false,
    })
    const book = await bookOf(
      tableOf({ units, versions: [version], paper: { ...paper, signerName: spell, preparedBy: spell } }),
    )
    const cells = book.worksheets.flatMap(sheet => {
      const found: ExcelJS.Cell[] = []
      sheet.eachRow(row =>
        row.eachCell(
          cell => typeof cell.value === 'string' && cell.value.includes(spell.trim()) && found.push(cell),
        ),
      )
      return found
    })
    expect(cells.length).toBeGreaterThanOrEqual(5)
    expect(formulasIn(book).filter(it => !it.formula.startsWith('SUM('))).toEqual([])
  })
})

describe('cells under five', () => {
  const units = communesOf('51').slice(0, 3)
  it('are masked everywhere when the office says so, and sums stay true', async () => {
    const table = tableOf({
      units,
      versions: units.map(it => versionOf(it.id)),
      paper: { ...paper, maskSmallCells: true },
    })
    const book = await bookOf(table)
    for (const sheet of book.worksheets)
      sheet.eachRow(row => {
        if (/^\d+$/.test(String(row.getCell(1).value)))
          row.eachCell((cell, column) => {
            if (column > 2 && typeof cell.value === 'number') expect([1, 2, 3, 4]).not.toContain(cell.value)
          })
      })
    const total = rowNamed(first(book), 'Tổng cộng')
    expect(total.getCell(3).value).toBe(table.totals[0])
  })
})

describe('the nation’s book', () => {
  it('has 34 blocks with subtotals, and every sum right', async () => {
    const units = wholeNation()
    const book = await bookOf(tableOf({ units, versions: livelyVersions(units) }))
    const formulas = formulasIn(book)
    expect(formulas.filter(it => it.cached !== it.real)).toEqual([])
    expect(textsIn(first(book))).toContain('XXXIV')
  }, 60_000)
})

describe('the year’s book', () => {
  const units = communesOf('51').slice(0, 7)
  const months = ['2025-09', '2025-10', '2025-11'].map(month =>
    tableOf({
      month: asMonth(month),
      units,
      versions:
        month === '2025-11' ? [] : units.map(it => versionOf(it.id, { figures: figuresFor(it.id, month) })),
    }),
  )
  async function* tables() {
    yield* months
  }

  it('opens with an overview of formulas over one sheet a month', async () => {
    const book = await open(await writeYearBook('2025-2026', tables(), MADE))
    expect(book.worksheets.map(it => it.name)).toEqual([
      'Cả năm 2025-2026',
      'Tháng 09-2025',
      'Tháng 10-2025',
      'Tháng 11-2025',
    ])
    const formulas = formulasIn(book)
    expect(formulas.filter(it => it.cached !== it.real)).toEqual([])
    expect(formulas.filter(it => it.formula.startsWith("'Tháng 09-2025'!")).length).toBe(24)
  })

  it('adds movements, marks stocks with x, and leaves a month without reports empty', async () => {
    const overview = first(await open(await writeYearBook('2025-2026', tables(), MADE)))
    const rows: ExcelJS.Row[] = []
    overview.eachRow(row => rows.push(row))
    const year = rows.find(it => it.getCell(1).value === 'Cộng cả năm') ?? never()
    expect(year.getCell(7).value).toBe('x')
    expect(year.getCell(7 + 17).formula).toMatch(/^SUM\(/)
    const empty = rows.find(it => it.getCell(1).value === '11/2025') ?? never()
    expect(empty.getCell(7).value).toBeNull()
  })
})

function never(): never {
  throw new Error('not in this story')
}
