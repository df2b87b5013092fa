import { change } from '../audit/change.ts'
import { dayAt } from '../calendar/month.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { type Locals, sendPage, withFlash } from '../web/page.ts'
import { notFound, Problem } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { showOnce, takeShown } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { mayAdminister, type RoleName } from './access.rules.ts'
import { invitePerson, type ShownInvitation, shownInvitation } from './invite-person.ts'
import { findAccount } from './person.store.ts'
import {
  checkDetails,
  checkRole,
  type Details,
  type FormError,
  mayChangeAccount,
  readPersonForm,
} from './person-admin.rules.ts'
import { changeDetails, endRole, switchOff, switchOn } from './person-admin.store.ts'
import { accountState } from './person-list.rules.ts'
import { findPerson, type PersonRecord } from './person-list.store.ts'
import { placesOf, roleChoice, unitChoice } from './places.ts'
import { lastDayOf } from './role-term.rules.ts'
import { giveTerm } from './role-term.store.ts'

type OneVisit = UnitVisit<Unit> & { one: PersonRecord; path: string }
type Typed = { details?: Details; role?: { unit: string; role: string }; errors: FormError[] }

/** One person: details, roles, invitation, on and off. */
export function personPages(routes: Routes<Unit>): void {
  const add = (method: 'get' | 'post', path: string, handle: (visit: OneVisit) => Promise<unknown>) =>
    routes.unit(method, `/people/:unit/:person${path}`, mayAdminister, async visit => {
      const one = await askedPerson(visit)
      await handle({ ...visit, one, path: `/people/${visit.unit.id}/${one.id}` })
    })
  add('get', '', visit => showPerson(visit, { errors: [] }))
  add('post', '', save)
  add('post', '/roles', give)
  add('post', '/roles/:role/end', end)
  add('post', '/invite', invite)
  add('post', '/off', turnOff)
  add('post', '/on', turnOn)
}

async function askedPerson({ deps, req, unit, now }: UnitVisit<Unit>): Promise<PersonRecord> {
  const id = String(req.params.person)
  const one = /^[1-9]\d{0,8}$/.test(id)
    ? await findPerson(deps.db, Number(id), { officeId: unit.id, now })
    : null
  if (!one) throw notFound()
  return one
}

const rolesNow = ({ roles }: PersonRecord) => roles.filter(({ endedAt }) => endedAt === null)
const mayChange = ({ one }: OneVisit): boolean => mayChangeAccount(rolesNow(one))

/** Changing the account itself is for whoever runs every place the person works at. */
function mustChange(visit: OneVisit): void {
  if (!mayChange(visit)) throw notFound()
}

