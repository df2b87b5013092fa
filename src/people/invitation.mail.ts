import { randomUUID } from 'node:crypto'
import type { Letter } from '../mail/mailer.ts'
import type { Views } from '../web/views.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { codeInGroups } from './invitation.rules.ts'

export type InvitationLetter = {
  to: string
  name: string
  place: string
  code: string
  url: string
  expiresAt: Date
}

/** The letter with the code and the link to set a password. Whoever it was not meant for is told to let the sender know. */
export function invitationLetter(views: Views, letter: InvitationLetter): Letter {
  const { to, name, place, url } = letter
  const model = { name, place, url, code: codeInGroups(letter.code), until: formatTime(letter.expiresAt) }
  return {
    messageId: `<invitation-${randomUUID()}@ngay25>`,
    to,
    subject: say('vi', 'people.invitation.letter.subject'),
    text: say('vi', 'people.invitation.letter.text', model),
    html: views.part('people/invitation-letter', 'vi', model),
  }
}
