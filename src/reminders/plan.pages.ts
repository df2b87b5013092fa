import { change } from '../audit/change.ts'
import { loadOfficeMonth } from '../calendar/calendar.store.ts'
import { addMonths, dayAt, type Month, monthsFrom } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatTime } from '../words/vietnamese.ts'
import { type Plan, stepTypes } from './plan.rules.ts'
import { addPlan, findPlan, holdPlan, type PlanEdition } from './plan.store.ts'
import { calendarOf, sumOf, weekdaysOf } from './plan-calendar.rules.ts'
import { changesOf } from './plan-changes.rules.ts'
import {
  newStep,
  type PlanFault,
  readPlanForm,
  readTyped,
  type TypedStep,
  typedOf,
  typesToAdd,
  wholeFault,
} from './plan-form.rules.ts'
import { fallsIn, fieldsHint, hoursOf, planRows, stepRows } from './plan-page.rules.ts'
import { planPreview } from './plan-preview.rules.ts'
import { loadFacts } from './reminder.store.ts'

/** How far ahead a month may be looked at (months): holidays are known for about as long. */
const MONTHS_AHEAD = 11

/**
 * The office's plan: which letters, how many working days before or after, at what hour, to whom. The month is shown
 * on a calendar before anything is saved; every edition is kept.
 */
export function planPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit/plan', maySeeOffice, async visit => {
    const { plan } = await findPlan(visit.deps.db, officeOf(visit).id)
    await sendPlan(visit, { typed: typedOf(plan), plan, faults: [] })
  })
  routes.unit('post', '/reminders/:unit/plan', mayAdminister, visit => {
    const asked = String(visit.req.body.do ?? 'save')
    return asked === 'save' ? savePlan(visit) : draftPlan(visit, asked)
  })
}

function officeOf({ unit }: UnitVisit<Unit>): Unit {
  if (unit.kind !== 'office') throw notFound()
  return unit
}

/** What stands on the page: the boxes, the plan that they mean (null while a box is wrong), and what is wrong. */
type Draft = {
  typed: readonly TypedStep[]
  plan: Plan | null
  faults: readonly PlanFault[]
  status?: number
  /** The id of the edition on which the work began; without one, this page begins on the latest. */
  edition?: string
  unsaved?: boolean
  /** The index of the letter just added. */
  opened?: number
}

/** Adds or removes a letter, or only shows the month. Nothing is written, and nothing typed is lost. */
async function draftPlan(visit: UnitVisit<Unit>, asked: string): Promise<void> {
  const { req, lang } = visit
  const typed = readTyped(req.body)
  const removed = /^remove-(\d{1,2})$/.exec(asked)
  if (removed) typed.splice(Number(removed[1]), 1)
  const type = stepTypes.find(it => it === req.body.add)
  const added = asked === 'add' && type
  if (added) typed.push(newStep(type, typed))
  const read = readPlanForm(typed, lang)
  const status = read.plan ? 200 : 422
  const edition = String(req.body.edition ?? '')
  const opened = added ? { opened: typed.length - 1 } : {}
  await sendPlan(visit, { typed, ...read, ...opened, status, edition, unsaved: true })
}

async function savePlan(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, now, person } = visit
  const unit = officeOf(visit)
  const typed = readTyped(req.body)
  const edition = String(req.body.edition ?? '')
  const { plan, faults } = readPlanForm(typed, lang)
  if (!plan) return sendPlan(visit, { typed, plan, faults, status: 422, edition, unsaved: true })
  const outcome = await change<PlanEdition | 'planSame' | 'planSaved'>(
    deps.db,
    { actor: person, now },
    async trx => {
      const before = await holdPlan(trx, unit.id)
      if (edition !== String(before.id)) return { result: before, act: null }
      const note = changesOf(before.plan, plan, 'vi').join('; ')
      if (note === '') return { result: 'planSame', act: null }
      await addPlan(trx, { officeId: unit.id, plan, by: person.id, now })
      const detail = { before: before.plan, after: plan, note }
      return { result: 'planSaved', act: { act: 'reminder.plan', unitId: unit.id, detail } }
    },
  )
  if (typeof outcome !== 'string') return offerAgain(visit, { typed, plan, moved: outcome })
  res.redirect(303, withFlash(`${pathOf(unit)}?month=${await monthAsked(visit)}`, outcome))
}

