import { change } from '../audit/change.ts'
import type { Day } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { dispatchInForce, insertDispatch, withdrawDispatch } from './dispatch.store.ts'
import { type Key, lockSnapshots, type Snapshot } from './snapshot.store.ts'

type Marking = Key & { copy: Snapshot; by: { id: number; name: string }; now: Date }

/**
 * Marks a copy as the one that was signed and sent. One of a period at a time.
 * @returns the number of the copy that is marked after it: another one's means that the mark was refused
 */
export const markSent = (
  db: Db,
  marking: Marking & { documentNumber: string; documentDay: Day },
): Promise<number> => {
  const { officeId, period, copy, by, now: at, documentNumber, documentDay } = marking
  return change(db, { actor: by, now: at }, async trx => {
    await lockSnapshots(trx, officeId)
    const marked = await dispatchInForce(trx, marking)
    if (marked) return { result: marked.number, act: null }
    const key = { officeId, period }
    await insertDispatch(trx, { ...key, snapshotId: copy.id, documentNumber, documentDay, by, at })
    const detail = { period, number: copy.number, document: documentNumber, day: documentDay }
    return { result: copy.number, act: { act: 'snapshot.sent', unitId: officeId, detail } }
  })
}

/** Takes the mark off a copy; a copy that bears none, or none any more, stays as it is. */
export const takeMarkBack = (db: Db, marking: Marking & { reason: string }): Promise<boolean> => {
  const { officeId, period, copy, by, now: at, reason } = marking
  return change(db, { actor: by, now: at }, async trx => {
    await lockSnapshots(trx, officeId)
    const marked = await dispatchInForce(trx, marking)
    if (marked?.snapshotId !== copy.id) return { result: false, act: null }
    await withdrawDispatch(trx, marked.id, { by: by.name, at, reason })
    const detail = { period, number: copy.number, document: marked.documentNumber, reason }
    return { result: true, act: { act: 'snapshot.unsent', unitId: officeId, detail } }
  })
}
