import { dayAt } from '../calendar/month.rules.ts'
import { phaseAt } from '../calendar/window.rules.ts'
import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { checkReport, checkText, type Finding, parseFigures } from './check.rules.ts'
import { type Clash, clashes, type Posted, type Typed, typedFrom, typedOf } from './draft.rules.ts'
import { opensOn } from './due.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { type Content, changesBetween, isNil, standingAt, takesReports } from './report.rules.ts'

/** A post as judged: what would be sent, what stands against it, and everything as it was typed. */
export type Judged = {
  content: Content
  nil: boolean
  typed: Typed
  /** To mend before it can be sent; the first of `fields` is the box, the text or the explanation to go to. */
  errors: Finding[]
  /** To explain; those not explained yet are among the errors as well. */
  warnings: Finding[]
}

type Asking = { now: Date; lang: Lang }

/** An explanation is a line, not an essay; it must say more than "ok". */
const EXPLANATION = { least: 5, most: 300 }
const REASON_MOST = 500

export function judgePosted(open: OpenReport, posted: Posted, asking: Asking): Judged {
  const { edition, fields, cohorts } = open
  const { figures, findings: found, typed } = parseFigures(fields, posted.boxes, asking.lang)
  const texts = Object.fromEntries(edition.texts.map(({ code }) => [code, posted.texts[code] ?? '']))
  const findings = checkReport({
    ...comparison(open),
    figures,
    texts,
    found,
    late: lateBy(open, asking.now),
    lang: asking.lang,
  })
  const warnings = findings.filter(it => it.severity === 'warning')
  const explanations = Object.fromEntries(
    warnings.map(({ code }) => [code, posted.explanations[code] ?? '']).filter(([, text]) => text !== ''),
  )
  const content = { figures, texts, explanations }
  return {
    content,
    nil: isNil(edition, cohorts, figures),
    typed: typedOf(typed, posted),
    warnings,
    errors: [
      ...notNow(open, asking),
      ...reasonFaults(open, posted, { content, lang: asking.lang }),
      ...findings.filter(it => it.severity === 'error'),
      ...posted.twice.map(name => fault('H1', name, say(asking.lang, 'reports.twice'))),
      ...warnings.flatMap(warning =>
        explanationFaults(open, warning, { text: explanations[warning.code] ?? '', lang: asking.lang }),
      ),
    ],
  }
}

const fault = (code: string, field: string, message: string): Finding => ({
  code,
  severity: 'error',
  fields: [field],
  message,
})

export function comparison({ edition, fields, before, earlier }: OpenReport) {
  const known = earlier.map(it => it.figures)
  const gap = known.indexOf(null)
  const older = (gap < 0 ? known : known.slice(0, gap)).filter(it => it !== null)
  return { edition, fields, previous: before.figures, earlier: older }
}

/**
 * The due date, when this would be a first report after the grace: within the grace it is recorded as late without
 * asking why, and a correction changes nothing about when the report came.
 */
function lateBy({ current, window }: OpenReport, now: Date): string | null {
  return current === null && phaseAt(window, now) === 'late' ? dayAt(window.due) : null
}

/** H12: the month takes no report now. */
function notNow(open: OpenReport, { now, lang }: Asking): Finding[] {
  const standing = standingAt(open.window, now)
  if (takesReports(standing)) return []
  const message =
    standing === 'locked'
      ? say(lang, 'reports.locked', { office: open.officeName, at: formatTime(open.window.locksAt ?? now) })
      : opensOn(open, lang)
  return [{ code: 'H12', severity: 'error', fields: [], message }]
}

type Corrected = { content: Content; lang: Lang }

/** A correction says why, and corrects something; an office's return may be answered with the same figures. */
function reasonFaults(
  { current, cohorts, kept }: OpenReport,
  { reason }: Posted,
  { content, lang }: Corrected,
): Finding[] {
  if (!current) return []
  if (reason.length < EXPLANATION.least)
    return [fault('H19', 'correction', say(lang, 'reports.reasonMissing'))]
  const faults = checkText({ field: 'correction', text: reason, maxLength: REASON_MOST }, cohorts, lang)
  const same = !kept.returned && changesBetween(current, content, []).length === 0
  return same ? [...faults, fault('H20', 'correction', say(lang, 'reports.nothingChanged'))] : faults
}

function explanationFaults(
  { cohorts }: OpenReport,
  { code }: Finding,
  { text, lang }: { text: string; lang: Lang },
): Finding[] {
  const field = `explain:${code}`
  if (text.length < EXPLANATION.least) return [fault('H18', field, say(lang, 'reports.explain'))]
  return checkText({ field, text, maxLength: EXPLANATION.most }, cohorts, lang)
}

/** What somebody else did while this form was open. */
export type Conflict = {
  kind: 'saved' | 'sent' | 'awaiting'
  by: string
  at: Date
  differences: Clash[]
}

/**
 * Whether the report has moved on since the form was made: saved by another form, sent, or laid before the leader.
 * The same form never conflicts with its own earlier saves.
 */
export function conflictIn(open: OpenReport, posted: Posted, typed: Typed): Conflict | null {
  const { draft, revision, savedBy, savedAt } = open.kept
  const against = (kind: Conflict['kind'], by: string | null, at: Date | null, theirs: Typed): Conflict => ({
    kind,
    by: by ?? '',
    at: at ?? new Date(0),
    differences: clashes(typed, theirs, namesIn(open)),
  })
  if (draft?.asked) return against('awaiting', draft.asked.name, new Date(draft.asked.at), draft.raw)
  if (posted.revision === revision || (draft && draft.key === posted.key)) return null
  if (draft) return against('saved', savedBy, savedAt, draft.raw)
  const { current } = open
  if (!current) return null
  return against('sent', current.by, current.at, typedFrom(current.figures, current.texts))
}

const namesIn = ({ fields, edition }: OpenReport): string[] => [
  ...fields.map(it => it.name),
  ...edition.texts.map(it => it.code),
]
