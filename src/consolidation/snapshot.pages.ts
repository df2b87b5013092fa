import type { Response } from 'express'
import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { makeConsolidation } from './make-consolidation.ts'
import { readSnapshot, type SnapshotFile } from './snapshot.store.ts'
import { attachment } from './snapshot-list.rules.ts'
import { periodOf } from './year.rules.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Taking a book and taking it again: a press makes or finds the numbered copy, its address gives the file. */
export function snapshotPages(routes: Routes<Unit>): void {
  for (const place of ['/:month', '/year/:year']) {
    routes.unit('post', `/consolidation/:unit${place}/snapshots`, maySeeOffice, takeCopy)
    routes.unit('get', `/consolidation/:unit${place}/snapshots/:number`, maySeeOffice, sendCopy)
  }
}

async function takeCopy(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, unit, now, person, res } = visit
  const period = periodAsked(visit)
  const made = await makeConsolidation(deps.db, { officeId: unit.id, period, now, actor: person })
  if (!made) throw notFound()
  const place = periodOf(period)?.kind === 'month' ? period : `year/${period}`
  res.redirect(303, `/consolidation/${unit.id}/${place}/snapshots/${made.number}`)
}

async function sendCopy(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, unit, req, res } = visit
  const { number } = req.params
  if (typeof number !== 'string' || !/^[1-9]\d{0,8}$/.test(number)) throw notFound()
  const file = await readSnapshot(deps.db, { officeId: unit.id, period: periodAsked(visit) }, Number(number))
  if (!file) throw notFound()
  sendFile(res, file)
}

/** A copy never changes, so a browser that has it may keep it; nobody else may. */
function sendFile(res: Response, { fileName, bytes, sha256 }: SnapshotFile): void {
  res
    .set('Content-Type', XLSX)
    .set('Content-Disposition', attachment(fileName))
    .set('Cache-Control', 'private, no-transform, max-age=0, must-revalidate')
    .set('ETag', `"${sha256}"`)
    .send(bytes)
}

function periodAsked({ req }: UnitVisit<Unit>): string {
  const { month, year } = req.params
  const asked = month ?? year
  const period = typeof asked === 'string' ? periodOf(asked) : null
  if (!period || (year !== undefined && period.kind === 'month')) throw notFound()
  return period.text
}
