import { addMonths, type Month, monthsFrom } from '../calendar/month.rules.ts'
import { personalData } from '../reports/personal-data.rules.ts'
import { say } from '../words/all.ts'
import { clean, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** A pause is for a month, and known at most a year ahead. */
const MONTHS_AHEAD = 11
const LONGEST_REASON = 300

export const monthsToPause = (inHand: Month): Month[] => monthsFrom(inHand, addMonths(inHand, MONTHS_AHEAD))

export type PauseForm = { month: string; reason: string }
export type PauseFault = { field: keyof PauseForm; text: string }

export const readPauseForm = (body: Readonly<Record<string, unknown>>): PauseForm => ({
  month: String([body.month ?? ''].flat()[0]),
  reason: clean(String([body.reason ?? ''].flat()[0])),
})

/** The month and its reason, or what is wrong with either. */
export function checkPause(
  { month, reason }: PauseForm,
  offered: readonly Month[],
  lang: Lang,
): { month: Month; faults: [] } | { month: null; faults: PauseFault[] } {
  const known = offered.find(it => it === month) ?? null
  const wrong = whyNoReason(reason, lang)
  const faults: PauseFault[] = [
    ...(known ? [] : [{ field: 'month' as const, text: say(lang, 'reminders.pause.noMonth') }]),
    ...(wrong ? [{ field: 'reason' as const, text: wrong }] : []),
  ]
  return known && faults.length === 0 ? { month: known, faults: [] } : { month: null, faults }
}

/** Communes read the reason in their ledger; like all free text it names no pupil. */
function whyNoReason(reason: string, lang: Lang): string | null {
  if (reason === '') return say(lang, 'reminders.pause.noReason')
  if (reason.length > LONGEST_REASON)
    return say(lang, 'reminders.pause.long', {
      most: LONGEST_REASON,
      length: formatNumber(reason.length),
    })
  return personalData(reason, null, lang)
}
