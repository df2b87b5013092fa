import { say } from '../words/all.ts'
import type { Lang } from '../words/words.ts'
import { type Typed, typedFigures, typedFrom } from './draft.rules.ts'
import { freshFigures } from './fill.rules.ts'
import type { OpenReport } from './open-report.rules.ts'

/**
 * What a form opens with: the draft as it was left; else what was sent, to be corrected, with its explanations and
 * with the office's reason as the first words of the answer; else an empty form.
 */
export function startOf({ kept, current, fields }: OpenReport, lang: Lang): { typed: Typed; reason: string } {
  const answer = kept.returned
    ? say(lang, 'reports.form.answer', { reason: shortened(kept.returned.reason) })
    : ''
  if (kept.draft) return { typed: kept.draft.raw, reason: kept.draft.reason ?? answer }
  if (!current) return { typed: typedFigures(freshFigures(fields)), reason: '' }
  const names = new Set(fields.map(it => it.name))
  const figures = Object.fromEntries(Object.entries(current.figures).filter(([name]) => names.has(name)))
  const explained = Object.entries(current.explanations).map(([code, text]) => [`explain:${code}`, text])
  return { typed: { ...typedFrom(figures, current.texts), ...Object.fromEntries(explained) }, reason: answer }
}

/** Leaves room for the answer itself within the longest reason. */
const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text)
