import { writtenFormulas } from './expression-formula.rules.ts'
import { codesIn } from './expression-judge.rules.ts'
import type { Check, Field, Figures, TextCode } from './form.rules.ts'

/**
 * The form's checks as Excel formulas, one for each place judge.rules looks at: the same comparison, with a cell
 * where that has a figure. What is known when the book is made (last month, the months before) is written in as
 * numbers. `test/papers` lets LibreOffice reckon them and compares with judge.rules.
 */

/** What a formula may refer to. */
export type SheetDesk = {
  fields: readonly Field[]
  cells: ReadonlyMap<string, string>
  texts: ReadonlyMap<string, string>
  previous: Figures | null
  earlier: readonly Figures[]
}

/** True in Excel when the check does not pass there; `x` and `y` are the figures its message names. */
export type FormulaHit = {
  fields: string[]
  cohort: number | null
  when: string
  x?: string
  y?: string
  /** Written out already, where they may be fractions. */
  said?: { x?: string; y?: string }
}

type Of<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>
/** The boxes of one comparison: an indicator of one cohort, or over all. */
type Group = readonly string[]
type Place = { cohort: number | null; groups: Group[] }

/** Where a check can fail on this sheet; none when it has nothing to compare, or (`late`) no cell knows. */
export function formulasOf(check: Check, desk: SheetDesk): FormulaHit[] {
  switch (check.kind) {
    case 'required':
      return desk.fields
        .filter(it => it.indicator.required)
        .map(({ name, cohort }) => ({ fields: [name], cohort, when: `ISBLANK(${cellOf(desk, name)})` }))
    case 'atMost':
      return check.parts.flatMap(part =>
        compared(desk, [part, ...check.limits], ([one = '', ...most]) => ({
          when: `${one}>MIN(${most.join(',')})`,
        })),
      )
    case 'sumEquals':
    case 'sumAtMost':
      return sums(check, desk)
    case 'overlapAtLeast':
      return compared(desk, [check.part, ...check.of, check.total], ([both, one, other, whole]) => ({
        when: `AND(${both}<${one}+${other}-${whole},MAX(${one},${other})<=${whole})`,
        x: `${one}+${other}-${whole}`,
      }))
    case 'ratioAbove':
      return compared(desk, [check.part, check.total], ([part, total]) => ({
        when: `AND(${total}>0,${part}>=${check.atLeast},${part}*100>${check.percent}*${total})`,
      }))
    case 'allOrNone':
      return compared(desk, [check.part, check.total], ([part, total]) => ({
        when: `AND(${total}>=${check.atLeast},OR(${part}=0,${part}=${total}))`,
      }))
    case 'needsNote':
      return needsNote(check, desk)
    case 'flow':
      return flow(check, desk)
    case 'jump':
      return jump(check, desk)
    case 'same':
      return same(check, desk)
    case 'differs':
      return differs(check, desk)
    case 'late':
      return []
    case 'expression':
      return writtenFormulas(check, desk)
  }
}

/** Whether a check has anything to compare on a form with these indicators: else it never finds anything. */
export function canSpeak(check: Check, codes: ReadonlySet<string>): boolean {
  const all = (names: readonly string[]) => names.every(it => codes.has(it))
  switch (check.kind) {
    case 'required':
    case 'late':
      return true
    case 'atMost':
      return all(check.limits) && check.parts.some(it => codes.has(it))
    case 'sumEquals':
    case 'sumAtMost':
      return all([...check.parts, check.total])
    case 'overlapAtLeast':
      return all([check.part, ...check.of, check.total])
    case 'flow':
      return all([check.stock, ...check.plus, ...check.minus])
    case 'ratioAbove':
    case 'allOrNone':
      return all([check.part, check.total])
    case 'expression':
      return all(codesIn(check))
    default:
      return codes.has(check.indicator)
  }
}

const cellOf = ({ cells }: SheetDesk, name: string): string => cells.get(name) ?? '#REF!'
const boxesOf = ({ fields }: SheetDesk, code: string): Field[] =>
  fields.filter(it => it.indicator.code === code)
const namesOf = (desk: SheetDesk, code: string): string[] => boxesOf(desk, code).map(it => it.name)

const sumOf = (desk: SheetDesk, names: Group): string =>
  names.length === 1 ? cellOf(desk, names[0] ?? '') : `SUM(${names.map(it => cellOf(desk, it)).join(',')})`

/** Empty is never 0: a comparison is made once every box in it holds a number. */
const filled = (desk: SheetDesk, names: Group): string =>
  `COUNT(${names.map(it => cellOf(desk, it)).join(',')})=${names.length}`

/** An inner IF, since AND would reckon with what is empty before it says no. */
const once = (condition: string, when: string): string => `IF(${condition},${when},FALSE)`

type Compare = (sums: string[]) => { when: string; x?: string; y?: string }

/** Cohort by cohort when every indicator is by cohort, otherwise by their sums; nothing when one is switched off. */
function compared(desk: SheetDesk, codes: readonly string[], compare: Compare): FormulaHit[] {
  return placesOf(desk, codes).map(({ cohort, groups }) => {
    const fields = groups.flat()
    const found = compare(groups.map(it => sumOf(desk, it)))
    return { ...found, fields, cohort, when: once(filled(desk, fields), found.when) }
  })
}

