export type { ChannelName } from './channel.rules.ts'

/** A reminder as every way but e-mail sees it: made from one line of the ledger, so the same line says the same. */
export type Notice = {
  /** The line of the ledger: the same however often it is tried, so that a receiver can tell a second try. */
  reminderId: number
  unitId: number
  /** As addressed: 'UBND xã Đăk Kôi'. */
  unitName: string
  month: string
  kind: string
  /** The person's mail address (push); the hook's host (webhook). */
  recipient: string
  title: string
  body: string
  url: string
  /** ISO with +07:00. */
  due: string
  office: string
  officeId: number
  messageId: string
}

export type Channel = {
  /**
   * Resolves when the other side has taken it; else throws MailRefused: `permanent` is not tried again. A channel's silence is
   * no reason to hold the letters back, so its refusals say `answered` whatever happened.
   */
  send: (notice: Notice, now: Date) => Promise<void>
}
