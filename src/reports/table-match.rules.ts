import { fold } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Field, fieldTitle } from './form.rules.ts'
import type { Head } from './table-grid.rules.ts'

/** A column's number → the box it fills. */
export type Match = Readonly<Record<string, string>>

/**
 * A match as it is kept for the next time. Boxes by cohort are kept by their cohort's rank ('neither@#1' is the second
 * newest), since next school year the same table speaks of the next years.
 */
export const UNIT_COLUMN = 'unit'

/**
 * The likeliest box for each column by the words of its heads, each box and each column once, the surest pairs first.
 * A year in the head decides the cohort; without one the cohorts are taken in the form's order, newest first.
 */
export function guessMatch(heads: readonly Head[], fields: readonly Field[]): Match {
  const boxes = fields.map(field => ({ field, names: namesOf(field) }))
  const pairs = heads.flatMap(head => {
    const words = wordsOf(head.text)
    const named = yearIn(head.text)
    const year = fields.some(({ cohort }) => cohort === named) ? named : null
    return boxes
      .filter(({ field }) => fits(field, year))
      .map(({ field, names }, order) => ({
        head,
        field,
        order,
        score: Math.max(...names.map(it => likeness(words, it))),
      }))
  })
  const match: Record<string, string> = {}
  const taken = new Set<string>()
  for (const { head, field, score } of pairs.sort((a, b) => b.score - a.score || a.order - b.order)) {
    if (score < SURE || match[head.column] || taken.has(field.name)) continue
    match[head.column] = field.name
    taken.add(field.name)
  }
  return match
}

/** A head that names a year the form asks about means that year's box; another year says nothing. */
const fits = ({ cohort }: Field, year: number | null) => year === null || cohort === year

/** Of the words of head and label together, this share must be common. */
const SURE = 0.5

const namesOf = ({ indicator: { label, short, code } }: Field): ReadonlySet<string>[] =>
  [label.vi, short?.vi, label.en, code.replaceAll('_', ' ')].filter(it => it !== undefined).map(wordsOf)

/** Words that say nothing of which box it is: "số", "học sinh", "tổng số"; folded, as all of them are compared. */
const EMPTY = new Set([
  'so',
  'hoc',
  'sinh',
  'hs',
  'cua',
  'cac',
  'la',
  'va',
  'trong',
  'do',
  'nam',
  'em',
  'co',
  'the',
  'of',
  'in',
])

function wordsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[a-z]+/g) ?? []
  const telling = words.filter(word => !EMPTY.has(word))
  return new Set(telling.length > 0 ? telling : words)
}

/** Dice's measure: twice what is common over all there is. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter(word => b.has(word)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

/** '2025' in "Tốt nghiệp năm 2025"; a school year ('2025-2026') graduates in its second year. */
export function yearIn(text: string): number | null {
  const school = /\b20\d\d\s*[-–/]\s*(20\d\d)\b/.exec(text)
  const year = school ?? /\b(20\d\d)\b/.exec(text)
  return year ? Number(year[1]) : null
}

/** The column whose values name communes most often; null when none does. */
export function guessUnitColumn(
  rows: readonly (readonly unknown[])[],
  isUnit: (text: string) => boolean,
): number | null {
  const hits = new Map<number, number>()
  for (const row of rows)
    for (const [index, value] of row.entries())
      if (typeof value === 'string' && isUnit(value)) hits.set(index + 1, (hits.get(index + 1) ?? 0) + 1)
  return [...hits].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? null
}

/** What is kept: cohorts by rank. */
export function keptMatch(match: Match, cohorts: readonly number[]): Match {
  const ranked = (name: string) =>
    name.replace(/@(\d{4})$/, (_, year: string) => `@#${cohorts.indexOf(Number(year))}`)
  return Object.fromEntries(Object.entries(match).map(([column, name]) => [column, ranked(name)]))
}

/** A kept match for this month's boxes; a box the form no longer has is forgotten. */
export function recalledMatch(kept: Match, cohorts: readonly number[], fields: readonly Field[]): Match {
  const known = new Set(fields.map(({ name }) => name))
  const named = (name: string) => name.replace(/@#(\d)$/, (_, rank: string) => `@${cohorts[Number(rank)]}`)
  const entries = Object.entries(kept).map(([column, name]) => [column, named(name)] as const)
  return Object.fromEntries(entries.filter(([, name]) => known.has(name) || name === UNIT_COLUMN))
}

/** Boxes that two columns were given; they must be told apart before anything is read. */
export function givenTwice(match: Match, fields: readonly Field[], lang: Lang): string[] {
  const names = Object.values(match)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return fields.filter(({ name }) => twice.has(name)).map(field => fieldTitle(field, lang))
}
