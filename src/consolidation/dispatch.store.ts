import type { Day } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Dispatch } from './dispatch.rules.ts'
import type { Key } from './snapshot.store.ts'

/** Every mark of a period, those taken back too; newest first. */
export async function listDispatches(db: Db, { officeId, period }: Key): Promise<Dispatch[]> {
  const rows = await db
    .selectFrom('dispatch as d')
    .innerJoin('snapshot as s', 's.id', 'd.snapshot_id')
    .where('d.office_id', '=', officeId)
    .where('d.period', '=', period)
    .orderBy('d.id', 'desc')
    .select([
      'd.id',
      'd.snapshot_id as snapshotId',
      's.number',
      'd.document_number as documentNumber',
      'd.document_date as documentDay',
      'd.by_name as by',
      'd.at',
      'd.withdrawn_at as withdrawnAt',
      'd.withdrawn_by_name as withdrawnBy',
      'd.withdrawn_reason as withdrawnReason',
    ])
    .execute()
  return rows.map(({ withdrawnAt, withdrawnBy, withdrawnReason, ...row }) => ({
    ...row,
    withdrawn: withdrawnAt && { by: withdrawnBy ?? '', at: withdrawnAt, reason: withdrawnReason ?? '' },
  }))
}

/** The copy that is signed and sent now; null when none is. */
export async function dispatchInForce(db: Db, key: Key): Promise<Dispatch | null> {
  return (await listDispatches(db, key)).find(it => it.withdrawn === null) ?? null
}

type NewDispatch = Key & {
  snapshotId: number
  documentNumber: string
  documentDay: Day
  by: { id: number; name: string }
  at: Date
}

export async function insertDispatch(trx: Trx, dispatch: NewDispatch): Promise<void> {
  const { officeId, period, snapshotId, documentNumber, documentDay, by, at } = dispatch
  await trx
    .insertInto('dispatch')
    .values({
      office_id: officeId,
      period,
      snapshot_id: snapshotId,
      document_number: documentNumber,
      document_date: documentDay,
      by: by.id,
      by_name: by.name,
      at,
    })
    .execute()
}

export async function withdrawDispatch(
  trx: Trx,
  id: number,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await trx
    .updateTable('dispatch')
    .set({ withdrawn_at: at, withdrawn_by_name: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
}
