import { loadOfficeMonth, type OfficeMonth } from '../calendar/calendar.store.ts'
import { dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import { monthInHand, windowOf } from '../calendar/window.rules.ts'
import { mayAdminister, mayReview, maySeeOffice } from '../people/access.rules.ts'
import { contactLine, policyOf } from '../units/office.rules.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type BoardRow, hasReported } from './board.rules.ts'
import { chaseOf, LISTED, leadAhead, leadOf, missingIn } from './board-chase.rules.ts'
import { UNKNOWN } from './board-column.rules.ts'
import { type Head, headOf } from './board-head.rules.ts'
import { byName } from './board-list.rules.ts'
import { officesView } from './board-offices.rules.ts'
import { moreFilters, pagerOf, pickRows, searchBox, tableHeads } from './board-page.rules.ts'
import { type BoardQuery, boardHref, boardPath, readBoardQuery } from './board-query.rules.ts'
import { viewRow } from './board-row.rules.ts'
import { headlineTiles, progressOf, stateTiles } from './board-summary.rules.ts'
import { type LoadedBoard, loadBoard } from './load-board.ts'
import { leftIn } from './queue.rules.ts'
import { countOpenRequests } from './request.store.ts'
import { loadContacts, loadLock, loadUnreached } from './review.store.ts'

/** The month's board of an office, and of the offices above it. Deciding is in decision.pages.ts. */
export function reviewPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit', maySeeOffice, async visit => {
    const month = await monthInHandOf(visit)
    const unit = month === visit.month ? visit.unit : await findUnit(visit.deps.db, visit.unit.id, month)
    await showBoard({ ...visit, month, unit: unit ?? visit.unit })
  })
  routes.unit('get', '/review/:unit/:month', maySeeOffice, showBoard)
}

/** Until the cut-off has passed, the office still works on the month before. */
async function monthInHandOf({ deps, unit, month, now }: UnitVisit<Unit>): Promise<Month> {
  const { settings } = await loadOfficeMonth(deps.db, unit.id, month)
  return monthInHand(dayAt(now), settings.cutOffDay)
}

/** The board as a handler knows it: who asks, for what, and all that was read. */
type Asked = { visit: UnitVisit<Unit>; loaded: LoadedBoard; query: BoardQuery; path: string }

async function showBoard(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month, now } = visit
  const loaded = await loadBoard(deps.db, unit.id, { month, now })
  const asked = { visit, loaded, query: readBoardQuery(req.query), path: boardPath(unit.id, month) }
  const above = loaded.offices.length > 0
  const model = { ...(await frameOf(asked)), above }
  const options = {
    title: say(lang, 'board.title', { month: formatMonth(month) }),
    wide: true,
    contact: contactLine(loaded.officeMonth.settings),
  }
  if (above && asked.query.view === 'offices')
    return sendPage(req, res, 'reports/offices', options, { ...model, ...officesModel(asked) })
  sendPage(req, res, 'reports/board', options, { ...model, ...(await communesModel(asked)) })
}

/** What both boards begin with. */
async function frameOf(asked: Asked) {
  const { visit, loaded, path, query } = asked
  const { lang, unit, month, person } = visit
  const { board, columns, officeMonth, offices, talk } = loaded
  const summary = { lang, month, counts: board.counts }
  const head = await headFor(visit, officeMonth)
  const hrefOf = (show: BoardQuery['show']) =>
    boardHref(path, query, { show, q: '', view: offices.length > 0 ? 'communes' : 'offices' })
  return {
    office: unit.fullName,
    up: upFrom(visit),
    head,
    expected: board.counts.expected,
    headline: headlineTiles(summary, columns, board.totals).slice(0, UNKNOWN + 1),
    states: stateTiles(summary, query.show, hrefOf),
    progress: progressOf(summary),
    links: [
      {
        href: `${path}/queue`,
        label: say(lang, 'queue.link', { left: formatNumber(leftIn(board.rows, talk)) }),
        icon: 'submitted',
      },
      {
        href: `/consolidation/${unit.id}/${month}`,
        label: say(lang, 'board.consolidation'),
        icon: 'download',
      },
      { href: `/charts/${unit.id}/${month}`, label: say(lang, 'chart.link'), icon: 'chart' },
      { href: `/reminders/${unit.id}/${month}`, label: say(lang, 'board.reminders'), icon: 'mail' },
      { href: `/reminders/${unit.id}/unreachable`, label: say(lang, 'reach.link'), icon: 'person' },
    ],
    templates: month <= monthOfDay(dayAt(visit.now)) ? path : null,
    mayAct: mayReview(person, unit),
    requests: await requestsWaiting(asked),
    more: moreWays(asked),
    lock: mayAdminister(person, unit) ? lockLink(path, head.locked, lang) : null,
  }
}

/** Ways that are not gone every day: what communes asked for, answered or not, and more time for several. */
function moreWays({ visit, loaded, path }: Asked) {
  const { lang, unit, person } = visit
  const many = mayReview(person, unit) && loaded.board.rows.some(isOwed(unit.id))
  return [
    { href: `${path}/requests`, label: say(lang, 'answer.link') },
    ...(many ? [{ href: `${path}/extensions`, label: say(lang, 'extend.many') }] : []),
  ]
}

