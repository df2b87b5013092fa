import { change } from '../audit/change.ts'
import { extensionUntil, loadOfficeMonth } from '../calendar/calendar.store.ts'
import { addWorkingDays, dueFor, type Holidays } from '../calendar/deadline.rules.ts'
import { grantExtension, lockMonth, unlockMonth } from '../calendar/exception.store.ts'
import { readEnd } from '../calendar/extension.rules.ts'
import { type Day, dayAt } from '../calendar/month.rules.ts'
import { mayAdminister, mayReview } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock, formatMonth, formatTime } from '../words/vietnamese.ts'
import { backOr, boardOf } from './back.rules.ts'
import { boardPath } from './board-query.rules.ts'
import { readReason } from './reason.rules.ts'

/** Exceptions to the calendar: more time for one commune, and a month closed or opened by hand for all. */
export function exceptionPages(routes: Routes<Unit>): void {
  routes.unit('get', '/review/:unit/:month/extension', mayReview, async visit => {
    const { due, holidays } = await datesOf(visit)
    const day = suggestedEnd(due, visit.now, holidays)
    sendExtension(visit, { due, day, time: formatClock(due), endError: null, reason: '', error: null })
  })
  routes.unit('post', '/review/:unit/:month/extension', mayReview, extend)
  for (const act of ['lock', 'unlock'] as const) {
    routes.unit('get', `/review/:unit/:month/${act}`, mayAdminister, visit =>
      sendClosing(visit, act, { reason: '', error: null }),
    )
    routes.unit('post', `/review/:unit/:month/${act}`, mayAdminister, visit => closeOrOpen(visit, act))
  }
}

async function extend(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  const { due } = await datesOf(visit)
  const typed = { day: textOf(req.body.day), time: textOf(req.body.time) }
  const end = readEnd(typed, { due, now, lang })
  const { reason, error } = readReason(req.body.reason, lang)
  if ('error' in end || error)
    return sendExtension(visit, { due, ...typed, endError: 'error' in end ? end.error : null, reason, error })
  const { until } = end
  await change(deps.db, { actor: person, now }, async trx => {
    await grantExtension(trx, { unitId: unit.id, month, until, reason, by: person.id, now })
    const detail = { until: until.toISOString(), reason }
    return { result: null, act: { act: 'extension.grant', unitId: unit.id, month, detail } }
  })
  res.redirect(303, withFlash(backTo(visit), 'extended'))
}

/** The commune's own due date as it stands, an earlier extension included. Offices are given none. */
async function datesOf({ deps, unit, month }: UnitVisit<Unit>): Promise<{ due: Date; holidays: Holidays }> {
  if (unit.kind !== 'commune' || unit.parentId === null) throw notFound()
  const [{ deadline, holidays }, extension] = await Promise.all([
    loadOfficeMonth(deps.db, unit.parentId, month),
    extensionUntil(deps.db, unit.id, month),
  ])
  return { due: dueFor(deadline, extension), holidays }
}

/** Two working days from the due date, or from today once that has passed. */
function suggestedEnd(due: Date, now: Date, holidays: Holidays): Day {
  return addWorkingDays(dayAt(due > now ? due : now), 2, holidays)
}

type TypedExtension = {
  due: Date
  day: string
  time: string
  endError: string | null
  reason: string
  error: string | null
}

function sendExtension(visit: UnitVisit<Unit>, typed: TypedExtension): void {
  const { lang, unit, month } = visit
  const { due, day, time, endError, reason, error } = typed
  const field = (name: 'day' | 'time', type: string, value: string) => ({
    name,
    type,
    value,
    label: say(lang, `extension.${name}`),
    error: name === 'day' ? endError : null,
  })
  sendReason(visit, {
    title: say(lang, 'extension.title'),
    lines: [say(lang, 'extension.text', { due: formatTime(due) })],
    action: `${boardPath(unit.id, month)}/extension`,
    fields: [field('day', 'date', day), field('time', 'time', time)],
    reason: {
      label: say(lang, 'extension.reason'),
      hint: say(lang, 'extension.reasonHint'),
      value: reason,
      error,
    },
    submit: say(lang, 'extension.press'),
    errors: [
      ...(endError ? [{ href: '#day', text: endError }] : []),
      ...(error ? [{ href: '#reason', text: error }] : []),
    ],
  })
}

type Closing = 'lock' | 'unlock'

async function closeOrOpen(visit: UnitVisit<Unit>, act: Closing): Promise<void> {
  const { deps, req, res, now, person, unit, month, lang } = visit
  if (unit.kind !== 'office') throw notFound()
  const { reason, error } = readReason(req.body.reason, lang)
  if (error) return sendClosing(visit, act, { reason, error })
  await change(deps.db, { actor: person, now }, async trx => {
    const write = act === 'lock' ? lockMonth : unlockMonth
    const done = await write(trx, { officeId: unit.id, month, now })
    return {
      result: null,
      act: done ? { act: `month.${act}`, unitId: unit.id, month, detail: { reason } } : null,
    }
  })
  res.redirect(303, withFlash(backTo(visit), `${act}ed`))
}

function sendClosing(
  visit: UnitVisit<Unit>,
  act: Closing,
  typed: { reason: string; error: string | null },
): void {
  const { lang, unit, month } = visit
  if (unit.kind !== 'office') throw notFound()
  sendReason(visit, {
    title: say(lang, `board.${act}`),
    lines: [say(lang, `board.${act}Text`)],
    action: `${boardPath(unit.id, month)}/${act}`,
    fields: [],
    reason: { label: say(lang, `board.${act}Reason`), hint: null, value: typed.reason, error: typed.error },
    submit: say(lang, `board.${act}Press`),
    errors: typed.error ? [{ href: '#reason', text: typed.error }] : [],
  })
}

type ReasonPage = {
  title: string
  lines: string[]
  action: string
  fields: { name: string; type: string; value: string; label: string; error: string | null }[]
  reason: { label: string; hint: string | null; value: string; error: string | null }
  submit: string
  errors: { href: string; text: string }[]
}

function sendReason(visit: UnitVisit<Unit>, page: ReasonPage): void {
  const { req, res, lang, unit, month } = visit
  const caption = `${unit.fullName}, ${say(lang, 'board.month', { month: formatMonth(month) })}`
  const back = backTo(visit)
  sendPage(
    req,
    res,
    'reports/reason',
    { title: page.title, status: page.errors.length > 0 ? 422 : 200 },
    {
      ...page,
      caption,
      warning: null,
      hidden: [{ name: 'back', value: back }],
      danger: false,
      cancel: { href: back, label: say(lang, 'board.cancel') },
    },
  )
}

const backTo = ({ req, unit, month }: UnitVisit<Unit>): string =>
  backOr(req.body?.back, req.get('referer'), boardOf(unit, month))

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
