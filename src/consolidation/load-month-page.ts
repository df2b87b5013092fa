import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { changesBetween, type UnitChange } from './changes.rules.ts'
import { loadConsolidation } from './consolidation.store.ts'
import type { Dispatch } from './dispatch.rules.ts'
import { dispatchInForce } from './dispatch.store.ts'
import { lastTaken, latestPaper, listSnapshots, type Snapshot, snapshotTable } from './snapshot.store.ts'
import type { ConsolidationTable, Paper } from './table.rules.ts'

/** What became of the table since a copy. */
export type Since = { number: number; changes: UnitChange[] }

export type MonthPage = {
  table: ConsolidationTable
  copies: Snapshot[]
  /** Since the copy this person last took; null when there is none. */
  mine: Since | null
  /** The copy signed and sent, and what has changed since. */
  sent: (Since & { dispatch: Dispatch }) | null
  /** The paper of the latest book, which the next one begins with. */
  lastPaper: Paper | null
}

/** The month's table with its copies; null when there is no such office, or no form yet. */
export async function loadMonthPage(
  db: Db,
  { officeId, month, personId }: { officeId: number; month: Month; personId: number },
): Promise<MonthPage | null> {
  const key = { officeId, period: month }
  const [table, copies, taken, dispatch, paper] = await Promise.all([
    loadConsolidation(db, officeId, month),
    listSnapshots(db, key),
    lastTaken(db, key, personId),
    dispatchInForce(db, key),
    latestPaper(db, key),
  ])
  if (!table) return null
  const since = async (number: number): Promise<Since | null> => {
    const old = await snapshotTable(db, key, number)
    return old && { number, changes: changesBetween(old, table) }
  }
  const mine = taken === null ? null : await since(taken)
  const sent = dispatch && (dispatch.number === taken ? mine : await since(dispatch.number))
  return {
    table,
    copies,
    mine,
    sent: sent && dispatch && { ...sent, dispatch },
    // A copy made before a setting existed says nothing of it.
    lastPaper: paper && { ...table.paper, ...paper },
  }
}
