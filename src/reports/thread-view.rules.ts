import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { OpenReport } from './open-report.rules.ts'
import { openQuestions, type Remark, threadLines } from './remark.rules.ts'

type Typed = { text: string; error: string | null }

export type ThreadReader = {
  lang: Lang
  /** Whether the reader speaks for the commune. */
  mayWrite: boolean
  /** Where to go back to when it is said. */
  back: string
  typed: Typed | null
}

/** The talk as the commune reads it, views/partials/thread; null when there is none and nothing was sent to talk about. */
export function communeThread(open: OpenReport, remarks: readonly Remark[], reader: ThreadReader) {
  const { lang, mayWrite, back, typed } = reader
  if (!open.current && remarks.length === 0) return null
  const kind = openQuestions(remarks).length > 0 ? 'answer' : 'note'
  return {
    title: say(lang, 'remark.thread'),
    lines: threadLines(remarks, open, lang),
    form:
      mayWrite && open.current
        ? {
            action: `/reports/${open.unit.id}/${open.month}/thread`,
            label: say(lang, `remark.${kind}Label`),
            hint: say(lang, `remark.${kind}Hint`),
            value: typed?.text ?? '',
            error: typed?.error ?? null,
            seen: remarks.at(-1)?.id ?? 0,
            back,
            boxes: null,
            boxError: null,
            presses: [{ value: kind, label: say(lang, `remark.${kind}Press`), second: kind === 'note' }],
          }
        : null,
  }
}

/** "The office has asked about …", with the way to answer: for the pages on which a commune begins. */
export const questionNotice = (
  { unitId, month, text }: { unitId: number; month: string; text: string },
  lang: Lang,
) => ({
  title: say(lang, 'remark.asked', { month: formatMonth(month) }),
  text,
  link: { href: `/reports/${unitId}/${month}/thread`, label: say(lang, 'remark.toAnswer') },
})

/** The same on the page that has the talk at its foot. */
export function questionHere(remarks: readonly Remark[], { month, lang }: { month: string; lang: Lang }) {
  const question = openQuestions(remarks).at(-1)
  if (!question) return null
  const title = say(lang, 'remark.asked', { month: formatMonth(month) })
  return { title, text: question.text, link: { href: '#thread', label: say(lang, 'remark.toAnswer') } }
}
