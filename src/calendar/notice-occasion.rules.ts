import { type Key, say } from '../words/all.ts'
import { fold } from '../words/vietnamese.ts'
import type { Day } from './month.rules.ts'

/**
 * The public holidays of Bộ luật Lao động 2019 Điều 112 and the culture day of Nghị quyết 28/2026/QH16, as a notice names
 * them (without marks), and the day of those that the solar calendar fixes.
 */
const occasions: { key: Key; named: RegExp; day: string | null }[] = [
  { key: 'notice.name.newYear', named: /\b(?:tet )?duong lich\b/g, day: '01-01' },
  { key: 'notice.name.lunarNewYear', named: /\btet(?! duong)\b/g, day: null },
  { key: 'notice.name.kings', named: /\bgio to\b/g, day: null },
  { key: 'notice.name.victory', named: /\bchien thang\b|\bgiai phong mien nam\b/g, day: '04-30' },
  { key: 'notice.name.labour', named: /\bquoc te lao dong\b/g, day: '05-01' },
  { key: 'notice.name.independence', named: /\bquoc khanh\b/g, day: '09-02' },
  { key: 'notice.name.culture', named: /\bvan hoa viet nam\b/g, day: '11-24' },
]

const nameOf = (key: Key): string => say('vi', key)

/** The holiday that always falls on that day of the year; null when none does. */
export function occasionOn(day: Day): string | null {
  const found = occasions.find(it => it.day === day.slice(5))
  return found ? nameOf(found.key) : null
}

/** The holiday spoken of at a place: named last before it in the sentence, else first after it, else last in the text before. */
export function occasionAt(sentence: string, place: number, before: string): string | null {
  const here = namedIn(sentence)
  const found =
    here.findLast(it => it.at < place) ?? here.find(it => it.at >= place) ?? namedIn(before).at(-1) ?? null
  return found && nameOf(found.key)
}

const namedIn = (text: string): { at: number; key: Key }[] =>
  occasions
    .flatMap(({ key, named }) => [...text.matchAll(named)].map(match => ({ at: match.index, key })))
    .sort((a, b) => a.at - b.at)

/** 'Nghỉ bù Quốc khánh'. */
export const inLieuOf = (occasion: string | null): string =>
  occasion ? say('vi', 'notice.name.inLieu', { name: occasion }) : say('vi', 'notice.name.inLieuAny')

/** Whether a line's date comes from the moon: it is another one each year. */
export const isLunar = (name: string): boolean =>
  /\b(?:nguyen dan|am lich|gio to|tet(?! duong))\b/.test(fold(name))

export type Occasion = { name: string; day: string | null }

/** The holiday that a line of the table is about, by its name or by a day in it ('Nghỉ bù 1/5'); null for any other. */
export function occasionIn(name: string): Occasion | null {
  const text = fold(name)
  const found = occasions.find(({ named, day }) => text.search(named) >= 0 || (day && isWritten(day, text)))
  return found ? { name: nameOf(found.key), day: found.day } : null
}

const isWritten = (day: string, text: string): boolean =>
  new RegExp(`\\b${Number(day.slice(3))}/${Number(day.slice(0, 2))}\\b`).test(text)

/** The day beside Quốc khánh, before or after it: which one, each notice says. */
export const isNextTo = (name: string): boolean => /\blien ke\b/.test(fold(name))

/** A line that is there only because of how its year's days fell: a swap, or a day in lieu. */
export const isOfLastYear = (name: string): boolean => /\b(?:nghi bu|hoan doi|lam bu)\b/.test(fold(name))

export const isInLieu = (name: string): boolean => /\bnghi bu\b/.test(fold(name))
