import { at, boxAt, escaped } from '../consolidation/svg.rules.ts'

/** What the pictures are made of: tones and patterns that stay apart for every eye and on a black-and-white print. */

export const TONES = {
  navy: '#0b2350',
  blue: '#4a76b8',
  sky: '#b9cdea',
  orange: '#b8560b',
  peach: '#f3c493',
  grey: '#8793a8',
  quiet: '#4b5a76',
  line: '#d5dce8',
  wash: '#f1f4f9',
  paper: '#ffffff',
} as const

export type Tone = keyof typeof TONES

/** How an area is filled: a tone, or a pattern of one tone on another. */
export type Paint = { ground: Tone; pattern?: 'hatch' | 'dots' | 'cross'; ink?: Tone }

/** Enough for the form's situations, in an order in which neighbours differ in depth and in pattern. */
export const PAINTS: readonly Paint[] = [
  { ground: 'navy' },
  { ground: 'sky' },
  { ground: 'blue' },
  { ground: 'paper', pattern: 'hatch', ink: 'navy' },
  { ground: 'peach' },
  { ground: 'paper', pattern: 'dots', ink: 'quiet' },
  { ground: 'grey' },
  { ground: 'paper', pattern: 'cross', ink: 'orange' },
]

export const paintAt = (index: number): Paint => PAINTS[index % PAINTS.length] ?? { ground: 'grey' }

/** The fill of a paint within the picture `id`, whose definitions it needs. */
export const fillOf = ({ ground, pattern, ink = 'navy' }: Paint, id: string): string =>
  pattern ? `url(#${id}-${pattern}-${ground}-${ink})` : TONES[ground]

/** The patterns of those paints, once each; plain tones need none. */
export function definitionsOf(paints: readonly Paint[], id: string): string {
  const known = new Map(paints.filter(it => it.pattern).map(it => [fillOf(it, id), patternOf(it, id)]))
  return known.size === 0 ? '' : `<defs>${[...known.values()].join('')}</defs>`
}

function patternOf(paint: Paint, id: string): string {
  const { ground, pattern, ink = 'navy' } = paint
  const colour = TONES[ink]
  const marks = {
    hatch: `<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="${colour}" stroke-width="1.7"/>`,
    dots: `<circle cx="2" cy="2" r="1.1" fill="${colour}"/><circle cx="6" cy="6" r="1.1" fill="${colour}"/>`,
    cross: `<path d="M0 4H8M4 0V8" stroke="${colour}" stroke-width="1.4"/>`,
  }
  const name = fillOf(paint, id).slice('url(#'.length, -1)
  return `<pattern id="${name}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${TONES[ground]}"/>${pattern ? marks[pattern] : ''}</pattern>`
}

type Area = { x: number; y: number; width: number; height: number; paint: Paint; id: string }

/** An area with an edge, so that pale ones are seen on paper; nothing where there is nothing to show. */
export const areaAt = ({ paint, id, ...box }: Area): string =>
  box.width <= 0 || box.height <= 0
    ? ''
    : boxAt({
        ...box,
        fill: fillOf(paint, id),
        stroke: paint.pattern ? TONES[paint.ink ?? 'navy'] : TONES.paper,
      })

export type Shape = 'circle' | 'square' | 'diamond'
type Mark = { x: number; y: number; shape: Shape; tone: Tone; open?: boolean; size?: number }

/** A point of a series; open where not everybody reported. */
export function markAt({ x, y, shape, tone, open = false, size = 4 }: Mark): string {
  const look = `fill="${open ? TONES.paper : TONES[tone]}" stroke="${TONES[tone]}" stroke-width="1.8"`
  if (shape === 'circle') return `<circle cx="${at(x)}" cy="${at(y)}" r="${size}" ${look}/>`
  if (shape === 'square')
    return `<rect x="${at(x - size + 0.5)}" y="${at(y - size + 0.5)}" width="${2 * size - 1}" height="${2 * size - 1}" ${look}/>`
  const reach = size + 1
  return `<path d="M${at(x)} ${at(y - reach)}L${at(x + reach)} ${at(y)}L${at(x)} ${at(y + reach)}L${at(x - reach)} ${at(y)}Z" ${look}/>`
}

type Stroke = { tone: Tone; width?: number; dash?: string }

export const strokeAt = (d: string, { tone, width = 2.5, dash }: Stroke): string =>
  d === ''
    ? ''
    : `<path d="${d}" fill="none" stroke="${TONES[tone]}" stroke-width="${width}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`

export type Drawing = {
  id: string
  width: number
  height: number
  title: string
  desc: string
  defs?: string
}

/** A picture inside the page: in the page's font, named and told in words for who cannot see it. */
export function inlineSvg(drawing: Drawing, parts: readonly string[], kind: string): string {
  const { id, width, height, title, desc, defs = '' } = drawing
  const open = `<svg xmlns="http://www.w3.org/2000/svg" class="chart ${kind}" role="img" viewBox="0 0 ${width} ${at(height)}" aria-labelledby="${id}-t ${id}-d">`
  return `${open}<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(desc)}</desc>${defs}${parts.join('')}</svg>`
}
