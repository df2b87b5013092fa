import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { coverageNotes, figureText, percentOr, reportedText, type Scene, sentence } from './note.rules.ts'
import { type ShownTable, shownTable } from './picture.rules.ts'
import { comparedMonths, figureAt, type Point, peakOf, sameIn, untracedShare } from './series.rules.ts'

/** What the trend says, in words, and the table it is drawn from. */

export type Finding = { heading: string; desc: string; notes: string[] }

/**
 * Two months are compared of which nearly everybody reported. Where the very communes that sent both say something
 * else than the sums, neither rise nor fall is claimed.
 */
export function trendFinding(scene: Scene): Finding {
  const { points, lang } = scene
  const { from, to } = comparedMonths(points, 'neither', scene.widened)
  if (!to) {
    const heading = say(lang, 'chart.trend.early')
    return { heading, desc: describe(scene, [heading]), notes: [] }
  }
  const now = { to: formatMonth(to.month), b: figureText(to, 'neither'), ub: figureText(to, 'unknown') }
  if (!from) {
    const heading = say(lang, 'chart.trend.one', now)
    return { heading, desc: describe(scene, [heading]), notes: [] }
  }
  const same = sameIn(scene.places, { from: from.month, to: to.month, code: 'neither' })
  const heading = say(lang, `chart.trend.${directionOf({ from, to }, same)}`, {
    ...now,
    from: formatMonth(from.month),
    a: figureText(from, 'neither'),
    ua: figureText(from, 'unknown'),
  })
  return {
    heading,
    desc: describe(scene, [heading, peakText(scene)]),
    notes: same && same.count < to.expected ? [sameNote(same, lang)] : [],
  }
}

type Compared = { from: Point; to: Point }

function directionOf({ from, to }: Compared, same: ReturnType<typeof sameIn>) {
  const change = (figureAt(to, 'neither') ?? 0) - (figureAt(from, 'neither') ?? 0)
  const among = same ? same.to - same.from : change
  if (Math.sign(change) !== Math.sign(among)) return 'unclear'
  if (change === 0) return 'level'
  return change < 0 ? 'fell' : 'rose'
}

function peakText({ points, lang, widened }: Scene): string {
  const peak = peakOf(points, 'neither', widened)
  if (!peak) return ''
  return say(lang, 'chart.trend.peak', { month: formatMonth(peak.month), value: figureText(peak, 'neither') })
}

function sameNote({ count, from, to }: { count: number; from: number; to: number }, lang: Lang): string {
  const params = { count: formatNumber(count), a: formatNumber(from), b: formatNumber(to) }
  return say(lang, 'chart.note.same', params)
}

const describe = (scene: Scene, parts: readonly string[]): string =>
  sentence([...parts, ...coverageNotes(scene)])

export function trendTable({ points, lang }: Scene): ShownTable {
  const heads = [
    say(lang, 'chart.month'),
    say(lang, 'chart.neither'),
    say(lang, 'chart.unknown'),
    say(lang, 'chart.graduates'),
    say(lang, 'chart.share'),
    say(lang, 'chart.reported'),
  ]
  const rows = points.map(it => [
    formatMonth(it.month),
    figureText(it, 'neither'),
    figureText(it, 'unknown'),
    figureText(it, 'graduates'),
    percentOr(untracedShare(it)),
    reportedText(it, lang),
  ])
  return shownTable('trend', say(lang, 'chart.trend.name'), { heads, rows })
}
