import { writePaper } from '../files/paper.document.ts'
import { maySeeReports } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { sendDocument, shownPaper } from '../web/send-paper.ts'
import { say } from '../words/all.ts'
import { fold, formatMonth } from '../words/vietnamese.ts'
import { draftReportPaper } from './draft-paper.ts'
import { reportingUnit } from './reporting-unit.ts'

/** The commune's own report to be signed: for print, and in Word. */
export function reportPaperPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/:month/paper', maySeeReports, showPaper)
  routes.unit('get', '/reports/:unit/:month/paper.docx', maySeeReports, sendWord)
}

const load = ({ deps, unit, month, now }: UnitVisit<Unit>) =>
  draftReportPaper(deps.db, { unit: { ...reportingUnit(unit, month), name: unit.name }, month, now })

async function showPaper(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit, month } = visit
  const { open, paper } = await load(visit)
  const path = `/reports/${unit.id}/${month}`
  const title = say(lang, 'papers.report.title', { month: formatMonth(month) })
  sendPage(
    req,
    res,
    'papers/paper',
    { title, contact: contactLine(open.settings) },
    {
      title,
      office: unit.fullName,
      back: path,
      word: { action: `${path}/paper.docx`, post: false },
      textsHref: null,
      until: null,
      paper: paper && shownPaper(paper),
      nothing: { title: say(lang, 'reports.state.none'), text: say(lang, 'reports.state.noneText') },
    },
  )
}

async function sendWord(visit: UnitVisit<Unit>): Promise<void> {
  const { res, unit, month } = visit
  const { paper } = await load(visit)
  if (!paper) throw notFound()
  const name = fold(unit.fullName).replace(/[^a-z0-9]+/g, '-')
  sendDocument(res, `bao-cao-${name}-${month}.docx`, await writePaper(paper))
}
