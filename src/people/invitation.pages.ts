import { change } from '../audit/change.ts'
import { sendPage } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { Routes, Visit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import type { Reach } from './access.rules.ts'
import { readCode } from './invitation.rules.ts'
import { acceptInvitation, findInvitation, type InvitationGate, type Invited } from './invitation.store.ts'
import { homeOf } from './navigation.rules.ts'
import { checkPassword, type Refusal } from './password.rules.ts'
import { hashPassword, SHORTEST_PASSWORD } from './password.ts'
import { findSignedIn, recordSignIn, setPassword } from './person.store.ts'
import { endSessions } from './person-admin.store.ts'
import { startSession } from './session.store.ts'

/** Taking an invitation up: the code, by the link in the letter or typed, then a password, then in. */
export function invitationPages(routes: Routes<Reach>, gate: InvitationGate): void {
  routes.open('get', '/invitations', visit => showCodeForm(visit, { code: '', error: null }))
  routes.open('post', '/invitations', visit => takeCode(visit, gate))
  routes.open('get', '/invitations/:code', async visit =>
    showPasswordForm(visit, await invitedBy(visit, gate), null),
  )
  routes.open('post', '/invitations/:code', visit => acceptWithPassword(visit, gate))
}

type CodeForm = { code: string; error: string | null; status?: number }

function showCodeForm(
  { req, res, lang }: Visit,
  { code, error, status = error ? 422 : 200 }: CodeForm,
): void {
  const title = say(lang, 'people.invitation.title')
  const errors = error ? [{ href: '#code', text: error }] : []
  sendPage(req, res, 'people/invitation-code', { title, status, form: true }, { code, error, errors })
}

/** The address that follows from a right code carries it, so that it can be opened from the letter as well. */
async function takeCode(visit: Visit, gate: InvitationGate): Promise<void> {
  const { req, res, deps, now, lang } = visit
  const typed = String(req.body?.code ?? '').slice(0, 60)
  const address = req.ip ?? ''
  if (!(await gate.isOpen(address)))
    return showCodeForm(visit, { code: typed, error: say(lang, 'people.invitation.tooMany'), status: 429 })
  const code = readCode(typed)
  if (code && (await findInvitation(deps.db, code, now))) return res.redirect(303, `/invitations/${code}`)
  await gate.countWrong(address)
  showCodeForm(visit, { code: typed, error: say(lang, 'people.invitation.wrong') })
}

async function invitedBy(
  { req, deps, now }: Visit,
  gate: InvitationGate,
): Promise<Invited & { code: string }> {
  const address = req.ip ?? ''
  if (!(await gate.isOpen(address))) throw new Problem(429, 'problem.tooManyCodes')
  const code = readCode(String(req.params.code))
  const invited = code ? await findInvitation(deps.db, code, now) : null
  if (code && invited) return { ...invited, code }
  await gate.countWrong(address)
  throw new Problem(410, 'problem.invitationUsed')
}

function showPasswordForm(visit: Visit, invited: Invited & { code: string }, refusal: Refusal | null): void {
  const { req, res, lang } = visit
  const { name, email, place, code } = invited
  const text = refusal && say(lang, refusal.key, { min: SHORTEST_PASSWORD })
  const model = {
    name,
    email,
    place,
    code,
    min: SHORTEST_PASSWORD,
    passwordError: refusal?.field === 'password' ? text : null,
    repeatError: refusal?.field === 'repeat' ? text : null,
    errors: refusal ? [{ href: `#${refusal.field}`, text }] : [],
  }
  const title = say(lang, 'people.invitation.welcome', { name })
  sendPage(req, res, 'people/invitation', { title, status: refusal ? 422 : 200, form: true }, model)
}

async function acceptWithPassword(visit: Visit, gate: InvitationGate): Promise<void> {
  const { req, res, deps, now } = visit
  const invited = await invitedBy(visit, gate)
  const [password, repeat] = [String(req.body?.password ?? ''), String(req.body?.repeat ?? '')]
  const refusal = checkPassword({ password, repeat, email: invited.email, shortest: SHORTEST_PASSWORD })
  if (refusal) return showPasswordForm(visit, invited, refusal)
  const hash = await hashPassword(password)
  const actor = { id: invited.personId, name: invited.name }
  const personId = await change(deps.db, { actor, now }, async trx => {
    const id = await acceptInvitation(trx, invited.code, now)
    if (id === null) return { result: null, act: null }
    await setPassword(trx, id, hash)
    await endSessions(trx, id)
    await recordSignIn(trx, id, now)
    return { result: id, act: { act: 'person.accept-invitation', detail: { address: req.ip } } }
  })
  const person = personId === null ? null : await findSignedIn(deps.db, personId, now)
  if (!person) throw new Problem(410, 'problem.invitationUsed')
  await startSession(req, person.id)
  res.redirect(303, homeOf(person))
}
