import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { OpenReport } from './open-report.rules.ts'
import { boxChoices, isBox, readRemark } from './remark.rules.ts'

/** The boxes an office names when it returns a report: each a box and what to look at there, as typed. */
export type BoxRow = { box: string; text: string; boxError: string | null; textError: string | null }

/** Rows to begin with, added at a press, and at most. */
const ROWS = 3
const MOST = 30

type Form = Pick<OpenReport, 'fields' | 'edition'>

const listOf = (value: unknown): string[] =>
  [value ?? []].flat().map(it => (typeof it === 'string' ? it : ''))

/** The rows a form sent, each with what is wrong with it; rows left empty are left out. */
export function readRows(body: Readonly<Record<string, unknown>>, form: Form, lang: Lang): BoxRow[] {
  const texts = listOf(body.box_text)
  return listOf(body.box)
    .slice(0, MOST)
    .map((box, index) => ({ box, typed: texts[index] ?? '' }))
    .filter(({ box, typed }) => box !== '' || typed.trim() !== '')
    .map(({ box, typed }) => {
      const { text, error } = readRemark(typed, lang)
      const boxError = box === '' ? 'remark.boxMissing' : isBox(box, form) ? null : 'remark.noBox'
      return {
        box,
        text,
        boxError: boxError && say(lang, boxError),
        textError: text === '' ? say(lang, 'remark.textMissing') : error,
      }
    })
}

export const hasFault = ({ boxError, textError }: BoxRow): boolean => boxError !== null || textError !== null

/** How many rows to show: as many as there were, and more at a press. */
export const rowsShown = (body: Readonly<Record<string, unknown>>): number =>
  listOf(body.box).length + (body.more === undefined ? 0 : ROWS)

/** The rows as the page shows them, with empty ones to fill in, `shown` at least. */
export function rowViews(
  rows: readonly BoxRow[],
  { form, shown, lang }: { form: Form; shown: number; lang: Lang },
) {
  const empty: BoxRow = { box: '', text: '', boxError: null, textError: null }
  const count = Math.min(MOST, Math.max(ROWS, rows.length, shown))
  return Array.from({ length: count }, (_, index) => {
    const { box, text, boxError, textError } = rows[index] ?? empty
    const place = index + 1
    return {
      select: {
        id: `box-${place}`,
        name: 'box',
        label: say(lang, 'remark.returnBox', { place }),
        error: boxError,
        hint: null,
        choose: say(lang, 'remark.choose'),
        groups: boxChoices(form, lang, box),
      },
      text: {
        id: `box-text-${place}`,
        name: 'box_text',
        label: say(lang, 'remark.returnText', { place }),
        error: textError,
        value: text,
      },
    }
  })
}

/** What the error summary says of the rows, each with its number and the place to go to. */
export const rowErrors = (rows: readonly BoxRow[], lang: Lang): { href: string; text: string }[] =>
  rows.flatMap(({ boxError, textError }, index) => {
    const place = index + 1
    const line = (id: string, text: string) => ({
      href: `#${id}-${place}`,
      text: `${say(lang, 'remark.returnBox', { place })}: ${text}`,
    })
    return [...(boxError ? [line('box', boxError)] : []), ...(textError ? [line('box-text', textError)] : [])]
  })
