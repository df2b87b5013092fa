import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import { emptyText, legend } from './book-chart.rules.ts'
import { DARK, dotAt, LIGHT, type Picture, pathAt, ruleAt, svgOf, textAt } from './svg.rules.ts'

/** A month's sums on the picture; null where nobody reported, or the sum is masked. */
export type TrendMonth = {
  month: Month
  neither: number | null
  unknown: number | null
  reported: number
  expected: number
}

/**
 * A year's picture: two lines over the months. A month without figures leaves a gap, since joining its neighbours would
 * say something nobody reported; how many reported stands under each month.
 */
export function yearPicture(year: string, months: readonly TrendMonth[]): Picture {
  const title = say('vi', 'sheet.chart.yearTitle', { year })
  const values = months.flatMap(it => [it.neither, it.unknown]).filter(it => it !== null)
  const parts = [
    textAt(title, { x: WIDTH / 2, y: 30, size: 20, bold: true, anchor: 'middle' }),
    ...legend(),
    ...(values.length === 0 ? [emptyText()] : drawTrend(months, Math.max(1, ...values))),
  ]
  const lines = months.map(it => `${formatMonth(it.month)}: ${pairOf(it)}`).join('; ')
  return {
    svg: svgOf(WIDTH, HEIGHT, parts),
    width: WIDTH,
    height: HEIGHT,
    alt: say('vi', 'sheet.chart.alt', { title, lines }),
  }
}

const WIDTH = 940
const HEIGHT = 520
const BOX = { left: 70, right: WIDTH - 40, top: 96, bottom: HEIGHT - 70 }

function drawTrend(months: readonly TrendMonth[], highest: number): string[] {
  const across = scalePoint<Month>()
    .domain(months.map(it => it.month))
    .range([BOX.left, BOX.right])
    .padding(0.5)
  const up = scaleLinear().domain([0, highest]).nice().range([BOX.bottom, BOX.top])
  const xOf = ({ month }: TrendMonth) => across(month) ?? BOX.left
  const whole = up.ticks(6).filter(it => Number.isInteger(it))
  const grid = whole.flatMap(it => [
    ruleAt(BOX.left, up(it), BOX.right, up(it)),
    textAt(formatNumber(it), { x: BOX.left - 8, y: up(it) + 5, size: 13, anchor: 'end' }),
  ])
  const feet = months.flatMap(it => [
    textAt(formatMonth(it.month), { x: xOf(it), y: BOX.bottom + 24, size: 14, anchor: 'middle' }),
    textAt(countedOf(it), { x: xOf(it), y: BOX.bottom + 44, size: 11, anchor: 'middle' }),
  ])
  const draw = (of: 'neither' | 'unknown', colour: string) => {
    const path = line<TrendMonth>()
      .defined(it => it[of] !== null)
      .x(xOf)
      .y(it => up(it[of] ?? 0))
    const dots = months.flatMap(it => {
      const value = it[of]
      if (value === null) return []
      const label = { x: xOf(it), y: up(value) - 10, size: 13, anchor: 'middle' as const }
      return [dotAt(xOf(it), up(value), colour), textAt(formatNumber(value), label)]
    })
    return [pathAt(path(months) ?? '', colour, of === 'unknown'), ...dots]
  }
  return [...grid, ...feet, ...draw('unknown', LIGHT), ...draw('neither', DARK)]
}

const countedOf = ({ reported, expected }: TrendMonth): string =>
  say('vi', 'sheet.chart.counted', { reported: formatNumber(reported), expected: formatNumber(expected) })

const pairOf = ({ neither, unknown }: TrendMonth): string => {
  const text = (value: number | null) => (value === null ? '–' : formatNumber(value))
  return say('vi', 'sheet.chart.value', { neither: text(neither), unknown: text(unknown) })
}
