import { change } from '../audit/change.ts'
import { readEnd, suggestedEnd, typedEnd } from '../calendar/extension.rules.ts'
import { dayAt } from '../calendar/month.rules.ts'
import { mayReport, maySeeReports } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { readReason } from './reason.rules.ts'
import { reportingUnit } from './reporting-unit.ts'
import type { RequestKind } from './request.rules.ts'
import { answerRequest, askOffice, listRequests } from './request.store.ts'
import { kindIn, requestPage, requestTitle, type TypedRequest } from './request-page.rules.ts'

type Visit = UnitVisit<Unit>

const ASKED = { extension: 'request.ask-time', unlock: 'request.ask-unlock' } as const

/** A commune asks its office for more time, or for a closed month to be opened, and sees the answer. */
export function requestPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/:month/request', maySeeReports, async visit => {
    const open = await opened(visit)
    await showRequest(visit, open, suggested(visit, open))
  })
  routes.unit('post', '/reports/:unit/:month/request', mayReport, ask)
  routes.unit('post', '/reports/:unit/:month/request/withdraw', mayReport, withdraw)
}

const pathOf = ({ unit, month }: Visit): string => `/reports/${unit.id}/${month}/request`

const opened = ({ deps, unit, month }: Visit): Promise<OpenReport> =>
  openReport(deps.db, { unit: reportingUnit(unit, month), month })

function suggested({ now }: Visit, { window, holidays }: OpenReport): TypedRequest {
  const day = suggestedEnd(window.due, now, holidays)
  return { day, time: formatClock(window.due), endError: null, reason: '', reasonError: null, fault: null }
}

async function showRequest(visit: Visit, open: OpenReport, typed: TypedRequest, status = 200): Promise<void> {
  const { deps, req, res, lang, now, person, unit, month } = visit
  const requests = await listRequests(deps.db, { unitIds: [unit.id], months: [month] })
  if (requests.length === 0) kindNow(visit, open)
  const reader = { lang, now, mayAsk: mayReport(person, unit) }
  const options = { title: requestTitle(open, now, lang), status, contact: contactLine(open.settings) }
  sendPage(req, res, 'reports/request', options, requestPage(open, { requests, typed }, reader))
}

/** What may be asked for now. @throws Problem where the month is neither open nor locked */
function kindNow({ now }: Visit, open: OpenReport): RequestKind {
  const { window, month } = open
  const kind = kindIn(open, now)
  if (kind) return kind
  const day = formatDay(dayAt(window.opens))
  throw new Problem(409, 'problem.requestTooEarly', { month: formatMonth(month), day })
}

async function ask(visit: Visit): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const open = await opened(visit)
  const kind = kindNow(visit, open)
  const typed = typedEnd(req.body)
  const end = readEnd(typed, { due: kind === 'extension' ? open.window.due : null, now, lang })
  const { reason, error } = readReason(req.body.reason, lang)
  const moved = isKind(req.body.kind) && req.body.kind !== kind ? say(lang, `request.moved.${kind}`) : null
  if ('error' in end || error || moved) {
    const endError = 'error' in end ? end.error : null
    const shown = { ...typed, endError, reason, reasonError: error, fault: moved }
    return showRequest(visit, open, shown, moved ? 409 : 422)
  }
  const { until } = end
  const asked = await change(deps.db, { actor: person, now }, async trx => {
    const result = await askOffice(trx, { unitId: unit.id, month, kind, until, reason, by: person, now })
    const detail = { kind, until: until.toISOString(), reason }
    return { result, act: result === null ? null : { act: ASKED[kind], unitId: unit.id, month, detail } }
  })
  res.redirect(303, withFlash(pathOf(visit), asked === null ? 'requestThere' : 'requestSent'))
}

const isKind = (given: unknown): given is RequestKind => given === 'extension' || given === 'unlock'

/** The commune takes its own request back, as long as nobody has answered it. */
async function withdraw(visit: Visit): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const id = /^[1-9]\d{0,8}$/.test(req.body?.request) ? Number(req.body.request) : 0
  const given = { id, unitId: unit.id, month, answer: 'withdrawn', reason: '', extensionId: null } as const
  const done = await change(deps.db, { actor: person, now }, async trx => {
    const result = await answerRequest(trx, { ...given, byName: person.name, now })
    return { result, act: result ? { act: 'request.withdraw', unitId: unit.id, month, detail: {} } : null }
  })
  if (done) return res.redirect(303, withFlash(pathOf(visit), 'requestWithdrawn'))
  const open = await opened(visit)
  const { asked } = open
  const fault =
    asked?.answeredAt && asked.answer !== 'withdrawn'
      ? say(lang, 'request.answeredAlready', { by: asked.answeredBy ?? '', at: formatTime(asked.answeredAt) })
      : say(lang, 'request.noneOpen')
  await showRequest(visit, open, { ...suggested(visit, open), fault }, 409)
}
