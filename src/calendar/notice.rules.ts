import { say } from '../words/all.ts'
import { clean, formatDay, formatDayShort } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { isWeekend, weekdayName } from './deadline.rules.ts'
import { addDays, type Day, daysBetween } from './month.rules.ts'
import { contradicts, dayOf, plain, type WrittenDay, writtenDays } from './notice-date.rules.ts'
import { inLieuOf, occasionAt, occasionOn } from './notice-occasion.rules.ts'
import { type Group, groupsIn } from './notice-sentence.rules.ts'

/** A line for the holiday table that a text proposes; `day` is '' where a person has to say it. */
export type Proposed = {
  day: Day | ''
  kind: 'off' | 'work'
  name: string
  source: string
  /** What somebody should look at before it is entered. */
  warnings: string[]
}

export type NoticeReading = {
  /** By day, each day once for each kind. */
  lines: Proposed[]
  /** What was not understood, or not used, as sentences. */
  problems: string[]
  /** A day stands without its year, and no other says which. */
  asksYear: boolean
  /** Saturdays and Sundays within the ranges, which need no line. */
  weekends: number
}

export type NoticeAsked = { year: number | null; lang: Lang }

/** Longer than any holiday; a slip in a date is caught by it. */
const LONGEST_RANGE = 31

/**
 * Reads the yearly notice on days off as it is pasted: ranges ("từ … đến hết …"), single days, swapped days ("hoán đổi …
 * sang …") and days worked in exchange ("làm bù"). It proposes; a person decides line by line.
 *
 * Saturdays and Sundays within a range get no line: they are off anyway, and a line would only hide it when one of them is
 * worked in exchange.
 */
export function readNotice(text: string, { year, lang }: NoticeAsked): NoticeReading {
  const sentences = sentencesOf(clean(text))
  const source = sourceOf(text)
  const usual = year ?? onlyYear(sentences)
  const read = sentences.map((sentence, index) => {
    const before = sentences.slice(0, index).join('\n')
    return readSentence({ sentence, before, source, usual, lang })
  })
  const lines = together(read.flatMap(it => it.lines))
  return {
    lines,
    problems: [...new Set(read.flatMap(it => it.problems))],
    asksYear: read.some(it => it.asksYear),
    weekends: new Set(read.flatMap(it => it.weekends)).size,
  }
}

/** At line ends and full stops, not within 30.4.2026; what a semicolon divides may be one swap. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/\n|\.(?=\s|$)/)
    .map(it => it.trim())
    .filter(it => it !== '')

/** The number of the notice: 'Số: 1234/TB-BNV'. */
function sourceOf(text: string): string {
  const cleaned = clean(text)
  const found = /\bso\s*:?\s*(\d{1,6}\/[a-z0-9/-]*[a-z][a-z0-9/-]*)/.exec(plain(cleaned))
  const [whole = '', number = ''] = found ?? []
  const end = (found?.index ?? 0) + whole.length
  return found ? cleaned.slice(end - number.length, end) : ''
}

/** The one year that the text speaks of; null when it names several, or none. */
function onlyYear(sentences: readonly string[]): number | null {
  const about = sentences.map(plain).filter(it => groupsIn(it).length > 0)
  const years = about.flatMap(it =>
    [...it.matchAll(/\b(?:nam\s+|\/)(20\d\d)\b/g)].map(match => Number(match[1])),
  )
  const distinct = [...new Set(years)]
  return distinct.length === 1 ? (distinct[0] ?? null) : null
}

type Sentence = { sentence: string; before: string; source: string; usual: number | null; lang: Lang }
type Read = { lines: Proposed[]; problems: string[]; asksYear: boolean; weekends: Day[] }

function readSentence(asked: Sentence): Read {
  const { sentence, lang } = asked
  const text = plain(sentence)
  const read: Read = { lines: [], problems: [], asksYear: false, weekends: [] }
  const groups = groupsIn(text)
  for (const group of groups) addGroup(read, group, { ...asked, text, groups })
  const used = groups.flatMap(({ days }) => days.map(it => it.start))
  for (const day of writtenDays(text).filter(it => !used.includes(it.start)))
    read.problems.push(
      say(lang, 'notice.notUsed', {
        text: sentence.slice(day.start, day.end).trim(),
        place: shortened(sentence),
      }),
    )
  return read
}

