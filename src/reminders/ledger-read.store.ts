import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { ChannelName } from '../mail/channel.ts'
import type { LedgerStatus } from './ledger.rules.ts'

/** A line of the ledger as people read it. */
export type ShownLine = {
  unitId: number
  unitName: string
  month: Month
  kind: string
  channel: ChannelName
  recipient: string
  status: LedgerStatus
  because: string
  plannedAt: Date
  decidedAt: Date
  sentAt: Date | null
  attempts: number
  nextTryAt: Date | null
  subject: string | null
  lastError: string | null
}

async function read(db: Db, where: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<ShownLine[]> {
  const { rows } = await sql<ShownLine>`
    select l.unit_id as "unitId", n.full_name as "unitName", l.month, l.kind, l.channel, l.recipient, l.status, l.because,
      l.planned_at as "plannedAt", l.decided_at as "decidedAt", l.sent_at as "sentAt", l.attempts,
      l.next_try_at as "nextTryAt", l.subject, l.last_error as "lastError"
    from reminder l
    join lateral (
      select full_name from unit_name n where n.unit_id = l.unit_id
      order by n.valid_from <= l.month desc, case when n.valid_from <= l.month then n.valid_from end desc nulls last,
        n.valid_from limit 1) n on true
    where ${where} order by ${order}`.execute(db)
  return rows
}

/** The office itself and all that stands under it in the month. */
const ofOffice = (officeId: number, month: Month) => sql`l.month = ${month} and l.unit_id in (
  with recursive below (id) as (
    select ${officeId}::int
    union select p.unit_id from unit_parent p join below b on p.parent_id = b.id
      where p.valid_from <= ${month} and (p.valid_until is null or p.valid_until > ${month})
  ) select id from below)`

const latest = sql`coalesce(l.sent_at, l.decided_at) desc, l.id desc`

/** All lines of one unit and month, newest first. */
export const linesOfUnit = (db: Db, unitId: number, month: Month): Promise<ShownLine[]> =>
  read(db, sql`l.unit_id = ${unitId} and l.month = ${month}`, latest)

/** What left between two instants, newest first. */
export const linesSent = (
  db: Db,
  office: { officeId: number; month: Month },
  { from, to }: { from: Date; to: Date },
): Promise<ShownLine[]> =>
  read(
    db,
    sql`${ofOffice(office.officeId, office.month)} and l.status = 'sent' and l.sent_at >= ${from} and l.sent_at <= ${to}`,
    latest,
  )

/** Letters that did not arrive: being tried again, given up, refused, or come back; those that need somebody first. */
export const linesFailing = (db: Db, officeId: number, month: Month): Promise<ShownLine[]> =>
  read(
    db,
    sql`${ofOffice(officeId, month)} and l.status in ('failed', 'refused', 'bounced')`,
    sql`l.next_try_at is null desc, l.next_try_at, l.id`,
  )

/** All lines of an office's month, its communes' included, in the order in which they came to their end. */
export const linesOfMonth = (db: Db, officeId: number, month: Month): Promise<ShownLine[]> =>
  read(db, ofOffice(officeId, month), sql`coalesce(l.sent_at, l.decided_at), n.full_name, l.id`)

/** The lines of one press of "Nhắc ngay", known by its instant. */
export const linesOfChase = (db: Db, office: { officeId: number; month: Month }, at: Date) =>
  read(
    db,
    sql`${ofOffice(office.officeId, office.month)} and l.kind like 'chase:%' and l.planned_at = ${at}`,
    sql`n.full_name, l.recipient`,
  )

/** How the month's lines stand, by kind; a kind's suffix for a unit's own due date is left off. */
export type KindCount = { kind: string; sent: number; skipped: number; failing: number; open: number }

export async function countKinds(db: Db, officeId: number, month: Month): Promise<KindCount[]> {
  const { rows } = await sql<KindCount>`
    select split_part(l.kind, '@', 1) as kind, count(*) filter (where status = 'sent')::int as sent,
      count(*) filter (where status = 'skipped')::int as skipped,
      count(*) filter (where status in ('failed', 'refused', 'bounced'))::int as failing,
      count(*) filter (where status = 'claimed')::int as open
    from reminder l where ${ofOffice(officeId, month)} group by 1`.execute(db)
  return rows
}
