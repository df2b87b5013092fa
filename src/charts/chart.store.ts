import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { sumsOf } from '../reports/review.store.ts'
import type { Step } from './lineage.rules.ts'
import type { PlacePoint, Widening } from './series.rules.ts'
import type { BoxGroup } from './span.rules.ts'

/** What the pictures are drawn from. One query each, whatever the number of communes and months. */

export type PointQuery = {
  /** The office whose communes count in `months`, each month those that stood under it then; null for a commune. */
  officeId: number | null
  months: readonly Month[]
  /** Units that count by themselves in those months: a commune and what it was made of, an office's predecessors. */
  also: { unitIds: readonly number[]; months: readonly Month[] }
  groups: readonly BoxGroup[]
}

type Row = Omit<PlacePoint, 'figures'> & { figures: (number | null)[] }

/**
 * Sums by month and place directly under the office (a commune, or an office below with all its communes), from the
 * versions that count, as the consolidation adds them: an empty box leaves a commune's figure out of the sum.
 */
export async function loadPoints(db: Db, asked: PointQuery): Promise<PlacePoint[]> {
  const { officeId, months, also, groups } = asked
  if (groups.length === 0) return []
  const { rows } = await sql<Row>`
    with recursive below (month, unit_id, place) as (
      select m.month, p.unit_id, p.unit_id from unnest(${months}::text[]) m (month)
        join unit_parent p on p.parent_id = ${officeId}::int and ${standing('p')}
      union all
      select m.month, p.unit_id, m.place from below m join unit_parent p on p.parent_id = m.unit_id and ${standing('p')}
    ), member (month, unit_id, place) as materialized (
      select m.month, m.unit_id, m.place from below m join unit u on u.id = m.unit_id
        where u.kind = 'commune' and ${standing('u')}
      union
      select m.month, u.id, u.id from unnest(${also.months}::text[]) m (month)
        join unit u on u.id = any(${also.unitIds}::int[]) and u.kind = 'commune' and ${standing('u')}
    )
    ${sql.join(groups.map(pointsOf), sql` union all `)}`.execute(db)
  const codes = new Map(groups.flatMap(it => it.months.map(month => [month, it.boxes.map(box => box.code)])))
  return rows.map(row => ({ ...row, figures: named(codes.get(row.month) ?? [], row.figures) }))
}

const named = (codes: readonly string[], figures: readonly (number | null)[]) =>
  Object.fromEntries(codes.map((code, at) => [code, figures[at] ?? null]))

const standing = (table: 'p' | 'u') =>
  sql.raw(
    `${table}.valid_from <= m.month and (${table}.valid_until is null or ${table}.valid_until > m.month)`,
  )

const pointsOf = ({ months, boxes }: BoxGroup) => sql`
  select s.month, s.place, count(*)::int as expected, count(s.sent)::int as reported,
    (count(*) filter (where s.on_time))::int as "onTime", (count(*) filter (where not s.on_time))::int as late,
    json_build_array(${sql.join(boxes.map((_, at) => sql`sum((s.figures->>${at}::int)::int)::int`))}) as figures
  from (
    select m.month, m.place, v.id as sent, case when v.id is not null then r.on_time end as on_time,
      ${sumsOf(boxes.map(it => it.names))} as figures
    from member m left join report r on r.unit_id = m.unit_id and r.month = m.month
    left join report_version v on v.report_id = r.id and v.number = r.current_version
    where m.month = any(${months}::text[])) s
  group by s.month, s.place`

/** Every step by which other communes became these, and the steps that led elsewhere from the same ones. */
export async function loadSteps(db: Db, unitIds: readonly number[]): Promise<Step[]> {
  const { rows } = await sql<Step>`
    with recursive back (id) as (
      select unnest(${unitIds}::int[])
      union select s.predecessor_id from succession s join back b on s.successor_id = b.id
    )
    select s.predecessor_id as "from", s.successor_id as "to", s.divided
    from back b join succession s on s.predecessor_id = b.id join unit u on u.id = b.id and u.kind = 'commune'`.execute(
    db,
  )
  return rows
}

/** Since which month each of the units is there. */
export async function loadBeginnings(db: Db, unitIds: readonly number[]): Promise<Map<number, Month>> {
  const { rows } = await sql<{ id: number; from: Month }>`
    select id, valid_from as "from" from unit where id = any(${unitIds}::int[])`.execute(db)
  return new Map(rows.map(({ id, from }) => [id, from]))
}

/**
 * Months after its first in which an office's territory grew or shrank: communes came under it, or under an office below,
 * or left. No merger or division of which all parts are under it is one, and no move between offices below.
 */
export async function loadMoves(
  db: Db,
  officeId: number,
  { from, to }: { from: Month; to: Month },
): Promise<Widening[]> {
  const { rows } = await sql<Widening>`
    with recursive below (id, since, until) as (
      select unit_id, valid_from::text, coalesce(valid_until, '9999-12') from unit_parent where parent_id = ${officeId}
      union
      select p.unit_id, greatest(p.valid_from, b.since), least(p.valid_until, b.until)
        from below b join unit_parent p on p.parent_id = b.id
          and p.valid_from < b.until and coalesce(p.valid_until, '9999-12') > b.since
    ), place as materialized (
      select u.id, greatest(b.since, u.valid_from) as since, least(b.until, u.valid_until) as until
      from below b join unit u on u.id = b.id and u.kind = 'commune'
    ), step as materialized (
      select s.predecessor_id as old, s.successor_id as new, s.effective_month as month,
        a.id is not null as "fromHere", b.id is not null as "toHere"
      from succession s
      left join place a on a.id = s.predecessor_id and a.since < s.effective_month and a.until >= s.effective_month
      left join place b on b.id = s.successor_id and b.since <= s.effective_month and b.until > s.effective_month
    ), moved (id, month, gone) as (
      select id, since, false from place p
        where not exists (select from place q where q.id = p.id and q.until = p.since)
          and not exists (select from step where new = p.id and month = p.since)
      union select new, month, false from step where "toHere" and not "fromHere"
      union
      select id, until, true from place p
        where not exists (select from place q where q.id = p.id and q.since = p.until)
          and not exists (select from step where old = p.id and month = p.until)
      union select old, month, true from step where "fromHere" and not "toHere"
    )
    select month, count(*)::int as count, gone from moved
    where month > ${from} and month <= ${to} group by month, gone order by month, gone`.execute(db)
  return rows
}
