import { say } from '../words/all.ts'
import { formatTime } from '../words/vietnamese.ts'
import { checkReport, type Finding } from './check.rules.ts'
import type { Field } from './form.rules.ts'
import { type FormulaHit, formulasOf, type SheetDesk } from './formula.rules.ts'
import type { OpenReport } from './open-report.rules.ts'
import { comparison } from './submission.rules.ts'
import type { Address, CheckLine, Layout } from './template-layout.rules.ts'

/** The template's "Kiểm tra": what each of its lines says, as a formula and as it stands when the book is made. */

export type Formula = { formula: string; result: string }
export type CheckValues = {
  line: CheckLine
  hits: FormulaHit[]
  state: string | Formula
  message: string | Formula
}

/** What the boxes hold when the book is made. */
export type Standing = {
  figures: Readonly<Record<string, number | null>>
  texts: Readonly<Record<string, string>>
  explanations: Readonly<Record<string, string>>
  /** Boxes with something that is no figure. */
  unread: readonly string[]
}

export function checkValues(open: OpenReport, layout: Layout, standing: Standing): CheckValues[] {
  const { fields, previous, earlier } = comparison(open)
  const { cells, texts } = layout
  const desk: SheetDesk = { fields, cells, texts, previous, earlier }
  return layout.checks.map(line => {
    const { check } = line
    if (!check) return numbersLine(line, { open, layout, standing })
    if (check.kind === 'late') return lateLine(line, open)
    const hits = formulasOf(check, desk)
    if (hits.length === 0) return { line, hits, state: FITS, message: ruleText(check.message.vi) }
    const found = findingOf(line, { open, standing })
    const address = layout.explanations.get(check.code) ?? null
    const explained = (standing.explanations[check.code] ?? '') !== ''
    const result = found ? (address ? (explained ? EXPLAINED : EXPLAIN) : MEND) : FITS
    const fails = address
      ? `IF(TRIM(CLEAN(${address}))="",${quoted(EXPLAIN)},${quoted(EXPLAINED)})`
      : quoted(MEND)
    const state = { formula: `IF(OR(${hits.map(it => it.when).join(',')}),${fails},${quoted(FITS)})`, result }
    const message =
      check.kind === 'required'
        ? emptyMessage(line, hits, { open, layout, standing })
        : messageOf(line, hits, found)
    return fitsCells([state, message]) ? { line, hits, state, message } : onPortal(line)
  })
}

/** What Excel takes in one cell, with room for what it writes in itself. */
const LONGEST_FORMULA = 8000

const fitsCells = (formulas: readonly Formula[]): boolean =>
  formulas.every(it => it.formula.length <= LONGEST_FORMULA)

/** A check that an office wrote too long for a cell: nothing is said to be right that was not reckoned. */
const onPortal = (line: CheckLine): CheckValues => ({
  line,
  hits: [],
  state: '',
  message: `${ruleText(line.check?.message.vi ?? '')} ${say('vi', 'expression.onPortal')}`,
})

const FITS = say('vi', 'template.fits')
export const MEND = say('vi', 'template.mend')
export const EXPLAIN = say('vi', 'template.explain')
const EXPLAINED = say('vi', 'template.explained')

type Given = { open: OpenReport; layout: Layout; standing: Standing }

/** The check alone, so that what the sheet shows before anybody reckons it is what the portal says. */
function findingOf({ check }: CheckLine, { open, standing }: Omit<Given, 'layout'>): Finding | null {
  if (!check) return null
  const { figures, texts } = standing
  const edition = { ...open.edition, checks: [check] }
  const findings = checkReport({ ...comparison(open), edition, figures, texts })
  return findings.find(it => it.code === check.code) ?? null
}

/** The first place that fails, with its figures; else what is checked. */
function messageOf({ check }: CheckLine, hits: readonly FormulaHit[], found: Finding | null): Formula {
  const text = check?.message.vi ?? ''
  const rule = ruleText(text)
  const formula = hits.reduceRight(
    (rest, hit) => `IF(${hit.when},${quoted(yearOf(hit.cohort))}&${messageFormula(text, hit)},${rest})`,
    quoted(rule),
  )
  const cohort = hits.find(it => it.fields[0] === found?.fields[0])?.cohort ?? null
  return { formula, result: found ? yearOf(cohort) + found.message : rule }
}

const yearOf = (cohort: number | null): string =>
  cohort === null ? '' : say('vi', 'template.year', { year: cohort })

/** The message as the rule it states: "Tổng các tình trạng (…) phải bằng tổng số (…)." */
const ruleText = (message: string): string => message.replace(/\{\w+\}/g, '…')

function messageFormula(message: string, { x, y, said }: FormulaHit): string {
  const figures = { '{x}': said?.x ?? shownOr(x), '{y}': said?.y ?? shownOr(y) }
  return message
    .split(/(\{[xy]\})/)
    .filter(it => it !== '')
    .map(part => (part === '{x}' || part === '{y}' ? figures[part] : quoted(part)))
    .join('&')
}

const shownOr = (figure: string | undefined): string => (figure === undefined ? '""' : shown(figure))

/** 1234 as '1.234', whatever language the spreadsheet speaks. */
const shown = (figure: string): string =>
  `IF(ABS(${figure})<1000,TEXT(${figure},"0"),TRUNC((${figure})/1000)&"."&TEXT(MOD(ABS(${figure}),1000),"000"))`

/** Excel takes no text of more than 255 characters within a formula. */
export function quoted(text: string): string {
  const pieces = text.match(/[\s\S]{1,200}/g) ?? ['']
  return pieces.map(it => `"${it.replaceAll('"', '""')}"`).join('&')
}

function emptyMessage(
  line: CheckLine,
  hits: readonly FormulaHit[],
  { open, layout, standing }: Given,
): Formula {
  const names = hits.flatMap(it => it.fields)
  const count = `(${names.length}-COUNTA(${names.map(it => layout.cells.get(it)).join(',')}))`
  const rule = line.check?.message.vi ?? ''
  const [before = '', after = ''] = say('vi', 'template.empty', { count: '\n' }).split('\n')
  const unread = new Set(standing.unread)
  const empty = open.fields.filter(
    it => it.indicator.required && !unread.has(it.name) && (standing.figures[it.name] ?? null) === null,
  ).length
  return {
    formula: `IF(${count}>0,${quoted(before)}&${count}&${quoted(after)},"")&${quoted(rule)}`,
    result: (empty > 0 ? before + empty + after : '') + rule,
  }
}

function numbersLine(line: CheckLine, { open, layout, standing }: Given): CheckValues {
  const hits = open.fields.map(field => ({
    fields: [field.name],
    cohort: field.cohort,
    when: noFigure(field, layout.cells.get(field.name) ?? ''),
  }))
  const state = {
    formula: `IF(OR(${hits.map(it => it.when).join(',')}),${quoted(MEND)},${quoted(FITS)})`,
    result: standing.unread.length > 0 ? MEND : FITS,
  }
  return { line, hits, state, message: say('vi', 'template.numbers') }
}

const noFigure = ({ indicator }: Field, cell: Address): string =>
  `IF(ISNUMBER(${cell}),OR(${cell}<>INT(${cell}),${cell}<${indicator.type === 'signed' ? -MOST : 0},${cell}>${MOST}),NOT(ISBLANK(${cell})))`

export const MOST = 9999

function lateLine(line: CheckLine, { current, window }: OpenReport): CheckValues {
  const message = current
    ? say('vi', 'template.notAsked')
    : say('vi', 'template.late', { at: formatTime(window.due) })
  return { line, hits: [], state: '', message }
}
