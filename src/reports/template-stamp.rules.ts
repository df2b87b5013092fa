import { isMonth, type Month } from '../calendar/month.rules.ts'
import { type Layout, sealOf } from './template-layout.rules.ts'

/**
 * What a book of templates says about itself on a sheet that Excel shows nobody: which commune, month and form each
 * sheet is for, and what stood in the portal when it was made. A person may edit it, so it is a claim, not a proof.
 */
export type Stamp = {
  sheet: string
  unitId: number
  unitCode: string
  month: Month
  editionCode: string
  version: number
  /** `sealOf` the layout it was made by: a template whose seal is another's was made from another form. */
  seal: string
  /** Of the draft its boxes were filled from; 0 when from none, so that a draft since is a conflict. */
  revision: number
  /** Of the version that counted then; 0 when nothing had been sent. */
  sent: number
}

export const STAMP_SHEET = '_ngay25'

const HEAD = ['sheet', 'unit', 'code', 'month', 'edition', 'layout', 'seal', 'revision', 'sent'] as const

export type StampCell = string | number

export function stampOf(
  sheet: string,
  layout: Layout,
  { revision, sent }: Pick<Stamp, 'revision' | 'sent'>,
): Stamp {
  const { unit, month, editionCode, version } = layout
  const form = { month, editionCode, version, seal: sealOf(layout) }
  return { sheet, unitId: unit.id, unitCode: unit.code, ...form, revision, sent }
}

/** The hidden sheet's rows, its head first. */
export const stampRows = (stamps: readonly Stamp[]): StampCell[][] => [[...HEAD], ...stamps.map(rowOf)]

const rowOf = (it: Stamp): StampCell[] => [
  it.sheet,
  it.unitId,
  it.unitCode,
  it.month,
  it.editionCode,
  it.version,
  it.seal,
  it.revision,
  it.sent,
]

/** The stamps of an uploaded book, from the cells of its hidden sheet row by row; a row that is none is passed over. */
export function readStamps(rows: readonly (readonly unknown[])[]): Stamp[] {
  const [head, ...rest] = rows
  if (!head || HEAD.some((name, at) => head[at] !== name)) return []
  return rest.flatMap(row => {
    const [sheet, unitCode, month, editionCode, seal] = [0, 2, 3, 4, 6].map(at => String(row[at] ?? ''))
    const [unitId, version, revision, sent] = [1, 5, 7, 8].map(at => Number(row[at] ?? Number.NaN))
    if (!sheet || !unitCode || !month || !isMonth(month) || !editionCode || !seal) return []
    if (![unitId, version, revision, sent].every(it => Number.isSafeInteger(it))) return []
    const counts = { unitId: unitId ?? 0, version: version ?? 0, revision: revision ?? 0, sent: sent ?? 0 }
    return [{ sheet, unitCode, month, editionCode, seal, ...counts }]
  })
}

/** Longest name Excel gives a sheet, and what it may not hold. */
const LONGEST = 31
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]/gu

/** A sheet's name for each unit: its name as Excel takes it, told apart by its code where two are alike. */
export function sheetNamesOf(
  units: readonly { id: number; code: string; name: string }[],
): Map<number, string> {
  const taken = new Set([STAMP_SHEET, 'history'])
  return new Map(
    units.map(({ id, code, name }) => {
      const plain = name
        .normalize('NFC')
        .replace(FORBIDDEN, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[' ]+|[' ]+$/g, '')
      const short = plain.slice(0, LONGEST).trim()
      const apart = `${plain.slice(0, LONGEST - code.length - 3).trim()} (${code})`.trim()
      const free = short !== '' && !taken.has(short.toLowerCase()) ? short : apart
      taken.add(free.toLowerCase())
      return [id, free]
    }),
  )
}
