import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { captionOf, endFields } from './reason-page.rules.ts'

/** A commune that has sent nothing, with its due date as it stands. */
export type Missing = { id: number; name: string; due: Date }

export type Choice = { all: boolean; ids: ReadonlySet<number> }

/** Those ticked, or all; what is not missing (any more) is not chosen. */
export const chosenIn = (missing: readonly Missing[], { all, ids }: Choice): Missing[] =>
  missing.filter(it => all || ids.has(it.id))

export type TypedMany = Choice & {
  day: string
  time: string
  endError: string | null
  reason: string
  reasonError: string | null
  whomError: string | null
}

type About = { lang: Lang; unit: { id: number; fullName: string }; month: Month; due: Date; back: string }

/** The model of views/reports/extend-many. */
export function extendManyPage(missing: readonly Missing[], typed: TypedMany, about: About) {
  const { lang, unit, month, due, back } = about
  const wrong = [
    ['#day', typed.endError],
    ['#reason', typed.reasonError],
    ['#all', typed.whomError],
  ] as const
  return {
    caption: captionOf(about),
    title: say(lang, 'extend.many'),
    text: say(lang, 'extend.manyText', { due: formatTime(due) }),
    errors: wrong.flatMap(([href, text]) => (text ? [{ href, text }] : [])),
    action: `/review/${unit.id}/${month}/extensions`,
    fields: endFields([say(lang, 'extension.day'), say(lang, 'extension.time')], typed),
    reason: typed.reason,
    reasonError: typed.reasonError,
    whomError: typed.whomError,
    all: { label: say(lang, 'extend.all', { count: formatNumber(missing.length) }), chosen: typed.all },
    communes: missing
      .toSorted((a, b) => compareVietnamese(a.name, b.name))
      .map(it => ({
        id: it.id,
        name: it.name,
        chosen: typed.ids.has(it.id),
        own: it.due > due ? say(lang, 'extend.ownDue', { due: formatTime(it.due) }) : null,
      })),
    back,
  }
}
