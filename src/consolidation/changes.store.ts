import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'

/** A version of a commune's report, as it answers for what it changed. */
export type VersionLine = { unitId: number; number: number; by: string; at: Date; reason: string }

/** All versions of the month of some communes, oldest first. */
export async function versionsOf(db: Db, month: Month, unitIds: readonly number[]): Promise<VersionLine[]> {
  if (unitIds.length === 0) return []
  return db
    .selectFrom('report as r')
    .innerJoin('report_version as v', 'v.report_id', 'r.id')
    .where('r.month', '=', month)
    .where('r.unit_id', 'in', unitIds)
    .orderBy('r.unit_id')
    .orderBy('v.number')
    .select([
      'r.unit_id as unitId',
      'v.number',
      'v.submitted_by_name as by',
      'v.submitted_at as at',
      'v.reason',
    ])
    .execute()
}
