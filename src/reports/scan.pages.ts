import { mayReport, maySeeReports } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { reportingUnit } from './reporting-unit.ts'
import { sentReportId } from './scan.store.ts'
import { type ScanPaper, serveScans } from './serve-scans.ts'

/** Signed papers beside a commune's report: its own people add them, also after the month is locked; offices above read them. */
export function scanPages(routes: Routes<Unit>): void {
  serveScans(routes, { path: '/reports/:unit/:month', mayRead: maySeeReports, mayAdd: mayReport, paperOf })
}

async function paperOf({ deps, unit, month, lang }: UnitVisit<Unit>): Promise<ScanPaper> {
  const { id: unitId, fullName } = reportingUnit(unit, month)
  const reportId = await sentReportId(deps.db, unitId, month)
  if (reportId === null) throw new Problem(404, 'problem.nothingToSign')
  const path = `/reports/${unitId}/${month}`
  return {
    owner: { reportId },
    path,
    back: path,
    name: say(lang, 'scan.ofReport', { unit: fullName, month: formatMonth(month) }),
    adding: { act: 'report.add-scan', unitId, month },
    withdrawing: { act: 'report.withdraw-scan', unitId, month },
  }
}
