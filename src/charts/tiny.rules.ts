import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Month } from '../calendar/month.rules.ts'
import { ruleAt } from '../consolidation/svg.rules.ts'
import { say } from '../words/all.ts'
import { compareVietnamese, formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { inlineSvg, markAt, strokeAt } from './mark.rules.ts'
import { percentOr } from './note.rules.ts'
import { type ShownTable, shownTable } from './picture.rules.ts'
import type { RankPlace } from './ranking.rules.ts'
import { type PlacePoint, type Point, untracedShare } from './series.rules.ts'

/** Every place's share by month, small and many, on one scale: who stands out is seen without reading. */

export type Share = { month: Month; share: number | null }
export type Tiny = RankPlace & { shares: Share[]; latest: Share | null }

/** By the latest share known, the highest first; those without any figure last, by name. */
export function tiniesOf(
  names: readonly RankPlace[],
  places: readonly PlacePoint[],
  months: readonly Month[],
): Tiny[] {
  const found = new Map(places.map(it => [`${it.place} ${it.month}`, it]))
  return names
    .map(place => {
      const shares = months.map(month => ({ month, share: untracedShare(found.get(`${place.id} ${month}`)) }))
      return { ...place, shares, latest: shares.findLast(it => it.share !== null) ?? null }
    })
    .sort((a, b) => (b.latest?.share ?? -1) - (a.latest?.share ?? -1) || compareVietnamese(a.name, b.name))
}

export type TinyPage = {
  top: number
  tiles: { id: number; name: string; value: string; since: string | null; svg: string }[]
}

/** The small pictures on one scale, from 0 to the highest share of any. */
export function drawTinies(tinies: readonly Tiny[], whole: readonly Point[], lang: Lang): TinyPage {
  const highest = Math.max(0.01, ...tinies.flatMap(it => it.shares.map(({ share }) => share ?? 0)))
  const [, top = highest] = scaleLinear().domain([0, highest]).nice(4).domain()
  const all = whole.map(it => ({ month: it.month, share: untracedShare(it) }))
  return {
    top,
    tiles: tinies.map(it => ({
      id: it.id,
      name: it.name,
      value: percentOr(it.latest?.share ?? null),
      since: staleMonth(it),
      svg: drawTiny(it, { all, top, lang }),
    })),
  }
}

/** Of which month the latest share is, when that is not the last month shown. */
const staleMonth = ({ latest, shares }: Tiny): string | null =>
  latest && latest.month !== shares.at(-1)?.month ? formatMonth(latest.month) : null

const SIZE = { width: 120, height: 48, edge: 5 }

type Scale = { all: readonly Share[]; top: number; lang: Lang }

function drawTiny(tiny: Tiny, { all, top, lang }: Scale): string {
  const { width, height, edge } = SIZE
  const across = scalePoint<Month>()
    .domain(tiny.shares.map(it => it.month))
    .range([edge, width - edge])
  const up = scaleLinear()
    .domain([0, top])
    .range([height - edge, edge])
  const x = ({ month }: Share) => across(month) ?? edge
  const path = line<Share>()
    .defined(it => it.share !== null)
    .x(x)
    .y(it => up(it.share ?? 0))
  const septembers = tiny.shares.filter(it => it.month.endsWith('-09'))
  const { latest } = tiny
  return inlineSvg(
    { id: `tiny-${tiny.id}`, width, height, title: tiny.name, desc: describe(tiny, lang) },
    [
      ruleAt(0, up(0), width, up(0)),
      ...septembers.map(it => ruleAt(x(it), edge, x(it), up(0))),
      strokeAt(path(all) ?? '', { tone: 'grey', width: 1 }),
      strokeAt(path(tiny.shares) ?? '', { tone: 'navy', width: 2 }),
      ...aloneIn(tiny.shares).map(it =>
        markAt({ x: x(it), y: up(it.share ?? 0), shape: 'circle', tone: 'navy', size: 1 }),
      ),
      latest
        ? markAt({ x: x(latest), y: up(latest.share ?? 0), shape: 'circle', tone: 'navy', size: 2.5 })
        : '',
    ],
    'tiny',
  )
}

/** A month between two gaps makes no line, and is a point. */
const aloneIn = (shares: readonly Share[]): Share[] =>
  shares.filter(
    (it, at) =>
      it.share !== null &&
      (shares[at - 1]?.share ?? null) === null &&
      (shares[at + 1]?.share ?? null) === null,
  )

function describe({ name, shares, latest }: Tiny, lang: Lang): string {
  const first = shares.find(it => it.share !== null)
  if (!first || !latest) return say(lang, 'chart.tiny.noFigures', { name })
  const peak = shares.reduce((best, it) => ((it.share ?? -1) > (best.share ?? -1) ? it : best))
  return say(lang, 'chart.tiny.desc', {
    name,
    from: formatMonth(first.month),
    a: percentOr(first.share),
    to: formatMonth(latest.month),
    b: percentOr(latest.share),
    month: formatMonth(peak.month),
    peak: percentOr(peak.share),
  })
}

export function tinyTable(tinies: readonly Tiny[], months: readonly Month[], lang: Lang): ShownTable {
  const heads = [say(lang, 'chart.rank.place'), ...months.map(formatMonth)]
  const rows = tinies.map(({ name, shares }) => [name, ...shares.map(it => percentOr(it.share))])
  return shownTable('tiny', say(lang, 'chart.tiny.caption'), { heads, rows })
}
