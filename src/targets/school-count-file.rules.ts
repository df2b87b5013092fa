import type { Sheet } from '../files/book.rules.ts'
import { yearIn } from '../reports/table-match.rules.ts'
import { say } from '../words/all.ts'
import { clean, fold, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  COUNT_SOURCE_LENGTH,
  type CountGrid,
  countBox,
  countSourceBox,
  graduatesIn,
  MOST_GRADUATES,
} from './school-count.rules.ts'
import type { GridForm } from './target-grid.rules.ts'
import { type Fault, isBlank, type ReadCell, readUnitTable, saying } from './unit-table.rules.ts'

/** Graduates out of a workbook, as they go into the grid: a column is known by the graduation year in its head. */

export type CountFile = { form: GridForm; faults: Fault[]; units: number }

/** Null when no sheet names a unit. */
export function readCountFile(
  sheets: readonly Sheet[],
  { units, cohorts, lang }: CountGrid & { lang: Lang },
): CountFile | null {
  const columnOf = (head: string) => {
    if (/can cu|nguon|van ban|source/.test(fold(head))) return SOURCE
    const year = yearIn(head)
    return year !== null && cohorts.includes(year) ? String(year) : null
  }
  const own = isOwn(sheets)
  const table = readUnitTable(sheets, { units, columnOf, blankLines: own, lang })
  if (!table) return null
  const form: Record<string, string> = {}
  const faults = [...table.faults]
  for (const { unitId, cells } of table.lines)
    for (const [column, cell] of cells) {
      if (isBlank(cell) && !own) continue
      const isSource = column === SOURCE
      const read = isSource ? sourceOf(cell, lang) : countOf(cell, lang)
      const box = isSource ? countSourceBox(unitId) : countBox(unitId, Number(column))
      if ('text' in read) form[box] = read.text
      else faults.push({ at: cell.at, text: read.wrong })
    }
  return { form, faults, units: saying(table.lines) }
}

const SOURCE = 'source'

const isOwn = (sheets: readonly Sheet[]): boolean =>
  sheets.find(it => !it.hidden)?.cells.get('A1')?.value === say('vi', 'schoolCount.mark')

type Read = { text: string } | { wrong: string }

function countOf({ value, formula, percent }: ReadCell, lang: Lang): Read {
  if (value === null || value === '')
    return formula ? { wrong: say(lang, 'unitTable.noResult') } : { text: '' }
  const text = typeof value === 'string' ? clean(value) : String(value)
  const count = typeof value === 'number' ? value : graduatesIn(text)
  if (count === null) return { wrong: say(lang, 'unitTable.notNumber', { text: text.slice(0, 40) }) }
  const whole = Number.isInteger(count) && count >= 0 && count <= MOST_GRADUATES && !percent
  return whole
    ? { text: String(count) }
    : { wrong: say(lang, 'schoolCount.file.bad', { value: formatNumber(count) }) }
}

function sourceOf({ value }: ReadCell, lang: Lang): Read {
  const text = clean(String(value ?? '')).replace(/\n/g, ' ')
  const max = COUNT_SOURCE_LENGTH
  return text.length > max ? { wrong: say(lang, 'targets.badSource', { max }) } : { text }
}
