import pino from 'pino'
import { readConfig } from '../../src/config.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { lettersOnly, type PostOffice } from '../../src/reminders/send-line.ts'
import { loadViews } from '../../src/web/views.ts'
import type { TestDatabase } from './portal.ts'

/** `patienceMs`: how long to wait for a server's first word. */
type DeskOptions = { url: string; now: string; patienceMs?: number } & Partial<
  Pick<PostOffice, 'makeFile' | 'channels' | 'figuresOf'>
>

/** A portal's post office on a database and a mail server, with a clock that the test sets. */
export type Desk = PostOffice & { at: (iso: string) => void; close: () => Promise<void> }

export function openDesk(
  { db }: Pick<TestDatabase, 'db'>,
  { url, now, patienceMs = 8_000, ...extras }: DeskOptions,
): Desk {
  let time = new Date(now)
  const patience = {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: Math.max(patienceMs, 5_000),
  }
  const mailer = openSmtp({ url, from: 'Ngày 25 <ngay25@test.example>', patience })
  return {
    db,
    mailer,
    ...lettersOnly,
    ...extras,
    views: loadViews(),
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    clock: () => time,
    at: iso => {
      time = new Date(iso)
    },
    close: mailer.close,
  }
}
