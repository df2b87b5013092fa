import { mayReview, maySeeOffice } from '../people/access.rules.ts'
import { type ScanPaper, serveScans } from '../reports/serve-scans.ts'
import type { Unit } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { findSnapshot } from './snapshot.store.ts'
import { numberIn, periodPath } from './snapshot-list.rules.ts'
import { periodOf } from './year.rules.ts'

/** Signed papers beside a numbered copy: officers add them, everybody of the office and above reads them. */
export function snapshotScanPages(routes: Routes<Unit>): void {
  for (const place of ['/:month', '/year/:year']) {
    const path = `/consolidation/:unit${place}/snapshots/:number`
    serveScans(routes, { path, mayRead: maySeeOffice, mayAdd: mayReview, paperOf })
  }
}

async function paperOf({ deps, req, unit, lang }: UnitVisit<Unit>): Promise<ScanPaper> {
  const { month, year, number: typed } = req.params
  const asked = month ?? year
  const period = typeof asked === 'string' ? periodOf(asked) : null
  const number = numberIn(typed)
  if (unit.kind !== 'office' || !period || number === null) throw notFound()
  if (year !== undefined && period.kind === 'month') throw notFound()
  const copy = await findSnapshot(deps.db, { officeId: unit.id, period: period.text }, number)
  if (!copy) throw notFound()
  const path = periodPath(unit.id, period)
  const isMonth = period.kind === 'month'
  const shown = isMonth ? formatMonth(period.text) : period.text
  const about = {
    unitId: unit.id,
    month: isMonth ? period.text : null,
    detail: { number, period: period.text },
  }
  return {
    owner: { snapshotId: copy.id },
    path: `${path}/snapshots/${number}`,
    back: `${path}/copies/${number}`,
    name: say(lang, 'scan.ofCopy', { unit: unit.fullName, number, period: shown }),
    adding: { act: 'snapshot.add-scan', ...about },
    withdrawing: { act: 'snapshot.withdraw-scan', ...about },
  }
}
