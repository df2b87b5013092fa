import { change } from '../audit/change.ts'
import { sendPage } from '../web/page.ts'
import { Problem } from '../web/problem.ts'
import type { PersonVisit, Routes, Visit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { isSignedIn, type Reach } from './access.rules.ts'
import { formOf } from './bound.rules.ts'
import { cast } from './cast.rules.ts'
import { homeOf } from './navigation.rules.ts'
import { passwordOpens } from './password.ts'
import {
  type Account,
  findAccount,
  findCast,
  findSignedIn,
  normalEmail,
  recordSignIn,
} from './person.store.ts'
import {
  createLink,
  endSession,
  linkIsGood,
  type SignInGate,
  startSession,
  useLink,
} from './session.store.ts'
import { linkLetter } from './sign-in.mail.ts'
import { LINK_MINUTES, safeNext } from './sign-in.rules.ts'

/** Signing in by password, by a link in a letter, or in the trial by one press; and out. */
export function signInPages(routes: Routes<Reach>, gate: SignInGate): void {
  routes.open('get', '/', ({ res, person, bound }) =>
    res.redirect(303, bound ? formOf(bound) : person ? homeOf(person) : '/sign-in'),
  )
  routes.open('get', '/sign-in', visit => showSignIn(visit, {}))
  routes.open('post', '/sign-in', visit => signInByPassword(visit, gate))
  routes.open('post', '/sign-in/cast', signInAsCast)
  routes.open('post', '/sign-in/link', visit => askForLink(visit, gate))
  routes.open('get', '/sign-in/link/:token', confirmLink)
  routes.open('post', '/sign-in/link/:token', signInByLink)
  routes.person('post', '/sign-out', isSignedIn, signOut)
}

type Shown = { error?: string; email?: string; status?: number; linkSent?: boolean }

/** Whoever came by a letter's link and wants more than its form signs in like everybody else. */
async function showSignIn({ req, res, deps, lang, person, bound }: Visit, shown: Shown): Promise<void> {
  const next = safeNext(req.query.next ?? req.body?.next)
  if (person && !bound && req.method === 'GET') return res.redirect(303, next === '/' ? homeOf(person) : next)
  const { error = null, email = '', status = 200, linkSent = false } = shown
  const people = deps.config.trial ? await findCast(deps.db) : null
  const title = say(lang, 'people.signIn.title')
  sendPage(
    req,
    res,
    'people/sign-in',
    { title, status, form: true },
    {
      error,
      email,
      next,
      cast: people,
      linkSent,
      linkMinutes: LINK_MINUTES,
      cameBy: bound && { form: formOf(bound), month: formatMonth(bound.month) },
    },
  )
}

async function signInByPassword(visit: Visit, gate: SignInGate): Promise<void> {
  const { req, deps, lang } = visit
  const email = normalEmail(String(req.body?.email ?? '')).slice(0, 200)
  const refuse = (key: 'people.signIn.wrong' | 'people.signIn.tooMany', status: number) =>
    showSignIn(visit, { error: say(lang, key), email, status })
  if (!(await gate.passes(email, req.ip ?? ''))) return refuse('people.signIn.tooMany', 429)
  const account = await findAccount(deps.db, email)
  const opens = await passwordOpens(
    String(req.body?.password ?? '').slice(0, 200),
    account?.passwordHash ?? null,
  )
  if (!account?.active || !opens) return refuse('people.signIn.wrong', 422)
  await gate.clear(email)
  await admit(visit, account, safeNext(req.body?.next))
}

async function signInAsCast(visit: Visit): Promise<void> {
  const { req, deps } = visit
  if (!deps.config.trial) throw new Problem(404, 'problem.notFound')
  const account = await findAccount(deps.db, String(req.body?.email ?? ''))
  if (!account?.active || !cast.some(({ email }) => email === account.email))
    throw new Problem(404, 'problem.notFound')
  await admit(visit, account, safeNext(req.body?.next))
}

async function admit(visit: Visit, account: Pick<Account, 'id' | 'name'>, next: string): Promise<void> {
  const { req, res, deps, now } = visit
  await startSession(req, account.id)
  await change(deps.db, { actor: account, now }, async trx => {
    await recordSignIn(trx, account.id, now)
    return { result: null, act: { act: 'person.sign-in', detail: { address: req.ip } } }
  })
  const person = await findSignedIn(deps.db, account.id, now)
  res.redirect(303, next === '/' && person ? homeOf(person) : next)
}

/** Answers the same whether the address is known or not, so that nobody can find out who has an account. */
async function askForLink(visit: Visit, gate: SignInGate): Promise<void> {
  const { req, deps, now } = visit
  const email = normalEmail(String(req.body?.email ?? '')).slice(0, 200)
  const account = (await gate.linkPasses(email)) ? await findAccount(deps.db, email) : null
  if (account?.active) {
    const target = safeNext(req.body?.next)
    const token = await change(deps.db, { actor: account, now }, async trx => ({
      result: await createLink(trx, { personId: account.id, target, now }),
      act: { act: 'person.ask-link' },
    }))
    const url = `${deps.config.publicUrl}/sign-in/link/${token}`
    await deps.mailer
      .send(linkLetter({ to: account.email, name: account.name, url, views: visit.res.locals.views }), now)
      .catch(error => deps.log.error({ err: error }, 'sign-in link not sent'))
  }
  await showSignIn(visit, { email, linkSent: true })
}

/** A press confirms, so that a mail scanner that fetches links uses nothing up. */
async function confirmLink({ req, res, deps, lang, now }: Visit): Promise<void> {
  const token = String(req.params.token)
  if (!(await linkIsGood(deps.db, token, now))) throw new Problem(410, 'problem.linkUsed')
  sendPage(req, res, 'people/confirm-link', { title: say(lang, 'people.link.title'), form: true }, { token })
}

async function signInByLink(visit: Visit): Promise<void> {
  const { req, deps, now } = visit
  const used = await change(deps.db, { actor: { id: null, name: 'link' }, now }, async trx => ({
    result: await useLink(trx, String(req.params.token), now),
    act: null,
  }))
  const person = used && (await findSignedIn(deps.db, used.personId, now))
  if (!used || !person) throw new Problem(410, 'problem.linkUsed')
  await admit(visit, person, used.target)
}

async function signOut({ req, res, deps, person, now }: PersonVisit): Promise<void> {
  await change(deps.db, { actor: person, now }, async () => ({
    result: null,
    act: { act: 'person.sign-out' },
  }))
  await endSession(req)
  res.clearCookie('ngay25').redirect(303, '/sign-in')
}
