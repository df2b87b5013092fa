import { createHash } from 'node:crypto'
import { weekdayName } from '../calendar/deadline.rules.ts'
import { addDays, at, dayAt } from '../calendar/month.rules.ts'
import { CALENDAR_TYPE, calendarFile, dueUid } from '../mail/calendar-file.ts'
import type { ChannelName, Notice } from '../mail/channel.ts'
import type { Attachment, Letter } from '../mail/mailer.ts'
import type { Views } from '../web/views.ts'
import { type Key, say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth } from '../words/vietnamese.ts'
import { isChase, type NewsName, newsIn } from './ledger.rules.ts'
import type { CommuneFacts } from './letter.rules.ts'
import { LINK_DAYS, linkOf, pageOf } from './letter-link.rules.ts'

/** Which line of the ledger a letter belongs to. */
export type Line = { unitId: number; month: string; kind: string; recipient: string; channel?: ChannelName }

/** The line with its number, which the letter's link is sealed with. */
export type NumberedLine = Line & { id: number }

export type Desk = {
  views: Views
  publicUrl: string
  /** Seals the links of letters. */
  secret: string
}

/**
 * The Message-ID of a line of the ledger: the same whenever and by whichever process it is made, so that a mail server that
 * gets a letter twice after a crash can tell that it is one.
 */
export function messageIdOf({ unitId, month, kind, recipient, channel }: Line, publicUrl: string): string {
  const further = channel && channel !== 'email' ? [channel] : []
  const digest = createHash('sha256')
    .update(JSON.stringify([unitId, month, kind, recipient, ...further]))
    .digest('hex')
  return `<${digest.slice(0, 32)}@${new URL(publicUrl).hostname}>`
}

/**
 * The letter to a commune, by data/templates-vi.md: its name and due date first, one link that opens that month's form
 * once. It is made from the ledger's line alone, so the same line always makes the same letter.
 */
export function communeLetter(line: NumberedLine, facts: CommuneFacts, desk: Desk): Letter {
  const said = { ...sentencesOf(line, facts), unitName: facts.unitName, url: linkOf(line, desk) }
  const { kind, recipient } = line
  return {
    messageId: messageIdOf(line, desk.publicUrl),
    to: recipient,
    subject: subjectOf(line, facts),
    text: textOf(said),
    html: desk.views.part('reminders/letter', 'vi', said),
    ...listOf(facts.officeId, facts.office, desk.publicUrl),
    ...(facts.replyTo ? { replyTo: facts.replyTo } : {}),
    ...(newsIn(kind) || isChase(kind) ? {} : { bulk: true }),
    ...(kind === 'opening' ? { attachments: [dueDateFile(line, facts, desk)] } : {}),
  }
}

/** The same for readers who are told by another way than mail; the link asks for a sign-in, since it is sealed to nobody. */
export function noticeOf(line: NumberedLine, facts: CommuneFacts, { publicUrl }: Desk): Notice {
  const { headline, due, note } = sentencesOf(line, facts)
  const { id: reminderId, unitId, month, kind, recipient } = line
  return {
    ...{ reminderId, unitId, month, kind, recipient },
    unitName: facts.unitName,
    title: subjectOf(line, facts),
    body: [headline, due, note].filter(Boolean).join('\n'),
    url: `${publicUrl}${pageOf(line)}`,
    due: facts.due,
    office: facts.office,
    officeId: facts.officeId ?? 0,
    messageId: messageIdOf(line, publicUrl),
  }
}

/** Every letter of an office belongs to one list, so that a mailbox can file them by one rule. */
export function listOf(
  officeId: number | undefined,
  office: string,
  publicUrl: string,
): Pick<Letter, 'list'> {
  const host = new URL(publicUrl).hostname
  return officeId ? { list: { id: `nhac-bao-cao.${officeId}.${host}`, name: office } } : {}
}

