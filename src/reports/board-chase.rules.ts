import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type BoardRow, hasReported } from './board.rules.ts'
import { type Contact, type ContactView, viewContact } from './board-row.rules.ts'
import { zaloTexts } from './zalo-text.rules.ts'

/** Who still owes a report: for the officer's eye, phone and chat group. */

/** The names on top of the page; more would not be read in three seconds. */
const NAMED = 12
/** The list to ring and remind; an office with more works through the table. */
export const LISTED = 200

/** Already in the order of their names. */
export const missingIn = (rows: readonly BoardRow[]): BoardRow[] => rows.filter(row => !hasReported(row))

export type Lead = {
  text: string
  names: { name: string; href: string; last: boolean }[]
  more: { href: string; label: string } | null
}

export type Chase = {
  summary: string
  people: { id: number; name: string; href: string; state: string; contact: ContactView | null }[]
  more: string | null
  /** For the office's chat group; more than one when one would be too long. */
  messages: { id: string; text: string }[]
}

type Owed = { lang: Lang; expected: number; missing: readonly BoardRow[] }

/** "Còn 8/96 xã chưa gửi: …", the first thing an officer is asked. */
export function leadOf({ lang, expected, missing }: Owed, allHref: string): Lead {
  const counts = { missing: formatNumber(missing.length), expected: formatNumber(expected) }
  const named = missing.slice(0, NAMED)
  const others = missing.length - named.length
  return {
    text: say(lang, missing.length === 0 ? 'board.complete' : 'board.missing', counts),
    names: named.map(({ unit }, index) => ({
      name: unit.name,
      href: `/review/${unit.id}/history`,
      last: index === named.length - 1,
    })),
    more:
      others > 0
        ? { href: allHref, label: say(lang, 'board.others', { count: formatNumber(others) }) }
        : null,
  }
}

/** Before the month has begun: how many will report. Nobody is named, for nobody is missing yet. */
export const leadAhead = ({ lang, expected }: Owed): Lead => ({
  text: say(lang, 'board.notBegun', { expected: formatNumber(expected) }),
  names: [],
  more: null,
})

export type ChaseContext = {
  month: Month
  now: Date
  due: Date
  url: string
  contacts: ReadonlyMap<number, Contact>
  /** Every commune of the month. */
  rows: readonly BoardRow[]
}

/** Null when nobody is missing. */
export function chaseOf(owed: Owed, context: ChaseContext): Chase | null {
  const { lang, missing } = owed
  if (missing.length === 0) return null
  const count = formatNumber(missing.length)
  const listed = missing.slice(0, LISTED)
  return {
    summary: say(lang, 'board.chase', { count }),
    people: listed.map(({ unit, state }) => ({
      id: unit.id,
      name: unit.fullName,
      href: `/review/${unit.id}/history`,
      state,
      contact: viewContact(context.contacts.get(unit.id), unit.fullName, lang),
    })),
    more:
      listed.length < missing.length
        ? say(lang, 'board.chaseMore', { shown: formatNumber(listed.length), count })
        : null,
    messages: messagesOf(context).map((text, index) => ({ id: `message-${index + 1}`, text })),
  }
}

const messagesOf = ({ rows, month, due, now, url }: ChaseContext): string[] =>
  zaloTexts(
    rows.map(({ unit, report, extension }) => ({
      type: unit.type,
      name: unit.name,
      submittedAt: report?.version?.submittedAt ?? null,
      extensionUntil: extension,
    })),
    { month, due, now, url },
  )
