import { change } from '../audit/change.ts'
import { loadOfficeMonth, type OfficeMonth } from '../calendar/calendar.store.ts'
import { dueFor } from '../calendar/deadline.rules.ts'
import { grantExtensions } from '../calendar/exception.store.ts'
import { readEnd, suggestedEnd, typedEnd } from '../calendar/extension.rules.ts'
import { mayReview } from '../people/access.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock } from '../words/vietnamese.ts'
import { boardPath } from './board-query.rules.ts'
import { chosenIn, extendManyPage, type Missing, type TypedMany } from './extend-many.rules.ts'
import { readReason } from './reason.rules.ts'
import { answerByGrant } from './request.store.ts'
import { loadExtensions, loadReports } from './review.store.ts'

type Visit = UnitVisit<Unit>

/** More time for several communes at once: one end, one reason, as after a storm. */
export function extendManyPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/extensions', mayReview, async visit => {
    const known = await load(visit)
    const { deadline, holidays } = known.officeMonth
    const day = suggestedEnd(deadline.due, visit.now, holidays)
    const time = formatClock(deadline.due)
    const nothing = { all: false, ids: new Set<number>(), whomError: null }
    sendMany(visit, known, { day, time, endError: null, reason: '', reasonError: null, ...nothing })
  })
  routes.unit('post', '/review/:unit/:month/extensions', mayReview, extendMany)
}

type Known = { officeMonth: OfficeMonth; missing: Missing[] }

/** The office's own communes that have sent nothing yet; those of offices below have another's dates. */
async function load({ deps, unit, month }: Visit): Promise<Known> {
  if (unit.kind !== 'office') throw notFound()
  const under = await unitsUnder(deps.db, unit.id, month)
  const own = under.filter(it => it.kind === 'commune' && it.parentId === unit.id)
  const unitIds = own.map(it => it.id)
  const [officeMonth, reports, extensions] = await Promise.all([
    loadOfficeMonth(deps.db, unit.id, month),
    loadReports(deps.db, { unitIds, month, columns: [] }),
    loadExtensions(deps.db, unitIds, month),
  ])
  const sent = new Set(reports.filter(it => it.version !== null).map(it => it.unitId))
  const missing = own
    .filter(it => !sent.has(it.id))
    .map(({ id, fullName }) => ({
      id,
      name: fullName,
      due: dueFor(officeMonth.deadline, extensions.get(id) ?? null),
    }))
  return { officeMonth, missing }
}

function sendMany(visit: Visit, { officeMonth, missing }: Known, typed: TypedMany): void {
  const { req, res, lang, unit, month } = visit
  const about = { lang, unit, month, due: officeMonth.deadline.due }
  const model = extendManyPage(missing, typed, { ...about, back: boardPath(unit.id, month) })
  const status = model.errors.length > 0 ? 422 : 200
  sendPage(req, res, 'reports/extend-many', { title: model.title, status }, model)
}

async function extendMany(visit: Visit): Promise<void> {
  const { req, res, now, lang, unit, month } = visit
  const known = await load(visit)
  const body = req.body ?? {}
  const typed = typedEnd(req.body)
  const end = readEnd(typed, { due: known.officeMonth.deadline.due, now, lang })
  const { reason, error } = readReason(body.reason, lang)
  const all = body.all !== undefined
  const ids = new Set([body.unit ?? []].flat().map(Number))
  const chosen = chosenIn(known.missing, { all, ids })
  const until = 'until' in end ? end.until : null
  const gaining = until ? chosen.filter(it => it.due < until) : []
  const whomError = chosen.length === 0 ? say(lang, 'extend.chooseOne') : null
  const noGain = until && !whomError && gaining.length === 0 ? say(lang, 'extend.nobodyGains') : null
  const endError = 'error' in end ? end.error : noGain
  if (!until || endError || error || whomError)
    return sendMany(visit, known, { ...typed, endError, reason, reasonError: error, all, ids, whomError })
  await write(visit, { until, reason, unitIds: gaining.map(it => it.id) })
  const done = gaining.length < chosen.length ? 'extendedSome' : 'extendedMany'
  res.redirect(303, withFlash(boardPath(unit.id, month), done))
}

type Granting = { until: Date; reason: string; unitIds: number[] }

async function write(visit: Visit, { until, reason, unitIds }: Granting): Promise<void> {
  const { deps, now, person, month } = visit
  await change(deps.db, { actor: person, now }, async trx => {
    const granted = { month, until, opensOnly: false, reason, by: person.id, now }
    const extensionIds = await grantExtensions(trx, granted, unitIds)
    await answerByGrant(trx, { month, byName: person.name, now, extensionIds })
    const detail = { until: until.toISOString(), reason }
    return { result: null, act: unitIds.map(unitId => ({ act: 'extension.grant', unitId, month, detail })) }
  })
}
