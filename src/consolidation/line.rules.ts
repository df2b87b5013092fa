import { roman } from './remark.rules.ts'
import { type Block, type ConsolidationTable, isNested, type Row } from './table.rules.ts'

/**
 * The rows below a sheet's heads, in order, each with the row number it comes to stand in. `ranges` are the rows that
 * a sum adds: ['13:108'], or ['13', '50'] for the sums of offices.
 */
export type SheetLine =
  | { kind: 'block'; at: number; order: string; block: Block; ranges: string[] }
  | { kind: 'row'; at: number; order: number; row: Row }
  | { kind: 'total'; at: number; ranges: string[] }

/** @param first the sheet's row under the heads, where the first line goes */
export function linesFrom(table: ConsolidationTable, first: number): SheetLine[] {
  const lines: SheetLine[] = []
  const blocks: string[] = []
  const nested = isNested(table)
  let at = first
  for (const [index, block] of table.blocks.entries()) {
    if (nested) {
      blocks.push(String(at))
      const ranges = [`${at + 1}:${at + block.rows.length}`]
      lines.push({ kind: 'block', at, order: roman(index + 1), block, ranges })
      at += 1
    }
    for (const [order, row] of block.rows.entries()) {
      lines.push({ kind: 'row', at, order: order + 1, row })
      at += 1
    }
  }
  lines.push({ kind: 'total', at, ranges: nested ? blocks : [`${first}:${at - 1}`] })
  return lines
}
