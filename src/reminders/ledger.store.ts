import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import { CLAIM_MS, nextTry, returnedVersion } from './ledger.rules.ts'
import type { LetterFacts } from './letter.rules.ts'
import type { Decision } from './reminder.rules.ts'

/**
 * The ledger's writes. They are single statements outside any longer transaction, and are themselves the record
 * of what was done, so they carry no audit row.
 */

/** A line taken to be sent by this process until `until`; nobody else sends it before then. */
export type Claim = {
  id: number
  unitId: number
  month: string
  kind: string
  recipient: string
  attempts: number
  messageId: string
  facts: LetterFacts
}

export type Wanted = Decision & { facts: LetterFacts; messageId: string }

/** What must still hold at the instant of the claim: a report sent meanwhile, or a person switched off, stops the letter. */
function guardOf(wanted: Wanted): { needs: 'unreported' | 'returned' | 'nothing'; version: number | null } {
  if (wanted.facts.to === 'office') return { needs: 'nothing', version: null }
  const version = returnedVersion(wanted.kind)
  return version === null ? { needs: 'unreported', version } : { needs: 'returned', version }
}

/**
 * Takes the lines that nobody else has in hand, in one statement; those it did not get are left out of the answer.
 * A line whose letter may have left (its sender died, or the connection broke) keeps what the letter said, so that the
 * same Message-ID never carries two different letters; one known not to have left says what is true now.
 */
export async function claim(db: Db, wanted: Wanted[], now: Date): Promise<Claim[]> {
  const lines = wanted.map(it => ({
    unit_id: it.unitId,
    month: it.month,
    kind: it.kind,
    recipient: it.recipient,
    because: it.because,
    planned_at: it.planned,
    message_id: it.messageId,
    extra: it.facts,
    ...guardOf(it),
  }))
  const until = new Date(now.getTime() + CLAIM_MS)
  const { rows } = await sql<Claim>`
    insert into reminder as line (unit_id, month, kind, recipient, status, because, planned_at, decided_at,
      claimed_until, attempts, message_id, extra)
    select w.unit_id, w.month, w.kind, w.recipient, 'claimed', w.because, w.planned_at, ${now}, ${until}, 1,
      w.message_id, w.extra
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as w (unit_id int, month text, kind text, recipient text,
      because text, planned_at timestamptz, message_id text, extra jsonb, needs text, version int)
    left join report r on r.unit_id = w.unit_id and r.month = w.month
    where exists (select from person p where p.email = w.recipient and p.active)
      and case w.needs when 'unreported' then r.first_submitted_at is null
        when 'returned' then r.state = 'returned' and r.current_version = w.version else true end
    order by w.unit_id, w.month, w.kind, w.recipient
    on conflict (unit_id, month, kind, recipient, channel) do update set status = 'claimed',
      because = excluded.because, claimed_until = excluded.claimed_until, attempts = line.attempts + 1,
      message_id = excluded.message_id,
      extra = case when line.attempts > 0 and not line.extra ? 'redo' then line.extra else excluded.extra end
    where (line.status = 'claimed' and line.claimed_until <= ${now})
      or (line.status = 'failed' and line.next_try_at <= ${now})
    returning id, unit_id as "unitId", month, kind, recipient, attempts, message_id as "messageId", extra as facts`.execute(
    db,
  )
  return rows
}

/** The server has taken the letter. */
export async function recordSent(db: Db, { id }: Claim, sent: { subject: string; now: Date }): Promise<void> {
  await db
    .updateTable('reminder')
    .set({
      status: 'sent',
      sent_at: sent.now,
      subject: sent.subject,
      claimed_until: null,
      next_try_at: null,
      last_error: null,
    })
    .where('id', '=', id)
    .execute()
}

export type Failure = { message: string; permanent: boolean; doubtful: boolean; now: Date }

