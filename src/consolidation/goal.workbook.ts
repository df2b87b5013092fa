import type ExcelJS from 'exceljs'
import { schoolYearOf } from '../calendar/month.rules.ts'
import { type Goals, reaches } from '../targets/target.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { addSheet, type Book, breathe, closeSheet, letterOf, ROWS_BETWEEN_BREATHS } from './book.workbook.ts'
import { drawBars, isShielded, type Value } from './formula.workbook.ts'
import { LEAD } from './geometry.rules.ts'
import { linesFrom } from './line.rules.ts'
import { HIDDEN_MARK, type Shield, type Where } from './mask.rules.ts'
import { linesOf } from './measure.rules.ts'
import { drawLines, line } from './paper.workbook.ts'
import { pointsBetween, type Rate, ratesOf, shareOf } from './rate.rules.ts'
import { stateRemarks } from './remark.rules.ts'
import type { SheetPlan } from './sheet.rules.ts'
import { schoolRemarks } from './standard.rules.ts'
import { heads, paper as look, rows as styles } from './style.workbook.ts'
import { type Cells, type ConsolidationTable, rowsOf } from './table.rules.ts'

/**
 * "So với chỉ tiêu": each unit's shares beside its targets. Figures are references to the first sheet, everything else is
 * reckoned on the row itself, so that a figure put right by hand is right here too.
 */

/** The sheet whose figures are referred to, and where its first row stands. */
export type Source = { name: string; plan: SheetPlan; firstRow: number }

const HEAD_ROW = 4
const FIRST_ROW = HEAD_ROW + 2
/** Of each measure: pupils, share, target, difference, verdict. */
const SHOWN = ['count', 'share', 'goal', 'points', 'verdict'] as const
const WIDTHS = { count: 7.5, share: 8, goal: 7.5, points: 9, verdict: 12 } as const

type Line = {
  at: number
  order: string | number
  name: string
  cells: Cells
  goals: Goals
  where: Where
  remark: string
  kind: keyof typeof styles
}

export async function drawGoals(
  book: Book,
  table: ConsolidationTable,
  { source, shield }: { source: Source; shield: Shield },
): Promise<void> {
  const rates = ratesOf(table.columns)
  if (rates.length === 0) return
  const lines = linesOfTable(table)
  const sheet = openGoals(book, table, rates)
  const columns = LEAD + 1 + rates.length * SHOWN.length + 1
  for (const it of lines) {
    const there = source.firstRow + it.at - FIRST_ROW
    const figureAt = (place: number) =>
      `'${source.name}'!${letterOf(LEAD + 1 + source.plan.at.indexOf(place))}${there}`
    writeLine(sheet, it, { rates, cells: goalCells(it, rates, { shield, figureAt }) })
    if (it.at % ROWS_BETWEEN_BREATHS === 0) await breathe()
  }
  const last = FIRST_ROW + lines.length - 1
  const letters = rates.map((_, at) => letterOf(shareColumn(at)))
  drawBars(
    sheet,
    letters.map(it => `${it}${FIRST_ROW}:${it}${last}`),
  )
  closeSheet(sheet, columns, last)
}

const shareColumn = (rate: number): number => LEAD + 1 + rate * SHOWN.length + 2

/** The rows of the table's first sheet, in its order. */
const linesOfTable = (table: ConsolidationTable): Line[] =>
  linesFrom(table, FIRST_ROW).map((it): Line => {
    if (it.kind === 'row') {
      const { name, values: cells, goals, unitId, version } = it.row
      // A masked total could be reckoned from the schools' figures
      const schools = table.paper.maskSmallCells ? [] : schoolRemarks(it.row, table, 'vi')
      const remark = [...stateRemarks(it.row, 'vi'), ...schools].join('; ')
      const kind = version ? 'reported' : 'missing'
      return { at: it.at, order: it.order, name, cells, goals, where: { row: unitId }, remark, kind }
    }
    if (it.kind === 'block') {
      const { office, totals: cells, goals, counts } = it.block
      const { reported, expected } = counts
      const remark = say('vi', 'sheet.reportedOf', { reported, expected })
      const where = { block: office.id }
      return { at: it.at, order: it.order, name: office.name, cells, goals, where, remark, kind: 'block' }
    }
    const { totals: cells, goals } = table
    const name = say('vi', 'sheet.total')
    return { at: it.at, order: '', name, cells, goals, where: 'total', remark: '', kind: 'total' }
  })

function openGoals(book: Book, table: ConsolidationTable, rates: readonly Rate[]): ExcelJS.Worksheet {
  const year = schoolYearOf(table.month)
  const widths = [5, 26, 10, ...rates.flatMap(() => SHOWN.map(it => WIDTHS[it])), 24]
  const frozen = { columns: LEAD, rows: FIRST_ROW - 1 }
  const sheet = addSheet(book, { name: say('vi', 'sheet.name.goals'), widths, frozen }, HEAD_ROW)
  const to = widths.length
  drawLines(sheet, 1, [
    { ...line(say('vi', 'sheet.head.goals', { year }).toUpperCase(), look.title, 24), to },
  ])
  const period = say('vi', 'sheet.period', { month: formatMonth(table.month) })
  drawLines(sheet, 2, [{ ...line(period, look.subtitle, 20), to }])
  const note = hasGoals(table) ? 'sheet.goal.some' : 'sheet.goal.none'
  drawLines(sheet, 3, [{ ...line(say('vi', note, { year }), look.note, 17), to }])
  drawGoalHeads(sheet, rates)
  return sheet
}

