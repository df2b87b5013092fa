import type { Response } from 'express'
import { dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import { mayReport, maySeeOffice, maySeeReports } from '../people/access.rules.ts'
import { type ListedUnit, type Unit, unitsUnder } from '../units/unit.store.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatMonth, formatNumber } from '../words/vietnamese.ts'
import { fileSafe, templateBook, templateBookOf, templateFileName, templateZip } from './make-templates.ts'
import { openReport } from './open-report.store.ts'
import { standingAt } from './report.rules.ts'
import { reportingUnit } from './reporting-unit.ts'

type Visit = UnitVisit<Unit>

/** The form as an Excel template: a commune's own, and those of all of an office's communes. */
export function templatePages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/:month/template.xlsx', maySeeReports, sendTemplate)
  routes.unit('get', '/review/:unit/:month/templates.xlsx', maySeeOffice, sendBook)
  routes.unit('get', '/review/:unit/:month/templates.zip', maySeeOffice, sendZip)
}

/** More sheets than this nobody finds their way in; no province has as many communes (Hà Nội 126, Phú Thọ 148). */
export const MOST_SHEETS = 250

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function sendTemplate({ deps, person, unit, month, now, res }: Visit): Promise<void> {
  const open = await openReport(deps.db, { unit: reportingUnit(unit, month), month })
  if (standingAt(open.window, now) === 'ahead') throw notOpen(month)
  const bytes = await templateBookOf(open, { withDraft: mayReport(person, unit), now })
  send(res, { name: templateFileName(month, unit.fullName), type: WORKBOOK, bytes })
}

async function sendBook(visit: Visit): Promise<void> {
  const { deps, month, now, res } = visit
  const units = await communesOf(visit)
  const name = officeFileName(visit)
  const bytes = await templateBook(deps.db, units, { month, now, title: name })
  send(res, { name: `${name}.xlsx`, type: WORKBOOK, bytes })
}

async function sendZip(visit: Visit): Promise<void> {
  const { deps, month, now, res } = visit
  const units = await communesOf(visit)
  const bytes = await templateZip(deps.db, units, { month, now })
  send(res, { name: `${officeFileName(visit)}.zip`, type: 'application/zip', bytes })
}

const officeFileName = ({ month, unit }: Visit): string =>
  fileSafe(say('vi', 'template.officeFileName', { month: formatMonth(month), unit: unit.fullName }))

/** By name. @throws Problem when there are too many: then each office below has a book of its own. */
async function communesOf({ deps, unit, month, now }: Visit): Promise<ListedUnit[]> {
  if (month > monthOfDay(dayAt(now))) throw notOpen(month)
  const units = (await unitsUnder(deps.db, unit.id, month)).filter(it => it.kind === 'commune')
  if (units.length === 0) throw notFound()
  if (units.length > MOST_SHEETS)
    throw new Problem(422, 'problem.tooManyTemplates', {
      count: formatNumber(units.length),
      most: MOST_SHEETS,
    })
  return units.sort((a, b) => compareVietnamese(a.name, b.name))
}

const notOpen = (month: Month): Problem =>
  new Problem(404, 'problem.monthAhead', { month: formatMonth(month) })

function send(res: Response, { name, type, bytes }: { name: string; type: string; bytes: Buffer }): void {
  res.attachment(name).set('Cache-Control', 'private, no-store').type(type).send(bytes)
}
