import { type RawBuilder, sql } from 'kysely'
import { deadlineOf, type Holiday, holidaysByDay, withMonthRule } from '../calendar/deadline.rules.ts'
import { addMonths, type Day, dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { contactLine, policyOf, readOfficeSettings } from '../units/office.rules.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Addressee, OfficeFacts, UnitFacts } from './facts.rules.ts'
import type { LedgerRow } from './ledger.rules.ts'
import { readPlan } from './plan.rules.ts'

/** What is asked: everything, or one office; for the months that matter at `now`, or for one. */
export type Asked = { now: Date; officeId?: number | null; month?: Month | null }

/** How long a returned report or an open line of an older month is looked for (days). */
const LOOK_BACK = 30

/**
 * All that decides who gets what, for every office that communes report to, as it stood at `now`: later
 * submissions, returns, extensions and lines of the ledger are not seen. People are those of today.
 * A constant number of queries, whatever the number of communes; units come in Vietnamese order.
 */
export async function loadFacts(db: Db, asked: Asked): Promise<OfficeFacts[]> {
  const running = monthOfDay(dayAt(asked.now))
  const months = asked.month ? [asked.month] : await monthsThatMatter(db, asked.now, running)
  const scope = { months, now: asked.now, officeId: asked.officeId ?? null }
  const [offices, holidays, rules, communes, people, ledger] = await Promise.all([
    readOffices(db, scope),
    readHolidays(db, scope),
    readMonthRules(db, scope),
    readCommunes(db, scope),
    readPeople(db, scope),
    readLedger(db, scope),
  ])
  const read: Read = {
    running,
    asked: asked.month ?? null,
    now: asked.now,
    holidays: holidays.sort(ownLast),
    rules,
    communes: groupBy(communes, it => `${it.officeId} ${it.month}`),
    people: groupBy(people, it => String(it.unitId)),
    lines: groupBy(ledger, it => `${it.unitId} ${it.month}`),
  }
  return offices.flatMap(office => monthsOfOffice(office, months, read))
}

/** Everything read, by where it belongs. */
type Read = {
  running: Month
  asked: Month | null
  now: Date
  holidays: HolidayRow[]
  rules: RuleRow[]
  communes: Map<string, CommuneRow[]>
  people: Map<string, Addressee[]>
  lines: Map<string, LedgerRow[]>
}

function monthsOfOffice(office: OfficeRow, months: Month[], read: Read): OfficeFacts[] {
  const { id, code, name } = office
  const settings = readOfficeSettings(office.settings)
  const policy = policyOf(settings)
  const holidays = holidaysByDay(read.holidays.filter(it => it.officeId === null || it.officeId === id))
  const about = { id, code, name, contact: contactLine(settings), replyTo: settings.contactEmail || null }
  return months.flatMap(month => {
    const communes = read.communes.get(`${id} ${month}`)
    if (!communes) return []
    const rule = read.rules.find(it => it.officeId === id && it.month === month)
    const usual = deadlineOf(month, policy, holidays)
    return {
      office: about,
      month,
      running: month === read.running || month === read.asked,
      plan: month >= addMonths(read.running, -1) ? readPlan(office.steps) : null,
      calendar: { policy, holidays },
      deadline: rule ? withMonthRule(usual, rule) : usual,
      lockedAt: rule?.lockedAt ?? null,
      people: read.people.get(String(id)) ?? [],
      rows: read.lines.get(`${id} ${month}`) ?? [],
      units: unitsOf(communes, read),
    }
  })
}

const unitsOf = (communes: CommuneRow[], { people, lines, now }: Read): UnitFacts[] =>
  communes
    .sort((a, b) => compareVietnamese(a.name, b.name))
    .map(commune => ({
      ...unitOf(commune, now),
      people: people.get(String(commune.id)) ?? [],
      rows: lines.get(`${commune.id} ${commune.month}`) ?? [],
    }))

type Scope = { months: Month[]; now: Date; officeId: number | null }

/** This month and the last, and older ones in which something is still open. */
async function monthsThatMatter(db: Db, now: Date, running: Month): Promise<Month[]> {
  const since = new Date(now.getTime() - LOOK_BACK * 86_400_000)
  const { rows } = await sql<{ month: Month }>`
    select month from report where state = 'returned' and decided_at > ${since}
    union select month from reminder
      where status in ('claimed', 'failed') and (status = 'claimed' or next_try_at is not null)`.execute(db)
  return [...new Set([running, addMonths(running, -1), ...rows.map(({ month }) => month)])]
}

type OfficeRow = { id: number; code: string; name: string; settings: unknown; steps: unknown }

async function readOffices(db: Db, { now, officeId }: Scope): Promise<OfficeRow[]> {
  const { rows } = await sql<OfficeRow>`
    select u.id, u.code, (select full_name from unit_name n where n.unit_id = u.id order by valid_from desc limit 1) as name,
      (select settings from office o where o.unit_id = u.id) as settings,
      (select steps from reminder_plan p where p.office_id = u.id and p.created_at <= ${now} order by id desc limit 1) as steps
    from unit u where u.kind = 'office' ${officeId === null ? sql`` : sql`and u.id = ${officeId}`}
    order by u.code`.execute(db)
  return rows
}

type HolidayRow = Holiday & { officeId: number | null }

async function readHolidays(db: Db, { officeId }: Scope): Promise<HolidayRow[]> {
  return db
    .selectFrom('holiday')
    .select(['office_id as officeId', 'day', 'kind', 'name'])
    .$if(officeId !== null, query =>
      query.where(eb => eb.or([eb('office_id', 'is', null), eb('office_id', '=', officeId)])),
    )
    .execute()
}

/** The country's days first, so that the office's own overwrite them. */
const ownLast = (a: { officeId: number | null }, b: { officeId: number | null }): number =>
  Number(a.officeId !== null) - Number(b.officeId !== null)

type RuleRow = {
  officeId: number
  month: string
  dueAt: Date | null
  cutOff: Day | null
  lockedAt: Date | null
  reason: string
}

function readMonthRules(db: Db, { months }: Scope): Promise<RuleRow[]> {
  return db
    .selectFrom('month_rule')
    .select([
      'office_id as officeId',
      'month',
      'due_at as dueAt',
      'cut_off as cutOff',
      'locked_at as lockedAt',
      'reason',
    ])
    .where('month', 'in', months)
    .execute()
}

type CommuneRow = {
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
}

async function readCommunes(db: Db, { months, now, officeId }: Scope): Promise<CommuneRow[]> {
  const valid = (alias: RawBuilder<unknown>) =>
    sql`${alias}.valid_from <= m.month and (${alias}.valid_until is null or ${alias}.valid_until > m.month)`
  const { rows } = await sql<CommuneRow>`
    select m.month, p.parent_id as "officeId", u.id, u.code, n.full_name as name,
      r.state, r.first_submitted_at as "submittedAt", r.on_time as "onTime", r.current_version as version,
      r.decided_at as "decidedAt", r.return_reason as "returnReason", e.until as "extensionUntil"
    from unnest(${months}::text[]) m (month)
    join unit_parent p on ${valid(sql`p`)} ${officeId === null ? sql`` : sql`and p.parent_id = ${officeId}`}
    join unit u on u.id = p.unit_id and u.kind = 'commune' and ${valid(sql`u`)}
    join lateral (
      select full_name from unit_name n where n.unit_id = u.id
      order by n.valid_from <= m.month desc, case when n.valid_from <= m.month then n.valid_from end desc nulls last,
        n.valid_from limit 1) n on true
    left join report r on r.unit_id = u.id and r.month = m.month
    left join (
      select distinct on (unit_id, month) unit_id, month, until from extension
      where month = any(${months}::text[]) and granted_at <= ${now} order by unit_id, month, id desc
    ) e on e.unit_id = u.id and e.month = m.month`.execute(db)
  return rows
}

function unitOf(row: CommuneRow, now: Date): Omit<UnitFacts, 'people' | 'rows'> {
  const { id, code, name, extensionUntil } = row
  const sent = row.submittedAt !== null && row.submittedAt <= now
  const decided = row.decidedAt !== null && row.decidedAt <= now
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
    returned,
    submittedAt: sent ? row.submittedAt : null,
    onTime: sent ? row.onTime : null,
    state: sent ? (row.state ?? 'submitted') : began,
  }
}