const hasGoals = (table: ConsolidationTable): boolean =>
  [table, ...table.blocks, ...rowsOf(table)].some(it => Object.keys(it.goals).length > 0)

function drawGoalHeads(sheet: ExcelJS.Worksheet, rates: readonly Rate[]): void {
  const put = (text: string, [top, left, bottom, right]: [number, number, number, number]) => {
    const cell = sheet.getCell(top, left)
    cell.value = text
    cell.style = heads.column
    if (top !== bottom || left !== right) sheet.mergeCells(top, left, bottom, right)
  }
  const [top, bottom] = [HEAD_ROW, HEAD_ROW + 1]
  const remarkAt = LEAD + 2 + rates.length * SHOWN.length
  put(say('vi', 'sheet.order'), [top, 1, bottom, 1])
  put(say('vi', 'sheet.unit'), [top, 2, bottom, 2])
  put(say('vi', 'sheet.goal.graduates'), [top, 3, bottom, 3])
  put(say('vi', 'sheet.remarks'), [top, remarkAt, bottom, remarkAt])
  for (const [index, { measure, better }] of rates.entries()) {
    const from = LEAD + 2 + index * SHOWN.length
    const label = say('vi', `sheet.rate.${measure}`)
    const key = better === 'more' ? 'sheet.goal.atLeast' : 'sheet.goal.atMost'
    put(say('vi', key, { measure: label }), [top, from, top, from + SHOWN.length - 1])
    for (const [at, it] of SHOWN.entries())
      put(say('vi', `sheet.goal.${it}`), [bottom, from + at, bottom, from + at])
  }
  sheet.getRow(top).height = 30
  sheet.getRow(bottom).height = 40
  sheet.getRow(bottom).commit()
}

type Reach = { shield: Shield; figureAt: (place: number) => string }

/** Graduates, then of each measure what SHOWN says. */
function goalCells(line: Line, rates: readonly Rate[], reach: Reach): Value[] {
  const { cells, where } = line
  const whole = rates[0]?.whole ?? -1
  const value = cells[whole] ?? null
  const mark = reach.shield.text(where, whole)
  const graduates: Value = value === null ? null : (mark ?? { formula: reach.figureAt(whole), result: value })
  return [graduates, ...rates.flatMap((rate, index) => measured(line, { rate, index }, reach))]
}

type Measured = { rate: Rate; index: number }

function measured(
  { at, cells, goals, where }: Line,
  { rate, index }: Measured,
  { shield, figureAt }: Reach,
): Value[] {
  const goal = goals[rate.measure]
  const target = goal ? goal.percent / 100 : null
  const parts = rate.parts.map(place => cells[place] ?? null)
  const unknown = goal ? say('vi', 'sheet.goal.unknown') : null
  if ([...parts, cells[rate.whole] ?? null].includes(null)) return [null, null, target, null, unknown]
  if (isShielded(rate, where, shield)) return [HIDDEN_MARK, HIDDEN_MARK, target, null, null]
  const [count, share, aim] = [-1, 0, 1].map(it => `${letterOf(shareColumn(index) + it)}${at}`)
  const sum = parts.reduce<number>((all, it) => all + (it ?? 0), 0)
  const result = shareOf(cells, rate)
  const shown = [
    { formula: rate.parts.map(figureAt).join('+'), result: sum },
    { formula: `IF($C${at}>0,${count}/$C${at},"")`, result: result ?? '' },
    target,
  ]
  const reached = reaches(result, goal, rate.better)
  if (result === null || !goal || reached === null) return [...shown, null, unknown]
  const compared = `ROUND(${share}*100,2)${rate.better === 'more' ? '>=' : '<='}ROUND(${aim}*100,2)`
  const [yes, no] = [say('vi', 'sheet.goal.reached'), say('vi', 'sheet.goal.short')]
  return [
    ...shown,
    { formula: `ROUND((${share}-${aim})*100,1)`, result: pointsBetween(result, goal.percent) },
    { formula: `IF(${compared},"${yes}","${no}")`, result: reached ? yes : no },
  ]
}

function writeLine(
  sheet: ExcelJS.Worksheet,
  { order, name, remark, kind }: Line,
  { rates, cells }: { rates: readonly Rate[]; cells: Value[] },
): void {
  const style = styles[kind]
  const row = sheet.addRow([order, name, ...cells, remark])
  const { count, share, word } = style
  const measured = rates.flatMap(({ better }) => {
    const points = better === 'more' ? style.goodAbove : style.goodBelow
    return [count, share, share, points, word]
  })
  const all = [style.order, style.name, count, ...measured, style.remark]
  for (const [at, it] of all.entries()) row.getCell(at + 1).style = it
  // 'Chưa có số liệu' takes two lines of its column
  const words = cells.includes(say('vi', 'sheet.goal.unknown')) ? 30 : 0
  row.height = Math.max(words, linesOf(name, 25) * 14 + 2.5, linesOf(remark, 27) * 11.5 + 4, 16.5)
  row.commit()
}
