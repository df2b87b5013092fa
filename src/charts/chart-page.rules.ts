import { addMonths, type Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { RankPlace } from './ranking.rules.ts'
import type { Point } from './series.rules.ts'

/** What stands around the pictures. */

type Subject = { id: number; kind: 'commune' | 'office' }
type Listed = Subject & { name: string; fullName: string; parentId: number }

/**
 * The places directly under an office, in Vietnamese order. Offices have long names of which all but the place is the
 * same: where the place tells them apart, it is enough.
 */
export function rankNames(units: readonly Listed[], officeId: number): RankPlace[] {
  const places = units.filter(it => it.parentId === officeId)
  const isShort =
    places.every(it => it.kind === 'office') && new Set(places.map(it => it.name)).size === places.length
  return places
    .map(it => ({ id: it.id, name: isShort ? it.name : it.fullName }))
    .sort((a, b) => compareVietnamese(a.name, b.name))
}

/** '94/96 xã đã báo cáo …' */
export function leadOf(points: readonly Point[], { kind }: Subject, lang: Lang): string {
  const last = points.at(-1)
  if (kind === 'commune' || !last) return say(lang, 'chart.leadCommune')
  return say(lang, 'chart.lead', {
    reported: formatNumber(last.reported),
    expected: formatNumber(last.expected),
    month: formatMonth(last.month),
  })
}

type Place = { unit: Subject; month: Month; inHand: Month; first: Month; under?: string }

export function monthLinks({ unit, month, inHand, first, under = '' }: Place, lang: Lang) {
  const to = (it: Month) => ({
    href: `/charts/${unit.id}/${it}${under}`,
    label: say(lang, 'chart.toMonth', { month: formatMonth(it) }),
  })
  return {
    previous: month > first ? to(addMonths(month, -1)) : null,
    next: month < inHand ? to(addMonths(month, 1)) : null,
    current: month === inHand ? null : { ...to(inHand), label: say(lang, 'chart.toNow') },
  }
}

/** The ways on; `own`: the reader works at this very unit. */
export function chartLinks(
  { unit, month, nested, own }: { unit: Subject; month: Month; nested: boolean; own: boolean },
  lang: Lang,
) {
  if (unit.kind === 'commune' && own)
    return [{ href: `/reports/${unit.id}`, label: say(lang, 'reports.history.title') }]
  if (unit.kind === 'commune')
    return [{ href: `/review/${unit.id}/history`, label: say(lang, 'chart.history') }]
  return [
    {
      href: `/charts/${unit.id}/${month}/communes`,
      label: say(lang, nested ? 'chart.toOffices' : 'chart.toCommunes'),
    },
    { href: `/consolidation/${unit.id}/${month}`, label: say(lang, 'chart.consolidation') },
    { href: `/review/${unit.id}/${month}`, label: say(lang, 'chart.board') },
  ]
}
