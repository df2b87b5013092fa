import { type Key, say } from '../words/all.ts'
import { clean, fold } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Into, indicatorsOf } from './edition-draft.rules.ts'
import { type Bilingual, type Edition, type Indicator, switchesOf } from './form.rules.ts'

/** An indicator as it is typed. English may stay empty: then it is the Vietnamese. */
export type IndicatorForm = Record<(typeof texts)[number], string> & Record<(typeof ticks)[number], boolean>

const texts = [
  ...(['labelVi', 'labelEn', 'shortVi', 'shortEn', 'hintVi', 'hintEn', 'code'] as const),
  ...(['section', 'sectionVi', 'sectionEn', 'scope', 'type', 'switch', 'partOf'] as const),
] as const
const ticks = ['required', 'carries', 'initial', 'sensitive'] as const

/** The value of the choice of a section that is not there yet. */
export const NEW_SECTION = '+'

const longest = { label: 200, short: 60, hint: 300, code: 40 } as const

export function readIndicatorForm(body: Readonly<Record<string, unknown>>): IndicatorForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  return {
    ...(Object.fromEntries(texts.map(name => [name, text(name)])) as Record<(typeof texts)[number], string>),
    ...(Object.fromEntries(ticks.map(name => [name, text(name) === 'on'])) as Record<
      (typeof ticks)[number],
      boolean
    >),
  }
}

export function formOfIndicator(indicator: Indicator, section: string): IndicatorForm {
  const { label, short, hint, code, scope, type, required } = indicator
  return {
    ...{ labelVi: label.vi, labelEn: label.en, shortVi: short?.vi ?? '', shortEn: short?.en ?? '' },
    ...{ hintVi: hint?.vi ?? '', hintEn: hint?.en ?? '', code, section, sectionVi: '', sectionEn: '' },
    ...{ scope, type, switch: indicator.switch ?? '', partOf: indicator.partOf ?? '', required },
    carries: indicator.carries ?? false,
    initial: indicator.initial === 0,
    sensitive: indicator.sensitive ?? false,
  }
}

export const emptyIndicatorForm = (section: string): IndicatorForm => ({
  ...readIndicatorForm({ scope: 'cohort', type: 'count', required: 'on', carries: 'on' }),
  section,
})

export type FieldError = { field: string; text: string }

type Writing = {
  edition: Edition
  /** The indicator being changed, whose code, scope and type stay; null for a new one. */
  existing: Indicator | null
  lang: Lang
}

/** The indicator typed and where it goes, or what is wrong with each box. */
export function indicatorOf(
  form: IndicatorForm,
  { edition, existing, lang }: Writing,
): { indicator: Indicator; into: Into } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const refuse = (field: string, key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  const code = existing?.code ?? (form.code || codeFrom(form.labelVi))
  if (!form.labelVi) refuse('labelVi', 'edition.noLabel')
  for (const name of ['label', 'short', 'hint'] as const)
    for (const side of ['Vi', 'En'] as const)
      if (form[`${name}${side}`].length > longest[name])
        refuse(`${name}${side}`, 'edition.tooLong', { most: longest[name] })
  if (!existing && form.labelVi && !/^[a-z][a-z0-9_]{0,39}$/.test(code)) refuse('code', 'edition.badCode')
  if (!existing && indicatorsOf(edition).some(it => it.code === code))
    refuse('code', 'edition.codeTaken', { code })
  const known = edition.sections.some(it => it.code === form.section)
  if (form.section === NEW_SECTION ? !form.sectionVi : !known)
    refuse(
      form.section === NEW_SECTION ? 'sectionVi' : 'section',
      form.section === NEW_SECTION ? 'edition.noSectionTitle' : 'edition.noSection',
    )
  if (form.partOf && !indicatorsOf(edition).some(it => it.code === form.partOf && it.code !== code))
    refuse('partOf', 'edition.badPartOf')
  if (form.switch && !switchesOf(edition).includes(form.switch)) refuse('switch', 'edition.badSwitch')
  if (errors.length > 0) return { errors }
  return { indicator: build(form, { code, existing }), into: intoOf(form) }
}

function build(
  form: IndicatorForm,
  { code, existing }: { code: string; existing: Indicator | null },
): Indicator {
  return {
    code,
    label: pair(form.labelVi, form.labelEn),
    ...(form.shortVi ? { short: pair(form.shortVi, form.shortEn) } : {}),
    ...(form.hintVi ? { hint: pair(form.hintVi, form.hintEn) } : {}),
    scope: existing?.scope ?? (form.scope === 'all' ? 'all' : 'cohort'),
    type: existing?.type ?? (form.type === 'signed' ? 'signed' : 'count'),
    required: form.required,
    ...(form.switch ? { switch: form.switch } : {}),
    ...(form.partOf ? { partOf: form.partOf } : {}),
    ...(form.carries ? { carries: true } : {}),
    ...(form.initial ? { initial: 0 as const } : {}),
    ...(form.sensitive ? { sensitive: true } : {}),
  }
}

const intoOf = ({ section, sectionVi, sectionEn }: IndicatorForm): Into =>
  section === NEW_SECTION ? { newSection: pair(sectionVi, sectionEn) } : { section }

/** English where it is given, else the Vietnamese in both: better than an empty page. */
export const pair = (vi: string, en: string): Bilingual => ({ vi, en: en || vi })

/** 'Đang học nghề sơ cấp' → 'dang_hoc_nghe_so_cap', cut at a word. */
export function codeFrom(label: string): string {
  const words = fold(label)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  let code = ''
  for (const word of words) {
    const longer = code ? `${code}_${word}` : word
    if (longer.length > longest.code) break
    code = longer
  }
  return /^\d/.test(code) ? `so_${code}`.slice(0, longest.code) : code
}
