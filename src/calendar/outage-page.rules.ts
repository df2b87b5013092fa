import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { minutesOf } from './outage.rules.ts'
import type { Outage } from './outage-span.rules.ts'
import { officeHours } from './working-time.rules.ts'

/** '07:00': from when on lost time counts on a due day. */
export const sayOpening = (): string =>
  [Math.floor(officeHours.opens / 60), officeHours.opens % 60]
    .map(it => String(it).padStart(2, '0'))
    .join(':')

/** '2 giờ 30 phút', '3 ngày 4 giờ': how long, to the minute below a day and to the hour above. */
export function sayLength(lang: Lang, outage: Outage): string {
  const minutes = minutesOf(outage)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const parts = [
    days > 0 && say(lang, 'outage.days', { days }),
    hours > 0 && say(lang, 'outage.hours', { hours }),
    days === 0 && minutes % 60 > 0 && say(lang, 'outage.minutes', { minutes: minutes % 60 }),
  ]
  return parts.filter(Boolean).join(' ')
}
