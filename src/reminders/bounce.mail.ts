import type { Letter } from '../mail/mailer.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { BounceFacts } from './letter.rules.ts'
import { type Desk, type Line, listOf, messageIdOf } from './reminder.mail.ts'

/** Tells the office of an address that takes no letters: whose, what the mail server said, who is written to instead. */
export function bounceLetter(
  line: Line,
  facts: BounceFacts,
  { views, publicUrl }: Pick<Desk, 'views' | 'publicUrl'>,
): Letter {
  const said = { ...sentencesOf(line, facts), url: `${publicUrl}/reminders/${line.unitId}/unreachable` }
  return {
    messageId: messageIdOf(line, publicUrl),
    to: line.recipient,
    subject: say('vi', 'letters.subject.bounce', { unitName: facts.unitName, email: facts.email }),
    text: textOf(said),
    html: views.part('reminders/bounce', 'vi', said),
    ...listOf(line.unitId, facts.office, publicUrl),
  }
}

function sentencesOf({ month }: Line, { unitName, person, email, diagnostic, nextPerson }: BounceFacts) {
  return {
    title: say('vi', 'letters.bounce.title', { unitName }),
    lead: say('vi', 'letters.bounce.lead', { person, email, unitName, month: formatMonth(month) }),
    diagnostic: diagnostic ? say('vi', 'letters.bounce.said', { diagnostic }) : null,
    next: nextPerson
      ? say('vi', 'letters.bounce.next', { nextPerson })
      : say('vi', 'letters.bounce.nobody', { unitName }),
    ask: say('vi', 'letters.bounce.ask'),
    button: say('vi', 'letters.bounce.button'),
    foot: say('vi', 'letters.digest.foot'),
  }
}

type Said = ReturnType<typeof sentencesOf> & { url: string }

function textOf({ title, lead, diagnostic, next, ask, button, url, foot }: Said): string {
  const blocks = [title, lead, diagnostic, next, ask, `${button}:\n${url}`, foot]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
