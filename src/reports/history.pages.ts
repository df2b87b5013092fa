import { addMonths, monthsFrom } from '../calendar/month.rules.ts'
import { mayReport, maySeeReports } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { editionFor } from './edition.store.ts'
import { loadLateness } from './load-lateness.ts'
import { loadScanBox } from './load-scan-box.ts'
import { openReport } from './open-report.store.ts'
import { listMonths, listVersions } from './reporter.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import { loadRelatives } from './unit-history.store.ts'
import { historyYears, predecessorLine, receiptPage, versionsPage } from './versions-page.rules.ts'

type Visit = UnitVisit<Unit>

/** What a commune has sent: all its months, the versions of one, and a receipt. */
export function historyPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit', maySeeReports, showMonths)
  routes.unit('get', '/reports/:unit/:month/versions', maySeeReports, showVersions)
  routes.unit('get', '/reports/:unit/:month/receipt/:number', maySeeReports, showReceipt)
}

/** The months of this unit and, a link away, those of the units it was made of. */
async function showMonths(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, lang } = visit
  if (unit.kind !== 'commune') throw notFound()
  const last = unit.validUntil && unit.validUntil <= month ? addMonths(unit.validUntil, -1) : month
  const months = monthsFrom(unit.validFrom, last)
  const [listed, { edition }, before] = await Promise.all([
    listMonths(deps.db, { unitId: unit.id, months }),
    editionFor(deps.db, month),
    loadPredecessors(visit),
  ])
  const lateness = await loadLateness(deps.db, { unitId: unit.id, months: listed, lang })
  const years = historyYears(listed, { edition, path: `/reports/${unit.id}`, lateness })
  const noteHref = `/reports/${unit.id}/note`
  const chartsHref = `/charts/${unit.id}`
  const model = { unit: unit.fullName, years, predecessors: before, chartsHref, noteHref }
  sendPage(req, res, 'reports/history', { title: say(lang, 'reports.history.title') }, model)
}

/** By any chain, each once. */
async function loadPredecessors({ deps, unit, lang }: Visit) {
  const before = (await loadRelatives(deps.db, unit.id)).filter(it => it.side === 'before')
  return [...new Map(before.map(it => [it.id, it])).values()].map(({ id, name, effectiveMonth }) =>
    predecessorLine(lang, { id, fullName: name }, effectiveMonth),
  )
}

/** One month, with every version of it. */
async function load({ deps, unit, month }: Visit) {
  const reporting = reportingUnit(unit, month)
  return Promise.all([openReport(deps.db, { unit: reporting, month }), listVersions(deps.db, unit.id, month)])
}

async function showVersions(visit: Visit): Promise<void> {
  const { req, res, lang, month } = visit
  const [open, versions] = await load(visit)
  const title = say(lang, 'reports.versions.title', { month: formatMonth(month) })
  sendPage(
    req,
    res,
    'reports/versions',
    { title, contact: contactLine(open.settings) },
    versionsPage(open, versions, lang),
  )
}

async function showReceipt(visit: Visit): Promise<void> {
  const { deps, req, res, lang, person, unit, month } = visit
  const given = String(req.params.number)
  if (!/^[1-9]\d{0,4}$/.test(given)) throw notFound()
  const [open, versions] = await load(visit)
  const model = receiptPage(open, versions, { number: Number(given), lang })
  if (!model) throw notFound()
  const title = say(lang, 'reports.receipt.number', { number: model.number })
  const scans = await loadScanBox(deps.db, {
    unitId: unit.id,
    month,
    path: model.view,
    lang,
    mayAdd: mayReport(person, unit),
  })
  sendPage(req, res, 'reports/receipt', { title, contact: contactLine(open.settings) }, { ...model, scans })
}
