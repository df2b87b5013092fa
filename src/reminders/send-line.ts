import { setTimeout as pause } from 'node:timers/promises'
import type { Month } from '../calendar/month.rules.ts'
import { type Letter, MailRefused } from '../mail/mailer.ts'
import type { Deps } from '../web/deps.ts'
import type { Views } from '../web/views.ts'
import { bounceLetter } from './bounce.mail.ts'
import { digestLetter, type File } from './digest.mail.ts'
import {
  type Claim,
  type Failure,
  keepFile,
  recordFailure,
  recordSent,
  type SentLine,
} from './ledger.store.ts'
import type { DigestFigure } from './letter.rules.ts'
import type { Channels } from './open-channels.ts'
import { recordTogether } from './record-together.ts'
import { communeLetter, type Desk, noticeOf } from './reminder.mail.ts'
import { takeDeliveryReport } from './take-delivery-report.ts'

/** A month's Excel; `number` names a copy that was made before, to be had again byte for byte. */
export type MakeFile =
  | ((asked: { officeId: number; month: Month; now: Date; number: number | null }) => Promise<NumberedFile>)
  | null
export type NumberedFile = File & { number?: number }

export type PostOffice = Pick<Deps, 'db' | 'mailer' | 'log' | 'clock' | 'config'> & {
  views: Views
  /** The ways beside e-mail; a way that is null is not decided on at all. */
  channels: Channels
  /** Makes the office's consolidated Excel of a month, for the digest; null where there is none to make. */
  makeFile: MakeFile
  /** The month's sums beside last month's, for the digest; null where there are none. */
  figuresOf: ((asked: { officeId: number; month: Month }) => Promise<DigestFigure[]>) | null
}

/** A post office that sends letters by mail, without sums and Excel: the trial's first letters, a chase. */
export const lettersOnly = {
  channels: { push: null, webhook: null },
  makeFile: null,
  figuresOf: null,
} as const satisfies Partial<PostOffice>

export type Sender = {
  office: PostOffice
  /** One Excel per office and month, however many read it. */
  files: Map<string, Promise<NumberedFile>>
  /** Takes down that a letter has left, together with others (openRecord). */
  record: (sent: SentLine) => Promise<void>
}

/** Writes down what has left, for all that one run sends. */
export const openRecord = ({ db }: Pick<PostOffice, 'db'>): Sender['record'] =>
  recordTogether(lines => insist(() => recordSent(db, lines)))

/**
 * What became of a line. 'silent': no server answered at all, so the next letter will fare no better. `recorded` is for the sender
 * to wait for before it goes on to the letter after the next: it rejects when a letter left and cannot be taken down.
 */
export type Outcome = { end: 'sent' | 'refused' | 'silent'; recorded: Promise<void> }

/** Sends one claimed line by its channel, outside any transaction, and sees to it that what became of it is recorded. */
export async function sendLine(line: Claim, sender: Sender): Promise<Outcome> {
  const { db, log, clock } = sender.office
  try {
    const subject = await deliver(line, sender)
    const recorded = sender.record({ id: line.id, subject, at: clock() })
    recorded.catch(() => {})
    return { end: 'sent', recorded }
  } catch (error) {
    log.warn({ err: error, reminder: line.id }, 'letter not sent')
    const refusal = refusalOf(error)
    const failure = { ...refusal, message: messageOf(error), now: clock() }
    await insist(() => recordFailure(db, line, failure))
    if (refusal.address) await insist(() => reportDead(line, failure, sender.office))
    return { end: refusal.answered ? 'refused' : 'silent', recorded: Promise.resolve() }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

type Refusal = Omit<Failure, 'message' | 'now'> & { answered: boolean; address: boolean; code: string }

/** Anything but a server's refusal (a broken view, a workbook that cannot be made) concerns this letter only. */
const refusalOf = (error: unknown): Refusal =>
  error instanceof MailRefused
    ? error
    : { answered: true, permanent: false, doubtful: false, address: false, code: '' }

/** The server says that the address is none: the same as a letter that came back. */
async function reportDead(
  { messageId, recipient, channel }: Claim,
  { code, message, now }: Refusal & { message: string; now: Date },
  { db }: PostOffice,
): Promise<void> {
  if (channel !== 'email') return
  const report = { source: 'smtp', messageId, recipient, action: 'failed' } as const
  await takeDeliveryReport(db, { ...report, code, diagnostic: message }, now)
}

/** Hands the line to its channel. @returns the subject, or the notice's title. */
async function deliver(line: Claim, sender: Sender): Promise<string> {
  const { office } = sender
  const { facts, channel } = line
  if (channel === 'email') {
    const letter = { ...(await writeLetter(line, sender)), date: new Date(facts.at) }
    await office.mailer.send(letter, office.clock())
    return letter.subject
  }
  const way = office.channels[channel]
  if (!way || facts.to !== 'commune') throw new MailRefused(`no ${channel} to send it by`, true)
  const notice = noticeOf(line, facts, deskOf(office))
  await way.send(notice, office.clock())
  return notice.title
}

const deskOf = ({ views, config: { publicUrl, sessionSecret: secret } }: PostOffice): Desk => ({
  views,
  publicUrl,
  secret,
})

async function writeLetter(line: Claim, sender: Sender): Promise<Letter> {
  const desk = deskOf(sender.office)
  const { facts } = line
  if (facts.to === 'commune') return communeLetter(line, facts, desk)
  if (facts.to === 'bounce') return bounceLetter(line, facts, desk)
  return digestLetter(line, facts, { ...desk, file: await fileFor(line, sender) })
}

/** The Excel of the next working day's digest, for the office's own people; the ledger keeps which copy it was. */
async function fileFor(line: Claim, { office, files }: Sender): Promise<File | null> {
  const { kind, unitId, month, facts } = line
  if (kind !== 'digest-next' || !office.makeFile || facts.to !== 'office') return null
  if (facts.reader !== undefined && facts.reader !== 'office') return null
  const number = facts.file ?? null
  const key = `${unitId} ${month} ${number}`
  const made =
    files.get(key) ??
    office.makeFile({ officeId: unitId, month: month as Month, now: office.clock(), number })
  files.set(key, made)
  const file = await made
  if (file.number !== undefined && file.number !== number) await keepFile(office.db, line, file.number)
  return file
}

/** A letter has left and the database does not take it down: worth some patience, for the alternative is a second letter. */
const RECORD_PAUSES_MS = [250, 1_000, 3_000, 8_000]

async function insist(record: () => Promise<unknown>): Promise<void> {
  for (const wait of [...RECORD_PAUSES_MS, null]) {
    try {
      await record()
      return
    } catch (error) {
      if (wait === null) throw error
      await pause(wait)
    }
  }
}
