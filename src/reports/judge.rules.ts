import { judgeWritten } from './expression-judge.rules.ts'
import type { Check, Field, Figures } from './form.rules.ts'

/** A check that did not pass: the boxes concerned (the one to go to first) and the figures its message names. */
export type Hit = { fields: string[]; x?: number; y?: number }

/** What the checks look at: this month's boxes and figures, and those of the months before. */
export type Desk = {
  fields: readonly Field[]
  figures: Figures
  /** By code; a code that is missing is switched off. */
  rows: ReadonlyMap<string, Row>
  texts: Readonly<Record<string, string>>
  /** Last month's, null when there was no report; before it `earlier`, the newest first. */
  previous: Figures | null
  earlier: readonly Figures[]
  late: boolean
}

/** The boxes of one indicator: one for each cohort, in the form's order, or a single one. */
export type Row = { byCohort: boolean; names: string[]; figures: (number | null)[] }

type Of<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>
/** A cohort's place in its row; null for all cohorts together. */
type Place = number | null

/** Everything in which the report does not pass the check. */
export function judge(check: Check, desk: Desk): Hit[] {
  switch (check.kind) {
    case 'required':
      return emptyBoxes(desk)
    case 'atMost':
      return partsOverLimits(check, desk)
    case 'sumEquals':
    case 'sumAtMost':
      return sumsOff(check, desk)
    case 'overlapAtLeast':
      return overlapsTooSmall(check, desk)
    case 'needsNote':
      return missingNote(check, desk)
    case 'ratioAbove':
      return inEach(desk, [check.part, check.total], (part, total) =>
        total > 0 && part >= check.atLeast && part * 100 > check.percent * total ? {} : null,
      )
    case 'allOrNone':
      return inEach(desk, [check.part, check.total], (part, total) =>
        total >= check.atLeast && (part === 0 || part === total) ? {} : null,
      )
    case 'flow':
      return flowOff(check, desk)
    case 'jump':
      return jump(check, desk)
    case 'same':
      return unchanged(check, desk)
    case 'differs':
      return changedSince(check, desk)
    case 'late':
      return desk.late ? [{ fields: [] }] : []
    case 'expression':
      return judgeWritten(check, desk)
  }
}

const emptyBoxes = ({ fields, figures }: Desk): Hit[] =>
  fields
    .filter(it => it.indicator.required && (figures[it.name] ?? null) === null)
    .map(it => ({ fields: [it.name] }))

function partsOverLimits({ parts, limits }: Of<'atMost'>, desk: Desk): Hit[] {
  return parts.flatMap(part =>
    inEach(desk, [part, ...limits], (figure, ...most) => (figure > Math.min(...most) ? {} : null)),
  )
}

/** By cohort the total stands above its parts and is the box to go to; over all cohorts it is elsewhere on the page. */
function sumsOff({ kind, parts, total }: Of<'sumEquals' | 'sumAtMost'>, desk: Desk): Hit[] {
  const hits = inEach(desk, [total, ...parts], (whole, ...figures) => {
    const together = figures.reduce((a, b) => a + b, 0)
    const fits = kind === 'sumEquals' ? together === whole : together <= whole
    return fits ? null : { x: together, y: whole }
  })
  const isApart = parts.some(code => !desk.rows.get(code)?.byCohort)
  const totals = boxesOf(desk, total, null)
  const partsFirst = (names: string[]) => [...names.slice(totals.length), ...totals]
  return isApart ? hits.map(hit => ({ ...hit, fields: partsFirst(hit.fields) })) : hits
}

/** Of 10, 7 are female and 6 minority: at least 3 are both. Silent where a part is over the total anyway. */
function overlapsTooSmall({ part, of, total }: Of<'overlapAtLeast'>, desk: Desk): Hit[] {
  return inEach(desk, [part, ...of, total], (both, one = 0, other = 0, whole = 0) => {
    const least = one + other - whole
    return both < least && Math.max(one, other) <= whole ? { x: least } : null
  })
}

function missingNote({ indicator, text }: Of<'needsNote'>, desk: Desk): Hit[] {
  const figure = valueIn(desk, indicator, null)
  return figure && !desk.texts[text]?.trim() ? [{ fields: [text, indicator] }] : []
}

/**
 * Last month's stock with this month's movements against this month's stock. In the month that opens a cohort one
 * leaves as well, and communes count either or both among their movements, so anything between is taken.
 */
function flowOff({ stock, plus, minus }: Of<'flow'>, desk: Desk): Hit[] {
  const stocks = compare(desk, stock)
  const moved = netOf(desk, plus, minus)
  if (!stocks || moved === null) return []
  const { now, nowWithOpened, then, thenWithClosed } = stocks
  const fits = now <= thenWithClosed + moved && then + moved <= nowWithOpened
  return fits ? [] : [{ fields: boxesOf(desk, stock, null), x: now, y: then + moved }]
}

