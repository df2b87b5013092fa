import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import type { RoleName } from '../people/access.rules.ts'
import type { OfficeSettings } from '../units/office.rules.ts'
import type { NewReport } from './row.rules.ts'
import type { TrialCommune } from './world.rules.ts'

/** One process fills at a time; a second waits, and then finds it done. */
const FILL_LOCK = 25_000_002

/** Whether the world is there already; holds the lock until the transaction ends. */
export async function isFilled(trx: Trx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${FILL_LOCK})`.execute(trx)
  return (await trx.selectFrom('trial').select('day').executeTakeFirst()) !== undefined
}

export async function markFilled(trx: Trx, day: string): Promise<void> {
  await trx.insertInto('trial').values({ day }).execute()
}

/** The communes of the world with what they came from, as imported. */
export async function findCommunes(
  db: Db,
): Promise<(TrialCommune & { fullName: string; officeCode: string })[]> {
  const { rows } = await sql<TrialCommune & { fullName: string; officeCode: string }>`
    select u.id, u.code, u.valid_from as "from", u.valid_until as until, n.full_name as "fullName", o.code as "officeCode",
      n.type = 'Phường' as ward,
      u.valid_until is not null or exists (select from succession s where s.successor_id = u.id) as highland,
      coalesce((select array_agg(s.predecessor_id order by s.predecessor_id)
        from succession s where s.successor_id = u.id), '{}') as predecessors
    from unit u
    join lateral (select type, full_name from unit_name where unit_id = u.id order by valid_from desc limit 1) n on true
    join unit_parent p on p.unit_id = u.id
    join unit o on o.id = p.parent_id
    where u.kind = 'commune'
    order by u.id`.execute(db)
  return rows
}

export async function findOffices(db: Db): Promise<{ id: number; code: string }[]> {
  return db
    .selectFrom('unit')
    .select(['id', 'code'])
    .where('kind', '=', 'office')
    .where('valid_until', 'is', null)
    .execute()
}

/** Settles an office: whom communes may ask, and head and foot of its papers. Its other settings stay. */
export async function settle(trx: Trx, officeId: number, settings: Partial<OfficeSettings>): Promise<void> {
  await sql`update office set settings = settings || ${JSON.stringify(settings)}::jsonb where unit_id = ${officeId}`.execute(
    trx,
  )
}

export type NewPerson = {
  email: string
  name: string
  position: string
  phone: string
  passwordHash: string | null
  active: boolean
  unitId: number
  role: RoleName
  /** Has left: the role ended, the name stays on old reports. */
  left: boolean
}

/** Adds people with one role each. @returns their ids by address. */
export async function addPeople(
  trx: Trx,
  people: readonly NewPerson[],
  since: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ email: string; id: number }>`
    insert into person (email, name, position, phone, password_hash, active, created_at)
    select email, name, position, phone, "passwordHash", active, ${since}
    from json_to_recordset(${JSON.stringify(people)}::json)
      as p (email text, name text, position text, phone text, "passwordHash" text, active boolean)
    returning email, id`.execute(trx)
  const ids = new Map(rows.map(row => [row.email, row.id]))
  const roles = people.map(person => ({ ...person, personId: ids.get(person.email) }))
  await sql`
    insert into role (person_id, unit_id, role, since, ended_at)
    select "personId", "unitId", role, ${since}, case when "left" then ${since}::timestamptz + interval '1 day' end
    from json_to_recordset(${JSON.stringify(roles)}::json)
      as r ("personId" int, "unitId" int, role text, "left" boolean)`.execute(trx)
  return ids
}

/** Adds reports with their versions, many in one statement. */
export async function addReports(trx: Trx, editionId: number, reports: readonly NewReport[]): Promise<void> {
  const heads = reports.map(({ versions, ...head }) => head)
  const { rows } = await sql<{ id: number; unitId: number; month: string }>`
    insert into report (unit_id, month, edition_id, state, draft, draft_revision, draft_saved_by, draft_saved_at,
      current_version, first_submitted_at, on_time, decided_by, decided_at, return_reason)
    select "unitId", month, ${editionId}, state, draft, (draft is not null)::int,
      case when draft is not null then "personId" end, case when draft is not null then "decidedAt" end,
      "currentVersion", "firstSubmittedAt", "onTime", "decidedBy", case when draft is null then "decidedAt" end, "returnReason"
    from json_to_recordset(${JSON.stringify(heads)}::json) as r ("unitId" int, month text, state text, draft jsonb,
      "currentVersion" int, "firstSubmittedAt" timestamptz, "onTime" boolean, "personId" int, "decidedBy" int,
      "decidedAt" timestamptz, "returnReason" text)
    returning id, unit_id as "unitId", month`.execute(trx)
  const ids = new Map(rows.map(row => [`${row.unitId} ${row.month}`, row.id]))
  const versions = reports.flatMap(({ versions: each, unitId, month, personId }) =>
    each.map(version => ({ ...version, personId, reportId: ids.get(`${unitId} ${month}`) })),
  )
  await sql`
    insert into report_version (report_id, number, receipt, figures, texts, explanations, warnings, reason,
      request_key, submitted_by, submitted_by_name, submitted_at)
    select "reportId", number, receipt, figures, texts, explanations, warnings, reason, "requestKey", "personId", "by", "at"
    from json_to_recordset(${JSON.stringify(versions)}::json) as v ("reportId" int, number int, receipt text, figures jsonb,
      texts jsonb, explanations jsonb, warnings jsonb, reason text, "requestKey" uuid, "personId" int, "by" text, "at" timestamptz)`.execute(
    trx,
  )
}
