import { addMonths, asMonth, isMonth, type Month } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { clean, fold, formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { AskedChange, ChangeKind, NewUnit } from './unit-change.rules.ts'
import type { UnitName } from './unit-file.rules.ts'

/** What a commune may be, by the words that name it. */
export const communeTypes = ['xa', 'phuong', 'dac-khu'] as const

/** Lines for new communes on the form. A split may ask for more, a few at a time. */
export const NEW_LINES = { merge: 1, found: 1, split: 4, rename: 0, move: 0, close: 0 } as const
export const MOST_LINES = 20

const LONGEST_DOCUMENT = 200
const LONGEST_NAME = 90
/** Whoever types 2062 for 2026 means 2026. */
const MONTHS_AHEAD = 24

export type NewLine = { code: string; type: string; name: string }

/** The form as typed. */
export type ChangeForm = {
  /** Communes or offices: what the form offers. */
  of: 'commune' | 'office'
  month: string
  document: string
  units: string[]
  goesOn: string
  into: string[]
  made: NewLine[]
  type: string
  name: string
  fullName: string
  to: string
}

export type FormError = { field: string; text: string }

export function readChangeForm(kind: ChangeKind, typed: Readonly<Record<string, unknown>>): ChangeForm {
  const text = (name: string) =>
    typeof typed[name] === 'string' ? clean(typed[name]).replace(/\s+/g, ' ') : ''
  const list = (name: string) => [typed[name] ?? []].flat().filter(it => typeof it === 'string')
  const lines = Array.from({ length: linesIn(kind, typed) }, (_, index) => index + 1)
  return {
    of: text('of') === 'office' ? 'office' : 'commune',
    month: text('month'),
    document: text('document'),
    units: [...new Set(list('units'))],
    goesOn: text('goesOn'),
    into: [...new Set(list('into'))],
    made: lines.map(n => ({ code: text(`code-${n}`), type: text(`type-${n}`), name: text(`name-${n}`) })),
    type: text('type'),
    name: text('name'),
    fullName: text('fullName'),
    to: text('to'),
  }
}

/** As many lines as were asked for, and never fewer than were sent. */
function linesIn(kind: ChangeKind, typed: Readonly<Record<string, unknown>>): number {
  if (kind !== 'split') return NEW_LINES[kind]
  const sent = Object.keys(typed).map(name => Number(/^(?:code|name)-(\d{1,3})$/.exec(name)?.[1] ?? 0))
  const asked = /^\d{1,3}$/.test(String(typed.lines)) ? Number(typed.lines) : 0
  return Math.min(MOST_LINES, Math.max(NEW_LINES[kind], asked, ...sent))
}

/** The form as name and value again, so that a preview can carry it on. */
export const fieldsOf = (form: ChangeForm): { name: string; value: string }[] => [
  ...(['of', 'month', 'document', 'goesOn', 'type', 'name', 'fullName', 'to'] as const).map(name => ({
    name,
    value: form[name],
  })),
  ...(['units', 'into'] as const).flatMap(name => form[name].map(value => ({ name, value }))),
  ...form.made.flatMap((line, index) =>
    (['code', 'type', 'name'] as const).map(name => ({ name: `${name}-${index + 1}`, value: line[name] })),
  ),
]

export type Reading = {
  lang: Lang
  kind: ChangeKind
  officeId: number
  /** The month in hand. */
  now: Month
  /** What an office that is renamed is called by kind: it stays so. */
  officeType: string
}

/** What the form asks for, or what is wrong with it, by box. Whether it can be done is another matter. */
export function understand(
  form: ChangeForm,
  reading: Reading,
): { asked: AskedChange; errors: [] } | { asked: null; errors: FormError[] } {
  const { kind, officeId, lang } = reading
  const month = readMonth(form.month)
  const { made, errors: newErrors } = readNew(form, lang)
  const renamed = kind === 'rename' ? readName(form, reading) : { name: null, errors: [] }
  const errors = [
    ...monthErrors(month, reading),
    ...documentErrors(form.document, lang),
    ...newErrors,
    ...renamed.errors,
    ...choiceErrors(form, { kind, made, lang }),
  ]
  if (errors.length > 0 || month === null) return { asked: null, errors }
  const { document } = form
  const [units, into] = [form.units.map(idOf), form.into.map(idOf)]
  const [goesOn, to] = [form.goesOn, form.to].map(it => (it === '' ? null : idOf(it)))
  const named = { units, into, goesOn: goesOn ?? null, to: to ?? null }
  return { asked: { kind, officeId, month, document, ...named, made, name: renamed.name }, errors: [] }
}

/** 11/2026 or 2026-11. */
export function readMonth(typed: string): Month | null {
  const [, month = '', year = ''] = /^(\d{1,2})\s*\/\s*(\d{4})$/.exec(typed) ?? []
  const text = year ? `${year}-${month.padStart(2, '0')}` : typed
  return isMonth(text) ? asMonth(text) : null
}

/** 0, which is no unit, for what is no id. */
const idOf = (typed: string): number => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0)

