import { scaleLinear } from 'd3-scale'
import { say } from '../words/all.ts'
import { compareVietnamese, formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Shield, Where } from './mask.rules.ts'
import { boxAt, DARK, LIGHT, type Picture, ruleAt, shortened, svgOf, textAt } from './svg.rules.ts'
import { type Cells, type ConsolidationTable, isNested } from './table.rules.ts'

/**
 * A month's picture: pupils in neither school nor training by commune, or by office where there are offices below, with
 * those nobody could tell about beside them, since poor tracking would otherwise look like success.
 */
export function monthPicture(table: ConsolidationTable, shield: Shield): Picture {
  const bars = barsOf(table, shield)
  const shown = bars.shown.slice(0, SHOWN)
  const title = say('vi', 'sheet.chart.title', { month: formatMonth(table.month) })
  const notes = notesOf(bars, shown.length)
  const height = TOP + Math.max(1, shown.length) * STEP + 26 + notes.length * 20 + 12
  const parts = [
    textAt(title, { x: WIDTH / 2, y: 30, size: 20, bold: true, anchor: 'middle' }),
    ...legend(),
    ...(shown.length === 0 ? [emptyText()] : drawBars(shown)),
    ...notes.map((it, at) => textAt(it, { x: 16, y: height - 14 - (notes.length - 1 - at) * 20, size: 14 })),
  ]
  const named = [...shown.slice(0, 5).map(it => `${it.name}: ${figureOf(it)}`), ...notes]
  const lines = named.map(it => it.replace(/\.$/, '')).join('; ')
  return {
    svg: svgOf(WIDTH, height, parts),
    width: WIDTH,
    height,
    alt: say('vi', 'sheet.chart.alt', { title, lines }),
  }
}

const WIDTH = 940
/** As many as can be read on one page. */
const SHOWN = 25
const LEFT = 300
const RIGHT = 150
const TOP = 84
const STEP = 23

type Bar = { name: string; neither: number; unknown: number }
type Bars = { shown: Bar[]; hidden: number; missing: number }

/** From the highest down; whose figures are missing (empty is never 0) or masked cannot be drawn and is counted. */
function barsOf(table: ConsolidationTable, shield: Shield): Bars {
  const placeOf = (code: string) => table.columns.findIndex(it => it.code === code && it.cohort === null)
  const [neitherAt, unknownAt] = [placeOf('neither'), placeOf('unknown')]
  const bars: Bars = { shown: [], hidden: 0, missing: 0 }
  for (const { name, cells, where } of placesOf(table)) {
    const [neither, unknown] = [cells[neitherAt] ?? null, cells[unknownAt] ?? null]
    if (neither === null || unknown === null) bars.missing += 1
    else if (shield.text(where, neitherAt) !== null || shield.text(where, unknownAt) !== null)
      bars.hidden += 1
    else bars.shown.push({ name, neither, unknown })
  }
  bars.shown.sort((a, b) => sumOf(b) - sumOf(a) || compareVietnamese(a.name, b.name))
  return bars
}

type Place = { name: string; cells: Cells; where: Where }

const placesOf = (table: ConsolidationTable): Place[] =>
  isNested(table)
    ? table.blocks.map(it => ({ name: it.office.name, cells: it.totals, where: { block: it.office.id } }))
    : table.blocks.flatMap(it =>
        it.rows.map(row => ({ name: row.name, cells: row.values, where: { row: row.unitId } })),
      )

const sumOf = ({ neither, unknown }: Bar): number => neither + unknown

function drawBars(bars: readonly Bar[]): string[] {
  const reach = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(sumOf))])
    .nice()
    .range([0, WIDTH - LEFT - RIGHT])
  const bottom = TOP + bars.length * STEP + 4
  const whole = reach.ticks(6).filter(it => Number.isInteger(it))
  const ticks = whole.flatMap(it => [
    ruleAt(LEFT + reach(it), TOP - 8, LEFT + reach(it), bottom),
    textAt(formatNumber(it), { x: LEFT + reach(it), y: bottom + 14, size: 13, anchor: 'middle' }),
  ])
  const drawn = bars.flatMap((bar, index) => {
    const y = TOP + index * STEP
    const [dark, light] = [reach(bar.neither), reach(sumOf(bar)) - reach(bar.neither)]
    const size = { y, height: STEP - 7 }
    return [
      textAt(shortened(bar.name, 42), { x: LEFT - 8, y: y + 13, anchor: 'end' }),
      ...(dark > 0 ? [boxAt({ ...size, x: LEFT, width: dark, fill: DARK })] : []),
      ...(light > 0 ? [boxAt({ ...size, x: LEFT + dark, width: light, fill: LIGHT })] : []),
      textAt(figureOf(bar), { x: LEFT + dark + light + 6, y: y + 13, size: 14 }),
    ]
  })
  return [...ticks, ...drawn]
}

function figureOf({ neither, unknown }: Bar): string {
  if (unknown === 0) return formatNumber(neither)
  return say('vi', 'sheet.chart.value', { neither: formatNumber(neither), unknown: formatNumber(unknown) })
}

/** What dark and pale stand for. */
export function legend(): string[] {
  const marks = [
    { fill: DARK, x: LEFT, label: say('vi', 'sheet.chart.neither') },
    { fill: LIGHT, x: LEFT + 230, label: say('vi', 'sheet.chart.unknown') },
  ]
  return marks.flatMap(({ fill, x, label }) => [
    boxAt({ x, y: 46, width: 18, height: 14, fill }),
    textAt(label, { x: x + 26, y: 58 }),
  ])
}

export const emptyText = (): string =>
  textAt(say('vi', 'sheet.chart.empty'), { x: WIDTH / 2, y: TOP + 14, anchor: 'middle' })

function notesOf({ shown, hidden, missing }: Bars, drawn: number): string[] {
  const rest = shown.length - drawn
  return [
    ...(rest > 0
      ? [say('vi', 'sheet.chart.more', { shown: formatNumber(drawn), rest: formatNumber(rest) })]
      : []),
    ...(missing > 0 ? [say('vi', 'sheet.chart.missing', { count: formatNumber(missing) })] : []),
    ...(hidden > 0 ? [say('vi', 'sheet.chart.hidden', { count: formatNumber(hidden) })] : []),
  ]
}
