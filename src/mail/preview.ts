import nodemailer from 'nodemailer'
import type { Db } from '../db/database.ts'
import type { Mailer } from './mailer.ts'
import { messageOf } from './smtp.ts'

/** The trial's post office: letters go, whole as they would have left, to the inbox at /mail. */
export function openPreview(db: Db, from: string): Mailer {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    send: async (letter, now) => {
      const { message } = await composer.sendMail({ ...messageOf(letter, from), date: now })
      const { to: recipient, subject, messageId: message_id } = letter
      await db
        .insertInto('mail_preview')
        .values({ at: now, recipient, subject, message_id, raw: message as Buffer })
        .execute()
    },
    close: async () => {},
  }
}
