import type { Month } from '../calendar/month.rules.ts'
import type { Lang } from '../words/words.ts'

/**
 * The form is one declarative edition (`data/form-editions/`); page, checks, template, Excel columns and API
 * all follow from it. Here: what an edition is, and which boxes it gives a commune in a month.
 */

export type Bilingual = Readonly<Record<Lang, string>>

/** One thing counted. Its code names it for ever: series across editions join by it. */
export type Indicator = {
  code: string
  label: Bilingual
  /** Column head; the label where there is none. */
  short?: Bilingual
  hint?: Bilingual
  /** One box per graduation year, or one for all years together. */
  scope: 'cohort' | 'all'
  /** A count is 0 to 9999; a signed figure may be negative. */
  type: 'count' | 'signed'
  /** Must be filled: empty is never 0. */
  required: boolean
  /** The office's switch that turns it on. */
  switch?: string
  /** The indicator it is a part of, so that the whole is 0 means this is 0. */
  partOf?: string
  /** A stock, which last month's figure may start; without it a movement of the month. */
  carries?: boolean
  /** What a new form shows where the usual answer is none. */
  initial?: 0
  /** Masked with particular care wherever it leaves the office. */
  sensitive?: boolean
}

export type Section = {
  code: string
  title: Bilingual
  /** Head over the section's columns; the title where there is none. */
  short?: Bilingual
  intro?: Bilingual
  switch?: string
  indicators: readonly Indicator[]
}

export type TextCode = 'actions' | 'proposals' | 'note'
export type TextBox = { code: TextCode; label: Bilingual; maxLength: number }

/** Both must be reached: small counts jump by large shares, large ones by large numbers. */
export type Threshold = { atLeast: number; percent: number }

/**
 * What a check compares. Indicators all by cohort are compared cohort by cohort; otherwise by their sums over the
 * cohorts. A check in which a figure is empty, or an indicator switched off, says nothing.
 */
export type Rule =
  | { kind: 'required' }
  | { kind: 'atMost'; parts: readonly string[]; limits: readonly string[] }
  | { kind: 'sumEquals' | 'sumAtMost'; parts: readonly string[]; total: string }
  /** Of two overlapping parts of a total, at least their excess over the total must be both. */
  | { kind: 'overlapAtLeast'; part: string; of: readonly [string, string]; total: string }
  | { kind: 'needsNote'; indicator: string; text: TextCode }
  /** Last month's stock and this month's movements give this month's stock. */
  | { kind: 'flow'; stock: string; plus: readonly string[]; minus: readonly string[] }
  /** `season` holds in the month that opens a cohort, when the school year begins and much moves. */
  | ({ kind: 'jump'; indicator: string; season: Threshold } & Threshold)
  | { kind: 'same'; indicator: string; periods: number }
  | { kind: 'differs'; indicator: string }
  | ({ kind: 'ratioAbove'; part: string; total: string } & Threshold)
  | { kind: 'allOrNone'; part: string; total: string; atLeast: number }
  | { kind: 'late' }
  /** `holds` is what must be true, in the language of expression.rules; `x` and `y` are the message's figures. */
  | { kind: 'expression'; holds: string; x?: string; y?: string }

/** The message's placeholders are {x} and {y}, figures, and {day}. Codes are those of `form-checks.csv`. */
export type Check = { code: string; severity: 'error' | 'warning'; message: Bilingual } & Rule

export type Edition = {
  code: string
  title: Bilingual
  /** Months from this one on use it, until the next edition's. */
  effectiveFrom: Month
  /** Graduation years asked about unless the office opens others. */
  cohortCount: number
  /** The month of its graduation year, 1 to 12, from which a cohort is asked about. */
  cohortOpens: number
  sections: readonly Section[]
  texts: readonly TextBox[]
  /** The indicator the portal exists for, and the one always shown beside it. */
  headline: string
  unknown: string
  checks: readonly Check[]
  /** Whom to count and how, shown on the form itself. */
  definitions: readonly Bilingual[]
}

