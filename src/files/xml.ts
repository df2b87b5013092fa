import { SaxesParser } from 'saxes'
import { Refuse } from './refuse.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: what Excel calls 'row', others write as 'x:row'. */
export type XmlHandlers = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** A workbook's parts are some eight deep. */
const deepest = 64

/**
 * Reads XML piece by piece. A document type declaration is refused where it begins, so no entity is ever defined,
 * none fetched and none multiplied.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8')
  let depth = 0
  parser.on('error', fault => {
    throw new Refuse('broken', fault.message)
  })
  parser.on('doctype', () => {
    throw new Refuse('entities')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw new Refuse('broken', 'nested too deep')
    handlers.open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    handlers.close?.(localName(name))
  })
  for (const event of ['text', 'cdata'] as const) parser.on(event, text => handlers.text?.(text))
  for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }))
  parser.write(decoder.decode())
  parser.close()
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** 'r:id' or 'id', whatever prefix the writer chose. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name]
  if (own !== undefined) return own
  const key = Object.keys(attributes).find(it => it.endsWith(`:${name}`))
  return key && attributes[key]
}