/** An office gives time to its own communes only; those of offices below have another's dates. */
const isOwed = (officeId: number) => (row: BoardRow) => row.unit.parentId === officeId && !hasReported(row)

/** What communes ask for and nobody has answered: in this month, and in any other, where an office would not look. */
async function requestsWaiting({ visit, loaded }: Asked) {
  const { deps, lang, unit, month } = visit
  const ids = loaded.board.rows.map(it => it.unit.id)
  const open = await countOpenRequests(deps.db, ids)
  const ownFirst = open.toSorted((a, b) => Number(b.month === month) - Number(a.month === month))
  return ownFirst.map(({ month: asked, count }) => ({
    text: say(lang, asked === month ? 'answer.waiting' : 'answer.waitingElsewhere', {
      count,
      month: formatMonth(asked),
    }),
    link: { href: `${boardPath(unit.id, asked)}/requests`, label: say(lang, 'answer.see') },
  }))
}

/** Whoever works for an office above may go back up to it. */
function upFrom({ person, unit, month, lang }: UnitVisit<Unit>) {
  const above = person.roles.some(({ unitId }) => unitId !== unit.id && unit.offices.includes(unitId))
  if (unit.parentId === null || !above) return null
  return { href: boardPath(unit.parentId, month), label: say(lang, 'board.up') }
}

const lockLink = (path: string, locked: boolean, lang: Lang) => ({
  href: `${path}/${locked ? 'unlock' : 'lock'}`,
  label: say(lang, locked ? 'board.unlock' : 'board.lock'),
})

async function headFor(visit: UnitVisit<Unit>, officeMonth: OfficeMonth): Promise<Head> {
  const { deps, lang, now, month, unit } = visit
  const { settings, holidays, deadline, lockedAt, reopenedUntil } = officeMonth
  const calendar = { policy: policyOf(settings), holidays }
  return headOf({
    lang,
    now,
    month,
    running: monthInHand(dayAt(now), settings.cutOffDay),
    deadline,
    holidays,
    window: windowOf(deadline, calendar, { extensionUntil: null, lockedAt, openUntil: reopenedUntil }),
    lock: lockedAt ? await loadLock(deps.db, unit.id, month) : null,
    reopenedUntil,
    hrefOf: to => boardPath(unit.id, to),
  })
}

function officesModel({ visit, loaded, query, path }: Asked) {
  const { lang, unit, month } = visit
  const { board, columns, offices } = loaded
  const view = officesView({ lang, officeId: unit.id, month, offices, board, columns, path, query })
  const { missing, expected } = board.counts
  const counts = {
    missing: formatNumber(missing),
    expected: formatNumber(expected),
    offices: formatNumber(view.short),
  }
  return {
    ...view,
    leadText: say(lang, missing === 0 ? 'board.complete' : 'board.missingIn', counts),
    allHref: path,
    communesHref: boardHref(path, query, { view: 'communes', q: '', show: null, sort: 'name' }),
  }
}

async function communesModel({ visit, loaded, query, path }: Asked) {
  const { deps, lang, unit, month, now, person } = visit
  const { board, columns, offices, officeMonth } = loaded
  const picked = pickRows(board, query, columns)
  const missing = byName(missingIn(board.rows))
  const ids = [...picked.rows, ...missing.slice(0, LISTED)].map(row => row.unit.id)
  const [contacts, unreached] = await Promise.all([
    loadContacts(deps.db, ids),
    loadUnreached(deps.db, ids, month),
  ])
  const mayAct = mayReview(person, unit)
  // Nobody is late for a month that has not begun.
  const hasBegun = month <= monthInHand(dayAt(now), officeMonth.settings.cutOffDay)
  const owed = { lang, expected: board.counts.expected, missing }
  const place = { lang, path, query }
  const due = officeMonth.deadline.due
  const { holidays } = officeMonth
  const seen = { lang, month, columns, contacts, unreached, mayAct, due, holidays }
  const url = `${deps.config.publicUrl}/reports`
  return {
    lead: hasBegun ? leadOf(owed, boardHref(path, query, { show: 'missing', q: '' })) : leadAhead(owed),
    chase: mayAct && hasBegun ? chaseOf(owed, { month, now, due, url, contacts, rows: board.rows }) : null,
    chaseAction: `/reminders/${unit.id}/${month}/chase`,
    search: searchBox(place, picked, board.rows.length),
    filters: moreFilters(place, board),
    heads: tableHeads(place, columns),
    rows: picked.rows.map(row => viewRow(row, seen)),
    pager: pagerOf(place, picked),
    mayAct,
    selectable: picked.rows.some(row => row.state === 'submitted'),
    acceptAction: `${path}/accept`,
    seen: now.toISOString(),
    back: boardHref(path, query, { page: picked.page }),
    filtered: query.q !== '' || query.show !== null,
    allHref: boardHref(path, query, { q: '', show: null }),
    officesHref: offices.length > 0 ? path : null,
  }
}
