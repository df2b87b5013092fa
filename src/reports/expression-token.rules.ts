/** The words of a written check, each with its place. */

export type Token = {
  kind: 'number' | 'name' | 'operator' | 'open' | 'close' | 'comma'
  text: string
  /** From 1. */
  at: number
}

/** Longest first, so that <= is not < and =. */
const KNOWN =
  /(\d+\.\d+|\d+)|([A-Za-z][A-Za-z0-9_]*(?![\p{L}\p{M}\p{N}_]))|(&&|\|\||[=!<>]=|[-+*/<>!])|(\()|(\))|(,)/uy
const kinds = ['number', 'name', 'operator', 'open', 'close', 'comma'] as const

/** The tokens up to what is none of them; `stray` is that and its place. */
export function tokensOf(text: string): { tokens: Token[]; stray: { text: string; at: number } | null } {
  const tokens: Token[] = []
  let place = 0
  for (;;) {
    place += /^\s*/.exec(text.slice(place))?.[0].length ?? 0
    if (place === text.length) return { tokens, stray: null }
    KNOWN.lastIndex = place
    const groups = KNOWN.exec(text)?.slice(1) ?? []
    const found = groups.findIndex(it => it !== undefined)
    const kind = kinds[found]
    const token = groups[found]
    if (!kind || token === undefined) return { tokens, stray: { text: strayAt(text, place), at: place + 1 } }
    tokens.push({ kind, text: token, at: place + 1 })
    place += token.length
  }
}

/** The whole sign or word, as '=>' or 'số', so that the message shows what was typed. */
const strayAt = (text: string, place: number): string =>
  /^(?:[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{N}]{1,3})/u.exec(text.slice(place))?.[0] ??
  text.slice(place, place + 1)
