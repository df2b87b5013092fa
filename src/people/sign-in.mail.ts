import { randomUUID } from 'node:crypto'
import type { Letter } from '../mail/mailer.ts'
import type { Views } from '../web/views.ts'
import { say } from '../words/all.ts'
import { LINK_MINUTES } from './sign-in.rules.ts'

type LinkLetter = { to: string; name: string; url: string; views: Views }

/** The letter with the one-use link, in Vietnamese like all letters. */
export function linkLetter({ to, name, url, views }: LinkLetter): Letter {
  const model = { name, url, minutes: LINK_MINUTES }
  return {
    messageId: `<link-${randomUUID()}@ngay25>`,
    to,
    subject: say('vi', 'people.link.subject'),
    text: say('vi', 'people.link.text', model),
    html: views.part('people/link-letter', 'vi', model),
  }
}
