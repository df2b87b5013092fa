import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { ConsolidationTable, Paper } from './table.rules.ts'

/** 'xlsx' is the consolidated book, 'docx' the report in words that goes with it. */
export type Format = 'xlsx' | 'docx'

/** A numbered paper that left the portal, without its bytes. `period` is '2026-10', '2026' or '2025-2026'. */
export type Snapshot = {
  id: number
  number: number
  format: Format
  /** Made by the portal itself at the deadline. */
  automatic: boolean
  madeBy: string
  madeAt: Date
  fileName: string
  tableHash: string
  sha256: string
  bytes: number
}

export type Key = { officeId: number; period: string }

const listed = (db: Db, { officeId, period }: Key) =>
  db
    .selectFrom('snapshot as s')
    .innerJoin('snapshot_file as f', 'f.sha256', 's.sha256')
    .where('s.office_id', '=', officeId)
    .where('s.period', '=', period)
    .orderBy('s.number', 'desc')
    .select([
      's.id',
      's.number',
      's.format',
      's.automatic',
      's.made_by_name as madeBy',
      's.made_at as madeAt',
      's.file_name as fileName',
      's.table_hash as tableHash',
      's.sha256',
      sql<number>`octet_length(f.bytes)`.as('bytes'),
    ])

/** Newest first. */
export const listSnapshots = (db: Db, key: Key): Promise<Snapshot[]> => listed(db, key).execute()

export async function latestSnapshot(db: Db, key: Key, format: Format = 'xlsx'): Promise<Snapshot | null> {
  const row = await listed(db, key).where('s.format', '=', format).limit(1).executeTakeFirst()
  return row ?? null
}

export async function findSnapshot(db: Db, key: Key, number: number): Promise<Snapshot | null> {
  return (await listed(db, key).where('s.number', '=', number).executeTakeFirst()) ?? null
}

/** Books and papers of a period count on together: 0 before the first. */
export async function lastNumber(db: Db, key: Key): Promise<number> {
  const [latest] = await listed(db, key).limit(1).execute()
  return latest?.number ?? 0
}

export type SnapshotFile = { number: number; format: Format; fileName: string; sha256: string; bytes: Buffer }

/** The very bytes that were handed out under that number. */
export async function readSnapshot(
  db: Db,
  { officeId, period }: Key,
  number: number,
): Promise<SnapshotFile | null> {
  const row = await db
    .selectFrom('snapshot as s')
    .innerJoin('snapshot_file as f', 'f.sha256', 's.sha256')
    .where('s.office_id', '=', officeId)
    .where('s.period', '=', period)
    .where('s.number', '=', number)
    .select(['s.number', 's.format', 's.file_name as fileName', 's.sha256', 'f.bytes'])
    .executeTakeFirst()
  return row ?? null
}

/** The bytes of that name, whatever copies they belong to. */
export async function readBytes(db: Db, sha256: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('snapshot_file')
    .select('bytes')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes ?? null
}

/** The table that a month's snapshot was made of; null for a year's, which keeps its months' hashes alone. */
export async function snapshotTable(
  db: Db,
  { officeId, period }: Key,
  number: number,
): Promise<ConsolidationTable | null> {
  const row = await db
    .selectFrom('snapshot')
    .select('content')
    .where('office_id', '=', officeId)
    .where('period', '=', period)
    .where('number', '=', number)
    .executeTakeFirst()
  const content = row?.content as SnapshotContent | undefined
  return content?.kind === 'month' ? content.table : null
}

/** The paper of a month's latest book, without its table; null before the first. */
export async function latestPaper(db: Db, { officeId, period }: Key): Promise<Partial<Paper> | null> {
  const row = await db
    .selectFrom('snapshot')
    .select(sql<Partial<Paper> | null>`content->'table'->'paper'`.as('paper'))
    .where('office_id', '=', officeId)
    .where('period', '=', period)
    .where('format', '=', 'xlsx')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.paper ?? null
}

export type SnapshotContent =
  | { kind: 'month'; table: ConsolidationTable }
  | { kind: 'year'; months: { month: string; hash: string }[] }

/** The number of the copy a person last took of an office and period; null when none. */
export async function lastTaken(db: Db, { officeId, period }: Key, personId: number): Promise<number | null> {
  const row = await db
    .selectFrom('audit')
    .select(sql<number>`(detail->>'number')::int`.as('number'))
    .where('actor_id', '=', personId)
    .where('unit_id', '=', officeId)
    .where('act', 'in', ['snapshot.make', 'snapshot.take'])
    .where(sql<boolean>`detail->>'period' = ${period}`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? null
}

/** One press after another for the same office, so that two at once get one number each, or the same file. */
export async function lockSnapshots(trx: Trx, officeId: number): Promise<void> {
  await sql`select id from unit where id = ${officeId} for no key update`.execute(trx)
}

export type NewSnapshot = {
  officeId: number
  period: string
  number: number
  madeBy: { id: number | null; name: string }
  madeAt: Date
  fileName: string
  tableHash: string
  content: SnapshotContent
  bytes: Buffer
  format?: Format
}

/** Keeps a book; bytes that are there already, under whatever number, are stored once. Gives its SHA-256. */
export async function insertSnapshot(
  trx: Trx,
  snapshot: NewSnapshot,
): Promise<{ id: number; sha256: string }> {
  const { officeId, period, number, madeBy, madeAt, fileName, tableHash, content, bytes } = snapshot
  const { format = 'xlsx' } = snapshot
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await trx
    .insertInto('snapshot_file')
    .values({ sha256, bytes })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { id } = await trx
    .insertInto('snapshot')
    .values({
      office_id: officeId,
      period,
      number,
      made_by: madeBy.id,
      made_by_name: madeBy.name,
      made_at: madeAt,
      file_name: fileName,
      table_hash: tableHash,
      content: JSON.stringify(content),
      sha256,
      format,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, sha256 }
}
