import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { Target } from './target.rules.ts'

/** Every target of a school year ('2026-2027') set for any of these units. */
export async function loadTargets(db: Db, unitIds: readonly number[], schoolYear: string): Promise<Target[]> {
  const rows = await db
    .selectFrom('target')
    .where('school_year', '=', schoolYear)
    .where(({ eb, fn, val }) => eb('unit_id', '=', fn.any(val(unitIds as number[]))))
    .select(['unit_id as unitId', 'measure', 'percent', 'source'])
    .execute()
  return rows.map(it => ({ ...it, percent: Number(it.percent) }))
}

/** Holds an office's targets until the transaction ends, so that two people's grids follow each other. */
export async function lockTargets(trx: Trx, officeId: number): Promise<void> {
  await sql`select id from unit where id = ${officeId} for no key update`.execute(trx)
}

export type TargetsBy = { schoolYear: string; by: { id: number | null; name: string }; now: Date }

/** Sets targets, over those that are there. */
export async function setTargets(
  trx: Trx,
  targets: readonly Target[],
  { schoolYear, by, now }: TargetsBy,
): Promise<void> {
  if (targets.length === 0) return
  await trx
    .insertInto('target')
    .values(
      targets.map(({ unitId, measure, percent, source }) => ({
        unit_id: unitId,
        school_year: schoolYear,
        measure,
        percent,
        source,
        set_by: by.id,
        set_by_name: by.name,
        set_at: now,
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['unit_id', 'school_year', 'measure']).doUpdateSet(({ ref }) => ({
        percent: ref('excluded.percent'),
        source: ref('excluded.source'),
        set_by: ref('excluded.set_by'),
        set_by_name: ref('excluded.set_by_name'),
        set_at: ref('excluded.set_at'),
      })),
    )
    .execute()
}

export async function removeTargets(
  trx: Trx,
  targets: readonly Pick<Target, 'unitId' | 'measure'>[],
  schoolYear: string,
): Promise<void> {
  for (const { unitId, measure } of targets)
    await trx
      .deleteFrom('target')
      .where('unit_id', '=', unitId)
      .where('measure', '=', measure)
      .where('school_year', '=', schoolYear)
      .execute()
}

/** Who last set any target of these units in a school year; null when nobody has. */
export async function lastSetter(
  db: Db,
  unitIds: readonly number[],
  schoolYear: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('target')
    .where('school_year', '=', schoolYear)
    .where(({ eb, fn, val }) => eb('unit_id', '=', fn.any(val(unitIds as number[]))))
    .orderBy('set_at', 'desc')
    .select('set_by_name as name')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? null
}
