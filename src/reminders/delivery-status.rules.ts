import type { DeliveryReport } from './delivery-report.rules.ts'

/** The parts of a returned message that a report is read from, as text. */
export type ReturnedParts = {
  /** Of type message/delivery-status. */
  status: string
  /** The letter that came back, or its headers; '' when the server returned neither. */
  original: string
  /** The returned message's own In-Reply-To and References. */
  answers: string
}

const ACTIONS = ['failed', 'delayed', 'delivered'] as const
/** A letter of ours has one recipient; a list that was expanded may report on a few. */
const MOST = 20

/**
 * The reports in a delivery status notification (RFC 3464; RFC 6533 for addresses beyond ASCII): one for each recipient it
 * speaks of. What was only handed on ('relayed', 'expanded') is none.
 */
export function reportsIn({ status, original, answers }: ReturnedParts): DeliveryReport[] {
  const messageId = firstId(fieldsOf(original).get('message-id') ?? '') || firstId(answers)
  return groupsOf(status)
    .slice(0, MOST)
    .flatMap(fields => {
      const recipient =
        addressIn(fields.get('final-recipient')) || addressIn(fields.get('original-recipient'))
      const said = fields.get('action')?.toLowerCase().split(/\s/)[0]
      const action = ACTIONS.find(it => it === said)
      if (!action || !recipient) return []
      const diagnostic = typed(fields.get('diagnostic-code'))
      const code = moreTelling(fields.get('status') ?? '', diagnostic)
      return [{ source: 'imap', messageId, recipient, action, code, diagnostic }]
    })
}

/** '5.0.0' says that it failed, not why; then the server's own words say more, if they hold a code. */
const moreTelling = (status: string, diagnostic: string): string =>
  /^(|[45]\.0\.0\b.*)$/.test(status) && /\b[245]\.\d+\.\d+\b/.test(diagnostic) ? diagnostic : status

/** Fields stand in groups with a blank line between: the first about the message, each further one about a recipient. */
const groupsOf = (status: string): Map<string, string>[] =>
  status
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)

/** Header fields up to the first blank line, names in lower case, folded lines joined; of a name given twice the first. */
function fieldsOf(text: string): Map<string, string> {
  const [head = ''] = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+/, '')
    .split(/\n[ \t]*\n/)
  const fields = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]+)\s*:(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** 'rfc822; y.lan@dakkoi.example' → the address; some servers leave the type out, or put the address in brackets. */
const addressIn = (field: string | undefined): string => typed(field).replace(/^<|>$/g, '').trim()

/** 'smtp; 550 5.1.1 …' → what follows the type. */
const typed = (field = ''): string => field.replace(/^[\w.-]+\s*;/, '').trim()

const firstId = (text: string): string => /<[^<>\s]+>/.exec(text)?.[0] ?? ''
