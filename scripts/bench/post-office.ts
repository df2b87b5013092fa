import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import nodemailer from 'nodemailer'
import pino from 'pino'
import { SMTPServer } from 'smtp-server'
import { readConfig } from '../../src/config.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import type { Letter } from '../../src/mail/mailer.ts'
import { CONNECTIONS, messageOf, openSmtp } from '../../src/mail/smtp.ts'
import type { CommuneFacts } from '../../src/reminders/letter.rules.ts'
import { communeLetter, type NumberedLine } from '../../src/reminders/reminder.mail.ts'
import { lettersOnly } from '../../src/reminders/send-line.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { loadViews } from '../../src/web/views.ts'
import { DUE_MORNING, EVE } from './world.ts'

/**
 * A part of the mail run in a process of its own: `server` takes letters and throws them away; `ours` is the whole path (decide,
 * claim, write, send, record), `weighed` the same with its memory; `limit` lets nodemailer's pool send the letters that `ours` sent, written beforehand.
 * Both have sent as many letters once before they are timed: a portal has run for weeks when the morning comes.
 */
const [kind = '', url = '', smtp = ''] = process.argv.slice(2)
const FROM = 'Ngày 25 <ngay25@bench.example>'
const views = loadViews()
const config = readConfig({})

if (kind === 'server') await serve()
else process.send?.(kind === 'limit' ? await sendLimit() : await sendOurs(kind === 'weighed'))

async function serve(): Promise<void> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, answer) => {
      stream.on('end', answer).resume()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  process.send?.((server.server.address() as AddressInfo).port)
  process.on('disconnect', () => process.exit(0))
}

async function sendOurs(weighed: boolean) {
  const db = openDatabase(openPool({ url }))
  const memory: { heap: number; rss: number }[] = []
  const inner = openSmtp({ url: smtp, from: FROM })
  let count = 0
  const mailer = {
    ...inner,
    send: async (letter: Letter, now: Date) => {
      await inner.send(letter, now)
      count += 1
      if (weighed && count % 100 === 0) memory.push(weigh())
    },
  }
  const runAt = async (moment: Date, of: string) => {
    const started = performance.now()
    const clock = () => new Date(moment.getTime() + performance.now() - started)
    const office = { ...lettersOnly, db, mailer, views, config, clock, log: pino({ level: 'silent' }) }
    const { sent } = await sendReminders(office, { kind: of })
    return { ms: performance.now() - started, sent }
  }
  await runAt(EVE, 'before-1')
  memory.length = 0
  const run = await runAt(DUE_MORNING, 'due-day')
  await inner.close()
  await db.destroy()
  return { ...run, memory }
}

/** What is held after everything that can go has gone. */
function weigh() {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 }
}

async function sendLimit() {
  const letters = await writtenLetters()
  const transport = nodemailer.createTransport({
    url: smtp,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
  })
  const sendAll = () => Promise.all(letters.map(letter => transport.sendMail(messageOf(letter, FROM))))
  await sendAll()
  const started = performance.now()
  await sendAll()
  const ms = performance.now() - started
  transport.close()
  return { ms, sent: letters.length, memory: [] }
}

async function writtenLetters(): Promise<Letter[]> {
  const db = openDatabase(openPool({ url }))
  const lines = await db
    .selectFrom('reminder')
    .select(['id', 'unit_id as unitId', 'month', 'kind', 'recipient', 'extra as facts'])
    .where('kind', '=', 'due-day')
    .where('status', '=', 'sent')
    .execute()
  await db.destroy()
  const desk = { views, publicUrl: config.publicUrl, secret: config.sessionSecret }
  return lines.map(line => communeLetter(line as NumberedLine, line.facts as CommuneFacts, desk))
}
