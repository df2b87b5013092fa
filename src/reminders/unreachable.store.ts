import { sql } from 'kysely'
import { moreTimeOf } from '../calendar/exception.store.ts'
import { addMonths, type Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Reachability } from './unreachable.rules.ts'

/** Reports and drafts of so many months back count as a sign of life; older ones lie before the 60 days anyway. */
const MONTHS_BACK = 3

type Asked = { unitIds: readonly number[]; officeId: number; month: Month; now: Date }

/**
 * How each of those communes can be reached, in one query: who holds a role there today with an account that is on, what is
 * known of their addresses, who was there last (or at a unit it was merged from), and the month's report.
 * @param asked.officeId whose administrator asks: people who also work outside those units and it are marked
 */
export async function loadReachability(db: Db, asked: Asked): Promise<Reachability[]> {
  const { unitIds, officeId, month, now } = asked
  const { rows } = await sql<Row>`
    with holder as (
      select r.unit_id, json_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'phone', p.phone,
        'roles', json_agg(r.role order by r.role desc), 'lastSignInAt', p.last_sign_in_at, 'settled', p.password_hash is not null,
        'invitedUntil', (select max(i.expires_at) from invitation i
          where i.person_id = p.id and i.accepted_at is null and i.expires_at > ${now}),
        'bounced', (select json_build_object('at', b.at, 'code', b.code, 'diagnostic', b.diagnostic) from bounce b
          where b.person_id = p.id and b.email = p.email),
        'elsewhere', exists (select from role o where o.person_id = p.id and o.ended_at is null
          and o.unit_id <> ${officeId} and o.unit_id not in (select unnest(${unitIds}::int[])))) as found
      from role r join person p on p.id = r.person_id and p.active
      where r.unit_id = any(${unitIds}::int[]) and r.ended_at is null and r.role in ('reporter', 'leader')
      group by r.unit_id, p.id
    ), gone as (
      select distinct on (f.unit_id) f.unit_id, json_build_object('name', p.name, 'phone', p.phone, 'at', r.ended_at,
        'before', (select full_name from unit_name n where n.unit_id = f.before order by valid_from desc limit 1)) as found
      from (
        select id as unit_id, id, null::int as before from unnest(${unitIds}::int[]) u (id)
        union all select successor_id, predecessor_id, predecessor_id from succession where successor_id = any(${unitIds}::int[])
      ) f
      join role r on r.unit_id = f.id and r.role in ('reporter', 'leader')
      join person p on p.id = r.person_id
      where f.before is not null or r.ended_at is not null or not p.active
      order by f.unit_id, f.before nulls first, r.ended_at desc nulls first, r.id desc
    )
    select u.id as "unitId", coalesce(m.state, 'missing') as state, m.first_submitted_at as "submittedAt",
      ${moreTimeOf(sql`u.id`, sql`${month}`)} as "extensionUntil",
      (select greatest(max(v.submitted_at), max(past.draft_saved_at))
        from report past left join report_version v on v.report_id = past.id
        where past.unit_id = u.id and past.month >= ${addMonths(month, -MONTHS_BACK)}) as "reportedAt",
      coalesce(h.found, '[]') as holders, g.found as gone
    from unnest(${unitIds}::int[]) u (id)
    left join report m on m.unit_id = u.id and m.month = ${month}
    left join (select unit_id, json_agg(found order by found->'roles'->>0 desc, found->>'name') as found
      from holder group by unit_id) h on h.unit_id = u.id
    left join gone g on g.unit_id = u.id`.execute(db)
  return rows.map(row => ({
    ...row,
    holders: row.holders.map(holder => ({
      ...holder,
      lastSignInAt: instant(holder.lastSignInAt),
      invitedUntil: instant(holder.invitedUntil),
      bounced: holder.bounced && { ...holder.bounced, at: new Date(holder.bounced.at) },
    })),
    gone: row.gone && { ...row.gone, at: instant(row.gone.at) },
  }))
}

/** As the driver gives it: instants inside JSON are text. */
type Row = Reachability

const instant = (value: Date | string | null): Date | null => (value === null ? null : new Date(value))
