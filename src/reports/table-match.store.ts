import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import type { TableName, TableUnit } from './table-fill.rules.ts'
import type { Grid } from './table-grid.rules.ts'
import type { Match } from './table-match.rules.ts'
import type { UploadContent } from './upload.rules.ts'

/** A table that waits to be matched, among the uploads: nothing of it is a report's yet. */
export type TableContent = UploadContent & { grids: readonly Grid[] }

export const isTable = (content: UploadContent): content is TableContent => 'grids' in content

/** The communes a table may speak of: the commune itself, or all that report to the office that month, by id. */
export async function loadTableUnits(db: Db, unit: Unit, month: Month): Promise<TableUnit[]> {
  const listed = unit.kind === 'commune' ? [unit] : await unitsUnder(db, unit.id, month)
  const communes = listed.filter(({ kind }) => kind === 'commune').sort((a, b) => a.id - b.id)
  const before = await loadFormer(
    db,
    communes.map(({ id }) => id),
    month,
  )
  return communes.map(({ id, fullName, name }) => ({ id, fullName, name, before: before.get(id) ?? [] }))
}

/**
 * The communes that went into each of these as a whole, under their last names. One that was divided gives none: nobody
 * could say which part of its figures went where.
 */
async function loadFormer(
  db: Db,
  ids: readonly number[],
  month: Month,
): Promise<ReadonlyMap<number, TableName[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TableName & { into: number }>`
    select s.successor_id as "into", n.name, n.full_name as "fullName" from succession s cross join lateral (
      select name, full_name from unit_name where unit_id = s.predecessor_id order by valid_from desc limit 1) n
    where s.successor_id = any(${ids}::int[]) and s.effective_month <= ${month} and not s.divided
    order by s.predecessor_id`.execute(db)
  const former = new Map<number, TableName[]>()
  for (const { into, ...name } of rows) former.set(into, [...(former.get(into) ?? []), name])
  return former
}

/** How this unit matched a table with the same heads before; null when it never did. */
export async function loadMatch(db: Db, unitId: number, heads: string): Promise<Match | null> {
  const row = await db
    .selectFrom('column_match')
    .select('match')
    .where('unit_id', '=', unitId)
    .where('fingerprint', '=', fingerprintOf(heads))
    .executeTakeFirst()
  return row ? (row.match as unknown as Match) : null
}

export type MatchToKeep = { unitId: number; heads: string; match: Match; by: number; now: Date }

/** Keeps a match for the next table with the same heads; the latest counts. */
export async function saveMatch(trx: Trx, { unitId, heads, match, by, now }: MatchToKeep): Promise<void> {
  const kept = { match: JSON.stringify(match), by, at: now }
  await trx
    .insertInto('column_match')
    .values({ unit_id: unitId, fingerprint: fingerprintOf(heads), ...kept })
    .onConflict(conflict => conflict.columns(['unit_id', 'fingerprint']).doUpdateSet(kept))
    .execute()
}

const fingerprintOf = (heads: string) => createHash('sha256').update(heads).digest('hex')
