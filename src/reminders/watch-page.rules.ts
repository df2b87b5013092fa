import { say } from '../words/all.ts'
import { formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { CaughtUp } from './watch.rules.ts'

/** A run of the reminders, as far as a sentence needs it. */
export type Ran = {
  finishedAt: Date
  /** Lines looked at. */
  decided: number
  sent: number
  skipped: number
  failed: number
  error: string | null
  detail: { owed?: number; waiting?: number }
}

/** What is known of the reminders' runs at an instant. */
export type Watched = {
  last: Ran | null
  /** The last run that went well, and the last that had something to do. */
  good: Ran | null
  busy: Ran | null
  queued: number
  failing: number
  /** Since when a good run has been waited for, and the working minutes since. */
  since: Date | null
  silentMinutes: number
  silent: boolean
  /** The latest silence that was caught up on, for some days. */
  caughtUp: CaughtUp | null
}

/** Sentences for the office's page, in the order to be read; `kind` is the notice's. */
export function sayWatched(watched: Watched, lang: Lang): { kind: 'info' | 'warning'; sentences: string[] } {
  const { last, silent, caughtUp } = watched
  const sentences = [
    silent ? saySilent(watched, lang) : null,
    last ? sayLast(last, watched, lang) : say(lang, 'watch.never'),
    sayBusy(watched, lang),
    caughtUp && sayCaughtUp(caughtUp, lang),
  ].filter(it => it !== null)
  return { kind: silent || last?.error ? 'warning' : 'info', sentences }
}

function saySilent({ since, silentMinutes }: Watched, lang: Lang): string | null {
  return since && say(lang, 'watch.silent', { hours: sayHours(silentMinutes), since: formatTime(since) })
}

function sayLast(last: Ran, { good, queued, failing }: Watched, lang: Lang): string {
  const time = formatTime(last.finishedAt)
  if (last.error !== null)
    return say(lang, 'watch.wrong', {
      time,
      good: good ? formatTime(good.finishedAt) : say(lang, 'watch.wrong.never'),
    })
  return say(lang, 'watch.last', {
    time,
    decided: formatNumber(last.decided),
    done: isBusy(last) ? say(lang, 'watch.done', figuresOf(last)) : say(lang, 'watch.done.nothing'),
    queued: formatNumber(queued),
    failing: formatNumber(failing),
  })
}

/** The last run that had work, unless the last of all is it. */
function sayBusy({ last, busy }: Watched, lang: Lang): string | null {
  if (!busy || (last && isBusy(last))) return null
  return say(lang, 'watch.busy', { time: formatTime(busy.finishedAt), ...figuresOf(busy) })
}

export const sayCaughtUp = ({ from, until, sent, skipped, queued }: CaughtUp, lang: Lang): string =>
  say(lang, 'watch.caughtUp', {
    from: formatTime(new Date(from)),
    until: formatTime(new Date(until)),
    sent: formatNumber(sent),
    skipped: formatNumber(skipped),
    queued: formatNumber(queued),
  })

const isBusy = ({ sent, skipped, failed }: Ran): boolean => sent + skipped + failed > 0

const figuresOf = ({ sent, skipped, failed }: Ran) => ({
  sent: formatNumber(sent),
  skipped: formatNumber(skipped),
  failed: formatNumber(failed),
})

/** Whole and half hours: '2,5'. */
export const sayHours = (minutes: number): string => formatNumber(Math.floor(minutes / 30) / 2)
