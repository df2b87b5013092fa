import { say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** How a telephone call to a commune ended. */
export const OUTCOMES = ['promised', 'no-answer', 'wrong-number', 'handed-on', 'other'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A call as it is kept. */
export type Call = {
  unitId: number
  at: Date
  by: string
  phone: string
  outcome: Outcome
  note: string
}

/** As typed. */
export type CallForm = { unit: string; phone: string; outcome: string; note: string }
export type CallError = { field: 'phone' | 'outcome' | 'note'; text: string }

const LONGEST_PHONE = 40
export const LONGEST_NOTE = 300

export function readCallForm(body: Readonly<Record<string, unknown>>): CallForm {
  const text = (name: string) =>
    typeof body[name] === 'string' ? clean(body[name]).replace(/\s+/g, ' ') : ''
  return { unit: text('unit'), phone: text('phone'), outcome: text('outcome'), note: text('note') }
}

/** A number may be left out (a call to the committee's switchboard); what is written must look like one. */
export function checkCall({ phone, outcome, note }: CallForm, lang: Lang): CallError[] {
  const errors: CallError[] = []
  if (phone && (!/^[+(]?\d[\d ().\-–/+]{2,}$/.test(phone) || phone.length > LONGEST_PHONE))
    errors.push({ field: 'phone', text: say(lang, 'reach.call.badPhone') })
  if (!isOutcome(outcome)) errors.push({ field: 'outcome', text: say(lang, 'reach.call.noOutcome') })
  if (outcome === 'other' && note === '') errors.push({ field: 'note', text: say(lang, 'reach.call.noNote') })
  if ([...note].length > LONGEST_NOTE)
    errors.push({ field: 'note', text: say(lang, 'reach.call.longNote', { max: LONGEST_NOTE }) })
  return errors
}

export const isOutcome = (text: string): text is Outcome => OUTCOMES.some(it => it === text)

/** 'tel:02603000103'; null when there is nothing to dial. */
export function telOf(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '')
  return digits ? `tel:${digits}` : null
}
