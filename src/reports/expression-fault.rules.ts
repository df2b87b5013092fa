import { type Key, say } from '../words/all.ts'
import { fold } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Expression, ExpressionFault } from './expression.rules.ts'
import { figuresIn, reckonExpression } from './expression-value.rules.ts'

/** Why a check that reads well still means nothing: unknown indicators, wrong types, divisions by 0. */

export type Asked = { codes: readonly string[]; wants: 'truth' | 'amount'; lang: Lang }

export const faultIn = (expression: Expression, asked: Asked): ExpressionFault | null =>
  unknownIn(expression, asked) ?? typeFault(expression, asked) ?? zeroFault(expression, asked)

type At = { key: Key; at: number; name?: string }
const refuse = ({ lang }: Asked, { key, at, name = '' }: At): ExpressionFault => ({
  error: say(lang, key, { at, name }),
  at,
})

function unknownIn(expression: Expression, { codes, lang, wants }: Asked): ExpressionFault | null {
  const figures = figuresIn(expression)
  const strange = figures.find(it => !codes.includes(it.code))
  if (strange) {
    const { code: name, at } = strange
    const meant = nearestTo(name, codes)
    const key = meant ? 'expression.meant' : 'expression.unknown'
    return { error: say(lang, key, { name, at, meant: meant ?? '' }), at }
  }
  const isIdle = wants === 'truth' && !figures.some(it => !it.previous)
  return isIdle && kindOf(expression) === 'truth'
    ? { error: say(lang, 'expression.noIndicator'), at: 1 }
    : null
}

/** The code that most likely was meant: at most a third of its letters differ. */
export function nearestTo(name: string, codes: readonly string[]): string | null {
  const wrote = fold(name).replaceAll(' ', '_')
  const near = codes
    .map(code => ({ code, far: distance(wrote, code) }))
    .filter(it => it.far <= Math.max(1, Math.floor(it.code.length / 3)))
    .sort((a, b) => a.far - b.far)
  return near[0]?.code ?? null
}

/** Letters to put in, take out, change, or swap with their neighbour. */
function distance(a: string, b: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last?.[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before?.[j - 2] ?? 0) + 1 : change
      row.push(Math.min(change, swap, (last?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = last
    last = row
  }
  return last?.at(-1) ?? a.length
}

const kindOf = ({ kind }: Expression): 'truth' | 'amount' =>
  kind === 'compare' || kind === 'link' || kind === 'not' ? 'truth' : 'amount'

function typeFault(expression: Expression, asked: Asked): ExpressionFault | null {
  if (kindOf(expression) === asked.wants) return typesWithin(expression, asked)
  const key = asked.wants === 'truth' ? 'expression.needsTruth' : 'expression.needsAmount'
  return refuse(asked, { key, at: expression.at })
}

/** Comparisons take numbers and give true or false, && || ! take and give those; so nothing is counted as 1 or 0. */
function typesWithin(it: Expression, asked: Asked): ExpressionFault | null {
  const parts = partsOf(it)
  const wants = it.kind === 'link' || it.kind === 'not' ? 'truth' : 'amount'
  const wrong = parts.find(part => kindOf(part) !== wants)
  if (wrong) {
    const key = wrongKey(it, wrong)
    return refuse(asked, { key, at: it.at, name: 'operator' in it ? it.operator : it.kind })
  }
  for (const part of parts) {
    const fault = typesWithin(part, asked)
    if (fault) return fault
  }
  return null
}

function wrongKey(it: Expression, wrong: Expression): Key {
  if (it.kind === 'not') return 'expression.wantsTruthAfter'
  if (it.kind === 'link') return 'expression.wantsTruth'
  return it.kind === 'compare' && wrong.kind === 'compare' ? 'expression.chain' : 'expression.wantsAmount'
}

function partsOf(it: Expression): readonly Expression[] {
  if ('left' in it) return [it.left, it.right]
  if (!('of' in it)) return []
  return 'kind' in it.of ? [it.of] : it.of
}

/** A divisor without an indicator that is 0, or a division that a form of zeros reaches. */
function zeroFault(expression: Expression, asked: Asked): ExpressionFault | null {
  const constant = divisorsIn(expression).find(
    ({ divisor }) => figuresIn(divisor).length === 0 && isZero(divisor),
  )
  if (constant) return refuse(asked, { key: 'expression.byZero', at: constant.at })
  const onZero = reckonExpression(expression, () => 0)
  const reached =
    asked.wants === 'truth' && onZero !== null && typeof onZero === 'object' && 'byZero' in onZero
  return reached ? refuse(asked, { key: 'expression.maybeByZero', at: onZero.byZero }) : null
}

const divisorsIn = (it: Expression): { divisor: Expression; at: number }[] => [
  ...(it.kind === 'reckon' && it.operator === '/' ? [{ divisor: it.right, at: it.at }] : []),
  ...partsOf(it).flatMap(divisorsIn),
]

function isZero(divisor: Expression): boolean {
  const value = reckonExpression(divisor, () => 0)
  return value !== null && typeof value === 'object' && 'parts' in value && value.parts === 0n
}
