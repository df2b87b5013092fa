import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Scan } from './scan.rules.ts'
import type { ScanType } from './scan-kind.rules.ts'

/** What a scan stands beside: a commune's report of a month, or a numbered copy of a consolidation. */
export type ScanOwner = { reportId: number } | { snapshotId: number }

const columnsOf = (owner: ScanOwner) =>
  'reportId' in owner
    ? { report_id: owner.reportId, snapshot_id: null }
    : { report_id: null, snapshot_id: owner.snapshotId }

const scansOf = (db: Db, owner: ScanOwner) =>
  'reportId' in owner
    ? db.selectFrom('scan').where('report_id', '=', owner.reportId)
    : db.selectFrom('scan').where('snapshot_id', '=', owner.snapshotId)

/** In the order they came, those withdrawn among them. */
export async function listScans(db: Db, owner: ScanOwner): Promise<Scan[]> {
  const rows = await scansOf(db, owner).selectAll().orderBy('id').execute()
  return rows.map(row => ({
    id: row.id,
    fileName: row.file_name,
    type: row.type,
    size: row.size,
    addedBy: row.added_by_name,
    addedAt: row.added_at,
    withdrawn: row.withdrawn_at && {
      at: row.withdrawn_at,
      by: row.withdrawn_by_name ?? '',
      reason: row.withdrawn_reason ?? '',
    },
  }))
}

/** A commune's report of a month once it has been sent; before that there is nothing to sign. */
export async function sentReportId(db: Db, unitId: number, month: string): Promise<number | null> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('month', '=', month)
    .where('current_version', 'is not', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Name and bytes; null for one of another paper, or withdrawn. */
export async function readScan(
  db: Db,
  owner: ScanOwner,
  id: number,
): Promise<{ fileName: string; bytes: Buffer } | null> {
  const row = await scansOf(db, owner)
    .innerJoin('scan_file as f', 'f.sha256', 'scan.sha256')
    .select(['scan.file_name as fileName', 'f.bytes'])
    .where('scan.id', '=', id)
    .where('scan.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** One press after another beside the same paper, so that a second press finds the first one's file. */
export async function lockPaper(trx: Trx, owner: ScanOwner): Promise<void> {
  await ('reportId' in owner
    ? sql`select id from report where id = ${owner.reportId} for no key update`.execute(trx)
    : sql`select id from snapshot where id = ${owner.snapshotId} for no key update`.execute(trx))
}

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What stands beside the paper now: how many, and whether these bytes are among them. */
export async function standingScans(
  trx: Trx,
  owner: ScanOwner,
  sha256: string,
): Promise<{ count: number; there: boolean }> {
  const rows = await scansOf(trx, owner).select('sha256').where('withdrawn_at', 'is', null).execute()
  return { count: rows.length, there: rows.some(it => it.sha256 === sha256) }
}

export type NewScan = {
  owner: ScanOwner
  fileName: string
  type: ScanType
  bytes: Buffer
  sha256: string
  by: { id: number; name: string }
  now: Date
}

/** Keeps a scan; bytes that are there already, beside whatever paper, are stored once. */
export async function insertScan(trx: Trx, scan: NewScan): Promise<void> {
  const { owner, fileName, type, bytes, sha256, by, now } = scan
  await lockBytes(trx, sha256)
  await trx
    .insertInto('scan_file')
    .values({ sha256, type, bytes })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await trx
    .insertInto('scan')
    .values({
      ...columnsOf(owner),
      file_name: fileName,
      type,
      size: bytes.length,
      sha256,
      added_by: by.id,
      added_by_name: by.name,
      added_at: now,
    })
    .execute()
}

export type Withdrawal = { owner: ScanOwner; id: number; reason: string; by: string; now: Date }

/** Takes a scan back and deletes its bytes when no other refers to them; null when there is none to take back. */
export async function withdrawScan(
  trx: Trx,
  { owner, id, reason, by, now }: Withdrawal,
): Promise<{ fileName: string; sha256: string } | null> {
  const { report_id, snapshot_id } = columnsOf(owner)
  const row = await trx
    .updateTable('scan')
    .set({ withdrawn_at: now, withdrawn_by_name: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('report_id', 'is not distinct from', report_id)
    .where('snapshot_id', 'is not distinct from', snapshot_id)
    .where('withdrawn_at', 'is', null)
    .returning(['file_name as fileName', 'sha256'])
    .executeTakeFirst()
  if (!row) return null
  await lockBytes(trx, row.sha256)
  await trx
    .deleteFrom('scan_file')
    .where('sha256', '=', row.sha256)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('scan')
            .select('scan.id')
            .where('scan.sha256', '=', row.sha256)
            .where('scan.withdrawn_at', 'is', null),
        ),
      ),
    )
    .execute()
  return row
}

/** Whoever adds these bytes and whoever takes the last reference to them away wait for each other. */
async function lockBytes(trx: Trx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 25))`.execute(trx)
}
