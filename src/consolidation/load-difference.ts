import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { changesBetween } from './changes.rules.ts'
import { versionsOf } from './changes.store.ts'
import { loadConsolidation } from './consolidation.store.ts'
import { type Difference, differenceOf, type End } from './difference.rules.ts'
import { findSnapshot, snapshotTable } from './snapshot.store.ts'

export type DifferenceAsked = {
  officeId: number
  month: Month
  from: number
  /** Another copy, or null for the figures now. */
  to: number | null
  now: Date
}

/** The difference between a copy and another one, or the figures now; null when a copy is not there. */
export async function loadDifference(db: Db, asked: DifferenceAsked): Promise<Difference | null> {
  const [from, to] = await Promise.all([copyAt(db, asked, asked.from), endOf(db, asked)])
  if (!from || !to) return null
  const changed = changesBetween(from.table, to.table).map(it => it.unitId)
  return differenceOf(from, to, await versionsOf(db, asked.month, changed))
}

async function endOf(db: Db, asked: DifferenceAsked): Promise<End | null> {
  if (asked.to !== null) return copyAt(db, asked, asked.to)
  const table = await loadConsolidation(db, asked.officeId, asked.month)
  return table && { number: null, at: asked.now, table }
}

async function copyAt(db: Db, { officeId, month }: DifferenceAsked, number: number): Promise<End | null> {
  const key = { officeId, period: month }
  const [copy, table] = await Promise.all([findSnapshot(db, key, number), snapshotTable(db, key, number)])
  return copy && table && { number, at: copy.madeAt, table }
}
