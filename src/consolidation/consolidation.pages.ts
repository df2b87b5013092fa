import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { addMonths, dayAt, type Month, schoolYearOf } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { maySeeOffice } from '../people/access.rules.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { bannersOf } from './banner.rules.ts'
import { choiceErrors, type Refused, shownChoice } from './choice-box.rules.ts'
import { monthsOfOffice } from './consolidation.store.ts'
import { figureFinder } from './figure-find.rules.ts'
import { goalView } from './goal-view.rules.ts'
import { loadMonthPage, type MonthPage } from './load-month-page.ts'
import { makeConsolidation } from './make-consolidation.ts'
import { choiceBox, readPaperChoice } from './paper-choice.rules.ts'
import { monthPlans } from './sheet.rules.ts'
import { shownCopies } from './snapshot-list.rules.ts'
import { rowsOf } from './table.rules.ts'
import { builtLine, monthLabel, shownSheet, viewLinks } from './view.rules.ts'

/** The month's consolidated table on screen, and the press that takes its book. A year is in year.pages.ts. */
export function consolidationPages(routes: Routes<Unit>): void {
  routes.unit('get', '/consolidation/:unit', maySeeOffice, async visit => {
    const month = await monthInHandOf(visit)
    const unit = await findUnit(visit.deps.db, visit.unit.id, month)
    await showTable({ ...visit, month, unit: unit ?? visit.unit })
  })
  routes.unit('get', '/consolidation/:unit/:month', maySeeOffice, visit => showTable(visit))
  routes.unit('post', '/consolidation/:unit/:month/snapshots', maySeeOffice, takeBook)
}

async function takeBook(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month, now, person } = visit
  const body = req.body ?? {}
  const read = readPaperChoice(body, lang)
  if ('errors' in read) return showTable(visit, { body, errors: read.errors })
  const press = { officeId: unit.id, period: month, now, actor: person, choice: read.choice }
  const made = await makeConsolidation(deps.db, press)
  if (!made) throw notFound()
  res.redirect(303, `/consolidation/${unit.id}/${month}/snapshots/${made.number}`)
}

async function showTable(visit: UnitVisit<Unit>, refused: Refused | null = null): Promise<void> {
  const { deps, req, res, lang, unit, month, now, person } = visit
  const asked = { officeId: unit.id, month, personId: person.id }
  const [page, months] = await Promise.all([loadMonthPage(deps.db, asked), monthSwitcher(visit)])
  if (!page) throw notFound()
  const { table, copies, sent, lastPaper } = page
  const path = `/consolidation/${unit.id}/${month}`
  const above = person.roles.some(({ unitId }) => unitId !== unit.id && unit.offices.includes(unitId))
  const title = say(lang, 'consolidation.title', { month: formatMonth(month) })
  sendPage(
    req,
    res,
    'consolidation/table',
    { title, wide: true, status: refused ? 422 : 200 },
    {
      office: unit.fullName,
      up: above && unit.parentId ? `/consolidation/${unit.parentId}/${month}` : null,
      month,
      built: builtLine(table, now, lang),
      months,
      reportHref: `${path}/report`,
      links: linksOf(visit),
      takeAction: `${path}/snapshots`,
      choice: shownChoice(choiceBox(table.paper, lastPaper, lang), refused),
      errors: choiceErrors(refused),
      dataPath: path,
      banners: bannersOf(page, path, lang),
      ...partOf(page, req.query.view, { path, lang }),
      copies: shownCopies(copies, { path, sent: sent?.dispatch ?? null, lang }),
    },
  )
}

/** The part of the table that is asked for; every part is there when anybody was to report. */
function partOf(
  { table, mine, sent }: MonthPage,
  asked: unknown,
  { path, lang }: { path: string; lang: Lang },
) {
  const plans = monthPlans(table)
  if (plans.length === 0 || rowsOf(table).length === 0)
    return { views: [], sheet: null, goals: null, finder: null }
  const plan = asked === 'goals' ? null : (plans.find(it => it.key === asked) ?? plans[0] ?? null)
  const changes = (mine ?? sent)?.changes ?? []
  return {
    views: viewLinks(plans, plan?.key ?? 'goals', path, lang),
    sheet: plan && shownSheet(table, plan, { lang, changes }),
    goals: plan ? null : goalView(table, lang),
    finder: figureFinder(table, { path, copy: null, lang }),
  }
}

function linksOf({ unit, month, lang }: UnitVisit<Unit>) {
  const [year, schoolYear] = [month.slice(0, 4), schoolYearOf(month)]
  const yearPath = `/consolidation/${unit.id}/year`
  return [
    { href: `${yearPath}/${year}`, label: say(lang, 'consolidation.yearLink', { year }) },
    {
      href: `${yearPath}/${schoolYear}`,
      label: say(lang, 'consolidation.schoolYearLink', { year: schoolYear }),
    },
    { href: `/charts/${unit.id}/${month}`, label: say(lang, 'chart.link') },
    { href: `/targets/${unit.id}?year=${schoolYear}`, label: say(lang, 'targets.link') },
    { href: `/targets/${unit.id}/distance?month=${month}`, label: say(lang, 'targets.link.distance') },
    { href: `/review/${unit.id}/${month}`, label: say(lang, 'consolidation.board') },
  ]
}

/** Until the cut-off has passed, the office still works on the month before. */
async function monthInHandOf({ deps, unit, month, now }: UnitVisit<Unit>): Promise<Month> {
  const { settings } = await loadOfficeMonth(deps.db, unit.id, month)
  return monthInHand(dayAt(now), settings.cutOffDay)
}

async function monthSwitcher(visit: UnitVisit<Unit>) {
  const { deps, unit, month, lang } = visit
  const [span, inHand] = await Promise.all([monthsOfOffice(deps.db, unit.id), monthInHandOf(visit)])
  const to = (it: Month) => ({ href: `/consolidation/${unit.id}/${it}`, label: monthLabel(it, lang) })
  const last = span?.until && span.until < inHand ? span.until : inHand
  return {
    previous: span && month > span.from ? to(addMonths(month, -1)) : null,
    next: month < last ? to(addMonths(month, 1)) : null,
    current: month === last ? null : { ...to(last), label: say(lang, 'consolidation.toNow') },
  }
}
