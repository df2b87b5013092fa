import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { dayAt } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { mayAdminister, mayReview, maySeeOffice } from '../people/access.rules.ts'
import { invitePerson, type ShownInvitation, shownInvitation } from '../people/invite-person.ts'
import { mayChangeAccount } from '../people/person-admin.rules.ts'
import { findPerson, type PersonRecord } from '../people/person-list.store.ts'
import { zaloTexts } from '../reports/zalo-text.rules.ts'
import { contactLine } from '../units/office.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { type Locals, sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { showOnce, takeShown } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import { type CallError, type CallForm, checkCall, isOutcome, readCallForm, telOf } from './call.rules.ts'
import { addCall } from './call.store.ts'
import { findMark, liftMark } from './delivery-report.store.ts'
import { loadUnreachable, type Unreachable } from './load-unreachable.ts'
import { QUIET_DAYS, REASONS } from './unreachable.rules.ts'
import { rowOf } from './unreachable-page.rules.ts'

/** Who cannot be reached by mail, found before the due date, with what can be done about it in one press each. */
export function unreachablePages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit/unreachable', maySeeOffice, async visit =>
    showBoard(await inHand(visit), null),
  )
  routes.unit('post', '/reminders/:unit/unreachable/call', mayReview, async visit =>
    noteCall(await inHand(visit)),
  )
  routes.unit('post', '/reminders/:unit/unreachable/invite', mayAdminister, invite)
  routes.unit('post', '/reminders/:unit/unreachable/lift', mayAdminister, lift)
}

/** The month people mean by "now", by the office's own cut-off. */
async function inHand(visit: UnitVisit<Unit>): Promise<UnitVisit<Unit>> {
  const { settings } = await loadOfficeMonth(visit.deps.db, visit.unit.id, visit.month)
  return { ...visit, month: monthInHand(dayAt(visit.now), settings.cutOffDay) }
}

const pathOf = ({ id }: Pick<Unit, 'id'>): string => `/reminders/${id}/unreachable`

type Refused = { form: CallForm; errors: CallError[] }

async function showBoard(visit: UnitVisit<Unit>, refused: Refused | null): Promise<void> {
  const { deps, req, res, lang, unit, month, now } = visit
  if (unit.kind !== 'office') throw notFound()
  const loaded = await loadUnreachable(deps.db, unit.id, { month, now })
  const { officeMonth, own, below } = loaded
  const model = {
    office: unit.fullName,
    month,
    due: formatTime(officeMonth.deadline.due),
    path: pathOf(unit),
    remindersHref: `/reminders/${unit.id}/${month}`,
    boardHref: `/review/${unit.id}/${month}`,
    expected: own.length,
    days: QUIET_DAYS,
    code: takeShown<ShownCode>(req, pathOf(unit)),
    zalo: zaloOf(visit, loaded),
    ...rowsOf(visit, loaded, refused),
    below: below.map(it => ({
      href: pathOf(it.office),
      label: it.office.fullName,
      count: say(lang, 'reach.belowCount', { count: formatNumber(it.hard), all: formatNumber(it.all) }),
    })),
  }
  const title = say(lang, 'reach.title', { month: formatMonth(month) })
  const contact = contactLine(officeMonth.settings)
  const options = { title, wide: true, status: refused ? 422 : 200, contact }
  sendPage(req, res, 'reminders/unreachable', options, model)
}

/** The rows asked for, with what the reader may do about them. */
function rowsOf(visit: UnitVisit<Unit>, loaded: Unreachable, refused: Refused | null) {
  const { req, lang, unit, month, now, person } = visit
  const show = REASONS.find(it => it === req.query.show) ?? null
  const acts = { mayAct: mayReview(person, unit), mayAdminister: mayAdminister(person, unit) }
  const context = { lang, now, month, officeId: unit.id, ...acts, refused }
  return {
    ...acts,
    tiles: tilesOf(visit, loaded, show),
    filtered: show !== null,
    rows: loaded.hard.filter(({ reason }) => show === null || reason === show).map(it => rowOf(it, context)),
    errors: (refused?.errors ?? []).map(({ field, text }) => ({
      href: `#${field}-${refused?.form.unit}`,
      text,
    })),
  }
}

function tilesOf({ lang, unit }: UnitVisit<Unit>, { own, hard }: Unreachable, show: string | null) {
  const tile = { change: null, note: null }
  const all = {
    ...tile,
    label: say(lang, 'reach.all'),
    figure: hard.length,
    note: say(lang, 'reach.ofAll', { count: formatNumber(own.length) }),
    href: pathOf(unit),
    current: show === null,
  }
  const each = REASONS.map(reason => ({
    ...tile,
    label: say(lang, `reach.reason.${reason}`),
    figure: hard.filter(it => it.reason === reason).length,
    href: `${pathOf(unit)}?show=${reason}`,
    current: show === reason,
  }))
  return [all, ...each]
}

