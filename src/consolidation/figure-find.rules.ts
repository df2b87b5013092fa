import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { columnLabel } from './difference.rules.ts'
import { type ConsolidationTable, isNested, rowsOf } from './table.rules.ts'

type Place = { path: string; copy: number | null; lang: Lang }

/** The form that leads to a figure's page by the keyboard: which unit, which column; null for a table without rows. */
export function figureFinder(table: ConsolidationTable, { path, copy, lang }: Place) {
  const units = isNested(table)
    ? table.blocks.map(({ office }) => ({ id: office.id, name: office.name }))
    : rowsOf(table).map(({ unitId, name }) => ({ id: unitId, name }))
  if (units.length === 0) return null
  const option = (value: string, label: string) => ({ value, label, chosen: false })
  const sections = [...new Set(table.columns.map(it => it.section))]
  return {
    action: `${path}/figure`,
    copy: copy === null ? '' : String(copy),
    units: [{ label: null, options: units.map(it => option(String(it.id), it.name)) }],
    total: say(lang, 'sheet.total'),
    columns: sections.map(section => {
      const inIt = table.columns.filter(it => it.section === section)
      return {
        label: inIt[0]?.group[lang] ?? null,
        options: inIt.map(it => option(it.key, columnLabel(it, lang))),
      }
    }),
  }
}
