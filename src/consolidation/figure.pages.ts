import { maySeeOffice } from '../people/access.rules.ts'
import { listVersions } from '../reports/reporter.store.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { loadConsolidation } from './consolidation.store.ts'
import { type AskedFigure, figurePath, findFigure, readFigure } from './figure.rules.ts'
import { loadDecisions } from './figure.store.ts'
import { communePage, figureHead, sumPage } from './figure-page.rules.ts'
import { snapshotTable } from './snapshot.store.ts'

/** Where a figure of the consolidation comes from, as it is now or as a numbered copy printed it. */
export function figurePages(routes: Routes<Unit>): void {
  const path = '/consolidation/:unit/:month/figure'
  routes.unit('get', path, maySeeOffice, toFigure)
  routes.unit('get', `${path}/:column`, maySeeOffice, showFigure)
  routes.unit('get', `${path}/:column/:of`, maySeeOffice, showFigure)
}

/** The form that looks a figure up leads to the figure's own address. */
function toFigure({ req, res, unit, month }: UnitVisit<Unit>): void {
  const asked = readFigure(req.query)
  if (!asked) throw notFound()
  res.redirect(303, figurePath(`/consolidation/${unit.id}/${month}`, asked, asked.copy))
}

async function showFigure(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month } = visit
  const asked = readFigure({ ...req.params, copy: req.query.copy })
  const found = asked && (await find(visit, asked))
  if (!found) throw notFound()
  const { figure, now } = found
  const shown = { lang, month, officeId: unit.id, copy: asked.copy, now }
  const model = {
    ...figureHead(figure, shown),
    office: unit.fullName,
    sum: figure.kind === 'sum' ? sumPage(figure, shown) : null,
    commune: null,
  }
  const title = say(lang, 'figure.title', { label: model.label })
  if (figure.kind === 'sum') return sendPage(req, res, 'consolidation/figure', { title }, model)
  const [versions, decisions] = await Promise.all([
    listVersions(deps.db, figure.row.unitId, month),
    loadDecisions(deps.db, figure.row.unitId, month),
  ])
  const commune = communePage(figure, { versions, decisions }, shown)
  sendPage(req, res, 'consolidation/figure', { title }, { ...model, commune })
}

/** The cell in the table asked for, and with a copy the same cell as it is now. */
async function find({ deps, unit, month }: UnitVisit<Unit>, asked: AskedFigure) {
  const [current, copy] = await Promise.all([
    loadConsolidation(deps.db, unit.id, month),
    asked.copy === null ? null : snapshotTable(deps.db, { officeId: unit.id, period: month }, asked.copy),
  ])
  const table = asked.copy === null ? current : copy
  const figure = table && findFigure(table, asked)
  if (!figure) return null
  const now = asked.copy === null || !current ? undefined : (findFigure(current, asked)?.value ?? null)
  return { figure, now }
}
