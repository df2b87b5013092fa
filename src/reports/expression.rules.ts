/**
 * The language in which an office writes a check: indicator codes, numbers, + - * /, comparisons, && || !,
 * previous(code), sum(code), abs, min and max. jsep says what binds to what; meaning, and what is refused, are ours
 * (docs/decisions/0023-…).
 */

export const limits = {
  length: 500,
  /** Parentheses, calls and signs within each other. */
  depth: 20,
  /** Codes, numbers and operators together. */
  nodes: 200,
  /** && and ||: each is an IF within another in Excel, which takes 64. */
  links: 40,
}

export type Reckoning = '+' | '-' | '*' | '/'
export type Comparing = '==' | '!=' | '<' | '<=' | '>' | '>='
export type Linking = '&&' | '||'

/** `at` is where it stands in the text, from 1. */
export type Expression = { at: number } & (
  | { kind: 'number'; text: string }
  /** An indicator's figure: last month's where `previous`, over all cohorts where `summed`. */
  | { kind: 'figure'; code: string; previous: boolean; summed: boolean }
  | { kind: 'minus' | 'not'; of: Expression }
  | { kind: 'abs' | 'min' | 'max'; of: readonly Expression[] }
  | { kind: 'reckon'; operator: Reckoning; left: Expression; right: Expression }
  | { kind: 'compare'; operator: Comparing; left: Expression; right: Expression }
  | { kind: 'link'; operator: Linking; left: Expression; right: Expression }
)

/** What is wrong, in words for who wrote it, and where, from 1. */
export type ExpressionFault = { error: string; at: number }
export type ReadExpression = { expression: Expression } | ExpressionFault
