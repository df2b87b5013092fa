import { type Key, say } from '../words/all.ts'
import { clean, formatDay, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Deadline } from './deadline.rules.ts'
import { addDays, at, type Day, dayAt, isDay, type Month, monthOfDay } from './month.rules.ts'

/** Another due date or cut-off for one month, as typed. */
export type MonthRuleForm = { day: string; time: string; cutOff: string; reason: string }
export type MonthRuleError = { field: keyof MonthRuleForm; text: string }

export const longestReason = 300
/** Later than this after the usual day it is the next month that is due; a wrong year is caught by it. */
const LATEST_DAYS = 45

export function readMonthRule(body: Readonly<Record<string, unknown>>): MonthRuleForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  return { day: text('day'), time: text('time'), cutOff: text('cutOff'), reason: text('reason') }
}

/** What the form is held against: the month as the settings alone have it. */
export type MonthRuleBounds = { month: Month; usual: Deadline; now: Date; lang: Lang }

/** A month's own date and cut-off; null where it stays as the settings have it. */
export type CheckedRule = { dueAt: Date | null; cutOff: Day | null; reason: string }

/**
 * The rule typed, or what is wrong with each box. Figures cannot be due before they are known, and nobody can be made late
 * after the fact: a due date lies after the cut-off and after now. The cut-off lies in the month itself. A due date on a
 * day off is taken as it is meant.
 */
export function checkMonthRule(
  form: MonthRuleForm,
  { month, usual, now, lang }: MonthRuleBounds,
): { rule: CheckedRule } | { errors: MonthRuleError[] } {
  const errors: MonthRuleError[] = []
  const refuse = (field: keyof MonthRuleForm, key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  const cutOff = form.cutOff || usual.cutOff
  if (!isDay(cutOff) || monthOfDay(cutOff) !== month) refuse('cutOff', 'month-rule.badCutOff')
  const dueAt = dueOf(form)
  if (!dueAt) refuse('day', 'month-rule.badDue')
  else for (const [key, params] of faultsOf(dueAt, cutOff, { usual, now })) refuse('day', key, params)
  if (form.reason === '') refuse('reason', 'month-rule.noReason')
  if (form.reason.length > longestReason) refuse('reason', 'month-rule.longReason', { max: longestReason })
  if (!dueAt || errors.length > 0) return { errors }
  const same = dueAt.getTime() === usual.due.getTime()
  if (same && cutOff === usual.cutOff) {
    refuse('day', 'month-rule.nothing')
    return { errors }
  }
  return {
    rule: {
      dueAt: same ? null : dueAt,
      cutOff: cutOff === usual.cutOff ? null : cutOff,
      reason: form.reason,
    },
  }
}

function dueOf({ day, time }: MonthRuleForm): Date | null {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  return isDay(day) && hour !== '' ? at(day, Number(hour), Number(minute)) : null
}

type Fault = [key: Key, params: Record<string, string>]

function faultsOf(dueAt: Date, cutOff: Day, { usual, now }: Pick<MonthRuleBounds, 'usual' | 'now'>): Fault[] {
  const latest = addDays(usual.nominal, LATEST_DAYS)
  if (dayAt(dueAt) < usual.periodFrom)
    return [['month-rule.beforePeriod', { day: formatDay(usual.periodFrom) }]]
  if (isDay(cutOff) && dayAt(dueAt) <= cutOff)
    return [['month-rule.beforeCutOff', { day: formatDay(cutOff) }]]
  if (dayAt(dueAt) > latest) return [['month-rule.tooLate', { day: formatDay(latest) }]]
  if (dueAt <= now) return [['month-rule.past', { now: formatTime(now) }]]
  return []
}

/** Whether a month can still be given another date: later ones than these are another month's. */
export const isOpenToRule = ({ nominal }: Pick<Deadline, 'nominal'>, now: Date): boolean =>
  addDays(nominal, LATEST_DAYS) >= dayAt(now)

/** Whether the month's own date can go: not when that would make late whoever still waits for it. */
export const mayRemove = (usual: Pick<Deadline, 'due'>, now: Date): boolean => usual.due > now
