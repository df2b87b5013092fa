import type { Day } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Finding } from './figure.rules.ts'
import type { Check, Edition, Field, Figures } from './form.rules.ts'
import { type Desk, type Hit, judge, type Row } from './judge.rules.ts'
import { personalData } from './personal-data.rules.ts'

export { type Finding, parseFigures } from './figure.rules.ts'
export { personalData } from './personal-data.rules.ts'

export type ReportToCheck = {
  edition: Edition
  fields: readonly Field[]
  figures: Figures
  texts: Readonly<Record<string, string>>
  /** Last month's figures, null when there was no report then. */
  previous: Figures | null
  /** The months before that, the newest first. */
  earlier: readonly Figures[]
  /** What parseFigures found: it comes first, and its boxes are not called empty. */
  found?: readonly Finding[]
  /** The due date, when the report comes after it. */
  late?: Day | null
  lang?: Lang
}

/**
 * Everything to mend or to explain, errors first, each in the form's order. An error comes once per box, so that it
 * can stand beside it; a warning once with all its boxes, so that one explanation answers it.
 */
export function checkReport(report: ReportToCheck): Finding[] {
  const { edition, found = [], lang = 'vi' } = report
  const desk = deskOf(report)
  const unread = new Set(found.flatMap(it => it.fields))
  const judged = edition.checks.flatMap(check => {
    const hits = judge(check, desk).filter(it => check.kind !== 'required' || !unread.has(it.fields[0] ?? ''))
    return findingsOf(check, hits, report)
  })
  const cohorts = report.fields.map(it => it.cohort).filter(it => it !== null)
  const written = edition.texts.flatMap(({ code, maxLength }) =>
    checkText({ field: code, text: report.texts[code] ?? '', maxLength }, cohorts, lang),
  )
  return inFormOrder([...found, ...judged, ...written], desk.fields)
}

export type WrittenText = { field: string; text: string; maxLength: number }

/** H17 too long, H15 personal data (W9 of the list, made an error by design §3). Explanations take it as well. */
export function checkText(
  { field, text, maxLength }: WrittenText,
  cohorts: readonly number[],
  lang: Lang = 'vi',
): Finding[] {
  // A browser counts a line's end once and sends it as two characters.
  const { length } = text.length > maxLength ? text.replace(/\r\n/g, '\n').normalize('NFC') : text
  const refuse = (code: string, message: string): Finding[] => [
    { code, severity: 'error', fields: [field], message },
  ]
  if (length > maxLength) {
    return refuse(
      'H17',
      say(lang, 'form.text.long', { length: formatNumber(length), most: formatNumber(maxLength) }),
    )
  }
  const reason = text && personalData(text, cohorts.length > 0 ? Math.max(...cohorts) : null, lang)
  return reason ? refuse('H15', reason) : []
}

function deskOf({ fields, figures, texts, previous, earlier, late }: ReportToCheck): Desk {
  const rows = new Map<string, Row>()
  for (const { name, indicator, cohort } of fields) {
    const row = rows.get(indicator.code) ?? { byCohort: cohort !== null, names: [], figures: [] }
    row.names.push(name)
    row.figures.push(figures[name] ?? null)
    rows.set(indicator.code, row)
  }
  return { fields, figures, rows, texts, previous, earlier, late: Boolean(late) }
}

function findingsOf(check: Check, hits: readonly Hit[], { late, lang = 'vi' }: ReportToCheck): Finding[] {
  const { code, severity, message } = check
  const finding = (fields: string[], { x, y }: Partial<Hit>): Finding => ({
    code,
    severity,
    fields,
    message: fill(message[lang], { x, y, day: late ? formatDay(late) : undefined }),
  })
  const [first] = hits
  if (severity === 'error' || !first) return hits.map(hit => finding(hit.fields, hit))
  return [finding([...new Set(hits.flatMap(it => it.fields))], first)]
}

const fill = (message: string, params: Record<string, string | number | undefined>): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? ''
    return typeof value === 'number' ? formatNumber(value) : value
  })

/** Texts and what has no box come after the figures. */
function inFormOrder(findings: readonly Finding[], fields: readonly Field[]): Finding[] {
  if (findings.length < 2) return [...findings]
  const places = new Map(fields.map(({ name }, index) => [name, index]))
  const placeOf = ({ severity, fields: [first = ''] }: Finding) =>
    (severity === 'error' ? 0 : 10_000) + (places.get(first) ?? fields.length)
  return findings
    .map(it => ({ it, place: placeOf(it) }))
    .sort((a, b) => a.place - b.place)
    .map(({ it }) => it)
}
