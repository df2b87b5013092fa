import { scaleBand, scaleLinear } from 'd3-scale'
import { type Month, schoolYearOf } from '../calendar/month.rules.ts'
import { ruleAt, textAt } from '../consolidation/svg.rules.ts'
import { formatNumber, formatPercent } from '../words/vietnamese.ts'
import { fitting, widthOf } from './label.rules.ts'
import { TONES } from './mark.rules.ts'
import { groupBy } from './series.rules.ts'

/** The room a picture has: one drawing for screens and paper, another for phones. CSS shows one of them. */
export type Layout = { kind: 'wide' | 'narrow'; width: number; size: number; small: number }

export const LAYOUTS: readonly Layout[] = [
  { kind: 'wide', width: 960, size: 15, small: 14 },
  { kind: 'narrow', width: 328, size: 13, small: 12 },
]

export type Box = { left: number; right: number; top: number; bottom: number }

/** Months across, one slot each. */
export type Across = { box: Box; slot: number; centre: (month: Month) => number; months: readonly Month[] }

export function acrossOf(months: readonly Month[], box: Box): Across {
  const scale = scaleBand<Month>().domain(months).range([box.left, box.right])
  const slot = scale.bandwidth()
  return { box, slot, months, centre: month => (scale(month) ?? box.left) + slot / 2 }
}

/** A school year's months on the picture. */
export type Band = { year: string; months: Month[]; left: number; right: number }

export const bandsOf = ({ months, centre, slot }: Across): Band[] =>
  [...groupBy(months, schoolYearOf)].map(([year, its]) => ({
    year,
    months: its,
    left: centre(its[0] ?? ('' as Month)) - slot / 2,
    right: centre(its.at(-1) ?? ('' as Month)) + slot / 2,
  }))

/** Above each school year its name, as long as there is room, and below it what the picture has to say about it. */
export const BAND_LINE = 20

/**
 * School years as shaded bands, every other one, under their names. `below` gives each a second line in several
 * lengths, longest first.
 */
export function bandParts(
  across: Across,
  layout: Layout,
  { name, below }: { name: (year: string) => string; below?: (year: string) => string[] },
): string[] {
  const { box } = across
  const head = BAND_LINE * (below ? 2 : 1) + 6
  return bandsOf(across).flatMap(({ year, left, right }, index) => {
    const [width, top] = [right - left, box.top - head]
    const label = { x: left + 5, size: layout.small, fill: TONES.quiet }
    const names = fitting([name(year), year, shortYear(year)], width - 8, layout.small)
    const more = fitting(below?.(year) ?? [], width - 8, layout.small)
    return [
      index % 2 === 0
        ? `<rect x="${left.toFixed(1)}" y="${top}" width="${width.toFixed(1)}" height="${box.bottom - top}" fill="${TONES.wash}"/>`
        : '',
      names && textAt(names, { ...label, y: top + 15 }),
      more && textAt(more, { ...label, y: top + 15 + BAND_LINE, bold: true }),
    ]
  })
}

/** '2025-2026' → '25-26' */
const shortYear = (year: string): string => year.replace(/\d\d(\d\d)/g, '$1')

/** Months under the picture, as many as there is room for, and the calendar year under the first of each shown. */
export function monthParts({ box, months, centre, slot }: Across, { small }: Layout): string[] {
  const step = [1, 2, 3, 4, 6, 12].find(it => it * slot >= widthOf('00', small) + 5) ?? 12
  // The month asked about is named in any case; the others are counted back from it.
  const shown = months.filter((_, at) => (months.length - 1 - at) % step === 0)
  let lastYear = ''
  let free = 0
  return shown.flatMap(month => {
    const [year, x] = [month.slice(0, 4), centre(month)]
    const label = textAt(month.slice(5), { x, y: box.bottom + 18, size: small, anchor: 'middle' })
    const half = widthOf(year, small) / 2
    if (year === lastYear || x - half < free) return [label]
    lastYear = year
    free = x + half + 6
    return [label, textAt(year, { x, y: box.bottom + 35, size: small, anchor: 'middle', bold: true })]
  })
}

/** What stands under the box: months and years. */
export const FOOT = 42

export type Up = { y: (value: number) => number; parts: string[] }

/** Counts from 0 up, few lines, whole numbers only. */
export function countsUp(highest: number, box: Box, { small }: Layout): Up {
  const scale = scaleLinear()
    .domain([0, Math.max(1, highest)])
    .nice(4)
    .range([box.bottom, box.top])
  const ticks = scale.ticks(4).filter(it => Number.isInteger(it))
  return { y: value => scale(value), parts: tickParts(ticks, { scale, box, small, text: formatNumber }) }
}

/** 0 to 100 %. */
export function sharesUp(box: Box, { small }: Layout): Up {
  const scale = scaleLinear().domain([0, 1]).range([box.bottom, box.top])
  const text = formatPercent
  return { y: value => scale(value), parts: tickParts([0, 0.25, 0.5, 0.75, 1], { scale, box, small, text }) }
}

type Ticks = {
  scale: (value: number) => number
  box: Box
  small: number
  text: (value: number) => string
}

export const tickParts = (ticks: readonly number[], { scale, box, small, text }: Ticks): string[] =>
  ticks.flatMap(it => [
    ruleAt(box.left, scale(it), box.right, scale(it)),
    textAt(text(it), {
      x: box.left - 6,
      y: scale(it) + small * 0.35,
      size: small,
      anchor: 'end',
      fill: TONES.quiet,
    }),
  ])