function zaloOf({ deps, lang, month, now }: UnitVisit<Unit>, { own, officeMonth }: Unreachable) {
  const named = own.map(({ unit, submittedAt, extensionUntil }) => ({
    type: unit.type,
    name: unit.name,
    submittedAt,
    extensionUntil,
  }))
  const { due } = officeMonth.deadline
  const texts = zaloTexts(named, { month, due, now, url: `${deps.config.publicUrl}/reports` })
  return {
    hint: say(lang, 'zalo.hint', { time: formatTime(now) }),
    single: texts.length === 1,
    texts: texts.map((text, index) => ({
      id: `zalo-${index + 1}`,
      text,
      rows: Math.min(12, text.split('\n').length + Math.ceil(text.length / 60)),
      label: say(lang, texts.length > 1 ? 'zalo.label' : 'zalo.title', {
        part: index + 1,
        parts: texts.length,
      }),
    })),
  }
}

async function noteCall(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, month, now, person } = visit
  const form = readCallForm(req.body ?? {})
  const { own } = await loadUnreachable(deps.db, unit.id, { month, now })
  const commune = own.find(({ unitId }) => String(unitId) === form.unit)
  if (!commune) throw notFound()
  const errors = checkCall(form, lang)
  const { phone, outcome, note } = form
  if (errors.length > 0 || !isOutcome(outcome)) return showBoard(visit, { form, errors })
  const call = { unitId: commune.unitId, month, at: now, by: person, phone, outcome, note }
  await change(deps.db, { actor: person, now }, async trx => {
    const added = await addCall(trx, call)
    const act = { act: 'reminder.call', unitId: call.unitId, month, detail: { outcome, note } }
    return { result: null, act: added ? act : null }
  })
  res.redirect(303, `${withFlash(pathOf(unit), 'callNoted')}#u${commune.unitId}`)
}

/** Somebody of the office's own communes whose account its administrator runs. */
async function askedPerson({ deps, req, unit, now }: UnitVisit<Unit>): Promise<PersonRecord> {
  const id = String(req.body?.person ?? '')
  const known = /^[1-9]\d{0,8}$/.test(id)
  const one = known ? await findPerson(deps.db, Number(id), { officeId: unit.id, now }) : null
  if (!one?.active || !mayChangeAccount(rolesNow(one))) throw notFound()
  return one
}

const rolesNow = ({ roles }: PersonRecord) => roles.filter(({ endedAt }) => endedAt === null)

type ShownCode = ShownInvitation & {
  title: string
  hint: string
  tel: string | null
  phone: string
  dial: string
  mailedText: string
}

/** A code for whoever is on the phone. It is mailed as well, but not to an address that takes no mail. */
async function invite(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, unit, person } = visit
  const one = await askedPerson(visit)
  const [role] = rolesNow(one)
  const { id, name, email, phone } = one
  const place = role?.unit ?? ''
  const marked = (await findMark(deps.db, id)) !== null
  const { views } = res.locals as Locals
  const invitee = { id, name, email, place, unitId: role?.unitId ?? unit.id }
  const made = await invitePerson(deps, invitee, { actor: person, now, views: marked ? null : views })
  const shown = shownInvitation(made)
  const url = `${deps.config.publicUrl}/invitations`
  showOnce(req, pathOf(unit), {
    ...shown,
    title: say(lang, 'reach.code', { name, unit: place }),
    hint: say(lang, 'reach.codeText', { url, until: shown.until }),
    tel: telOf(phone),
    phone,
    dial: say(lang, 'reach.phoneOf', { name, unit: place, phone }),
    mailedText: say(lang, made.mailed ? 'reach.codeMailed' : 'reach.codeNotMailed', { email }),
  } satisfies ShownCode)
  res.redirect(303, pathOf(unit))
}

/** The address takes mail again, says somebody who knows: letters go there as before. */
async function lift(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, now, unit, person } = visit
  const one = await askedPerson(visit)
  const mark = await findMark(deps.db, one.id)
  await change(deps.db, { actor: person, now }, async trx => {
    const lifted = await liftMark(trx, one.id)
    const detail = { person: one.name, email: mark?.email ?? one.email }
    const unitId = rolesNow(one)[0]?.unitId ?? unit.id
    return { result: null, act: lifted ? { act: 'reminder.lift-bounce', unitId, detail } : null }
  })
  res.redirect(303, withFlash(pathOf(unit), 'bounceLifted'))
}
