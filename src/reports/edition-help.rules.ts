import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { explainCheck } from './expression-text.rules.ts'
import { type Edition, shownSections } from './form.rules.ts'
import { canSpeak } from './formula.rules.ts'

/** What a form says of itself: whom to count, then what its office's own checks ask, in words. */
export function helpOf(edition: Edition, switches: ReadonlySet<string>, lang: Lang): string[] {
  const indicators = shownSections(edition, switches).flatMap(it => it.indicators)
  const codes = new Set(indicators.map(it => it.code))
  const rules = edition.checks.flatMap(check =>
    check.kind === 'expression' && canSpeak(check, codes) ? [explainCheck(check, { indicators, lang })] : [],
  )
  return [
    ...edition.definitions.map(it => it[lang]),
    ...rules.map(rule => say(lang, 'expression.help', { rule })),
  ]
}
