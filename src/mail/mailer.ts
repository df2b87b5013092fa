/** A letter ready to leave. The Message-ID is given by the sender, so that a second try is the same letter. */
export type Letter = {
  messageId: string
  /** When what it says was settled: the same at a second try. */
  date?: Date
  to: string
  subject: string
  text: string
  html: string
  replyTo?: string
  /** The list that it belongs to (List-Id, RFC 2919): a dotted name that stays the same, and one to read. */
  list?: { id: string; name: string }
  /** One of many that a plan sends (Precedence), not of somebody's own will. */
  bulk?: boolean
  attachments?: Attachment[]
}

export type Attachment = { filename: string; content: Buffer; contentType: string }

/** Why a letter did not leave, as far as the sender can know. */
export class MailRefused extends Error {
  /** The recipient's server said no for good (SMTP 5xx to the address or the letter): not tried again. */
  readonly permanent: boolean
  /** False when no server answered at all: then the next letter will fare no better. */
  readonly answered: boolean
  /** The connection broke under way: the server may have taken the letter all the same. */
  readonly doubtful: boolean
  /** It is the address that takes no letters (5xx to RCPT TO): nobody should write there again. */
  readonly address: boolean
  /** The enhanced code where the server gave one ('5.1.1'), else its reply ('550'); '' when none answered. */
  readonly code: string

  constructor(
    message: string,
    permanent: boolean,
    { answered = true, doubtful = false, address = false, code = '' } = {},
  ) {
    super(message)
    this.permanent = permanent
    this.answered = answered
    this.doubtful = doubtful
    this.address = address
    this.code = code
  }
}

export type Mailer = {
  /** Resolves when the server has taken the letter; else throws MailRefused. */
  send: (letter: Letter, now: Date) => Promise<void>
  close: () => Promise<void>
}
