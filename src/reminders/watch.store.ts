import { sql } from 'kysely'
import { type Holiday, type Holidays, holidaysByDay } from '../calendar/deadline.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { CLAIM_MS } from './ledger.rules.ts'
import { silentKinds, type WatchFacts } from './watch.rules.ts'

/** Somebody who answers for the portal, and the office at which. */
export type Administrator = { officeId: number; email: string }

/** The administrators of the offices on top; where those have none, of all offices. */
export async function administrators(db: Db): Promise<Administrator[]> {
  const { rows } = await sql<Administrator & { top: boolean }>`
    select distinct on (p.email) r.unit_id as "officeId", p.email,
      not exists (select from unit_parent u where u.unit_id = r.unit_id and u.valid_until is null) as top
    from role r join person p on p.id = r.person_id
    where r.role = 'admin' and r.ended_at is null and p.active and p.email <> ''
    order by p.email, 3 desc, r.unit_id`.execute(db)
  const top = rows.filter(it => it.top)
  return (top.length > 0 ? top : rows).map(({ officeId, email }) => ({ officeId, email }))
}

/** The country's days off: the watch belongs to no office. */
export async function nationalHolidays(db: Db): Promise<Holidays> {
  const { rows } = await sql<Holiday>`
    select day, kind, name from holiday where office_id is null`.execute(db)
  return holidaysByDay(rows)
}

/** How the ledger stands, of all offices. */
export type Backlog = {
  /** Taken to be sent, or waiting for somebody to take them. */
  queued: number
  /** Failed, and to be tried again. */
  failing: number
}

export async function readBacklog(db: Db): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select count(*) filter (where status = 'claimed')::int as queued,
      count(*) filter (where status = 'failed')::int as failing
    from reminder where status = 'claimed' or (status = 'failed' and next_try_at is not null)`.execute(db)
  return rows[0] ?? { queued: 0, failing: 0 }
}

/** What has become of the letters that were planned in a silence, and whether anybody was told of it. */
export async function readAfterSilence(
  db: Db,
  { from, until }: { from: Date; until: Date },
): Promise<{ sent: number; told: boolean }> {
  const { rows } = await sql<{ sent: number; told: boolean }>`
    select
      (select count(*)::int from reminder where sent_at >= ${until} and planned_at > ${from} and planned_at <= ${until}
        and kind not like 'watch:%') as sent,
      exists (select from reminder where starts_with(kind, ${silentKinds(from)})) as told`.execute(db)
  return rows[0] ?? { sent: 0, told: false }
}

/** A letter of the watch, taken by this process. */
export type WatchClaim = {
  id: number
  unitId: number
  month: Month
  kind: string
  recipient: string
  attempts: number
  facts: WatchFacts
}

export type WatchLine = {
  kind: string
  month: Month
  because: string
  facts: WatchFacts
  /** Whom to tell, each under the office whose administrator they are. */
  to: readonly (Administrator & { messageId: string })[]
}

/** Writes the letters of one event into the ledger; whoever comes second finds them there. */
export async function queueWatch(db: Db, line: WatchLine, now: Date): Promise<void> {
  if (line.to.length === 0) return
  const { kind, month, because, facts } = line
  const rows = line.to.map(({ officeId, email, messageId }) => ({
    unit_id: officeId,
    month,
    kind,
    recipient: email,
    message_id: messageId,
    because,
    status: 'claimed' as const,
    planned_at: now,
    decided_at: now,
    claimed_until: now,
    extra: JSON.stringify(facts),
  }))
  await db
    .insertInto('reminder')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Takes the watch's letters that nobody has in hand: those just written, and those to be tried again. */
export async function claimWatch(db: Db, now: Date): Promise<WatchClaim[]> {
  const { rows } = await sql<WatchClaim>`
    update reminder set status = 'claimed', claimed_until = ${new Date(now.getTime() + CLAIM_MS)}, attempts = attempts + 1
    where id in (
      select id from reminder
      where starts_with(kind, 'watch:') and ((status = 'claimed' and claimed_until <= ${now})
        or (status = 'failed' and next_try_at <= ${now}))
      order by id for update skip locked)
    returning id, unit_id as "unitId", month, kind, recipient, attempts, extra as facts`.execute(db)
  return rows
}

/** The silence is over: letters that say it lasts, and have not left, are no longer owed. */
export async function endSilentLetters(db: Db, because: string): Promise<void> {
  await sql`update reminder set status = 'skipped', because = ${because}, claimed_until = null, next_try_at = null
    where starts_with(kind, 'watch:silent:')
      and ((status = 'failed' and next_try_at is not null) or (status = 'claimed' and attempts = 0))`.execute(
    db,
  )
}
