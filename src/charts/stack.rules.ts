import { stack } from 'd3-shape'
import type { Month } from '../calendar/month.rules.ts'
import { textAt } from '../consolidation/svg.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  type Across,
  acrossOf,
  bandParts,
  FOOT,
  LAYOUTS,
  type Layout,
  monthParts,
  sharesUp,
} from './frame.rules.ts'
import { linesIn, spread } from './label.rules.ts'
import { areaAt, definitionsOf, inlineSvg, markAt, type Paint, TONES } from './mark.rules.ts'
import { drawingId } from './picture.rules.ts'

/** Columns of 100 %, one a month: of what a whole consists. A month without figures has no column. */

export type StackMonth = {
  month: Month
  /** By series, from the bottom up; null when the month has no figures. */
  parts: readonly number[] | null
  /** Not everybody reported. */
  open: boolean
}

export type StackSeries = { name: string; label: string; paint: Paint }

export type Stack = {
  id: string
  title: string
  desc: string
  months: readonly StackMonth[]
  series: readonly StackSeries[]
  lang: Lang
}

export const drawStacks = (it: Stack): string[] => LAYOUTS.map(layout => drawStack(it, layout))

/** Shares of a whole, which come to 1; null when the whole is nothing. */
export function sharesOf(parts: readonly number[] | null): number[] | null {
  const whole = parts?.reduce((sum, it) => sum + it, 0) ?? 0
  return parts === null || whole === 0 ? null : parts.map(it => it / whole)
}

const ROOM = { wide: { left: 60, right: 226, plot: 280 }, narrow: { left: 44, right: 8, plot: 220 } }
const KEY_LINE = 20
/** Between box and months, for the marks of months in which not everybody reported. */
const MARKS = 14

function drawStack(it: Stack, layout: Layout): string {
  const room = ROOM[layout.kind]
  const isWide = layout.kind === 'wide'
  const top = isWide ? 34 : 38 + (it.series.length + 1) * KEY_LINE
  const box = { left: room.left, right: layout.width - room.right, top, bottom: top + room.plot }
  const months = it.months.map(each => each.month)
  const across = acrossOf(months, box)
  const below = acrossOf(months, { ...box, bottom: box.bottom + MARKS })
  const id = drawingId(it.id, layout)
  const paints = it.series.map(each => each.paint)
  return inlineSvg(
    {
      id,
      width: layout.width,
      height: box.bottom + MARKS + FOOT,
      title: it.title,
      desc: it.desc,
      defs: definitionsOf(paints, id),
    },
    [
      ...bandParts(across, layout, { name: year => say(it.lang, 'chart.schoolYear', { year }) }),
      ...sharesUp(box, layout).parts,
      ...columnParts(it, across, id),
      ...openParts(it.months, across),
      ...monthParts(below, layout),
      ...(isWide ? labelParts(it, { across, layout, id }) : keyParts(it, { layout, id })),
    ],
    layout.kind,
  )
}

type Slice = { at: number; from: number; to: number }

/** The stack of one month from the bottom up, as shares from 0 to 1. */
export function slicesOf(parts: readonly number[] | null): Slice[] {
  const shares = sharesOf(parts)
  if (!shares) return []
  const layers = stack<readonly number[], number>()
    .keys(shares.keys())
    .value((row, at) => row[at] ?? 0)([shares])
  return layers.map(layer => ({ at: layer.key, from: layer[0]?.[0] ?? 0, to: layer[0]?.[1] ?? 0 }))
}

function columnParts({ months, series }: Stack, { box, slot, centre }: Across, id: string): string[] {
  const width = Math.max(2, slot * 0.78)
  const height = box.bottom - box.top
  return months.flatMap(({ month, parts }) =>
    slicesOf(parts).map(({ at, from, to }) =>
      areaAt({
        x: centre(month) - width / 2,
        width,
        y: box.bottom - to * height,
        height: (to - from) * height,
        paint: series[at]?.paint ?? { ground: 'grey' },
        id,
      }),
    ),
  )
}

/** The same open mark as in the trend, under the columns of months in which not everybody reported. */
export const openParts = (
  months: readonly { month: Month; open: boolean }[],
  { box, slot, centre }: Across,
): string[] =>
  months
    .filter(it => it.open)
    .map(({ month }) =>
      markAt({
        x: centre(month),
        y: box.bottom + 8,
        shape: 'circle',
        tone: 'quiet',
        open: true,
        size: slot < 16 ? 2.5 : 3.5,
      }),
    )

type Place = { layout: Layout; id: string }

const LINE = 18
const SWATCH = 14

/** Names beside the last column, each level with its slice as far as they have room, with a line to it where not. */
function labelParts({ months, series }: Stack, { across, layout, id }: Place & { across: Across }): string[] {
  const { box, centre, slot } = across
  const last = months.findLast(it => sharesOf(it.parts) !== null)
  if (!last) return []
  const height = box.bottom - box.top
  const labels = slicesOf(last.parts).map(({ at, from, to }) => {
    const { label = '', paint = { ground: 'grey' } } = series[at] ?? {}
    const lines = linesIn(label, ROOM.wide.right - 56, layout.size)
    return { lines, paint, y: box.bottom - ((from + to) / 2) * height, height: lines.length * LINE + 5 }
  })
  const places = spread(labels, { top: box.top + 4, bottom: box.bottom + 24 })
  const edge = centre(last.month) + slot / 2
  const head = textAt(formatMonth(last.month), {
    x: box.right + 26,
    y: box.top - 7,
    size: layout.size,
    bold: true,
  })
  const drawn = labels.flatMap(({ lines, paint, y, height: room }, index) => {
    const [x, middle] = [box.right + 26, places[index] ?? y]
    const start = middle - room / 2
    return [
      `<path d="M${edge.toFixed(1)} ${y.toFixed(1)}L${(x - 6).toFixed(1)} ${middle.toFixed(1)}" fill="none" stroke="${TONES.grey}" stroke-width="1"/>`,
      areaAt({ x, y: middle - SWATCH / 2, width: SWATCH, height: SWATCH, paint, id }),
      ...lines.map((text, at) =>
        textAt(text, { x: x + SWATCH + 8, y: start + 15 + at * LINE, size: layout.size }),
      ),
    ]
  })
  return [head, ...drawn]
}

/** The last slice stands on top of the column, and so does its name. */
function keyParts({ months, series }: Stack, { layout, id }: Place): string[] {
  const last = months.findLast(it => sharesOf(it.parts) !== null)
  const head = last ? formatMonth(last.month) : ''
  const names = [...series].reverse().flatMap(({ label, paint }, index) => {
    const top = (index + 1) * KEY_LINE
    return [
      areaAt({ x: 1, y: top + 3, width: SWATCH, height: SWATCH, paint, id }),
      textAt(label, { x: SWATCH + 9, y: top + 15, size: layout.size }),
    ]
  })
  return [textAt(head, { x: 1, y: 15, size: layout.size, bold: true }), ...names]
}
