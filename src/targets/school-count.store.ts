import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { Figures } from '../reports/form.rules.ts'
import type { SchoolCount } from './school-count.rules.ts'

export async function loadSchoolCounts(
  db: Db,
  unitIds: readonly number[],
  cohorts: readonly number[],
): Promise<SchoolCount[]> {
  return db
    .selectFrom('school_count')
    .where(({ eb, fn, val }) => eb('unit_id', '=', fn.any(val(unitIds as number[]))))
    .where(({ eb, fn, val }) => eb('cohort', '=', fn.any(val(cohorts as number[]))))
    .select(['unit_id as unitId', 'cohort', 'graduates', 'source'])
    .execute()
}

export type CountsBy = { by: { id: number | null; name: string }; now: Date }

/** Sets counts, over those that are there. */
export async function setSchoolCounts(
  trx: Trx,
  counts: readonly SchoolCount[],
  { by, now }: CountsBy,
): Promise<void> {
  if (counts.length === 0) return
  await trx
    .insertInto('school_count')
    .values(
      counts.map(({ unitId, cohort, graduates, source }) => ({
        unit_id: unitId,
        cohort,
        graduates,
        source,
        set_by: by.id,
        set_by_name: by.name,
        set_at: now,
      })),
    )
    .onConflict(conflict =>
      conflict.columns(['unit_id', 'cohort']).doUpdateSet(({ ref }) => ({
        graduates: ref('excluded.graduates'),
        source: ref('excluded.source'),
        set_by: ref('excluded.set_by'),
        set_by_name: ref('excluded.set_by_name'),
        set_at: ref('excluded.set_at'),
      })),
    )
    .execute()
}

export async function removeSchoolCounts(
  trx: Trx,
  counts: readonly Pick<SchoolCount, 'unitId' | 'cohort'>[],
): Promise<void> {
  if (counts.length === 0) return
  const pairs: RawBuilder<unknown>[] = counts.map(it => sql`(${it.unitId}::int, ${it.cohort}::int)`)
  await sql`delete from school_count where (unit_id, cohort) in (${sql.join(pairs)})`.execute(trx)
}

/** What a unit's latest report says, up to a month. */
export type LatestFigures = { unitId: number; month: Month; figures: Figures }

/** The figures that count in each unit's latest report; a unit that never reported is not in it. */
export async function loadLatestFigures(
  db: Db,
  unitIds: readonly number[],
  upTo: Month,
): Promise<LatestFigures[]> {
  const { rows } = await sql<LatestFigures>`
    select distinct on (r.unit_id) r.unit_id as "unitId", r.month, v.figures
    from report r join report_version v on v.report_id = r.id and v.number = r.current_version
    where r.unit_id = any(${unitIds as number[]}::int[]) and r.month <= ${upTo}
    order by r.unit_id, r.month desc`.execute(db)
  return rows
}
