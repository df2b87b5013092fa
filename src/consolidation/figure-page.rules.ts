import type { Month } from '../calendar/month.rules.ts'
import type { SentVersion } from '../reports/open-report.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { columnLabel, figureText } from './difference.rules.ts'
import {
  type Decision,
  type FigureVersion,
  type FoundFigure,
  figurePath,
  type Part,
  versionsOfFigure,
} from './figure.rules.ts'
import { stateRemarks } from './remark.rules.ts'

type Shown = {
  lang: Lang
  month: Month
  officeId: number
  /** The numbered copy that the figure was printed in; null for the figures as they are. */
  copy: number | null
  /** The same cell as it is now, beside a copy's; undefined without a copy. */
  now: number | null | undefined
}

type Sum = Extract<FoundFigure, { kind: 'sum' }>
type OfCommune = Extract<FoundFigure, { kind: 'commune' }>

const pathOf = ({ officeId, month }: Shown) => `/consolidation/${officeId}/${month}`

/** What both pages begin with: which cell this is, its figure, and whether a copy's is still the one of now. */
export function figureHead(found: FoundFigure, shown: Shown) {
  const { lang, month, copy, now } = shown
  const name = found.kind === 'sum' ? found.name : found.row.name
  const moved = copy !== null && now !== found.value
  const of = found.kind === 'commune' ? found.row.unitId : null
  return {
    label: columnLabel(found.column, lang),
    place: say(lang, 'figure.place', { name, month: formatMonth(month) }),
    value: figureText(found.value, lang),
    copy: copy === null ? null : say(lang, 'figure.copy', { number: copy }),
    moved: moved
      ? {
          text: say(lang, 'figure.moved', { number: copy, now: figureText(now ?? null, lang) }),
          link: {
            href: figurePath(pathOf(shown), { column: found.column.key, of }),
            label: say(lang, 'figure.toNow'),
          },
        }
      : null,
    back: copy === null ? pathOf(shown) : `${pathOf(shown)}/copies/${copy}`,
    backLabel: say(lang, copy === null ? 'figure.back' : 'figure.backToCopy'),
  }
}

/** A sum: what was added, and who is not in it. */
export function sumPage(found: Sum, shown: Shown) {
  const { lang } = shown
  const { expected, reported, missing } = found.counts
  const counts = {
    reported: formatNumber(reported),
    expected: formatNumber(expected),
    missing: formatNumber(missing),
  }
  return {
    text: say(lang, missing > 0 ? 'figure.sumMissing' : 'figure.sumAll', counts),
    numbering: found.column.numbering.includes('=')
      ? say(lang, 'figure.numbering', { numbering: found.column.numbering })
      : null,
    parts: found.parts.map(it => partLine(it, found, shown)),
    total: figureText(found.value, lang),
  }
}

function partLine(part: Part, { column }: Sum, shown: Shown) {
  const { lang, copy, month } = shown
  const { row, counts, unitId, value, name } = part
  const own = figurePath(pathOf(shown), { column: column.key, of: unitId }, copy)
  const below = figurePath(`/consolidation/${unitId}/${month}`, { column: column.key, of: null })
  const reported = row ? row.version !== null : (counts?.reported ?? 0) > 0
  return {
    name,
    href: row || copy !== null ? own : below,
    value: reported ? figureText(value, lang) : say(lang, 'sheet.missing'),
    reported,
    version: row?.version ? formatNumber(row.version.number) : '',
    by: row?.by ?? '',
    at: row?.submittedAt ? formatTime(new Date(row.submittedAt)) : '',
    note: row ? noteOf(row, lang) : countsLine(counts, lang),
  }
}

const countsLine = (counts: Part['counts'], lang: Lang): string =>
  counts === null
    ? ''
    : say(lang, 'sheet.reportedOf', {
        reported: formatNumber(counts.reported),
        expected: formatNumber(counts.expected),
      })

function noteOf(row: NonNullable<Part['row']>, lang: Lang): string {
  if (!row.version) return ''
  const corrected = row.version.reason ? [say(lang, 'figure.corrected', { reason: row.version.reason })] : []
  return [...stateRemarks(row, lang), ...corrected].join('; ')
}

/** A commune's figure: the versions it came from, newest first. */
export function communePage(
  found: OfCommune,
  { versions, decisions }: { versions: readonly SentVersion[]; decisions: readonly Decision[] },
  shown: Shown,
) {
  const { lang, month } = shown
  const { row } = found
  const counts = row.version?.number ?? null
  return {
    state: row.state,
    late: row.timing === 'late',
    none: counts === null ? say(lang, 'figure.none') : null,
    versions: versionsOfFigure(found.column, versions).map(it =>
      versionLine(it, { counts, decisions, shown, path: `/reports/${row.unitId}/${month}` }),
    ),
    reportHref: `/reports/${row.unitId}/${month}`,
    versionsHref: versions.length > 1 ? `/reports/${row.unitId}/${month}/versions` : null,
  }
}

type Line = { counts: number | null; decisions: readonly Decision[]; shown: Shown; path: string }

function versionLine({ version, boxes, value, before, warnings }: FigureVersion, line: Line) {
  const { counts, decisions, path } = line
  const { lang, copy } = line.shown
  const same = before === value
  const change = { before: figureText(before ?? null, lang), after: figureText(value, lang) }
  return {
    title: say(lang, 'figure.version', { number: version.number, value: figureText(value, lang) }),
    counts:
      version.number === counts ? say(lang, copy === null ? 'figure.counts' : 'figure.countsInCopy') : null,
    meta: say(lang, 'figure.sent', {
      by: version.by,
      at: formatTime(version.at),
      way: say(lang, `figure.way.${version.source}`),
      receipt: version.receipt,
    }),
    change: before === undefined ? null : say(lang, same ? 'figure.unchanged' : 'figure.changed', change),
    reason: version.reason ? say(lang, 'figure.why', { reason: version.reason }) : null,
    boxes:
      boxes.length > 1
        ? say(lang, 'figure.boxes', {
            sum: boxes
              .map(it =>
                say(lang, 'figure.box', { value: figureText(it.value, lang), cohort: it.cohort ?? '' }),
              )
              .join(' + '),
          })
        : null,
    warnings: warnings.map(it => ({
      message: it.message,
      explanation: it.explanation ? say(lang, 'figure.explained', { text: it.explanation }) : null,
    })),
    decisions: decisions.filter(it => it.version === version.number).map(it => decisionLine(it, lang)),
    receipt: `${path}/receipt/${version.number}`,
  }
}

const decisionLine = ({ act, by, at, reason }: Decision, lang: Lang): string =>
  act === 'report.return'
    ? say(lang, 'figure.returned', { by, at: formatTime(at), reason })
    : say(lang, 'figure.accepted', { by, at: formatTime(at) })
