import { type RawBuilder, sql } from 'kysely'
import { type Month, schoolYearOf } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { AskedChange, ChangeFacts, OfficeFact, UnitFact } from './unit-change.rules.ts'

type Asking = {
  asked: AskedChange
  /** The offices of which whoever asks is administrator. */
  administers: readonly number[]
  /** Roles may have run out by then. */
  now: Date
}

/**
 * What a change is decided from, as it stands now. A unit that never stood under one of the asker's offices is not in
 * the answer: it is not found, whatever it is.
 */
export async function loadChangeFacts(db: Db, { asked, administers, now }: Asking): Promise<ChangeFacts> {
  const { officeId, to, month } = asked
  const ids = [...new Set([...asked.units, ...asked.into])]
  const offices = await loadOffices(db, {
    ids: to === null ? [officeId] : [officeId, to],
    month,
    administers,
  })
  const office = offices.find(it => it.id === officeId)
  if (!office) throw new Error(`There is no office ${officeId}.`)
  return {
    office,
    target: offices.find(it => it.id === to) ?? null,
    units: ids.length > 0 ? await loadUnits(db, { ids, month, administers, now }) : [],
    codes: await loadCodes(db, asked),
    successions: ids.length > 0 ? await loadSuccessions(db, ids) : [],
  }
}

type Question = { ids: readonly number[]; month: Month; administers: readonly number[] }

/** What stands under each of some units in the month, at any depth, and they themselves. */
const below = (ids: readonly number[], month: Month): RawBuilder<unknown> => sql`below (top, id) as (
  select id, id from unnest(${ids}::int[]) as asked (id)
  union select b.top, p.unit_id from below b join unit_parent p on p.parent_id = b.id and ${holds(sql`p`, month)})`

/** What stands under the asker's offices from the month on, and what ever did. */
const mine = (administers: readonly number[], month: Month): RawBuilder<unknown> => sql`ever (id, now) as (
  select id, true from unnest(${administers}::int[]) as held (id)
  union select p.unit_id, e.now and (p.valid_until is null or p.valid_until > ${month})
    from ever e join unit_parent p on p.parent_id = e.id)`

const holds = (row: RawBuilder<unknown>, month: Month) =>
  sql`${row}.valid_from <= ${month} and (${row}.valid_until is null or ${row}.valid_until > ${month})`

const nameOf = (id: RawBuilder<unknown>, month: Month) => sql`lateral (
  select type, name, full_name from unit_name n where n.unit_id = ${id}
  order by n.valid_from <= ${month} desc, case when n.valid_from <= ${month} then n.valid_from end desc nulls last,
    n.valid_from limit 1)`

type UnitQuestion = Question & { now: Date }

async function loadUnits(db: Db, { ids, month, administers, now }: UnitQuestion): Promise<UnitFact[]> {
  const { rows } = await sql<UnitFact>`
    with recursive ${below(ids, month)}, ${mine(administers, month)}
    select u.id, u.kind, u.code, n.type, n.name, n.full_name as "fullName", u.valid_from as "validFrom",
      u.valid_until as "validUntil",
      (select json_build_object('id', p.parent_id, 'validFrom', p.valid_from) from unit_parent p
        where p.unit_id = u.id and ${holds(sql`p`, month)}) as parent,
      exists (select from ever where id = u.id and now) as mine,
      ${changesOf(sql`u.id`, month)} as changes,
      (select json_build_object('from', min(r.month), 'until', max(r.month), 'months', count(distinct r.month)::int)
        from below b join report r on r.unit_id = b.id where b.top = u.id and r.current_version is not null
        having count(*) > 0) as sent,
      (select coalesce(json_agg(json_build_object('month', r.month, 'state', r.state) order by r.month), '[]')
        from report r where r.unit_id = u.id and r.state in ('draft', 'awaiting', 'returned')) as unsent,
      (select coalesce(json_agg(json_build_object('id', p.unit_id, 'validFrom', p.valid_from,
        'changes', ${changesOf(sql`p.unit_id`, month)}) order by p.unit_id), '[]')
        from unit_parent p where p.parent_id = u.id and (p.valid_until is null or p.valid_until > ${month})) as children,
      (select coalesce(json_agg(c.full_name order by c.full_name), '[]') from below b join unit d on d.id = b.id
        and d.kind = 'commune' cross join ${nameOf(sql`d.id`, month)} c where b.top = u.id) as communes,
      (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'role', r.role, 'since', r.since,
        'until', r.until, 'covers', r.covers, 'over', coalesce(r.until <= ${now}, false)) order by r.id), '[]') from role r join person p on p.id = r.person_id where r.unit_id = u.id and r.ended_at is null and p.active)
        as people,
      ${keptFor(month)} as kept
    from unit u cross join ${nameOf(sql`u.id`, month)} n
    where u.id = any(${ids}::int[]) and u.id in (select id from ever) order by u.id`.execute(db)
  return rows
}