/** Somebody saved an edition meanwhile: what was typed is kept, to be saved once that edition has been read. */
async function offerAgain(
  visit: UnitVisit<Unit>,
  { moved, ...draft }: { typed: TypedStep[]; plan: Plan; moved: PlanEdition },
): Promise<void> {
  const { name, time } = savedBy(moved)
  const fault = wholeFault(
    say(visit.lang, 'reminders.plan.wrong.moved', { number: moved.number, name, time }),
  )
  await sendPlan(visit, { ...draft, faults: [fault], status: 409, unsaved: true })
}

const pathOf = ({ id }: Unit): string => `/reminders/${id}/plan`

const savedBy = ({ by, at }: PlanEdition) => ({ name: by ?? '–', time: at ? formatTime(at) : '–' })

async function sendPlan(visit: UnitVisit<Unit>, draft: Draft): Promise<void> {
  const { deps, req, res, lang, person } = visit
  const unit = officeOf(visit)
  const [stored, months] = await Promise.all([findPlan(deps.db, unit.id), monthsOffered(visit)])
  const month = await monthAsked(visit)
  const { calendar, falls } = await monthOf(visit, draft.plan, month)
  const may = mayAdminister(person, unit)
  const { name, time } = savedBy(stored)
  const model = {
    office: unit.fullName,
    action: pathOf(unit),
    back: `/reminders/${unit.id}/${month}`,
    hookHref: `/reminders/${unit.id}/webhook`,
    editionsHref: `${pathOf(unit)}/editions`,
    pauseHref: `/reminders/${unit.id}/pause`,
    may,
    edition: draft.edition ?? String(stored.id),
    undo: may && stored.id > 0 && !draft.unsaved ? { edition: stored.id, number: stored.number } : null,
    by:
      stored.id > 0
        ? say(lang, 'reminders.plan.by', { number: stored.number, name, time })
        : say(lang, 'reminders.plan.default'),
    hours: hoursOf(lang),
    fieldsHint: fieldsHint(lang),
    unsaved: draft.unsaved ?? false,
    previewed: calendar !== null && calendar.days.length > 0,
    errors: draft.faults.map(it => ({ href: `#${it.id}`, text: it.summary })),
    count: draft.typed.length,
    steps: may
      ? stepRows(draft.typed, { faults: draft.faults, falls, lang, opened: draft.opened ?? null })
      : [],
    rows: may ? [] : planRows(stored.plan, { falls, lang }),
    add: typesToAdd(draft.typed).map(type => ({ type, label: say(lang, `reminders.plan.type.${type}`) })),
    month,
    months: months.map(it => ({ value: it, label: formatMonth(it), chosen: it === month })),
    calendar,
  }
  const title = say(lang, 'reminders.plan.title')
  sendPage(req, res, 'reminders/plan', { title, status: draft.status ?? 200, wide: true }, model)
}

async function monthsOffered({ deps, unit, now, month }: UnitVisit<Unit>): Promise<Month[]> {
  const { settings } = await loadOfficeMonth(deps.db, unit.id, month)
  const inHand = monthInHand(dayAt(now), settings.cutOffDay)
  return monthsFrom(inHand, addMonths(inHand, MONTHS_AHEAD))
}

async function monthAsked(visit: UnitVisit<Unit>): Promise<Month> {
  const { req } = visit
  const offered = await monthsOffered(visit)
  const asked = String(req.body?.month ?? req.query.month ?? '')
  return offered.find(it => it === asked) ?? offered[0] ?? visit.month
}

/** The month on a calendar as the plan would have it; null when no commune reports to the office. */
async function monthOf({ deps, unit, lang, now }: UnitVisit<Unit>, plan: Plan | null, month: Month) {
  const [facts] = await loadFacts(deps.db, { now, officeId: unit.id, month })
  if (!facts) return { calendar: null, falls: new Map<string, string>() }
  const { deadline, paused } = facts
  const entries = plan ? planPreview(facts, plan, now) : []
  const days = plan ? calendarOf(facts, entries, { now, lang }) : []
  const calendar = {
    title: say(lang, 'reminders.plan.calendar', { month: formatMonth(month) }),
    due: formatTime(deadline.due),
    because: deadline.because,
    paused: paused && say(lang, 'reminders.pause.calendar', { reason: paused.reason }),
    sum: plan ? sumOf(entries, lang) : null,
    weekdays: weekdaysOf(lang),
    days,
  }
  return { calendar, falls: fallsIn(entries) }
}
