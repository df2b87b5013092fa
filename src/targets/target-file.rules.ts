import type { Sheet } from '../files/book.rules.ts'
import { type Key, say } from '../words/all.ts'
import { clean, fold, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Measure } from './target.rules.ts'
import { type GridForm, percentBox, percentIn, SOURCE_LENGTH, sourceBox } from './target-grid.rules.ts'
import {
  type Fault,
  type FileUnit,
  isBlank,
  type ReadCell,
  readUnitTable,
  saying,
} from './unit-table.rules.ts'

/** Targets out of a workbook, as they go into the grid: nothing of it is written before somebody presses Save. */

export type TargetFile = {
  /** Only the boxes the file speaks of. */
  form: GridForm
  faults: Fault[]
  /** How many units it has something to say of. */
  units: number
}

/** `saved`: the grid as it stands, to which a share of 1 % or less in the portal's own book may be equal. */
export type FileReading = { units: readonly FileUnit[]; year: string; saved: GridForm; lang: Lang }

/** Null when no sheet names a unit: then it is some other table. */
export function readTargetFile(
  sheets: readonly Sheet[],
  { units, year, saved, lang }: FileReading,
): TargetFile | null {
  const own = ownYearOf(sheets)
  const table = readUnitTable(sheets, { units, columnOf, blankLines: own !== null, lang })
  if (!table) return null
  if (own && own !== year) {
    const fault = { at: 'A1', text: say(lang, 'targets.file.otherYear', { theirs: own, year }) }
    return { form: {}, faults: [fault], units: 0 }
  }
  const form: Record<string, string> = {}
  const faults = [...table.faults]
  for (const { unitId, cells } of table.lines)
    for (const [column, cell] of cells) {
      // In the office's own table an empty cell says nothing; in the portal's it is an empty box
      if (isBlank(cell) && !own) continue
      const box = column === SOURCE ? sourceBox(unitId) : percentBox(unitId, column as Measure)
      if (own && typeof cell.value === 'number' && String(cell.value).replace('.', ',') === saved[box])
        continue
      const read = column === SOURCE ? sourceOf(cell, lang) : percentOf(cell, lang)
      if ('text' in read) form[box] = read.text
      else faults.push({ at: cell.at, text: read.wrong })
    }
  return { form, faults, units: saying(table.lines) }
}

const SOURCE = 'source'

/** The school year that the portal's own book names in its first cell; null for any other book. */
function ownYearOf(sheets: readonly Sheet[]): string | null {
  const begins = say('vi', 'targets.file.mark', { year: '' }).trim()
  const mark = sheets.find(it => !it.hidden)?.cells.get('A1')?.value
  const year = typeof mark === 'string' && mark.startsWith(begins) ? /20\d\d-20\d\d/.exec(mark) : null
  return year?.[0] ?? null
}

/** What a head says, in an office's own words too. One that names two shares at once is none. */
function columnOf(head: string): string | null {
  const words = fold(head)
  if (/can cu|nguon|van ban|quyet dinh|source/.test(words)) return SOURCE
  if (/chua hoc|khong hoc|chua di hoc|chua ro|neither|not known/.test(words)) return 'untraced'
  const upper = /thpt|trung hoc pho thong|gdtx|thuong xuyen|upper/.test(words)
  const vocational = /nghe|vocational/.test(words)
  if (upper === vocational) return null
  return upper ? 'upper' : 'vocational'
}

type Read = { text: string } | { wrong: string }

/**
 * A share in per cent. 0.7 in a cell shown as per cent is 70, and so is '70%' or 70 in a plain one. A plain number of 0 to 1
 * may be either, and is asked about.
 */
export function percentOf({ value, percent, formula }: Omit<ReadCell, 'at'>, lang: Lang): Read {
  const wrong = (key: Key, params = {}): Read => ({ wrong: say(lang, key, params) })
  if (value === null || value === '') return formula ? wrong('unitTable.noResult') : { text: '' }
  if (typeof value === 'boolean') return wrong('unitTable.notNumber', { text: String(value) })
  const text = typeof value === 'string' ? clean(value) : ''
  const plain = typeof value === 'number' ? value : Number(text.replace(',', '.'))
  const asked = formatNumber(plain)
  if (!percent && plain > 0 && plain <= 1)
    return wrong('targets.file.unclear', {
      value: asked,
      times: formatNumber(Number((plain * 100).toFixed(6))),
    })
  if (typeof value === 'string' && !/^-?\d+([.,]\d+)?\s*%?$/.test(text))
    return wrong('unitTable.notNumber', { text: text.slice(0, 40) })
  const share = typeof value === 'number' ? value : Number(text.replace(/\s*%$/, '').replace(',', '.'))
  const exact = Number((percent ? share * 100 : share).toPrecision(12))
  if (exact > 100) return wrong('targets.file.over', { value: formatNumber(exact) })
  if (exact < 0) return wrong('targets.file.under', { value: formatNumber(exact) })
  const typed = String(exact).replace('.', ',')
  return percentIn(typed) === null ? wrong('targets.file.decimals', { value: typed }) : { text: typed }
}

function sourceOf({ value }: ReadCell, lang: Lang): Read {
  const text = clean(String(value ?? '')).replace(/\n/g, ' ')
  return text.length > SOURCE_LENGTH
    ? { wrong: say(lang, 'targets.badSource', { max: SOURCE_LENGTH }) }
    : { text }
}
