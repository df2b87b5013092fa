import { scaleLinear } from 'd3-scale'
import { stack, stackOffsetDiverging } from 'd3-shape'
import { schoolYearOf } from '../calendar/month.rules.ts'
import { textAt } from '../consolidation/svg.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { flowFinding, flowTable, flowYear } from './flow-finding.rules.ts'
import {
  type Across,
  acrossOf,
  BAND_LINE,
  type Box,
  bandParts,
  FOOT,
  LAYOUTS,
  type Layout,
  monthParts,
  tickParts,
} from './frame.rules.ts'
import { linesIn } from './label.rules.ts'
import { areaAt, definitionsOf, inlineSvg, type Paint, TONES } from './mark.rules.ts'
import { openNotes, type Scene } from './note.rules.ts'
import { drawingId, type Picture } from './picture.rules.ts'
import { figureAt, isComplete, type Point } from './series.rules.ts'
import { CODES } from './span.rules.ts'
import { openParts } from './stack.rules.ts'

/**
 * Movements of each month on one scale: who came back to study, and where, and who moved out, above the line; who is new
 * or moved in below it. Unlike stocks they may be added, so that each school year bears its sums.
 */
export function flowPicture(scene: Scene): Picture | null {
  const { points, lang } = scene
  if (points.every(it => it.reported === 0)) return null
  const { heading, desc, notes } = flowFinding(scene)
  return {
    id: 'flow',
    heading,
    subject: say(lang, 'chart.flow.subject'),
    svgs: LAYOUTS.map(layout => drawFlow(scene, layout, desc)),
    notes: [
      ...notes,
      say(lang, 'chart.flow.bandNote'),
      say(lang, 'chart.flow.added'),
      ...openNotes(scene, 'chart.note.openBars'),
    ],
    table: flowTable(scene),
  }
}

const UP = [...CODES.back, ...CODES.away]
const DOWN = CODES.up
export const FLOWS = [...UP, ...DOWN]
type Flow = (typeof FLOWS)[number]

const paints: Record<Flow, Paint> = {
  flow_to_thpt: { ground: 'navy' },
  flow_to_gdtx: { ground: 'blue' },
  flow_to_voc: { ground: 'paper', pattern: 'hatch', ink: 'navy' },
  flow_out: { ground: 'grey' },
  flow_new: { ground: 'orange' },
  flow_in: { ground: 'paper', pattern: 'dots', ink: 'orange' },
}

const ROOM = { wide: { left: 60, right: 200, plot: 300 }, narrow: { left: 44, right: 8, plot: 240 } }
const KEY_LINE = 20
const MARKS = 14

function drawFlow({ points, lang }: Scene, layout: Layout, desc: string): string {
  const room = ROOM[layout.kind]
  const isWide = layout.kind === 'wide'
  const top = 34 + BAND_LINE + (isWide ? 0 : (FLOWS.length + 2) * KEY_LINE + 6)
  const box = { left: room.left, right: layout.width - room.right, top, bottom: top + room.plot }
  const months = points.map(it => it.month)
  const across = acrossOf(months, box)
  const id = drawingId('flow', layout)
  const scale = scaleOf(points, box)
  return inlineSvg(
    {
      id,
      width: layout.width,
      height: box.bottom + MARKS + FOOT,
      title: say(lang, 'chart.flow.name'),
      desc,
      defs: definitionsOf(Object.values(paints), id),
    },
    [
      ...bandParts(across, layout, {
        name: year => say(lang, 'chart.schoolYear', { year }),
        below: year => yearTexts(points, year, lang),
      }),
      ...tickParts(scale.ticks, {
        scale: scale.y,
        box,
        small: layout.small,
        text: it => formatNumber(Math.abs(it)),
      }),
      ...columnParts(points, { across, id, y: scale.y }),
      zeroLine(box, scale.y(0)),
      ...openParts(
        points.map(it => ({ month: it.month, open: it.reported > 0 && !isComplete(it) })),
        across,
      ),
      ...monthParts(acrossOf(months, { ...box, bottom: box.bottom + MARKS }), layout),
      ...keyParts({ layout, lang, id, box, zero: scale.y(0) }),
    ],
    layout.kind,
  )
}

