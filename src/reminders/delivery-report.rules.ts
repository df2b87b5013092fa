/**
 * What a mail server says about a letter after it was handed over (RFC 3464). `code` is the enhanced status
 * ('5.1.1', RFC 3463), or the SMTP reply ('550') where there was no other; '' when none was given.
 */
export type DeliveryReport = {
  source: 'imap' | 'webhook' | 'smtp'
  /** Of the letter reported on, as it was sent: '<…@…>'. */
  messageId: string
  recipient: string
  action: 'failed' | 'delayed' | 'delivered'
  code: string
  /** The server's own words. */
  diagnostic: string
}

const LONGEST = { messageId: 250, recipient: 254, code: 40, diagnostic: 500 } as const

/** The report as it is compared and kept: one spelling of addresses and ids, nothing PostgreSQL refuses, bounded. */
export function normalReport(report: DeliveryReport): DeliveryReport {
  const id = report.messageId.trim().replace(/^<|>$/g, '')
  return {
    ...report,
    messageId: id ? short(`<${id}>`, LONGEST.messageId) : '',
    recipient: short(report.recipient.trim().toLowerCase(), LONGEST.recipient),
    code: short(codeIn(report.code), LONGEST.code),
    diagnostic: short(report.diagnostic.replace(/\s+/g, ' ').trim(), LONGEST.diagnostic),
  }
}

/** '5.1.1' out of '550 5.1.1 User unknown'; else '550'; else what there is. */
function codeIn(text: string): string {
  const [enhanced] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text) ?? []
  return enhanced ?? /\b[245]\d\d\b/.exec(text)?.[0] ?? text.trim()
}

const short = (text: string, most: number): string =>
  [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')].slice(0, most).join('')

/** Classes of permanent failure that speak of the address, its mailbox, or the way to it (RFC 3463, section 3). */
const ABOUT_THE_ADDRESS = ['0', '1', '2', '4']
/** The same for servers that give the plain reply only: no such mailbox, moved, full, no such name, takes no mail. */
const REPLIES = ['550', '551', '552', '553', '521', '556']

/**
 * Whether a report marks the address as one that takes no letters: a permanent failure (5.x.x) that is about the
 * address. A letter refused for its content, its size or the sender's standing (5.3, 5.5, 5.6, 5.7) says nothing
 * about it: one wrong SPF record must not silence every commune. A delay (4.x.x) is none.
 */
export function marksAddress({ action, code }: Pick<DeliveryReport, 'action' | 'code'>): boolean {
  if (action !== 'failed') return false
  const [, subject] = /^5\.(\d+)\.\d+$/.exec(code) ?? []
  if (subject !== undefined) return ABOUT_THE_ADDRESS.includes(subject)
  return REPLIES.includes(code)
}
