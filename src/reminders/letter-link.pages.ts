import { change } from '../audit/change.ts'
import { extensionUntil, loadOfficeMonth } from '../calendar/calendar.store.ts'
import { dueFor } from '../calendar/deadline.rules.ts'
import { mayReport } from '../people/access.rules.ts'
import { type Bound, reaches } from '../people/bound.rules.ts'
import { recordSignIn } from '../people/person.store.ts'
import { startSession } from '../people/session.store.ts'
import { findUnit, type Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import type { Routes, Visit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { linkEnds, pageOf, sealFits } from './letter-link.rules.ts'
import { findLinked, type LinkedLine, useLetterLink } from './letter-link.store.ts'

/**
 * The link of a reminder: it opens one commune's form of one month, once, without a password. Asking for the page uses nothing
 * up (mail scanners do); the press does.
 */
export function letterLinkPages(routes: Routes<Unit>): void {
  routes.open('get', '/r/:id/:seal', showLink)
  routes.open('post', '/r/:id/:seal', openByLink)
}

/** A link that fits its line of the ledger, with what is needed to say what it opens and until when. */
type Known = { line: LinkedLine; unit: Unit; bound: Bound; due: Date; ends: Date }

/** What a link comes to. 'good' has a reader; 'wrong' is no link of ours, and says nothing of any commune. */
type State = 'good' | 'used' | 'expired' | 'nobody' | 'wrong'

const STATUS: Record<State, number> = { good: 200, used: 410, expired: 410, nobody: 410, wrong: 404 }

async function showLink(visit: Visit): Promise<void> {
  const known = await knownLink(visit)
  if (known && isThereAlready(visit, known)) return visit.res.redirect(303, pageOf(known.line))
  answer(visit, known, stateOf(known, visit.now))
}

async function openByLink(visit: Visit): Promise<void> {
  const { req, res, deps, now } = visit
  const known = await knownLink(visit)
  const state = stateOf(known, now)
  const reader = known?.line.reader
  if (!known || !reader || state !== 'good') return answer(visit, known, state)
  const { line, bound } = known
  const opened = await change(deps.db, { actor: reader, now }, async trx => {
    if (!(await useLetterLink(trx, line.id, now))) return { result: false, act: null }
    await recordSignIn(trx, reader.id, now)
    const detail = { address: req.ip, letter: line.id }
    return { result: true, act: { act: 'person.sign-in', ...bound, detail } }
  })
  if (!opened) return answer(visit, known, 'used')
  await startSession(req, reader.id, bound)
  res.redirect(303, pageOf(line))
}

async function knownLink({ req, deps }: Visit): Promise<Known | null> {
  const id = String(req.params.id)
  const line = /^[1-9]\d{0,8}$/.test(id) ? await findLinked(deps.db, Number(id)) : null
  if (!line || !sealFits(line, String(req.params.seal), deps.config.sessionSecret)) return null
  const { unitId, month } = line
  const unit = await findUnit(deps.db, unitId, month)
  if (!unit || unit.parentId === null) return null
  const [{ deadline, holidays }, until] = await Promise.all([
    loadOfficeMonth(deps.db, unit.parentId, month),
    extensionUntil(deps.db, unitId, month),
  ])
  const due = laterOf(dueFor(deadline, until), promisedBy(line))
  return { line, unit, bound: { unitId, month }, due, ends: linkEnds(line, due, holidays) }
}

/** The letter said so: an office that moves its date back does not break the link before it. */
const promisedBy = ({ facts }: LinkedLine): Date =>
  new Date(facts.to === 'commune' ? facts.due : Number.NEGATIVE_INFINITY)

const laterOf = (a: Date, b: Date): Date => (b > a ? b : a)

function stateOf(known: Known | null, now: Date): State {
  if (!known) return 'wrong'
  if (known.line.openedAt) return 'used'
  if (now > known.ends) return 'expired'
  return known.line.reader ? 'good' : 'nobody'
}

/** Signed in and let through to that form: the link has nothing to add, and stays good. */
function isThereAlready({ person, bound: session }: Visit, { unit, bound }: Known): boolean {
  if (session) return reaches(session, { unit: String(bound.unitId), month: bound.month })
  return person !== null && mayReport(person, unit)
}

function answer({ req, res, lang }: Visit, known: Known | null, state: State): void {
  const good = state === 'good'
  const model = {
    good,
    title: say(lang, `letterLink.${state}`),
    advice: say(lang, `letterLink.${state}.advice`),
    opens: known && {
      unit: known.unit.fullName,
      month: known.bound.month,
      due: known.due,
      ends: known.ends,
      reader: known.line.reader?.name ?? null,
    },
    action: req.path,
    signIn: known ? `/sign-in?next=${encodeURIComponent(pageOf(known.line))}` : '/sign-in',
  }
  sendPage(
    req,
    res,
    'reminders/letter-link',
    { title: model.title, status: STATUS[state], form: good },
    model,
  )
}
