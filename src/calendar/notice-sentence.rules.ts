import { type WrittenDay, writtenDays } from './notice-date.rules.ts'

/** Days of a sentence that go together: one, or the two ends of a range, and what is to be done on them. */
export type Group = {
  days: WrittenDay[]
  kind: 'off' | 'work'
  /** A day off because a holiday fell on a weekend. */
  inLieu: boolean
  /** The day it is swapped with. */
  other: WrittenDay | null
  /** "nghỉ 09 ngày": how many days the sentence says. */
  counts: number[]
}

type Verb = { at: number; end: number; does: 'off' | 'in-lieu' | 'work' | 'swap' }

/**
 * What notices write, without marks. 'nghi' is also the beginning of decrees, resolutions and requests, which are no days
 * off.
 */
const verbs: [Verb['does'], RegExp][] = [
  ['work', /\b(?:lam bu|lam viec bu|di lam|(?<!nghi )bu vao)\b/g],
  ['swap', /\bhoan doi\b/g],
  ['in-lieu', /\bnghi bu\b/g],
  ['off', /(?<!\b(?:de|hoi|kien) )\bnghi\b(?! (?:dinh|quyet|thuc|su|bu|ngoi))/g],
]

const verbsIn = (text: string): Verb[] =>
  verbs
    .flatMap(([does, pattern]) =>
      [...text.matchAll(pattern)].map(match => ({
        at: match.index,
        end: match.index + match[0].length,
        does,
      })),
    )
    .sort((a, b) => a.at - b.at || b.end - a.end)

const RANGE = /^\s*,?\s*(?:den|toi|-|–)\s*(?:het\s*)?$/
const SWAP = /^[^\d]{0,40}\bsang\b[^\d]{0,20}$/
/** The date of a paper: '1234/TB-BNV ngay 01/12/2026'. */
const PAPER = /\d\/[a-z0-9/-]*[a-z][a-z0-9/-]*[\s,]*$/

/** The groups of a sentence without marks, in order. Days that nothing is said about are in none. */
export function groupsIn(text: string): Group[] {
  const spoken = verbsIn(text)
  if (spoken.length === 0) return []
  const days = writtenDays(text).filter(it => !PAPER.test(text.slice(0, it.start)))
  const counts = [...text.matchAll(/\b(\d{1,2})\s+ngay\b/g)].map(match => Number(match[1]))
  const groups: Group[] = []
  for (let index = 0; index < days.length; index += 1) {
    const [day, next] = [days[index], days[index + 1]]
    if (!day) continue
    const between = next ? text.slice(day.end, next.start) : ''
    const does = governing(spoken, day, text)
    if (next && RANGE.test(between)) {
      groups.push(groupOf(does, [day, next], counts))
      index += 1
    } else if (next && does === 'swap' && SWAP.test(between)) {
      groups.push(
        { ...groupOf('swap', [day], counts), other: next },
        { ...groupOf('work', [next], counts), other: day },
      )
      index += 1
    } else groups.push(groupOf(does, [day], counts))
  }
  return paired(groups)
}

/** "làm bù … cho thứ Hai 31/8": the day after 'cho' is the one that is off. */
const IN_EXCHANGE = /\bcho\s*$/

/** The last verb before the day speaks of it; where there is none, the first after it. */
function governing(spoken: readonly Verb[], day: WrittenDay, text: string): Verb['does'] {
  const before = spoken.findLast(it => it.at < day.start)
  if (before?.does === 'work' && IN_EXCHANGE.test(text.slice(0, day.start))) return 'swap'
  return (before ?? spoken[0])?.does ?? 'off'
}

const groupOf = (does: Verb['does'], days: WrittenDay[], counts: number[]): Group => ({
  days,
  counts,
  kind: does === 'work' ? 'work' : 'off',
  inLieu: does === 'in-lieu',
  other: null,
})

/** One single day off and one worked in one sentence are each other's. */
function paired(groups: Group[]): Group[] {
  const single = groups.filter(it => it.days.length === 1)
  const [off, work] = (['off', 'work'] as const).map(kind => single.filter(it => it.kind === kind))
  const [offDay, workDay] = [off?.[0]?.days[0], work?.[0]?.days[0]]
  if (off?.length !== 1 || work?.length !== 1 || !offDay || !workDay) return groups
  return groups.map(it => {
    if (it === off[0]) return { ...it, other: workDay }
    return it === work[0] ? { ...it, other: offDay } : it
  })
}
