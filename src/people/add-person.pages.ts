import { change } from '../audit/change.ts'
import type { Unit } from '../units/unit.store.ts'
import { type Locals, sendPage, withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { showOnce } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { mayAdminister, type RoleName } from './access.rules.ts'
import { INVITATION_DAYS } from './invitation.rules.ts'
import { invitePerson, shownInvitation } from './invite-person.ts'
import { type Account, findAccount } from './person.store.ts'
import {
  checkDetails,
  checkRole,
  type FormError,
  type PersonForm,
  readPersonForm,
} from './person-admin.rules.ts'
import { type OfferedPlace, placesOf, roleChoice, unitChoice } from './places.ts'
import { takeInPerson } from './take-in-person.ts'

/** Adding a person to a unit and inviting them; somebody with an account already is only given the role. */
export function addPersonPages(routes: Routes<Unit>): void {
  routes.unit('get', '/people/:unit/new', mayAdminister, async visit => {
    const at = typeof visit.req.query.at === 'string' ? visit.req.query.at : ''
    const places = await placesFor(visit, at)
    const place = places.find(({ id }) => String(id) === at)
    const role = place?.kind === 'commune' ? 'reporter' : ''
    showForm(visit, places, { form: { ...readPersonForm({}), unit: place ? at : '', role }, errors: [] })
  })
  routes.unit('post', '/people/:unit/new', mayAdminister, addPerson)
}

const placesFor = ({ deps, unit, month }: UnitVisit<Unit>, chosen: string) =>
  placesOf(deps.db, unit, { month, chosen })

type Typed = { form: PersonForm; errors: FormError[] }

function showForm(
  { req, res, lang, unit }: UnitVisit<Unit>,
  places: OfferedPlace[],
  { form, errors }: Typed,
): void {
  const wrong = Object.fromEntries(errors.map(({ field, text }) => [field, text]))
  const model = {
    unit: unit.fullName,
    action: `/people/${unit.id}/new`,
    listHref: `/people/${unit.id}`,
    days: INVITATION_DAYS,
    form,
    wrong: { name: null, email: null, position: null, phone: null, role: null, unit: null, ...wrong },
    units: unitChoice(places, places.length === 1 ? String(unit.id) : form.unit),
    roles: roleChoice(places, form.role, lang),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  const title = say(lang, 'people.form.title')
  sendPage(req, res, 'people/new', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

async function addPerson(visit: UnitVisit<Unit>): Promise<void> {
  const { req, res, deps, lang, unit } = visit
  const form = readPersonForm(req.body ?? {})
  const places = await placesFor(visit, form.unit)
  const errors = [...checkDetails(form, lang), ...checkRole(form, places, lang)]
  const place = places.find(({ id }) => String(id) === form.unit)
  const there = errors.length === 0 ? await findAccount(deps.db, form.email) : null
  if (there && !there.active) errors.push({ field: 'email', text: say(lang, 'people.form.isOff') })
  if (errors.length > 0 || !place) return showForm(visit, places, { form, errors })
  const { id, isNew, given } = await takeIn(visit, form, { place, role: form.role as RoleName, there })
  const path = `/people/${unit.id}/${id}`
  if (!isNew) return res.redirect(303, withFlash(path, given ? 'roleGiven' : 'personThere'))
  await invite(visit, { id, form, place, path })
  res.redirect(303, path)
}

type Given = { place: OfferedPlace; role: RoleName; there: Account | null }

/** The role for the account of that address, or for a new one. */
function takeIn({ deps, now, person }: UnitVisit<Unit>, form: PersonForm, { place, role, there }: Given) {
  const { name, email, position, phone } = form
  const given = { unitId: place.id, role, since: now, until: null, covers: null }
  return change(deps.db, { actor: person, now }, async trx => {
    const taken = await takeInPerson(trx, { details: { name, email, position, phone }, there, now }, given)
    return { result: taken, act: taken.acts }
  })
}

type Newcomer = { id: number; form: PersonForm; place: OfferedPlace; path: string }

async function invite(visit: UnitVisit<Unit>, { id, form, place, path }: Newcomer): Promise<void> {
  const { deps, req, res, now, person } = visit
  const invitee = { id, name: form.name, email: form.email, place: place.fullName, unitId: place.id }
  const { views } = res.locals as Locals
  const invitation = await invitePerson(deps, invitee, { actor: person, now, views })
  showOnce(req, path, shownInvitation(invitation))
}
