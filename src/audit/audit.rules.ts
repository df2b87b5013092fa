import { addDays, asMonth, at, isDay, isMonth, type Month } from '../calendar/month.rules.ts'
import { all, isKey, type Key, say } from '../words/all.ts'
import { formatDay, formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** A line of the log as it is kept. */
export type AuditLine = {
  id: number
  at: Date
  actorId: number | null
  actorName: string
  act: string
  unit: string | null
  month: Month | null
  detail: Readonly<Record<string, unknown>>
  /** Its place in the chain and its seal there, in hexadecimal digits; null only when the chain is broken. */
  seq: number | null
  seal: string | null
}

/** What people look for together; an act belongs to the first kind whose words begin it. */
export const actKinds = {
  report: ['report.', 'remark.'],
  month: ['extension.', 'request.', 'month.', 'outage.'],
  reminder: ['reminder.'],
  snapshot: ['snapshot.', 'data.'],
  office: ['unit.', 'office.', 'target.'],
  holiday: ['holiday.'],
  person: [
    'person.create',
    'person.make-admin',
    'person.invite',
    'person.accept',
    'person.change',
    'person.switch',
    'person.set',
    'role.',
    'handover.',
  ],
  'sign-in': ['person.sign', 'person.ask-link'],
  portal: ['edition.', 'trial.', 'audit.'],
} as const

export type ActKind = keyof typeof actKinds

const PREFIX = 'audit.act.'

/** Every act there are words for, by kind; one that belongs to no kind is in none. */
export const actsOf = (kind: ActKind): string[] =>
  Object.keys(all)
    .filter(key => key.startsWith(PREFIX))
    .map(key => key.slice(PREFIX.length))
    .filter(act => kindOf(act) === kind)

const kindOf = (act: string): ActKind | undefined =>
  (Object.keys(actKinds) as ActKind[]).find(kind => actKinds[kind].some(it => act.startsWith(it)))

/** An act's sentence without its particulars: 'gửi báo cáo của …, kỳ …'. */
export function actLabel(lang: Lang, act: string): string {
  const key = `${PREFIX}${act}`
  return isKey(key) ? all[key][lang].replace(/\{\w+\}/g, '…') : act
}

/** Who did it, as the log names them: the portal itself has no account. */
export const actorOf = (
  lang: Lang,
  { actorId, actorName }: Pick<AuditLine, 'actorId' | 'actorName'>,
): string => (actorId === null ? say(lang, 'audit.portal') : actorName)

/** What was done, as a sentence that follows the name of whoever did it. An act without words is shown by its name. */
export function sentenceOf(lang: Lang, line: AuditLine): string {
  const key = `audit.act.${line.act}`
  if (!isKey(key)) return say(lang, 'audit.unknown', { act: line.act })
  const known: Record<string, string> = {
    ...Object.fromEntries(
      Object.entries(line.detail).map(([name, value]) => [name, shown(lang, name, value)]),
    ),
    unit: line.unit ?? '–',
    month: line.month ? formatMonth(line.month) : '–',
  }
  const asked = [...all[key][lang].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return say(lang, key, Object.fromEntries(asked.map(name => [name, known[name] ?? '–'])))
}

function shown(lang: Lang, name: string, value: unknown): string {
  if (typeof value === 'number') return formatNumber(value)
  const text = typeof value === 'string' ? value : ''
  if (name === 'role' && isKey(`people.role.${text}`)) return say(lang, `people.role.${text}` as Key)
  if (isMonth(text)) return formatMonth(text)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDay(text)
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return formatTime(new Date(text))
  return text
}

/** What else is worth knowing: the reason given, and old and new of what was changed. */
export function notesOf(lang: Lang, { detail }: AuditLine): string[] {
  const { reason, note, changes } = detail
  return [
    ...(typeof reason === 'string' && reason ? [say(lang, 'audit.reason', { reason })] : []),
    ...(typeof note === 'string' && note ? [say(lang, 'audit.note', { note })] : []),
    ...Object.entries((changes ?? {}) as Record<string, [unknown, unknown]>).map(([field, [before, after]]) =>
      say(lang, 'audit.change', {
        field: fieldName(lang, field),
        before: plain(lang, before),
        after: plain(lang, after),
      }),
    ),
  ]
}

function fieldName(lang: Lang, field: string): string {
  const key = [`units.settings.${field}`, `people.form.${field}`].find(isKey)
  return key ? say(lang, key) : field
}

function plain(lang: Lang, value: unknown): string {
  if (typeof value === 'boolean') return say(lang, value ? 'audit.yes' : 'audit.no')
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return text === '' ? say(lang, 'audit.empty') : text
}

export type AuditQuery = {
  person: string
  unit: string
  /** As typed; `month` is what it means, null when it means nothing. */
  typedMonth: string
  month: Month | null
  /** What is looked for: a kind of acts, or one act ('report.return'). */
  kind: ActKind | null
  act: string | null
  /** Days as typed into date boxes; '' when empty. */
  from: string
  to: string
  before: number | null
}

/** The boxes of the filter that cannot be read, or contradict each other. */
export function queryFaults({
  typedMonth,
  month,
  from,
  to,
}: AuditQuery): ('month' | 'from' | 'to' | 'order')[] {
  const badDay = (text: string) => text !== '' && !isDay(text)
  return [
    ...(typedMonth !== '' && month === null ? (['month'] as const) : []),
    ...(badDay(from) ? (['from'] as const) : []),
    ...(badDay(to) ? (['to'] as const) : []),
    ...(isDay(from) && isDay(to) && to < from ? (['order'] as const) : []),
  ]
}

/** The span of those days: from the first's beginning to the last's end; null where a box is empty. */
export const spanOf = ({
  from,
  to,
}: Pick<AuditQuery, 'from' | 'to'>): { from: Date | null; until: Date | null } => ({
  from: isDay(from) ? at(from, 0) : null,
  until: isDay(to) ? at(addDays(to, 1), 0) : null,
})

/** The filters as the address has them. A month may be typed 11/2026 or 2026-11. */
export function readAuditQuery(query: Readonly<Record<string, unknown>>): AuditQuery {
  const text = (name: string) =>
    typeof query[name] === 'string' ? query[name].normalize('NFC').trim().slice(0, 80) : ''
  const typedMonth = text('month')
  const [, month = '', year = ''] = /^(\d{1,2})\/(\d{4})$/.exec(typedMonth) ?? []
  const asked = year ? `${year}-${month.padStart(2, '0')}` : typedMonth
  const before = Number(text('before'))
  const kinds = Object.keys(actKinds) as ActKind[]
  return {
    person: text('person'),
    unit: text('unit'),
    typedMonth,
    month: isMonth(asked) ? asMonth(asked) : null,
    kind: kinds.find(it => it === text('act')) ?? null,
    act: kinds.flatMap(actsOf).find(it => it === text('act')) ?? null,
    from: text('from'),
    to: text('to'),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}
