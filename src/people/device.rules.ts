import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'

/** A browser that asked to be told, as its Push API describes itself. */
export type Subscription = { endpoint: string; p256dh: string; auth: string }

/** A push service's addresses are some 200 characters, Windows's up to 900. */
const LONGEST = 1_000

/** The subscription as posted; null when it is none (RFC 8291: a point on P-256, 65 bytes, and 16 bytes of salt). */
export function readSubscription(body: Readonly<Record<string, unknown>>): Subscription | null {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const [endpoint, p256dh, auth] = [text('endpoint'), text('p256dh'), text('auth')]
  const sound =
    endpoint.length <= LONGEST &&
    URL.canParse(endpoint) &&
    new URL(endpoint).protocol === 'https:' &&
    new URL(endpoint).username === '' &&
    /^B[\w-]{86}$/.test(p256dh.replace(/=+$/, '')) &&
    /^[\w-]{22}$/.test(auth.replace(/=+$/, ''))
  return sound ? { endpoint, p256dh, auth } : null
}

/** Push services by the end of their host, and the browsers that use them. */
const services = [
  [/(^|\.)googleapis\.com$/, 'people.device.chrome'],
  [/(^|\.)mozilla\.com$/, 'people.device.firefox'],
  [/(^|\.)windows\.com$/, 'people.device.edge'],
  [/(^|\.)apple\.com$/, 'people.device.safari'],
] as const

/** What a device may be called: all that is known of it is whose push service it uses. */
export function nameOfDevice(endpoint: string, lang: Lang): string {
  const { hostname } = new URL(endpoint)
  const known = services.find(([host]) => host.test(hostname))
  return known ? say(lang, known[1]) : say(lang, 'people.device.other', { host: hostname })
}
