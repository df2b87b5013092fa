import { addMonths, type Month, schoolYearOf } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Edition } from './form.rules.ts'
import { titleOf } from './form-page.rules.ts'
import { figuresOf, headlineTiles, type PastMonth } from './home-page.rules.ts'
import { latenessOf } from './lateness.rules.ts'
import type { OpenReport, SentVersion } from './open-report.rules.ts'
import { changesBetween, type Difference, stateOf } from './report.rules.ts'
import { countingOf } from './request-page.rules.ts'

/** The model of views/reports/versions: each version of one month, newest first, with what it changed. */
export function versionsPage(open: OpenReport, versions: readonly SentVersion[], lang: Lang) {
  const names = open.fields.map(it => it.name)
  return {
    unit: open.unit.fullName,
    month: open.month,
    state: stateOf(open.kept.state),
    late: open.kept.onTime === false,
    lateness: latenessOf(open.kept, countingOf(open, lang)),
    back: `/reports/${open.unit.id}/${open.month}`,
    versions: versions.map((version, index) => {
      const earlier = versions[index + 1]
      return {
        number: version.number,
        receipt: version.receipt,
        href: `/reports/${open.unit.id}/${open.month}/receipt/${version.number}`,
        by: version.by,
        at: version.at,
        reason: version.reason,
        source: sourceOf(version, lang),
        now: index === 0,
        first: !earlier,
        changes: earlier ? changesBetween(earlier, version, names).map(it => changeLine(it, open, lang)) : [],
        warnings: version.warnings.map(it => ({
          message: it.message,
          explanation: version.explanations[it.code] ?? null,
        })),
      }
    }),
  }
}

/** How the version came in, where that was not by typing it. */
const sourceOf = ({ source }: SentVersion, lang: Lang): string | null =>
  source === 'form' ? null : say(lang, `upload.source.${source}`)

function changeLine({ name, before, after }: Difference, open: OpenReport, lang: Lang) {
  const shown = (value: Difference['before']) =>
    typeof value === 'number' ? formatNumber(value) : value || say(lang, 'reports.form.empty')
  return {
    label: titleOf(name, open, lang) ?? name,
    before: shown(before),
    after: shown(after),
    wordy: typeof (after ?? before) === 'string',
  }
}

/** The model of views/reports/receipt, for one version. Null when the report has no such version. */
export function receiptPage(
  open: OpenReport,
  versions: readonly SentVersion[],
  { number, lang }: { number: number; lang: Lang },
) {
  const version = versions.find(it => it.number === number)
  if (!version) return null
  const path = `/reports/${open.unit.id}/${open.month}`
  return {
    unit: open.unit.fullName,
    office: open.officeName,
    number: version.receipt,
    month: open.month,
    at: version.at,
    by: version.by,
    version: version.number,
    replaced: versions[0]?.number !== version.number,
    onTime: open.kept.onTime === true,
    lateness: latenessOf(open.kept, countingOf(open, lang)),
    due: formatTime(open.window.due),
    reason: version.reason || null,
    source: sourceOf(version, lang),
    autosave: `${path}/autosave`,
    tiles: headlineTiles(open, version.figures, lang),
    changedHref: version.number > 1 ? `${path}/versions` : null,
    view: path,
    home: '/reports',
  }
}

export type ListedYears = {
  edition: Edition
  path: string
  /** By how much the late months were late, in words. */
  lateness: ReadonlyMap<Month, string>
}
type MonthOfList = PastMonth & { versions: number }

/** Months by school year, newest first; a month before which nothing is due yet is not in the list. */
export function historyYears(months: readonly MonthOfList[], { edition, path, lateness }: ListedYears) {
  const years = [...new Set(months.map(it => schoolYearOf(it.month)))]
  return years.map(year => ({
    year,
    months: months
      .filter(it => schoolYearOf(it.month) === year)
      .map(({ month, state, onTime, at, figures, versions }) => ({
        href: `${path}/${month}`,
        versionsHref: versions > 1 ? `${path}/${month}/versions` : null,
        versions,
        month,
        state: stateOf(state),
        late: onTime === false,
        lateness: lateness.get(month) ?? null,
        at,
        ...figuresOf(edition, figures),
      })),
  }))
}

/** 'UBND xã A, đến hết tháng 06/2025', a link to that unit's own months. */
export const predecessorLine = (lang: Lang, unit: { id: number; fullName: string }, effective: Month) => ({
  href: `/reports/${unit.id}`,
  text: say(lang, 'reports.history.predecessor', {
    unit: unit.fullName,
    month: formatMonth(addMonths(effective, -1)),
  }),
})
