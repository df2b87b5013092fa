import { addMonths } from '../calendar/month.rules.ts'
import { at, ruleAt, textAt } from '../consolidation/svg.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { LAYOUTS, type Layout } from './frame.rules.ts'
import { cutTo, widthOf } from './label.rules.ts'
import { areaAt, definitionsOf, inlineSvg, markAt, type Paint, TONES } from './mark.rules.ts'
import { figureText, percentOr, percentText, sentence } from './note.rules.ts'
import { drawingId, type Picture, type ShownTable, shownTable } from './picture.rules.ts'
import { type Ranked, type Ranking, reachOf, shownOf } from './ranking.rules.ts'

/** The ranking as bars; name, bar, this year and last year in columns of their own, so that nothing stands over anything. */
export function rankingPicture(ranking: Ranking, lang: Lang): Picture | null {
  if (ranking.ranked.length === 0) return null
  const month = formatMonth(ranking.month)
  const heading = headingOf(ranking, lang)
  const all = ranking.all === null ? '' : say(lang, 'chart.rank.all', { share: percentText(ranking.all) })
  const notes = notesOf(ranking, lang)
  return {
    id: 'rank',
    heading,
    subject: say(lang, 'chart.rank.subject', { month, count: formatNumber(ranking.ranked.length) }),
    svgs: LAYOUTS.map(layout =>
      drawRanking(ranking, { layout, lang, desc: sentence([heading, all, ...notes]) }),
    ),
    notes,
    table: tableOf(ranking, lang),
  }
}

function headingOf({ month, ranked }: Ranking, lang: Lang): string {
  const [first, last] = [ranked[0], ranked.at(-1)]
  const params = {
    month: formatMonth(month),
    name: first?.name ?? '',
    share: percentOr(first?.share ?? null),
    low: last?.name ?? '',
    lowShare: percentOr(last?.share ?? null),
  }
  return say(lang, ranked.length === 1 ? 'chart.rank.one' : 'chart.rank.heading', params)
}

function notesOf({ absent, hidden }: Ranking, lang: Lang): string[] {
  return [
    ...(absent.length > 0 ? [say(lang, 'chart.rank.missing', { count: formatNumber(absent.length) })] : []),
    ...(hidden.length > 0 ? [say(lang, 'chart.rank.masked', { count: formatNumber(hidden.length) })] : []),
  ]
}

const NEITHER: Paint = { ground: 'navy' }
const UNKNOWN: Paint = { ground: 'paper', pattern: 'hatch', ink: 'orange' }
const HEAD = 26

/** On phones the name stands above its bar. */
const ROOM = {
  wide: { left: 236, right: 150, step: 25, bar: 15, above: 0, name: 222 },
  narrow: { left: 2, right: 112, step: 40, bar: 12, above: 19, name: 320 },
}

type Draw = { layout: Layout; lang: Lang; desc: string }
type Sheet = {
  layout: Layout
  lang: Lang
  id: string
  left: number
  right: number
  x: (share: number) => number
  bottom: number
  /** The share of all places together. */
  all: number | null
}

function drawRanking(ranking: Ranking, { layout, lang, desc }: Draw): string {
  const room = ROOM[layout.kind]
  const { top, between, bottom } = shownOf(ranking)
  const count = top.length + bottom.length + (between > 0 ? 1 : 0)
  const [left, right] = [room.left, layout.width - room.right]
  const { x, ticks } = reachOf(ranking, [left, right])
  const sheet: Sheet = {
    layout,
    lang,
    id: drawingId('rank', layout),
    left,
    right,
    x,
    bottom: HEAD + count * room.step,
    all: ranking.all,
  }
  const after = top.length + (between > 0 ? 1 : 0)
  return inlineSvg(
    {
      id: sheet.id,
      width: layout.width,
      height: sheet.bottom + 26,
      title: say(lang, 'chart.rank.name'),
      desc,
      defs: definitionsOf([NEITHER, UNKNOWN], sheet.id),
    },
    [
      ...gridParts(ticks, sheet),
      ...headParts(ranking, sheet),
      ...top.flatMap((it, row) => placeParts(it, row, sheet)),
      between > 0 ? betweenText(between, top.length, sheet) : '',
      ...bottom.flatMap((it, row) => placeParts(it, after + row, sheet)),
      ...averageParts(sheet),
    ],
    layout.kind,
  )
}

