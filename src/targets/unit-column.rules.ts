import { addressOf, type CellValue } from '../files/book.rules.ts'
import type { Head } from '../reports/table-grid.rules.ts'
import { guessUnitColumn } from '../reports/table-match.rules.ts'
import { say } from '../words/all.ts'
import { fold } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** Which column of a table of units is what: by its head, and the units' names by what stands in it. */

export type Columns = {
  code: number | null
  name: number | null
  /** What this table is about, by its own names. */
  boxes: Map<string, number>
  /** Figures under a head that says nothing here, and two columns for one thing. */
  faults: { at: string; text: string }[]
}

export type Heading = {
  body: readonly (readonly CellValue[])[]
  isUnit: (text: string) => boolean
  headRow: number
  columnOf: (head: string) => string | null
  lang: Lang
}

export function columnsIn(heads: readonly Head[], heading: Heading): Columns {
  const { body, isUnit, headRow, columnOf, lang } = heading
  const name = guessUnitColumn(body, isUnit)
  const code = heads.find(it => it.column !== name && CODE.test(fold(it.text)))?.column ?? null
  const columns: Columns = { code, name, boxes: new Map(), faults: [] }
  const refuse = (column: number, text: string) =>
    columns.faults.push({ at: addressOf(headRow, column), text })
  for (const { column, text } of heads) {
    if (column === name || column === code) continue
    const box = columnOf(text)
    if (box !== null && columns.boxes.has(box))
      refuse(column, say(lang, 'unitTable.twoColumns', { head: text }))
    else if (box !== null) columns.boxes.set(box, column)
    else if (!BESIDE.test(fold(text)) && body.some(row => typeof row[column - 1] === 'number'))
      refuse(column, say(lang, 'unitTable.unknownColumn', { head: text.slice(0, 80) }))
  }
  return columns
}

const CODE = /(^|[^a-z])(ma|code)($|[^a-z])/

/** What stands beside figures in any table. */
const BESIDE = /^(tt|stt|so tt|so thu tu|no\.?|ghi chu|note|remarks?)$/
