import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { lockMonth, unlockMonth } from '../calendar/exception.store.ts'
import { readEnd, suggestedEnd, typedEnd } from '../calendar/extension.rules.ts'
import { phaseAt, windowOf } from '../calendar/window.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { policyOf } from '../units/office.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock } from '../words/vietnamese.ts'
import { backOr, boardOf } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import { readReason } from './reason.rules.ts'
import { endFields, reasonPage } from './reason-page.rules.ts'
import { listRequests } from './request.store.ts'

type Visit = UnitVisit<Unit>

/** A month closed by hand for all, and a closed month opened again for all, with a reason. */
export function exceptionPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/lock', mayAdminister, visit => sendLock(visit, untouched))
  routes.unit('post', '/review/:unit/:month/lock', mayAdminister, lock)
  routes.unit('get', '/review/:unit/:month/unlock', mayAdminister, async visit => {
    const closing = await closingOf(visit)
    const day = closing.bySettings ? suggestedEnd(closing.due, visit.now, closing.holidays) : ''
    sendUnlock(visit, closing, {
      ...untouched,
      day,
      time: closing.bySettings ? formatClock(closing.due) : '',
    })
  })
  routes.unit('post', '/review/:unit/:month/unlock', mayAdminister, unlock)
}

type Typed = { day: string; time: string; endError: string | null; reason: string; error: string | null }

const untouched: Typed = { day: '', time: '', endError: null, reason: '', error: null }

async function lock(visit: Visit): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const { reason, error } = readReason(req.body?.reason, lang)
  if (error) return sendLock(visit, { ...untouched, reason, error })
  if (unit.kind !== 'office') throw notFound()
  await change(deps.db, { actor: person, now }, async trx => {
    const done = await lockMonth(trx, { officeId: unit.id, month, now })
    const act = { act: 'month.lock', unitId: unit.id, month, detail: { reason } }
    return { result: null, act: done ? act : null }
  })
  res.redirect(303, withFlash(backTo(visit), 'locked'))
}

async function sendLock(visit: Visit, { reason, error }: Typed): Promise<void> {
  const { lang, unit, month } = visit
  if (unit.kind !== 'office') throw notFound()
  send(visit, {
    title: say(lang, 'board.lock'),
    lines: [say(lang, 'board.lockText')],
    warning: await waitingIn(visit),
    action: `${boardPath(unit.id, month)}/lock`,
    fields: [],
    reason: { label: say(lang, 'board.lockReason'), hint: null, value: reason, error },
    submit: say(lang, 'board.lockPress'),
  })
}

/** Which communes still wait for an answer; locking does not give it. */
async function waitingIn({ deps, lang, unit, month }: Visit): Promise<string | null> {
  const units = await unitsUnder(deps.db, unit.id, month)
  const names = new Map(units.map(it => [it.id, it.fullName]))
  const requests = await listRequests(deps.db, { unitIds: [...names.keys()], months: [month] })
  const open = requests.filter(it => it.answer === null)
  if (open.length === 0) return null
  const named = open.map(it => names.get(it.unitId) ?? '').join(', ')
  return say(lang, 'lock.requests', { count: open.length, units: named })
}

/** What closed the month: a lock by hand can be taken away, the office's settings only be put off. */
async function closingOf({ deps, unit, month, now }: Visit) {
  if (unit.kind !== 'office') throw notFound()
  const { settings, holidays, deadline } = await loadOfficeMonth(deps.db, unit.id, month)
  const calendar = { policy: policyOf(settings), holidays }
  const window = windowOf(deadline, calendar, { extensionUntil: null, lockedAt: null })
  return { bySettings: phaseAt(window, now) === 'locked', due: deadline.due, holidays }
}

type Closing = Awaited<ReturnType<typeof closingOf>>

async function unlock(visit: Visit): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const closing = await closingOf(visit)
  const typed = typedEnd(req.body)
  const { reason, error } = readReason(req.body?.reason, lang)
  const end = readOpening(typed, closing, visit)
  if ('error' in end || error)
    return sendUnlock(visit, closing, {
      ...typed,
      endError: 'error' in end ? end.error : null,
      reason,
      error,
    })
  const { until } = end
  await change(deps.db, { actor: person, now }, async trx => {
    const done = await unlockMonth(trx, { officeId: unit.id, month, until })
    const detail = { reason, ...(until ? { until: until.toISOString() } : {}) }
    const act = { act: until ? 'month.reopen' : 'month.unlock', unitId: unit.id, month, detail }
    return { result: null, act: done ? act : null }
  })
  res.redirect(303, withFlash(backTo(visit), 'unlocked'))
}

/** Until when; null for good, which a month that locks by the settings cannot be. */
function readOpening(
  typed: { day: string; time: string },
  { bySettings }: Closing,
  { now, lang }: Visit,
): { until: Date | null } | { error: string } {
  if (typed.day === '' && typed.time === '')
    return bySettings ? { error: say(lang, 'unlock.endNeeded') } : { until: null }
  return readEnd(typed, { due: null, now, lang })
}

function sendUnlock(visit: Visit, { bySettings }: Closing, typed: Typed): void {
  const { lang, unit, month } = visit
  const optional = bySettings ? [] : [say(lang, 'unlock.endOptional')]
  send(visit, {
    title: say(lang, 'board.unlock'),
    lines: [say(lang, 'board.unlockText'), [say(lang, 'unlock.ends'), ...optional].join(' ')],
    warning: null,
    action: `${boardPath(unit.id, month)}/unlock`,
    fields: endFields(
      [say(lang, bySettings ? 'unlock.day' : 'unlock.dayOptional'), say(lang, 'unlock.time')],
      typed,
    ),
    reason: { label: say(lang, 'board.unlockReason'), hint: null, value: typed.reason, error: typed.error },
    submit: say(lang, 'board.unlockPress'),
  })
}

function send(visit: Visit, asked: Parameters<typeof reasonPage>[0]): void {
  const { req, res, lang, unit, month } = visit
  const model = reasonPage(asked, { lang, unit, month, back: backTo(visit) })
  const status = model.errors.length > 0 ? 422 : 200
  sendPage(req, res, 'reports/reason', { title: asked.title, status }, model)
}

const backTo = ({ req, unit, month }: Visit): string =>
  backOr(req.body?.back, req.get('referer'), boardOf(unit, month))
