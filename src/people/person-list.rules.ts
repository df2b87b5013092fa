import { type Key, say } from '../words/all.ts'
import { compareVietnamese, fold, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { RoleName } from './access.rules.ts'
import { AWAY_DAYS, daysAway, isAway } from './role-term.rules.ts'

/** What the list shows of a person. */
export type ListedPerson = {
  name: string
  email: string
  phone: string
  active: boolean
  settled: boolean
  invitedUntil: Date | null
  lastSignInAt: Date | null
  createdAt: Date
  role: RoleName
  unit: string
  /** Without its type: 'Đăk Kôi'. */
  unitName: string
  atOffice: boolean
}

export const SHOWS = ['all', 'empty', 'waiting', 'away', 'off'] as const
export type Show = (typeof SHOWS)[number]

/** `days` is how long somebody must have been away to be listed as such. */
export type ListQuery = { q: string; show: Show; days: (typeof AWAY_DAYS)[number]; page: number }

/** The list's address, read: what is searched, what is shown, which page. */
export function readListQuery(query: Readonly<Record<string, unknown>>): ListQuery {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const page = Number(text('page'))
  return {
    q: text('q').normalize('NFC').trim().slice(0, 80),
    show: SHOWS.find(it => it === text('show')) ?? 'all',
    days: AWAY_DAYS.find(it => String(it) === text('days')) ?? AWAY_DAYS[0],
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** A folded search in name, address, phone and unit; every word typed must be found. */
export function matches(q: string, ...texts: string[]): boolean {
  const folded = fold(texts.join(' '))
  return fold(q)
    .split(' ')
    .every(word => folded.includes(word))
}

type Asked = ListQuery & { now: Date }

const shown: Readonly<Record<Show, (person: ListedPerson, asked: Asked) => boolean>> = {
  all: ({ active }) => active,
  empty: () => false,
  waiting: ({ active, settled }) => active && !settled,
  away: (person, { days, now }) => isAway(person, days, now),
  off: ({ active }) => !active,
}

/** The people asked for: offices first, then by unit and name as Vietnamese sorts them; who has been away, the longest first. */
export function pickPeople<P extends ListedPerson>(people: readonly P[], asked: Asked): P[] {
  const { q, show, now } = asked
  const longestFirst = (a: P, b: P) => (show === 'away' ? daysAway(b, now) - daysAway(a, now) : 0)
  return people
    .filter(it => shown[show](it, asked))
    .filter(it => matches(q, it.name, it.email, it.phone, it.unit))
    .sort(
      (a, b) =>
        longestFirst(a, b) ||
        Number(b.atOffice) - Number(a.atOffice) ||
        compareVietnamese(a.unitName, b.unitName) ||
        compareVietnamese(a.name, b.name),
    )
}

export type Paged<T> = { items: T[]; page: number; pages: number }

export function pageOf<T>(items: readonly T[], page: number, size: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const within = Math.min(page, pages)
  return { items: items.slice((within - 1) * size, within * size), page: within, pages }
}

/** How an account stands: in use, waiting for its first password, or off. */
export function accountState(
  lang: Lang,
  {
    active,
    settled,
    invitedUntil,
    lastSignInAt,
  }: Pick<ListedPerson, 'active' | 'settled' | 'invitedUntil' | 'lastSignInAt'>,
): { text: string; note: string | null } {
  const word = (key: Key, params = {}) => say(lang, key, params)
  if (!active) return { text: word('people.state.off'), note: null }
  const note = lastSignInAt
    ? word('people.state.activeSince', { time: formatTime(lastSignInAt) })
    : word('people.state.never')
  if (settled) return { text: word('people.state.active'), note }
  const waiting = invitedUntil
    ? word('people.state.invited', { time: formatTime(invitedUntil) })
    : word('people.state.noPassword')
  return { text: waiting, note: lastSignInAt ? note : null }
}
