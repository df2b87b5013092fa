import { type RawBuilder, sql } from 'kysely'
import { isoVietnam } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { ChannelName } from '../mail/channel.ts'
import { CLAIM_MS, type NewsName, newsIn, nextTry } from './ledger.rules.ts'
import type { LetterFacts } from './letter.rules.ts'
import type { Decision } from './settle.rules.ts'

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
  channel: ChannelName
  recipient: string
  attempts: number
  messageId: string
  facts: KeptFacts
}

/** What a letter says, with the instant (ISO) at which that was settled: its date, however often it is sent. */
export type KeptFacts = LetterFacts & {
  at: string
  /** The number of the Excel that it carries. */
  file?: number
}

export type Wanted = Decision & { facts: LetterFacts; messageId: string }

/** What must still hold at the instant of the claim. */
type Guard = {
  needs: 'unreported' | NewsName | 'nothing'
  /** Of the version, request, remark or grant that it tells of. */
  number: number | null
  /** The due date that the letter names; an extension beyond it makes the letter wrong. */
  due: string | null
}

function guardOf({ facts, kind }: Wanted): Guard {
  if (facts.to !== 'commune') return { needs: 'nothing', number: null, due: null }
  const news = newsIn(kind)
  if (news) return { needs: news.name, number: news.number, due: null }
  return { needs: 'unreported', number: null, due: facts.due }
}

type Instant = {
  now: Date
  /** Whether a past moment is played again: then what came later is no hindrance. */
  replay?: boolean
}

/**
 * Takes the lines that nobody else has in hand, in one statement; those it did not get are left out of the answer.
 * A letter is not claimed when it is wrong by now: the report was sent, corrected or its due date moved, the unit merged away,
 * the person was switched off, left or got another address, or the address came back; the next decision says so.
 * A line whose letter may have left (its sender died, or the connection broke) keeps what the letter said, so that the
 * same Message-ID never carries two different letters; one known not to have left says what is true now.
 */
export async function claim(db: Db, wanted: Wanted[], { now, replay = false }: Instant): Promise<Claim[]> {
  const lines = wanted.map(it => ({
    unit_id: it.unitId,
    month: it.month,
    kind: it.kind,
    channel: it.channel,
    recipient: it.recipient,
    holder: it.holder,
    because: it.because,
    planned_at: it.planned,
    message_id: it.messageId,
    extra: { at: isoVietnam(now), ...it.facts },
    ...guardOf(it),
  }))
  const until = new Date(now.getTime() + CLAIM_MS)
  const { rows } = await sql<Claim>`
    insert into reminder as line (unit_id, month, kind, recipient, channel, status, because, planned_at, decided_at,
      claimed_until, attempts, message_id, extra)
    select w.unit_id, w.month, w.kind, w.recipient, w.channel, 'claimed', w.because, w.planned_at, ${now}, ${until}, 1,
      w.message_id, w.extra
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as w (unit_id int, month text, kind text, channel text,
      recipient text, holder int, because text, planned_at timestamptz, message_id text, extra jsonb,
      needs text, number int, due timestamptz)
    where ${stillThere} and ${stillTrue(replay ? sql`${now}::timestamptz` : sql`'infinity'::timestamptz`)}
    order by w.unit_id, w.month, w.kind, w.recipient, w.channel
    on conflict (unit_id, month, kind, recipient, channel) do update set status = 'claimed',
      because = excluded.because, claimed_until = excluded.claimed_until, attempts = line.attempts + 1,
      message_id = excluded.message_id,
      extra = case when line.attempts > 0 and not line.extra ? 'redo' then line.extra else excluded.extra end
    where (line.status = 'claimed' and line.claimed_until <= ${now})
      or (line.status = 'failed' and line.next_try_at <= ${now})
    returning id, unit_id as "unitId", month, kind, channel, recipient, attempts, message_id as "messageId",
      extra as facts`.execute(db)
  return rows
}

/** The recipient, as the line `w` needs them; a named address needs nobody. */
const stillThere = sql`case
  when w.channel = 'webhook' then exists (select from webhook h where h.office_id = w.holder and h.active)
  when w.holder is null then true
  else exists (
    select from person p join role r on r.person_id = p.id and r.unit_id = w.holder and r.ended_at is null
    left join bounce b on b.person_id = p.id and b.email = p.email
    where p.email = w.recipient and p.active and (b.person_id is null or w.channel <> 'email'))
  end`

/** A later grant holds instead of the one that the line `w` tells of. */
const replaced = sql`exists (select from extension e join extension l on l.unit_id = e.unit_id and l.month = e.month
  and l.opens_only = e.opens_only and l.id > e.id and l.withdrawn_at is null where e.id = w.number)`

/** The report, the unit and its due date, as the line `w` needs them; what came after `seen` is not looked at. */
const stillTrue = (seen: RawBuilder<unknown>) => sql`case w.needs
  when 'nothing' then true
  when 'answer' then true
  when 'returned' then exists (select from report r where r.unit_id = w.unit_id and r.month = w.month
    and r.state = 'returned' and r.current_version = w.number)
  when 'question' then exists (select from remark m join report r on r.id = m.report_id
    where m.id = w.number and m.settled_at is null and m.version = r.current_version)
  when 'extension' then exists (select from extension e where e.id = w.number and e.withdrawn_at is null)
    and not ${replaced}
  when 'withdrawn' then not ${replaced}
  else not exists (select from report r where r.unit_id = w.unit_id and r.month = w.month
      and r.first_submitted_at <= ${seen})
    and not exists (select from (select until from extension e where e.unit_id = w.unit_id and e.month = w.month
      and not e.opens_only and e.granted_at <= ${seen} and (e.withdrawn_at is null or e.withdrawn_at > ${seen})
      order by id desc limit 1) e where e.until > w.due)
    and exists (select from unit u join unit_parent p on p.unit_id = u.id
      where u.id = w.unit_id and u.valid_from <= w.month and (u.valid_until is null or u.valid_until > w.month)
      and p.valid_from <= w.month and (p.valid_until is null or p.valid_until > w.month))
  end`

/** A letter that the server has taken. */
export type SentLine = Pick<Claim, 'id'> & { subject: string; at: Date }

export async function recordSent(db: Db, lines: SentLine[]): Promise<void> {
  await sql`update reminder set status = 'sent', sent_at = w.at, subject = w.subject,
      claimed_until = null, next_try_at = null, last_error = null
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as w (id int, subject text, at timestamptz)
    where reminder.id = w.id`.execute(db)
}

export type Failure = { message: string; permanent: boolean; doubtful: boolean; now: Date }

/** A letter that has to be sent again carries the same copy of the Excel. */
export async function keepFile(db: Db, { id, attempts }: Claim, number: number): Promise<void> {
  await sql`update reminder set extra = extra || jsonb_build_object('file', ${number}::int)
    where id = ${id} and status = 'claimed' and attempts = ${attempts}`.execute(db)
}

/** It did not leave: tried again after a growing pause, up to six times; refused for good, not at all. */
export async function recordFailure(
  db: Db,
  { id, attempts }: Pick<Claim, 'id' | 'attempts'>,
  failure: Failure,
): Promise<void> {
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
