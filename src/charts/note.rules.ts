import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { figureAt, isComplete, isSound, type PlacePoint, type Point, type Widening } from './series.rules.ts'

/** What every picture of a unit is drawn from. */
export type Scene = {
  points: readonly Point[]
  places: readonly PlacePoint[]
  lang: Lang
  /** Of an office; a commune's own pictures count no communes. */
  isOffice: boolean
  /** The month from which on the unit itself was there; earlier ones are sums of its predecessors. */
  own: Month
  /** Older months are another territory's and left out. */
  cut: boolean
  /** Months in which the territory grew or shrank. */
  widened: readonly Widening[]
  /** The last month's due date has not passed yet. */
  notDue: boolean
}

/** What must be said beside figures of a month by month picture, so that nobody reads more out of it than is there. */
export function coverageNotes(scene: Scene): string[] {
  const { points, lang } = scene
  const last = points.at(-1)
  const gaps = points.filter(it => it.reported === 0 && it.expected > 0)
  return [
    ...(last && !isSound(last) && last.reported > 0 ? [partialNote(last, lang)] : []),
    ...(gaps.length > 0
      ? [say(lang, 'chart.note.gaps', { months: gaps.map(it => formatMonth(it.month)).join(', ') })]
      : []),
    ...territoryNotes(scene),
  ]
}

/** Whose figures the months are: a merger changes how many are to report, and may end what can be shown. */
export function territoryNotes({ points, lang, own, cut, widened }: Scene): string[] {
  const month = { own: formatMonth(own) }
  return [
    ...(cut ? [say(lang, 'chart.note.cut', month)] : []),
    ...(points.some(it => it.month < own && it.expected > 0) ? [say(lang, 'chart.note.lineage', month)] : []),
    ...expectedNotes(points, lang),
    ...widened.map(it =>
      say(lang, it.gone ? 'chart.note.narrowed' : 'chart.note.widened', {
        month: formatMonth(it.month),
        count: formatNumber(it.count),
      }),
    ),
  ]
}

/** What open marks mean, where there are any. */
export const openNotes = (
  { points, lang }: Scene,
  key: 'chart.note.open' | 'chart.note.openBars',
): string[] => (points.some(it => it.reported > 0 && !isComplete(it)) ? [say(lang, key)] : [])

function partialNote({ month, reported, expected }: Point, lang: Lang): string {
  const params = {
    month: formatMonth(month),
    reported: formatNumber(reported),
    expected: formatNumber(expected),
  }
  return say(lang, 'chart.note.partial', params)
}

function expectedNotes(points: readonly Point[], lang: Lang): string[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1]
    if (!before || before.expected === 0 || before.expected === point.expected || point.expected === 0)
      return []
    const params = {
      month: formatMonth(point.month),
      now: formatNumber(point.expected),
      before: formatNumber(before.expected),
    }
    return [say(lang, 'chart.note.expected', params)]
  })
}

export const numberOr = (value: number | null): string => (value === null ? '–' : formatNumber(value))
export const percentOr = (share: number | null): string => (share === null ? '–' : percentText(share))

const percent = new Intl.NumberFormat('vi-VN', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})

/** Always with one decimal, so that shares stand under each other: '15,0%'. */
export const percentText = (share: number): string => percent.format(share)
export const figureText = (point: Point | undefined, code: string): string => numberOr(figureAt(point, code))

/** '94/96', or '–' in a month in which nobody was to report. */
export const reportedText = ({ reported, expected }: Point, lang: Lang): string =>
  expected === 0
    ? '–'
    : say(lang, 'chart.of', { part: formatNumber(reported), whole: formatNumber(expected) })

/** Parts of a text alternative as one sentence. */
export const sentence = (parts: readonly string[]): string =>
  `${parts
    .filter(Boolean)
    .map(it => it.replace(/\.$/, ''))
    .join('; ')}.`
