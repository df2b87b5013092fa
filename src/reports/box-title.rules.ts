import type { Lang } from '../words/words.ts'
import { fieldTitle } from './form.rules.ts'
import type { OpenReport } from './open-report.rules.ts'

/** What a box or a text is called away from its place; null for what has no name of its own. */
export function titleOf(
  name: string,
  { fields, edition }: Pick<OpenReport, 'fields' | 'edition'>,
  lang: Lang,
): string | null {
  const field = fields.find(it => it.name === name)
  if (field) return fieldTitle(field, lang)
  return edition.texts.find(it => it.code === name)?.label[lang] ?? null
}
