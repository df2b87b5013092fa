import { isMonth, type Month } from '../calendar/month.rules.ts'
import { addressOf, type Cell, type Sheet } from '../files/book.rules.ts'
import { say } from '../words/all.ts'
import type { Typed } from './draft.rules.ts'
import { type Layout, sealOf } from './template-layout.rules.ts'
import { readStamps, STAMP_SHEET, type Stamp } from './template-stamp.rules.ts'
import type { Filled, Remark } from './upload.rules.ts'

/** Which template a sheet claims to be. */
export type Claim = { month: Month; unitCode: string; stamp: Stamp | null }

/** The stamps of a book; none when its hidden sheet is gone. */
export function stampsIn(sheets: readonly Sheet[]): Stamp[] {
  const hidden = sheets.find(it => it.name === STAMP_SHEET)
  if (!hidden) return []
  const columns = Array.from({ length: 9 }, (_, index) => index + 1)
  const rows = Array.from({ length: Math.min(hidden.rows, 1000) }, (_, index) =>
    columns.map(column => hidden.cells.get(addressOf(index + 1, column))?.value ?? ''),
  )
  return readStamps(rows)
}

/**
 * What the sheet says it is: by the mark in its first cell, which goes along wherever the sheet is copied to; else, where
 * that cell was overwritten, by the book's stamp for a sheet of that name. Null: no template of this portal.
 */
export function claimOf(sheet: Sheet, stamps: readonly Stamp[]): Claim | null {
  const stamp = stamps.find(it => it.sheet === sheet.name) ?? null
  const mark = textOf(sheet.cells.get('A1'))
  const [, year, month, unitCode] = new RegExp(`^${MARK}(\\d{4})(\\d{2})-(\\w+)$`).exec(mark) ?? []
  if (!unitCode) return stamp && { month: stamp.month, unitCode: stamp.unitCode, stamp }
  const marked = `${year}-${month}`
  if (!isMonth(marked)) return null
  const own = [stamp, ...stamps].find(it => it?.unitCode === unitCode && it.month === marked) ?? null
  return { month: marked, unitCode, stamp: own }
}

const MARK = say('vi', 'template.mark', { code: '' })

/** Why a sheet that claims to be this layout's cannot be read by it; null when it can. */
export function faultIn(sheet: Sheet, layout: Layout, stamp: Stamp | null): Remark | null {
  const unitCells = new Set(layout.slots.filter(it => it.role === 'unit').map(it => it.address))
  const wrong = layout.labels.find(
    ({ address, text }) => !unitCells.has(address) && textOf(sheet.cells.get(address)) !== plain(text),
  )
  const older = stamp && (stamp.editionCode !== layout.editionCode || stamp.version !== layout.version)
  if (!wrong && !older) return null
  const remark = (key: string, params: Remark['params'] = {}): Remark => ({
    kind: 'error',
    sheet: sheet.name,
    key,
    params,
  })
  if (older || (stamp && !sealsAlike(sheet, layout, stamp))) return remark('upload.older')
  return remark('upload.edited', { cell: wrong?.address ?? '', label: (wrong?.text ?? '').slice(0, 80) })
}

/** Whether the form is still the one the template was made from; the commune's name is taken as the sheet has it. */
function sealsAlike(sheet: Sheet, layout: Layout, stamp: Stamp): boolean {
  const labels = layout.labels.map(({ address, text }) => {
    const isUnit = layout.slots.some(it => it.role === 'unit' && it.address === address)
    return { address, text: isUnit ? textOf(sheet.cells.get(address)) : text }
  })
  return [sealOf(layout), sealOf({ ...layout, labels })].includes(stamp.seal)
}

/** Longer than any text the form takes, so that a text too long is said to be, not cut to fit. */
const LONGEST = 3000

/**
 * What the boxes of a template hold, as it would have been typed, and what there is to say about them. `blank`: nobody
 * has filled in a figure beyond what a new form (`fresh`) starts with.
 */
export function filledFrom(
  sheet: Sheet,
  layout: Layout,
  { unitId, fresh }: { unitId: number; fresh: Typed },
): { filled: Filled; remarks: Remark[]; blank: boolean } {
  const named = [
    ...layout.cells,
    ...layout.texts,
    ...[...layout.explanations].map(([code, address]) => [`explain:${code}`, address] as const),
  ]
  const raw = Object.fromEntries(named.map(([name, address]) => [name, typedAt(sheet, address)]))
  const cells = Object.fromEntries([...named, ['correction', layout.reason]])
  const reason = typedAt(sheet, layout.reason).replace(/\s+/g, ' ').trim()
  const blank = [...layout.cells.keys()].every(name => raw[name] === '' || raw[name] === fresh[name])
  const boxes = [...named.map(([, address]) => address), layout.reason]
  const remarks = formulaRemarks(sheet, boxes)
  return { filled: { unitId, sheet: sheet.name, raw, cells, reason }, remarks, blank }
}

function formulaRemarks(sheet: Sheet, boxes: readonly string[]): Remark[] {
  const formulas = boxes.filter(it => sheet.cells.get(it)?.formula)
  const remark = (key: string, cells: readonly string[]): Remark[] =>
    cells.length === 0
      ? []
      : [{ kind: 'notice', sheet: sheet.name, key, params: { cells: cells.slice(0, 12).join(', ') } }]
  const isKnown = (address: string) => sheet.cells.get(address)?.value !== null
  return [
    ...remark('upload.formulas', formulas.filter(isKnown)),
    ...remark(
      'upload.noResult',
      formulas.filter(it => !isKnown(it)),
    ),
  ]
}

const typedAt = (sheet: Sheet, address: string): string =>
  textOf(sheet.cells.get(address))
    .slice(0, LONGEST)
    .replace(/\p{Cs}/gu, '')

function textOf(cell: Cell | undefined): string {
  const value = cell?.value ?? ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  return plain(String(value))
}

/** As forms are read: composed, without NUL; ends of lines as Excel keeps them. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/\0/g, '').replace(/\r\n?/g, '\n').trim()
