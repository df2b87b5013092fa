import { addMonths, isoVietnam, type Month } from '../calendar/month.rules.ts'
import { maySeeOffice, maySeeReports } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatMonth, formatTime } from '../words/vietnamese.ts'
import { decideReminders } from './decide-reminders.ts'
import { momentAsked, sayKind, sayStatus } from './ledger-page.rules.ts'
import { linesFailing, linesOfUnit } from './ledger-read.store.ts'
import type { Decision } from './reminder.rules.ts'
import { lastTick } from './tick.store.ts'

/** "Who gets what today, and why", for now or for any moment asked; what fails; and a commune's ledger. */
export function reminderPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit', maySeeOffice, showToday)
  routes.unit('get', '/reminders/:unit/:month', maySeeOffice, showToday)
  routes.unit('get', '/reminders/:unit/:month/ledger', maySeeReports, showLedger)
}

async function showToday(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, now, unit, month } = visit
  const asked = momentAsked(req.query.at, now)
  const at = asked.at ?? now
  const decisions = await decideReminders(deps.db, { now: at, officeId: unit.id, month })
  const [failing, tick] = [await linesFailing(deps.db, unit.id, month), await lastTick(deps.db, 'reminders')]
  const model = {
    office: unit.fullName,
    month,
    months: switcherOf(unit.id, month),
    at: isoVietnam(at).slice(0, 16),
    atError: asked.wrong ? say(lang, 'reminders.at.wrong') : null,
    preview: asked.at ? formatTime(at) : null,
    sends: linesOf(decisions, 'send', month),
    others: linesOf(decisions, null, month),
    failing: failing.map(it => ({
      ...it,
      kind: sayKind(it.kind, lang),
      status: sayStatus(it, lang),
      href: ledgerPath(it.unitId, month),
    })),
    planHref: `/reminders/${unit.id}/plan`,
    tick: tick && say(lang, 'reminders.tick', { time: formatTime(tick.startedAt) }),
  }
  sendPage(
    req,
    res,
    'reminders/today',
    { title: say(lang, 'reminders.title', { month: formatMonth(month) }), wide: true },
    model,
  )

  function linesOf(all: readonly Decision[], decision: 'send' | null, of: Month) {
    return all
      .filter(it => (decision ? it.decision === decision : it.decision !== 'send'))
      .sort((a, b) => compareVietnamese(a.unitName, b.unitName))
      .map(it => ({
        name: it.unitName,
        href: ledgerPath(it.unitId, of),
        kind: sayKind(it.kind, lang),
        recipient: it.recipient,
        because: it.because,
      }))
  }
}

async function showLedger({ deps, req, res, lang, unit, month }: UnitVisit<Unit>): Promise<void> {
  const lines = await linesOfUnit(deps.db, unit.id, month)
  const model = {
    unit: unit.fullName,
    month,
    lines: lines.map(it => ({
      kind: sayKind(it.kind, lang),
      status: sayStatus(it, lang),
      recipient: it.recipient,
      subject: it.subject,
      because: it.because,
      at: it.sentAt ?? it.decidedAt,
    })),
  }
  sendPage(
    req,
    res,
    'reminders/ledger',
    { title: say(lang, 'reminders.ledger.title', { unit: unit.fullName }) },
    model,
  )
}

const ledgerPath = (unitId: number, month: Month): string => `/reminders/${unitId}/${month}/ledger`

function switcherOf(officeId: number, month: Month) {
  const link = (to: Month) => ({ href: `/reminders/${officeId}/${to}`, label: formatMonth(to) })
  return { previous: link(addMonths(month, -1)), next: link(addMonths(month, 1)), current: null }
}
