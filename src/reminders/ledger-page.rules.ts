import { isKey, type Key, say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { LedgerStatus } from './ledger.rules.ts'

/** What a kind of letter is called: 'before-3' and 'after-1' by their days, 'chase:…' and 'returned:…' by their first part. */
export function sayKind(kind: string, lang: Lang): string {
  const [name = '', version = ''] = kind.split(/[:@]/)
  const [, stem = name, days = ''] = /^(before|after)-(\d+)$/.exec(name) ?? []
  const key = `reminders.kind.${stem}`
  return isKey(key) ? capital(say(lang, key, { days, version })) : kind
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Line = {
  status: LedgerStatus
  attempts: number
  sentAt: Date | null
  nextTryAt: Date | null
  lastError: string | null
}

/** How a line stands, in words: sent when, tried how often and when again, given up, refused, or not sent. */
export function sayStatus({ status, attempts, sentAt, nextTryAt, lastError }: Line, lang: Lang): string {
  if (status === 'failed' && nextTryAt)
    return say(lang, 'reminders.status.retry', {
      attempts,
      time: formatTime(nextTryAt),
      error: lastError ?? '',
    })
  if (status === 'claimed' && attempts === 0) return say(lang, 'reminders.status.queued')
  const key: Key = status === 'failed' ? 'reminders.status.givenUp' : `reminders.status.${status}`
  return say(lang, key, { attempts, time: sentAt ? formatTime(sentAt) : '', error: lastError ?? '' })
}

/** `?at=2026-11-25T08:00`, Vietnam's time; without it, now. */
export function momentAsked(given: unknown, now: Date): { at: Date | null; wrong: boolean } {
  if (given === undefined || given === '') return { at: null, wrong: false }
  const text = String(given)
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? new Date(`${text}:00+07:00`) : null
  const good =
    at !== null && !Number.isNaN(at.getTime()) && Math.abs(at.getTime() - now.getTime()) < FARTHEST_MS
  return { at: good ? at : null, wrong: !good }
}

/** A preview looks two years around, no farther: holidays are known for no longer. */
const FARTHEST_MS = 2 * 366 * 24 * 3_600_000
