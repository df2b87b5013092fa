import { change } from '../audit/change.ts'
import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { type Key, say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { askOffice } from './decide-reminders.ts'
import type { OfficeFacts } from './facts.rules.ts'
import { sayKind } from './ledger-page.rules.ts'
import { kindOf, mailHours, type Plan, plan as planShape, type Step, stepTypes } from './plan.rules.ts'
import { addPlan, findPlan } from './plan.store.ts'
import { fallsOn } from './today-page.rules.ts'

/** The office's plan: which letters, how many working days before or after, at what hour. Every edition is kept. */
export function planPages(routes: Routes<Unit>): void {
  routes.unit('get', '/reminders/:unit/plan', maySeeOffice, async visit => {
    const { plan } = await findPlan(visit.deps.db, visit.unit.id)
    await sendPlan(visit, typedOf(plan), [])
  })
  routes.unit('post', '/reminders/:unit/plan', mayAdminister, savePlan)
}

/** A step as it stands in its boxes. */
type Typed = { type: string; days: string; time: string; on: boolean; leader: boolean; office: boolean }
type Fault = { id: string; text: string }

const typedOf = (plan: Plan): Typed[] =>
  plan.map(({ hour, minute, days, ...step }) => ({
    ...step,
    days: String(days),
    time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  }))

async function savePlan(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, now, person, unit } = visit
  const typed = readTyped(req.body)
  const read = planShape.safeParse(typed.map(stepOf))
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }): Fault => {
      const [index = 0, box = 'on'] = path
      const name = box === 'hour' || box === 'minute' ? 'time' : String(box)
      return { id: `${name}-${String(index)}`, text: say(lang, `reminders.plan.wrong.${message}` as Key) }
    })
    return sendPlan(visit, typed, faults, 422)
  }
  const before = await findPlan(deps.db, unit.id)
  const same = JSON.stringify(before.plan) === JSON.stringify(read.data)
  await change(deps.db, { actor: person, now }, async trx => {
    if (same) return { result: null, act: null }
    await addPlan(trx, { officeId: unit.id, plan: read.data, by: person.id, now })
    return {
      result: null,
      act: { act: 'reminder.plan', unitId: unit.id, detail: { before: before.plan, after: read.data } },
    }
  })
  res.redirect(303, withFlash(`/reminders/${unit.id}/plan`, 'planSaved'))
}

function readTyped(body: Record<string, unknown>): Typed[] {
  const one = (name: string) => String([body[name] ?? ''].flat()[0])
  const count = Math.min(Number(one('count')) || 0, 20)
  return Array.from({ length: count }, (_, index) => ({
    type: one(`type-${index}`),
    days: one(`days-${index}`),
    time: one(`time-${index}`),
    on: one(`on-${index}`) === 'on',
    leader: one(`leader-${index}`) === 'on',
    office: one(`office-${index}`) === 'on',
  }))
}

function stepOf({ time, ...step }: Typed) {
  const [, hour = '99', minute = '0'] = /^(\d{1,2}):(\d{2})$/.exec(time.trim()) ?? []
  return { ...step, hour, minute }
}

async function sendPlan(
  visit: UnitVisit<Unit>,
  typed: readonly Typed[],
  faults: readonly Fault[],
  status = 200,
): Promise<void> {
  const { deps, req, res, lang, now, person, unit, month } = visit
  const stored = await findPlan(deps.db, unit.id)
  const found = await askOffice(deps.db, { now, officeId: unit.id, month })
  const model = {
    office: unit.fullName,
    month,
    action: `/reminders/${unit.id}/plan`,
    back: `/reminders/${unit.id}`,
    may: mayAdminister(person, unit),
    by:
      stored.by && stored.at
        ? say(lang, 'reminders.plan.by', { name: stored.by, time: formatTime(stored.at) })
        : null,
    hours: say(lang, 'reminders.plan.hours', { from: clock(mailHours.opens), to: clock(mailHours.closes) }),
    errors: faults.map(it => ({ href: `#${it.id}`, text: it.text })),
    count: typed.length,
    steps: typed.map((step, index) => ({
      ...rowOf(step, { index, faults, lang }),
      falls: found && faultless(faults, stored.plan[index], found.facts),
    })),
  }
  const title = say(lang, 'reminders.plan.title')
  sendPage(req, res, 'reminders/plan', { title, status, wide: true }, model)
}

/** While boxes are wrong, dates by the stored plan would mislead. */
const faultless = (faults: readonly Fault[], step: Step | undefined, facts: OfficeFacts): string | null =>
  faults.length === 0 && step ? fallsOn(step, facts) : null

function rowOf(
  step: Typed,
  { index, faults, lang }: { index: number; faults: readonly Fault[]; lang: Lang },
) {
  const wrong = (name: string) => faults.find(it => it.id === `${name}-${index}`)?.text ?? null
  return {
    ...step,
    index,
    label: labelOf(step, lang),
    counted: step.type === 'before' || step.type === 'after',
    daysError: wrong('days'),
    timeError: wrong('time'),
    onError: wrong('on'),
  }
}

function labelOf({ type, days }: Typed, lang: Lang): string {
  const known = stepTypes.find(it => it === type)
  return known ? sayKind(kindOf({ type: known, days: Number(days) || 0 }), lang) : type
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
