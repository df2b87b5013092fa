import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Paint } from './mark.rules.ts'
import { percentText, type Scene, sentence } from './note.rules.ts'
import { type Picture, type ShownTable, shownTable } from './picture.rules.ts'
import type { Point } from './series.rules.ts'
import { drawStacks } from './stack.rules.ts'

const KINDS = ['onTime', 'late', 'missing'] as const
type Kind = (typeof KINDS)[number]

const paints: Record<Kind, Paint> = {
  onTime: { ground: 'navy' },
  late: { ground: 'peach' },
  missing: { ground: 'paper', pattern: 'hatch', ink: 'orange' },
}

const countOf = (point: Point, kind: Kind): number =>
  kind === 'missing' ? point.expected - point.reported : point[kind]

/** Who reported in time, late and not at all, of those that were to report. Lateness is decided by the first sending. */
export function punctualPicture(scene: Scene): Picture | null {
  const { points, lang, notDue } = scene
  const last = points.findLast((it, at) => it.expected > 0 && !(notDue && at === points.length - 1))
  const shown = points.findLast(it => it.expected > 0)
  if (!last || !shown) return null
  const heading = headingOf(last, lang)
  const open = notDue
    ? [say(lang, 'chart.punctual.open', { month: formatMonth(points.at(-1)?.month ?? '') })]
    : []
  return {
    id: 'punctual',
    heading,
    subject: say(lang, 'chart.punctual.subject'),
    svgs: drawStacks({
      id: 'punctual',
      title: say(lang, 'chart.punctual.name'),
      desc: sentence([heading, earlier(last, points, lang), ...open]),
      lang,
      months: points.map(it => ({
        month: it.month,
        parts: it.expected === 0 ? null : KINDS.map(kind => countOf(it, kind)),
        open: false,
      })),
      series: KINDS.map(kind => ({
        name: say(lang, `chart.punctual.${kind}`),
        label: labelOf(shown, kind, lang),
        paint: paints[kind],
      })),
    }),
    notes: open,
    table: tableOf(scene),
  }
}

const shareOf = (point: Point, kind: Kind): string =>
  percentText(point.expected === 0 ? 0 : countOf(point, kind) / point.expected)

function headingOf(point: Point, lang: Lang): string {
  const { month, reported, expected, onTime } = point
  return say(lang, 'chart.punctual.heading', {
    month: formatMonth(month),
    reported: formatNumber(reported),
    expected: formatNumber(expected),
    onTime: formatNumber(onTime),
    share: shareOf(point, 'onTime'),
  })
}

/** The first month shown, for comparison. */
function earlier(last: Point, points: readonly Point[], lang: Lang): string {
  const first = points.find(it => it.expected > 0)
  if (!first || first === last) return ''
  return say(lang, 'chart.punctual.before', {
    month: formatMonth(first.month),
    share: shareOf(first, 'onTime'),
  })
}

const labelOf = (point: Point, kind: Kind, lang: Lang): string =>
  say(lang, 'chart.punctual.label', {
    name: say(lang, `chart.punctual.${kind}`),
    share: shareOf(point, kind),
    count: formatNumber(countOf(point, kind)),
  })

function tableOf({ points, lang }: Scene): ShownTable {
  const heads = [
    say(lang, 'chart.month'),
    say(lang, 'chart.punctual.expected'),
    say(lang, 'chart.reported'),
    ...KINDS.map(kind => say(lang, `chart.punctual.${kind}`)),
  ]
  const withShare = (value: number, whole: number) =>
    whole === 0
      ? '–'
      : say(lang, 'chart.withShare', { value: formatNumber(value), share: percentText(value / whole) })
  const rows = points.map(it => [
    formatMonth(it.month),
    formatNumber(it.expected),
    withShare(it.reported, it.expected),
    ...KINDS.map(kind => withShare(countOf(it, kind), it.expected)),
  ])
  return shownTable('punctual', say(lang, 'chart.punctual.name'), { heads, rows })
}
