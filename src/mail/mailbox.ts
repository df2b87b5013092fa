import { ImapFlow, type ImapFlowOptions } from 'imapflow'

/** What was done with a message: 'done' marks it as read; 'left' leaves it unread for people, and is not asked again. */
export type Dealt = 'done' | 'left'

export type Mailbox = {
  /** imaps://user:password@host:993/INBOX; user, password and folder percent-encoded. */
  url: string
  patience?: { answerMs: number; wholeMs: number }
}

/** No answer for this long, or a visit this long in all (ms), and the line is dropped: the rest is there next time. */
const PATIENCE = { answerMs: 10_000, wholeMs: 30_000 }
/** A report returns the headers it speaks of near its beginning, however large the letter that comes back with it. */
const READ_BYTES = 256 * 1024
/** So many messages a visit; a flood is worked off visit by visit. */
const MOST = 200
/** What people's own messages are marked with, so that each is looked at once and still stands unread. */
const LOOKED_AT = '$Ngay25Seen'

/**
 * Hands every unread message of a mailbox to `deal`, oldest first, its beginning at most. A message is marked only after
 * `deal` is through with it, so that what a crash or a lost database interrupts is met again.
 * @throws when the server cannot be reached, refuses, or goes silent; `deal`'s own errors pass through.
 */
export async function visitMailbox(
  { url, patience = PATIENCE }: Mailbox,
  deal: (message: Buffer) => Promise<Dealt>,
): Promise<void> {
  const client = new ImapFlow(optionsOf(new URL(url), patience.answerMs))
  // Without a listener a line that breaks between two commands would end the process.
  client.on('error', () => {})
  const visited = visit(client, folderOf(url), deal)
  try {
    await inTime(visited, patience.wholeMs)
  } finally {
    client.close()
  }
}

async function inTime(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the mailbox took longer than ${ms} ms`)), ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** STARTTLS is demanded of imap:// everywhere but on this machine. */
function optionsOf({ protocol, hostname, port, username, password }: URL, answerMs: number): ImapFlowOptions {
  const secure = protocol === 'imaps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    ...(secure ? {} : { doSTARTTLS: !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    maxLiteralSize: 4 * READ_BYTES,
  }
}

const folderOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1)) || 'INBOX'

async function visit(
  client: ImapFlow,
  folder: string,
  deal: (message: Buffer) => Promise<Dealt>,
): Promise<void> {
  await client.connect()
  await client.mailboxOpen(folder)
  const found = (await client.search({ seen: false, unKeyword: LOOKED_AT }, { uid: true })) || []
  for (const uid of found.slice(0, MOST)) {
    const message = await client.fetchOne(String(uid), { source: { maxLength: READ_BYTES } }, { uid: true })
    const source = message ? message.source : undefined
    if (source) await mark(client, uid, await deal(source))
  }
  await client.logout()
}

/** A server that knows no keywords of one's own has the message marked as read. */
async function mark(client: ImapFlow, uid: number, dealt: Dealt): Promise<void> {
  const set = (flag: string) => client.messageFlagsAdd([uid], [flag], { uid: true })
  if (dealt === 'left' && (await set(LOOKED_AT))) return
  await set('\\Seen')
}
