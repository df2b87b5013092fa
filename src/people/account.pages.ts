import { change } from '../audit/change.ts'
import { feedSince } from '../calendar/feed.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import type { PersonVisit, Routes } from '../web/routes.ts'
import { takeShown } from '../web/show-once.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { isSignedIn, type Reach } from './access.rules.ts'
import { nameOfDevice } from './device.rules.ts'
import { listDevices } from './device.store.ts'
import { checkPassword } from './password.rules.ts'
import { hashPassword, passwordOpens, SHORTEST_PASSWORD } from './password.ts'
import { findAccount, setPassword } from './person.store.ts'
import { checkDetails, readPersonForm } from './person-admin.rules.ts'
import { endSessions, findPhone, setPhone } from './person-admin.store.ts'
import type { SignInGate } from './session.store.ts'

/** One's own account: the password and the phone number; the rest is the administrator's. */
export function accountPages(routes: Routes<Reach>, gate: SignInGate): void {
  routes.person('get', '/account', isSignedIn, visit => showAccount(visit, {}))
  routes.person('post', '/account/password', isSignedIn, visit => changePassword(visit, gate))
  routes.person('post', '/account/phone', isSignedIn, changePhone)
}

type Errors = { current?: string; password?: string; repeat?: string; phone?: string }

async function showAccount(visit: PersonVisit, errors: Errors, phone?: string): Promise<void> {
  const { req, res, deps, lang, person } = visit
  const account = await findAccount(deps.db, person.email)
  const { current = null, password = null, repeat = null, phone: phoneError = null } = errors
  const model = {
    name: person.name,
    facts: [
      { term: say(lang, 'people.account.email'), text: person.email, href: null },
      {
        term: say(lang, 'people.account.position'),
        text: [person.position, person.place].filter(Boolean).join(', '),
        href: null,
      },
    ],
    phone: phone ?? (await findPhone(deps.db, person.id)),
    phoneError,
    devices: await devicesOf(visit),
    feed: await feedOf(visit),
    hasPassword: (account?.passwordHash ?? null) !== null,
    min: SHORTEST_PASSWORD,
    current,
    password,
    repeat,
    errors: Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text })),
  }
  const title = say(lang, 'people.account.title')
  const status =
    errors.current === say(lang, 'people.password.tooMany') ? 429 : model.errors.length > 0 ? 422 : 200
  sendPage(req, res, 'people/account', { title, status }, model)
}

/** Where this person is told beside e-mail; null where the portal does not offer it and nobody uses it. */
async function devicesOf({ deps, lang, person }: PersonVisit) {
  const known = await listDevices(deps.db, person.id)
  if (known.length === 0 && !deps.config.vapid) return null
  return {
    list: known.map(({ id, endpoint, since }) => ({
      id,
      name: nameOfDevice(endpoint, lang),
      since: say(lang, 'people.device.since', { time: formatTime(since) }),
    })),
  }
}

/** The address is shown once, to the very page that follows its making. */
async function feedOf({ req, deps, person }: PersonVisit) {
  const address = takeShown<string>(req, '/account')
  const since = await feedSince(deps.db, person.id)
  return { since, address, open: address?.replace(/^https?:/, 'webcal:') ?? null }
}

async function changePassword(visit: PersonVisit, gate: SignInGate): Promise<void> {
  const { req, res, deps, now, lang, person } = visit
  const text = (field: string) => String(req.body?.[field] ?? '')
  const account = await findAccount(deps.db, person.email)
  const known = account?.passwordHash ?? null
  if (known !== null) {
    if (!(await gate.passes(person.email, req.ip ?? '')))
      return showAccount(visit, { current: say(lang, 'people.password.tooMany') })
    if (!(await passwordOpens(text('current').slice(0, 200), known)))
      return showAccount(visit, { current: say(lang, 'people.password.wrong') })
  }
  const typed = { password: text('password'), repeat: text('repeat') }
  const refusal = checkPassword({ ...typed, email: person.email, shortest: SHORTEST_PASSWORD })
  if (refusal)
    return showAccount(visit, { [refusal.field]: say(lang, refusal.key, { min: SHORTEST_PASSWORD }) })
  await gate.clear(person.email)
  const hash = await hashPassword(typed.password)
  await change(deps.db, { actor: person, now }, async trx => {
    await setPassword(trx, person.id, hash)
    await endSessions(trx, person.id, req.sessionID)
    return { result: null, act: { act: 'person.set-password' } }
  })
  res.redirect(303, withFlash('/account', 'passwordSet'))
}

async function changePhone(visit: PersonVisit): Promise<void> {
  const { req, res, deps, now, lang, person } = visit
  const { phone } = readPersonForm(req.body ?? {})
  const details = { name: person.name, email: person.email, position: '', phone }
  const wrong = checkDetails(details, lang).find(({ field }) => field === 'phone')
  if (wrong) return showAccount(visit, { phone: wrong.text }, phone)
  await change(deps.db, { actor: person, now }, async trx => {
    const before = await findPhone(trx, person.id)
    if (before === phone) return { result: null, act: null }
    await setPhone(trx, person.id, phone)
    return { result: null, act: { act: 'person.set-phone' } }
  })
  res.redirect(303, withFlash('/account', 'phoneSaved'))
}
