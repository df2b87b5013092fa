import { isMonth, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { clean, formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** What the law says of a commune in some months. `until`: the first month in which it no longer holds. */
export type Trait = { unitId: number; from: Month; until: Month | null; document: string }

export const TRAIT_DOCUMENT_LENGTH = 200
export const TRAIT_FROM = '2000-01'

/** What is asked for: the communes to mark or to end from a month on, or whose last marking was a slip. */
export type TraitForm = { act: 'mark' | 'end' | 'undo'; month: string; document: string; units: number[] }
export type TraitError = { field: 'month' | 'document' | 'units'; text: string }
export type TraitAsked = { act: TraitForm['act']; month: Month | null; document: string; units: number[] }

export function readTraitForm(body: Readonly<Record<string, unknown>>): TraitForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  const ids = [body.unit ?? []]
    .flat()
    .map(String)
    .filter(it => /^[1-9]\d{0,8}$/.test(it))
  const act = body.act === 'end' || body.act === 'undo' ? body.act : 'mark'
  return { act, month: text('month'), document: text('document'), units: [...new Set(ids.map(Number))] }
}

/** '11/2026' or '2026-11'; null for what is no month. */
export function monthTyped(text: string): Month | null {
  const [, number = '', year = ''] = /^(\d{1,2})\s*[/-]\s*(\d{4})$/.exec(text) ?? []
  const month = year ? `${year}-${number.padStart(2, '0')}` : text
  return isMonth(month) && month >= TRAIT_FROM ? month : null
}

export type Named = { id: number; name: string }

/** What is to be done, or what is wrong with it; `traits` are all there are of the communes listed. */
export function traitsAsked(
  form: TraitForm,
  { listed, traits, lang }: { listed: readonly Named[]; traits: readonly Trait[]; lang: Lang },
): TraitAsked | { errors: TraitError[] } {
  const errors: TraitError[] = []
  const refuse = (field: TraitError['field'], text: string) => errors.push({ field, text })
  const { act, document } = form
  const month = act === 'undo' ? null : monthTyped(form.month)
  const units = form.units.filter(id => listed.some(it => it.id === id))
  if (units.length === 0) refuse('units', say(lang, 'difficulty.noneTicked'))
  if (act !== 'undo' && month === null) refuse('month', say(lang, 'difficulty.badMonth'))
  if (act === 'mark' && document === '') refuse('document', say(lang, 'difficulty.noDocument'))
  if (document.length > TRAIT_DOCUMENT_LENGTH)
    refuse('document', say(lang, 'difficulty.longDocument', { max: TRAIT_DOCUMENT_LENGTH }))
  const asked = { act, month, document, units }
  const named = listed.filter(it => units.includes(it.id))
  for (const unit of named) {
    const fault = faultOf(
      asked,
      traits.filter(it => it.unitId === unit.id),
      lang,
    )
    if (fault) refuse('units', `${unit.name}: ${fault}`)
  }
  return errors.length > 0 ? { errors } : asked
}

/** Why a commune cannot be marked, ended or undone so; null when it can. */
function faultOf({ act, month }: TraitAsked, own: readonly Trait[], lang: Lang): string | null {
  const open = own.find(it => it.until === null)
  if (act === 'undo') return own.length > 0 ? null : say(lang, 'difficulty.notMarked')
  if (month === null) return null
  if (act === 'end') {
    if (!open) return say(lang, 'difficulty.notOpen')
    return month > open.from ? null : say(lang, 'difficulty.endsFirst', { from: formatMonth(open.from) })
  }
  const over = own.find(it => it.until === null || it.until > month)
  return over ? say(lang, 'difficulty.overlaps', { span: spanText(over, lang) }) : null
}

/** The latest marking of a commune. */
export const lastTrait = (own: readonly Trait[]): Trait | null =>
  own.reduce<Trait | null>((last, it) => (last && last.from > it.from ? last : it), null)

export const holdsIn = ({ from, until }: Trait, month: Month): boolean =>
  from <= month && (until === null || until > month)

/** 'từ 01/2025' or 'từ 01/2025 đến hết 12/2025', as people say it: the last month in which it holds. */
export function spanText({ from, until }: Pick<Trait, 'from' | 'until'>, lang: Lang): string {
  const first = formatMonth(from)
  return until === null
    ? say(lang, 'difficulty.since', { from: first })
    : say(lang, 'difficulty.span', { from: first, until: formatMonth(until) })
}
