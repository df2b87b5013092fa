import type { Bilingual } from '../reports/form.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { TableColumn } from './table.rules.ts'
import type { MonthSums } from './year-view.rules.ts'

/**
 * The columns of a year whose form may have changed: those of its latest month, and where they stood among them those
 * that only earlier months have, with the last month that asked. Months join by key, so a figure keeps its column
 * whatever it is called and wherever it stands.
 */
export function columnsOfYear(months: readonly Pick<MonthSums, 'month' | 'columns'>[]): TableColumn[] {
  const [latest, ...earlier] = [...months].reverse()
  return earlier.reduce<TableColumn[]>((columns, { month, columns: own }) => {
    const known = new Set(columns.map(it => it.key))
    return own.reduce(
      (all, column, at) =>
        known.has(column.key) ? all : placed(all, retired(column, month), own[at - 1] ?? null),
      columns,
    )
  }, latest?.columns ?? [])
}

/** Its number was another form's; the latest month's columns keep theirs. */
const retired = (column: TableColumn, month: string): TableColumn => ({
  ...column,
  numbering: '',
  head: until(column.head, month),
})

const until = (head: Bilingual, month: string): Bilingual => ({
  vi: say('vi', 'expression.series.until', { head: head.vi, month: formatMonth(month) }),
  en: say('en', 'expression.series.until', { head: head.en, month: formatMonth(month) }),
})

/** After the column it followed; within its section, whose columns must stand together under one head. */
function placed(
  columns: readonly TableColumn[],
  column: TableColumn,
  before: TableColumn | null,
): TableColumn[] {
  const after = columns.findIndex(it => it.key === before?.key && it.section === column.section)
  const first = columns.findIndex(it => it.section === column.section)
  const end = before ? columns.findLastIndex(it => it.section === before.section) + 1 : 0
  const place = after >= 0 ? after + 1 : first >= 0 ? first : end
  return [...columns.slice(0, place), column, ...columns.slice(place)]
}
