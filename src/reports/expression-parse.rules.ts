import jsep from 'jsep'
import { type Key, say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import type {
  Comparing,
  Expression,
  ExpressionFault,
  Linking,
  ReadExpression,
  Reckoning,
} from './expression.rules.ts'
import { grammarOf } from './expression-grammar.rules.ts'
import type { Token } from './expression-token.rules.ts'

/**
 * The tree of a written check, whatever indicators there are. jsep only says what binds to what, and is left as it
 * comes: it gets nothing but words our grammar let pass, and of its tree only the kinds named here become ours.
 */
export function parseExpression(text: string, lang: Lang): ReadExpression {
  const grammar = grammarOf(text, lang)
  if ('error' in grammar) return grammar
  const { tokens } = grammar
  const reading: Reading = {
    lang,
    // A walk from left to right meets them in the order in which they were written, and so learns their places.
    words: tokens.filter(it => it.kind === 'name' || it.kind === 'number' || it.kind === 'operator'),
    faults: [],
  }
  const expression = treeOf(jsep(tokens.map(it => it.text).join(' ')), reading)
  return reading.faults[0] ?? { expression }
}

type Reading = { lang: Lang; words: Token[]; faults: ExpressionFault[] }

const placeOf = (reading: Reading): number => reading.words.shift()?.at ?? 1

/** true, false, null and this are words like any other here. */
function treeOf(node: jsep.Expression, reading: Reading): Expression {
  const it = node as jsep.CoreExpression
  switch (it.type) {
    case 'Literal':
      return typeof it.value === 'number'
        ? { kind: 'number', text: it.raw, at: placeOf(reading) }
        : figure(it.raw, reading)
    case 'Identifier':
      return figure(it.name, reading)
    case 'ThisExpression':
      return figure('this', reading)
    case 'UnaryExpression':
      return {
        at: placeOf(reading),
        kind: it.operator === '!' ? 'not' : 'minus',
        of: treeOf(it.argument, reading),
      }
    case 'BinaryExpression':
      return binary(it, reading)
    case 'CallExpression':
      return call(it, reading)
    default:
      throw new TypeError(`The grammar let a ${it.type} pass.`)
  }
}

const figure = (code: string, reading: Reading): Expression => ({
  kind: 'figure',
  code,
  previous: false,
  summed: false,
  at: placeOf(reading),
})

const isReckoning = (it: string): it is Reckoning => '+-*/'.includes(it)
const isLinking = (it: string): it is Linking => it === '&&' || it === '||'
const isComparing = (it: string): it is Comparing => ['==', '!=', '<', '<=', '>', '>='].includes(it)

function binary({ operator, ...sides }: jsep.BinaryExpression, reading: Reading): Expression {
  const left = treeOf(sides.left, reading)
  const at = placeOf(reading)
  const right = treeOf(sides.right, reading)
  if (isReckoning(operator)) return { kind: 'reckon', operator, left, right, at }
  if (isLinking(operator)) return { kind: 'link', operator, left, right, at }
  if (isComparing(operator)) return { kind: 'compare', operator, left, right, at }
  throw new TypeError(`The grammar let ${operator} pass.`)
}

function call(it: jsep.CallExpression, reading: Reading): Expression {
  const name = it.callee.type === 'Identifier' ? String(it.callee.name) : ''
  const at = placeOf(reading)
  const of = it.arguments.map(argument => treeOf(argument, reading))
  const [first] = of
  const refuse = (key: Key): Expression => {
    reading.faults.push({ error: say(reading.lang, key, { name, at }), at })
    return { kind: 'number', text: '0', at }
  }
  switch (name) {
    case 'previous':
    case 'sum': {
      const twice = first?.kind === 'figure' && (name === 'sum' ? first.summed : first.previous)
      if (first?.kind !== 'figure' || of.length > 1 || twice) return refuse('expression.oneIndicator')
      return { ...first, ...(name === 'sum' ? { summed: true } : { previous: true }) }
    }
    case 'abs':
      return of.length === 1 ? { kind: 'abs', of, at } : refuse('expression.oneFigure')
    case 'min':
    case 'max':
      return of.length > 1 ? { kind: name, of, at } : refuse('expression.someFigures')
    default:
      return refuse('expression.noFunction')
  }
}
