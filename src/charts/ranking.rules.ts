import { scaleLinear } from 'd3-scale'
import type { Month } from '../calendar/month.rules.ts'
import { addMonths } from '../calendar/month.rules.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import { figureAt, type PlacePoint, type Point, untracedShare } from './series.rules.ts'

/** Places of one month from the highest share of those untraced down, each with the same month a year before. */

export type RankPlace = { id: number; name: string }

export type Ranked = RankPlace & {
  now: Point
  /** Shares of the graduates, 0 to 1. */
  share: number
  neither: number
  unknown: number
  /** A year before; null when it cannot be known. */
  before: number | null
}

export type Ranking = {
  month: Month
  ranked: Ranked[]
  /** Reported nothing this month, or nobody graduated there. */
  absent: RankPlace[]
  /** Not shown, since the office masks small figures. */
  hidden: RankPlace[]
  /** Over all places together. */
  all: number | null
}

export type RankInput = {
  month: Month
  names: readonly RankPlace[]
  places: readonly PlacePoint[]
  whole: Point | undefined
  /** Whether a place's figures are masked in a month. */
  isHidden: (place: number, month: Month) => boolean
}

export function rankPlaces({ month, names, places, whole, isHidden }: RankInput): Ranking {
  const year = addMonths(month, -12)
  const at = (wanted: Month) => new Map(places.filter(it => it.month === wanted).map(it => [it.place, it]))
  const [now, then] = [at(month), at(year)]
  const ranking: Ranking = { month, ranked: [], absent: [], hidden: [], all: untracedShare(whole) }
  for (const place of names) {
    const point = now.get(place.id)
    const share = untracedShare(point)
    if (!point || share === null) ranking.absent.push(place)
    else if (isHidden(place.id, month)) ranking.hidden.push(place)
    else {
      const graduates = figureAt(point, 'graduates') ?? 1
      ranking.ranked.push({
        ...place,
        now: point,
        share,
        neither: (figureAt(point, 'neither') ?? 0) / graduates,
        unknown: (figureAt(point, 'unknown') ?? 0) / graduates,
        before: isHidden(place.id, year) ? null : untracedShare(then.get(place.id)),
      })
    }
  }
  ranking.ranked.sort((a, b) => b.share - a.share || compareVietnamese(a.name, b.name))
  return ranking
}

/** As many as can be read on one page; of more, the highest and the lowest. */
const ALL_UP_TO = 22
const HIGHEST = 15
const LOWEST = 5

export type Shown = { top: Ranked[]; between: number; bottom: Ranked[] }

export const shownOf = ({ ranked }: Ranking): Shown =>
  ranked.length <= ALL_UP_TO
    ? { top: ranked, between: 0, bottom: [] }
    : {
        top: ranked.slice(0, HIGHEST),
        between: ranked.length - HIGHEST - LOWEST,
        bottom: ranked.slice(-LOWEST),
      }

/** How far shares reach across, from 0; with ticks for 4 or so lines. */
export function reachOf({ ranked }: Ranking, [left, right]: readonly [number, number]) {
  const highest = Math.max(0.01, ...ranked.flatMap(it => [it.share, it.before ?? 0]))
  const scale = scaleLinear().domain([0, highest]).nice(4).range([left, right])
  return { x: (share: number) => scale(share), ticks: scale.ticks(4) }
}