/** It did not leave: tried again after a growing pause, up to six times; refused for good, not at all. */
export async function recordFailure(db: Db, { id, attempts }: Claim, failure: Failure): Promise<void> {
  const { message, permanent, doubtful, now } = failure
  await db
    .updateTable('reminder')
    .set({
      status: permanent ? 'refused' : 'failed',
      claimed_until: null,
      next_try_at: permanent ? null : nextTry(attempts, now),
      last_error: message.replaceAll('\0', '').slice(0, 500),
      ...(doubtful ? {} : { extra: sql<string>`extra || '{"redo": true}'` }),
    })
    .where('id', '=', id)
    .where('status', '=', 'claimed')
    .where('attempts', '=', attempts)
    .execute()
}

/** Gives back what was taken and not begun: anybody may take it at once, and it does not count as a try. */
export async function release(db: Db, claims: Claim[], now: Date): Promise<void> {
  if (claims.length === 0) return
  await sql`update reminder set claimed_until = ${now}, attempts = attempts - 1
    where status = 'claimed' and id = any(${claims.map(({ id }) => id)}::int[])`.execute(db)
}

/**
 * Records what was decided against. A letter that had failed and whose moment has passed stays 'failed', for all to see;
 * any other is 'skipped'. A line that another process has written meanwhile stays as it is.
 * @returns how many lines were written.
 */
export async function recordSkips(db: Db, skips: Decision[], now: Date): Promise<number> {
  const given = skips.filter(({ stale, row }) => stale && row?.status === 'failed')
  let written = await giveUp(db, given)
  const others = skips.filter(skip => !given.includes(skip))
  for (let from = 0; from < others.length; from += 500)
    written += await recordSome(db, others.slice(from, from + 500), now)
  return written
}

/** Too late for another try. */
async function giveUp(db: Db, failed: Decision[]): Promise<number> {
  if (failed.length === 0) return 0
  const { numAffectedRows } = await sql`update reminder set next_try_at = null, because = w.because
    from jsonb_to_recordset(${JSON.stringify(failed.map(({ row, because }) => ({ id: row?.id, because })))}::jsonb)
      as w (id int, because text)
    where reminder.id = w.id and status = 'failed'`.execute(db)
  return Number(numAffectedRows ?? 0)
}

async function recordSome(db: Db, skips: Decision[], now: Date): Promise<number> {
  const lines = skips.map(it => ({
    unit_id: it.unitId,
    month: it.month,
    kind: it.kind,
    recipient: it.recipient,
    because: it.because,
    planned_at: it.planned,
  }))
  const { numAffectedRows } = await sql`
    insert into reminder as line (unit_id, month, kind, recipient, status, because, planned_at, decided_at)
    select w.unit_id, w.month, w.kind, w.recipient, 'skipped', w.because, w.planned_at, ${now}
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as w (unit_id int, month text, kind text, recipient text,
      because text, planned_at timestamptz)
    order by w.unit_id, w.month, w.kind, w.recipient
    on conflict (unit_id, month, kind, recipient, channel) do update set
      status = 'skipped',
      because = excluded.because, claimed_until = null, next_try_at = null
    where (line.status = 'claimed' and line.claimed_until <= ${now})
      or (line.status = 'failed' and line.next_try_at is not null)`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Two presses of one office wait for each other, until the transaction's end. */
export async function holdOffice(trx: Trx, officeId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(25, ${officeId})`.execute(trx)
}

export type Queued = {
  unitId: number
  month: string
  kind: string
  recipient: string
  because: string
  facts: LetterFacts | null
}

/** Puts the letters of a chase into the ledger as lines anybody may take; those already there stay as they are. */
export async function queueChase(trx: Trx, queued: Queued[], now: Date): Promise<void> {
  if (queued.length === 0) return
  const rows = queued.map(it => ({
    unit_id: it.unitId,
    month: it.month,
    kind: it.kind,
    recipient: it.recipient,
    because: it.because,
    status: it.facts ? ('claimed' as const) : ('skipped' as const),
    planned_at: now,
    decided_at: now,
    claimed_until: it.facts ? now : null,
    extra: JSON.stringify(it.facts ?? {}),
  }))
  await trx
    .insertInto('reminder')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
