import type { Actor } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Refusal, Sheet } from '../files/book.rules.ts'
import { readUpload } from '../files/read-book.ts'
import { findUnit, type Unit, unitsUnder } from '../units/unit.store.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { typedFigures } from './draft.rules.ts'
import { freshFigures } from './fill.rules.ts'
import { keepUpload } from './keep-upload.ts'
import { openReport } from './open-report.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import { layoutOf } from './template-layout.rules.ts'
import type { Stamp } from './template-stamp.rules.ts'
import type { Filled, Remark } from './upload.rules.ts'
import { type Claim, claimOf, faultIn, filledFrom, stampsIn } from './upload-sheet.rules.ts'

export type Taking = {
  /** The commune, or the office whose communes the file fills. */
  unit: Unit
  month: Month
  file: { bytes: Buffer; name: string }
  by: Actor & { id: number }
  now: Date
}

/** `path`: of the preview. Not taken: the file as a whole was refused, or `remarks` say why nothing in it was of use. */
export type Taken =
  | { taken: true; path: string }
  | { taken: false; refusal: Refusal }
  | { taken: false; refusal: null; remarks: readonly Remark[] }

/** Reads a filled template, or a book or a zip of several, and keeps what it says for the preview. */
export async function takeUpload(db: Db, taking: Taking): Promise<Taken> {
  const { unit, month, file, by, now } = taking
  const read = await readUpload(file.bytes, file.name)
  if (!read.ok) return { taken: false, refusal: read.refusal }
  const [only] = read.books
  if (only && read.books.length === 1 && !only.book.ok) return { taken: false, refusal: only.book.refusal }
  const desk: Desk = { db, taking, codes: await codesOf(db, taking), sheets: [], remarks: [] }
  for (const { name, book } of read.books) {
    if (book.ok) await takeBook(desk, book.sheets, read.books.length > 1 ? name : null)
    else desk.remarks.push({ kind: 'error', sheet: name, key: `refusal.${book.refusal}`, params: {} })
  }
  const { sheets, remarks } = desk
  if (sheets.length === 0) return { taken: false, refusal: null, remarks }
  const content = { sheets, remarks }
  const kept = { unit, month, kind: 'template' as const, fileName: file.name, content, by, now }
  return { taken: true, path: await keepUpload(db, kept) }
}

type Desk = {
  db: Db
  taking: Taking
  /** The communes that may be filled, by code. */
  codes: ReadonlyMap<string, number>
  sheets: Filled[]
  remarks: Remark[]
}

async function codesOf(db: Db, { unit, month }: Taking): Promise<Map<string, number>> {
  if (unit.kind === 'commune') return new Map([[unit.code, unit.id]])
  const under = await unitsUnder(db, unit.id, month)
  return new Map(under.filter(it => it.kind === 'commune').map(it => [it.code, it.id]))
}

/** `book`: the file's name within a zip, said before its sheets'. */
async function takeBook(desk: Desk, sheets: readonly Sheet[], book: string | null): Promise<void> {
  const stamps = stampsIn(sheets)
  const shown = sheets.filter(it => !it.hidden && it.cells.size > 0)
  const claims = shown.map(sheet => ({ sheet, claim: claimOf(sheet, stamps) }))
  const known = claims.flatMap(({ sheet, claim }) => (claim ? [{ sheet, claim }] : []))
  const placed = (sheet: Sheet): Sheet => (book ? { ...sheet, name: `${book} – ${sheet.name}` } : sheet)
  const [first] = shown
  if (known.length === 0) {
    const sheet = first ? placed(first).name : (book ?? '')
    desk.remarks.push({ kind: 'error', sheet, key: 'upload.unknown', params: {} })
  }
  const own = known.some(({ claim }) => desk.codes.has(claim.unitCode))
  for (const { sheet, claim } of known) await takeSheet(desk, placed(sheet), { ...claim, own })
}

type Claimed = Claim & { own: boolean }

async function takeSheet(desk: Desk, sheet: Sheet, claim: Claimed): Promise<void> {
  const { db, codes, taking, sheets, remarks } = desk
  const unitId = codes.get(claim.unitCode)
  const say = (kind: Remark['kind'], key: string, params: Remark['params'] = {}) =>
    void remarks.push({ kind, sheet: sheet.name, key, params })
  const refuse = (it: Strange) => say(it.kind, it.key, it.params)
  if (unitId === undefined) return refuse(strange(taking, claim))
  if (claim.month !== taking.month) {
    const months = { theirs: formatMonth(claim.month), month: formatMonth(taking.month) }
    return say('error', 'upload.otherMonth', months)
  }
  const unit = await findUnit(db, unitId, taking.month)
  if (!unit) return refuse(strange(taking, claim))
  const twin = sheets.find(it => it.unitId === unitId)
  if (twin) return say('error', 'upload.twice', { unit: unit.fullName, first: twin.sheet })
  const open = await openReport(db, { unit: reportingUnit(unit, taking.month), month: taking.month })
  const layout = layoutOf({ ...open, unit: { id: unitId, code: unit.code, name: unit.fullName } })
  const fault = faultIn(sheet, layout, claim.stamp)
  if (fault) return void remarks.push(fault)
  const {
    filled,
    remarks: about,
    blank,
  } = filledFrom(sheet, layout, { unitId, fresh: typedFigures(freshFigures(open.fields)) })
  if (blank) return say(taking.unit.kind === 'commune' ? 'error' : 'notice', 'upload.blank')
  remarks.push(...about)
  sheets.push({ ...filled, ...sinceOf(claim.stamp) })
}

const sinceOf = (stamp: Stamp | null): Pick<Filled, 'since'> =>
  stamp ? { since: { revision: stamp.revision, sent: stamp.sent } } : {}

type Strange = Omit<Remark, 'sheet'>

/** A sheet that is not this unit's to fill; beside its own sheet, a commune's book may hold others'. */
function strange({ unit, month }: Taking, { unitCode, own }: Claimed): Strange {
  const params = { theirs: unitCode, unit: unit.fullName, month: formatMonth(month) }
  if (unit.kind === 'office') return { kind: 'error', key: 'upload.notUnder', params }
  return own
    ? { kind: 'notice', key: 'upload.skipped', params }
    : { kind: 'error', key: 'upload.otherUnit', params }
}