async function showPerson(visit: OneVisit, { details, role, errors }: Typed): Promise<void> {
  const { deps, req, res, lang, unit, month, one, path, person } = visit
  const places = await placesOf(deps.db, unit, { month, chosen: role?.unit ?? '' })
  const wrong = Object.fromEntries(errors.map(({ field, text }) => [field, text]))
  const state = accountState(lang, one)
  const model = {
    listHref: `/people/${unit.id}`,
    unit: unit.fullName,
    path,
    id: one.id,
    name: one.name,
    email: one.email,
    active: one.active,
    settled: one.settled,
    itself: one.id === person.id,
    mayChange: mayChange(visit),
    facts: factsOf(lang, one, state),
    invitation: takeShown<ShownInvitation>(req, path),
    roles: one.roles.map(it => roleRow(visit, it)),
    details: details ?? one,
    editing: errors.some(({ field }) => field !== 'role' && field !== 'unit'),
    giving: errors.some(({ field }) => field === 'role' || field === 'unit'),
    wrong: { name: null, email: null, position: null, phone: null, role: null, unit: null, ...wrong },
    units: unitChoice(places, places.length === 1 ? String(unit.id) : (role?.unit ?? '')),
    roleGroups: roleChoice(places, role?.role ?? '', lang),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  sendPage(req, res, 'people/person', { title: one.name, status: errors.length > 0 ? 422 : 200 }, model)
}

function factsOf(lang: Lang, one: PersonRecord, { text, note }: { text: string; note: string | null }) {
  const fact = (term: string, value: string, href: string | null = null) => ({ term, text: value, href })
  return [
    fact(say(lang, 'people.form.position'), one.position || '–'),
    fact(say(lang, 'people.form.email'), one.email, `mailto:${one.email}`),
    fact(
      say(lang, 'people.form.phone'),
      one.phone || '–',
      one.phone ? `tel:${one.phone.replace(/[^\d+]/g, '')}` : null,
    ),
    fact(say(lang, 'people.list.account'), note ? `${text}. ${note}` : text),
  ]
}

function roleRow({ lang, path, one, person }: OneVisit, held: PersonRecord['roles'][number]) {
  const { id, role, unit, endedAt, mine } = held
  const own = one.id === person.id && role === 'admin'
  const name = say(lang, `people.role.${role}`)
  return {
    role: name,
    unit,
    when: termOf(lang, held),
    ended: endedAt !== null,
    elsewhere: !mine,
    end: endedAt === null && mine && !own ? `${path}/roles/${id}/end` : null,
    about: say(lang, 'people.one.endAbout', { role: name, unit }),
    links:
      endedAt === null && mine && held.until === null
        ? [
            ...(own
              ? []
              : [
                  {
                    href: `${path}/roles/${id}/hand-over`,
                    label: say(lang, 'handover.link'),
                    about: say(lang, 'handover.linkAbout', { role: name, unit }),
                  },
                ]),
            {
              href: `${path}/roles/${id}/cover`,
              label: say(lang, 'handover.coverLink'),
              about: say(lang, 'handover.coverAbout', { role: name, unit }),
            },
          ]
        : [],
  }
}

/** Since when a role is held, until when, and for whom. */
function termOf(lang: Lang, { since, endedAt, until, covers }: PersonRecord['roles'][number]): string {
  const from = formatDay(dayAt(since))
  if (covers && until)
    return say(lang, 'handover.roleCovers', { name: covers, from, to: formatDay(lastDayOf(until)) })
  if (endedAt) return say(lang, 'people.one.rolesUntil', { from, to: formatDay(dayAt(endedAt)) })
  if (until) return say(lang, 'handover.roleUntil', { from, to: formatDay(lastDayOf(until)) })
  return say(lang, 'people.one.rolesSince', { day: from })
}

const placeOf = ({ one, unit }: OneVisit): number => rolesNow(one).find(({ mine }) => mine)?.unitId ?? unit.id

async function save(visit: OneVisit): Promise<void> {
  const { deps, req, res, now, lang, one, path, person } = visit
  mustChange(visit)
  const { name, email, position, phone } = readPersonForm(req.body ?? {})
  const details = { name, email, position, phone }
  const errors = checkDetails(details, lang)
  const other = errors.length === 0 ? await findAccount(deps.db, email) : null
  if (other && other.id !== one.id) errors.push({ field: 'email', text: say(lang, 'people.form.emailTaken') })
  if (errors.length > 0) return showPerson(visit, { details, errors })
  const changes = changesOf(one, details)
  await change(deps.db, { actor: person, now }, async trx => {
    await changeDetails(trx, one.id, details, now)
    const record = { act: 'person.change', unitId: placeOf(visit), detail: { person: one.name, changes } }
    return { result: null, act: Object.keys(changes).length > 0 ? record : null }
  })
  res.redirect(303, withFlash(path, 'personSaved'))
}

/** Old and new of whatever differs, for the log. */
function changesOf(before: Details, after: Details): Record<string, [string, string]> {
  const fields = ['name', 'email', 'position', 'phone'] as const
  return Object.fromEntries(
    fields.filter(it => before[it] !== after[it]).map(it => [it, [before[it], after[it]]]),
  )
}

async function give(visit: OneVisit): Promise<void> {
  const { deps, req, res, now, lang, unit, month, one, path, person } = visit
  const { unit: chosen, role } = readPersonForm(req.body ?? {})
  const places = await placesOf(deps.db, unit, { month, chosen })
  const errors = checkRole({ unit: chosen, role }, places, lang)
  if (errors.length > 0) return showPerson(visit, { role: { unit: chosen, role }, errors })
  const given = { personId: one.id, unitId: Number(chosen), role: role as RoleName }
  const added = await change(deps.db, { actor: person, now }, async trx => {
    const result = await giveTerm(trx, { ...given, since: now, until: null, covers: null })
    const record = { act: 'role.give', unitId: given.unitId, detail: { person: one.name, role } }
    return { result, act: result ? record : null }
  })
  res.redirect(303, withFlash(path, added ? 'roleGiven' : 'personThere'))
}

async function end(visit: OneVisit): Promise<void> {
  const { deps, req, res, now, one, path, person } = visit
  const held = rolesNow(one).find(({ id, mine }) => mine && String(id) === req.params.role)
  if (!held) return res.redirect(303, path)
  if (one.id === person.id && held.role === 'admin') throw new Problem(409, 'problem.ownAccount')
  await change(deps.db, { actor: person, now }, async trx => {
    const ended = await endRole(trx, { roleId: held.id, personId: one.id, now })
    const detail = { person: one.name, role: held.role }
    return { result: null, act: ended ? { act: 'role.end', unitId: ended.unitId, detail } : null }
  })
  res.redirect(303, withFlash(path, 'roleEnded'))
}

async function invite(visit: OneVisit): Promise<void> {
  const { deps, req, res, now, one, path, person } = visit
  mustChange(visit)
  if (!one.active) throw notFound()
  const place = rolesNow(one)[0]?.unit ?? ''
  const invitee = { id: one.id, name: one.name, email: one.email, place, unitId: placeOf(visit) }
  const { views } = res.locals as Locals
  const invitation = await invitePerson(deps, invitee, { actor: person, now, views })
  showOnce(req, path, shownInvitation(invitation))
  res.redirect(303, path)
}

async function turnOff(visit: OneVisit): Promise<void> {
  const { deps, res, now, one, path, person } = visit
  mustChange(visit)
  if (one.id === person.id) throw new Problem(409, 'problem.ownAccount')
  await change(deps.db, { actor: person, now }, async trx => {
    await switchOff(trx, one.id, now)
    const record = { act: 'person.switch-off', unitId: placeOf(visit), detail: { person: one.name } }
    return { result: null, act: one.active ? record : null }
  })
  res.redirect(303, withFlash(path, 'switchedOff'))
}

async function turnOn(visit: OneVisit): Promise<void> {
  const { deps, res, now, one, path, person } = visit
  mustChange(visit)
  await change(deps.db, { actor: person, now }, async trx => {
    await switchOn(trx, one.id)
    const record = { act: 'person.switch-on', unitId: placeOf(visit), detail: { person: one.name } }
    return { result: null, act: one.active ? null : record }
  })
  res.redirect(303, withFlash(path, 'switchedOn'))
}
