import { dayAt } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatClock, formatDayShort } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { sayKind } from './ledger-page.rules.ts'
import { isDigest, kindOf, mailHours, type Plan } from './plan.rules.ts'
import { namesOf } from './plan-changes.rules.ts'
import {
  isCounted,
  knownType,
  labelOf,
  type PlanFault,
  type Tick,
  type TypedStep,
  ticks,
} from './plan-form.rules.ts'
import type { Entry } from './plan-preview.rules.ts'
import { templateFields } from './plan-template.rules.ts'

type Shown = { faults: readonly PlanFault[]; falls: ReadonlyMap<string, string>; lang: Lang }
/** `opened`: the index of a letter just added, whose boxes are shown at once. */
type ShownForm = Shown & { opened: number | null }

/** The letters of the form, each with its boxes and what is wrong in them. */
export function stepRows(typed: readonly TypedStep[], { faults, falls, lang, opened }: ShownForm) {
  return typed.map((step, index) => {
    const wrong = (box: string) => {
      const texts = faults.filter(it => it.id === `${box}-${index}`).map(({ text }) => text)
      return texts.length > 0 ? texts.join(' ') : null
    }
    const type = knownType(step.type)
    const digest = type !== null && isDigest(type)
    const any = faults.some(it => it.id.endsWith(`-${index}`))
    return {
      ...step,
      index,
      label: labelOf(step, lang),
      digest,
      daysLabel: isCounted(step.type) ? say(lang, `reminders.plan.days.${step.type}` as Key) : null,
      falls: fallsOf(step, falls),
      tos: recipientBoxes(step, { index, digest, lang }),
      summary: summaryOf(step, digest, lang),
      open: any || index === opened,
      wrong: {
        step: wrong('step') ?? wrong('on'),
        days: wrong('days'),
        time: wrong('time'),
        to: wrong('reporter'),
        addresses: wrong('addresses'),
        sentence: wrong('sentence'),
        any,
      },
    }
  })
}

function fallsOf({ type, days }: TypedStep, falls: ReadonlyMap<string, string>): string | null {
  const known = knownType(type)
  return known ? (falls.get(kindOf({ type: known, days: Number(days) })) ?? null) : null
}

/** To whom it goes, and whether the office says something of its own, on the line that stands for the boxes. */
function summaryOf(step: TypedStep, digest: boolean, lang: Lang): string {
  const roles = ticks.filter(tick => tick !== 'on' && step[tick] && (!digest || tick === 'above'))
  const named = step.addresses.split(/[\s,;]+/).filter(Boolean).length
  const parts = [
    ...(digest ? [say(lang, 'reminders.to.officers')] : []),
    ...roles.map(tick => say(lang, `reminders.plan.short.${tick as Role}`)),
    ...(named > 0 ? [say(lang, 'reminders.plan.short.addresses', { count: named })] : []),
    ...(step.sentence.trim() && !digest ? [say(lang, 'reminders.plan.short.sentence')] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : say(lang, 'reminders.plan.short.nobody')
}

type Role = Exclude<Tick, 'on'>

/** Whom a letter may go to; a digest goes to the office in any case. */
function recipientBoxes(
  step: TypedStep,
  { index, digest, lang }: { index: number; digest: boolean; lang: Lang },
) {
  const offered = ticks.filter(tick => tick !== 'on' && (!digest || tick === 'above'))
  return offered.map(tick => ({
    name: `${tick}-${index}`,
    label: say(lang, `reminders.plan.to.${tick as Role}`),
    ticked: step[tick],
  }))
}

/** When each kind leaves in the month: '08:00 16/11'. */
export const fallsIn = (entries: readonly Entry[]): Map<string, string> =>
  new Map(
    entries
      .filter(({ extended }) => !extended)
      .map(({ kind, planned }) => [kind, `${formatClock(planned)} ${formatDayShort(dayAt(planned))}`]),
  )

/** The plan as those read it who may not change it. */
export function planRows(plan: Plan, { falls, lang }: Omit<Shown, 'faults'>) {
  return plan.map(step => ({
    label: sayKind(kindOf(step), lang),
    on: step.on,
    falls: falls.get(kindOf(step)) ?? null,
    to: namesOf(step, lang).join(', '),
    sentence: step.sentence ? say(lang, 'reminders.plan.sentenceOf', { sentence: step.sentence }) : null,
  }))
}

/** '{don_vi} tên đơn vị, {ky} kỳ, …' for the hint under the sentence. */
export const fieldsHint = (lang: Lang): string =>
  say(lang, 'reminders.plan.sentenceHint', {
    fields: templateFields
      .map(field => `{${field}} (${say(lang, `reminders.plan.field.${field}`)})`)
      .join(', '),
  })

export const hoursOf = (lang: Lang): string =>
  say(lang, 'reminders.plan.hours', { from: clock(mailHours.opens), to: clock(mailHours.closes) })

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
