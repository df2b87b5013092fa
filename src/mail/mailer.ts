/** A letter ready to leave. The Message-ID is given by the sender, so that a second try is the same letter. */
export type Letter = {
  messageId: string
  to: string
  subject: string
  text: string
  html: string
  replyTo?: string
  /** Further headers, as 'List-Id' or 'Auto-Submitted'. */
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer; contentType: string }[]
}

/** Why a letter did not leave, as far as the sender can know. */
export class MailRefused extends Error {
  /** The recipient's server said no for good (SMTP 5xx to the address or the letter): not tried again. */
  readonly permanent: boolean
  /** False when no server answered at all: then the next letter will fare no better. */
  readonly answered: boolean
  /** The connection broke under way: the server may have taken the letter all the same. */
  readonly doubtful: boolean

  constructor(message: string, permanent: boolean, { answered = true, doubtful = false } = {}) {
    super(message)
    this.permanent = permanent
    this.answered = answered
    this.doubtful = doubtful
  }
}

export type Mailer = {
  /** Resolves when the server has taken the letter; else throws MailRefused. */
  send: (letter: Letter, now: Date) => Promise<void>
  close: () => Promise<void>
}
