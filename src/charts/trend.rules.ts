import { line } from 'd3-shape'
import { schoolYearOf } from '../calendar/month.rules.ts'
import { textAt } from '../consolidation/svg.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import {
  type Across,
  acrossOf,
  bandParts,
  countsUp,
  FOOT,
  LAYOUTS,
  type Layout,
  monthParts,
  type Up,
} from './frame.rules.ts'
import { linesIn, spread, widthOf } from './label.rules.ts'
import { inlineSvg, markAt, type Shape, strokeAt, TONES, type Tone } from './mark.rules.ts'
import { openNotes, type Scene } from './note.rules.ts'
import { drawingId, type Picture } from './picture.rules.ts'
import {
  comparedMonths,
  figureAt,
  isComplete,
  isSound,
  type Point,
  peakOf,
  type Widening,
} from './series.rules.ts'
import { trendFinding, trendTable } from './trend-finding.rules.ts'

/**
 * Pupils in neither school nor training by month, always with those nobody could tell about. Months of one school year
 * are joined; the next one counts other graduation years, so that a line across September would say what is not so.
 */
export function trendPicture(scene: Scene): Picture {
  const { lang } = scene
  const { heading, desc, notes } = trendFinding(scene)
  return {
    id: 'trend',
    heading,
    subject: say(lang, 'chart.trend.subject'),
    svgs: LAYOUTS.map(layout => drawTrend(scene, layout, desc)),
    notes: [...notes, ...openNotes(scene, 'chart.note.open'), say(lang, 'chart.note.season')],
    table: trendTable(scene),
  }
}

type Series = { code: 'neither' | 'unknown'; shape: Shape; tone: Tone }
const SERIES: readonly Series[] = [
  { code: 'neither', shape: 'circle', tone: 'navy' },
  { code: 'unknown', shape: 'square', tone: 'orange' },
]

const ROOM = { wide: { left: 60, right: 210, plot: 300 }, narrow: { left: 44, right: 8, plot: 220 } }

function drawTrend({ points, lang, widened }: Scene, layout: Layout, desc: string): string {
  const room = ROOM[layout.kind]
  const top = layout.kind === 'wide' ? 34 : 34 + SERIES.length * KEY_LINE + 4
  const box = { left: room.left, right: layout.width - room.right, top, bottom: top + room.plot }
  const across = acrossOf(
    points.map(it => it.month),
    box,
  )
  const highest = Math.max(1, ...points.flatMap(it => SERIES.map(({ code }) => figureAt(it, code) ?? 0)))
  // Room for the figure over the highest point.
  const up = countsUp(highest * 1.06, box, layout)
  const plot = { points, across, up, layout, lang, widened }
  return inlineSvg(
    {
      id: drawingId('trend', layout),
      width: layout.width,
      height: box.bottom + FOOT,
      title: say(lang, 'chart.trend.name'),
      desc,
    },
    [
      ...bandParts(across, layout, { name: year => say(lang, 'chart.schoolYear', { year }) }),
      ...up.parts,
      ...monthParts(across, layout),
      ...[...SERIES].reverse().flatMap(it => lineParts(plot, it)),
      ...valueParts(plot),
      ...(layout.kind === 'wide' ? endParts(plot) : keyParts(plot)),
    ],
    layout.kind,
  )
}

type Plot = Pick<Scene, 'lang' | 'points' | 'widened'> & { across: Across; up: Up; layout: Layout }

const yAt = ({ up }: Plot, point: Point | undefined, code: string): number => up.y(figureAt(point, code) ?? 0)

function lineParts(plot: Plot, { code, shape, tone }: Series): string[] {
  const { points, across } = plot
  const path = line<Point>()
    .x(it => across.centre(it.month))
    .y(it => yAt(plot, it, code))
  const marks = points
    .filter(it => figureAt(it, code) !== null)
    .map(it => {
      const [x, y] = [across.centre(it.month), yAt(plot, it, code)]
      return markAt({ x, y, shape, tone, open: !isComplete(it), size: across.slot < 16 ? 2.5 : 4 })
    })
  const strokes = runsOf(points, code, plot.widened).map(({ run, dashed }) =>
    strokeAt(path(run) ?? '', { tone, ...(dashed ? { dash: '5 4' } : {}) }),
  )
  return [...strokes, ...marks]
}

/**
 * Neighbouring months as runs that are drawn in one stroke: a month without a figure ends one, and so does a school
 * year; what leads to or from a month with too few reports is dashed.
 */