type Context = Sentence & { text: string; groups: Group[] }

function addGroup(read: Read, group: Group, context: Context): void {
  const { lang, sentence } = context
  const days = datedDays(group, context)
  if (days === null) {
    read.asksYear = true
    read.problems.push(say(lang, 'notice.noYear', { place: shortened(sentence) }))
    return
  }
  const [first, last] = days
  if (!first || !last || daysBetween(first, last) < 0 || daysBetween(first, last) >= LONGEST_RANGE) {
    read.problems.push(say(lang, 'notice.badDay', { place: shortened(sentence) }))
    return
  }
  const warnings = warningsOf(group, [first, last], context)
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (group.kind === 'off' && isWeekend(day)) read.weekends.push(day)
    else
      read.lines.push({
        day,
        kind: group.kind,
        name: nameOf(group, day, context),
        source: context.source,
        warnings,
      })
  }
}

/** First and last day of a group; null when a year is missing and nothing says which. */
function datedDays({ days }: Group, { usual, groups }: Context): [Day | null, Day | null] | null {
  const [first, last = first] = days
  if (!first || !last) return [null, null]
  const inSentence = [
    ...new Set(groups.flatMap(it => it.days.map(({ year }) => year)).filter(it => it !== null)),
  ]
  const year = last.year ?? first.year ?? usual ?? (inSentence.length === 1 ? inSentence[0] : null)
  if (!year) return null
  const end = dayOf(last, year)
  const begin = dayOf({ ...first, month: first.month ?? last.month }, first.year ?? year)
  const crossesYear = begin && end && begin > end && first.year === null
  return [crossesYear ? dayOf(first, year - 1) : begin, end]
}

function warningsOf({ days, counts }: Group, [first, last]: [Day, Day], { lang }: Context): string[] {
  const slips = [...new Set([days[0], days.at(-1)])].flatMap((written, index) => {
    const day = index === 0 ? first : last
    return written && contradicts(written, day) ? [slipOf(written, day, lang)] : []
  })
  const length = daysBetween(first, last) + 1
  const wrongCount = days.length > 1 && counts.length > 0 && !counts.includes(length)
  return wrongCount
    ? [
        ...slips,
        say(lang, 'notice.otherCount', {
          written: counts[0] ?? 0,
          first: formatDay(first),
          last: formatDay(last),
          length,
        }),
      ]
    : slips
}

/** Any Sunday, to name a weekday by its number. */
const A_SUNDAY = '2026-01-04'

const slipOf = ({ weekday }: WrittenDay, day: Day, lang: Lang): string =>
  say(lang, 'notice.otherWeekday', {
    written: weekdayName(addDays(A_SUNDAY, weekday ?? 0), lang),
    day: formatDay(day),
    weekday: weekdayName(day, lang),
  })

/** Names are data and stay Vietnamese: the swap says its other day, as the table always has. */
function nameOf(group: Group, day: Day, context: Context): string {
  const { text, before } = context
  const other = group.other && datedDays({ ...group, days: [group.other] }, context)?.[0]
  if (group.kind === 'work')
    return other
      ? say('vi', 'notice.name.worked', { day: formatDayShort(other) })
      : say('vi', 'notice.name.workedAny')
  if (other) return say('vi', 'notice.name.swapped', { day: formatDayShort(other) })
  const occasion = occasionAt(text, group.days[0]?.start ?? 0, plain(before))
  if (group.inLieu) return inLieuOf(occasion)
  return occasionOn(day) ?? occasion ?? ''
}

/** One line for a day and kind: what says more about it (a swap over a range) wins, and all warnings stay. */
function together(lines: readonly Proposed[]): Proposed[] {
  const known = new Map<string, Proposed>()
  for (const line of lines) {
    const key = `${line.day} ${line.kind}`
    const before = known.get(key)
    const isSwap = /\d/.test(line.name)
    const name = before && !(isSwap && !/\d/.test(before.name)) ? before.name || line.name : line.name
    known.set(key, { ...line, name, warnings: [...new Set([...(before?.warnings ?? []), ...line.warnings])] })
  }
  return [...known.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const LONGEST_PLACE = 90
const shortened = (sentence: string): string =>
  sentence.length > LONGEST_PLACE ? `${sentence.slice(0, LONGEST_PLACE)}…` : sentence
