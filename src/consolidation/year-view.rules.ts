import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { figurePath } from './figure.rules.ts'
import { yearPlan } from './sheet.rules.ts'
import type { Cells, ConsolidationTable, Counts, TableColumn } from './table.rules.ts'
import { columnsOfYear } from './year-columns.rules.ts'

/** One month of a year, reduced to its sums, so that a year's tables need not be held at once. */
export type MonthSums = { month: Month; columns: TableColumn[]; sums: Cells; counts: Counts }

export function sumsOfMonth(table: ConsolidationTable): MonthSums {
  const plan = yearPlan(table)
  return {
    month: table.month,
    columns: plan.at.flatMap(at => table.columns[at] ?? []),
    sums: plan.at.map(at => table.totals[at] ?? null),
    counts: table.counts,
  }
}

/** What of the counts a year shows, in this order; words 'sheet.year.…'. */
export const YEAR_COUNTS = ['expected', 'reported', 'onTime', 'late', 'missing'] as const

/** A month's sum in a column; null when nobody reported it, or the month's form had no such column. */
export const sumIn = ({ columns, sums }: Pick<MonthSums, 'columns' | 'sums'>, key: string): number | null =>
  sums[columns.findIndex(it => it.key === key)] ?? null

/**
 * The sum of a column over the year's months. Null for a stock, which is never added over months, and for a
 * movement that nobody reported.
 */
export function sumOverYear(months: readonly MonthSums[], { key, kind }: TableColumn): number | null {
  if (kind !== 'flow') return null
  const sums = months.map(it => sumIn(it, key)).filter(sum => sum !== null)
  return sums.length === 0 ? null : sums.reduce((sum, it) => sum + it, 0)
}

/** The rows of a year's page under the columns of all its months. */
export function shownYear(months: readonly MonthSums[], officeId: number, lang: Lang) {
  const columns = columnsOfYear(months)
  const text = (value: number | null) => (value === null ? '' : formatNumber(value))
  return {
    columns,
    counts: YEAR_COUNTS.map(count => say(lang, `sheet.year.${count}`)),
    rows: months.map(it => ({
      label: formatMonth(it.month),
      href: `/consolidation/${officeId}/${it.month}`,
      counts: YEAR_COUNTS.map(count => formatNumber(it.counts[count])),
      cells: columns.map(({ key: column }) => {
        const sum = sumIn(it, column)
        const path = `/consolidation/${officeId}/${it.month}`
        return { text: text(sum), href: sum === null ? null : figurePath(path, { column, of: null }) }
      }),
    })),
    totals: columns.map(it =>
      it.kind === 'flow' ? text(sumOverYear(months, it)) : say(lang, 'sheet.year.notAdded'),
    ),
  }
}
