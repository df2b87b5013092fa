import { type Attachment, simpleParser } from 'mailparser'
import { type Dealt, type Mailbox, visitMailbox } from '../mail/mailbox.ts'
import type { Deps } from '../web/deps.ts'
import { reportsIn } from './delivery-status.rules.ts'
import { type DeliveryReport, type Taken, takeDeliveryReport } from './take-delivery-report.ts'

/** How many reports were taken in, known before, or of letters that are not the ledger's; and messages that are no report. */
export type MailboxRun = Record<Taken, number> & { others: number }

/**
 * Reads the delivery reports that have come to the mailbox of IMAP_URL. A report is marked as read once it is taken in; what is
 * no report, or of no letter of ours, is left for people, unread. Any number of processes may read at once: a report counts once.
 * @throws when the mailbox cannot be read; what was read before stays taken.
 */
export async function readMailbox(
  { config, db }: Pick<Deps, 'config' | 'db'>,
  now: Date,
  patience?: Mailbox['patience'],
): Promise<MailboxRun> {
  const run: MailboxRun = { taken: 0, known: 0, unmatched: 0, others: 0 }
  if (!config.imapUrl) return run
  const take = async (report: DeliveryReport): Promise<Taken> => {
    const taken = await takeDeliveryReport(db, report, now)
    run[taken] += 1
    return taken
  }
  const mailbox = { url: config.imapUrl, ...(patience ? { patience } : {}) }
  await visitMailbox(mailbox, async (message): Promise<Dealt> => {
    const reports = await reportsOf(message)
    if (reports.length === 0) run.others += 1
    let dealt: Dealt = 'left'
    for (const report of reports) if ((await take(report)) !== 'unmatched') dealt = 'done'
    return dealt
  })
  return run
}

/** The reports a message holds; none for anything that is not a delivery status notification, however broken. */
export async function reportsOf(message: Buffer): Promise<DeliveryReport[]> {
  const parsed = await simpleParser(message, { keepDeliveryStatus: true, skipTextToHtml: true }).catch(
    () => null,
  )
  if (!parsed) return []
  const part = (wanted: RegExp) => textOf(parsed.attachments.find(it => wanted.test(it.contentType)))
  const status = part(/^message\/(global-)?delivery-status$/)
  if (status === '') return []
  const original = part(/^(message\/(rfc822(-headers)?|global(-headers)?)|text\/rfc822-headers)$/)
  const answers = [parsed.inReplyTo ?? '', parsed.references ?? ''].flat().join(' ')
  return reportsIn({ status, original, answers })
}

const textOf = (part: Attachment | undefined): string => part?.content.toString('utf8') ?? ''
