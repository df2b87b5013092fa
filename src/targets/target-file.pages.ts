import { readBook } from '../files/read-book.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { sendBook } from '../web/send-book.ts'
import { say } from '../words/all.ts'
import { clean, formatNumber } from '../words/vietnamese.ts'
import { type Grid, openGrid } from './open-grid.ts'
import { type GridAnswer, showGrid } from './show-grid.ts'
import { writeUnitBook } from './target.workbook.ts'
import { targetBook } from './target-book.rules.ts'
import { readTargetFile, type TargetFile } from './target-file.rules.ts'
import { formOfTargets } from './target-grid.rules.ts'
import { faultLines } from './unit-table.rules.ts'

/** Targets from Excel: the grid handed out as a workbook, and one read into the grid, unsaved. */
export function targetFilePages(routes: Routes<Unit>): void {
  routes.unit('get', '/targets/:unit/targets.xlsx', maySeeOffice, sendTargets)
  routes.unit('post', '/targets/:unit/file', mayAdminister, takeFile)
}

async function sendTargets(visit: UnitVisit<Unit>): Promise<void> {
  const grid = await openGrid(visit)
  const book = targetBook(grid, visit.unit.fullName)
  sendBook(visit.res, book.title, await writeUnitBook(book, visit.now))
}

async function takeFile(visit: UnitVisit<Unit>): Promise<void> {
  const { req, lang } = visit
  const grid = await openGrid(visit)
  const { buffer, originalname = '' } = req.file ?? {}
  if (!buffer) return refuse(visit, grid, say(lang, 'unitTable.noFile'))
  const book = await readBook(buffer)
  if (!book.ok) {
    const advice = say(lang, `refusal.${book.refusal}.advice`)
    return refuse(visit, grid, `${say(lang, `refusal.${book.refusal}`)} ${advice}`)
  }
  const saved = formOfTargets(grid.stored, grid.units)
  const file = readTargetFile(book.sheets, { ...grid, saved, lang })
  if (!file) return refuse(visit, grid, say(lang, 'unitTable.noUnits'))
  showGrid(visit, grid, answerOf(visit, grid, { ...file, name: clean(originalname).slice(0, 120) }))
}

/** The grid as it is stored, with why the file was not taken. */
function refuse(visit: UnitVisit<Unit>, grid: Grid, fault: string): void {
  const form = formOfTargets(grid.stored, grid.units)
  const stands = { form, errors: [], stored: grid.stored, beside: false, news: null }
  showGrid(visit, grid, { ...stands, status: 422, faults: [fault] })
}

function answerOf({ lang }: UnitVisit<Unit>, grid: Grid, file: TargetFile & { name: string }): GridAnswer {
  const saved = formOfTargets(grid.stored, grid.units)
  const form = { ...saved, ...file.form }
  const changed = Object.keys(form).filter(it => form[it] !== saved[it]).length
  const said = { file: file.name, units: formatNumber(file.units), count: formatNumber(changed) }
  const key = changed > 0 ? 'unitTable.read' : 'unitTable.readSame'
  return {
    status: file.faults.length > 0 ? 422 : 200,
    form,
    errors: [],
    stored: grid.stored,
    beside: true,
    news: { kind: 'info', text: say(lang, key, said) },
    faults: faultLines(file.faults, lang),
  }
}
