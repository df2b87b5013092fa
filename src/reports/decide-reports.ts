import { type Actor, change } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { acceptReports, type Decided } from './decision.store.ts'
import { addRemarks, type Said, settleRemarks } from './remark.store.ts'

/** What an office does with many reports of a month at one press: from the board, the queue, or one report's page. */
export type Deciding = {
  month: Month
  unitIds: readonly number[]
  /** When the officer saw what is decided about: what was sent, decided or said after that stays as it is. */
  seen: Date
  by: Actor & { id: number; name: string }
  now: Date
}

/** `shown`: what the communes had said stood on the page of the press. */
export type Accepting = Deciding & { shown: boolean }

/**
 * Accepts; what the office still wanted is closed with it, and what the communes said where it was shown: else it stays
 * unread. @returns those accepted
 */
export function acceptMany(db: Db, accepting: Accepting): Promise<Decided[]> {
  const { month, unitIds, seen, shown, by, now } = accepting
  return change(db, { actor: by, now }, async trx => {
    const result = await acceptReports(trx, { month, unitIds, seen, by: by.id, now })
    const accepted = result.map(it => it.unitId)
    const what = shown ? 'all' : 'office'
    if (accepted.length > 0)
      await settleRemarks(trx, { unitIds: accepted, month, what, seen, by: by.name, now })
    const act = result.map(({ unitId, version }) => ({
      act: 'report.accept',
      unitId,
      month,
      detail: { version },
    }))
    return { result, act }
  })
}

/** Asks the communes, each its own text. @returns how many were asked; the same text from the same person only once */
export function askMany(
  db: Db,
  { month, by, now }: Omit<Deciding, 'unitIds' | 'seen'>,
  texts: ReadonlyMap<number, string>,
): Promise<number> {
  const said: Said[] = [...texts].map(([unitId, text]) => ({
    ...{ unitId, month, text, field: '' },
    ...{ kind: 'question', side: 'office' },
  }))
  return change(db, { actor: by, now }, async trx => {
    const added = await addRemarks(trx, { said, seen: 0, by, now })
    const act = added.map(({ unitId, version }) => ({
      act: 'remark.ask',
      unitId,
      month,
      detail: { version },
    }))
    return { result: added.length, act }
  })
}

/** Marks as read what those communes have said by then. @returns of how many communes something was unread */
export function readMany(db: Db, { month, unitIds, seen, by, now }: Deciding): Promise<number> {
  return change(db, { actor: by, now }, async trx => {
    const settled = await settleRemarks(trx, { unitIds, month, what: 'commune', seen, by: by.name, now })
    const act = settled.map(({ unitId, count }) => ({ act: 'remark.read', unitId, month, detail: { count } }))
    return { result: settled.length, act }
  })
}
