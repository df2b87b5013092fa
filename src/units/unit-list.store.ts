import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'

/** A unit that stands directly under an office in a month, with what became of it and what it came from. */
export type UnitLine = {
  id: number
  kind: 'commune' | 'office'
  code: string
  type: string
  name: string
  fullName: string
  search: string
  validFrom: Month
  validUntil: Month | null
  /** Communes under it in that month, at any depth below; 0 for a commune. */
  communes: number
  /** The names of the units merged into it. */
  predecessors: string[]
  /** The names of the units it went into. */
  successors: string[]
}

/** The units directly under an office in a month. Unsorted. */
export async function findUnitsAt(db: Db, officeId: number, month: Month): Promise<UnitLine[]> {
  const { rows } = await sql<UnitLine>`
    with recursive below (top, id) as (
      select p.unit_id, p.unit_id from unit_parent p where p.parent_id = ${officeId} and ${during(month)}
      union all
      select b.top, p.unit_id from unit_parent p join below b on p.parent_id = b.id where ${during(month)}
    ), size (top, communes) as (
      select b.top, count(*) filter (where u.kind = 'commune' and b.id <> b.top)::int
      from below b join unit u on u.id = b.id group by b.top
    )
    select u.id, u.kind, u.code, n.type, n.name, n.full_name as "fullName", n.search,
      u.valid_from as "validFrom", u.valid_until as "validUntil", s.communes,
      (select coalesce(array_agg(p.full_name order by p.full_name), '{}') from succession x
        cross join lateral (select full_name from unit_name where unit_id = x.predecessor_id
          order by valid_from desc limit 1) p where x.successor_id = u.id) as predecessors,
      (select coalesce(array_agg(p.full_name order by p.full_name), '{}') from succession x
        cross join lateral (select full_name from unit_name where unit_id = x.successor_id
          order by valid_from limit 1) p where x.predecessor_id = u.id) as successors
    from size s join unit u on u.id = s.top
    cross join lateral (select type, name, full_name, search from unit_name where unit_id = u.id
      order by valid_from <= ${month} desc, case when valid_from <= ${month} then valid_from end desc, valid_from
      limit 1) n`.execute(db)
  return rows
}

const during = (month: Month) =>
  sql`p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})`

export type FormerOffice = { id: number; fullName: string; validFrom: Month; validUntil: Month | null }

/** The offices whose communes this one took over, by name. */
export async function findFormerOffices(db: Db, officeId: number): Promise<FormerOffice[]> {
  const { rows } = await sql<FormerOffice>`
    select u.id, n.full_name as "fullName", u.valid_from as "validFrom", u.valid_until as "validUntil"
    from succession s join unit u on u.id = s.predecessor_id
    cross join lateral (select type, full_name from unit_name where unit_id = u.id order by valid_from desc limit 1) n
    where s.successor_id = ${officeId} order by n.type desc, u.code`.execute(db)
  return rows
}

/** The codes of the offices that stand directly under the top in a month: which provinces have been founded. */
export async function findFoundedCodes(db: Db, month: Month): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'code'])
    .where('kind', '=', 'office')
    .where('valid_from', '<=', month)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', month)]))
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** The office on top in that month: where a portal's first administrator belongs. Null in an empty portal. */
export async function findTopOffice(db: Db, month: Month): Promise<{ id: number; fullName: string } | null> {
  const { rows } = await sql<{ id: number; fullName: string }>`
    select u.id, n.full_name as "fullName" from unit u join unit_name n on n.unit_id = u.id
    where u.kind = 'office' and u.valid_from <= ${month} and (u.valid_until is null or u.valid_until > ${month})
      and not exists (select from unit_parent p where p.unit_id = u.id)
    order by u.id, n.valid_from desc limit 1`.execute(db)
  return rows[0] ?? null
}
