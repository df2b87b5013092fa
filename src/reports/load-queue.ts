import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { HEADLINE } from './board-column.rules.ts'
import { type LoadedBoard, loadBoard } from './load-board.ts'
import { buildQueue, type QueueRow } from './queue.rules.ts'
import { loadRepeated } from './remark.store.ts'

export type LoadedQueue = LoadedBoard & {
  queue: QueueRow[]
  /** The three months whose figures are the same, by unit. */
  repeated: Map<number, Month[]>
}

/** An office's queue of a month in eight queries, however many communes it has. */
export async function loadQueue(
  db: Db,
  officeId: number,
  { month, now }: { month: Month; now: Date },
): Promise<LoadedQueue> {
  const loaded = await loadBoard(db, officeId, { month, now })
  const { board, columns, talk, edition } = loaded
  const headline = columns[HEADLINE]?.boxes ?? []
  const unitIds = board.rows.filter(it => it.state === 'submitted').map(it => it.unit.id)
  const repeated = await loadRepeated(db, { unitIds, month, headline })
  const same = edition?.checks.filter(it => it.kind === 'same').map(it => it.code) ?? []
  const queue = buildQueue(board.rows, { talk, repeated, sameCodes: new Set(same) })
  return { ...loaded, queue, repeated }
}