function netOf(desk: Desk, plus: readonly string[], minus: readonly string[]): number | null {
  let net = 0
  for (const code of [...plus, ...minus]) {
    const figure = valueIn(desk, code, null)
    if (figure === null) return null
    net += plus.includes(code) ? figure : -figure
  }
  return net
}

/** Compared are only the cohorts of both months, so that a cohort opened in September is no jump. */
function jump(check: Of<'jump'>, desk: Desk): Hit[] {
  const stocks = compare(desk, check.indicator)
  if (!stocks) return []
  const { now, then, shared, opens } = stocks
  const { atLeast, percent } = opens ? check.season : check
  const change = Math.abs(now - then)
  const isLarge = change >= atLeast && change * 100 >= percent * then
  return isLarge ? [{ fields: shared, x: then, y: now }] : []
}

/** The very same figures in every box, this month and in as many before it; when nobody is counted that is no news. */
function unchanged({ indicator, periods }: Of<'same'>, desk: Desk): Hit[] {
  const before = desk.previous ? [desk.previous, ...desk.earlier].slice(0, periods) : []
  if (before.length < periods || !valueIn(desk, indicator, null)) return []
  const isSame = desk.fields.every(({ name }) => {
    const figure = desk.figures[name] ?? null
    return before.every(figures => (figures[name] ?? null) === figure)
  })
  return isSame ? [{ fields: boxesOf(desk, indicator, null) }] : []
}

function changedSince({ indicator }: Of<'differs'>, desk: Desk): Hit[] {
  const { previous } = desk
  if (!previous) return []
  return boxesOf(desk, indicator, null)
    .filter(name => [desk.figures, previous].every(it => (it[name] ?? null) !== null))
    .filter(name => desk.figures[name] !== previous[name])
    .map(name => ({ fields: [name] }))
}

type Stocks = {
  now: number
  nowWithOpened: number
  then: number
  thenWithClosed: number
  shared: string[]
  opens: boolean
}

/** A stock this month and last, over the boxes filled in both; null when this month's is incomplete or none is shared. */
function compare(desk: Desk, code: string): Stocks | null {
  const { figures, previous } = desk
  const boxes = boxesOf(desk, code, null)
  const nowWithOpened = total(figures, boxes)
  if (!previous || nowWithOpened === null) return null
  const before = Object.keys(previous).filter(
    name => (name === code || name.startsWith(`${code}@`)) && typeof previous[name] === 'number',
  )
  const shared = boxes.filter(name => before.includes(name))
  const now = total(figures, shared)
  const then = total(previous, shared)
  if (now === null || then === null) return null
  const thenWithClosed = total(previous, before) ?? then
  return { now, nowWithOpened, then, thenWithClosed, shared, opens: shared.length < boxes.length }
}

const total = (figures: Figures, names: readonly string[]): number | null =>
  sum(names.map(name => figures[name]))

/** Runs a comparison cohort by cohort, or once over all; empty figures and switched-off indicators are passed over. */
function inEach(
  desk: Desk,
  codes: readonly string[],
  compareFigures: (first: number, second: number, ...rest: number[]) => Omit<Hit, 'fields'> | null,
): Hit[] {
  return placesOf(desk, codes).flatMap(place => {
    const [first = null, second = null, ...rest] = codes.map(code => valueIn(desk, code, place))
    if (first === null || second === null || !rest.every(it => it !== null)) return []
    const hit = compareFigures(first, second, ...rest)
    return hit ? [{ ...hit, fields: codes.flatMap(code => boxesOf(desk, code, place)) }] : []
  })
}

function placesOf({ rows }: Desk, codes: readonly string[]): Place[] {
  const compared = codes.map(code => rows.get(code))
  if (compared.includes(undefined)) return []
  return compared.every(row => row?.byCohort) ? [...(compared[0]?.names.keys() ?? [])] : [null]
}

function valueIn({ rows }: Desk, code: string, place: Place): number | null {
  const figures = rows.get(code)?.figures ?? []
  return place === null ? sum(figures) : (figures[place] ?? null)
}

function boxesOf({ rows }: Desk, code: string, place: Place): string[] {
  const names = rows.get(code)?.names ?? []
  return place === null ? names : names.slice(place, place + 1)
}

/** Null as soon as a figure is empty, and of none. */
function sum(figures: readonly (number | null | undefined)[]): number | null {
  let reached: number | null = null
  for (const figure of figures) {
    if (figure === null || figure === undefined) return null
    reached = (reached ?? 0) + figure
  }
  return reached
}
