import { createHash } from 'node:crypto'
import { weekdayName } from '../calendar/deadline.rules.ts'
import { dayAt } from '../calendar/month.rules.ts'
import type { Letter } from '../mail/mailer.ts'
import type { Views } from '../web/views.ts'
import { type Key, say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth } from '../words/vietnamese.ts'
import { isChase, returnedVersion } from './ledger.rules.ts'
import type { CommuneFacts } from './letter.rules.ts'

/** Which line of the ledger a letter belongs to. */
export type Line = { unitId: number; month: string; kind: string; recipient: string }

export type Desk = { views: Views; publicUrl: string }

/**
 * The Message-ID of a line of the ledger: the same whenever and by whichever process it is made, so that a mail server that
 * gets a letter twice after a crash can tell that it is one.
 */
export function messageIdOf({ unitId, month, kind, recipient }: Line, publicUrl: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([unitId, month, kind, recipient]))
    .digest('hex')
  return `<${digest.slice(0, 32)}@${new URL(publicUrl).hostname}>`
}

/**
 * The letter to a commune, by data/templates-vi.md: its name and due date first, one link that opens that month's form
 * after sign-in. It is made from the ledger's line alone, so the same line always makes the same letter.
 */
export function communeLetter(line: Line, facts: CommuneFacts, { views, publicUrl }: Desk): Letter {
  const { due, ...said } = sentencesOf(line, facts)
  const url = `${publicUrl}/reports/${line.unitId}/${line.month}`
  const model = { ...said, due, url, unitName: facts.unitName }
  return {
    messageId: messageIdOf(line, publicUrl),
    to: line.recipient,
    subject: subjectOf(line, facts),
    text: textOf({ ...said, due, url, unitName: facts.unitName }),
    html: views.part('reminders/letter', 'vi', model),
    ...(facts.replyTo ? { replyTo: facts.replyTo } : {}),
  }
}

/** [Nhắc báo cáo] Kỳ tháng 10/2023 – hạn 25/10/2023 – UBND xã Đăk Kôi */
function subjectOf({ kind, month }: Line, { due, overdue, unitName }: CommuneFacts): string {
  const what = returnedVersion(kind) !== null ? 'returned' : overdue ? 'overdue' : 'due'
  return say('vi', `letters.subject.${what}`, {
    month: formatMonth(month),
    day: formatDay(dayAt(new Date(due))),
    unitName,
  })
}

function sentencesOf({ kind, month }: Line, facts: CommuneFacts) {
  const due = new Date(facts.due)
  const day = formatDay(dayAt(due))
  const returned = returnedVersion(kind) !== null
  const when = { time: formatClock(due), day, weekday: weekdayName(dayAt(due), 'vi') }
  const about = { ...when, month: formatMonth(month), cutOff: formatDay(facts.cutOff), office: facts.office }
  const { contact, note, by } = facts
  return {
    due: say('vi', facts.overdue ? 'letters.wasDue' : 'letters.due', when),
    headline: returned ? say('vi', 'letters.headline.returned') : headlineOf(kind, facts),
    greeting: say('vi', 'letters.greeting', { unitName: facts.unitName }),
    body: say('vi', returned ? 'letters.returnedBody' : 'letters.body', about),
    dueBecause: facts.dueBecause && say('vi', 'letters.dueBecause', { because: facts.dueBecause }),
    state: say('vi', 'letters.state', { state: say('vi', `reminders.state.${facts.state}` as Key) }),
    note: note
      ? say('vi', returned ? 'letters.reason' : 'letters.note', { note, by: by ?? facts.office })
      : null,
    ask: say('vi', returned ? 'letters.askCorrect' : 'letters.ask'),
    button: say('vi', returned ? 'letters.buttonCorrect' : 'letters.button', { month: formatMonth(month) }),
    nil: returned ? null : say('vi', 'letters.nil'),
    ignore: say('vi', 'letters.ignore'),
    contact: contact && say('vi', 'letters.contact', { contact }),
    foot: say('vi', facts.replyTo ? 'letters.footReply' : 'letters.foot', { office: facts.office }),
  }
}

function headlineOf(kind: string, { left, overdue }: CommuneFacts): string {
  if (kind === 'opening') return say('vi', 'letters.headline.opening')
  if (isChase(kind)) return say('vi', overdue ? 'letters.headline.chaseLate' : 'letters.headline.chase')
  if (overdue && left < 0) return say('vi', 'letters.headline.overdue', { days: -left })
  if (overdue) return say('vi', 'letters.headline.justOver')
  if (left === 0) return say('vi', 'letters.headline.today')
  return say('vi', 'letters.headline.left', { days: left })
}

type Said = ReturnType<typeof sentencesOf> & { url: string; unitName: string }

/** The same letter for readers of plain text: paragraphs apart, the link on a line of its own. */
function textOf(said: Said): string {
  const blocks = [
    `${said.unitName}\n${said.due}`,
    said.headline,
    said.greeting,
    [said.body, said.dueBecause, said.state].filter(Boolean).join('\n'),
    said.note,
    `${said.ask}\n${said.url}`,
    [said.nil, said.ignore].filter(Boolean).join('\n'),
    said.contact,
    said.foot,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