/** One box of a commune's form. */
export type Field = {
  /** 'neither@2026', or 'sit_idle' for all cohorts together. */
  name: string
  indicator: Indicator
  cohort: number | null
  section: string
}

/** Figures by field name; null and absent both mean empty, which is never 0. */
export type Figures = Readonly<Record<string, number | null>>

export const fieldName = (code: string, cohort: number | null): string =>
  cohort === null ? code : `${code}@${cohort}`

/** The boxes in the form's order: within a section the cohorts as given, then what all share. */
export function fieldsOf(
  edition: Edition,
  cohorts: readonly number[],
  switches: ReadonlySet<string>,
): Field[] {
  return shownSections(edition, switches).flatMap(({ code: section, indicators }) => {
    const field = (indicator: Indicator, cohort: number | null): Field => ({
      name: fieldName(indicator.code, cohort),
      indicator,
      cohort,
      section,
    })
    const byCohort = indicators.filter(it => it.scope === 'cohort')
    const shared = indicators.filter(it => it.scope === 'all')
    return [
      ...cohorts.flatMap(cohort => byCohort.map(it => field(it, cohort))),
      ...shared.map(it => field(it, null)),
    ]
  })
}

/** The sections and indicators an office uses; a section left with no indicator goes. */
export function shownSections(edition: Edition, switches: ReadonlySet<string>): Section[] {
  const isOn = (it: { switch?: string }) => it.switch === undefined || switches.has(it.switch)
  return edition.sections
    .filter(isOn)
    .map(section => ({ ...section, indicators: section.indicators.filter(isOn) }))
    .filter(section => section.indicators.length > 0)
}

/** Every switch the edition knows, for the office's settings. */
export function switchesOf(edition: Edition): string[] {
  const named = edition.sections.flatMap(section => [
    section.switch,
    ...section.indicators.map(it => it.switch),
  ])
  return [...new Set(named.filter(it => it !== undefined))]
}

/**
 * The graduation years asked about in a month, newest first. The first edition opens a cohort in September: in
 * the summer after graduation nobody attends anything yet, so the figure would mean nothing, and a school
 * year's books keep the same cohorts from September to August.
 */
export function cohortsOf(edition: Edition, month: Month): number[] {
  const year = Number(month.slice(0, 4))
  const newest = Number(month.slice(5)) >= edition.cohortOpens ? year : year - 1
  return Array.from({ length: edition.cohortCount }, (_, age) => newest - age)
}

/** The graduation years that figures speak of, newest first. */
export function cohortsIn(figures: Figures): number[] {
  const years = Object.keys(figures).map(name => Number(name.split('@')[1]))
  return [...new Set(years.filter(year => !Number.isNaN(year)))].sort((a, b) => b - a)
}

/** The sum over those cohorts; null as soon as one is empty, since a part is not a sum. */
export function sumOver(code: string, figures: Figures, cohorts: readonly number[]): number | null {
  let sum: number | null = null
  for (const cohort of cohorts) {
    const figure = figures[fieldName(code, cohort)]
    if (figure === null || figure === undefined) return null
    sum = (sum ?? 0) + figure
  }
  return sum
}

export type Headline = { neither: number | null; unknown: number | null }

/** The two figures that are always shown together: poor tracking would otherwise look like success. */
export const headlineOf = (edition: Edition, figures: Figures, cohorts: readonly number[]): Headline => ({
  neither: sumOver(edition.headline, figures, cohorts),
  unknown: sumOver(edition.unknown, figures, cohorts),
})

/** What a box is called away from its place on the page: 'Tổng số … (2026)'. */
export const fieldTitle = ({ indicator, cohort }: Field, lang: Lang): string =>
  cohort === null ? indicator.label[lang] : `${indicator.label[lang]} (${cohort})`
