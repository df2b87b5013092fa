import { say } from '../words/all.ts'
import { clean, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { titleOf } from './box-title.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { personalData } from './personal-data.rules.ts'

/**
 * What office and commune say to each other about one report. The office returns it with remarks at boxes, asks or
 * notes; the commune answers or notes. Nothing said is ever edited.
 */
export type RemarkKind = 'return' | 'question' | 'answer' | 'note'
export type Side = 'office' | 'commune'

export type Remark = {
  id: number
  /** The version it speaks of. */
  version: number
  /** The box or text it stands at; '' for the report as a whole. */
  field: string
  kind: RemarkKind
  side: Side
  text: string
  by: string
  at: Date
  /** Answered, read by the office, or closed when the report was accepted. */
  settled: { by: string; at: Date } | null
  /** The version that came after the one it speaks of: it settles what the office wanted. */
  next: { number: number; at: Date } | null
}

export const LONGEST_REMARK = 500

/** Something is still to be done about it: by the commune, if the office said it; else to be read by the office. */
export function isOpen({ kind, side, settled, next }: Remark): boolean {
  if (settled) return false
  if (side === 'commune') return true
  return kind !== 'note' && next === null
}

/** Questions the commune has not answered. */
export const openQuestions = (remarks: readonly Remark[]): Remark[] =>
  remarks.filter(it => it.kind === 'question' && isOpen(it))

/** What the commune has said and nobody in the office has read. */
export const unreadIn = (remarks: readonly Remark[]): Remark[] =>
  remarks.filter(it => it.side === 'commune' && isOpen(it))

/** What the office wants looked at again or asks about, by box, as the sentence that stands there. */
export function remarksByBox(remarks: readonly Remark[], lang: Lang): Map<string, string> {
  const byBox = new Map<string, string>()
  for (const { field, text, kind } of remarks.filter(it => it.side === 'office' && it.field && isOpen(it))) {
    const sentence = say(lang, kind === 'question' ? 'remark.askedAtBox' : 'remark.atBox', { text })
    byBox.set(field, [byBox.get(field), sentence].filter(Boolean).join(' '))
  }
  return byBox
}

/** A text as typed, and what is wrong with it. Like every free text it holds no pupil's data (design §3, Privacy). */
export function readRemark(typed: unknown, lang: Lang): { text: string; error: string | null } {
  const text = typeof typed === 'string' ? clean(typed) : ''
  if (text === '') return { text, error: say(lang, 'remark.missing') }
  if (text.length > LONGEST_REMARK) return { text, error: say(lang, 'remark.long', { most: LONGEST_REMARK }) }
  return { text, error: personalData(text, null, lang) }
}

type Form = Pick<OpenReport, 'fields' | 'edition'>

/** Every box and text of the form, section by section, as the select partial takes them. */
export function boxChoices({ fields, edition }: Form, lang: Lang, chosen: string) {
  const option = (value: string) => ({
    value,
    label: titleOf(value, { fields, edition }, lang) ?? value,
    chosen: value === chosen,
  })
  const sections = edition.sections.map(({ code, title }) => ({
    label: title[lang],
    options: fields.filter(it => it.section === code).map(it => option(it.name)),
  }))
  const texts = {
    label: say(lang, 'reports.form.texts'),
    options: edition.texts.map(it => option(it.code)),
  }
  return [...sections, texts].filter(it => it.options.length > 0)
}

/** Whether a name that a form sent is a box or a text of this report. */
export const isBox = (name: string, { fields, edition }: Form): boolean =>
  fields.some(it => it.name === name) || edition.texts.some(it => it.code === name)

/** A thread as views/partials/thread takes its lines, the oldest first. */
export function threadLines(remarks: readonly Remark[], form: Form, lang: Lang) {
  return remarks.map(remark => {
    const { kind, side, by, at, version, field, text } = remark
    return {
      title: say(lang, kind === 'note' ? `remark.note.${side}` : `remark.said.${kind}`, { by }),
      meta: say(lang, 'remark.meta', { at: formatTime(at), version }),
      box: field ? (titleOf(field, form, lang) ?? field) : null,
      text,
      open: isOpen(remark),
      standing: standingOf(remark, lang),
    }
  })
}

function standingOf(remark: Remark, lang: Lang): string | null {
  const { side, kind, settled, next } = remark
  if (isOpen(remark) && side === 'commune') return say(lang, 'remark.unread')
  if (isOpen(remark)) return say(lang, kind === 'return' ? 'remark.wait.return' : 'remark.wait.question')
  if (side === 'commune')
    return settled && say(lang, 'remark.read', { by: settled.by, at: formatTime(settled.at) })
  if (kind === 'note') return null
  if (settled) return say(lang, 'remark.settled', { by: settled.by, at: formatTime(settled.at) })
  return next && say(lang, 'remark.newVersion', { number: next.number, at: formatTime(next.at) })
}