export function runsOf(
  points: readonly Point[],
  code: string,
  widened: readonly Widening[] = [],
): { run: Point[]; dashed: boolean }[] {
  const runs: { run: Point[]; dashed: boolean }[] = []
  for (const [at, point] of points.entries()) {
    const before = points[at - 1]
    if (!before || figureAt(point, code) === null || figureAt(before, code) === null) continue
    if (schoolYearOf(before.month) !== schoolYearOf(point.month)) continue
    if (widened.some(it => it.month === point.month)) continue
    const dashed = !isSound(before) || !isSound(point)
    const last = runs.at(-1)
    if (last && last.dashed === dashed && last.run.at(-1) === before) last.run.push(point)
    else runs.push({ run: [before, point], dashed })
  }
  return runs
}

/**
 * The figures that are spoken of: what is compared, the highest, and the latest; in this order, each as long as there is
 * room. All of them stand in the table.
 */
function valueParts(plot: Plot): string[] {
  const { points, widened } = plot
  const taken: (Label & { tone: Tone })[] = []
  for (const { code, tone } of SERIES) {
    const { from, to } = comparedMonths(points, code, widened)
    const peak = code === 'neither' ? peakOf(points, code, widened) : null
    for (const point of [to, from, peak, points.at(-1) ?? null]) {
      const label = point && labelOf(plot, point, code)
      if (label && !taken.some(it => areOver(it, label))) taken.push({ ...label, tone })
    }
  }
  return taken.map(({ text, x, y, size, tone }) =>
    textAt(text, { x, y, size, bold: true, anchor: 'middle', fill: TONES[tone] }),
  )
}

type Label = { text: string; x: number; y: number; half: number; size: number }

const areOver = (a: Label, b: Label): boolean =>
  Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < a.size

/** A figure beside its point, clear of the points next to it and within the picture. */
function labelOf(plot: Plot, point: Point, code: string): Label | null {
  const { points, across, layout } = plot
  const value = figureAt(point, code)
  if (value === null) return null
  const text = formatNumber(value)
  const half = widthOf(text, layout.small, true) / 2 + 3
  const x = Math.max(across.box.left + half, Math.min(across.centre(point.month), layout.width - half))
  const near = points
    .filter(it => figureAt(it, code) !== null && Math.abs(across.centre(it.month) - x) < half)
    .map(it => yAt(plot, it, code))
  const under = Math.max(...near) + layout.small + 6
  const isUnder = comesDown(plot, point, code) && under < across.box.bottom - 2
  const y = isUnder ? under : Math.min(...near) - 9
  return { text, x, y, half, size: layout.small }
}

/** Whether the line comes down to the point so steeply that it would run through a figure over it. */
function comesDown(plot: Plot, point: Point, code: string): boolean {
  const { points } = plot
  const before = points[points.indexOf(point) - 1]
  if (!before || figureAt(before, code) === null) return false
  return yAt(plot, point, code) - yAt(plot, before, code) > STEEP
}

const STEEP = 12
const LINE = 18

/** Each line's name at its end, where there is room beside it. */
function endParts(plot: Plot): string[] {
  const { points, across, layout, lang } = plot
  const width = ROOM.wide.right - 40
  const labels = SERIES.map(series => {
    const { code } = series
    const last = points.findLast(it => figureAt(it, code) !== null)
    const lines = linesIn(say(lang, `chart.${code}`), width / 1.07, layout.size)
    return { ...series, lines, y: yAt(plot, last, code), height: lines.length * LINE + 4 }
  })
  const places = spread(labels, { top: across.box.top, bottom: across.box.bottom + 10 })
  return labels.flatMap(({ lines, tone, shape, height }, index) => {
    const start = (places[index] ?? 0) - height / 2
    const x = across.box.right + 38
    return [
      markAt({ x: x - 11, y: start + 12, shape, tone }),
      ...lines.map((it, at) =>
        textAt(it, { x, y: start + 16 + at * LINE, size: layout.size, bold: true, fill: TONES[tone] }),
      ),
    ]
  })
}

const KEY_LINE = 20

function keyParts({ layout, lang }: Plot): string[] {
  return SERIES.flatMap(({ code, shape, tone }, at) => [
    markAt({ x: 8, y: 9 + at * KEY_LINE, shape, tone }),
    textAt(say(lang, `chart.${code}`), {
      x: 20,
      y: 14 + at * KEY_LINE,
      size: layout.size,
      bold: true,
      fill: TONES[tone],
    }),
  ])
}
