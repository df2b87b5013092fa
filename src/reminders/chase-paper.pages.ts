import { writePaper } from '../files/paper.document.ts'
import { maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { sendDocument, shownPaper } from '../web/send-paper.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { draftChase } from './draft-chase.ts'

/** Công văn đôn đốc: the official letter to the communes that are missing now, for print and in Word. */
export function chasePaperPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit/:month/chase-paper', maySeeOffice, showPaper)
  routes.unit('get', '/reminders/:unit/:month/chase-paper.docx', maySeeOffice, sendWord)
}

const load = ({ deps, req, unit, month, now }: UnitVisit<Unit>) =>
  draftChase(deps.db, { officeId: unit.id, month, now, until: req.query.until })

async function showPaper(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, lang, unit, month } = visit
  const drafted = await load(visit)
  const path = `/reminders/${unit.id}/${month}/chase-paper`
  const title = say(lang, 'papers.chase.title', { month: formatMonth(month) })
  const paper = drafted?.paper ?? null
  const model = {
    title,
    office: unit.fullName,
    back: `/review/${unit.id}/${month}`,
    word: { action: `${path}.docx?until=${drafted?.until ?? ''}`, post: false },
    textsHref: `/consolidation/${unit.id}/papers?kind=chase`,
    until: paper && drafted ? { action: path, value: drafted.until } : null,
    paper: paper && shownPaper(paper),
    nothing: { title: say(lang, 'papers.chase.none'), text: say(lang, 'papers.chase.noneText') },
  }
  sendPage(req, res, 'papers/paper', { title }, model)
}

async function sendWord(visit: UnitVisit<Unit>): Promise<void> {
  const { res, month } = visit
  const drafted = await load(visit)
  if (!drafted?.paper) throw notFound()
  sendDocument(res, `cong-van-don-doc-${month}.docx`, await writePaper(drafted.paper))
}