/** The due date for the reader's own calendar. Its stamp is the day on which the month opened, whenever the letter leaves. */
function dueDateFile({ unitId, month }: Line, facts: CommuneFacts, { publicUrl }: Desk): Attachment {
  const about = { month: formatMonth(month), unitName: facts.unitName }
  const title = say('vi', 'letters.calendar.title', about)
  const entry = {
    uid: dueUid({ unitId, month }, publicUrl),
    stamp: at(addDays(facts.cutOff, 1), 0),
    due: new Date(facts.due),
    title,
    text: say('vi', 'letters.calendar.text', { office: facts.office }),
    url: `${publicUrl}/reports/${unitId}/${month}`,
  }
  const content = Buffer.from(calendarFile(title, [entry]))
  return { filename: `han-bao-cao-${month}.ics`, content, contentType: CALENDAR_TYPE }
}

/** [Nhắc báo cáo] Kỳ tháng 10/2023 – hạn 25/10/2023 – UBND xã Đăk Kôi */
function subjectOf({ kind, month }: Line, { due, overdue, unitName }: CommuneFacts): string {
  const what = newsIn(kind)?.name ?? (overdue ? 'overdue' : 'due')
  return say('vi', `letters.subject.${what}`, {
    month: formatMonth(month),
    day: formatDay(dayAt(new Date(due))),
    unitName,
  })
}

function sentencesOf({ kind, month }: Line, facts: CommuneFacts) {
  const due = new Date(facts.due)
  const { contact, note, by, office, unitName } = facts
  const matter = newsIn(kind)?.name ?? null
  const when = { time: formatClock(due), day: formatDay(dayAt(due)), weekday: weekdayName(dayAt(due), 'vi') }
  const about = { unitName, month: formatMonth(month), cutOff: formatDay(facts.cutOff), office }
  const until = facts.overdue || matter ? 'letters.linkDays' : 'letters.linkUntil'
  return {
    due: dueLine(matter, facts, { ...when, ...about }),
    headline: matter ? say('vi', `letters.headline.${matter}`) : headlineOf(kind, facts),
    body: say('vi', matter ? `letters.${matter}Body` : 'letters.body', about),
    dueBecause:
      matter === 'question'
        ? null
        : facts.dueBecause && say('vi', 'letters.dueBecause', { because: facts.dueBecause }),
    state: matter
      ? null
      : say('vi', 'letters.state', { state: say('vi', `reminders.state.${facts.state}` as Key) }),
    note: note ? noteOf(matter, { note, by: by ?? office }, facts.details) : null,
    button: say('vi', BUTTONS[matter ?? 'usual'], about),
    linkGood: say('vi', until, { ...when, days: LINK_DAYS }),
    nil: matter ? null : say('vi', 'letters.nil'),
    contact: contact && say('vi', 'letters.contact', { contact }),
    foot: say('vi', facts.replyTo ? 'letters.footReply' : 'letters.foot', { office }),
  }
}

const NOTES = {
  returned: 'letters.reason',
  answer: 'letters.asIs',
  question: 'letters.asIs',
  extension: 'letters.asIs',
  withdrawn: 'letters.asIs',
  usual: 'letters.note',
} as const
const BUTTONS = {
  returned: 'letters.buttonCorrect',
  answer: 'letters.buttonAnswer',
  question: 'letters.buttonQuestion',
  extension: 'letters.buttonAnswer',
  withdrawn: 'letters.buttonAnswer',
  usual: 'letters.button',
} as const

/** The reason, answer or question; beneath it what is wanted, line by line. */
const noteOf = (matter: NewsName | null, said: { note: string; by: string }, details?: string): string =>
  [say('vi', NOTES[matter ?? 'usual'], said), details].filter(Boolean).join('\n')

/** A question has no due date: the report it is about was sent. */
function dueLine(matter: NewsName | null, { overdue }: CommuneFacts, about: Record<string, string>): string {
  if (matter === 'question') return say('vi', 'letters.month', about)
  return say('vi', overdue ? 'letters.wasDue' : 'letters.due', about)
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
    said.body,
    [said.dueBecause, said.state].filter(Boolean).join('\n'),
    said.note,
    `${said.button}:\n${said.url}\n${said.linkGood}`,
    said.nil,
    said.contact,
    said.foot,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
