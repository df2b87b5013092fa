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
export function lineageOf({ unitIds, month, after = null }: Asked): RawBuilder<unknown> {
  const recent = after === null ? sql`true` : sql`effective_month > ${after}`
  return sql`
  lineage (unit_id, id, effective_month, divided) as (
    select successor_id, predecessor_id, effective_month::text, divided from succession
    where successor_id ${among(unitIds)} and effective_month <= ${month} and ${recent}
    union
    select l.unit_id, s.predecessor_id, s.effective_month::text, l.divided or s.divided
    from lineage l cross join lateral (
      select * from succession where successor_id = l.id and predecessor_id <> l.unit_id
        and effective_month <= l.effective_month and ${recent} offset 0) s
  )`
}

/**
 * One unit is asked about by itself: of a list the planner must guess the length, takes the guess for dearer than
 * planning anew, and then plans each time what could be planned once (docs/decisions/0012).
 */
const among = (ids: readonly number[]): RawBuilder<unknown> =>
  ids.length === 1 ? sql`= ${ids[0]}::int` : sql`= any(${ids}::int[])`
