import { addMonths, type Month } from '../calendar/month.rules.ts'
import { mayAdminister } from '../people/access.rules.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { type Key, say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { type ChangePlan, changeUnits, planUnitChange } from './change-units.ts'
import type { Unit } from './unit.store.ts'
import { type ChangeKind, changeKinds } from './unit-change.rules.ts'
import { officesUnder } from './unit-change.store.ts'
import { aboutOf, boxesOf, type Candidate } from './unit-change-boxes.rules.ts'
import {
  type ChangeForm,
  type FormError,
  fieldsOf,
  readChangeForm,
  understand,
} from './unit-change-form.rules.ts'
import { findUnitsAt } from './unit-list.store.ts'
import { previewOf } from './unit-preview.rules.ts'

/**
 * Changing an office's units: a form, a preview that writes nothing, and only then a press. The preview is an address
 * of its own, so that going back, sending it on and looking again lose nothing.
 */
export function unitChangePages(routes: Routes<Unit>): void {
  routes.unit('get', '/units/:unit/changes/:kind', mayAdminister, showForm)
  routes.unit('get', '/units/:unit/changes/:kind/preview', mayAdminister, showPreview)
  routes.unit('post', '/units/:unit/changes/:kind', mayAdminister, press)
}

type Asked = { kind: ChangeKind; form: ChangeForm; candidates: Candidate[] }

/** What is asked, from the address or from the form posted. */
async function readAsked(
  { deps, req, unit, month }: UnitVisit<Unit>,
  typed: Readonly<Record<string, unknown>>,
): Promise<Asked> {
  const kind = changeKinds.find(it => it === req.params.kind)
  if (!kind || unit.kind !== 'office') throw notFound()
  const lines: Candidate[] = await findUnitsAt(deps.db, unit.id, month)
  const candidates = kind === 'rename' ? [...lines, { ...unit, kind: 'office' as const }] : lines
  const form = readChangeForm(kind, typed)
  if (typed.document === undefined) begin(form, { month, candidates })
  return { kind, form, candidates }
}

/** A form not filled in yet proposes the next month, and an office's present name to be corrected. */
function begin(form: ChangeForm, { month, candidates }: { month: Month; candidates: Candidate[] }): void {
  const chosen = candidates.find(it => String(it.id) === form.units[0])
  if (form.month === '') form.month = formatMonth(addMonths(month, 1))
  if (chosen && form.of === 'office') Object.assign(form, { name: chosen.name, fullName: chosen.fullName })
}

async function showForm(visit: UnitVisit<Unit>): Promise<void> {
  await sendForm(visit, await readAsked(visit, visit.req.query), [])
}

async function sendForm(visit: UnitVisit<Unit>, asked: Asked, errors: readonly FormError[]): Promise<void> {
  const { req, res, lang, unit } = visit
  const { kind, form, candidates } = asked
  const offices = kind === 'move' ? await targetsOf(visit) : []
  const model = {
    unit: unit.fullName,
    title: say(lang, `change.form.${kind}`),
    about: say(lang, aboutOf(kind, form.of)),
    action: `/units/${unit.id}/changes/${kind}/preview`,
    formHref: `/units/${unit.id}/changes/${kind}`,
    backHref: `/units/${unit.id}/changes`,
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    ...boxesOf(form, { kind, candidates, offices, errors, lang }),
  }
  const status = errors.length > 0 ? 422 : 200
  sendPage(req, res, 'units/change', { title: model.title, status }, model)
}

/** The offices of the asker, and all below them, but the present one. */
async function targetsOf({ deps, person, unit, month }: UnitVisit<Unit>) {
  const offices = await officesUnder(deps.db, { ids: administeredBy(person), month })
  return offices.filter(it => it.id !== unit.id)
}

const administeredBy = ({ roles }: UnitVisit<Unit>['person']): number[] =>
  roles.filter(it => it.role === 'admin').map(it => it.unitId)

function understood({ lang, unit, month }: UnitVisit<Unit>, { kind, form, candidates }: Asked) {
  const officeType = candidates.find(it => String(it.id) === form.units[0])?.type ?? ''
  return understand(form, { lang, kind, officeId: unit.id, now: month, officeType })
}

const errorsIn = ({ refusals }: ChangePlan, { lang }: UnitVisit<Unit>): FormError[] =>
  refusals.map(({ field, key, params }) => ({ field, text: say(lang, key, params) }))

async function showPreview(visit: UnitVisit<Unit>): Promise<void> {
  const asked = await readAsked(visit, visit.req.query)
  const { asked: change, errors: unclear } = understood(visit, asked)
  if (change === null) return sendForm(visit, asked, unclear)
  const administers = administeredBy(visit.person)
  const plan = await planUnitChange(visit.deps.db, { asked: change, administers, now: visit.now })
  const errors = errorsIn(plan, visit)
  if (errors.length > 0) return sendForm(visit, asked, errors)
  sendPreview(visit, { asked, plan, ticked: null })
}

type Shown = { asked: Asked; plan: ChangePlan; ticked: string[] | null }

/** `ticked` stands when a press came too late: what was ticked is kept. */
function sendPreview({ req, res, lang, unit, month }: UnitVisit<Unit>, { asked, plan, ticked }: Shown): void {
  const { kind, form } = asked
  const action = `/units/${unit.id}/changes/${kind}`
  const fields = fieldsOf(form).filter(it => it.value !== '')
  const title = say(lang, `change.form.${kind}`)
  const model = {
    unit: unit.fullName,
    title,
    stale: ticked !== null,
    action,
    fields: [...fields, { name: 'fingerprint', value: plan.fingerprint }],
    editHref: `${action}?${queryOf(fields)}`,
    backHref: `/units/${unit.id}/changes`,
    apply: say(lang, `change.preview.apply.${kind}` as Key),
    danger: kind === 'close',
    ...previewOf(plan, { ticked, now: month, lang }),
  }
  sendPage(req, res, 'units/change-preview', { title, status: ticked ? 409 : 200 }, model)
}

const queryOf = (fields: readonly { name: string; value: string }[]): string =>
  fields.map(it => `${it.name}=${encodeURIComponent(it.value)}`).join('&')

async function press(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit } = visit
  const asked = await readAsked(visit, req.body ?? {})
  const { asked: change, errors: unclear } = understood(visit, asked)
  if (change === null) return sendForm(visit, asked, unclear)
  const ticked = [req.body?.people ?? []].flat().map(String)
  const fingerprint = String(req.body?.fingerprint ?? '')
  const pressed = { asked: change, administers: administeredBy(person), fingerprint, ticked }
  const applied = await changeUnits(deps.db, { actor: person, now }, pressed)
  if (applied.done) return res.redirect(303, withFlash(`/units/${unit.id}/changes`, 'unitsChanged'))
  const errors = errorsIn(applied.plan, visit)
  if (errors.length > 0) return sendForm(visit, asked, errors)
  sendPreview(visit, { asked, plan: applied.plan, ticked })
}