/** The first thing on record for the month or later: a name, an office, an end, what it became or took in. */
const changesOf = (id: RawBuilder<unknown>, month: Month) => sql`(select min(at) from (
  select valid_from as at from unit_name where unit_id = ${id}
  union all select valid_from from unit_parent where unit_id = ${id}
  union all select valid_until from unit_parent where unit_id = ${id} and valid_until > ${month}
  union all select valid_until from unit where id = ${id} and valid_until > ${month}
  union all select effective_month from succession where predecessor_id = ${id}
  union all select effective_month from succession where successor_id = ${id} and effective_month > ${month}
  ) known where at >= ${month})`

/** What is set for the unit itself and does not pass on to whatever takes its place. */
const keptFor = (month: Month) => sql`json_build_object(
  'targets', (select count(*)::int from target where unit_id = u.id and school_year >= ${schoolYearOf(month)}),
  'extensions', (select count(*)::int from extension where unit_id = u.id and month >= ${month}),
  'requests', (select count(*)::int from extension_request where unit_id = u.id and answer is null))`

async function loadOffices(db: Db, { ids, month, administers }: Question): Promise<OfficeFact[]> {
  const { rows } = await sql<OfficeFact>`
    with recursive ${below(ids, month)}, ${mine(administers, month)}, above (top, id) as (
      select id, id from unnest(${ids}::int[]) as asked (id)
      union select a.top, p.parent_id from above a join unit_parent p on p.unit_id = a.id and ${holds(sql`p`, month)})
    select u.id, n.full_name as "fullName", exists (select from ever where id = u.id and now) as mine,
      ${holds(sql`u`, month)} as lives, u.valid_until as "validUntil",
      (select json_agg(a.id order by a.id) from above a where a.top = u.id and a.id <> u.id) as above,
      (select coalesce(json_agg(c.full_name order by c.full_name), '[]') from below b join unit d on d.id = b.id
        and d.kind = 'commune' and ${holds(sql`d`, month)} cross join ${nameOf(sql`d.id`, month)} c
        where b.top = u.id) as communes
    from unit u cross join ${nameOf(sql`u.id`, month)} n
    where u.id = any(${ids}::int[]) and u.kind = 'office'`.execute(db)
  return rows.map(it => ({ ...it, above: it.above ?? [] }))
}

/** Communes that bear one of the codes in the month or later. */
async function loadCodes(db: Db, { made, month }: AskedChange): Promise<ChangeFacts['codes']> {
  if (made.length === 0) return []
  const { rows } = await sql<ChangeFacts['codes'][number]>`
    select u.id, u.code, n.full_name as "fullName" from unit u cross join ${nameOf(sql`u.id`, month)} n
    where u.kind = 'commune' and u.code = any(${made.map(it => it.code)}::text[])
      and (u.valid_until is null or u.valid_until > ${month}) order by u.id`.execute(db)
  return rows
}

/** All that came after any of the units, link by link. */
async function loadSuccessions(db: Db, ids: readonly number[]): Promise<ChangeFacts['successions']> {
  const { rows } = await sql<ChangeFacts['successions'][number]>`
    with recursive after (id) as (
      select id from unnest(${ids}::int[]) as asked (id)
      union select s.successor_id from succession s join after a on s.predecessor_id = a.id)
    select s.predecessor_id as "from", s.successor_id as "to" from succession s join after a on a.id = s.predecessor_id
    order by 1, 2`.execute(db)
  return rows
}

/** The offices that stand under some offices in a month, and these themselves, by name: where a unit can be moved to. */
export async function officesUnder(
  db: Db,
  { ids, month }: Omit<Question, 'administers'>,
): Promise<{ id: number; fullName: string }[]> {
  const { rows } = await sql<{ id: number; fullName: string }>`
    with recursive ${below(ids, month)}
    select distinct u.id, n.full_name as "fullName" from below b join unit u on u.id = b.id and u.kind = 'office'
      and ${holds(sql`u`, month)} cross join ${nameOf(sql`u.id`, month)} n order by 2`.execute(db)
  return rows
}
