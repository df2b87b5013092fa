import { dayAt } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type Dispatch, type DispatchForm, type FieldError, sentTag } from './dispatch.rules.ts'
import { figureFinder } from './figure-find.rules.ts'
import { type ConsolidationTable, type Counts, isNested, rowsOf } from './table.rules.ts'

type Copy = {
  id: number
  number: number
  format: 'xlsx' | 'docx'
  automatic: boolean
  madeBy: string
  madeAt: Date
  fileName: string
  sha256: string
  bytes: number
}

export type CopyPage = {
  copy: Copy
  /** Every mark of the period, newest first. */
  marks: readonly Dispatch[]
  /** What a month's copy was made of; null for a year's. */
  table: ConsolidationTable | null
  /** The period's page. */
  path: string
  period: string
  form: (DispatchForm & { reason: string }) | null
  errors: readonly FieldError[]
  now: Date
}

type Reader = { lang: Lang; mayMark: boolean }

/** A numbered copy: what it is, whether it was signed and sent, and the forms to say so or take that back. */
export function shownCopyPage(page: CopyPage, { lang, mayMark }: Reader) {
  const { copy, marks, table, path, period, errors } = page
  const counts = table?.counts ?? null
  const inForce = marks.find(it => it.withdrawn === null) ?? null
  const mark = inForce?.snapshotId === copy.id ? inForce : null
  const other = inForce && !mark ? inForce : null
  const action = `${path}/copies/${copy.number}/sent`
  return {
    title: say(lang, 'snapshot.title', { number: copy.number, period: periodText(period) }),
    back: path,
    download: `${path}/snapshots/${copy.number}`,
    changes: counts ? `${path}/changes/${copy.number}` : null,
    facts: factsOf(copy, counts, lang),
    counted: table ? countedIn(table, lang) : [],
    finder: table && figureFinder(table, { path, copy: copy.number, lang }),
    errors: errors.map(({ field, text }) => ({ href: `#${field}`, text })),
    mark: mark && {
      text: sentTag(mark, lang),
      meta: say(lang, 'snapshot.sentBy', { by: mark.by, at: formatTime(mark.at) }),
    },
    other: other && {
      text: say(lang, 'snapshot.otherSent', { number: other.number }),
      link: {
        href: `${path}/copies/${other.number}`,
        label: say(lang, 'snapshot.otherSentLink', { number: other.number }),
      },
    },
    send: mayMark && !inForce ? { action, fields: sendFields(page, lang) } : null,
    withdraw: mayMark && mark ? { action: `${action}/withdraw`, field: fieldOf(page, 'reason', lang) } : null,
    history: marks.filter(it => it.snapshotId === copy.id && it.withdrawn).map(it => pastMark(it, lang)),
  }
}

/** Which version of each commune was counted; of an office above the offices below show theirs. */
const countedIn = (table: ConsolidationTable, lang: Lang): string[] =>
  isNested(table)
    ? []
    : rowsOf(table).map(({ name, version }) =>
        version
          ? say(lang, 'snapshot.countedVersion', { name, number: version.number })
          : say(lang, 'snapshot.countedNone', { name }),
      )

const periodText = (period: string): string => (/^\d{4}-\d\d$/.test(period) ? formatMonth(period) : period)

function factsOf(copy: Copy, counts: Counts | null, lang: Lang) {
  const fact = (term: string, text: string) => ({ term, text, href: null })
  return [
    fact(say(lang, 'snapshot.format'), say(lang, `snapshot.format.${copy.format}`)),
    fact(say(lang, 'snapshot.made'), copy.madeBy),
    fact(say(lang, 'snapshot.madeAt'), formatTime(copy.madeAt)),
    ...(counts
      ? [
          fact(
            say(lang, 'snapshot.counted'),
            say(lang, 'snapshot.countedOf', {
              reported: formatNumber(counts.reported),
              expected: formatNumber(counts.expected),
            }),
          ),
        ]
      : []),
    fact(say(lang, 'snapshot.file'), copy.fileName),
    fact(say(lang, 'snapshot.size'), say(lang, 'snapshot.sizeKb', { size: kilobytes(copy.bytes) })),
    fact('SHA-256', copy.sha256),
  ]
}

export const kilobytes = (bytes: number): string => formatNumber(Math.max(1, Math.round(bytes / 1024)))

function sendFields(page: CopyPage, lang: Lang) {
  return [fieldOf(page, 'documentNumber', lang), fieldOf(page, 'documentDay', lang)]
}

const labels = {
  documentNumber: 'snapshot.documentNumber',
  documentDay: 'snapshot.documentDay',
  reason: 'snapshot.unsendReason',
} as const

function fieldOf({ form, errors, now }: CopyPage, name: FieldError['field'], lang: Lang) {
  const fresh = name === 'documentDay' ? dayAt(now) : ''
  return {
    id: name,
    name,
    label: say(lang, labels[name]),
    hint: name === 'documentNumber' ? say(lang, 'snapshot.documentNumber.hint') : null,
    error: errors.find(it => it.field === name)?.text ?? null,
    value: form?.[name] ?? fresh,
    type: name === 'documentDay' ? 'date' : null,
  }
}

function pastMark({ documentNumber, documentDay, by, at, withdrawn }: Dispatch, lang: Lang): string {
  return say(lang, 'snapshot.wasSent', {
    document: documentNumber,
    day: formatDay(documentDay),
    by,
    at: formatTime(at),
    withdrawnBy: withdrawn?.by ?? '',
    withdrawnAt: withdrawn ? formatTime(withdrawn.at) : '',
    reason: withdrawn?.reason ?? '',
  })
}
