import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { answeredRequestOf, type KeptRequestJson, requestIn } from '../reports/request.store.ts'
import type { Addressee, UnitFacts } from './facts.rules.ts'
import type { LedgerRow } from './ledger.rules.ts'
import type { Scope } from './office-facts.store.ts'

export type CommuneRow = {
  month: Month
  officeId: number
  id: number
  code: string
  name: string
  state: UnitFacts['state'] | null
  submittedAt: Date | null
  onTime: boolean | null
  version: number | null
  decidedAt: Date | null
  returnReason: string | null
  extensionUntil: Date | null
  openUntil: Date | null
  answered: KeptRequestJson | null
}

/** The communes expected to report, month by month, with their reports and extensions. */
export async function readCommunes(db: Db, { months, until, officeId }: Scope): Promise<CommuneRow[]> {
  const valid = (alias: RawBuilder<unknown>) =>
    sql`${alias}.valid_from <= m.month and (${alias}.valid_until is null or ${alias}.valid_until > m.month)`
  const grants = (kind: RawBuilder<unknown>) => sql`
    select distinct on (unit_id, month) unit_id, month, until from extension
    where month = any(${months}::text[]) and ${kind} and granted_at <= ${until}
      and (withdrawn_at is null or withdrawn_at > ${until}) order by unit_id, month, id desc`
  const { rows } = await sql<CommuneRow>`
    select m.month, p.parent_id as "officeId", u.id, u.code, n.full_name as name,
      r.state, r.first_submitted_at as "submittedAt", r.on_time as "onTime", r.current_version as version,
      r.decided_at as "decidedAt", r.return_reason as "returnReason", e.until as "extensionUntil",
      greatest(o.until, rule.reopened_until) as "openUntil",
      ${answeredRequestOf(sql`u.id`, sql`m.month`, until)} as answered
    from unnest(${months}::text[]) m (month)
    join unit_parent p on ${valid(sql`p`)} ${officeId === null ? sql`` : sql`and p.parent_id = ${officeId}`}
    join unit u on u.id = p.unit_id and u.kind = 'commune' and ${valid(sql`u`)}
    join lateral (
      select full_name from unit_name n where n.unit_id = u.id
      order by n.valid_from <= m.month desc, case when n.valid_from <= m.month then n.valid_from end desc nulls last,
        n.valid_from limit 1) n on true
    left join report r on r.unit_id = u.id and r.month = m.month
    left join (${grants(sql`not opens_only`)}) e on e.unit_id = u.id and e.month = m.month
    left join (${grants(sql`opens_only`)}) o on o.unit_id = u.id and o.month = m.month
    left join month_rule rule on rule.office_id = p.parent_id and rule.month = m.month`.execute(db)
  return rows
}

/** A commune's report as it stood then. */
export function unitOf(
  row: CommuneRow,
  until: Date,
): Omit<UnitFacts, 'people' | 'rows' | 'awaited' | 'grants'> {
  const { id, code, name, extensionUntil, openUntil } = row
  const sent = row.submittedAt !== null && row.submittedAt <= until
  const decided = row.decidedAt !== null && row.decidedAt <= until
  const returned =
    sent && decided && row.state === 'returned' && row.decidedAt
      ? { version: row.version ?? 1, at: row.decidedAt, reason: row.returnReason ?? '' }
      : null
  const began = row.state === 'draft' || row.state === 'awaiting' ? row.state : 'missing'
  return {
    id,
    code,
    name,
    extensionUntil,
    openUntil,
    answered: row.answered && requestIn(row.answered),
    returned,
    submittedAt: sent ? row.submittedAt : null,
    onTime: sent ? row.onTime : null,
    state: sent ? (row.state ?? 'submitted') : began,
  }
}

/** A row of a unit's. */
export type Located = { unitId: number }

type PersonRow = Omit<Addressee, 'bounced'> &
  Located & { bouncedAt: Date | null; code: string; diagnostic: string }

/** Everybody active with a role on a unit, in the order in which they came to it; those of the office above too. */
export async function readPeople(db: Db, { officeId, now }: Scope): Promise<(Addressee & Located)[]> {
  const near = sql`and (r.unit_id = ${officeId} or r.unit_id in (
    select unit_id from unit_parent where parent_id = ${officeId}
    union select parent_id from unit_parent where unit_id = ${officeId}))`
  const { rows } = await sql<PersonRow>`
    select r.unit_id as "unitId", r.role, p.id as "personId", p.name, p.email, p.phone,
      b.at as "bouncedAt", b.code, b.diagnostic,
      exists (select from push_subscription s where s.person_id = p.id and s.gone_at is null) as pushes
    from role r join person p on p.id = r.person_id
    left join bounce b on b.person_id = p.id and b.email = p.email
    where r.ended_at is null and r.since <= ${now} and (r.until is null or r.until > ${now})
      and p.active and r.role in ('reporter', 'leader', 'officer', 'office_leader')
      ${officeId === null ? sql`` : near}
    order by r.id`.execute(db)
  return rows.map(({ bouncedAt: at, code, diagnostic, ...person }) => ({
    ...person,
    bounced: at && { at, code, diagnostic },
  }))
}

/** The lines of reminders; those of the watch are its own (watch-ticks). */
const planned = (kind: RawBuilder<unknown>) => sql`not starts_with(${kind}, 'watch:')`

/** The ledger's lines; what a letter says only of those that may still be sent, or be sent on to somebody else. */
export async function readLedger(
  db: Db,
  { months, until, officeId }: Scope,
): Promise<(LedgerRow & Located & { month: string })[]> {
  const { rows } = await sql<LedgerRow & Located & { month: string }>`
    select id, unit_id as "unitId", month, kind, channel, recipient, status, planned_at as "plannedAt",
      sent_at as "sentAt", claimed_until as "claimedUntil", next_try_at as "nextTryAt", attempts,
      case when status in ('claimed', 'failed', 'bounced') and extra ? 'to' then extra end as facts
    from reminder where month = any(${months}::text[]) and decided_at <= ${until} and ${planned(sql`kind`)}
      ${officeId === null ? sql`` : sql`and (unit_id = ${officeId} or unit_id in (select unit_id from unit_parent where parent_id = ${officeId}))`}`.execute(
    db,
  )
  return rows
}

/** An open line, with the names that a decision on it carries. */
export type OpenLine = LedgerRow & Located & { month: Month; code: string; name: string }

/** All lines that await an end, and that nobody has in hand. */
export async function readOpenLines(db: Db, now: Date): Promise<OpenLine[]> {
  const { rows } = await sql<OpenLine>`
    select l.id, l.unit_id as "unitId", l.month, l.kind, l.channel, l.recipient, l.status, l.planned_at as "plannedAt",
      l.sent_at as "sentAt", l.claimed_until as "claimedUntil", l.next_try_at as "nextTryAt", l.attempts, null as facts,
      u.code, (select full_name from unit_name n where n.unit_id = u.id order by valid_from desc limit 1) as name
    from reminder l join unit u on u.id = l.unit_id
    where ${planned(sql`l.kind`)}
      and ((l.status = 'claimed' and l.claimed_until <= ${now}) or (l.status = 'failed' and l.next_try_at is not null))
    order by l.id`.execute(db)
  return rows
}
