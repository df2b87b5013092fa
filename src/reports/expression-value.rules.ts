import type { Expression } from './expression.rules.ts'
import {
  compared,
  decimal,
  divided,
  type Fraction,
  minus,
  negative,
  plus,
  times,
  whole,
} from './fraction.rules.ts'

/** What a written check comes to: exactly, from left to right, and && and || only as far as they must. */

export type Figure = Extract<Expression, { kind: 'figure' }>
/** The figure an indicator has here; null where its box is empty, or there is none. */
export type Look = (figure: Figure) => number | null
export type Value = Fraction | boolean
/** A division by 0, and where it stands. */
export type ByZero = { byZero: number }

/** Every indicator's figure in it, whether or not it is reached. */
export function figuresIn(expression: Expression): Figure[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'figure':
      return [expression]
    case 'minus':
    case 'not':
      return figuresIn(expression.of)
    case 'abs':
    case 'min':
    case 'max':
      return expression.of.flatMap(figuresIn)
    default:
      return [...figuresIn(expression.left), ...figuresIn(expression.right)]
  }
}

/** Null as soon as one figure in it is empty, even one that would not be reached: empty is never 0. */
export function reckonExpression(expression: Expression, look: Look): Value | ByZero | null {
  if (figuresIn(expression).some(it => look(it) === null)) return null
  try {
    return reckon(expression, look)
  } catch (error) {
    if (error instanceof DividedByZero) return { byZero: error.at }
    throw error
  }
}

class DividedByZero extends Error {
  readonly at: number
  constructor(at: number) {
    super(`Divided by 0 at ${at}.`)
    this.at = at
  }
}

function reckon(it: Expression, look: Look): Value {
  switch (it.kind) {
    case 'not':
      return !truth(it.of, look)
    case 'compare':
      return compare(it, look)
    case 'link':
      return it.operator === '&&'
        ? truth(it.left, look) && truth(it.right, look)
        : truth(it.left, look) || truth(it.right, look)
    default:
      return amount(it, look)
  }
}

function truth(it: Expression, look: Look): boolean {
  const value = reckon(it, look)
  return typeof value === 'boolean' ? value : value.parts !== 0n
}

function compare({ operator, left, right }: Extract<Expression, { kind: 'compare' }>, look: Look): boolean {
  const order = compared(amount(left, look), amount(right, look))
  switch (operator) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

function amount(it: Expression, look: Look): Fraction {
  switch (it.kind) {
    case 'number':
      return decimal(it.text)
    case 'figure':
      return whole(look(it) ?? 0)
    case 'minus':
      return negative(amount(it.of, look))
    case 'abs':
      return it.of.map(of => amount(of, look)).map(of => (of.parts < 0n ? negative(of) : of))[0] ?? whole(0)
    case 'min':
    case 'max':
      return it.of
        .map(of => amount(of, look))
        .reduce((a, b) => (compared(a, b) <= 0 === (it.kind === 'min') ? a : b))
    case 'reckon':
      return reckoned(it, look)
    default:
      return whole(reckon(it, look) ? 1 : 0)
  }
}

function reckoned({ operator, at, ...sides }: Extract<Expression, { kind: 'reckon' }>, look: Look): Fraction {
  const left = amount(sides.left, look)
  const right = amount(sides.right, look)
  switch (operator) {
    case '+':
      return plus(left, right)
    case '-':
      return minus(left, right)
    case '*':
      return times(left, right)
    case '/': {
      const share = divided(left, right)
      if (share === null) throw new DividedByZero(at)
      return share
    }
  }
}
