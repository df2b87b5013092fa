import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { loopbackTls } from './loopback-tls.ts'

/** A pair made for the tests. */
export const vapid = {
  publicKey: 'BGkWvUjqibeubgbwY7wynBgHt7r0II1WuCxCxs861dF5mSMulO4EATETm87_FpIs7J5gOvhqssb0LwXfGzpuutY',
  privateKey: 'siOb-QXoiC1ibX3dVcpeYEeG_6OGsP8DXS96PA5KBdo',
}

export type Received = { path: string; headers: http.IncomingHttpHeaders; body: Buffer }

/**
 * What a receiver does with a request: a status, perhaps with a text or a place to go to, perhaps breaking off half-way; breaks
 * the line; or never answers.
 */
export type Temper = { status: number; text?: string; location?: string; half?: true } | 'drop' | 'hang'

export type Receiver = {
  url: string
  received: Received[]
  /** What the portal waits for, in place of ten seconds: it ends at once when the receiver has decided never to answer. */
  patience: () => AbortSignal
  /** By the path asked for; 201 where a test says nothing. */
  temper: (path: string) => Temper
  close: () => Promise<void>
}

/** A real server on loopback that takes what the portal posts. */
export async function openReceiver({ tls = false } = {}): Promise<Receiver> {
  const waiting = new Set<AbortController>()
  const receiver: Receiver = {
    url: '',
    received: [],
    temper: () => ({ status: 201 }),
    patience: () => {
      const controller = new AbortController()
      waiting.add(controller)
      return AbortSignal.any([controller.signal, AbortSignal.timeout(10_000)])
    },
    close: async () => {},
  }
  const answer: http.RequestListener = async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const path = request.url ?? ''
    receiver.received.push({ path, headers: request.headers, body: Buffer.concat(parts) })
    const temper = receiver.temper(path)
    if (temper === 'drop') return request.socket.destroy()
    if (temper === 'hang') {
      for (const each of waiting) each.abort()
      return
    }
    const { status, text = '', location, half } = temper
    response.writeHead(status, location ? { location } : {})
    if (half) response.write(text, () => request.socket.destroy())
    else response.end(text)
  }
  const server = tls ? https.createServer(loopbackTls, answer) : http.createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.url = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  receiver.close = () =>
    new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return receiver
}

/** A browser as the push service sees it: its subscription, and what it reads of an encrypted notice (RFC 8291). */
export type Browser = {
  subscription: { endpoint: string; p256dh: string; auth: string }
  read: (body: Buffer) => unknown
}

export function openBrowser(endpoint: string): Browser {
  const own = createECDH('prime256v1')
  own.generateKeys()
  const auth = randomBytes(16)
  const derive = (secret: Buffer, salt: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, length))
  return {
    subscription: {
      endpoint,
      p256dh: own.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
    },
    read: body => {
      const salt = body.subarray(0, 16)
      const sender = body.subarray(21, 21 + 65)
      const sealed = body.subarray(21 + 65)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender])
      const secret = derive(own.computeSecret(sender), auth, info, 32)
      const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
      const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
      const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
      const opened = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
      return JSON.parse(opened.subarray(0, opened.lastIndexOf(2)).toString())
    },
  }
}

/** What the portal says of itself to a push service, if its signature holds (RFC 8292); null if not. */
export function readVapid(
  authorization: string | undefined,
): { aud: string; sub: string; key: string } | null {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(signature, 'base64url')
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    signed,
  )
  return holds ? { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), key } : null
}
