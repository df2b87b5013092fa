import { dueWithout, inForce, type KeptExtension } from '../calendar/extension.rules.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { OpenReport } from './open-report.rules.ts'
import { captionOf, endFields } from './reason-page.rules.ts'
import { effectOf } from './request.rules.ts'
import { countingOf } from './request-page.rules.ts'

/** What the office typed; errors are null where all is well. */
export type TypedExtension = {
  day: string
  time: string
  endError: string | null
  reason: string
  error: string | null
}

export type Given = { extensions: readonly KeptExtension[]; typed: TypedExtension }

type Place = { lang: Lang; now: Date; back: string }

/** The model of views/reports/extension: more time for one commune, and what it was given so far. */
export function extensionPage(open: OpenReport, { extensions, typed }: Given, { lang, now, back }: Place) {
  const { unit, month, window, asked } = open
  const path = `/review/${unit.id}/${month}`
  const waiting = asked?.answer === null ? asked.kind : null
  return {
    caption: captionOf({ lang, unit, month }),
    title: say(lang, 'extension.title'),
    due: say(lang, 'extension.text', { due: formatTime(window.due) }),
    effect: effectOf('extension', say(lang, 'answer.theEnd'), countingOf(open, lang)),
    waiting: waiting && {
      text: say(lang, waiting === 'unlock' ? 'extension.asksUnlock' : 'extension.asks'),
      link: { href: `${path}/request`, label: say(lang, 'answer.see') },
    },
    action: `${path}/extension`,
    fields: endFields([say(lang, 'extension.day'), say(lang, 'extension.time')], typed),
    reason: typed.reason,
    reasonError: typed.error,
    errors: [
      ...(typed.endError ? [{ href: '#day', text: typed.endError }] : []),
      ...(typed.error ? [{ href: '#reason', text: typed.error }] : []),
    ],
    back,
    earlier: extensions.map(it => ({
      title: titleOf(it, lang),
      meta: say(lang, 'extension.givenBy', { by: it.by, at: formatTime(it.at) }),
      text: [it.reason, backOf(it, lang)].filter(Boolean).join(' – '),
      state: null,
      link: mayTakeBack(it, extensions, now)
        ? { href: `${path}/extension/${it.id}/withdraw`, label: say(lang, 'extension.back') }
        : null,
      now: it.until > now && it.withdrawn === null,
    })),
  }
}

const titleOf = ({ opensOnly, until }: KeptExtension, lang: Lang): string =>
  say(lang, opensOnly ? 'extension.opened' : 'extension.given', { until: formatTime(until) })

const backOf = ({ withdrawn }: KeptExtension, lang: Lang): string | null =>
  withdrawn &&
  say(lang, 'extension.wasBack', {
    by: withdrawn.by,
    at: formatTime(withdrawn.at),
    reason: withdrawn.reason,
  })

/** Only what still has an effect is worth taking back. */
const mayTakeBack = (it: KeptExtension, all: readonly KeptExtension[], now: Date): boolean =>
  it.until > now && inForce(all, it.opensOnly)?.id === it.id

/** Whether a report came within this very extension, and so is on time by it; then it cannot be taken back. */
export function wasUsed(
  it: KeptExtension,
  all: readonly KeptExtension[],
  { kept, deadline }: OpenReport,
): boolean {
  if (it.opensOnly || !kept.firstAt || !kept.onTime) return false
  return kept.firstAt > dueWithout(it.id, all, deadline.due)
}

/** What taking it back does, beforehand. */
export function takenBackText(
  it: KeptExtension,
  all: readonly KeptExtension[],
  { lang, common }: { lang: Lang; common: Date },
): string {
  if (it.opensOnly) return say(lang, 'extension.backTextOpen')
  return say(lang, 'extension.backText', { due: formatTime(dueWithout(it.id, all, common)) })
}
