import { createServer, type Socket } from 'node:net'

/** A message in the mailbox, with the flags it bears. */
export type Kept = { source: string | Buffer; flags: Set<string> }

export type ImapServer = {
  url: string
  messages: Kept[]
  /** 'silent' greets nobody; 'stuck' answers all but what is fetched; 'plain' knows no keywords of one's own. */
  temper: 'well' | 'silent' | 'stuck' | 'plain'
  /** What it was asked to do, without tags. */
  asked: string[]
  close: () => Promise<void>
}

/** As much of an IMAP server as reading a mailbox needs, on loopback. */
export async function openImapServer(messages: (string | Buffer)[] = []): Promise<ImapServer> {
  const sockets = new Set<Socket>()
  const listener = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    serve(socket, server)
  })
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as { port: number }
  const server: ImapServer = {
    url: `imap://ngay25%40sgd.example:mat-khau@127.0.0.1:${port}/INBOX`,
    messages: messages.map(source => ({ source, flags: new Set() })),
    temper: 'well',
    asked: [],
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(resolve => listener.close(() => resolve()))
    },
  }
  return server
}

function serve(socket: Socket, server: ImapServer): void {
  if (server.temper === 'silent') return
  const say = (line: string | Buffer) => socket.write(line)
  say('* OK [CAPABILITY IMAP4rev1] ready\r\n')
  let rest = ''
  socket.on('data', data => {
    rest += data.toString('latin1')
    const lines = rest.split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, tag = '', asked = ''] = /^(\S+) (.*)$/.exec(line) ?? []
      server.asked.push(asked)
      if (server.temper === 'stuck' && /^UID FETCH/i.test(asked)) return
      answer(asked, server, say)
      say(`${tag} OK done\r\n`)
    }
  })
}

function answer(asked: string, server: ImapServer, say: (line: string | Buffer) => void): void {
  const [, uid] = /^UID (?:FETCH|STORE) (\d+)/i.exec(asked) ?? []
  const message = uid ? server.messages[Number(uid) - 1] : undefined
  if (/^CAPABILITY/i.test(asked)) say('* CAPABILITY IMAP4rev1\r\n')
  else if (/^LIST/i.test(asked)) say('* LIST () "/" INBOX\r\n')
  else if (/^SELECT/i.test(asked)) select(server, say)
  else if (/^UID SEARCH/i.test(asked)) say(`* SEARCH ${unseen(server).join(' ')}\r\n`)
  else if (/^UID FETCH/i.test(asked) && message) fetch(Number(uid), message, { asked, say })
  else if (/^UID STORE/i.test(asked) && message)
    for (const flag of /\((.*)\)/.exec(asked)?.[1]?.split(' ') ?? []) message.flags.add(flag)
}

function select({ messages, temper }: ImapServer, say: (line: string) => void): void {
  const others = temper === 'plain' ? '' : ' \\*'
  say(`* ${messages.length} EXISTS\r\n* FLAGS (\\Seen)\r\n`)
  say(`* OK [PERMANENTFLAGS (\\Seen${others})] kept\r\n* OK [UIDVALIDITY 1] valid\r\n`)
}

/** As asked by the portal: neither read nor looked at. */
const unseen = ({ messages }: ImapServer): number[] =>
  messages.flatMap(({ flags }, index) => (flags.has('\\Seen') || flags.has('$Ngay25Seen') ? [] : [index + 1]))

type Fetch = { asked: string; say: (line: string | Buffer) => void }

function fetch(uid: number, { source }: Kept, { asked, say }: Fetch): void {
  const most = Number(/<0\.(\d+)>/.exec(asked)?.[1] ?? Number.MAX_SAFE_INTEGER)
  const body = Buffer.from(source).subarray(0, most)
  const part = most === Number.MAX_SAFE_INTEGER ? '' : '<0>'
  say(`* ${uid} FETCH (UID ${uid} BODY[]${part} {${body.length}}\r\n`)
  say(body)
  say(')\r\n')
}
