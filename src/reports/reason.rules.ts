import { say } from '../words/all.ts'
import { clean } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { personalData } from './personal-data.rules.ts'

/** The longest reason an office gives; it is read in a letter and on the form. */
export const LONGEST_REASON = 500

/** A reason as typed, and what is wrong with it. Like every free text it holds no pupil's data (design §3, Privacy). */
export function readReason(typed: unknown, lang: Lang): { reason: string; error: string | null } {
  const reason = typeof typed === 'string' ? clean(typed) : ''
  return { reason, error: faultOf(reason, lang) }
}

function faultOf(reason: string, lang: Lang): string | null {
  if (reason === '') return say(lang, 'board.reasonMissing')
  if (reason.length > LONGEST_REASON) return say(lang, 'board.reasonLong', { most: LONGEST_REASON })
  return personalData(reason, null, lang)
}
