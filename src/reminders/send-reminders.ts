import { setTimeout as pause } from 'node:timers/promises'
import type { Month } from '../calendar/month.rules.ts'
import { type Letter, MailRefused } from '../mail/mailer.ts'
import type { Deps } from '../web/deps.ts'
import type { Views } from '../web/views.ts'
import { decideReminders } from './decide-reminders.ts'
import { digestLetter, type File } from './digest.mail.ts'
import { CLAIM_MS } from './ledger.rules.ts'
import {
  type Claim,
  claim,
  recordFailure,
  recordSent,
  recordSkips,
  release,
  type Wanted,
} from './ledger.store.ts'
import { communeLetter, messageIdOf } from './reminder.mail.ts'
import type { Decision } from './reminder.rules.ts'

export type MakeFile = ((asked: { officeId: number; month: Month; now: Date }) => Promise<File>) | null

export type PostOffice = Pick<Deps, 'db' | 'mailer' | 'log' | 'clock' | 'config'> & {
  views: Views
  /** Makes the office's consolidated Excel of a month, for the digest; null where there is none to make. */
  makeFile: MakeFile
}

export type RunOptions = {
  /** Stops the run between two letters: those under way are finished, those claimed are given back. */
  signal?: AbortSignal
  /** Only this office, month or kind. */
  officeId?: number
  month?: Month
  kind?: string
}

export type Run = { decisions: Decision[]; sent: number; failed: number; skipped: number }

/** Letters claimed at once, and letters under way at once (as many as the SMTP pool has connections). */
const BATCH = 50
const AT_ONCE = 5
/** So many letters in a row without an answer from any server, and the run ends: the others are owed still. */
const UNANSWERED = 5
/** A claim is not used in its last minutes, so that a slow letter ends before somebody else may take it (ms). */
const MARGIN_MS = 5 * 60_000

/**
 * Sends what is owed by now and not sent: decide, claim, send outside any transaction, record. Any number of
 * processes may run this at once, or die in it; a letter leaves at most once, but for a crash between the server's
 * "250" and our record: then the server may see the same letter (same Message-ID, same words) a second time.
 */
export async function sendReminders(office: PostOffice, options: RunOptions = {}): Promise<Run> {
  const { officeId, month, kind } = options
  const now = office.clock()
  const asked = { now, officeId: officeId ?? null, month: month ?? null }
  const all = await decideReminders(office.db, asked)
  const decisions = kind ? all.filter(it => it.kind === kind) : all
  const run: Run = { decisions, sent: 0, failed: 0, skipped: 0 }
  run.skipped = await recordSkips(
    office.db,
    decisions.filter(it => it.decision === 'skip'),
    now,
  )
  const round: Round = { office, run, signal: options.signal ?? null, unanswered: 0, files: new Map() }
  const owed = decisions.flatMap(it => wantedOf(it, office.config.publicUrl))
  for (let from = 0; from < owed.length && goesOn(round); from += BATCH)
    await sendBatch(owed.slice(from, from + BATCH), round)
  return run
}

type Round = {
  office: PostOffice
  run: Run
  signal: AbortSignal | null
  /** Letters in a row that no server answered. */
  unanswered: number
  /** One Excel per office and month, however many read it. */
  files: Map<string, Promise<File>>
}

const goesOn = ({ signal, unanswered }: Round): boolean => !signal?.aborted && unanswered < UNANSWERED

function wantedOf(decision: Decision, publicUrl: string): Wanted[] {
  const { decision: verdict, facts } = decision
  return verdict === 'send' && facts
    ? [{ ...decision, facts, messageId: messageIdOf(decision, publicUrl) }]
    : []
}

/** Claims some letters and sends them, a few at once; gives back what it did not come to. */
async function sendBatch(wanted: Wanted[], round: Round): Promise<void> {
  const { db, clock } = round.office
  const begun = clock()
  const queue = await claim(db, wanted, begun)
  const inTime = () => clock().getTime() < begun.getTime() + CLAIM_MS - MARGIN_MS
  const work = async () => {
    while (queue.length > 0 && goesOn(round) && inTime()) {
      const next = queue.shift()
      if (next) await sendOne(next, round)
    }
  }
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  await release(db, queue, clock())
  for (const each of done) if (each.status === 'rejected') throw each.reason
}

async function sendOne(claimed: Claim, round: Round): Promise<void> {
  const { db, mailer, log, clock } = round.office
  try {
    const letter = await writeLetter(claimed, round)
    await mailer.send(letter, clock())
    round.unanswered = 0
    round.run.sent += 1
    await insist(() => recordSent(db, claimed, { subject: letter.subject, now: clock() }))
  } catch (error) {
    if (error instanceof NotRecorded) throw error.cause
    const { answered, permanent, doubtful } = refusalOf(error)
    round.unanswered = answered ? 0 : round.unanswered + 1
    round.run.failed += 1
    log.warn({ err: error, reminder: claimed.id }, 'letter not sent')
    const message = error instanceof Error ? error.message : String(error)
    await insist(() => recordFailure(db, claimed, { message, permanent, doubtful, now: clock() }))
  }
}

/** Anything but a mail server's refusal (a broken view, a workbook that cannot be made) concerns this letter only. */
const refusalOf = (error: unknown): Pick<MailRefused, 'answered' | 'permanent' | 'doubtful'> =>
  error instanceof MailRefused ? error : { answered: true, permanent: false, doubtful: false }

async function writeLetter(claimed: Claim, round: Round): Promise<Letter> {
  const { views, config } = round.office
  const desk = { views, publicUrl: config.publicUrl }
  const { facts } = claimed
  if (facts.to === 'commune') return communeLetter(claimed, facts, desk)
  return digestLetter(claimed, facts, { ...desk, file: await fileFor(claimed, round) })
}

async function fileFor({ kind, unitId, month }: Claim, { office, files }: Round): Promise<File | null> {
  if (kind !== 'digest-next' || !office.makeFile) return null
  const key = `${unitId} ${month}`
  const made =
    files.get(key) ?? office.makeFile({ officeId: unitId, month: month as Month, now: office.clock() })
  files.set(key, made)
  return made
}

/** A letter has left and the database does not take it down: worth some patience, for the alternative is a second letter. */
class NotRecorded extends Error {}
const RECORD_PAUSES_MS = [250, 1_000, 3_000, 8_000]

async function insist(record: () => Promise<void>): Promise<void> {
  for (const wait of [...RECORD_PAUSES_MS, null]) {
    try {
      return await record()
    } catch (cause) {
      if (wait === null) throw new NotRecorded('not recorded', { cause })
      await pause(wait)
    }
  }
}
