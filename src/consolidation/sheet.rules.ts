import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { type Rate, ratesOf } from './rate.rules.ts'
import type { ConsolidationTable, TableColumn } from './table.rules.ts'

/** How the table's columns are laid on sheets, and what heads stand over them: for the Excel and for the screen. */

export type SheetKey = 'stock' | 'cohort' | 'situation' | 'detail' | 'flow' | 'month'

/** A sheet of the book, or a view of the page: which columns of the table it shows, by their place in it. */
export type SheetPlan = { key: SheetKey; at: number[] }

/**
 * Forty-two boxes do not fit across one A4 page in letters that can be read. So the first sheet carries where the
 * graduates are, years summed, with the shares worked out of them (12 columns, near 11 points on paper); what is asked
 * about beside it follows on sheets of its own: each graduation year, present situation and reasons, movements.
 */
export function monthPlans({ columns }: Pick<ConsolidationTable, 'columns'>): SheetPlan[] {
  const situation = placesOf(columns, it => it.kind === 'stock' && !it.byCohort)
  const detail = placesOf(columns, it => it.kind === 'detail')
  const together = situation.length + detail.length <= READABLE
  return [
    { key: 'stock' as const, at: placesOf(columns, it => it.kind === 'stock' && it.byCohort) },
    { key: 'cohort' as const, at: placesOf(columns, it => it.kind === 'cohort') },
    { key: 'situation' as const, at: together ? [...situation, ...detail] : situation },
    { key: 'detail' as const, at: together ? [] : detail },
    { key: 'flow' as const, at: placesOf(columns, it => it.kind === 'flow') },
  ].filter(it => it.at.length > 0)
}

/** Columns that A4 sideways holds beside a unit's name and a remark, at 8 points. */
const READABLE = 20

/** A year's book has one sheet a month, so movements stand beside the stock there (24 columns, about 8 points). */
export const yearPlan = ({ columns }: Pick<ConsolidationTable, 'columns'>): SheetPlan => ({
  key: 'month',
  at: placesOf(columns, it => it.kind === 'stock' || it.kind === 'flow'),
})

/** The shares written beside a sheet's figures: where the figures they are reckoned from stand too. */
export const ratesOn = ({ key, at }: SheetPlan, columns: readonly TableColumn[]): Rate[] =>
  key === 'stock'
    ? ratesOf(columns).filter(it => [...it.parts, it.whole].every(place => at.includes(place)))
    : []

/** '((4)+(5)):(3)', as an official form says what a share is of what. */
export function rateNumbering({ parts, whole }: Rate, columns: readonly TableColumn[]): string {
  const numberOf = (place: number) => (columns[place]?.numbering ?? '').split('=')[0] ?? ''
  const sum = parts.map(numberOf).join('+')
  return `${parts.length > 1 ? `(${sum})` : sum}:${numberOf(whole)}`
}

type Placed = TableColumn & { byCohort: boolean }

/** A column is asked by graduation year when the table has it by year, too. */
function placesOf(columns: readonly TableColumn[], isShown: (column: Placed) => boolean): number[] {
  const byYear = new Set(columns.filter(it => it.kind === 'cohort').map(it => it.code))
  return columns.flatMap((column, at) =>
    isShown({ ...column, byCohort: byYear.has(column.code) }) ? [at] : [],
  )
}

/** A merged cell of the head: which of its three rows and which figure column it begins at, and its size. */
export type HeadCell = { text: string; row: number; at: number; rows: number; span: number }

/** Rows of the head over the figures; the numbering row comes below them. */
export const HEAD_ROWS = 3

/**
 * The heads over the columns: the section (or graduation year), within it what a column is part of, then the
 * column. A column that is part of nothing on the sheet reaches down from the second row.
 */
export function headCells(columns: readonly TableColumn[], lang: Lang): HeadCell[] {
  return runsOf(columns, it => it.cohort ?? it.section).flatMap(({ at, items }) => {
    const [first] = items
    if (!first) return []
    const text = first.cohort === null ? first.group[lang] : say(lang, 'sheet.cohort', { year: first.cohort })
    const parts = runsOf(items, it => it.under).flatMap(part => partCells(part, items, lang))
    return [
      { text, row: 0, at, rows: 1, span: items.length },
      ...parts.map(it => ({ ...it, at: at + it.at })),
    ]
  })
}

/** '(3)=(4)+…+(8)'; by graduation year the number alone, since the columns there are narrow. */
export const numberingOf = ({ cohort, numbering }: TableColumn): string =>
  cohort === null ? numbering : (numbering.split('=')[0] ?? '')

/** A book's heads of a sheet: those of its figures, then of the shares beside them. */
export function bookHeads(plan: SheetPlan, columns: readonly TableColumn[]): HeadCell[] {
  const rates = ratesOn(plan, columns)
  const at = plan.at.length
  const heads = headCells(columnsOn(plan, columns), 'vi')
  if (rates.length === 0) return heads
  const own = rates.map(({ measure }, index) => ({
    text: say('vi', `sheet.rate.${measure}`),
    row: 1,
    at: at + index,
    rows: 2,
    span: 1,
  }))
  return [...heads, { text: say('vi', 'sheet.rates'), row: 0, at, rows: 1, span: rates.length }, ...own]
}

/** The numbering row under those heads. */
export const bookNumbering = (plan: SheetPlan, columns: readonly TableColumn[]): string[] => [
  ...columnsOn(plan, columns).map(numberingOf),
  ...ratesOn(plan, columns).map(it => rateNumbering(it, columns)),
]

const columnsOn = ({ at }: SheetPlan, columns: readonly TableColumn[]): TableColumn[] =>
  at.flatMap(place => columns[place] ?? [])

type Run = { at: number; items: TableColumn[] }

function partCells({ at, items }: Run, group: readonly TableColumn[], lang: Lang): HeadCell[] {
  const whole = group.find(it => it.code === items[0]?.under)
  const heads = items.map((it, index) => ({
    text: it.head[lang],
    row: whole ? 2 : 1,
    at: at + index,
    rows: whole ? 1 : 2,
    span: 1,
  }))
  if (!whole) return heads
  const isNext = group[at - 1] === whole
  return [{ text: partTitle(whole, isNext, lang), row: 1, at, rows: 1, span: items.length }, ...heads]
}

function partTitle(whole: TableColumn, isNext: boolean, lang: Lang): string {
  if (!isNext) return say(lang, 'sheet.among', { whole: lowerFirst(whole.head[lang]) })
  return say(lang, whole.numbering.includes('=') ? 'sheet.divided' : 'sheet.ofWhich')
}

function runsOf(columns: readonly TableColumn[], by: (column: TableColumn) => unknown): Run[] {
  const runs: Run[] = []
  for (const [at, column] of columns.entries()) {
    const last = runs.at(-1)
    if (last?.items[0] && by(last.items[0]) === by(column)) last.items.push(column)
    else runs.push({ at, items: [column] })
  }
  return runs
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
