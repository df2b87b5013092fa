import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'

/** A unit under the name it bears in a month, with what access needs to know (see people/access.rules). */
export type Unit = {
  id: number
  kind: 'commune' | 'office'
  code: string
  type: string
  name: string
  fullName: string
  validFrom: Month
  validUntil: Month | null
  /** The office it reports to in that month; null for the top, or when the unit is not there yet. */
  parentId: number | null
  lineage: number[]
  offices: number[]
}

/** The name in force in the month: the latest that began by then, else the first there is. */
const nameIn = (month: Month): RawBuilder<unknown> => sql`
  lateral (
    select type, name, full_name, search from unit_name n where n.unit_id = u.id
    order by n.valid_from <= ${month} desc, case when n.valid_from <= ${month} then n.valid_from end desc nulls last, n.valid_from
    limit 1
  ) n`

/** One unit as it stands in a month; no row when there is no unit of that id. */
export const unitIn = (id: number, month: Month): RawBuilder<Unit> => sql<Unit>`
    with recursive lineage (id) as (
      select ${id}::int
      union select s.successor_id from succession s join lineage l on s.predecessor_id = l.id
    ), above (id) as (
      select id from lineage
      union select step.up from above a cross join lateral (
        select p.parent_id from unit_parent p where p.unit_id = a.id
          and (p.valid_until is null or p.valid_until > ${month} or a.id <> ${id} and not exists (
            select from unit_parent l where l.unit_id = a.id and l.valid_from >= p.valid_until))
        union all select successor_id from succession where predecessor_id = a.id) step (up)
    )
    select u.id, u.kind, u.code, n.type, n.name, n.full_name as "fullName",
      u.valid_from as "validFrom", u.valid_until as "validUntil",
      (select p.parent_id from unit_parent p where p.unit_id = u.id and p.valid_from <= ${month}
        and (p.valid_until is null or p.valid_until > ${month})) as "parentId",
      (select array_agg(id) from lineage) as lineage,
      (select array_agg(id) from above) as offices
    from unit u, ${nameIn(month)} where u.id = ${id}`

export async function findUnit(db: Db, id: number, month: Month): Promise<Unit | null> {
  const { rows } = await unitIn(id, month).execute(db)
  return rows[0] ?? null
}

/** A commune expected to report, or an office, as listed for one month. */
export type ListedUnit = {
  id: number
  kind: 'commune' | 'office'
  code: string
  type: string
  name: string
  fullName: string
  search: string
  parentId: number
}

/** Everything that stands under an office in a month, at any depth; the office itself is not in it. Unsorted. */
export async function unitsUnder(db: Db, officeId: number, month: Month): Promise<ListedUnit[]> {
  const { rows } = await sql<ListedUnit>`
    with recursive below (id, parent_id) as (
      select p.unit_id, p.parent_id from unit_parent p where p.parent_id = ${officeId} and ${validIn(month)}
      union all
      select p.unit_id, p.parent_id from unit_parent p join below b on p.parent_id = b.id where ${validIn(month)}
    )
    select u.id, u.kind, u.code, n.type, n.name, n.full_name as "fullName", n.search, b.parent_id as "parentId"
    from below b join unit u on u.id = b.id, ${nameIn(month)}
    where u.valid_from <= ${month} and (u.valid_until is null or u.valid_until > ${month})`.execute(db)
  return rows
}

const validIn = (month: Month) =>
  sql`p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})`

/** The office whose code is in force in a month: what scripts are given. Null when there is none. */
export async function findOfficeByCode(db: Db, code: string, month: Month): Promise<number | null> {
  const row = await db
    .selectFrom('unit')
    .select('id')
    .where('kind', '=', 'office')
    .where('code', '=', code)
    .where('valid_from', '<=', month)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', month)]))
    .executeTakeFirst()
  return row?.id ?? null
}

/** Under which office a unit stood in each of the months; one in which it stood under none is left out. */
export async function officesOf(
  db: Db,
  unitId: number,
  months: readonly Month[],
): Promise<Map<Month, number>> {
  const { rows } = await sql<{ month: Month; officeId: number }>`
    select m.month, p.parent_id as "officeId" from unnest(${months}::text[]) m (month)
    join unit_parent p on p.unit_id = ${unitId} and p.valid_from <= m.month
      and (p.valid_until is null or p.valid_until > m.month)`.execute(db)
  return new Map(rows.map(it => [it.month, it.officeId]))
}
