import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { KeptImport } from './unit-change-line.rules.ts'

/**
 * What came into an office's units by file, or with its founding, as the log has it: its own files, and those of the
 * offices above, which may hold anybody's units.
 */
export async function listImports(
  db: Db,
  { officeId, month }: { officeId: number; month: Month },
): Promise<KeptImport[]> {
  const { rows } = await sql<KeptImport>`
    with recursive above (id) as (
      select ${officeId}::int
      union select p.parent_id from above a join unit_parent p on p.unit_id = a.id
        and p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month}))
    select a.id, a.act, a.at, a.actor_name as "byName", a.detail->>'file' as file, a.detail->>'kind' as kind,
      coalesce(a.detail->>'from', '') as month, coalesce(a.detail->>'document', '') as document,
      coalesce((a.detail->>'offices')::int, 0) as offices, coalesce((a.detail->>'communes')::int, 0) as communes,
      case when a.unit_id <> ${officeId} then n.full_name end as "atOffice"
    from audit a cross join lateral (select full_name from unit_name where unit_id = a.unit_id
      order by valid_from <= ${month} desc, valid_from desc limit 1) n
    where a.unit_id in (select id from above) and (a.act = 'unit.import' or a.act = 'office.found' and a.unit_id = ${officeId})
    order by a.id desc`.execute(db)
  return rows
}
