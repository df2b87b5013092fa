import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

export { type Desk, openDesk } from './desk.ts'

/** What a mail server does with a letter; unsaid, it takes it. */
export type Temper = {
  /** Its answer to an address: null takes it, a number refuses with that code, a text says more ('550 5.1.1 no such user'). */
  address?: (recipient: string, count: number) => number | string | null
  /** Told of every whole letter, whatever becomes of it. */
  seen?: (raw: Buffer) => unknown
  /** Its answer to a whole letter: null takes it, a number refuses with that code. */
  answer?: (recipient: string) => number | null
  /** Called with the whole letter in hand and nothing answered yet; 'drop' breaks the line, a promise makes it wait. */
  letter?: (recipient: string, count: number) => 'drop' | undefined | Promise<unknown>
}

/** A letter as the server took it. */
export type Taken = { to: string; mail: ParsedMail; raw: Buffer }

export type MailServer = {
  url: string
  taken: Taken[]
  temper: Temper
  /** Connections open now, and the most that ever were at once. */
  open: { now: number; most: number }
  close: () => Promise<void>
}

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
    onConnect: (_session, answer) => {
      post.open.now += 1
      post.open.most = Math.max(post.open.most, post.open.now)
      answer()
    },
    onClose: () => {
      post.open.now -= 1
    },
    onRcptTo: ({ address }, _session, answer) => {
      const said = post.temper.address?.(address, count(asked, address)) ?? null
      const [, code = said, words = 'not now'] = /^(\d{3}) (.+)$/.exec(String(said)) ?? []
      answer(said === null ? null : Object.assign(new Error(words), { responseCode: Number(code) }))
    },
    onData: async (stream, session, answer) => {
      const raw = await bytesOf(stream).catch(() => null)
      // The sender was killed half-way through the letter.
      if (!raw) return
      const to = session.envelope.rcptTo[0]?.address ?? ''
      post.temper.seen?.(raw)
      if ((await post.temper.letter?.(to, count(came, to))) === 'drop') {
        for (const connection of server.connections)
          if (connection.session === session) (connection as unknown as { _socket: Socket })._socket.destroy()
        return
      }
      const code = post.temper.answer?.(to) ?? null
      if (code !== null) return answer(Object.assign(new Error('not this one'), { responseCode: code }))
      post.taken.push({ to, mail: await simpleParser(raw), raw })
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
    open: { now: 0, most: 0 },
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