const error = (
  lang: Lang,
  field: string,
  key: Key,
  params: Record<string, string | number> = {},
): FormError => ({
  field,
  text: say(lang, key, params),
})

function monthErrors(month: Month | null, { now, lang }: Reading): FormError[] {
  if (month === null) return [error(lang, 'month', 'change.bad.month')]
  const last = addMonths(now, MONTHS_AHEAD)
  return month > last ? [error(lang, 'month', 'change.bad.far', { month: formatMonth(last) })] : []
}

function documentErrors(document: string, lang: Lang): FormError[] {
  if (document === '') return [error(lang, 'document', 'change.bad.document')]
  return document.length > LONGEST_DOCUMENT
    ? [error(lang, 'document', 'change.bad.long', { most: LONGEST_DOCUMENT })]
    : []
}

/** A line of which only the type is chosen is an empty line. */
function readNew({ made }: ChangeForm, lang: Lang): { made: NewUnit[]; errors: FormError[] } {
  const typed = made.map((line, index) => ({ ...line, n: index + 1 })).filter(it => it.code || it.name)
  const errors = typed.flatMap(({ code, type, name, n }) => [
    ...(/^\d{5}$/.test(code) ? [] : [error(lang, `code-${n}`, 'change.bad.code')]),
    ...nameErrors({ type, name }, { lang, suffix: `-${n}` }),
  ])
  return { made: typed.map(it => ({ code: it.code, ...communeName(it.type, it.name) })), errors }
}

type Where = { lang: Lang; suffix: string }

function nameErrors({ type, name }: { type: string; name: string }, { lang, suffix }: Where): FormError[] {
  const known = communeTypes.some(it => it === type)
  const typeErrors = known ? [] : [error(lang, `type${suffix}`, 'change.bad.type')]
  return [...typeErrors, ...textErrors(communeName(type, name).name, { lang, field: `name${suffix}` })]
}

function textErrors(text: string, { lang, field }: { lang: Lang; field: string }): FormError[] {
  if (!/[\p{L}\d]/u.test(text)) return [error(lang, field, 'change.bad.name')]
  return text.length > LONGEST_NAME ? [error(lang, field, 'change.bad.long', { most: LONGEST_NAME })] : []
}

/** The type typed once more before the name is not doubled. Names are kept in Vietnamese, whoever types them. */
function communeName(typeName: string, typed: string): UnitName {
  const known = communeTypes.find(it => it === typeName)
  const type = known ? say('vi', `change.type.${known}`) : ''
  const doubled = type !== '' && typed.toLocaleLowerCase('vi').startsWith(`${type.toLocaleLowerCase('vi')} `)
  const name = doubled ? typed.slice(type.length + 1) : typed
  const fullName = `${type} ${name}`
  return { type, name, fullName, search: fold(fullName) }
}

function readName(form: ChangeForm, { lang, officeType }: Reading): { name: UnitName; errors: FormError[] } {
  const { of, type, name, fullName } = form
  if (of === 'commune')
    return { name: communeName(type, name), errors: nameErrors({ type, name }, { lang, suffix: '' }) }
  const search = `${fold(fullName)} ${fold(`${officeType} ${name}`)}`
  const errors = [
    ...textErrors(fullName, { lang, field: 'fullName' }),
    ...textErrors(name, { lang, field: 'name' }),
  ]
  return { name: { type: officeType, name, fullName, search }, errors }
}

type Chosen = { kind: ChangeKind; made: NewUnit[]; lang: Lang }

function choiceErrors(
  { goesOn, of, to, made: lines }: ChangeForm,
  { kind, made, lang }: Chosen,
): FormError[] {
  if (kind === 'move' && to === '') return [error(lang, 'to', 'change.bad.to')]
  const [first] = lines
  if (kind === 'found' && made.length === 0 && first)
    return [error(lang, 'code-1', 'change.bad.code'), ...nameErrors(first, { lang, suffix: '-1' })]
  if (kind !== 'merge' || of === 'office') return []
  if (goesOn === '' && made.length === 0) return [error(lang, 'goesOn', 'change.bad.goesOnOrNew')]
  return goesOn !== '' && made.length > 0 ? [error(lang, 'goesOn', 'change.bad.goesOnAndNew')] : []
}
