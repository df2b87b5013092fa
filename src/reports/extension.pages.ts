import { change } from '../audit/change.ts'
import { grantExtension, listExtensions, withdrawExtension } from '../calendar/exception.store.ts'
import { type KeptExtension, readEnd, suggestedEnd, typedEnd } from '../calendar/extension.rules.ts'
import { mayReview } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock } from '../words/vietnamese.ts'
import { backOr, boardOf } from './back.rules.ts'
import { extensionPage, type TypedExtension, takenBackText, wasUsed } from './extension-page.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { readReason } from './reason.rules.ts'
import { reasonPage } from './reason-page.rules.ts'
import { reportingUnit } from './reporting-unit.ts'
import { answerByGrant } from './request.store.ts'

type Visit = UnitVisit<Unit>

/** More time for one commune, what it was given so far, and taking that back. */
export function extensionPages(routes: Routes<Unit>): void {
  const path = '/review/:unit/:month/extension'
  routes.unit('get', path, mayReview, async visit => {
    const known = await load(visit)
    const { window, holidays } = known.open
    const day = suggestedEnd(window.due, visit.now, holidays)
    const time = formatClock(window.due)
    sendExtension(visit, known, { day, time, endError: null, reason: '', error: null })
  })
  routes.unit('post', path, mayReview, extend)
  routes.unit('get', `${path}/:id/withdraw`, mayReview, visit => confirm(visit, '', null))
  routes.unit('post', `${path}/:id/withdraw`, mayReview, takeBack)
}

type Known = { open: OpenReport; extensions: KeptExtension[] }

/** Offices are given no time. */
async function load({ deps, unit, month }: Visit): Promise<Known> {
  const [open, extensions] = await Promise.all([
    openReport(deps.db, { unit: reportingUnit(unit, month), month }),
    listExtensions(deps.db, [unit.id], month),
  ])
  return { open, extensions }
}

function sendExtension(visit: Visit, { open, extensions }: Known, typed: TypedExtension): void {
  const { req, res, lang, now } = visit
  const model = extensionPage(open, { extensions, typed }, { lang, now, back: backTo(visit) })
  const status = model.errors.length > 0 ? 422 : 200
  sendPage(req, res, 'reports/extension', { title: model.title, status }, model)
}

async function extend(visit: Visit): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const known = await load(visit)
  const typed = typedEnd(req.body)
  const end = readEnd(typed, { due: known.open.window.due, now, lang })
  const { reason, error } = readReason(req.body?.reason, lang)
  if ('error' in end || error) {
    const endError = 'error' in end ? end.error : null
    return sendExtension(visit, known, { ...typed, endError, reason, error })
  }
  const { until } = end
  await change(deps.db, { actor: person, now }, async trx => {
    const granted = { unitId: unit.id, month, until, opensOnly: false, reason, by: person.id, now }
    const id = await grantExtension(trx, granted)
    await answerByGrant(trx, { month, byName: person.name, now, extensionIds: [id] })
    const detail = { until: until.toISOString(), reason }
    return { result: null, act: { act: 'extension.grant', unitId: unit.id, month, detail } }
  })
  res.redirect(303, withFlash(backTo(visit), 'extended'))
}

/** The grant that the address names. @throws Problem when there is none such */
async function named(visit: Visit): Promise<Known & { it: KeptExtension }> {
  const known = await load(visit)
  const it = known.extensions.find(({ id }) => String(id) === visit.req.params.id)
  if (!it) throw notFound()
  return { ...known, it }
}

/** Why it cannot be taken back, or null. */
function refusalOf({ it, extensions, open }: Known & { it: KeptExtension }, { lang }: Visit): string | null {
  if (it.withdrawn) return say(lang, 'extension.backAlready')
  return wasUsed(it, extensions, open) ? say(lang, 'extension.used') : null
}

async function confirm(visit: Visit, reason: string, error: string | null): Promise<void> {
  const { req, res, lang, unit, month } = visit
  const known = await named(visit)
  const { it, extensions, open } = known
  const warning = refusalOf(known, visit)
  const title = say(lang, it.opensOnly ? 'extension.backTitleOpen' : 'extension.backTitle')
  const model = reasonPage(
    {
      title,
      lines: [takenBackText(it, extensions, { lang, common: open.deadline.due })],
      warning,
      action: `/review/${unit.id}/${month}/extension/${it.id}/withdraw`,
      fields: [],
      reason: { label: say(lang, 'extension.backReason'), hint: null, value: reason, error },
      submit: say(lang, 'extension.back'),
    },
    { lang, unit, month, back: backTo(visit) },
  )
  const status = warning ? 409 : error ? 422 : 200
  sendPage(req, res, 'reports/reason', { title, status }, model)
}

async function takeBack(visit: Visit): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const { reason, error } = readReason(req.body?.reason, lang)
  const known = await named(visit)
  if (error || refusalOf(known, visit)) return confirm(visit, reason, error)
  const { id, until } = known.it
  const done = await change(deps.db, { actor: person, now }, async trx => {
    const result = await withdrawExtension(trx, { id, byName: person.name, reason, now })
    const detail = { until: until.toISOString(), reason }
    const act = { act: 'extension.withdraw', unitId: unit.id, month, detail }
    return { result, act: result ? act : null }
  })
  if (!done) return confirm(visit, reason, null)
  res.redirect(303, withFlash(`/review/${unit.id}/${month}/extension`, 'extensionBack'))
}

const backTo = ({ req, unit, month }: Visit): string =>
  backOr(req.body?.back, req.get('referer'), boardOf(unit, month))
