import type { Month } from '../calendar/month.rules.ts'
import type { BoardRow } from './board.rules.ts'
import { byName } from './board-list.rules.ts'

/**
 * What an office has left to look at in a month: a list that empties. A report stands in one group, the most urgent
 * first, and leaves it when it is accepted, returned, asked about or its answer read. What waits for the commune is
 * shown apart: it is not the office's to do.
 */
export const queueGroups = ['answered', 'corrected', 'warned', 'repeated', 'fresh', 'waiting'] as const
export type QueueGroup = (typeof queueGroups)[number]

export const isQueueGroup = (text: unknown): text is QueueGroup => queueGroups.some(group => group === text)

/** How the talk about a report stands, as far as the queue goes. */
export type Talked = { unread: number; askedAt: Date | null; asked: boolean }

export type QueueInput = {
  talk: ReadonlyMap<number, Talked>
  /** Units whose figures are the same as in two months before. */
  repeated: ReadonlyMap<number, readonly Month[]>
  /** Codes of the edition's checks for repeated figures: their warning alone makes none of 'warned'. */
  sameCodes: ReadonlySet<string>
}

/** The group of one report; null when there is nothing to do about it. */
export function groupOf({ unit, state, report }: BoardRow, input: QueueInput): QueueGroup | null {
  const version = report?.version
  const talk = input.talk.get(unit.id)
  if (!version) return null
  if (talk && talk.unread > 0) return 'answered'
  if (state === 'returned' || talk?.askedAt) return 'waiting'
  if (state !== 'submitted') return null
  if (version.number > 1) return 'corrected'
  if (version.warnings.some(it => !input.sameCodes.has(it.code))) return 'warned'
  if (input.repeated.has(unit.id) && !talk?.asked) return 'repeated'
  return version.warnings.length > 0 ? 'warned' : 'fresh'
}

export type QueueRow = { row: BoardRow; group: QueueGroup }

/** The whole queue, group by group, each in the Vietnamese order of names. */
export function buildQueue(rows: readonly BoardRow[], input: QueueInput): QueueRow[] {
  const placed = byName(rows).flatMap(row => {
    const group = groupOf(row, input)
    return group ? [{ row, group }] : []
  })
  return queueGroups.flatMap(group => placed.filter(it => it.group === group))
}

export const isToDo = ({ group }: QueueRow): boolean => group !== 'waiting'

const nothingRepeated = { repeated: new Map<number, readonly Month[]>(), sameCodes: new Set<string>() }

/** How many reports the office has left to look at; which repeat their figures does not change the number. */
export const leftIn = (rows: readonly BoardRow[], talk: QueueInput['talk']): number =>
  rows.filter(row => {
    const group = groupOf(row, { talk, ...nothingRepeated })
    return group !== null && group !== 'waiting'
  }).length

/** The reports to look at before and after one; after the last comes none. One that left the queue goes on to the first. */
export function neighboursOf(queue: readonly QueueRow[], unitId: number) {
  const left = queue.filter(isToDo)
  const at = left.findIndex(it => it.row.unit.id === unitId)
  if (at < 0) return { previous: null, next: left[0] ?? null, at: null, left: left.length }
  return { previous: left[at - 1] ?? null, next: left[at + 1] ?? null, at: at + 1, left: left.length }
}
