import { type Request, type Response, Router } from 'express'
import { defaultPolicy } from '../calendar/deadline.rules.ts'
import { dayAt, isMonth, type Month } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import type { PersonQuestion, Reach, SignedIn, UnitQuestion } from '../people/access.rules.ts'
import { type Bound, formOf, narrowed, reaches, wayOf } from '../people/bound.rules.ts'
import type { Lang } from '../words/words.ts'
import type { Deps } from './deps.ts'
import { notFound, Problem } from './problem.ts'

/** One request, as a handler sees it: everything it may know is handed to it here. */
export type Visit = {
  deps: Deps
  req: Request
  res: Response
  now: Date
  lang: Lang
  /** The month of the address, or else the month in hand (calendar/window.rules). */
  month: Month
  person: SignedIn | null
  /** The one form that this session reaches, when a letter's link opened it; `person` has no other roles then. */
  bound: Bound | null
}
export type PersonVisit = Visit & { person: SignedIn }
export type UnitVisit<U extends Reach = Reach> = PersonVisit & { unit: U }

/** Anybody may ask, signed in or not: sign-in, guides, health. Declared as a question like the others. */
export const anyone = (): boolean => true

type Method = 'get' | 'post'
type Handler<V> = (visit: V) => Promise<unknown> | unknown

/** A route as the laws read it: what is asked, and by which question it is let through. */
export type Declared = { method: Method; path: string; question: string }

/** The unit that an address names, in its month. */
export type Asked = { unit: number; month: Month; now: Date }

export type Lookups<U extends Reach> = {
  person: (deps: Deps, req: Request) => Promise<SignedIn | null>
  /** The same with the unit that the address names, in one question. */
  visitor: (
    deps: Deps,
    personId: number,
    asked: Asked,
  ) => Promise<{ person: SignedIn | null; unit: U | null }>
  /** The menu of a person; shown by every page. */
  nav: (person: SignedIn) => { href: string; key: string }[]
}

export type Routes<U extends Reach> = {
  router: Router
  declared: Declared[]
  /** For anybody. */
  open: (method: Method, path: string, handle: Handler<Visit>) => void
  /** For people who have signed in and pass the question. */
  person: (method: Method, path: string, question: PersonQuestion, handle: Handler<PersonVisit>) => void
  /**
   * For a path that names a unit (`:unit`, its id; `:month` optional). A unit that is not yours is
   * not found: the answer never tells that it exists.
   */
  unit: (method: Method, path: string, question: UnitQuestion, handle: Handler<UnitVisit<U>>) => void
}

/** The table of routes. There is no other way to add one, so none goes without its question. */
export function createRoutes<U extends Reach>(deps: Deps, find: Lookups<U>): Routes<U> {
  const router = Router()
  const declared: Declared[] = []
  const lookUp = async (
    req: Request,
    asked: Asked | null,
  ): Promise<{ person: SignedIn | null; unit: U | null }> => {
    const personId = req.session?.personId
    if (personId && asked) return find.visitor(deps, personId, asked)
    return { person: await find.person(deps, req), unit: null }
  }
  const add = (
    method: Method,
    path: string,
    question: string,
    handle: (visit: Visit, unit: U | null) => unknown,
  ) => {
    declared.push({ method, path, question })
    const named = path.includes('/:unit')
    router[method](path, async (req, res) => {
      const now = deps.clock()
      const month = monthAsked(req.params.month, now)
      const unitId = named ? unitAsked(req.params.unit) : null
      const { person: known, unit } = await lookUp(req, unitId === null ? null : { unit: unitId, month, now })
      const bound = (known && req.session.only) ?? null
      const person = known && bound ? narrowed(known, bound) : known
      if (person) Object.assign(res.locals, { person, nav: bound ? navOf(bound) : find.nav(person) })
      await handle({ deps, req, res, now, lang: res.locals.lang, month, person, bound }, unit)
    })
  }
  const person: Routes<U>['person'] = (method, path, question, handle) =>
    add(method, path, question.name, visit => {
      const way = visit.bound ? wayOf(path) : 'through'
      if (visit.bound && way === 'to the form') return visit.res.redirect(303, formOf(visit.bound))
      if (way !== 'through') throw outOfReach()
      return handle(admitted(visit, question))
    })
  return {
    router,
    declared,
    open: (method, path, handle) => add(method, path, anyone.name, handle),
    person,
    unit: (method, path, question, handle) =>
      add(method, path, question.name, async (visit, unit) => {
        const asking = admitted(visit, anyone)
        if (visit.bound && !reaches(visit.bound, visit.req.params)) throw outOfReach()
        if (!unit || !question(asking.person, unit)) throw notFound()
        await handle({ ...asking, unit })
      }),
  }
}

/** What the menu of a session bound to one form has. */
const navOf = (bound: Bound) => [{ href: formOf(bound), key: 'nav.reports' }]

/** There, perhaps, but not for a session that a letter's link opened. */
const outOfReach = () => new Problem(401, 'problem.bound')

function admitted(visit: Visit, question: PersonQuestion): PersonVisit {
  const { person } = visit
  if (!person) throw new Problem(401, 'problem.signIn')
  if (!question(person)) throw notFound()
  return { ...visit, person }
}

function monthAsked(given: string | string[] | undefined, now: Date): Month {
  if (given === undefined) return monthInHand(dayAt(now), defaultPolicy.cutOffDay)
  if (typeof given !== 'string' || !isMonth(given)) throw notFound()
  return given
}

/** Null for what is no id: that unit is not found either. */
const unitAsked = (given: string | string[] | undefined): number | null =>
  typeof given === 'string' && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null
