import type { PaperBlock } from './paper-model.rules.ts'

/**
 * The wording of a paper as an office may edit it: a line is a paragraph, a line with a number before it and no full stop
 * behind it a heading, and a name in braces what the portal knows.
 */

/** What a field becomes: words within a sentence; or, standing alone in its line, paragraphs and tables. */
export type PaperFill = string | readonly PaperBlock[]
export type PaperFills = Readonly<Record<string, PaperFill>>

/** A field in braces, or a brace that belongs to none. */
const FIELD = /\{([^{}]*)\}|[{}]/g
const ALONE = /^\{([^{}]*)\}$/

/** '1. Kết quả', 'II. Đánh giá': numbered, and no sentence. */
const HEADING = /^(?:\d{1,2}|[IVX]{1,4})[.)] .*[^.;:,/]$/

export type FieldFault = { typed: string; why: 'unknown' | 'not-alone' }

/** What is wrong with the fields of a text: one that does not exist, or a table in the middle of a sentence. */
export function faultsOf(text: string, fields: Readonly<Record<string, 'words' | 'blocks'>>): FieldFault[] {
  const faults = linesOf(text).flatMap(line =>
    [...line.matchAll(FIELD)].flatMap(([typed, name]): FieldFault[] => {
      const kind = name !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
      if (!kind) return [{ typed, why: 'unknown' }]
      return kind === 'blocks' && !ALONE.test(line) ? [{ typed, why: 'not-alone' }] : []
    }),
  )
  return [...new Map(faults.map(it => [it.typed, it])).values()]
}

/** Fills a text. A line that is nothing but a field without content goes; so does an empty line. */
export function blocksOf(text: string, fills: PaperFills): PaperBlock[] {
  return linesOf(text).flatMap(line => {
    const alone = ALONE.exec(line)?.[1]
    const fill = alone === undefined ? undefined : fills[alone]
    if (typeof fill === 'object') return [...fill]
    return paragraph(fillWords(line, fills))
  })
}

/** The words of a line; a field that stands for blocks says nothing within a sentence. */
export const fillWords = (line: string, fills: PaperFills): string =>
  line.replaceAll(FIELD, (typed, name?: string) => {
    const fill = name === undefined ? undefined : fills[name]
    return typeof fill === 'string' ? fill : typed
  })

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(it => it.trim())
    .filter(it => it !== '')

/** A unit's name within a sentence: 'Xã Đăk Kôi' → 'xã Đăk Kôi'. */
export const withinSentence = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)

/** A paragraph of it, or a heading; nothing of nothing. */
export function paragraph(text: string): PaperBlock[] {
  const shown = text.trim()
  if (shown === '') return []
  return [{ kind: HEADING.test(shown) ? 'heading' : 'paragraph', text: shown }]
}

export const paragraphs = (...texts: readonly string[]): PaperBlock[] =>
  texts.filter(it => it.trim() !== '').map(text => ({ kind: 'paragraph', text: text.trim() }))
