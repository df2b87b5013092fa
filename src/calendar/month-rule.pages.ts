import { change } from '../audit/change.ts'
import { mayAdminister } from '../people/access.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage, withFlash } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import { loadOfficeMonths, type OfficeMonthFacts } from './calendar.store.ts'
import { type Deadline, explainDeadline } from './deadline.rules.ts'
import { dayAt, isoVietnam } from './month.rules.ts'
import { monthDeadline } from './month-deadline.rules.ts'
import {
  type CheckedRule,
  checkMonthRule,
  longestReason,
  type MonthRuleError,
  type MonthRuleForm,
  mayRemove,
  readMonthRule,
} from './month-rule.rules.ts'
import { findMonthProgress, removeMonthRule, setMonthRule } from './month-rule.store.ts'
import { effectsOf } from './month-rule-page.rules.ts'

/** One month with another due date or cut-off than the office's settings give it, with a reason; and its removal. */
export function monthRulePages(routes: Routes<Unit>): void {
  routes.unit('get', '/calendar/:unit/month/:month', mayAdminister, async visit => {
    const loaded = await loadMonth(visit)
    const { deadline, facts } = loaded
    const form = { ...formOf(deadline), reason: facts.rule?.reason ?? '' }
    await showRule(visit, loaded, { form, errors: [], rule: null })
  })
  routes.unit('post', '/calendar/:unit/month/:month', mayAdminister, save)
  routes.unit('post', '/calendar/:unit/month/:month/remove', mayAdminister, remove)
}

type Loaded = OfficeMonthFacts & { usual: Deadline; hasOwn: boolean }

async function loadMonth({ deps, unit, month }: UnitVisit<Unit>): Promise<Loaded> {
  if (unit.kind !== 'office') throw notFound()
  const [loaded] = await loadOfficeMonths(deps.db, unit.id, [month])
  if (!loaded) throw notFound()
  const { rule } = loaded.facts
  const usual = monthDeadline(month, { ...loaded.facts, rule: null })
  return { ...loaded, usual, hasOwn: rule?.dueAt != null || rule?.cutOff != null }
}

const formOf = ({ due, moved, cutOff }: Deadline) => {
  const meant = moved?.usual ?? due
  return { day: dayAt(meant), time: formatClock(meant), cutOff }
}

type Typed = { form: MonthRuleForm; errors: MonthRuleError[]; rule: CheckedRule | null }

async function showRule(visit: UnitVisit<Unit>, loaded: Loaded, typed: Typed): Promise<void> {
  const { deps, req, res, lang, unit, month, now } = visit
  const { form, errors, rule } = typed
  const progress = await findMonthProgress(deps.db, { officeId: unit.id, month })
  const after = rule && monthDeadline(month, { ...loaded.facts, rule })
  const { holidays, deadline: before } = loaded
  const wrong = Object.fromEntries(errors.map(({ field, text }) => [field, text]))
  const title = say(lang, 'month-rule.title', { month: formatMonth(month) })
  const model = {
    ...standsNow(visit, loaded),
    title,
    unit: unit.fullName,
    backHref: `/calendar/${unit.id}?year=${month.slice(0, 4)}`,
    form,
    maxlength: longestReason,
    wrong: { day: null, time: null, cutOff: null, reason: null, ...wrong },
    effects: effectsOf(progress, { lang, now, holidays, after, before }),
    weighed: after !== null,
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
  }
  sendPage(req, res, 'calendar/month-rule', { title, status: errors.length > 0 ? 422 : 200 }, model)
}

/** The month as it is: its date and why, the one it would have by the settings, and whether its own can go. */
function standsNow({ lang, unit, month, now }: UnitVisit<Unit>, loaded: Loaded) {
  const { deadline, usual, hasOwn, holidays, lockedAt } = loaded
  const action = `/calendar/${unit.id}/month/${month}`
  const removable = mayRemove(usual, now)
  return {
    action,
    now: explainDeadline(lang, deadline, holidays),
    usual: hasOwn ? explainDeadline(lang, usual, holidays) : null,
    asOf: formatDay(deadline.cutOff),
    locked: lockedAt && lockedAt <= now ? say(lang, 'month-rule.locked', { at: formatTime(lockedAt) }) : null,
    remove: hasOwn && removable ? `${action}/remove` : null,
    stays: hasOwn && !removable ? say(lang, 'month-rule.stays', { due: formatTime(usual.due) }) : null,
  }
}

/** One press shows what the date would do; the other sets it. */
async function save(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, now, lang, person, unit, month } = visit
  const loaded = await loadMonth(visit)
  const form = readMonthRule(req.body ?? {})
  const checked = checkMonthRule(form, { month, usual: loaded.usual, now, lang })
  if ('errors' in checked) return showRule(visit, loaded, { form, errors: checked.errors, rule: null })
  const { rule } = checked
  if (loaded.lockedAt && loaded.lockedAt <= now) {
    const text = say(lang, 'month-rule.locked', { at: formatTime(loaded.lockedAt) })
    return showRule(visit, loaded, { form, errors: [{ field: 'day', text }], rule: null })
  }
  if (req.body?.step !== 'save') return showRule(visit, loaded, { form, errors: [], rule })
  const { due, cutOff } = monthDeadline(month, { ...loaded.facts, rule })
  await change(deps.db, { actor: person, now }, async trx => {
    await setMonthRule(trx, { officeId: unit.id, month }, rule)
    const changes = changesOf(loaded.deadline, { due, cutOff })
    const detail = { due: isoVietnam(due), cutOff, reason: rule.reason, changes }
    return { result: null, act: { act: 'month.set-rule', unitId: unit.id, month, detail } }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}?year=${month.slice(0, 4)}`, 'monthRuleSet'))
}

/** Old and new of what differs, as the log shows it. */
function changesOf(before: Deadline, after: Pick<Deadline, 'due' | 'cutOff'>): Record<string, string[]> {
  const moved = before.due.getTime() !== after.due.getTime()
  const cut = before.cutOff !== after.cutOff
  return {
    ...(moved ? { due: [formatTime(before.due), formatTime(after.due)] } : {}),
    ...(cut ? { cutOffDay: [formatDay(before.cutOff), formatDay(after.cutOff)] } : {}),
  }
}

async function remove(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, res, now, lang, person, unit, month } = visit
  const loaded = await loadMonth(visit)
  const { usual, facts, deadline } = loaded
  if (loaded.hasOwn && !mayRemove(usual, now)) {
    const text = say(lang, 'month-rule.stays', { due: formatTime(usual.due) })
    const form = { ...formOf(deadline), reason: facts.rule?.reason ?? '' }
    return showRule(visit, loaded, { form, errors: [{ field: 'day', text }], rule: null })
  }
  await change(deps.db, { actor: person, now }, async trx => {
    const removed = await removeMonthRule(trx, { officeId: unit.id, month })
    const detail = { due: isoVietnam(usual.due), was: isoVietnam(deadline.due) }
    return {
      result: null,
      act: removed ? { act: 'month.remove-rule', unitId: unit.id, month, detail } : null,
    }
  })
  res.redirect(303, withFlash(`/calendar/${unit.id}?year=${month.slice(0, 4)}`, 'monthRuleRemoved'))
}
