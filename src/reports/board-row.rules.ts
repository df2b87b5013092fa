import type { Holidays } from '../calendar/deadline.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { type BoardRow, changeOf, hasReported } from './board.rules.ts'
import { type BoardColumn, HEADLINE, UNKNOWN } from './board-column.rules.ts'
import { latenessOf } from './lateness.rules.ts'

/** A row as the page prints it: every sentence said, every number written, so that a long table stays quick. */
export type RowView = {
  id: number
  name: string
  href: string
  report: string | null
  state: string
  late: boolean
  /** By how much, in working days. */
  lateness: string | null
  nil: boolean
  extension: string | null
  unreached: boolean
  at: string | null
  by: string | null
  contact: ContactView | null
  cells: { label: string; text: string; strong: boolean; change: string | null }[]
  returnReason: string | null
  warnings: string | null
  notes: { message: string; explanation: string | null }[]
  /** May be ticked to be accepted with others. */
  selectable: boolean
  accept: string | null
  giveBack: string | null
}

export type Contact = { name: string; phone: string }
export type ContactView = Contact & { tel: string | null; call: string }

export type RowContext = {
  lang: Lang
  month: Month
  columns: readonly BoardColumn[]
  contacts: ReadonlyMap<number, Contact>
  unreached: ReadonlySet<number>
  mayAct: boolean
  /** The office's own, for how late a report is. */
  due: Date
  holidays: Holidays
}

export function viewRow(row: BoardRow, context: RowContext): RowView {
  const { lang, month, mayAct } = context
  const { unit, report, state } = row
  const version = report?.version ?? null
  const sent = hasReported(row)
  return {
    id: unit.id,
    name: unit.fullName,
    href: `/review/${unit.id}/history`,
    report: sent ? `/review/${unit.id}/${month}/beside` : null,
    state,
    late: row.timing === 'late',
    lateness: latenessIn(row, context),
    nil: version?.nil ?? false,
    extension: row.extension && say(lang, 'board.extended', { until: formatTime(row.extension) }),
    unreached: context.unreached.has(unit.id),
    at: version && formatTime(version.submittedAt),
    by: version && nameWithNumber(version, lang),
    contact: sent ? null : viewContact(context.contacts.get(unit.id), unit.fullName, lang),
    cells: sent ? cellsOf(row, context) : context.columns.map(() => noCell),
    returnReason: state === 'returned' ? (report?.returnReason ?? null) : null,
    ...notesOf(row, lang),
    selectable: mayAct && state === 'submitted',
    accept:
      mayAct && (state === 'submitted' || state === 'returned') ? `/review/${unit.id}/${month}/accept` : null,
    giveBack:
      mayAct && (state === 'submitted' || state === 'accepted') ? `/review/${unit.id}/${month}/return` : null,
  }
}

function latenessIn({ report, extension }: BoardRow, { due, holidays, lang }: RowContext): string | null {
  return report && latenessOf(report, { own: extension ?? due, common: due, holidays, lang })
}

const noCell = { label: '', text: '', strong: false, change: null }

function cellsOf(row: BoardRow, { lang, columns }: RowContext): RowView['cells'] {
  return columns.map(({ head }, column) => {
    const value = row.values[column] ?? null
    const change = column === HEADLINE || column === UNKNOWN ? changeOf(row, column) : null
    return {
      label: head[lang],
      text: value === null ? '–' : formatNumber(value),
      strong: column === HEADLINE,
      change: change ? signed(change) : null,
    }
  })
}

/** '+3', '−2' with a true minus, so that it does not wrap. */
export const signed = (change: number): string =>
  change > 0 ? `+${formatNumber(change)}` : `−${formatNumber(-change)}`

function notesOf({ report }: BoardRow, lang: Lang): Pick<RowView, 'warnings' | 'notes'> {
  const { warnings = [], explanations = {} } = report?.version ?? {}
  return {
    warnings: warnings.length > 0 ? say(lang, 'board.warnings', { count: warnings.length }) : null,
    notes: warnings.map(({ code, message }) => ({ message, explanation: explanations[code] || null })),
  }
}

const nameWithNumber = (
  { submittedBy, number }: { submittedBy: string; number: number },
  lang: Lang,
): string => (number > 1 ? `${submittedBy}, ${say(lang, 'board.versionNumber', { number })}` : submittedBy)

/** Somebody to ring; a number as people write it, and as a phone dials it. */
export function viewContact(contact: Contact | undefined, unit: string, lang: Lang): ContactView | null {
  if (!contact) return null
  const { name, phone } = contact
  const digits = phone.replace(/[^\d+]/g, '')
  return {
    name,
    phone,
    tel: digits ? `tel:${digits}` : null,
    call: say(lang, 'board.call', { name, unit, phone }),
  }
}
