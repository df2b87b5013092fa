import { faultsOf } from '../files/paper-text.rules.ts'
import { chaseFields } from '../reminders/chase-paper.rules.ts'
import { reportFields } from '../reports/report-paper.rules.ts'
import { type Key, say } from '../words/all.ts'
import { type PaperKind, paperKinds } from '../words/paper-texts.words.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { summaryFields } from './summary-paper.rules.ts'

/** The names in braces of each paper: words within a sentence, or blocks that stand alone in their line. */
const fieldsOfKind: Record<PaperKind, Readonly<Record<string, 'words' | 'blocks'>>> = {
  summary: summaryFields,
  chase: chaseFields,
  report: reportFields,
}

const LONGEST = 8000

/** What is wrong with a wording; none of these is kept. */
export function faultsOfText(kind: PaperKind, text: string, lang: Lang): string[] {
  if (text === '') return [say(lang, 'papers.texts.empty')]
  if (text.length > LONGEST)
    return [
      say(lang, 'papers.texts.long', { length: formatNumber(text.length), most: formatNumber(LONGEST) }),
    ]
  return faultsOf(text, fieldsOfKind[kind]).map(({ typed, why }) =>
    say(lang, why === 'unknown' ? 'papers.texts.unknown' : 'papers.texts.notAlone', { field: typed }),
  )
}

export const shownFields = (kind: PaperKind, lang: Lang) =>
  Object.entries(fieldsOfKind[kind]).map(([name, what]) => ({
    name: `{${name}}`,
    text: say(lang, `papers.field.${name}` as Key),
    alone: what === 'blocks',
  }))

export const kindLinks = (path: string, current: PaperKind, lang: Lang) =>
  paperKinds.map(kind => ({
    href: `${path}?kind=${kind}`,
    label: say(lang, `papers.texts.${kind}`),
    current: kind === current,
  }))

export const kindAsked = (asked: unknown): PaperKind => paperKinds.find(it => it === asked) ?? 'summary'
