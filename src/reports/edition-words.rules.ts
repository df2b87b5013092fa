import { say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type FieldError, pair } from './edition-form.rules.ts'
import type { Bilingual, Edition, TextBox } from './form.rules.ts'

/** The words on a form beside its indicators: whom to count and how, and the names of its text boxes. */

/** As typed: definitions a line each, and the boxes' names by 'note' and 'note-en'. */
export type WordsForm = { vi: string; en: string; labels: Readonly<Record<string, string>> }

export const LIMITS = { lines: 20, line: 500, label: 200 } as const

export const labelEn = (code: string): string => `${code}-en`

export function readWordsForm(body: Readonly<Record<string, unknown>>, { texts }: Edition): WordsForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]) : '')
  const names = texts.flatMap(({ code }) => [code, labelEn(code)])
  return {
    vi: text('vi'),
    en: text('en'),
    labels: Object.fromEntries(names.map(name => [name, text(name).replace(/\n/g, ' ')])),
  }
}

/** English that only repeats the Vietnamese is left empty, as it was typed. */
export function formOfWords({ definitions, texts }: Edition): WordsForm {
  const english = (it: Bilingual) => (it.en === it.vi ? '' : it.en)
  return {
    vi: definitions.map(it => it.vi).join('\n'),
    en: definitions.every(it => it.en === it.vi) ? '' : definitions.map(it => it.en).join('\n'),
    labels: Object.fromEntries(
      texts.flatMap(({ code, label }) => [
        [code, label.vi],
        [labelEn(code), english(label)],
      ]),
    ),
  }
}

/** The edition with the words typed, or what is wrong with each box. */
export function withWords(
  edition: Edition,
  form: WordsForm,
  lang: Lang,
): { edition: Edition } | { errors: FieldError[] } {
  const [vi, en] = [linesOf(form.vi), linesOf(form.en)]
  const errors = [
    ...definitionErrors(vi, en, lang),
    ...edition.texts.flatMap(box => labelErrors(box, form, lang)),
  ]
  if (errors.length > 0) return { errors }
  const definitions = vi.map((line, at) => pair(line, en[at] ?? ''))
  const texts = edition.texts.map(it => ({
    ...it,
    label: pair(form.labels[it.code] ?? '', form.labels[labelEn(it.code)] ?? ''),
  }))
  return { edition: { ...edition, definitions, texts } }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(it => it.trim())
    .filter(it => it !== '')

function definitionErrors(vi: readonly string[], en: readonly string[], lang: Lang): FieldError[] {
  const isFew = vi.length === 0 || vi.length > LIMITS.lines
  const isUneven = !isFew && en.length > 0 && en.length !== vi.length
  return [
    ...(isFew ? [{ field: 'vi', text: say(lang, 'edition.words.none', { most: LIMITS.lines }) }] : []),
    ...longLine('vi', vi, lang),
    ...(isUneven
      ? [{ field: 'en', text: say(lang, 'edition.words.uneven', { vi: vi.length, en: en.length }) }]
      : longLine('en', en, lang)),
  ]
}

function longLine(field: string, lines: readonly string[], lang: Lang): FieldError[] {
  const at = lines.findIndex(it => it.length > LIMITS.line)
  if (at < 0) return []
  return [{ field, text: say(lang, 'edition.words.longLine', { line: at + 1, most: LIMITS.line }) }]
}

function labelErrors({ code }: TextBox, { labels }: WordsForm, lang: Lang): FieldError[] {
  const tooLong = [code, labelEn(code)].filter(name => (labels[name] ?? '').length > LIMITS.label)
  return [
    ...(labels[code] ? [] : [{ field: code, text: say(lang, 'edition.words.noLabel') }]),
    ...tooLong.map(field => ({ field, text: say(lang, 'edition.tooLong', { most: LIMITS.label }) })),
  ]
}
