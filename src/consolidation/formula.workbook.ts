import type ExcelJS from 'exceljs'
import { HIDDEN_MARK, type Shield, type Where } from './mask.rules.ts'
import { type Rate, shareOf } from './rate.rules.ts'
import type { Cells } from './table.rules.ts'

/** Cells that are reckoned from other cells: formulas with their results, so that both a reader and a program see them. */

export type Value = ExcelJS.CellValue

/** What stands for a figure: a mark where it is shielded, else the figure. */
export const figureCell = (shield: Shield, where: Where, at: number, cells: Cells): Value =>
  shield.text(where, at) ?? cells[at] ?? null

/**
 * A sum over rows of a column: ['13:108'] or [13, 50]. Where nobody reported there is none, since Excel's SUM of
 * nothing reads 0.
 */
export function sumFormula(sum: number | null, ranges: readonly (string | number)[], letter: string): Value {
  if (sum === null) return null
  const cells = ranges.map(it =>
    String(it)
      .split(':')
      .map(row => letter + row)
      .join(':'),
  )
  return { formula: `SUM(${cells.join(',')})`, result: sum }
}

export type ShareCell = {
  rate: Rate
  cells: Cells
  where: Where
  shield: Shield
  /** 'C13' for a column's place in the table. */
  addressOf: (at: number) => string
}

/**
 * A share over its own row's cells: never a sum or a mean of other shares. Left empty where a figure is missing; where a
 * figure is shielded the share is too, since it would give the figure away.
 */
export function shareFormula({ rate, cells, where, shield, addressOf }: ShareCell): Value {
  if ([...rate.parts, rate.whole].some(at => (cells[at] ?? null) === null)) return null
  if (isShielded(rate, where, shield)) return HIDDEN_MARK
  const whole = addressOf(rate.whole)
  const parts = rate.parts.map(addressOf).join('+')
  const sum = rate.parts.length > 1 ? `(${parts})` : parts
  return { formula: `IF(${whole}>0,${sum}/${whole},"")`, result: shareOf(cells, rate) ?? '' }
}

export const isShielded = (
  { parts, whole }: Pick<Rate, 'parts' | 'whole'>,
  where: Where,
  shield: Shield,
): boolean => [...parts, whole].some(at => shield.text(where, at) !== null)

/**
 * Bars behind columns of shares, from none to all of the graduates: the same length is the same share wherever it stands.
 * exceljs adds to each bar an empty mark of Excel 2010's own bars, which it cannot write in a stream; so the rule is
 * written here, into its place in the sheet.
 */
export function drawBars(sheet: ExcelJS.Worksheet, refs: readonly string[]): void {
  const inner = sheet as unknown as { _write: (text: string) => void }
  const rules = refs.map((ref, at) => {
    const bar = `<cfRule type="dataBar" priority="${at + 1}"><dataBar minLength="0" maxLength="100">${BAR}</dataBar></cfRule>`
    return `<conditionalFormatting sqref="${ref}">${bar}</conditionalFormatting>`
  })
  Object.assign(sheet, { _writeConditionalFormatting: () => inner._write(rules.join('')) })
}

/** Its ends, and a colour pale enough to read through and to print. */
const BAR = '<cfvo type="num" val="0"/><cfvo type="num" val="1"/><color rgb="FFB9C7DC"/>'
