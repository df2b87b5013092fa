import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Relative, ReportedMonth } from './unit-history.rules.ts'

/** What an office knows of one commune through time. One query each. */

/**
 * Units merged into this one, by any chain, and those it became; each under its last name, in the order of names. One that
 * came by two ways is there twice. Chains go one way in time (lineage.store).
 */
export async function loadRelatives(db: Db, unitId: number): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    with recursive before (id, via, effective_month, part, divided, since) as (
      select predecessor_id, successor_id, effective_month::text, divided, divided, effective_month::text from succession where successor_id = ${unitId}
      union select s.predecessor_id, s.successor_id, s.effective_month::text, s.divided, s.divided or b.divided, b.since
        from succession s join before b on s.successor_id = b.id and s.predecessor_id <> ${unitId}
          and s.effective_month <= b.effective_month
    ), after (id, via, effective_month, part, divided, since) as (
      select successor_id, predecessor_id, effective_month::text, divided, divided, effective_month::text from succession where predecessor_id = ${unitId}
      union select s.successor_id, s.predecessor_id, s.effective_month::text, s.divided, s.divided or a.divided, a.since
        from succession s join after a on s.predecessor_id = a.id and s.successor_id <> ${unitId}
          and s.effective_month >= a.effective_month
    ), kin as (select *, 'before' as side from before union all select *, 'after' from after)
    select k.id, k.side, k.effective_month as "effectiveMonth", k.part, k.divided, k.since, u.valid_from as "validFrom",
      ${lastName(sql`k.id`)} as name, case when k.via <> ${unitId} then ${lastName(sql`k.via`)} end as via,
      case when k.side = 'before' and k.divided then (
        select coalesce(json_agg(${lastName(sql`s.successor_id`)} order by s.successor_id), '[]') from succession s
        where s.predecessor_id = k.id and s.effective_month = k.effective_month) else '[]' end as into
    from kin k join unit u on u.id = k.id order by name, k.id`.execute(db)
  return rows
}

const lastName = (id: RawBuilder<unknown>) =>
  sql`(select full_name from unit_name where unit_id = ${id} order by valid_from desc limit 1)`

/** Every report those units ever began, with the version that counts and the list of all versions, newest first. */
export async function loadReportedMonths(db: Db, unitIds: readonly number[]): Promise<ReportedMonth[]> {
  const { rows } = await sql<ReportedMonth>`
    select r.unit_id as "unitId", r.month, r.state, r.on_time as "onTime", r.return_reason as "returnReason",
      r.current_version as number, r.first_submitted_at as "firstAt", v.figures, coalesce(v.nil, false) as nil,
      (select json_agg(json_build_object('number', e.number, 'receipt', e.receipt, 'at', e.submitted_at,
        'by', e.submitted_by_name, 'reason', e.reason) order by e.number desc)
        from report_version e where e.report_id = r.id) as versions
    from report r left join report_version v on v.report_id = r.id and v.number = r.current_version
    where r.unit_id = any(${unitIds})`.execute(db)
  return rows
}

export type UnitPerson = {
  name: string
  position: string
  email: string
  phone: string
  roles: string[]
  active: boolean
  lastSignInAt: Date | null
}

/** The people of a unit today, those who report before those who sign. */
export async function loadPeople(db: Db, unitId: number): Promise<UnitPerson[]> {
  const { rows } = await sql<UnitPerson>`
    select p.name, p.position, p.email, p.phone, p.active, p.last_sign_in_at as "lastSignInAt",
      json_agg(r.role order by r.role desc) as roles
    from role r join person p on p.id = r.person_id
    where r.unit_id = ${unitId} and r.ended_at is null
    group by p.id order by max(r.role) desc, p.id`.execute(db)
  return rows
}

export type UnitLetter = {
  month: Month
  recipient: string
  status: 'claimed' | 'sent' | 'failed' | 'refused' | 'bounced' | 'skipped'
  because: string
  subject: string | null
  at: Date
  lastError: string | null
}

/** The latest lines of the reminders' ledger about a unit: what was sent to it, and what was not and why. */
export async function loadLetters(db: Db, unitId: number, limit: number): Promise<UnitLetter[]> {
  const { rows } = await sql<UnitLetter>`
    select month, recipient, status, because, subject, coalesce(sent_at, decided_at) as at, last_error as "lastError"
    from reminder where unit_id = ${unitId}
    order by coalesce(sent_at, decided_at) desc, id desc limit ${limit}`.execute(db)
  return rows
}

export type GrantedTime = {
  month: Month
  until: Date
  /** Only the month was opened; the due date stays. */
  opensOnly: boolean
  reason: string
  by: string
  at: Date
  withdrawnAt: Date | null
}

/** Every extension ever granted to a unit, the latest first. */
export async function loadGranted(db: Db, unitId: number): Promise<GrantedTime[]> {
  const { rows } = await sql<GrantedTime>`
    select e.month, e.until, e.opens_only as "opensOnly", e.reason, p.name as by, e.granted_at as at,
      e.withdrawn_at as "withdrawnAt"
    from extension e join person p on p.id = e.granted_by where e.unit_id = ${unitId} order by e.id desc`.execute(
    db,
  )
  return rows
}

export type UnitCall = {
  month: Month
  at: Date
  by: string
  outcome: 'promised' | 'no-answer' | 'wrong-number' | 'handed-on' | 'other'
  note: string
}

/** The latest telephone calls to a unit that were noted. */
export async function loadCalls(db: Db, unitId: number, limit: number): Promise<UnitCall[]> {
  const { rows } = await sql<UnitCall>`
    select month, at, by_name as by, outcome, note from call where unit_id = ${unitId} order by id desc limit ${limit}`.execute(
    db,
  )
  return rows
}
