import { say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Typed } from './draft.rules.ts'
import type { Finding } from './figure.rules.ts'
import {
  type Edition,
  type Field,
  type Figures,
  fieldName,
  type Section,
  shownSections,
  sumOver,
} from './form.rules.ts'

/** The form's boxes as views/partials/number-grid takes them: rows are indicators, columns graduation years. */

export type NumberBox = {
  id: string
  name: string
  label: string
  value: string
  hint: string | null
  before: string | null
  error: string | null
  warning: string | null
  /** What the office wants looked at again here. */
  remark: string | null
  inset: boolean
  signed: boolean
}

export type GridSum = {
  names: string
  start: number | null
  target: string | null
  text: string
  state: 'matches' | 'differs' | 'open'
}

export type NumberGrid = {
  head: string
  rows: { label: string; short: string; hint: string | null; inset: boolean }[]
  columns: { id: string; title: string; cohort: number | null; boxes: NumberBox[]; sum: GridSum | null }[]
  sumLabel: string | null
}

export type GridSection = { id: string; title: string; intro: string | null; grids: NumberGrid[] }

export type Filled = {
  edition: Edition
  fields: readonly Field[]
  cohorts: readonly number[]
  switches: ReadonlySet<string>
  typed: Typed
  before: Figures | null
  findings: readonly Finding[]
  /** By box; nothing where the page shows none. */
  remarks?: ReadonlyMap<string, string>
  lang: Lang
}

/** An id that a link can point at: 'neither@2026' is 'neither-2026'. */
export const boxId = (name: string): string => name.replace(/[^\w-]/g, '-')

export function gridSections(filled: Filled): GridSection[] {
  return shownSections(filled.edition, filled.switches).map(section => ({
    id: section.code,
    title: section.title[filled.lang],
    intro: section.intro?.[filled.lang] ?? null,
    grids: [gridOf(section, filled, 'cohort'), gridOf(section, filled, 'all')].filter(
      grid => grid.rows.length > 0,
    ),
  }))
}

function gridOf(section: Section, filled: Filled, scope: 'cohort' | 'all'): NumberGrid {
  const { lang } = filled
  const indicators = section.indicators.filter(it => it.scope === scope)
  const seats = scope === 'cohort' ? filled.cohorts : [null]
  const rule = sumRule(
    filled.edition,
    indicators.map(it => it.code),
  )
  const insets = new Set(indicators.filter(it => isInset(it.code, section, rule)).map(it => it.code))
  const columns = seats.map(cohort => ({
    id: `${section.code}-${cohort ?? 'all'}`,
    cohort,
    title:
      cohort === null
        ? say(lang, 'reports.form.allCohorts')
        : say(lang, 'reports.form.cohort', { year: cohort }),
    boxes: filled.fields
      .filter(it => it.section === section.code && it.cohort === cohort && it.indicator.scope === scope)
      .map(field => boxOf(field, filled, insets.has(field.indicator.code))),
    sum: rule && sumOf(rule, cohort, filled),
  }))
  const summed = columns.every(it => it.sum) ? rule : null
  return {
    head: say(lang, 'reports.form.indicator'),
    rows: indicators.map(it => ({
      label: it.label[lang],
      short: (it.short ?? it.label)[lang],
      hint: it.hint?.[lang] ?? null,
      inset: insets.has(it.code),
    })),
    columns: summed ? columns : columns.map(it => ({ ...it, sum: null })),
    sumLabel:
      summed &&
      say(lang, summed.flow ? 'reports.form.flowSum' : 'reports.form.sum', {
        total: nameOf(summed.total, filled),
      }),
  }
}

const nameOf = (code: string, { edition, lang }: Filled): string => {
  const indicator = edition.sections.flatMap(it => it.indicators).find(it => it.code === code)
  return (indicator?.short ?? indicator?.label)?.[lang] ?? code
}

/** What is shown beneath its whole: a part named in the same section that is no term of that section's sum. */
function isInset(code: string, { indicators }: Section, rule: SumRule | null): boolean {
  const whole = indicators.find(it => it.code === code)?.partOf
  return indicators.some(it => it.code === whole) && !rule?.plus.includes(code)
}

function boxOf(
  { name, indicator }: Field,
  { typed, before, findings, remarks, lang }: Filled,
  inset: boolean,
): NumberBox {
  const figure = before?.[name] ?? null
  const messages = (severity: Finding['severity']) =>
    findings
      .filter(it => it.severity === severity && it.fields[0] === name)
      .map(it => it.message)
      .join(' ') || null
  return {
    id: boxId(name),
    name,
    label: indicator.label[lang],
    value: typed[name] ?? '',
    hint: indicator.hint?.[lang] ?? null,
    before: figure === null ? null : formatNumber(figure),
    error: messages('error'),
    warning: messages('warning'),
    remark: remarks?.get(name) ?? null,
    inset,
    signed: indicator.type === 'signed',
  }
}

/** A sum the form shows while one types: parts against their total, or last month with the movements against this. */
type SumRule = { plus: readonly string[]; minus: readonly string[]; total: string; flow: boolean }

function sumRule(edition: Edition, codes: readonly string[]): SumRule | null {
  for (const check of edition.checks) {
    if (check.kind === 'sumEquals' && check.parts.every(it => codes.includes(it)))
      return { plus: check.parts, minus: [], total: check.total, flow: false }
    if (check.kind === 'flow' && [...check.plus, ...check.minus].every(it => codes.includes(it)))
      return { plus: check.plus, minus: check.minus, total: check.stock, flow: true }
  }
  return null
}

function sumOf(rule: SumRule, cohort: number | null, { typed, before, cohorts }: Filled): GridSum | null {
  const start = rule.flow ? before && sumOver(rule.total, before, cohorts) : null
  if (rule.flow && start === null) return null
  const name = (code: string) => fieldName(code, cohort)
  const totals = cohort === null ? cohorts.map(it => fieldName(rule.total, it)) : [name(rule.total)]
  const parts = [
    ...rule.plus.map(it => ({ name: name(it), sign: 1 })),
    ...rule.minus.map(it => ({ name: name(it), sign: -1 })),
  ]
  const sum = addUp(typed, parts, start ?? 0)
  const target = addUp(
    typed,
    totals.map(it => ({ name: it, sign: 1 })),
    0,
  )
  const open = sum.open || target.open
  return {
    names: parts.map(it => (it.sign < 0 ? `-${it.name}` : it.name)).join(' '),
    start,
    target: cohort === null ? `${rule.total}@*` : name(rule.total),
    text: `${formatNumber(sum.total)} / ${target.open ? '…' : formatNumber(target.total)}`,
    state: open ? 'open' : sum.total === target.total ? 'matches' : 'differs',
  }
}

function addUp(typed: Typed, terms: readonly { name: string; sign: number }[], start: number) {
  let total = start
  let open = false
  for (const { name, sign } of terms) {
    const text = (typed[name] ?? '').trim()
    if (/^[+-]?\d{1,4}$/.test(text)) total += sign * Number(text)
    else open = true
  }
  return { total, open }
}
