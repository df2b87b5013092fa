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

/** Rows of the official head, before the title. */
export const PAPER_ROWS = 4

/** Rows 1 to 4: superior body and nation, agency and motto, the lines under them, number and place with date. */
export function drawPaperHead(
  sheet: ExcelJS.Worksheet,
  paper: Paper,
  { span, madeAt }: { span: Span; madeAt: Date },
): void {
  const place = paper.place || say('vi', 'sheet.placeBlank')
  const date = say('vi', 'sheet.placeDate', { place, day: formatDayLong(dayAt(madeAt)) })
  const number = say('vi', 'sheet.number', { code: paper.documentCode || say('vi', 'sheet.placeBlank') })
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
  for (const [index, [left, right]] of pairs.entries())
    drawLines(sheet, index + 1, [
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

/** The block of signatures from row `at` on; gives the last row it used. */
export function drawSignatures(
  sheet: ExcelJS.Worksheet,
  paper: Paper,
  { span, at }: { span: Span; at: number },
): number {
  const pair = (left: Line, right: Line): Line[] => [
    { ...left, from: 1, to: span.left },
    { ...right, from: span.right, to: span.last },
  ]
  const rows: Line[][] = [
    pair(
      line(say('vi', 'sheet.preparedBy'), look.strong, 18),
      line(paper.signerTitle.toUpperCase(), look.strong, 18),
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
