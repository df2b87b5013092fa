import nodemailer from 'nodemailer'
import type { Db } from '../db/database.ts'
import type { Mailer } from './mailer.ts'
import { messageOf } from './smtp.ts'

/** The trial's post office: letters go, whole as they would have left, to the inbox at /mail. */
export function openPreview(db: Db, from: string): Mailer {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    send: async (letter, now) => {
      const { message } = await composer.sendMail({ date: now, ...messageOf(letter, from) })
      const { to: recipient, subject, messageId: message_id } = letter
      await db
        .insertInto('mail_preview')
        .values({ at: now, recipient, subject, message_id, raw: message as Buffer })
        .execute()
    },
    close: async () => {},
  }
}

export type PreviewLine = { id: number; at: Date; recipient: string; subject: string }

/** The newest letters of the trial's inbox, without their contents. */
export function listPreviews(db: Db, most: number): Promise<PreviewLine[]> {
  return db
    .selectFrom('mail_preview')
    .select(['id', 'at', 'recipient', 'subject'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** A letter as it would have left, header and all; null when there is none of that number. */
export async function findPreview(db: Db, id: number): Promise<(PreviewLine & { raw: Buffer }) | null> {
  const row = await db
    .selectFrom('mail_preview')
    .select(['id', 'at', 'recipient', 'subject', 'raw'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
