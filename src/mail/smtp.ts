import { createHash } from 'node:crypto'
import nodemailer from 'nodemailer'
import { marksAddress } from '../reminders/delivery-report.rules.ts'
import type { DkimKey } from './dkim.ts'
import { type Letter, type Mailer, MailRefused } from './mailer.ts'

/** No answer within these times (ms) counts as a refusal for now; the ledger tries again later. */
export const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** As many letters are under way at once as the pool has connections. */
export const CONNECTIONS = 5

export type SmtpSettings = {
  url: string
  from: string
  /** Signs every letter (mail/dkim.ts). */
  dkim?: DkimKey | null
  /** At most so many letters a minute, where the provider allows no more; 0 = as fast as it takes them. */
  perMinute?: number
  patience?: Partial<typeof patience>
}

/**
 * Sends through one pooled SMTP account: five connections, a hundred letters each. The pool itself tries nothing again
 * (`maxRequeues`): when the line drops after the letter, only the ledger may decide on a second try.
 */
export function openSmtp({ url, from, dkim, perMinute = 0, patience: given = {} }: SmtpSettings): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    maxRequeues: 0,
    ...(perMinute > 0 ? { rateLimit: perMinute, rateDelta: 60_000 } : {}),
    ...(dkim ? { dkim } : {}),
    ...patience,
    ...given,
  })
  return {
    send: async letter => {
      try {
        await transport.sendMail(messageOf(letter, from))
      } catch (error) {
        throw refusalOf(error as SmtpError)
      }
    },
    close: async () => transport.close(),
  }
}

type SmtpError = Error & {
  code?: string
  originalCode?: string
  timeoutType?: string
  command?: string
  responseCode?: number
  /** What the server said, word for word. */
  response?: string
}

/** Before there is a connection, nothing can have left. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EDNS|ETLS|EAUTH|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/

/**
 * Only a 5xx to the address or to the letter itself is about this letter. A 5xx to the sign-in, the greeting or the sender is a
 * fault in the settings or the server, which must not cost everybody their letters: those are tried again.
 */
function refusalOf(error: SmtpError): MailRefused {
  const { message, code, originalCode, timeoutType, command, responseCode, response = '' } = error
  const answered = responseCode !== undefined
  const aboutThis = command === 'RCPT TO' || command === 'DATA'
  const connected = ![code, originalCode, timeoutType].some(it => it && NEVER_CONNECTED.test(it))
  const permanent = answered && responseCode >= 500 && aboutThis
  const said = ENHANCED.exec(response)?.[0] ?? String(responseCode ?? '')
  return new MailRefused(message, permanent, {
    answered,
    doubtful: !answered && connected,
    address: permanent && command === 'RCPT TO' && marksAddress({ action: 'failed', code: said }),
    code: said,
  })
}

/** RFC 3463, after the reply's own three digits. */
const ENHANCED = /(?<=^\d{3}[ -])[245]\.\d{1,3}\.\d{1,3}/

/**
 * The letter as nodemailer takes it; the preview inbox builds the same bytes. Its headers ask mailboxes not to answer it by
 * themselves (RFC 3834; the second is Exchange's own), while failures to deliver are still reported.
 */
export function messageOf(letter: Letter, from: string) {
  const { list, bulk = false, ...rest } = letter
  const headers = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    ...(bulk ? { Precedence: 'bulk' } : {}),
  }
  // Parts are set apart by a mark made from the Message-ID: a letter sent a second time is the same to the byte.
  const baseBoundary = createHash('sha256').update(letter.messageId).digest('hex').slice(0, 24)
  const listed = list ? { list: { id: { url: list.id, comment: list.name } } } : {}
  return { ...rest, ...listed, from, headers, baseBoundary }
}
