import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type { Finding } from './figure.rules.ts'
import type { Edition, Field } from './form.rules.ts'

/** A finding of the summary; with `parts` it stands for several, which are said at their boxes. */
export type Gathered = Finding & { parts?: Finding[] }

/** A few empty boxes are named one by one; more in one column are one line, or the list would be the whole form. */
const NAMED = 3

/** Empty boxes (H2) gathered by the column they stand in, where there are many; everything else as it was. */
export function gatherEmpty(
  findings: readonly Finding[],
  { edition, fields }: { edition: Edition; fields: readonly Field[] },
  lang: Lang,
): Gathered[] {
  const columns = new Map<string, Finding[]>()
  const columnOf = (it: Finding): string | null => {
    const field = it.code === 'H2' ? fields.find(({ name }) => name === it.fields[0]) : undefined
    return field ? titleOf(field, edition, lang) : null
  }
  for (const it of findings) {
    const column = columnOf(it)
    if (column !== null) columns.set(column, [...(columns.get(column) ?? []), it])
  }
  return findings.flatMap(it => {
    const column = columnOf(it)
    const together = (column !== null && columns.get(column)) || []
    if (column === null || together.length <= NAMED) return [it]
    if (together[0] !== it) return []
    const message = say(lang, 'reports.form.emptyBoxes', { where: column, count: together.length })
    const parts = together.map(part => ({ ...part, message: say(lang, 'reports.form.emptyBox') }))
    return [{ ...it, message, parts }]
  })
}

function titleOf({ cohort, section }: Field, edition: Edition, lang: Lang): string {
  if (cohort !== null) return say(lang, 'reports.form.cohort', { year: cohort })
  return edition.sections.find(it => it.code === section)?.title[lang] ?? section
}
