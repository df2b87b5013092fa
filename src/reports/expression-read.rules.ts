import type { Lang } from '../words/words.ts'
import type { ReadExpression } from './expression.rules.ts'
import { faultIn } from './expression-fault.rules.ts'
import { parseExpression } from './expression-parse.rules.ts'
import type { Indicator } from './form.rules.ts'

type Named = readonly Pick<Indicator, 'code' | 'label'>[]

/** What must hold, as it was written for those indicators; or the first reason why it cannot be a check. */
export const readExpression = (text: string, indicators: Named, lang: Lang = 'vi'): ReadExpression =>
  read(text, indicators, { wants: 'truth', lang })

/** A figure that a check's message names. */
export const readAmount = (text: string, indicators: Named, lang: Lang = 'vi'): ReadExpression =>
  read(text, indicators, { wants: 'amount', lang })

function read(
  text: string,
  indicators: Named,
  asked: { wants: 'truth' | 'amount'; lang: Lang },
): ReadExpression {
  const parsed = parseExpression(text, asked.lang)
  if ('error' in parsed) return parsed
  const codes = indicators.map(it => it.code)
  return faultIn(parsed.expression, { codes, ...asked }) ?? parsed
}
