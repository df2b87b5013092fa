import { SaxesParser } from 'saxes'
import { widthOf } from '../../src/charts/label.rules.ts'

export type Element = { name: string; attributes: Record<string, string>; text: string }

/** Every element of a picture, in order; throws when it is not well-formed XML. */
export function elementsOf(svg: string): Element[] {
  const found: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' }
    found.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(svg).close()
  return found
}

export type Label = { text: string; left: number; right: number; top: number; bottom: number }

/** The words of a picture, with the room that each takes. */
export const labelsOf = (svg: string): Label[] =>
  elementsOf(svg)
    .filter(it => it.name === 'text' && it.text !== '')
    .map(({ text, attributes }) => {
      const [x, y, size] = [Number(attributes.x), Number(attributes.y), Number(attributes['font-size'])]
      const width = widthOf(text, size, attributes['font-weight'] === 'bold') * 0.92
      const shift = { start: 0, middle: 0.5, end: 1 }[attributes['text-anchor'] ?? 'start'] ?? 0
      const left = x - width * shift
      return { text, left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.15 }
    })

/** Pairs of words that stand over each other. */
export function overlapsIn(svg: string): string[] {
  const labels = labelsOf(svg)
  return labels.flatMap((a, at) =>
    labels
      .slice(at + 1)
      .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map(b => `${a.text} | ${b.text}`),
  )
}

type Box = { x: number; y: number; width: number; height: number }

/** Filled boxes and words that reach out of the picture. */
export function outsideOf(svg: string): string[] {
  const [root, ...rest] = elementsOf(svg)
  const [, , width = 0, height = 0] = (root?.attributes.viewBox ?? '').split(' ').map(Number)
  const boxes = rest.filter(it => it.name === 'rect' && it.attributes.y !== undefined).map(boxOf)
  const strayed = boxes.filter(
    it => it.x < -0.1 || it.y < -0.1 || it.x + it.width > width + 0.1 || it.y + it.height > height + 0.1,
  )
  const words = labelsOf(svg).filter(
    it => it.left < -1 || it.right > width + 1 || it.top < -1 || it.bottom > height + 1,
  )
  return [...strayed.map(it => JSON.stringify(it)), ...words.map(it => it.text)]
}

export const boxOf = ({ attributes }: Element): Box => ({
  x: Number(attributes.x),
  y: Number(attributes.y),
  width: Number(attributes.width),
  height: Number(attributes.height),
})
