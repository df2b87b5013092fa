import { loadOfficeMonth, type OfficeMonth } from '../calendar/calendar.store.ts'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { type ListedUnit, unitsUnder } from '../units/unit.store.ts'
import { type Board, buildBoard } from './board.rules.ts'
import { type BoardColumn, boardColumns, sameColumns } from './board-column.rules.ts'
import type { Edition } from './form.rules.ts'
import { loadTalk, type Talk } from './remark.store.ts'
import { loadBefore, loadEditions, loadExtensions, loadReports } from './review.store.ts'

export type LoadedBoard = {
  officeMonth: OfficeMonth
  /** The offices below, at any depth; none for an office that only communes report to. */
  offices: ListedUnit[]
  columns: BoardColumn[]
  /** Every commune below, at any depth. */
  board: Board
  /** How the talk about those communes' reports stands; nothing for those nobody talked about. */
  talk: Map<number, Talk>
  /** The month's form; null before the first. */
  edition: Edition | null
}

/**
 * An office's month in seven queries, however many communes it has.
 * @param now what is overdue is judged by it
 */
export async function loadBoard(
  db: Db,
  officeId: number,
  { month, now }: { month: Month; now: Date },
): Promise<LoadedBoard> {
  const before = addMonths(month, -1)
  const [officeMonth, units, [edition = null, earlier = null]] = await Promise.all([
    loadOfficeMonth(db, officeId, month),
    unitsUnder(db, officeId, month),
    loadEditions(db, [month, before]),
  ])
  const communes = units.filter(it => it.kind === 'commune')
  const unitIds = communes.map(it => it.id)
  const columns = edition ? boardColumns(edition, month) : []
  const past = earlier ? sameColumns(columns, earlier, before) : columns.map(() => [])
  const [reports, beforeByUnit, extensions, talk] = await Promise.all([
    loadReports(db, { unitIds, month, columns: columns.map(it => it.boxes) }),
    loadBefore(db, { unitIds, month, before, columns: past }),
    loadExtensions(db, unitIds, month),
    loadTalk(db, unitIds, month),
  ])
  const { due } = officeMonth.deadline
  const board = buildBoard({
    units: communes,
    reports,
    before: beforeByUnit,
    extensions,
    columns: columns.length,
    due,
    now,
  })
  return { officeMonth, offices: units.filter(it => it.kind === 'office'), columns, board, talk, edition }
}
