import { type Key, say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { type ExpressionFault, limits } from './expression.rules.ts'
import { type Token, tokensOf } from './expression-token.rules.ts'

/**
 * Whether the words of a written check stand as they can: what is missing or too much, and after what. A parser would
 * only say that it did not understand.
 */

export type Grammar = { tokens: Token[] } | ExpressionFault

export function grammarOf(text: string, lang: Lang): Grammar {
  const refuse = refusal(lang)
  if (text.length > limits.length)
    return refuse('expression.long', limits.length + 1, { most: limits.length })
  const { tokens, stray } = tokensOf(text)
  if (stray) return strange(stray, refuse)
  if (tokens.length === 0) return refuse('expression.blank', 1)
  const fault = orderFault(text, tokens, refuse)
  return fault ?? sizeFault(tokens, refuse) ?? { tokens }
}

type Refuse = (key: Key, at: number, params?: Record<string, string | number>) => ExpressionFault
const refusal =
  (lang: Lang): Refuse =>
  (key, at, params = {}) => ({ error: say(lang, key, { at, ...params }), at })

/** What people type from mathematics, from Excel and from other languages. */
const meant: Readonly<Record<string, string>> = {
  '=': '==',
  '&': '&&',
  '|': '||',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '×': '*',
  '·': '*',
  '÷': '/',
  ':': '/',
  '–': '-',
  '−': '-',
}

function strange({ text, at }: { text: string; at: number }, refuse: Refuse): ExpressionFault {
  if (text.startsWith('%')) return refuse('expression.percent', at)
  const instead = meant[text.slice(0, 1)]
  return instead
    ? refuse('expression.instead', at, { text, instead })
    : refuse('expression.strange', at, { text })
}

/** Where the walk stands: what is open, and whether a figure or an operator comes next. */
type Walk = { open: { isCall: boolean; at: number }[]; signs: number; wantsFigure: boolean }

function orderFault(text: string, tokens: readonly Token[], refuse: Refuse): ExpressionFault | null {
  const walk: Walk = { open: [], signs: 0, wantsFigure: true }
  for (const [index, token] of tokens.entries()) {
    const step = { token, before: tokens[index - 1] ?? null, next: tokens[index + 1] ?? null, text, refuse }
    const fault = walk.wantsFigure ? figureFault(walk, step) : operatorFault(walk, step)
    if (fault) return fault
    if (walk.open.length + walk.signs > limits.depth)
      return refuse('expression.deep', token.at, { most: limits.depth })
  }
  const last = tokens.at(-1)
  const end = text.trimEnd().length + 1
  if (walk.wantsFigure && last) return refuse('expression.missing', end, { after: upTo(text, last) })
  const unclosed = walk.open.at(-1)
  return unclosed ? refuse('expression.unclosed', unclosed.at) : null
}

type Step = { token: Token; before: Token | null; next: Token | null; text: string; refuse: Refuse }

function figureFault(walk: Walk, { token, before, next, text, refuse }: Step): ExpressionFault | null {
  if (token.kind === 'number' || token.kind === 'name') {
    walk.wantsFigure = token.kind === 'name' && next?.kind === 'open'
    walk.signs = 0
    return null
  }
  if (token.kind === 'open') {
    walk.open.push({ isCall: before?.kind === 'name', at: token.at })
    return null
  }
  if (token.kind === 'operator' && (token.text === '-' || token.text === '!')) {
    walk.signs += 1
    return null
  }
  return before
    ? refuse('expression.missing', token.at, { after: upTo(text, before) })
    : refuse('expression.begins', token.at, { text: token.text })
}

function operatorFault(walk: Walk, { token, before, text, refuse }: Step): ExpressionFault | null {
  if (token.kind === 'operator' && token.text !== '!') {
    walk.wantsFigure = true
    return null
  }
  if (token.kind === 'close') return walk.open.pop() ? null : refuse('expression.unopened', token.at)
  if (token.kind === 'comma' && walk.open.at(-1)?.isCall) {
    walk.wantsFigure = true
    return null
  }
  if (token.kind === 'comma') return refuse('expression.comma', token.at)
  return refuse('expression.noOperator', token.at, {
    text: token.text,
    after: before ? upTo(text, before) : '',
  })
}

const SHOWN = 24

/** The text up to a token's end, its last piece where it is long. */
function upTo(text: string, { at, text: token }: Token): string {
  const before = text.slice(0, at - 1 + token.length).trimStart()
  return before.length > SHOWN ? `…${before.slice(-SHOWN).trimStart()}` : before
}

function sizeFault(tokens: readonly Token[], refuse: Refuse): ExpressionFault | null {
  const nodes = tokens.filter(it => ['number', 'name', 'operator'].includes(it.kind))
  const over = nodes[limits.nodes]
  if (over) return refuse('expression.many', over.at, { most: limits.nodes })
  const link = nodes.filter(it => it.text === '&&' || it.text === '||')[limits.links]
  if (link) return refuse('expression.links', link.at, { most: limits.links })
  const number = nodes.find(it => it.kind === 'number' && !/^\d{1,7}(\.\d{1,4})?$/.test(it.text))
  return number ? refuse('expression.number', number.at, { text: number.text.slice(0, SHOWN) }) : null
}
