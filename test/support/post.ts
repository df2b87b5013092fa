import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import pino from 'pino'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { readConfig } from '../../src/config.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import type { MakeFile, PostOffice } from '../../src/reminders/send-reminders.ts'
import { loadViews } from '../../src/web/views.ts'
import type { TestDatabase } from './portal.ts'

/** What a mail server does with a letter; unsaid, it takes it. */
export type Temper = {
  /** Its answer to an address: null takes it, a number refuses with that code. */
  address?: (recipient: string, count: number) => number | null
  /** Called with the whole letter in hand and nothing answered yet; 'drop' breaks the line, a promise makes it wait. */
  letter?: (recipient: string, count: number) => 'drop' | undefined | Promise<unknown>
}

/** A letter as the server took it. */
export type Taken = { to: string; mail: ParsedMail }

export type MailServer = { url: string; taken: Taken[]; temper: Temper; close: () => Promise<void> }

/** A real SMTP server on loopback. `taken` are the letters it answered with 250; `count` is by recipient, from 1. */
export async function openMailServer(): Promise<MailServer> {
  const asked = new Map<string, number>()
  const came = new Map<string, number>()
  const count = (counts: Map<string, number>, key: string) => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts.get(key) ?? 0
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, answer) => {
      const code = post.temper.address?.(address, count(asked, address)) ?? null
      answer(code === null ? null : Object.assign(new Error('not now'), { responseCode: code }))
    },
    onData: async (stream, session, answer) => {
      const raw = await bytesOf(stream).catch(() => null)
      // The sender was killed half-way through the letter.
      if (!raw) return
      const to = session.envelope.rcptTo[0]?.address ?? ''
      if ((await post.temper.letter?.(to, count(came, to))) === 'drop') {
        for (const connection of server.connections)
          if (connection.session === session) (connection as unknown as { _socket: Socket })._socket.destroy()
        return
      }
      post.taken.push({ to, mail: await simpleParser(raw) })
      answer(null)
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const post: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    temper: {},
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  return post
}

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** A server that takes a connection and never says a word. */
export async function openSilentServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => sockets.add(socket.on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>(resolve => server.close(() => resolve()))
  }
  return { url: `smtp://127.0.0.1:${port}`, close }
}

/** A portal's post office on a database and a mail server, with a clock that the test sets. */
export type Desk = PostOffice & { at: (iso: string) => void; close: () => Promise<void> }

export function openDesk(
  { db }: Pick<TestDatabase, 'db'>,
  { url, now, makeFile = null }: { url: string; now: string; makeFile?: MakeFile },
): Desk {
  let time = new Date(now)
  const patience = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 5_000 }
  const mailer = openSmtp({ url, from: 'Ngày 25 <ngay25@test.example>', patience })
  return {
    db,
    mailer,
    makeFile,
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
