import type { Response } from 'express'
import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { keptBytes } from './kept-bytes.ts'
import { makeConsolidation } from './make-consolidation.ts'
import { findSnapshot, type Snapshot } from './snapshot.store.ts'
import { attachment, numberIn, periodPath, typeOf } from './snapshot-list.rules.ts'
import { type Period, periodOf } from './year.rules.ts'

/**
 * A year's book taken by a press, and every numbered copy given again at its address, the very bytes. A month's book is taken
 * on the month's page (consolidation.pages.ts), which has more to say about its paper.
 */
export function snapshotPages(routes: Routes<Unit>): void {
  routes.unit('post', '/consolidation/:unit/year/:year/snapshots', maySeeOffice, takeYear)
  for (const place of ['/:month', '/year/:year'])
    routes.unit('get', `/consolidation/:unit${place}/snapshots/:number`, maySeeOffice, sendCopy)
}

async function takeYear(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, unit, now, person, res } = visit
  const period = periodAsked(visit)
  const press = { officeId: unit.id, period: period.text, now, actor: person }
  const made = await makeConsolidation(deps.db, press)
  if (!made) throw notFound()
  res.redirect(303, `${periodPath(unit.id, period)}/snapshots/${made.number}`)
}

async function sendCopy(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, unit, req, res } = visit
  const number = numberIn(req.params.number)
  if (number === null) throw notFound()
  const copy = await findSnapshot(deps.db, { officeId: unit.id, period: periodAsked(visit).text }, number)
  const bytes = copy && (await keptBytes(deps.db, copy.sha256))
  if (!bytes) throw notFound()
  sendFile(res, copy, bytes)
}

/** A copy never changes, so a browser that has it may keep it; nobody else may. */
function sendFile(res: Response, { fileName, format, sha256 }: Snapshot, bytes: Buffer): void {
  res
    .set('Content-Type', typeOf(format))
    .set('Content-Disposition', attachment(fileName))
    .set('Cache-Control', 'private, no-transform, max-age=0, must-revalidate')
    .set('ETag', `"${sha256}"`)
    .send(bytes)
}

function periodAsked({ req }: UnitVisit<Unit>): Period {
  const { month, year } = req.params
  const asked = month ?? year
  const period = typeof asked === 'string' ? periodOf(asked) : null
  if (!period || (year !== undefined && period.kind === 'month')) throw notFound()
  return period
}
