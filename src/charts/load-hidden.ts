import type { Month } from '../calendar/month.rules.ts'
import { loadConsolidation } from '../consolidation/consolidation.store.ts'
import { type Shield, shieldOf, type Where } from '../consolidation/mask.rules.ts'
import { type ConsolidationTable, isNested } from '../consolidation/table.rules.ts'
import type { Db } from '../db/database.ts'
import { CODES } from './span.rules.ts'

/** Whether a place's figures are masked in a month, as in the files that leave the office. */
export type IsHidden = (place: number, month: Month) => boolean

export const hidesNothing: IsHidden = () => false

/**
 * Asks the very shield of the consolidated file: a picture that showed what the file hides beside a small figure would
 * give that figure back. A place that the month's table does not have (it was merged since) is hidden too.
 */
export async function loadHidden(db: Db, officeId: number, months: readonly Month[]): Promise<IsHidden> {
  const tables = await Promise.all(months.map(month => loadConsolidation(db, officeId, month)))
  const open = new Map(tables.flatMap(it => (it ? [[it.month, openPlaces(it, shieldOf(it))]] : [])))
  return (place, month) => !(open.get(month)?.has(place) ?? false)
}

function openPlaces(table: ConsolidationTable, shield: Shield): Set<number> {
  const columns = CODES.headline.map(code =>
    table.columns.findIndex(it => it.code === code && it.cohort === null),
  )
  const places: [number, Where][] = isNested(table)
    ? table.blocks.map(({ office: { id } }) => [id, { block: id }])
    : table.blocks.flatMap(it => it.rows.map(({ unitId }): [number, Where] => [unitId, { row: unitId }]))
  const isOpen = (where: Where) => columns.every(at => shield.text(where, at) === null)
  return new Set(places.flatMap(([id, where]) => (isOpen(where) ? [id] : [])))
}
