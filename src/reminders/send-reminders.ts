import type { Month } from '../calendar/month.rules.ts'
import { CONNECTIONS } from '../mail/smtp.ts'
import { claimAhead } from './claim-ahead.ts'
import { decideReminders } from './decide-reminders.ts'
import { type Claim, claim, release, type Wanted } from './ledger.store.ts'
import { recordSkips } from './ledger-skip.store.ts'
import type { DigestFigure, LetterFacts } from './letter.rules.ts'
import type { Channels } from './open-channels.ts'
import { messageIdOf } from './reminder.mail.ts'
import { type Outcome, openRecord, type PostOffice, type Sender, sendLine } from './send-line.ts'
import type { Decision } from './settle.rules.ts'

export type { MakeFile, PostOffice } from './send-line.ts'

export type RunOptions = {
  /** Stops the run between two letters: those under way are finished, those claimed are given back. */
  signal?: AbortSignal
  /** Only this office, month or kind. */
  officeId?: number
  month?: Month
  kind?: string
  /** Plays a past moment again, as it was then (a month played through): what came after it is not seen. */
  replay?: boolean
}

/** `decisions` are those the run began with. */
export type Run = { decisions: Decision[]; sent: number; failed: number; skipped: number }

/** Letters claimed at once. */
const LOT = 50
/** As many letters are under way as the SMTP pool has connections, and as many more have left and are being recorded. */
const AT_ONCE = CONNECTIONS
/** So many letters in a row without an answer from any server, and the run ends: the others are owed still. */
const UNANSWERED = 5
/**
 * How long a decision and a claim are believed (ms): what has not begun by then is decided and claimed anew, so that a slow
 * server never makes a letter say what is no longer true. Far below CLAIM_MS, so that a letter ends before its claim does.
 */
const FRESH_MS = 60_000

/**
 * Sends what is owed by now and not sent: decide, claim, send outside any transaction, record. Any number of
 * processes may run this at once, or die in it; a letter leaves at most once, but for a crash between the server's
 * "250" and our record: then the server may see the same letter (same Message-ID, same bytes) a second time.
 */
export async function sendReminders(office: PostOffice, options: RunOptions = {}): Promise<Run> {
  const run: Run = { decisions: [], sent: 0, failed: 0, skipped: 0 }
  const now = office.clock()
  const tools = { files: new Map(), figures: new Map(), record: openRecord(office) }
  const round: Round = { office, run, options, begun: now, unanswered: 0, ...tools }
  run.decisions = await decideFor(round)
  for (let owed = await skipFirst(run.decisions, round); owed.length > 0; ) {
    if (await sendAll(owed, round)) break
    round.begun = office.clock()
    owed = await skipFirst(await decideFor(round), round)
  }
  return run
}

type Round = Sender & {
  run: Run
  options: RunOptions
  /** When it was decided what is owed. */
  begun: Date
  /** Letters in a row that no server answered. */
  unanswered: number
  figures: Map<string, Promise<DigestFigure[]>>
}

const goesOn = ({ options, unanswered }: Round): boolean =>
  !options.signal?.aborted && unanswered < UNANSWERED

const isFresh = ({ office, begun }: Round): boolean => office.clock().getTime() < begun.getTime() + FRESH_MS

async function decideFor({ office, options, begun: now }: Round): Promise<Decision[]> {
  const { officeId = null, month = null, kind, replay = false } = options
  const decisions = await decideReminders(office.db, { now, officeId, month, replay })
  return byOpenWays(decisions, office.channels).filter(it => !kind || it.kind === kind)
}

/** What a portal can be asked to do: nothing by a channel that it is not set up for. */
export const byOpenWays = (decisions: Decision[], channels: Channels): Decision[] =>
  decisions.filter(({ channel }) => channel === 'email' || channels[channel] !== null)

/** Records what is decided against. @returns what is owed. */
async function skipFirst(decisions: Decision[], { office, run, begun }: Round): Promise<Decision[]> {
  const skips = decisions.filter(it => it.decision === 'skip')
  run.skipped += await recordSkips(office.db, skips, begun)
  return decisions.filter(it => it.decision === 'send')
}

/**
 * Sends what is owed, a few at once, claiming as it goes; gives back what it claimed and did not come to.
 * @returns false when it took so long that what is left has to be decided anew.
 */
async function sendAll(owed: Decision[], round: Round): Promise<boolean> {
  const { db, clock } = round.office
  const supply = claimAhead(owed, LOT, some => claimSome(some, round))
  const work = async () => {
    let recorded = Promise.resolve()
    while (goesOn(round) && isFresh(round)) {
      const line = await supply.next()
      if (!line) break
      const outcome = await sendOne(line, round)
      await recorded
      recorded = outcome.recorded
    }
    await recorded
  }
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  const left = await supply.rest()
  await release(db, left, clock())
  for (const each of done) if (each.status === 'rejected') throw each.reason
  return !goesOn(round) || (left.length === 0 && !supply.isShort())
}

async function claimSome(owed: readonly Decision[], round: Round): Promise<Claim[]> {
  const { db, clock } = round.office
  const wanted = await Promise.all(owed.map(it => wantedOf(it, round)))
  const found = wanted.filter(it => it !== null)
  return claim(db, found, { now: clock(), replay: round.options.replay ?? false })
}

async function sendOne(line: Claim, round: Round): Promise<Outcome> {
  const outcome = await sendLine(line, round)
  round.unanswered = outcome.end === 'silent' ? round.unanswered + 1 : 0
  if (outcome.end === 'sent') round.run.sent += 1
  else round.run.failed += 1
  return outcome
}

async function wantedOf(decision: Decision, round: Round): Promise<Wanted | null> {
  const { facts } = decision
  if (!facts) return null
  const { config } = round.office
  const messageId = messageIdOf(decision, config.publicUrl)
  return { ...decision, facts: await withFigures(decision, facts, round), messageId }
}

/** The digest's sums; a letter that names who is missing does not wait for them. */
async function withFigures(
  { unitId: officeId, month }: Decision,
  facts: LetterFacts,
  { office, figures }: Round,
): Promise<LetterFacts> {
  if (facts.to !== 'office' || !office.figuresOf) return facts
  const key = `${officeId} ${month}`
  const asked = figures.get(key) ?? office.figuresOf({ officeId, month })
  figures.set(key, asked)
  try {
    return { ...facts, figures: await asked }
  } catch (error) {
    office.log.error({ err: error, officeId, month }, 'no figures for the digest')
    return facts
  }
}
