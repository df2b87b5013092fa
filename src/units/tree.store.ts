import { type RawBuilder, sql } from 'kysely'

/**
 * An office and all that stands or stood under it: a recursive table `tree (id, until)` for `with recursive`. `until` is the
 * month from which a unit that moved to another office is no longer this one's business; null for what is here still, and
 * for what ended here, or went into what is here. A unit may be there twice, by two ways.
 */
export const treeUnder = (officeId: number | null): RawBuilder<unknown> => sql`
  tree (id, until) as (
    select ${officeId}::int, null::text
    union
    select below.id, least(tree.until, below.until) from tree join (
      select p.unit_id as id, p.parent_id as above, case when exists (
        select from unit_parent l where l.unit_id = p.unit_id and l.valid_from >= p.valid_until
      ) then p.valid_until::text end as until from unit_parent p
      union all select predecessor_id, successor_id, null from succession) below on below.above = tree.id
  )`