function placesOf(desk: SheetDesk, codes: readonly string[]): Place[] {
  const rows = codes.map(code => boxesOf(desk, code))
  if (rows.some(it => it.length === 0)) return []
  if (!rows.flat().every(it => it.cohort !== null))
    return [{ cohort: null, groups: rows.map(row => row.map(it => it.name)) }]
  return (rows[0] ?? []).map(({ cohort }) => ({
    cohort,
    groups: rows.map(row => row.filter(it => it.cohort === cohort).map(it => it.name)),
  }))
}

function sums({ kind, parts, total }: Of<'sumEquals' | 'sumAtMost'>, desk: SheetDesk): FormulaHit[] {
  const hits = compared(desk, [total, ...parts], ([whole = '', ...each]) => {
    const together = `(${each.join('+')})`
    return { when: `${together}${kind === 'sumEquals' ? '<>' : '>'}${whole}`, x: together, y: whole }
  })
  const totals = namesOf(desk, total)
  const apart = parts.some(code => boxesOf(desk, code).some(it => it.cohort === null))
  if (!apart) return hits
  return hits.map(hit => ({ ...hit, fields: [...hit.fields.slice(totals.length), ...totals] }))
}

function needsNote({ indicator, text }: Of<'needsNote'>, desk: SheetDesk): FormulaHit[] {
  const names = namesOf(desk, indicator)
  const note = desk.texts.get(text satisfies TextCode)
  if (names.length === 0 || !note) return []
  const when = once(filled(desk, names), `AND(${sumOf(desk, names)}<>0,TRIM(CLEAN(${note}))="")`)
  return [{ fields: [text, ...names], cohort: null, when }]
}

type Stocks = { names: string[]; shared: string[]; then: number; thenWithClosed: number }

/** Last month's stock, over the cohorts of both months and with those closed since; null when none is shared. */
function stocksOf({ previous, ...desk }: SheetDesk, code: string): Stocks | null {
  const names = namesOf({ ...desk, previous }, code)
  if (!previous) return null
  const isOf = (name: string) => name === code || name.startsWith(`${code}@`)
  const before = Object.entries(previous).flatMap(([name, figure]) =>
    isOf(name) && figure !== null ? [{ name, figure }] : [],
  )
  const known = new Map(before.map(it => [it.name, it.figure]))
  const shared = names.filter(it => known.has(it))
  if (shared.length === 0) return null
  const add = (figures: readonly number[]) => figures.reduce((a, b) => a + b, 0)
  const then = add(shared.map(it => known.get(it) ?? 0))
  return { names, shared, then, thenWithClosed: add([...known.values()]) }
}

function flow({ stock, plus, minus }: Of<'flow'>, desk: SheetDesk): FormulaHit[] {
  const stocks = stocksOf(desk, stock)
  const [added, taken] = [plus, minus].map(codes => codes.map(code => namesOf(desk, code)))
  if (!stocks || !added || !taken || [...added, ...taken].some(it => it.length === 0)) return []
  const moved = [added.flat(), taken.flat()].map(it => (it.length > 0 ? sumOf(desk, it) : '0')).join('-')
  const now = sumOf(desk, stocks.shared)
  const all = sumOf(desk, stocks.names)
  const fits = `AND(${now}<=${stocks.thenWithClosed}+${moved},${stocks.then}+${moved}<=${all})`
  const known = filled(desk, [...stocks.names, ...added.flat(), ...taken.flat()])
  const when = once(known, `NOT(${fits})`)
  return [{ fields: stocks.names, cohort: null, when, x: now, y: `(${stocks.then}+${moved})` }]
}

function jump(check: Of<'jump'>, desk: SheetDesk): FormulaHit[] {
  const stocks = stocksOf(desk, check.indicator)
  if (!stocks) return []
  const { names, shared, then } = stocks
  const { atLeast, percent } = shared.length < names.length ? check.season : check
  const now = sumOf(desk, shared)
  const change = `ABS(${now}-${then})`
  const large = `AND(${change}>=${atLeast},${change}*100>=${percent * then})`
  return [{ fields: shared, cohort: null, when: once(filled(desk, names), large), x: String(then), y: now }]
}

/** Can only be so when the months before were alike among themselves. */
function same({ indicator, periods }: Of<'same'>, desk: SheetDesk): FormulaHit[] {
  const before = desk.previous ? [desk.previous, ...desk.earlier].slice(0, periods) : []
  const [last] = before
  if (!last || before.length < periods) return []
  const isAlike = ({ name }: Field) => before.every(it => (it[name] ?? null) === (last[name] ?? null))
  const names = namesOf(desk, indicator)
  if (!desk.fields.every(isAlike) || names.length === 0) return []
  const known = desk.fields.map(it => it.name).filter(name => (last[name] ?? null) !== null)
  const empty = desk.fields.map(it => it.name).filter(name => (last[name] ?? null) === null)
  if (known.length === 0) return []
  const equal = known.map(name => `${cellOf(desk, name)}=${last[name]}`)
  const none = empty.length > 0 ? [`COUNT(${empty.map(it => cellOf(desk, it)).join(',')})=0`] : []
  const when = `AND(${filled(desk, known)},${[...none, ...equal].join(',')},${once(filled(desk, names), `${sumOf(desk, names)}<>0`)})`
  return [{ fields: names, cohort: null, when }]
}

function differs({ indicator }: Of<'differs'>, desk: SheetDesk): FormulaHit[] {
  return boxesOf(desk, indicator).flatMap(({ name, cohort }) => {
    const then = desk.previous?.[name] ?? null
    if (then === null) return []
    const cell = cellOf(desk, name)
    return [{ fields: [name], cohort, when: `AND(ISNUMBER(${cell}),${cell}<>${then})` }]
  })
}
