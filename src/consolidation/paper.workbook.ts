import type ExcelJS from 'exceljs'
import { dayAt } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatDayLong } from '../words/vietnamese.ts'
import { paper as look, type Style } from './style.workbook.ts'
import type { Paper } from './table.rules.ts'

/** What official papers carry around a table: both heads above it, the signatures below (NĐ 30/2020, Phụ lục I). */

/** Columns 1…`left` for the agency, `right`…`last` for the nation; the title goes over all of them. */
export type Span = { left: number; right: number; last: number }

/** Divides a sheet's width: two fifths for the left head, half for the right one. */
export function spanOf(widths: readonly number[]): Span {
  const whole = widths.reduce((sum, it) => sum + it, 0)
  const columnAt = (share: number) => {
    let passed = 0
    return widths.findIndex(it => {
      passed += it
      return passed >= whole * share
    })
  }
  const left = Math.max(2, columnAt(0.42) + 1)
  return { left, right: Math.min(Math.max(left + 1, columnAt(0.5) + 1), widths.length), last: widths.length }
}

export type Line = { text: string; style: Style; height: number; from?: number; to?: number }

export type Opening = { title: string; below: readonly Line[]; span: Span; madeAt: Date }

/**
 * The rows over a table, from the first on. A paper of its own has both heads, number and day over its title. An annex
 * has none of them, since it goes out under the report it belongs to: its number stands over its name, and below that
 * which report it is attached to (NĐ 30/2020, Phụ lục I, mục III).
 */
export function openingOf(paper: Paper, { title, below, span, madeAt }: Opening): Line[][] {
  const whole = (it: Line): Line[] => [{ ...it, from: 1, to: span.last }]
  const [first, ...rest] = title.split('\n')
  const name = line([first, ...rest].join('\n').toUpperCase(), look.title, 20 * (1 + rest.length) + 2)
  if (!paper.annex) return [...headOf(paper, span, madeAt), whole(name), ...below.map(whole)]
  const number = line(say('vi', 'sheet.annex', { number: paper.annex.number }).trim(), look.title, 22)
  return [whole(number), whole(name), whole(line(attachedTo(paper), look.attached, 19)), ...below.map(whole)]
}

function attachedTo({ annex, agencyName, documentCode }: Paper): string {
  const number = annex?.reportNumber || `……/${documentCode || say('vi', 'sheet.placeBlank')}`
  const day = annex?.reportDay ? formatDayLong(annex.reportDay) : say('vi', 'sheet.dayBlank')
  return say('vi', 'sheet.annexOf', { number, day, agency: agencyName })
}

/** Superior body and nation, agency and motto, the lines under them, number and place with date. */
function headOf(paper: Paper, span: Span, madeAt: Date): Line[][] {
  const blank = say('vi', 'sheet.placeBlank')
  const date = say('vi', 'sheet.placeDate', {
    place: paper.place || blank,
    day: formatDayLong(dayAt(madeAt)),
  })
  const number = say('vi', 'sheet.number', {
    number: paper.documentNumber || ' '.repeat(12),
    code: paper.documentCode || blank,
  })
  const superior = paper.superiorName.toUpperCase()
  const agency = paper.agencyName.toUpperCase()
  const pairs: [Line, Line][] = [
    [
      line(superior || agency, superior ? look.plain : look.strong, 17),
      line(say('vi', 'sheet.nation'), look.strong, 17),
    ],
    [line(superior ? agency : '', look.strong, 18), line(say('vi', 'sheet.motto'), look.motto, 18)],
    [line('_'.repeat(26), look.rule, 8), line('_'.repeat(62), look.rule, 8)],
    [line(number, look.plain, 17), line(date, look.italic, 17)],
  ]
  return pairs.map(([left, right]) => [
    { ...left, from: 1, to: span.left },
    { ...right, from: span.right, to: span.last },
  ])
}

export const line = (text: string, style: Style, height: number): Line => ({ text, style, height })

/** Puts texts side by side into one row, each merged over its columns, and ends the row. */
export function drawLines(sheet: ExcelJS.Worksheet, at: number, lines: readonly Line[]): void {
  const row = sheet.getRow(at)
  row.height = Math.max(...lines.map(it => it.height))
  for (const { text, style, from = 1, to = from } of lines) {
    const cell = row.getCell(from)
    cell.value = text
    cell.style = style
    if (to > from) sheet.mergeCells(at, from, at, to)
  }
  row.commit()
}

/**
 * The block of signatures from row `at` on; gives the last row it used. An annex has none: the report it belongs to is
 * what is signed. Who signs in the head's place has 'KT. GIÁM ĐỐC' over the own title.
 */
export function drawSignatures(
  sheet: ExcelJS.Worksheet,
  paper: Paper,
  { span, at }: { span: Span; at: number },
): number {
  if (paper.annex) return at - 2
  const pair = (left: Line, right: Line): Line[] => [
    { ...left, from: 1, to: span.left },
    { ...right, from: span.right, to: span.last },
  ]
  const titles = [paper.authority, paper.signerTitle].filter((text, at) => at === 1 || text !== '')
  const rows: Line[][] = [
    ...titles.map((title, at) =>
      pair(
        line(at === 0 ? say('vi', 'sheet.preparedBy') : '', look.strong, 18),
        line(title.toUpperCase(), look.strong, 18),
      ),
    ),
    pair(
      line(say('vi', 'sheet.signName'), look.italic, 16),
      line(say('vi', 'sheet.signSeal'), look.italic, 16),
    ),
    pair(line('', look.plain, 60), line('', look.plain, 60)),
    pair(line(paper.preparedBy, look.strong, 18), line(paper.signerName, look.strong, 18)),
  ]
  for (const [index, lines] of rows.entries()) drawLines(sheet, at + index, lines)
  return at + rows.length - 1
}
