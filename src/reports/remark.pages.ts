import { mayReport, maySeeReports } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { openReport } from './open-report.store.ts'
import { loadThread } from './remark.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import { communeThread } from './thread-view.rules.ts'
import { type Typed, writeRemark } from './write-remark.ts'

type Visit = UnitVisit<Unit>

/** The talk about one report, as the commune takes part in it; the office's half is on beside.pages. */
export function remarkPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/:month/thread', maySeeReports, visit => showThread(visit))
  routes.unit('post', '/reports/:unit/:month/thread', mayReport, sayToOffice)
}

async function showThread(visit: Visit, typed: Typed | null = null): Promise<void> {
  const { deps, req, res, lang, unit, month, person } = visit
  const [open, remarks] = await Promise.all([
    openReport(deps.db, { unit: reportingUnit(unit, month), month }),
    loadThread(deps.db, unit.id, month),
  ])
  const back = pathOf(visit)
  const mayWrite = mayReport(person, unit)
  const thread = communeThread(open, remarks, { lang, mayWrite, typed, back: `${back}/thread` })
  if (!thread) throw notFound()
  const title = say(lang, 'remark.title', { month: formatMonth(month) })
  const options = { title, contact: contactLine(open.settings), status: typed ? 422 : 200 }
  sendPage(req, res, 'reports/thread', options, { title, unit: unit.fullName, back, thread })
}

const pathOf = ({ unit, month }: Visit): string => `/reports/${unit.id}/${month}`

/** An answer, or a note nobody asked for. It needs no form, so a locked month takes it as well. */
async function sayToOffice(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, person, now, lang } = visit
  const kind = req.body.kind === 'answer' ? 'answer' : 'note'
  const reporting = reportingUnit(unit, month)
  const writing = { unit: reporting, month, kind, side: 'commune', by: person, now, lang } as const
  const typed = await writeRemark(deps.db, { ...writing, body: { text: req.body.text, seen: req.body.seen } })
  if (typed) return showThread(visit, typed)
  const path = pathOf(visit)
  const back = req.body.back === path ? path : `${path}/thread`
  res.redirect(303, withFlash(back, kind === 'answer' ? 'answered' : 'noted'))
}
