import type { Lang } from '../words/words.ts'
import { checkReport, type Finding } from './check.rules.ts'
import { isSame } from './compare-edition.rules.ts'
import { type Check, type Edition, type Figures, fieldsOf } from './form.rules.ts'

/** What an edition would have said of reports that were sent under another. */

/** A report as sent, with what its checks looked at. */
export type SentReport = {
  unit: { id: number; name: string }
  /** The edition it was sent with. */
  edition: Edition
  cohorts: readonly number[]
  switches: ReadonlySet<string>
  figures: Figures
  texts: Readonly<Record<string, string>>
  previous: Figures | null
  earlier: readonly Figures[]
}

/** Boxes and message as the first finding of the check says them. */
export type TriedUnit = { unit: SentReport['unit']; fields: string[]; message: string }

/** One check of either edition. `fails` would newly fail, `passes` failed when sent and would no longer. */
export type TriedCheck = {
  code: string
  severity: 'error' | 'warning'
  /** Of which edition: 'gone' is a check only the old one has. */
  is: 'new' | 'changed' | 'kept' | 'gone'
  message: string
  fails: TriedUnit[]
  passes: TriedUnit[]
  /** How many reports fail it under the tried edition, newly or as before. */
  failing: number
}

/** A new box that must be filled, of which old reports know nothing: no failure of theirs. */
export type NewBox = { code: string; label: string; reports: number }

export type Tried = { reports: number; checks: TriedCheck[]; newBoxes: NewBox[] }

export function tryEdition(edition: Edition, reports: readonly SentReport[], lang: Lang = 'vi'): Tried {
  const tried = reports.map(report => ({
    unit: report.unit,
    before: findingsBy(report.edition, report, lang),
    after: findingsBy(edition, report, lang),
  }))
  const old = new Map(reports.flatMap(it => it.edition.checks).map(it => [it.code, it]))
  const kept = new Set(edition.checks.map(it => it.code))
  const gone = [...old.values()].filter(it => !kept.has(it.code))
  return {
    reports: reports.length,
    checks: [
      ...edition.checks.map(it => triedCheck(it, standingOf(it, old.get(it.code)), { tried, lang })),
      ...gone.map(it => triedCheck(it, 'gone', { tried, lang })),
    ],
    newBoxes: newBoxes(edition, reports, lang),
  }
}

type TriedReport = {
  unit: SentReport['unit']
  before: ReadonlyMap<string, Finding>
  after: ReadonlyMap<string, Finding>
}

const standingOf = (now: Check, then: Check | undefined): TriedCheck['is'] =>
  then ? (isSame(rule(now), rule(then)) ? 'kept' : 'changed') : 'new'

/** What it finds, whatever it says. */
const rule = (check: Check): unknown => ({ ...check, message: null })

function triedCheck(
  { code, severity, message }: Check,
  is: TriedCheck['is'],
  { tried, lang }: { tried: readonly TriedReport[]; lang: Lang },
): TriedCheck {
  const where = (held: 'before' | 'after', notIn: 'before' | 'after'): TriedUnit[] =>
    tried.flatMap(report => {
      const found = report[held].get(code)
      return found && !report[notIn].has(code)
        ? [{ unit: report.unit, fields: found.fields, message: found.message }]
        : []
    })
  return {
    code,
    severity,
    is,
    message: message[lang],
    fails: where('after', 'before'),
    passes: where('before', 'after'),
    failing: tried.filter(it => it.after.has(code)).length,
  }
}

/** The first finding of each check, but for boxes of which the report could know nothing. */
function findingsBy(edition: Edition, report: SentReport, lang: Lang): Map<string, Finding> {
  const { cohorts, switches, figures, texts, previous, earlier } = report
  const fields = fieldsOf(edition, cohorts, switches)
  const asked = new Set(fieldsOf(report.edition, cohorts, switches).map(it => it.name))
  const unasked = new Set(fields.map(it => it.name).filter(it => !asked.has(it)))
  const required = new Set(edition.checks.filter(it => it.kind === 'required').map(it => it.code))
  const findings = checkReport({ edition, fields, figures, texts, previous, earlier, lang })
    .filter(it => !required.has(it.code) || !it.fields.some(name => unasked.has(name)))
    .reverse()
  return new Map(findings.map(it => [it.code, it]))
}

function newBoxes(edition: Edition, reports: readonly SentReport[], lang: Lang): NewBox[] {
  return edition.sections.flatMap(section =>
    section.indicators.flatMap(({ code, label, required, ...it }) => {
      const isOn = ({ switches }: SentReport) =>
        [section.switch, it.switch].every(name => name === undefined || switches.has(name))
      const lacking = reports.filter(
        report =>
          isOn(report) && !report.edition.sections.some(old => old.indicators.some(one => one.code === code)),
      )
      return required && lacking.length > 0 ? [{ code, label: label[lang], reports: lacking.length }] : []
    }),
  )
}
