import { change } from '../audit/change.ts'
import { readBook } from '../files/read-book.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { sendBook } from '../web/send-book.ts'
import { say } from '../words/all.ts'
import { clean, formatNumber } from '../words/vietnamese.ts'
import { type Counts, countsFor, openCounts } from './open-counts.ts'
import {
  type CountChange,
  countChanges,
  countsIn,
  countText,
  formOfCounts,
  readCounts,
  type SchoolCount,
} from './school-count.rules.ts'
import { removeSchoolCounts, setSchoolCounts } from './school-count.store.ts'
import { countBook } from './school-count-book.rules.ts'
import { readCountFile } from './school-count-file.rules.ts'
import { type CountAnswer, showCounts } from './show-counts.ts'
import { lockTargets } from './target.store.ts'
import { writeUnitBook } from './target.workbook.ts'
import { faultLines } from './unit-table.rules.ts'

/** Graduates per year as the schools report them, beside what communes report: typed, or from Excel. */
export function schoolCountPages(routes: Routes<Unit>): void {
  routes.unit('get', '/targets/:unit/graduates', maySeeOffice, async visit => {
    const counts = await openCounts(visit)
    showCounts(visit, counts, { ...standing(counts), asked: visit.req.query.show })
  })
  routes.unit('get', '/targets/:unit/graduates/graduates.xlsx', maySeeOffice, async visit => {
    const book = countBook(await openCounts(visit), visit.unit.fullName)
    sendBook(visit.res, book.title, await writeUnitBook(book, visit.now))
  })
  routes.unit('post', '/targets/:unit/graduates', mayAdminister, save)
  routes.unit('post', '/targets/:unit/graduates/file', mayAdminister, takeFile)
}

const standing = (counts: Counts): CountAnswer => ({
  status: 200,
  form: formOfCounts(counts.stored, counts),
  stored: counts.stored,
  errors: [],
  beside: false,
  asked: null,
  news: null,
  faults: [],
})

async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit } = visit
  const counts = await openCounts(visit)
  const form = readCounts(req.body ?? {}, counts, formOfCounts(counts.stored, counts))
  const read = countsIn(form, counts, lang)
  const typed = { ...standing(counts), form, asked: 'all' }
  if ('errors' in read) {
    const seen = String(req.body?.seen ?? '')
    return showCounts(visit, { ...counts, seen }, { ...typed, status: 422, errors: read.errors })
  }
  const newer = await keep(visit, counts, read.counts)
  if (newer) {
    const news = { kind: 'warning' as const, text: say(lang, 'schoolCount.stale') }
    return showCounts(visit, { ...counts, ...newer }, { ...typed, ...newer, status: 409, beside: true, news })
  }
  res.redirect(303, withFlash(`/targets/${unit.id}/graduates`, 'schoolCountsSaved'))
}

/** Writes what differs. @returns what is stored, when somebody changed it since the grid was shown; nothing is written. */
async function keep(
  { deps, req, unit, now, person }: UnitVisit<Unit>,
  counts: Counts,
  typed: readonly SchoolCount[],
): Promise<Pick<Counts, 'stored' | 'seen'> | null> {
  return change(deps.db, { actor: person, now }, async trx => {
    await lockTargets(trx, unit.id)
    const { stored, seen } = await countsFor(trx, counts)
    if (seen !== req.body?.seen) return { result: { stored, seen }, act: null }
    const changes = countChanges(stored, typed, counts)
    const after = changes.flatMap(it => it.after ?? [])
    await setSchoolCounts(trx, after, { by: person, now })
    const gone = changes.filter(it => !it.after)
    await removeSchoolCounts(trx, gone)
    return { result: null, act: changes.length > 0 ? actOf(unit, counts, changes) : null }
  })
}

function actOf(unit: Unit, { units }: Counts, changes: readonly CountChange[]) {
  const names = new Map(units.map(it => [it.id, it.name]))
  const lines = changes.map(({ unitId, cohort, before, after }) => [
    `${names.get(unitId)}, ${cohort}`,
    [countText(before), countText(after)],
  ])
  const detail = { count: changes.length, changes: Object.fromEntries(lines) }
  return { act: 'target.count', unitId: unit.id, detail }
}

async function takeFile(visit: UnitVisit<Unit>): Promise<void> {
  const { req, lang } = visit
  const counts = await openCounts(visit)
  const stands = { ...standing(counts), asked: 'all' }
  const refuse = (fault: string) => showCounts(visit, counts, { ...stands, status: 422, faults: [fault] })
  const { buffer, originalname = '' } = req.file ?? {}
  if (!buffer) return refuse(say(lang, 'unitTable.noFile'))
  const book = await readBook(buffer)
  if (!book.ok)
    return refuse(`${say(lang, `refusal.${book.refusal}`)} ${say(lang, `refusal.${book.refusal}.advice`)}`)
  const file = readCountFile(book.sheets, { ...counts, lang })
  if (!file) return refuse(say(lang, 'unitTable.noUnits'))
  const form = { ...stands.form, ...file.form }
  const changed = Object.keys(form).filter(it => form[it] !== stands.form[it]).length
  const name = clean(originalname).slice(0, 120)
  const said = { file: name, units: formatNumber(file.units), count: formatNumber(changed) }
  const news = {
    kind: 'info' as const,
    text: say(lang, changed > 0 ? 'unitTable.read' : 'unitTable.readSame', said),
  }
  const status = file.faults.length > 0 ? 422 : 200
  showCounts(visit, counts, {
    ...stands,
    form,
    status,
    beside: true,
    news,
    faults: faultLines(file.faults, lang),
  })
}
