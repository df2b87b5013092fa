import { randomUUID } from 'node:crypto'
import { mayReport, maySeeReports, maySignOff } from '../people/access.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { filledWith, keyIn, type Posted, postedOf, readPosted, type Typed } from './draft.rules.ts'
import { carryFigures, freshFigures, nilFigures } from './fill.rules.ts'
import { formPage, type Shown } from './form-page.rules.ts'
import { keepTyped } from './keep-typed.ts'
import { loadScanBox } from './load-scan-box.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { loadThread } from './remark.store.ts'
import { isDone, sameContent, standingAt, takesDrafts } from './report.rules.ts'
import { reportingUnit } from './reporting-unit.ts'
import { startOf } from './start.rules.ts'
import { statePage } from './state-page.rules.ts'
import { type Conflict, conflictIn, type Judged, judgePosted } from './submission.rules.ts'
import { submitReport } from './submit-report.ts'
import { communeThread, questionHere } from './thread-view.rules.ts'

type Visit = UnitVisit<Unit>

/** A month's report: its form while it may be typed, its state otherwise. */
export function reportPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reports/:unit/:month', maySeeReports, showReport)
  routes.unit('post', '/reports/:unit/:month', mayReport, takeReport)
}

const pathOf = ({ unit, month }: Visit): string => `/reports/${unit.id}/${month}`

async function showReport(visit: Visit): Promise<void> {
  const { deps, req, person, unit, month, now, lang } = visit
  const open = await openReport(deps.db, { unit: reportingUnit(unit, month), month })
  const standing = standingAt(open.window, now)
  if (standing === 'ahead') throw notOpenYet(open)
  const mayType = mayReport(person, unit) && standing !== 'locked' && !open.kept.draft?.asked
  const wantsForm = !isDone(open.kept.state) || req.query.correct !== undefined
  if (!mayType || !wantsForm) return showState(visit, open)
  const { typed, reason } = startOf(open, lang)
  const judged =
    req.query.check === undefined
      ? null
      : judgePosted(open, postedOf({ raw: typed, reason }, open.edition), { now, lang })
  await sendForm(visit, open, { typed, reason, key: randomUUID(), judged, conflict: null })
}

async function sendForm(visit: Visit, open: OpenReport, shown: Shown, status = 200): Promise<void> {
  const { deps, req, res, lang, now, person, unit } = visit
  // Nothing is said about a report before it has been sent.
  const remarks = open.current ? await loadThread(deps.db, unit.id, open.month) : []
  const reader = { lang, now, path: pathOf(visit), mayApprove: maySignOff(person, unit), remarks }
  const title = say(lang, 'reports.form.title', { month: formatMonth(open.month) })
  const contact = contactLine(open.settings)
  sendPage(req, res, 'reports/form', { title, status, contact }, formPage(open, shown, reader))
}

async function showState(visit: Visit, open: OpenReport): Promise<void> {
  const { deps, req, res, lang, now, person, unit } = visit
  const path = pathOf(visit)
  const may = { report: mayReport(person, unit), signOff: maySignOff(person, unit) }
  const model = statePage(open, { lang, now, path, may, key: randomUUID() })
  const { month } = open
  const [scans, remarks] = await Promise.all([
    loadScanBox(deps.db, { unitId: unit.id, month, path, lang, mayAdd: may.report }),
    loadThread(deps.db, unit.id, month),
  ])
  const thread = communeThread(open, remarks, { lang, mayWrite: may.report, back: path, typed: null })
  const title = say(lang, 'reports.state.title', { month: formatMonth(month) })
  const options = { title, contact: contactLine(open.settings) }
  const asked = may.report ? questionHere(remarks, { month, lang }) : null
  sendPage(req, res, 'reports/state', options, { ...model, scans, thread, asked })
}

function notOpenYet(open: OpenReport): Problem {
  return new Problem(404, 'problem.monthAhead', { month: formatMonth(open.month) })
}

/** One press of one of the form's buttons. */
async function takeReport(visit: Visit): Promise<void> {
  const { deps, req, res, unit, month, now, lang } = visit
  const body = req.body ?? {}
  const open = await openReport(deps.db, { unit: reportingUnit(unit, month), month, key: keyIn(body) })
  const standing = standingAt(open.window, now)
  if (standing === 'ahead') throw notOpenYet(open)
  const posted = readPosted(body, open.edition)
  const key = posted.key ?? randomUUID()
  const judged = judgePosted(open, posted, { now, lang })
  const press: Press = { open, posted, judged, key }
  if (isSecondPress(press)) return res.redirect(303, receiptOrState(visit, open))
  const conflict = conflictIn(open, posted, judged.typed)
  if (conflict) return showConflict(visit, press, conflict)
  if (!takesDrafts(standing)) return sendForm(visit, open, shownOf(press), 409)
  if (posted.act !== 'submit') return save(visit, press)
  if (judged.errors.length > 0) return refuse(visit, press)
  if (open.settings.signOff && !maySignOff(visit.person, unit)) return ask(visit, press)
  await submit(visit, press)
}

