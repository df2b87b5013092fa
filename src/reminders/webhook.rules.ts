import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'

/** What may be wrong with a hook's address; the first four can be seen, the last two only by asking a name server. */
export type HookFault = 'url' | 'https' | 'credentials' | 'long' | 'forbidden' | 'unknown'

const LONGEST_URL = 500

/**
 * A hook's address as typed: https, without a name and password in it. Plain http is taken for this machine alone, where
 * nobody listens on the way.
 */
export function readHookUrl(typed: string): { url: string } | { fault: HookFault } {
  const text = typed.trim()
  if (!URL.canParse(text)) return { fault: 'url' }
  const url = new URL(text)
  url.hash = ''
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return { fault: 'https' }
  if (url.username || url.password) return { fault: 'credentials' }
  return url.href.length > LONGEST_URL ? { fault: 'long' } : { url: url.href }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)

export const hostOf = (url: string): string => new URL(url).host

/** What came of a trial call, kept for the next view of the page: the status answered, or null; and what was said. */
export type Tried = { status: number | null; text: string }

/** The trial call's outcome as a notice. */
export function sayTried({ status, text }: Tried, lang: Lang): { kind: 'success' | 'warning'; text: string } {
  if (status === null) return { kind: 'warning', text: say(lang, 'hook.tried.silent', { text }) }
  const taken = status >= 200 && status < 300
  const said = say(lang, taken ? 'hook.tried.taken' : 'hook.tried.refused', { status })
  return {
    kind: taken ? 'success' : 'warning',
    text: text ? say(lang, 'hook.tried.said', { said, text }) : said,
  }
}

/** What a trial call sends, and the page shows as an example: a made-up reminder to the office itself. */
export function testMessage(
  office: { id: number; code: string; name: string },
  { id, month, due, url }: { id: string; month: string; due: string; url: string },
) {
  return {
    id,
    type: 'test' as const,
    office: { id: office.id, name: office.name },
    unit: { id: office.id, code: office.code, name: office.name },
    month,
    kind: 'before-1',
    due,
    title: say('vi', 'hook.test.title'),
    text: say('vi', 'hook.test.text', { office: office.name }),
    url,
    contacts: [{ name: say('vi', 'hook.test.name'), role: 'reporter', phone: '0900 000 000' }],
  }
}
