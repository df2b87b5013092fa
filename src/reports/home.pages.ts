import { addMonths, type Month, monthsFrom } from '../calendar/month.rules.ts'
import { isSignedIn, mayReport, maySignOff } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { PersonVisit, Routes } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { homeUnit } from './home-page.rules.ts'
import { openReport } from './open-report.store.ts'
import { loadQuestions } from './remark.store.ts'
import { listMonths } from './reporter.store.ts'
import { listRequests } from './request.store.ts'
import { questionNotice } from './thread-view.rules.ts'

/** The commune's people land here: for each of their communes the month in hand and the months before. */
export function homePages(routes: Routes<Unit>): void {
  routes.person('get', '/reports', isSignedIn, showHome)
}

/** How far back the first page looks; older months are on the history's page. */
const MONTHS_SHOWN = 12

async function showHome(visit: PersonVisit): Promise<void> {
  const { deps, person, req, res, lang, month } = visit
  const ids = [...new Set(person.roles.map(it => it.unitId))]
  const found = await Promise.all(ids.map(id => findUnit(deps.db, id, month)))
  const mine = found.filter(unit => unit !== null).filter(unit => mayReport(person, unit))
  const [questions, ...units] = await Promise.all([
    loadQuestions(deps.db, ids),
    ...mine.map(unit => loadUnit(visit, unit)),
  ])
  const contact = units.map(it => it.contact).find(it => it !== null) ?? null
  const title = say(lang, 'reports.home.title')
  const pushKey = deps.config.vapid?.publicKey ?? null
  sendPage(
    req,
    res,
    'reports/home',
    { title, contact },
    {
      units: units.map(it => it.model),
      single: units.length === 1,
      pushKey: mine.length > 0 ? pushKey : null,
      questions: questions.map(it => questionNotice(it, lang)),
    },
  )
}

async function loadUnit({ deps, person, lang, now, month }: PersonVisit, unit: Unit) {
  const isThere = unit.validFrom <= month && (!unit.validUntil || month < unit.validUntil)
  const { parentId } = unit
  if (!isThere || parentId === null)
    return { contact: null, model: { idle: { unit: unit.fullName, historyHref: `/reports/${unit.id}` } } }
  const asked = { unitId: unit.id, months: monthsBefore(month, unit) }
  const [open, past, requests] = await Promise.all([
    openReport(deps.db, { unit: { ...unit, parentId }, month }),
    listMonths(deps.db, asked),
    listRequests(deps.db, { unitIds: [unit.id], months: asked.months }),
  ])
  const reader = { lang, now, mayApprove: maySignOff(person, unit), requests }
  return { contact: contactLine(open.settings), model: { ...homeUnit(open, past, reader), idle: null } }
}

function monthsBefore(month: Month, { validFrom }: Unit): Month[] {
  const first = addMonths(month, -MONTHS_SHOWN)
  return monthsFrom(first > validFrom ? first : validFrom, addMonths(month, -1))
}