const zeroLine = ({ left, right }: Box, y: number): string =>
  `<line x1="${left}" y1="${y.toFixed(1)}" x2="${right}" y2="${y.toFixed(1)}" stroke="${TONES.navy}" stroke-width="1.2"/>`

function scaleOf(points: readonly Point[], { top, bottom }: Box) {
  const highest = Math.max(1, ...points.map(it => knownSum(it, UP)))
  const lowest = Math.min(0, ...points.map(it => -knownSum(it, DOWN)))
  const scale = scaleLinear().domain([lowest, highest]).nice(5).range([bottom, top])
  return { y: (value: number) => scale(value), ticks: scale.ticks(5).filter(it => Number.isInteger(it)) }
}

/** Of what is known: an empty box adds nothing to the column. */
const knownSum = (point: Point, codes: readonly Flow[]): number =>
  codes.reduce((sum, code) => sum + (figureAt(point, code) ?? 0), 0)

type Draw = { across: Across; id: string; y: (value: number) => number }

function columnParts(points: readonly Point[], { across, id, y }: Draw): string[] {
  const { slot, centre } = across
  const width = Math.max(2, slot * 0.72)
  const rows = points.filter(it => FLOWS.some(code => figureAt(it, code) !== null))
  const layers = stack<Point, Flow>()
    .keys(FLOWS)
    .value((it, code) => (figureAt(it, code) ?? 0) * (isDown(code) ? -1 : 1))
    .offset(stackOffsetDiverging)(rows)
  return layers.flatMap(layer =>
    layer.map(({ 0: low, 1: high, data }) =>
      areaAt({
        x: centre(data.month) - width / 2,
        width,
        y: y(Math.max(low, high)),
        height: Math.abs(y(low) - y(high)),
        paint: paints[layer.key],
        id,
      }),
    ),
  )
}

const isDown = (code: Flow): boolean => (DOWN as readonly Flow[]).includes(code)

function yearTexts(points: readonly Point[], year: string, lang: Lang): string[] {
  const its = points.filter(it => schoolYearOf(it.month) === year && it.reported > 0)
  if (its.length === 0) return []
  const { back, isNew } = flowYear(its)
  const params = {
    back: back === null ? '–' : formatNumber(back),
    new: isNew === null ? '–' : formatNumber(isNew),
  }
  return [say(lang, 'chart.flow.year', params), say(lang, 'chart.flow.yearShort', params)]
}

type Key = { layout: Layout; lang: Lang; id: string; box: Box; zero: number }
type Line = { text: string; paint: Paint | null }

/** What the tones stand for, level with the half of the picture that they are in, or above it on phones. */
function keyParts({ layout, lang, id, box, zero }: Key): string[] {
  const linesOf = (head: 'out' | 'in', codes: readonly Flow[]): Line[] => [
    { text: say(lang, `chart.flow.${head}`), paint: null },
    ...codes.map(code => ({ text: say(lang, `chart.flow.${code}`), paint: paints[code] })),
  ]
  // The stack's outermost layer stands on top of the list above the line, and at its end below.
  const [above, below] = [linesOf('out', [...UP].reverse()), linesOf('in', DOWN)]
  if (layout.kind === 'narrow') return drawKey([...above, ...below], { x: 1, y: 0, id, layout })
  const x = box.right + 24
  const height = above.length * KEY_LINE
  return [
    ...drawKey(above, { x, y: Math.max(box.top - 8, (box.top + zero) / 2 - height / 2), id, layout }),
    ...drawKey(below, { x, y: Math.max(zero + 6, (zero + box.bottom) / 2 - 30), id, layout }),
  ]
}

function drawKey(
  lines: readonly Line[],
  { x, y, id, layout }: { x: number; y: number; id: string; layout: Layout },
): string[] {
  return lines.flatMap(({ text, paint }, at) => {
    const top = y + at * KEY_LINE
    const place = { y: top + 15, size: layout.size }
    if (!paint) return [textAt(text, { ...place, x, bold: true })]
    return [
      areaAt({ x, y: top + 3, width: 14, height: 14, paint, id }),
      textAt(linesIn(text, 170, layout.size).join(' '), { ...place, x: x + 22 }),
    ]
  })
}
