import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { ConsolidationTable, TableColumn } from './table.rules.ts'

/** How the table's columns are laid on sheets, and what heads stand over them: for the Excel and for the screen. */

export type SheetKey = 'stock' | 'flow' | 'detail' | 'cohort' | 'month'

/** A sheet of the book, or a view of the page: which columns of the table it shows, by their place in it. */
export type SheetPlan = { key: SheetKey; at: number[] }

/**
 * Forty-two boxes do not fit across one A4 page in letters that can be read. So the first sheet carries what
 * stands on the cut-off day, cohorts summed (17 columns, about 10 points on paper), and what is asked about beside
 * it follows on sheets of its own: movements, optional sections, each graduation year.
 */
export function monthPlans({ columns }: Pick<ConsolidationTable, 'columns'>): SheetPlan[] {
  const keys = ['stock', 'flow', 'detail', 'cohort'] as const
  return keys.map(key => ({ key, at: placesOf(columns, [key]) })).filter(it => it.at.length > 0)
}

/** A year's book has one sheet a month, so movements stand beside the stock there (24 columns, about 8 points). */
export const yearPlan = ({ columns }: Pick<ConsolidationTable, 'columns'>): SheetPlan => ({
  key: 'month',
  at: placesOf(columns, ['stock', 'flow']),
})

function placesOf(columns: readonly TableColumn[], kinds: readonly TableColumn['kind'][]): number[] {
  return columns.flatMap(({ kind }, at) => (kinds.includes(kind) ? [at] : []))
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