type Located = { unitId: number }

async function readPeople(db: Db, { officeId }: Scope): Promise<(Addressee & Located)[]> {
  const { rows } = await sql<Addressee & Located>`
    select r.unit_id as "unitId", r.role, p.email from role r join person p on p.id = r.person_id
    where r.ended_at is null and p.active and r.role in ('reporter', 'leader', 'officer', 'office_leader')
      ${officeId === null ? sql`` : sql`and (r.unit_id = ${officeId} or r.unit_id in (select unit_id from unit_parent where parent_id = ${officeId}))`}
    order by r.id`.execute(db)
  return rows
}

async function readLedger(
  db: Db,
  { months, now, officeId }: Scope,
): Promise<(LedgerRow & Located & { month: string })[]> {
  const { rows } = await sql<LedgerRow & Located & { month: string }>`
    select id, unit_id as "unitId", month, kind, recipient, status, planned_at as "plannedAt", sent_at as "sentAt",
      claimed_until as "claimedUntil", next_try_at as "nextTryAt", attempts,
      case when status in ('claimed', 'failed') and extra ? 'to' then extra end as facts
    from reminder where month = any(${months}::text[]) and decided_at <= ${now} and channel = 'email'
      ${officeId === null ? sql`` : sql`and (unit_id = ${officeId} or unit_id in (select unit_id from unit_parent where parent_id = ${officeId}))`}`.execute(
    db,
  )
  return rows
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
