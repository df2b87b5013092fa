import { readingLimits } from './book.rules.ts'
import { isOn } from './book-parts.ts'
import { Refuse } from './refuse.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip.ts'

/** The texts cells point to by number, without the reading aids (rPh) of East Asian text. */
export async function readSharedTexts(archive: Archive, part: string | null): Promise<string[]> {
  if (!part || !archive.names.has(part)) return []
  const texts: string[] = []
  let text = ''
  let inText = false
  let aids = 0
  await readXml(archive.read(part), {
    open: name => {
      if (name === 'si') text = ''
      if (name === 'rPh') aids++
      inText = name === 't' && aids === 0
    },
    text: piece => {
      if (inText) text += piece
    },
    close: name => {
      inText = false
      if (name === 'rPh') aids--
      if (name === 'si') texts.push(unescaped(text))
      if (texts.length > readingLimits.cells) throw new Refuse('too-many-cells', 'shared texts')
    },
  })
  return texts
}

/** Excel writes a character that XML cannot hold as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Styles by number that change what a number means: a day or an instant, or a share of a hundred. */
export type NumberStyles = { dates: ReadonlySet<string>; percents: ReadonlySet<string> }

/** That is all a reader of values needs to know of looks. */
export async function readNumberStyles(archive: Archive, part: string | null): Promise<NumberStyles> {
  const styles = { dates: new Set<string>(), percents: new Set<string>() }
  if (!part || !archive.names.has(part)) return styles
  const own = new Map<string, string>()
  let inCells = false
  let style = 0
  await readXml(archive.read(part), {
    open: (name, { numFmtId = '0', formatCode = '', applyNumberFormat = '1' }) => {
      if (name === 'numFmt') own.set(numFmtId, formatCode)
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const code = own.get(numFmtId)
      if (isOn(applyNumberFormat)) {
        if (code === undefined ? isDateNumber(Number(numFmtId)) : isDateFormat(code))
          styles.dates.add(`${style}`)
        if (code === undefined ? isPercentNumber(Number(numFmtId)) : isPercentFormat(code))
          styles.percents.add(`${style}`)
      }
      style++
    },
    close: name => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** The numbers of formats built in that show a day or a time (ECMA-376 part 1, 18.8.30). */
const isDateNumber = (id: number) => (id >= 14 && id <= 22) || (id >= 45 && id <= 47)

/** 'dd/mm/yyyy' is one, '0.0%' and '#,##0" đ"' are not: quoted text, escapes, colours and locales do not count. */
const isDateFormat = (code: string) =>
  /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general|_./gi, ''))

/** '0%' and '0.00%'. */
const isPercentNumber = (id: number) => id === 9 || id === 10

const isPercentFormat = (code: string) => code.replace(/"[^"]*"|\\.|_./g, '').includes('%')

/** Excel's serial number as '2026-11-25' or '2026-11-25T08:00:00'; a number when it is no day Excel knows. */
export function dayOfSerial(serial: number, date1904: boolean): string | number {
  const days = date1904 ? serial + 1462 : serial
  // Before 1 March 1900 Excel counts a 29 February that never was
  if (days < 61 || days >= 2_958_466) return serial
  const text = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString()
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19)
}
