import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import { lineageOf } from '../units/lineage.store.ts'

type Asked = {
  unitIds: readonly number[]
  month: Month
  /** The earlier months asked about, newest first. */
  months: readonly Month[]
}

/**
 * Of each unit what counts of it in each of the earlier months, for `beforeOf`: itself and whatever was merged into it since,
 * by any chain. A table (unit_id, counted), the latter `Counted[]` as JSON; a unit that was not there then has no row.
 */
export const countedOf = ({ unitIds, month, months }: Asked): RawBuilder<unknown> => sql`(
    with recursive ${lineageOf({ unitIds, month, after: months.at(-1) ?? null })},
    member (unit_id, id, month, divided) as (
      select m.unit_id, m.id, past.month, bool_or(m.divided) from (
        select id as unit_id, id, null as effective_month, false as divided from ${unitsAsked(unitIds)} own (id)
        union all
        select unit_id, id, effective_month, divided from lineage
      ) m
      join (values ${sql.join(months.map(it => sql`(${it}::text)`))}) past (month) on m.effective_month is null or m.effective_month > past.month
      where exists (select from unit where id = m.id and valid_from <= past.month
        and (valid_until is null or valid_until > past.month) offset 0)
      group by m.unit_id, m.id, past.month
    )
    select m.unit_id, json_agg(json_build_object('unitId', m.id, 'month', m.month, 'divided', m.divided,
      'figures', v.figures, 'name', (select full_name from unit_name n where n.unit_id = m.id
        and n.valid_from <= m.month order by n.valid_from desc limit 1)) order by m.id) as counted
    from member m left join lateral (
      select v.figures from report r join report_version v on v.report_id = r.id and v.number = r.current_version
      where r.unit_id = m.id and r.month = m.month limit 1) v on true
    group by m.unit_id)`

/** One unit by itself, so that the statement is planned once; see lineage.store. */
const unitsAsked = (ids: readonly number[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`(values (${ids[0]}::int))` : sql`unnest(${ids}::int[])`
