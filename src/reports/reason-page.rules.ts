import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** A decision that takes a reason, as views/reports/reason asks for it. */
export type ReasonAsked = {
  title: string
  lines: string[]
  warning: string | null
  action: string
  fields: { name: string; type: string; value: string; label: string; error: string | null }[]
  reason: { label: string; hint: string | null; value: string; error: string | null }
  submit: string
}

type About = { lang: Lang; unit: { fullName: string }; month: Month; back: string }

/** 'Xã Đăk Kôi, kỳ tháng 11/2026'. */
export const captionOf = ({ lang, unit, month }: Omit<About, 'back'>): string =>
  say(lang, 'answer.caption', { unit: unit.fullName, month: formatMonth(month) })

/** The model of views/reports/reason, with what is wrong on top. */
export function reasonPage(asked: ReasonAsked, about: About) {
  const { lang, back } = about
  const wrong = [...asked.fields, { ...asked.reason, name: 'reason' }]
  return {
    ...asked,
    caption: captionOf(about),
    errors: wrong.flatMap(({ name, error }) => (error ? [{ href: `#${name}`, text: error }] : [])),
    hidden: [{ name: 'back', value: back }],
    danger: false,
    cancel: { href: back, label: say(lang, 'board.cancel') },
  }
}

/** The day and the time at which something ends, as the boxes 'day' and 'time'. */
export function endFields(
  [day, time]: [label: string, label: string],
  typed: { day: string; time: string; endError: string | null },
): ReasonAsked['fields'] {
  return [
    { name: 'day', type: 'date', value: typed.day, label: day, error: typed.endError },
    { name: 'time', type: 'time', value: typed.time, label: time, error: null },
  ]
}
