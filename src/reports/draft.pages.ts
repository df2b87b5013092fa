import { randomUUID } from 'node:crypto'
import { change } from '../audit/change.ts'
import { mayReport, maySignOff } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import { checkText } from './check.rules.ts'
import { keyIn, postedOf, readPosted } from './draft.rules.ts'
import { keepTyped } from './keep-typed.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openReport } from './open-report.store.ts'
import { standingAt, takesDrafts } from './report.rules.ts'
import { dropCorrection, giveBack } from './report.store.ts'
import { reportingUnit } from './reporting-unit.ts'
import { conflictIn, judgePosted } from './submission.rules.ts'
import { submitReport } from './submit-report.ts'

type Visit = UnitVisit<Unit>

/** What happens to a draft besides typing it: it saves itself, is dropped, signed off or given back. */
export function draftPages(routes: Routes<Unit>): void {
  routes.unit('post', '/reports/:unit/:month/autosave', mayReport, autosave)
  routes.unit('post', '/reports/:unit/:month/drop', mayReport, drop)
  routes.unit('post', '/reports/:unit/:month/take-back', mayReport, takeBack)
  routes.unit('post', '/reports/:unit/:month/sign-off', maySignOff, signOff)
}

const pathOf = ({ unit, month }: Visit): string => `/reports/${unit.id}/${month}`

const open = ({ deps, unit, month, req }: Visit): Promise<OpenReport> =>
  openReport(deps.db, { unit: reportingUnit(unit, month), month, key: keyIn(req.body ?? {}) })

/** 200 {ok, revision, savedAt}, 409 {conflict: {by, at}} or 422 {error}; the form's script acts on each. */
async function autosave(visit: Visit): Promise<void> {
  const { req, res, now, lang, deps, person } = visit
  const report = await open(visit)
  if (!takesDrafts(standingAt(report.window, now))) return refuseAutosave(visit)
  const posted = readPosted(req.body ?? {}, report.edition)
  const { typed } = judgePosted(report, posted, { now, lang })
  const clash = (it: OpenReport) => {
    const conflict = conflictIn(it, posted, typed)
    return conflict && { by: conflict.by, at: conflict.at.toISOString() }
  }
  const conflict = clash(report)
  if (conflict) return void res.status(409).json({ conflict })
  const key = posted.key ?? randomUUID()
  const { revision: seen, reason } = posted
  const keeping = { open: report, typed, reason, revision: seen, key, by: person, now, quiet: true }
  const revision = await keepTyped(deps.db, keeping)
  if (revision === null) return void res.status(409).json({ conflict: clash(await open(visit)) })
  res.json({ ok: true, revision, savedAt: now.toISOString() })
}

const refuseAutosave = ({ res, lang }: Visit): void =>
  void res.status(422).json({ error: say(lang, 'reports.notTaken') })

const revisionIn = ({ req }: Visit): number =>
  Number(/^\d{1,9}$/.exec(String(req.body?.revision ?? ''))?.[0] ?? -1)

async function drop(visit: Visit): Promise<void> {
  const { deps, person, now, res, unit, month } = visit
  const seen = { unitId: unit.id, month, revision: revisionIn(visit) }
  const dropped = await change(deps.db, { actor: person, now }, async trx => {
    const result = await dropCorrection(trx, seen)
    return { result, act: result ? { act: 'report.drop-correction', unitId: unit.id, month } : null }
  })
  res.redirect(303, dropped ? withFlash(pathOf(visit), 'dropped') : pathOf(visit))
}

async function takeBack(visit: Visit): Promise<void> {
  const { deps, person, now, res, unit, month } = visit
  const seen = { unitId: unit.id, month, revision: revisionIn(visit), note: null }
  const taken = await change(deps.db, { actor: person, now }, async trx => {
    const result = await giveBack(trx, seen)
    return { result, act: result ? { act: 'report.take-back', unitId: unit.id, month } : null }
  })
  res.redirect(303, withFlash(`${pathOf(visit)}?correct=1`, taken ? 'taken-back' : 'stale-sign-off'))
}

/** The leader's decision on exactly the draft that was read; one that changed since has to be read again. */
async function signOff(visit: Visit): Promise<void> {
  const report = await open(visit)
  const { res, req } = visit
  if (report.sent) return res.redirect(303, `${pathOf(visit)}/receipt/${report.sent.number}`)
  const asked = report.kept.draft?.asked
  if (
    !asked ||
    report.kept.revision !== revisionIn(visit) ||
    !takesDrafts(standingAt(report.window, visit.now))
  )
    return res.redirect(303, withFlash(pathOf(visit), 'stale-sign-off'))
  return req.body?.act === 'approve' ? approve(visit, report) : returnToWriter(visit, report)
}

async function approve(visit: Visit, report: OpenReport): Promise<void> {
  const { deps, person, now, lang, res, req } = visit
  const posted = postedOf(report.kept.draft ?? { raw: {} }, report.edition)
  const judged = judgePosted(report, posted, { now, lang })
  if (judged.errors.length > 0) return res.redirect(303, pathOf(visit))
  const key = keyIn(req.body ?? {}) ?? randomUUID()
  const { revision } = report.kept
  const outcome = await submitReport(deps.db, {
    open: report,
    judged,
    revision,
    key,
    reason: posted.reason,
    by: person,
    now,
  })
  res.redirect(
    303,
    outcome.sent ? `${pathOf(visit)}/receipt/${outcome.number}` : withFlash(pathOf(visit), 'stale-sign-off'),
  )
}

async function returnToWriter(visit: Visit, report: OpenReport): Promise<void> {
  const { deps, person, now, res, req, unit, month } = visit
  const text = clean(String(req.body?.note ?? '')).slice(0, 300)
  if (checkText({ field: 'note', text, maxLength: 300 }, report.cohorts).length > 0)
    return res.redirect(303, withFlash(pathOf(visit), 'note-refused'))
  const note = { by: person.name, at: now.toISOString(), text }
  const seen = { unitId: unit.id, month, revision: report.kept.revision, note }
  const given = await change(deps.db, { actor: person, now }, async trx => {
    const result = await giveBack(trx, seen)
    return {
      result,
      act: result ? { act: 'report.give-back', unitId: unit.id, month, detail: { note: text } } : null,
    }
  })
  res.redirect(303, withFlash(pathOf(visit), given ? 'given-back' : 'stale-sign-off'))
}
