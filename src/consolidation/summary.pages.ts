import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { shownPaper } from '../web/send-paper.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { draftSummary } from './draft-summary.ts'
import { takeSummary } from './take-summary.ts'

/** Báo cáo tổng hợp: the month's table in words, for print and in Word. */
export function summaryPages(routes: Routes<Unit>): void {
  routes.unit('get', '/consolidation/:unit/:month/report', maySeeOffice, showSummary)
  routes.unit('post', '/consolidation/:unit/:month/report.docx', maySeeOffice, takeWord)
}

const load = ({ deps, unit, month, now }: UnitVisit<Unit>) =>
  draftSummary(deps.db, { officeId: unit.id, month, now })

async function showSummary(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit, month } = visit
  const drafted = await load(visit)
  const path = `/consolidation/${unit.id}/${month}`
  const title = say(lang, 'papers.summary.title', { month: formatMonth(month) })
  const model = {
    title,
    office: unit.fullName,
    back: path,
    word: { action: `${path}/report.docx`, post: true },
    textsHref: `/consolidation/${unit.id}/papers?kind=summary`,
    until: null,
    paper: drafted && shownPaper(drafted.paper),
    nothing: { title: say(lang, 'consolidation.none'), text: say(lang, 'consolidation.noneText') },
  }
  sendPage(req, res, 'papers/paper', { title }, model)
}

async function takeWord(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, unit, month, now, person: actor } = visit
  const made = await takeSummary(deps.db, { officeId: unit.id, period: month, now, actor })
  if (!made) throw notFound()
  res.redirect(303, `/consolidation/${unit.id}/${month}/snapshots/${made.number}`)
}
