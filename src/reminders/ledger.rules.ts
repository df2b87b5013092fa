import type { ChannelName } from '../mail/channel.rules.ts'
import type { LetterFacts } from './letter.rules.ts'

/**
 * A line of the ledger: one letter to one recipient. 'claimed': a process has taken it to send (or, once
 * `claimedUntil` has passed, had taken it and died). 'failed' with a `nextTryAt` is tried again then, without one given up;
 * 'refused' was refused for good by the recipient's server; 'bounced' was taken and came back, or its address is none;
 * 'skipped' was decided against.
 */
export type LedgerStatus = 'claimed' | 'sent' | 'failed' | 'refused' | 'bounced' | 'skipped'

export type LedgerRow = {
  id: number
  kind: string
  channel: ChannelName
  /** A mail address, empty when there was nobody to write to; of a webhook, its host. */
  recipient: string
  status: LedgerStatus
  plannedAt: Date
  sentAt: Date | null
  claimedUntil: Date | null
  nextTryAt: Date | null
  attempts: number
  /** What the letter says; kept so that a letter taken up again after a crash is the same letter. */
  facts: LetterFacts | null
}

/** Minutes to wait after the first, second … failure; after one more the letter is given up. */
const PAUSES = [2, 10, 30, 120, 360]

/** When a letter that has failed so many times is tried again; null = six tries were enough. */
export function nextTry(attempts: number, now: Date): Date | null {
  const minutes = PAUSES[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** How long a claim keeps other processes away (ms): longer than the slowest run of letters claimed at once. */
export const CLAIM_MS = 15 * 60_000

/** Whether the line still awaits an end. */
export const isOpen = ({ status, nextTryAt }: Pick<LedgerRow, 'status' | 'nextTryAt'>): boolean =>
  status === 'claimed' || (status === 'failed' && nextTryAt !== null)

/**
 * What an office did about one commune, told once: 'returned:2' by the version, 'answer:12' by the request, 'question:7' by the
 * remark, 'extension:4' and 'withdrawn:4' by the grant.
 */
const NEWS = ['returned', 'answer', 'question', 'extension', 'withdrawn'] as const
export type NewsName = (typeof NEWS)[number]

export const newsKind = (name: NewsName, number: number): string => `${name}:${number}`

/** Which news a kind is, with its number; null for other kinds. */
export function newsIn(kind: string): { name: NewsName; number: number } | null {
  const [first, number] = kind.split(':')
  const name = NEWS.find(it => it === first)
  return name ? { name, number: Number(number) } : null
}

export const isChase = (kind: string): boolean => kind.startsWith('chase:')

/** One chase per commune and hour has one name, so that two presses at once are one. */
export const chaseKind = (isoVietnamNow: string): string => `chase:${isoVietnamNow.slice(0, 13)}`
