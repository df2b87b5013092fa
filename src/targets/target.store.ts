import type { Db } from '../db/database.ts'
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
