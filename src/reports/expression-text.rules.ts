import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Expression } from './expression.rules.ts'
import { type WrittenCheck, writtenOf } from './expression-judge.rules.ts'
import type { Indicator } from './form.rules.ts'

/** A written check as a sentence, with the names of the indicators: 'Chưa xác định ÷ Tổng số tốt nghiệp ≤ 0,2'. */

export type Naming = { indicators: readonly Indicator[]; lang: Lang }

/** What must hold. */
export const explainCheck = (check: WrittenCheck, naming: Naming): string =>
  explainExpression(writtenOf(check).holds, naming)

export function explainExpression(it: Expression, naming: Naming): string {
  const { lang } = naming
  const of = (part: Expression) => explainExpression(part, naming)
  switch (it.kind) {
    case 'number':
      return formatted(it.text, lang)
    case 'figure':
      return figureText(it, naming)
    case 'minus':
      return `−${within(it.of, it, naming)}`
    case 'not':
      return say(lang, 'expression.say.not', { of: `(${of(it.of)})` })
    case 'abs':
    case 'min':
    case 'max':
      return say(lang, `expression.say.${it.kind}`, { of: it.of.map(of).join('; ') })
    default:
      return `${within(it.left, it, naming)} ${signOf(it, lang)} ${within(it.right, it, naming)}`
  }
}

const formatted = (text: string, lang: Lang): string => (lang === 'vi' ? formatNumber(Number(text)) : text)

function figureText(
  { code, previous, summed }: Extract<Expression, { kind: 'figure' }>,
  { indicators, lang }: Naming,
): string {
  const indicator = indicators.find(it => it.code === code)
  const name = (indicator?.short ?? indicator?.label)?.[lang] ?? code
  const total = summed ? say(lang, 'expression.say.sum', { of: name }) : name
  return previous ? say(lang, 'expression.say.previous', { of: total }) : total
}

const signs = { '==': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const
const steps = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

function signOf(it: Extract<Expression, { left: Expression }>, lang: Lang): string {
  if (it.kind === 'compare') return signs[it.operator]
  if (it.kind === 'reckon') return steps[it.operator]
  return say(lang, it.operator === '&&' ? 'expression.say.and' : 'expression.say.or')
}

/** In parentheses wherever it could be read otherwise: and within or as well, which few read by precedence. */
function within(part: Expression, whole: Expression, naming: Naming): string {
  const text = explainExpression(part, naming)
  return isLooser(part, whole) ? `(${text})` : text
}

function isLooser(part: Expression, whole: Expression): boolean {
  if (part.kind === 'link') return !(whole.kind === 'link' && whole.operator === part.operator)
  if (part.kind !== 'reckon') return false
  if (whole.kind === 'minus') return true
  if (whole.kind !== 'reckon') return false
  const isFirst = whole.left === part
  if (isFirst) return isSum(part) && !isSum(whole)
  return !isSum(whole) || (isSum(part) && whole.operator === '-')
}

const isSum = (it: { operator: string }): boolean => it.operator === '+' || it.operator === '-'
