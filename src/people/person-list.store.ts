import { sql } from 'kysely'
import { dayAt, monthOfDay } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { treeUnder } from '../units/tree.store.ts'
import type { RoleName } from './access.rules.ts'
import type { HeldRole } from './person-admin.rules.ts'

/** A person at one unit, in one role. */
export type PersonLine = {
  id: number
  name: string
  email: string
  position: string
  phone: string
  active: boolean
  /** Has set a password. */
  settled: boolean
  /** Until when an invitation is open; null when none is. */
  invitedUntil: Date | null
  lastSignInAt: Date | null
  createdAt: Date
  role: RoleName
  unitId: number
  unit: string
  unitName: string
  atOffice: boolean
}

/** Everybody who has a role at one of the units now, one line a role. Unsorted. */
export async function findPeopleAt(db: Db, unitIds: readonly number[], now: Date): Promise<PersonLine[]> {
  const { rows } = await sql<PersonLine>`
    select p.id, p.name, p.email, p.position, p.phone, p.active, p.password_hash is not null as settled,
      p.last_sign_in_at as "lastSignInAt", p.created_at as "createdAt", r.role, r.unit_id as "unitId", n.full_name as unit, n.name as "unitName", u.kind = 'office' as "atOffice",
      (select i.expires_at from invitation i where i.person_id = p.id and i.accepted_at is null
        and i.expires_at > ${now} order by i.id desc limit 1) as "invitedUntil"
    from role r join person p on p.id = r.person_id join unit u on u.id = r.unit_id
    cross join lateral (
      select name, full_name from unit_name where unit_id = r.unit_id order by valid_from desc limit 1) n
    where r.ended_at is null and r.unit_id = any(${unitIds})`.execute(db)
  return rows
}

/** One person as their administrator sees them. */
export type PersonRecord = Omit<PersonLine, 'role' | 'unitId' | 'unit' | 'unitName' | 'atOffice'> & {
  roles: (HeldRole & {
    unit: string
    since: Date
    endedAt: Date | null
    /** When it ends by itself; null for a role that stays. */
    until: Date | null
    /** The name of whom it covers, while they are on leave. */
    covers: string | null
  })[]
}

/**
 * A person who works, or has worked, at the office or at anything that stands or stood under it; null for others. `mine`
 * marks the roles within that office.
 */
export async function findPerson(
  db: Db,
  id: number,
  asked: { officeId: number; now: Date },
): Promise<PersonRecord | null> {
  const { officeId, now } = asked
  const { rows } = await sql<PersonRecord>`
    with recursive ${treeUnder(officeId)}, mine (id) as (
      select id from tree where until is null or until > ${monthOfDay(dayAt(now))})
    select p.id, p.name, p.email, p.position, p.phone, p.active, p.password_hash is not null as settled,
      p.created_at as "createdAt", p.last_sign_in_at as "lastSignInAt",
      (select i.expires_at from invitation i where i.person_id = p.id and i.accepted_at is null
        and i.expires_at > ${now} order by i.id desc limit 1) as "invitedUntil",
      (select json_agg(json_build_object('id', r.id, 'unitId', r.unit_id, 'role', r.role, 'since', r.since,
          'endedAt', r.ended_at, 'until', r.until, 'covers', (select name from person where id = r.covers), 'mine', r.unit_id in (select id from mine), 'unit', (
            select full_name from unit_name n where n.unit_id = r.unit_id order by valid_from desc limit 1))
        order by r.ended_at is not null, r.id) from role r where r.person_id = p.id) as roles
    from person p where p.id = ${id}
      and exists (select from role r where r.person_id = p.id and r.unit_id in (select id from mine))`.execute(
    db,
  )
  const [person] = rows
  return person ? { ...person, roles: person.roles.map(withDates) } : null
}

/** JSON holds instants as text. */
const withDates = (role: PersonRecord['roles'][number]): PersonRecord['roles'][number] => ({
  ...role,
  since: new Date(role.since),
  endedAt: role.endedAt && new Date(role.endedAt),
  until: role.until && new Date(role.until),
})