const gridParts = (ticks: readonly number[], { layout, x, bottom }: Sheet): string[] =>
  ticks.flatMap((it, index) => [
    ruleAt(x(it), HEAD, x(it), bottom),
    textAt(formatPercent(it), {
      x: x(it),
      y: bottom + 18,
      size: layout.small,
      anchor: index === 0 && layout.kind === 'narrow' ? 'start' : 'middle',
      fill: TONES.quiet,
    }),
  ])

const columnsAt = ({ layout }: Sheet): readonly [number, number] => [
  layout.width - (layout.kind === 'wide' ? 72 : 56),
  layout.width - 2,
]

function headParts({ month }: Ranking, sheet: Sheet): string[] {
  const [now, before] = columnsAt(sheet)
  const place = { y: 16, size: sheet.layout.small, anchor: 'end' as const }
  return [
    textAt(formatMonth(month), { ...place, x: now, bold: true }),
    textAt(formatMonth(addMonths(month, -12)), { ...place, x: before, fill: TONES.quiet }),
  ]
}

function placeParts(place: Ranked, row: number, sheet: Sheet): string[] {
  const { layout, x, id, left, all } = sheet
  const room = ROOM[layout.kind]
  const top = HEAD + row * room.step + room.above + 4
  const middle = top + room.bar / 2
  const [now, before] = columnsAt(sheet)
  const [neither, whole] = [x(place.neither), x(place.share)]
  const name = cutTo(place.name, room.name, layout.size)
  const text = { y: middle + layout.size * 0.35, size: layout.size, anchor: 'end' as const }
  return [
    layout.kind === 'wide'
      ? textAt(name, { ...text, x: left - 8 })
      : textAt(name, { x: left, y: top - 5, size: layout.size }),
    areaAt({ x: left, y: top, width: neither - left, height: room.bar, paint: NEITHER, id }),
    areaAt({ x: neither, y: top, width: whole - neither, height: room.bar, paint: UNKNOWN, id }),
    layout.kind === 'narrow' && all !== null ? averageLine(x(all), top - 2, top + room.bar + 2) : '',
    place.before === null
      ? ''
      : markAt({ x: x(place.before), y: middle, shape: 'diamond', tone: 'orange', open: true, size: 4.5 }),
    textAt(percentText(place.share), { ...text, x: now, bold: true }),
    textAt(percentOr(place.before), { ...text, x: before, fill: TONES.quiet }),
  ]
}

function betweenText(count: number, row: number, { layout, lang, left }: Sheet): string {
  const { step } = ROOM[layout.kind]
  const text = say(lang, 'chart.rank.between', { count: formatNumber(count) })
  return textAt(text, {
    x: left,
    y: HEAD + (row + 0.5) * step + 5,
    size: layout.small,
    fill: TONES.quiet,
  })
}

/** The share of all together, as a line down through the bars; on phones each row draws its own piece. */
function averageParts({ all, layout, lang, x, bottom, right }: Sheet): string[] {
  if (all === null) return []
  const text = say(lang, 'chart.rank.average', { share: percentText(all) })
  const half = widthOf(text, layout.small) / 2
  const middle = Math.max(half, Math.min(x(all), right - half + 8))
  const place = { x: middle, y: 16, size: layout.small, anchor: 'middle' as const, fill: TONES.quiet }
  return [layout.kind === 'wide' ? averageLine(x(all), HEAD - 4, bottom) : '', textAt(text, place)]
}

const averageLine = (x: number, from: number, to: number): string =>
  `<line x1="${at(x)}" y1="${at(from)}" x2="${at(x)}" y2="${at(to)}" stroke="${TONES.quiet}" stroke-width="1.5" stroke-dasharray="2 3"/>`

/** All places, the highest first; then those without figures. */
function tableOf({ month, ranked, absent, hidden }: Ranking, lang: Lang): ShownTable {
  const heads = [
    say(lang, 'chart.rank.place'),
    say(lang, 'chart.graduates'),
    say(lang, 'chart.neither'),
    say(lang, 'chart.unknown'),
    formatMonth(month),
    formatMonth(addMonths(month, -12)),
    say(lang, 'chart.reported'),
  ]
  const without = (text: string) => (it: { name: string }) => [it.name, text, text, text, text, text, text]
  const rows = [
    ...ranked.map(({ name, now, share, before }) => [
      name,
      figureText(now, 'graduates'),
      figureText(now, 'neither'),
      figureText(now, 'unknown'),
      percentText(share),
      percentOr(before),
      say(lang, 'chart.of', { part: formatNumber(now.reported), whole: formatNumber(now.expected) }),
    ]),
    ...hidden.map(without('…')),
    ...absent.map(without('–')),
  ]
  return shownTable('rank', say(lang, 'chart.rank.name'), { heads, rows })
}
