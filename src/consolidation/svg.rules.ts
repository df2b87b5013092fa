/** The little of SVG that the books' charts are made of: black on white, in letters that print. */

export type Picture = {
  svg: string
  /** In pixels at 96 to the inch. */
  width: number
  height: number
  /** What the picture shows, for who cannot see it. */
  alt: string
}

export const INK = '#1b1b1b'
/** Dark and pale enough to be told apart on a black-and-white print. */
export const DARK = '#1f3a63'
export const LIGHT = '#b3c2d9'

export type Anchor = 'start' | 'middle' | 'end'

type Text = { x: number; y: number; size?: number; bold?: boolean; anchor?: Anchor; fill?: string }

export function textAt(text: string, place: Text): string {
  const { x, y, size = 15, bold = false, anchor = 'start', fill = INK } = place
  const weight = bold ? ' font-weight="bold"' : ''
  return `<text x="${at(x)}" y="${at(y)}" font-size="${size}" text-anchor="${anchor}"${weight} fill="${fill}">${escaped(text)}</text>`
}

type Box = { x: number; y: number; width: number; height: number; fill: string; stroke?: string }

export const boxAt = ({ x, y, width, height, fill, stroke = INK }: Box): string =>
  `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}" stroke="${stroke}" stroke-width="0.6"/>`

export const ruleAt = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="#c8c8c8" stroke-width="1"/>`

export const pathAt = (d: string, colour: string, dashed: boolean): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2.5"${dashed ? ' stroke-dasharray="7 5"' : ''}/>`

export const dotAt = (x: number, y: number, colour: string): string =>
  `<circle cx="${at(x)}" cy="${at(y)}" r="4.5" fill="${colour}" stroke="${INK}" stroke-width="0.6"/>`

export function svgOf(width: number, height: number, parts: readonly string[]): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Tinos">`
  return `${open}<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`
}

/** A name no longer than its place; the whole of it stands in the table. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`

/** A length to a tenth, which is finer than any screen or paper. */
export const at = (value: number): string => String(Math.round(value * 10) / 10)

/** What XML keeps for itself, and what it cannot hold at all. */
export const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