type Press = { open: OpenReport; posted: Posted; judged: Judged; key: string }

/** The same form sent twice: by a second press, or again after the connection broke. */
function isSecondPress({ open, posted, judged, key }: Press): boolean {
  if (posted.act !== 'submit') return false
  if (open.sent) return sameContent(open.sent, judged.content)
  return open.kept.draft?.asked !== undefined && open.kept.draft.key === key
}

const receiptOrState = (visit: Visit, { sent }: OpenReport): string =>
  sent ? `${pathOf(visit)}/receipt/${sent.number}` : pathOf(visit)

const shownOf = ({ posted, judged, key }: Press): Shown => ({
  typed: judged.typed,
  reason: posted.reason,
  key,
  judged,
  conflict: null,
})

/** What was typed stays on the page, beside what the other has; the next press goes over the other's. */
async function showConflict(visit: Visit, press: Press, conflict: Conflict): Promise<void> {
  const key = press.open.sent ? randomUUID() : press.key
  await sendForm(visit, press.open, { ...shownOf(press), key, judged: null, conflict }, 409)
}

/** Keeps the draft; null when another form came first, which has then been shown. */
async function keep(visit: Visit, press: Press, typed: Typed, ask = false): Promise<number | null> {
  const { deps, person, now } = visit
  const { open, posted, key } = press
  const kept = { open, typed, reason: posted.reason, revision: posted.revision, key, by: person, now, ask }
  const revision = await keepTyped(deps.db, kept)
  if (revision === null) await showLatest(visit, press)
  return revision
}

async function showLatest(visit: Visit, press: Press): Promise<void> {
  const { unit, month, key } = { ...press.open, key: press.key }
  const open = await openReport(visit.deps.db, { unit, month, key })
  const conflict = conflictIn(open, press.posted, press.judged.typed)
  if (conflict) return showConflict(visit, { ...press, open }, conflict)
  await sendForm(visit, open, shownOf(press), 409)
}

async function save(visit: Visit, press: Press): Promise<void> {
  const { open, posted, judged } = press
  const typed = filledBy(posted.act, open, judged.typed)
  if ((await keep(visit, press, typed)) === null) return
  const form = open.current ? `${pathOf(visit)}?correct=1` : pathOf(visit)
  if (posted.act === 'check') return visit.res.redirect(303, `${form}${open.current ? '&' : '?'}check=1`)
  visit.res.redirect(303, withFlash(form, typed === judged.typed ? 'draft-saved' : 'filled'))
}

function filledBy(act: string, { edition, fields, before }: OpenReport, typed: Typed): Typed {
  if (act === 'copy' && before.figures)
    return filledWith(typed, carryFigures(fields, before.figures), freshFigures(fields))
  if (act === 'nil') return filledWith(typed, nilFigures(edition, fields, before.figures))
  return typed
}

/** What cannot be sent is kept all the same, so that closing the page loses nothing. */
async function refuse(visit: Visit, press: Press): Promise<void> {
  const revision = await keep(visit, press, press.judged.typed)
  if (revision === null) return
  const { typed: raw } = press.judged
  const draft = { ...press.open.kept.draft, raw, key: press.key }
  const kept = { ...press.open.kept, draft, revision, savedBy: visit.person.name, savedAt: visit.now }
  await sendForm(visit, { ...press.open, kept }, shownOf(press), 422)
}

async function ask(visit: Visit, press: Press): Promise<void> {
  if ((await keep(visit, press, press.judged.typed, true)) === null) return
  visit.res.redirect(303, withFlash(pathOf(visit), 'asked'))
}

async function submit(visit: Visit, press: Press): Promise<void> {
  const { deps, person, now, res } = visit
  const { open, judged, posted, key } = press
  const sending = { open, judged, revision: posted.revision, key, reason: posted.reason, by: person, now }
  const outcome = await submitReport(deps.db, sending)
  if (!outcome.sent) return showLatest(visit, press)
  res.redirect(303, `${pathOf(visit)}/receipt/${outcome.number}`)
}
