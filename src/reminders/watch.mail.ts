import type { Letter } from '../mail/mailer.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { type Desk, type Line, messageIdOf } from './reminder.mail.ts'
import type { BackFacts, SilentFacts, WatchFacts } from './watch.rules.ts'
import { sayCaughtUp, sayHours } from './watch-page.rules.ts'

/** The letter to an administrator: the reminders stand still, or run again. Made from the ledger's line alone. */
export function watchLetter(
  line: Line,
  facts: WatchFacts,
  { views, publicUrl }: Pick<Desk, 'views' | 'publicUrl'>,
): Letter {
  const said = facts.what === 'silent' ? saySilence(facts) : sayReturn(facts)
  const { subject, title, paragraphs } = said
  const url = `${publicUrl}/reminders/${line.unitId}/${line.month}`
  const button = say('vi', 'watch.letter.button')
  const foot = say('vi', 'watch.letter.foot')
  return {
    messageId: messageIdOf(line, publicUrl),
    to: line.recipient,
    subject,
    text: `${[title, ...paragraphs, `${button}:\n${url}`, foot].join('\n\n')}\n`,
    html: views.part('reminders/watch', 'vi', { title, paragraphs, url, button, foot }),
  }
}

type Said = { subject: string; title: string; paragraphs: string[] }

function saySilence({ since, at, minutes, error, owed }: SilentFacts): Said {
  const about = {
    since: formatTime(new Date(since)),
    at: formatTime(new Date(at)),
    hours: sayHours(minutes),
  }
  return {
    subject: say('vi', 'watch.subject.silent', about),
    title: say('vi', 'watch.title.silent'),
    paragraphs: [
      say('vi', 'watch.letter.silent', about),
      ...(owed === null ? [] : [say('vi', 'watch.letter.owed', { owed })]),
      error === null ? say('vi', 'watch.letter.noError') : say('vi', 'watch.letter.error', { error }),
      say('vi', 'watch.letter.do'),
    ],
  }
}

function sayReturn(facts: BackFacts): Said {
  return {
    subject: say('vi', 'watch.subject.back', {
      sent: facts.sent,
      skipped: facts.skipped,
      queued: facts.queued,
    }),
    title: say('vi', 'watch.title.back'),
    paragraphs: [sayCaughtUp(facts, 'vi'), say('vi', 'watch.letter.backDo')],
  }
}
