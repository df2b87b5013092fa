import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'

type Asked = {
  unitIds: readonly number[]
  /** The month from which one looks back: mergers after it have not happened yet. */
  month: Month
  /** Only mergers after this month: whoever had gone by then sent nothing in it. */
  after?: Month | null
}

/**
 * What units were made of, by any chain of mergers: a recursive table `lineage (unit_id, id, effective_month, divided)` for
 * `with recursive`. Going back a step is going back in time, so that what a unit was made of later is not taken for what it
 * was made of earlier, and a circle, which no import lets in, would end by itself. `effective_month` is the first month in
 * which the predecessor no longer counts for itself; `divided` holds when it, or what became of it, went to several units.
 * A predecessor may be there twice, by two ways. `offset 0` has each step looked up by the index: guessing that there are many,
 * the planner would read the whole table instead.
 */
export const lineageOf = ({ unitIds, month, after = null }: Asked): RawBuilder<unknown> => sql`
  lineage (unit_id, id, effective_month, divided) as (
    select successor_id, predecessor_id, effective_month::text, divided from succession
    where successor_id = any(${unitIds}::int[]) and effective_month <= ${month}
      and (${after}::text is null or effective_month > ${after}::text)
    union
    select l.unit_id, s.predecessor_id, s.effective_month::text, l.divided or s.divided
    from lineage l cross join lateral (
      select * from succession where successor_id = l.id and predecessor_id <> l.unit_id
        and effective_month <= l.effective_month and (${after}::text is null or effective_month > ${after}::text)
      offset 0) s
  )`
