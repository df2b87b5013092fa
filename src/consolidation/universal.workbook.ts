import type ExcelJS from 'exceljs'
import { type Distance, isDifficult, requiredOf } from '../targets/universal.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import { addSheet, type Book, breathe, closeSheet, letterOf, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { drawBars, isShielded, type Value } from './formula.workbook.ts'
import { LEAD } from './geometry.rules.ts'
import type { Source } from './goal.workbook.ts'
import { remarksOf } from './goal-view.rules.ts'
import { linesFrom, type SheetLine } from './line.rules.ts'
import { HIDDEN_MARK, isSmall, type Shield, SMALL_MARK, type Where } from './mask.rules.ts'
import { linesOf } from './measure.rules.ts'
import { drawLines, line } from './paper.workbook.ts'
import {
  learningIn,
  reachedAmong,
  rowDistance,
  type UniversalPlaces,
  universalPlaces,
} from './standard.rules.ts'
import { heads, paper as look, type RowStyle, rows as styles } from './style.workbook.ts'
import { type Cells, type ConsolidationTable, type Row, rowsOf } from './table.rules.ts'

/**
 * "Phổ cập mức độ 3": how far each commune is from it. On a sheet of its own, since four shares with all that is said of
 * each do not fit across one A4 page in letters that can be read. Reckoned on the row from the first sheet's figures.
 */
export async function drawUniversal(
  book: Book,
  table: ConsolidationTable,
  { source, shield }: { source: Source; shield: Shield },
): Promise<void> {
  const places = universalPlaces(table.columns)
  if (!places) return
  const sheet = openSheet(book, table)
  const lines = linesFrom(table, FIRST_ROW)
  for (const it of lines) {
    const there = source.firstRow + it.at - FIRST_ROW
    const figureAt = (place: number) =>
      `'${source.name}'!${letterOf(LEAD + 1 + source.plan.at.indexOf(place))}${there}`
    writeLine(sheet, it, { table, places, shield, figureAt })
    if (it.at % ROWS_BETWEEN_BREATHS === 0) await breathe()
  }
  const last = FIRST_ROW + lines.length - 1
  drawBars(sheet, [`${AT.share}${FIRST_ROW}:${AT.share}${last}`])
  closeSheet(sheet, WIDTHS.length, last)
}

const HEAD_ROW = 4
const FIRST_ROW = HEAD_ROW + 1
const SHOWN = ['kind', 'graduates', 'learning', 'share', 'required', 'points', 'pupils', 'verdict'] as const
const WIDTHS = [5, 28, 9, 10, 12, 9, 9, 10.5, 10, 19, 30]
const AT = { graduates: 'D', learning: 'E', share: 'F', required: 'G', pupils: 'I', verdict: 'J' } as const

function openSheet(book: Book, table: ConsolidationTable): ExcelJS.Worksheet {
  const { percent, difficultPercent, source } = table.standard
  const frozen = { columns: LEAD, rows: HEAD_ROW }
  const sheet = addSheet(book, { name: say('vi', 'universal.sheet'), widths: WIDTHS, frozen }, HEAD_ROW)
  const to = WIDTHS.length
  const text = say('vi', 'universal.sheetText', {
    percent: formatNumber(percent),
    difficult: formatNumber(difficultPercent),
    source,
  })
  const period = say('vi', 'sheet.period', { month: formatMonth(table.month) })
  drawLines(sheet, 1, [{ ...line(say('vi', 'universal.sheetTitle').toUpperCase(), look.title, 24), to }])
  drawLines(sheet, 2, [{ ...line(period, look.subtitle, 20), to }])
  drawLines(sheet, 3, [{ ...line(text, look.note, 32), to }])
  const names = SHOWN.map(it => say('vi', `universal.column.${it}`))
  const all = [say('vi', 'sheet.order'), say('vi', 'sheet.unit'), ...names, say('vi', 'sheet.remarks')]
  const row = sheet.addRow(all)
  for (const at of all.keys()) row.getCell(at + 1).style = heads.column
  row.height = 44
  row.commit()
  return sheet
}

type Reach = {
  table: ConsolidationTable
  places: UniversalPlaces
  shield: Shield
  figureAt: (place: number) => string
}

function writeLine(sheet: ExcelJS.Worksheet, it: SheetLine, reach: Reach): void {
  if (it.kind === 'row') writeRow(sheet, it, reach)
  else writeSum(sheet, it, reach)
}

function writeSum(sheet: ExcelJS.Worksheet, it: Exclude<SheetLine, { kind: 'row' }>, reach: Reach): void {
  const { table } = reach
  const ofAll = it.kind === 'total'
  const rows = ofAll ? rowsOf(table) : it.block.rows
  const cells = ofAll ? table.totals : it.block.totals
  const where: Where = ofAll ? 'total' : { block: it.block.office.id }
  const name = ofAll ? say('vi', 'sheet.total') : it.block.office.name
  const style = { ...(ofAll ? styles.total : styles.block) }
  const told = figuresOf({ at: it.at, cells, where }, reach)
  const ranges = ofAll ? [`${FIRST_ROW}:${it.at - 1}`] : it.ranges
  const sums = sumsOf(rows, ranges, reach)
  const values = ['', ...told, null, null, ...sums]
  put(sheet, { order: ofAll ? '' : it.order, name, values, remark: '', style, ofMany: true })
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  { at, order, row }: Extract<SheetLine, { kind: 'row' }>,
  reach: Reach,
): void {
  const { table, places, shield } = reach
  const kind = isDifficult(table.standard, row.unitId) ? say('vi', 'universal.yes') : ''
  const required = requiredOf(table.standard, row.unitId) / 100
  const distance = rowDistance(row, table, places)
  const hidden = isShielded(places, { row: row.unitId }, shield)
  const told = figuresOf({ at, cells: row.values, where: { row: row.unitId } }, reach)
  const judged = hidden ? [HIDDEN_MARK, HIDDEN_MARK, HIDDEN_MARK] : judgedAt(at, distance)
  if (hidesPupils(row, reach)) judged[1] = SMALL_MARK
  const remark = remarkOf(row, table)
  const style = row.version ? styles.reported : styles.missing
  put(sheet, {
    order,
    name: row.name,
    values: [kind, ...told, required, ...judged],
    remark,
    style,
    ofMany: false,
  })
}

