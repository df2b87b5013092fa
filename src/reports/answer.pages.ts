import { change } from '../audit/change.ts'
import { grantExtension } from '../calendar/exception.store.ts'
import { readEnd, suggestedEnd, typedEnd } from '../calendar/extension.rules.ts'
import { dayAt } from '../calendar/month.rules.ts'
import { mayReview, maySeeOffice } from '../people/access.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock, formatMonth } from '../words/vietnamese.ts'
import { answerPage, requestList } from './answer-page.rules.ts'
import { boardOf } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { readReason } from './reason.rules.ts'
import { reportingUnit } from './reporting-unit.ts'
import { type KeptRequest, standingOf } from './request.rules.ts'
import { answerRequest, holdRequest, listRequests } from './request.store.ts'
import type { TypedRequest } from './request-page.rules.ts'

type Visit = UnitVisit<Unit>

/** The office sees what its communes ask for, and answers. */
export function answerPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/requests', maySeeOffice, showRequests)
  routes.unit('get', '/review/:unit/:month/request', mayReview, async visit => {
    const asked = await opened(visit, null)
    sendAnswer(visit, asked, suggested(visit, asked))
  })
  routes.unit('post', '/review/:unit/:month/request', mayReview, answer)
}

async function showRequests(visit: Visit): Promise<void> {
  const { deps, req, res, lang, person, unit, month } = visit
  const communes = await unitsUnder(deps.db, unit.id, month)
  const names = new Map(communes.map(it => [it.id, it.fullName]))
  const requests = await listRequests(deps.db, { unitIds: [...names.keys()], months: [month] })
  const listed = requests.map(it => ({ ...it, unit: names.get(it.unitId) ?? '' }))
  const mayAct = mayReview(person, unit)
  const title = say(lang, 'answer.list', { month: formatMonth(month) })
  sendPage(
    req,
    res,
    'reports/requests',
    { title },
    {
      title,
      office: unit.fullName,
      back: boardPath(unit.id, month),
      many: mayAct ? `${boardPath(unit.id, month)}/extensions` : null,
      ...requestList(listed, { lang, month, mayAct }),
    },
  )
}

type Asked = { open: OpenReport; request: KeptRequest }

/** The commune's month, and its request of that id, or else the one that waits or the latest. */
async function opened({ deps, unit, month }: Visit, id: number | null): Promise<Asked> {
  const [open, requests] = await Promise.all([
    openReport(deps.db, { unit: reportingUnit(unit, month), month }),
    listRequests(deps.db, { unitIds: [unit.id], months: [month] }),
  ])
  const request = id === null ? requests[0] : requests.find(it => it.id === id)
  if (!request) throw notFound()
  return { open, request }
}

/** What was wished for; two working days on where that has passed. */
function suggested({ now }: Visit, { open, request }: Asked): TypedRequest {
  const { wishedUntil: wished } = request
  const passed = wished <= now
  const day = passed ? suggestedEnd(open.window.due, now, open.holidays) : dayAt(wished)
  const time = formatClock(passed ? open.window.due : wished)
  return { day, time, endError: null, reason: '', reasonError: null, fault: null }
}

function sendAnswer(visit: Visit, asked: Asked, typed: TypedRequest, status = 200): void {
  const { req, res, lang } = visit
  const model = answerPage(asked.open, { ...asked, typed }, { lang, list: listOf(visit) })
  sendPage(req, res, 'reports/answer', { title: model.title, status }, model)
}

async function answer(visit: Visit): Promise<void> {
  const { req, res, now, lang } = visit
  const id = /^[1-9]\d{0,8}$/.test(req.body?.request) ? Number(req.body.request) : 0
  const asked = await opened(visit, id)
  const granted = req.body.act === 'grant'
  const typed = typedEnd(req.body)
  const due = asked.request.kind === 'extension' ? asked.open.window.due : null
  const end = granted ? readEnd(typed, { due, now, lang }) : { until: null }
  const { reason, error } = readReason(req.body.reason, lang)
  const reasonError = reason !== '' ? error : granted ? null : say(lang, 'answer.refuseReason')
  const shown = { ...typed, reason, reasonError, fault: null }
  if (asked.request.answer !== null) return sendAlready(visit, asked, { ...shown, endError: null })
  if ('error' in end || reasonError) {
    const endError = 'error' in end ? end.error : null
    return sendAnswer(visit, asked, { ...shown, endError }, 422)
  }
  const done = await write(visit, asked, { until: end.until, reason })
  if (!done) return sendAlready(visit, await opened(visit, id), { ...shown, endError: null })
  res.redirect(303, withFlash(listOf(visit), granted ? 'requestGranted' : 'requestRefused'))
}

/** Another officer was quicker, or the commune took it back: nothing is written, and the page says how it stands. */
function sendAlready(visit: Visit, asked: Asked, typed: TypedRequest): void {
  const standing = standingOf(asked.request, visit.lang, asked.open.officeName)
  const fault = say(visit.lang, 'answer.already', { standing })
  sendAnswer(visit, asked, { ...typed, endError: null, reasonError: null, fault }, 409)
}

/** Grants (`until`) or refuses (null) in one transaction, in which nobody else answers. @returns whether it was open */
async function write(visit: Visit, { request }: Asked, given: { until: Date | null; reason: string }) {
  const { deps, now, person, unit, month } = visit
  const { until, reason } = given
  const opensOnly = request.kind === 'unlock'
  return change(deps.db, { actor: person, now }, async trx => {
    if (!(await holdRequest(trx, request.id))) return { result: false, act: null }
    const grant = { unitId: unit.id, month, opensOnly, reason: request.reason, by: person.id, now }
    const extensionId = until && (await grantExtension(trx, { ...grant, until }))
    const answer = until ? 'granted' : 'refused'
    const row = { id: request.id, unitId: unit.id, month, answer, reason, extensionId } as const
    await answerRequest(trx, { ...row, byName: person.name, now })
    const detail = { kind: request.kind, reason, ...(until ? { until: until.toISOString() } : {}) }
    const act = until ? 'request.grant' : 'request.refuse'
    return { result: true, act: { act, unitId: unit.id, month, detail } }
  })
}

const listOf = ({ unit, month }: Visit): string => `${boardOf(unit, month)}/requests`
