import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { addMonths, at, dayAt, isoVietnam, type Month } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { maySeeOffice, maySeeReports } from '../people/access.rules.ts'
import { officeOf } from '../people/navigation.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { askOffice } from './decide-reminders.ts'
import { momentAsked, sayKind, sayStatus } from './ledger-page.rules.ts'
import { countKinds, linesFailing, linesOfUnit, linesSent } from './ledger-read.store.ts'
import { loadWatched } from './load-watched.ts'
import { groupsOf, ledgerPath, timetableOf } from './today-page.rules.ts'
import { sayWatched } from './watch-page.rules.ts'

/** "Who gets what today, and why", for now or for any moment asked; what fails; and a commune's ledger. */
export function reminderPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit', maySeeOffice, async visit => showToday(await inHand(visit)))
  routes.unit('get', '/reminders/:unit/:month', maySeeOffice, showToday)
  routes.unit('get', '/reminders/:unit/:month/ledger', maySeeReports, showLedger)
}

/** Without a month in the address it is the one people mean by "now", as on the board. */
async function inHand(visit: UnitVisit<Unit>): Promise<UnitVisit<Unit>> {
  const { settings } = await loadOfficeMonth(visit.deps.db, visit.unit.id, visit.month)
  return { ...visit, month: monthInHand(dayAt(visit.now), settings.cutOffDay) }
}

async function showToday(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, now, unit, month } = visit
  const asked = momentAsked(req.query.at, now)
  const moment = asked.at ?? now
  const found = await askOffice(deps.db, { now: moment, officeId: unit.id, month })
  const watched = await loadWatched(deps.db, now)
  const model = {
    office: unit.fullName,
    month,
    months: switcherOf(unit.id, month),
    at: isoVietnam(moment).slice(0, 16),
    atError: asked.wrong ? say(lang, 'reminders.at.wrong') : null,
    preview: asked.at ? formatTime(moment) : null,
    path: `/reminders/${unit.id}/${month}`,
    boardHref: `/review/${unit.id}/${month}`,
    planHref: `/reminders/${unit.id}/plan`,
    reachHref: `/reminders/${unit.id}/unreachable`,
    calendarHref: `/reminders/${unit.id}/plan?month=${month}#calendar`,
    pauseHref: `/reminders/${unit.id}/pause`,
    paused: found && pausedLine(found.facts, lang),
    watched: sayWatched(watched, lang),
    offices: found ? [] : await officesBelow(visit),
    asked: found && (await viewOf(visit, found, moment)),
  }
  const title = say(lang, 'reminders.title', { month: formatMonth(month) })
  sendPage(
    req,
    res,
    'reminders/today',
    { title, wide: true, contact: found?.facts.office.contact ?? null },
    model,
  )
}

const pausedLine = ({ paused }: Found['facts'], lang: Lang): string | null =>
  paused && say(lang, 'reminders.pause.today', { reason: paused.reason })

type Found = NonNullable<Awaited<ReturnType<typeof askOffice>>>

/** The month's timetable with what became of it, what has left today, and what is decided for the moment. */
async function viewOf({ deps, lang, unit, month }: UnitVisit<Unit>, found: Found, moment: Date) {
  const office = { officeId: unit.id, month }
  const today = { from: at(dayAt(moment), 0), to: moment }
  const [failing, sent, counts] = await Promise.all([
    linesFailing(deps.db, unit.id, month),
    linesSent(deps.db, office, today),
    countKinds(deps.db, unit.id, month),
  ])
  const groups = groupsOf(found.facts, found.decisions, lang)
  return {
    ...groups,
    due: formatTime(found.facts.deadline.due),
    because: found.facts.deadline.because,
    timetable: timetableOf(found.facts, counts, { now: moment, lang }),
    tiles: [
      { label: say(lang, 'reminders.sendsNow'), figure: groups.sends.length },
      { label: say(lang, 'reminders.sentToday'), figure: sent.length },
      { label: say(lang, 'reminders.waiting'), figure: groups.waits.length },
      { label: say(lang, 'reminders.done'), figure: groups.done.length },
      { label: say(lang, 'reminders.failingNow'), figure: failing.length },
    ].map(tile => ({ ...tile, note: null, change: null, href: null, current: false })),
    failing: failing.map(it => ({
      unit: it.unitName,
      href: ledgerPath(it.unitId, month),
      kind: sayKind(it.kind, lang),
      recipient: it.recipient,
      because: sayStatus(it, lang),
    })),
    sentToday: sent.map(it => ({
      unit: it.unitName,
      href: ledgerPath(it.unitId, month),
      kind: sayKind(it.kind, lang),
      recipient: it.recipient,
      because: it.because,
    })),
  }
}

/** An office to which only offices report sees their pages from here. */
async function officesBelow({ deps, unit, month }: UnitVisit<Unit>) {
  const below = await unitsUnder(deps.db, unit.id, month)
  return below
    .filter(({ kind }) => kind === 'office')
    .sort((a, b) => compareVietnamese(a.name, b.name))
    .map(({ id, fullName }) => ({ href: `/reminders/${id}/${month}`, label: fullName }))
}

async function showLedger({ deps, req, res, lang, unit, month, person }: UnitVisit<Unit>): Promise<void> {
  const lines = await linesOfUnit(deps.db, unit.id, month)
  const home = unit.kind === 'office' ? unit.id : unit.parentId
  const { settings } = await loadOfficeMonth(deps.db, home ?? unit.id, month)
  const fromOffice = officeOf(person) !== null
  const model = {
    unit: unit.fullName,
    month,
    months: { ...monthsAround(month, to => ledgerPath(unit.id, to)) },
    back: fromOffice && home ? `/reminders/${home}/${month}` : `/reports/${unit.id}/${month}`,
    backLabel: say(lang, fromOffice ? 'nav.reminders' : 'nav.reports'),
    lines: lines.map(it => ({
      kind: sayKind(it.kind, lang),
      status: sayStatus(it, lang),
      sent: it.status === 'sent',
      wrong: ['failed', 'refused', 'bounced'].includes(it.status),
      recipient: it.recipient,
      subject: it.subject,
      because: it.because,
      at: it.sentAt ?? it.decidedAt,
    })),
  }
  const title = say(lang, 'reminders.ledger.title', { unit: unit.fullName })
  sendPage(req, res, 'reminders/ledger', { title, contact: contactLine(settings) }, model)
}

const switcherOf = (officeId: number, month: Month) =>
  monthsAround(month, to => `/reminders/${officeId}/${to}`)

function monthsAround(month: Month, hrefOf: (to: Month) => string) {
  const link = (to: Month) => ({ href: hrefOf(to), label: formatMonth(to) })
  return { previous: link(addMonths(month, -1)), next: link(addMonths(month, 1)), current: null }
}