/** Whatever counts pupils is masked when it is small, though it follows from figures that are shown. */
const hidesPupils = (row: Row, { table, places }: Reach): boolean =>
  table.paper.maskSmallCells && isSmall(rowDistance(row, table, places)?.pupils ?? null)

/** Where figures are masked nothing is said of the schools', from which a masked total could be reckoned. */
function remarkOf(row: Row, table: ConsolidationTable): string {
  const open = {
    ...table,
    schools: table.paper.maskSmallCells ? { ...table.schools, counts: [] } : table.schools,
  }
  const difficult = say('vi', 'universal.difficult')
  return remarksOf(row, open, 'vi')
    .filter(it => it !== difficult)
    .join('; ')
}

type Figured = { at: number; cells: Cells; where: Where }

/** Graduates, those who learn, and the share. */
function figuresOf({ at, cells, where }: Figured, { places, shield, figureAt }: Reach): Value[] {
  const graduates = cells[places.whole] ?? null
  const mark = shield.text(where, places.whole)
  const first: Value =
    graduates === null ? null : (mark ?? { formula: figureAt(places.whole), result: graduates })
  const learning = learningIn(cells, places)
  if (learning === null || graduates === null) return [first, null, null]
  if (isShielded(places, where, shield)) return [first, HIDDEN_MARK, HIDDEN_MARK]
  const [whole, part] = [`${AT.graduates}${at}`, `${AT.learning}${at}`]
  return [
    first,
    { formula: places.parts.map(figureAt).join('+'), result: learning },
    { formula: `IF(${whole}>0,${part}/${whole},"")`, result: graduates > 0 ? learning / graduates : '' },
  ]
}

/** Points, pupils and the word, as they follow from the row. */
function judgedAt(at: number, distance: Distance | null): Value[] {
  if (!distance) return [null, null, say('vi', 'sheet.goal.unknown')]
  const [whole, part, share, aim] = [AT.graduates, AT.learning, AT.share, AT.required].map(it => `${it}${at}`)
  const [yes, no] = [say('vi', 'sheet.goal.reached'), say('vi', 'sheet.goal.short')]
  return [
    { formula: `ROUND((${share}-${aim})*100,1)`, result: distance.points },
    { formula: `MAX(0,ROUNDUP(ROUND(${aim}*${whole}-${part},6),0))`, result: distance.pupils },
    {
      formula: `IF(ROUND(${part}-${aim}*${whole},6)>=0,"${yes}","${no}")`,
      result: distance.reached ? yes : no,
    },
  ]
}

/** Of several communes: the pupils that are missing, and how many communes reach it. Not told over a hidden row. */
function sumsOf(rows: readonly Row[], ranges: readonly string[], reach: Reach): Value[] {
  const { table, places, shield } = reach
  if (rows.some(it => isShielded(places, { row: it.unitId }, shield))) return [HIDDEN_MARK, HIDDEN_MARK]
  const [first = '', last = first] = (ranges[0] ?? '').split(':')
  const rangeOf = (letter: string) => `${letter}${first}:${letter}${last}`
  const pupils = rows.reduce((sum, it) => sum + (rowDistance(it, table, places)?.pupils ?? 0), 0)
  const [yes, reached] = [say('vi', 'sheet.goal.reached'), reachedAmong(rows, table, places)]
  return [
    rows.some(it => hidesPupils(it, reach))
      ? HIDDEN_MARK
      : { formula: `SUM(${rangeOf(AT.pupils)})`, result: pupils },
    { formula: `COUNTIF(${rangeOf(AT.verdict)},"${yes}")`, result: reached },
  ]
}

type Put = {
  order: string | number
  name: string
  values: Value[]
  remark: string
  style: RowStyle
  /** A line of several communes: the last figure is how many of them reach it. */
  ofMany: boolean
}

function put(sheet: ExcelJS.Worksheet, { order, name, values, remark, style, ofMany }: Put): void {
  const row = sheet.addRow([order, name, ...values, remark])
  const { word, count, share, goodAbove } = style
  const verdict = ofMany ? { ...word, numFmt: `#,##0" ${say('vi', 'universal.reachedUnit')}"` } : word
  const looks = [word, count, count, share, share, goodAbove, count, verdict]
  const all = [style.order, style.name, ...looks, style.remark]
  for (const [at, it] of all.entries()) row.getCell(at + 1).style = it
  row.height = Math.max(linesOf(name, 27) * 14 + 2.5, linesOf(remark, 36) * 11.5 + 4, 16.5)
  row.commit()
}
