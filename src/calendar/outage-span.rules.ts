import { say } from '../words/all.ts'
import { formatClock, formatDayPlain, formatDayShort } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { dayAt } from './month.rules.ts'

/** A time in which the portal could not be used. */
export type Outage = { from: Date; until: Date }

/** 'Cổng ngừng hoạt động 15:00–17:30 ngày 25/11 → hạn lùi đến 09:00 ngày 26/11/2026' */
export const whyMoved = (lang: Lang, outages: readonly Outage[], due: Date): string =>
  say(lang, 'calendar.because.outage', {
    spans: outages.map(it => sayOutage(lang, it)).join(', '),
    time: formatClock(due),
    day: formatDayPlain(dayAt(due)),
  })

/** '15:00–17:30 ngày 25/11', or '22:00 ngày 24/11 – 09:00 ngày 25/11' over midnight. */
export function sayOutage(lang: Lang, { from, until }: Outage): string {
  const [first, last] = [formatDayShort(dayAt(from)), formatDayShort(dayAt(until))]
  const times = { from: formatClock(from), until: formatClock(until) }
  return first === last
    ? say(lang, 'calendar.span.day', { ...times, day: first })
    : say(lang, 'calendar.span.days', { ...times, first, last })
}
