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
import { changesBetween, type UnitChange } from './changes.rules.ts'
import { loadConsolidation, monthsOfOffice } from './consolidation.store.ts'
import { monthPlans } from './sheet.rules.ts'
import { lastTaken, listSnapshots, snapshotTable } from './snapshot.store.ts'
import { shownCopies } from './snapshot-list.rules.ts'
import { type ConsolidationTable, rowsOf, tableHash } from './table.rules.ts'
import { builtLine, monthLabel, shownChanges, shownSheet, viewLinks } from './view.rules.ts'

/** The month's consolidated table on screen. Its book is taken in snapshot.pages.ts, a year is in year.pages.ts. */
export function consolidationPages(routes: Routes<Unit>): void {
  routes.unit('get', '/consolidation/:unit', maySeeOffice, async visit => {
    const month = await monthInHandOf(visit)
    const unit = await findUnit(visit.deps.db, visit.unit.id, month)
    await showTable({ ...visit, month, unit: unit ?? visit.unit })
  })
  routes.unit('get', '/consolidation/:unit/:month', maySeeOffice, showTable)
}

async function showTable(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month, now, person } = visit
  const table = await loadConsolidation(deps.db, unit.id, month)
  if (!table) throw notFound()
  const key = { officeId: unit.id, period: month }
  const [since, copies, months] = await Promise.all([
    changesSince(visit, table),
    listSnapshots(deps.db, key),
    monthSwitcher(visit),
  ])
  const plans = monthPlans(table)
  const plan = plans.find(it => it.key === req.query.view) ?? plans[0]
  const path = `/consolidation/${unit.id}/${month}`
  const year = month.slice(0, 4)
  const above = person.roles.some(({ unitId }) => unitId !== unit.id && unit.offices.includes(unitId))
  sendPage(
    req,
    res,
    'consolidation/table',
    { title: say(lang, 'consolidation.title', { month: formatMonth(month) }), wide: true },
    {
      office: unit.fullName,
      up: above && unit.parentId ? `/consolidation/${unit.parentId}/${month}` : null,
      month,
      built: builtLine(table, now, lang),
      months,
      boardHref: `/review/${unit.id}/${month}`,
      takeAction: `${path}/snapshots`,
      years: [
        {
          href: `/consolidation/${unit.id}/year/${year}`,
          label: say(lang, 'consolidation.yearLink', { year }),
        },
        {
          href: `/consolidation/${unit.id}/year/${schoolYearOf(month)}`,
          label: say(lang, 'consolidation.schoolYearLink', { year: schoolYearOf(month) }),
        },
      ],
      changed: since ? shownChanges(since.changes, since.number, lang) : null,
      views: plan ? viewLinks(plans, plan.key, path, lang) : [],
      sheet:
        plan && rowsOf(table).length > 0
          ? shownSheet(table, plan, { lang, changes: since?.changes ?? [] })
          : null,
      copies: shownCopies(copies, path, lang),
    },
  )
}

/** What became of the table since the copy this person last took; null when there is none. */
async function changesSince(
  { deps, person, unit, month }: UnitVisit<Unit>,
  table: ConsolidationTable,
): Promise<{ number: number; changes: UnitChange[] } | null> {
  const key = { officeId: unit.id, period: month }
  const number = await lastTaken(deps.db, key, person.id)
  if (number === null) return null
  const taken = await snapshotTable(deps.db, key, number)
  if (!taken) return null
  return { number, changes: tableHash(taken) === tableHash(table) ? [] : changesBetween(taken, table) }
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
