import nodemailer from 'nodemailer'
import { type Letter, type Mailer, MailRefused } from './mailer.ts'

/** No answer within these times (ms) counts as a refusal for now; the ledger tries again later. */
export const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

export type SmtpSettings = { url: string; from: string; patience?: Partial<typeof patience> }

/**
 * Sends through one pooled SMTP account: five connections, a hundred letters each. The pool itself tries nothing again
 * (`maxRequeues`): when the line drops after the letter, only the ledger may decide on a second try.
 */
export function openSmtp({ url, from, patience: given = {} }: SmtpSettings): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
    maxRequeues: 0,
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
}

/** Before there is a connection, nothing can have left. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EDNS|ETLS|EAUTH|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/

/**
 * Only a 5xx to the address or to the letter itself is about this letter. A 5xx to the sign-in, the greeting or the sender is a
 * fault in the settings or the server, which must not cost everybody their letters: those are tried again.
 */
function refusalOf(error: SmtpError): MailRefused {
  const { message, code, originalCode, timeoutType, command, responseCode } = error
  const answered = responseCode !== undefined
  const aboutThis = command === 'RCPT TO' || command === 'DATA'
  const connected = ![code, originalCode, timeoutType].some(it => it && NEVER_CONNECTED.test(it))
  const permanent = answered && responseCode >= 500 && aboutThis
  return new MailRefused(message, permanent, { answered, doubtful: !answered && connected })
}

/** The letter as nodemailer takes it; the preview inbox builds the same bytes. */
export function messageOf(letter: Letter, from: string) {
  const { headers = {}, ...rest } = letter
  return { ...rest, from, headers: { 'Auto-Submitted': 'auto-generated', ...headers } }
}
