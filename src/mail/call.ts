import http from 'node:http'
import https from 'node:https'
import { checkLiteral, ForbiddenAddress, guardedLookup } from './address.ts'
import { MailRefused } from './mailer.ts'

export type Answer = { status: number; text: string }

export type CallSettings = {
  /** Whether this machine and private networks may be called: in trial, or by WEBHOOK_PRIVATE=on. */
  insideToo: boolean
  /** Ends a call that takes too long, from the first step to the last byte of the answer; a test says itself when that is. */
  patience?: () => AbortSignal
  /** A further certificate authority, for tests. */
  ca?: string
}

export type Posted = { url: URL; headers: Record<string, string>; body: Buffer | string }

/** Posts outward and hands back the answer, whatever its status. @throws MailRefused when there was none. */
export type Caller = { post: (posted: Posted) => Promise<Answer>; close: () => void }

const PATIENCE_S = 10
const tenSeconds = () => AbortSignal.timeout(PATIENCE_S * 1000)
/** So much of an answer is read (bytes); the rest is not waited for. */
const ANSWER_BYTES = 2_000

/** One pool of connections outward. It follows no redirect, and calls no address that is not the internet's unless told to. */
export function openCaller({ insideToo, patience = tenSeconds, ca }: CallSettings): Caller {
  const options = { keepAlive: true, lookup: guardedLookup(insideToo) }
  const agents = {
    'http:': new http.Agent(options),
    'https:': new https.Agent({ ...options, ...(ca ? { ca } : {}) }),
  }
  return {
    post: posted => {
      try {
        checkLiteral(posted.url, insideToo)
      } catch (error) {
        return Promise.reject(refusalOf(error as Error, false))
      }
      const plain = posted.url.protocol === 'http:'
      const given = { ...posted, agent: agents[plain ? 'http:' : 'https:'], signal: patience() }
      return call(plain ? http.request : https.request, given)
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

type Given = Posted & { agent: http.Agent; signal: AbortSignal }

function call(request: typeof http.request, { url, headers, body, agent, signal }: Given): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let connected = false
    const asked = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent,
      signal,
    })
    asked.on('socket', socket => {
      connected = asked.reusedSocket
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    asked.on('error', error => reject(refusalOf(error, connected)))
    asked.on('response', answer => resolve(readSome(answer)))
    asked.end(body)
  })
}

/** The status has decided; words that break off are taken as far as they came. */
async function readSome(answer: http.IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer) {
      parts.push(part as Buffer)
      size += (part as Buffer).length
      if (size >= ANSWER_BYTES) break
    }
  } catch {}
  const text = new TextDecoder().decode(Buffer.concat(parts).subarray(0, ANSWER_BYTES))
  return { status: answer.statusCode ?? 0, text }
}

/** Whoever was connected may have taken it and lost only the answer; before that, nothing can have left. */
function refusalOf(error: Error, connected: boolean): MailRefused {
  const forbidden = error instanceof ForbiddenAddress
  const late = error.name === 'AbortError' || error.name === 'TimeoutError'
  const message = late ? `no answer within ${PATIENCE_S} s` : error.message
  return new MailRefused(message, forbidden, { doubtful: connected })
}
