import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { phaseAt, windowOf } from '../calendar/window.rules.ts'
import { mayReview } from '../people/access.rules.ts'
import { policyOf } from '../units/office.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { backOr, boardOf } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import { acceptReports, type Decided, returnReport } from './decision.store.ts'
import { readReason } from './reason.rules.ts'
import { loadReports } from './review.store.ts'

/** What an office does with reports that were sent: accept one or many, return one with a reason. */
export function decisionPages(routes: Routes<Unit>): void {
  routes.unit('post', '/review/:unit/:month/accept', mayReview, acceptSelected)
  routes.unit('get', '/review/:unit/:month/return', mayReview, async visit => {
    const report = await sentReport(visit)
    await sendReturn(visit, { version: report.version.number, reason: '', error: null })
  })
  routes.unit('post', '/review/:unit/:month/return', mayReview, giveBack)
}

/** For a commune's own address that commune; for an office's, those ticked that stand under it. */
async function acceptSelected(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, month } = visit
  const unitIds = await selectedIn(visit)
  const seen = instantIn(req.body.seen) ?? now
  const accepted = await change(deps.db, { actor: person, now }, async trx => {
    const result = await acceptReports(trx, { month, unitIds, seen, by: person.id, now })
    const act = result.map(({ unitId, version }) => ({
      act: 'report.accept',
      unitId,
      month,
      detail: { version },
    }))
    return { result, act }
  })
  res.redirect(303, withFlash(backTo(visit), flashOf(accepted, unitIds)))
}

async function selectedIn({ deps, req, unit, month }: UnitVisit<Unit>): Promise<number[]> {
  if (unit.kind === 'commune') return [unit.id]
  const ticked = new Set([req.body.unit ?? []].flat().map(Number))
  const under = await unitsUnder(deps.db, unit.id, month)
  return under.map(it => it.id).filter(id => ticked.has(id))
}

function flashOf(accepted: readonly Decided[], asked: readonly number[]): string {
  if (accepted.length === 0) return 'acceptedNone'
  return accepted.length < asked.length ? 'acceptedSome' : 'accepted'
}

async function giveBack(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const { version: shown } = await sentReport(visit)
  const version = /^[1-9]\d{0,5}$/.test(req.body.version) ? Number(req.body.version) : shown.number
  const { reason, error } = readReason(req.body.reason, lang)
  if (error) return sendReturn(visit, { version, reason, error })
  const done = await change(deps.db, { actor: person, now }, async trx => {
    const result = await returnReport(trx, { month, unitId: unit.id, version, reason, by: person.id, now })
    const act = { act: 'report.return', unitId: unit.id, month, detail: { version, reason } }
    return { result, act: result ? act : null }
  })
  if (!done) return offerAgain(visit, version, reason)
  res.redirect(303, withFlash(backTo(visit), 'returned'))
}

/** Another version came while the reason was being written: it is kept, to be sent once that version has been read. */
async function offerAgain(visit: UnitVisit<Unit>, version: number, reason: string): Promise<void> {
  const { version: latest } = await sentReport(visit)
  if (latest.number === version) throw new Problem(409, 'problem.reportMoved')
  const error = say(visit.lang, 'board.returnMoved', { number: latest.number })
  await sendReturn(visit, { version: latest.number, reason, error, status: 409 })
}

/** The commune's report of that month; not found when nothing has been sent, so there is nothing to decide. */
async function sentReport({ deps, unit, month }: UnitVisit<Unit>) {
  if (unit.kind !== 'commune') throw notFound()
  const [report] = await loadReports(deps.db, { unitIds: [unit.id], month, columns: [] })
  if (!report?.version) throw notFound()
  return { ...report, version: report.version }
}

type Typed = { version: number; reason: string; error: string | null; status?: number }

async function sendReturn(visit: UnitVisit<Unit>, typed: Typed): Promise<void> {
  const { version, reason, error, status = error ? 422 : 200 } = typed
  const { req, res, lang, unit, month } = visit
  const title = say(lang, 'board.returnTitle')
  sendPage(
    req,
    res,
    'reports/reason',
    { title, status },
    {
      title,
      caption: `${unit.fullName}, ${say(lang, 'board.month', { month: formatMonth(month) })}`,
      lines: [say(lang, 'board.returnMail')],
      warning: (await isLocked(visit)) ? say(lang, 'board.returnLocked') : null,
      errors: error ? [{ href: '#reason', text: error }] : [],
      action: `${boardPath(unit.id, month)}/return`,
      hidden: [
        { name: 'version', value: String(version) },
        { name: 'back', value: backTo(visit) },
      ],
      fields: [],
      reason: {
        label: say(lang, 'board.returnReason'),
        hint: say(lang, 'board.returnHint'),
        value: reason,
        error,
      },
      submit: say(lang, 'board.returnPress'),
      danger: true,
      cancel: { href: backTo(visit), label: say(lang, 'board.cancel') },
    },
  )
}

async function isLocked({ deps, unit, month, now }: UnitVisit<Unit>): Promise<boolean> {
  if (unit.parentId === null) return false
  const { settings, holidays, deadline, lockedAt } = await loadOfficeMonth(deps.db, unit.parentId, month)
  const window = windowOf(
    deadline,
    { policy: policyOf(settings), holidays },
    { extensionUntil: null, lockedAt },
  )
  return phaseAt(window, now) === 'locked'
}

const backTo = ({ req, unit, month }: UnitVisit<Unit>): string =>
  backOr(req.body?.back, req.get('referer'), boardOf(unit, month))

/** An instant a form carried; null when it carries none that can be read. */
function instantIn(value: unknown): Date | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time)
}
