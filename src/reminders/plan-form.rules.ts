import { personalData } from '../reports/personal-data.rules.ts'
import { isKey, say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { sayKind } from './ledger-page.rules.ts'
import {
  isDigest,
  kindOf,
  type Plan,
  plan as planShape,
  type Step,
  type StepType,
  stepTypes,
} from './plan.rules.ts'
import { templateFields, unknownFields } from './plan-template.rules.ts'

/** A step as it stands in its boxes; nothing typed is lost, whatever it is. */
export type TypedStep = {
  type: string
  days: string
  time: string
  /** One address a line. */
  addresses: string
  sentence: string
} & Record<Tick, boolean>

export const ticks = ['on', 'reporter', 'leader', 'office', 'above'] as const
export type Tick = (typeof ticks)[number]

/** What is wrong in the box of that id; `summary` names the letter too, to be read by itself. */
export type PlanFault = { id: string; text: string; summary: string }

/** More letters than this in a month are noise to a commune, and are refused. */
export const MOST_STEPS = 16
/** What is read of a forged form. */
const MOST_READ = 40

export const typedOf = (plan: Plan): TypedStep[] =>
  plan.map(({ hour, minute, days, addresses, ...step }) => ({
    ...step,
    days: String(days),
    time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    addresses: addresses.join('\n'),
  }))

export function readTyped(body: Readonly<Record<string, unknown>>): TypedStep[] {
  const one = (name: string) => String([body[name] ?? ''].flat()[0])
  const count = Math.min(Number(one('count')) || 0, MOST_READ)
  return Array.from({ length: count }, (_, index) => {
    const ticked = (tick: Tick) => one(`${tick}-${index}`) === 'on'
    return {
      type: one(`type-${index}`),
      days: one(`days-${index}`),
      time: one(`time-${index}`),
      addresses: one(`addresses-${index}`),
      sentence: one(`sentence-${index}`),
      on: ticked('on'),
      reporter: ticked('reporter'),
      leader: ticked('leader'),
      office: ticked('office'),
      above: ticked('above'),
    }
  })
}

/** The plan that the boxes mean, its steps in the order of the month; or every box that is wrong. */
export function readPlanForm(
  typed: readonly TypedStep[],
  lang: Lang,
): { plan: Plan; faults: [] } | { plan: null; faults: PlanFault[] } {
  const read = planShape.safeParse(typed.map(stepOf))
  const faults = [
    ...(typed.length > MOST_STEPS
      ? [wholeFault(say(lang, 'reminders.plan.wrong.many', { most: MOST_STEPS }))]
      : []),
    ...(read.error?.issues ?? []).map(issue => faultOf(issue, typed, lang)),
    ...typed.flatMap((step, index) => privacyFault(step, index, lang)),
  ]
  if (faults.length > 0 || !read.success) return { plan: null, faults }
  return { plan: inOrder(read.data), faults: [] }
}

/** A further letter as it is offered: the first free day of its type, in the morning, to the reporters. */
export function newStep(type: StepType, typed: readonly TypedStep[]): TypedStep {
  const taken = new Set(typed.filter(it => it.type === type).map(it => it.days.trim()))
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find(days => !taken.has(String(days))) ?? 1
  const texts = { addresses: '', sentence: '' }
  const to = { on: true, reporter: !isDigest(type), leader: false, office: false, above: false }
  return { ...texts, ...to, type, days: isCounted(type) ? String(free) : '0', time: '08:00' }
}

/** The types that may still be added: those counted in days again and again, the others once. */
export const typesToAdd = (typed: readonly TypedStep[]): StepType[] =>
  stepTypes.filter(type => isCounted(type) || !typed.some(it => it.type === type))

export const isCounted = (type: string): boolean => type === 'before' || type === 'after'
export const knownType = (type: string): StepType | null => stepTypes.find(it => it === type) ?? null

/** 'Trước hạn 3 ngày làm việc', as far as the boxes say it. */
export function labelOf({ type, days }: Pick<TypedStep, 'type' | 'days'>, lang: Lang): string {
  const known = knownType(type)
  if (!known) return say(lang, 'reminders.letter')
  if (!isCounted(known) || /^\d{1,2}$/.test(days.trim()))
    return sayKind(kindOf({ type: known, days: Number(days) }), lang)
  return say(lang, `reminders.plan.type.${known}`)
}

/** '08:00', and what people type for it: '8h', '8g30', '8.30', '0830'. */
const TIME = /^(\d{1,2}?)(?:\s*[:.hg]\s*(\d{2})?|(\d{2})|)$/i

function stepOf({ time, addresses, sentence, ...step }: TypedStep) {
  const [, hour = '99', minute, more] = TIME.exec(time.trim()) ?? []
  return {
    ...step,
    days: isCounted(step.type) ? step.days.trim() || 'none' : 0,
    hour,
    minute: minute ?? more ?? '0',
    addresses: addressesIn(addresses),
    sentence: clean(sentence).replace(/\s+/g, ' '),
  }
}

/** Commas, semicolons and line ends part addresses; spaces only where they do, so that 'van thu' is named as typed. */
const addressesIn = (text: string): string[] =>
  clean(text)
    .split(/[\n,;]+/)
    .map(part => part.trim())
    .flatMap(part => (part.split(/\s+/).every(each => each.includes('@')) ? part.split(/\s+/) : [part]))
    .filter(Boolean)

/** '{don_vi}, {ky}, …' */
export const knownFields = templateFields.map(field => `{${field}}`).join(', ')

type Issue = { path: PropertyKey[]; message: string }

function faultOf({ path, message }: Issue, typed: readonly TypedStep[], lang: Lang): PlanFault {
  const [index = 0, box = 'on', place] = path
  const step = typed[Number(index)]
  if (!step || message === 'none') return wholeFault(say(lang, 'reminders.plan.wrong.none'))
  const params = {
    fields: unknownFields(step.sentence).join(', '),
    known: knownFields,
    address: addressesIn(step.addresses)[Number(place)] ?? '',
  }
  const key = message === 'address' && place === undefined ? 'addresses' : message
  const asked = `reminders.plan.wrong.${key}`
  const text = say(lang, isKey(asked) ? asked : 'reminders.plan.wrong.type', params)
  return { id: `${boxOf(String(box), step)}-${String(index)}`, text, summary: named(step, text, lang) }
}

/** Of the plan as a whole rather than a letter's box. */
export const wholeFault = (text: string): PlanFault => ({ id: 'steps', text, summary: text })

const named = (step: TypedStep, text: string, lang: Lang): string =>
  say(lang, 'reminders.plan.wrong.in', { letter: labelOf(step, lang), text })

function boxOf(box: string, { type }: TypedStep): string {
  if (box === 'hour' || box === 'minute') return 'time'
  return box === 'type' || (box === 'days' && !isCounted(type)) ? 'step' : box
}

/** An office's sentence goes to every commune: like all free text it may name no pupil. */
function privacyFault(step: TypedStep, index: number, lang: Lang): PlanFault[] {
  const reason = personalData(step.sentence, null, lang)
  return reason ? [{ id: `sentence-${index}`, text: reason, summary: named(step, reason, lang) }] : []
}

/** The letters to communes as the month brings them, then the digests. */
function inOrder(plan: Plan): Plan {
  const place = ({ type, days }: Step) => {
    if (isDigest(type)) return 1000 + stepTypes.indexOf(type)
    return type === 'opening' ? -1000 : type === 'before' ? -days : days
  }
  return [...plan].sort((a, b) => place(a) - place(b))
}
