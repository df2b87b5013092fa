import type { Expression } from './expression.rules.ts'
import { parseExpression } from './expression-parse.rules.ts'
import { type Figure, figuresIn, reckonExpression } from './expression-value.rules.ts'
import { type Check, type Figures, fieldName } from './form.rules.ts'
import { nearest } from './fraction.rules.ts'
import type { Desk, Hit } from './judge.rules.ts'

/** A written check on a report: cohort by cohort, or by the sums over the cohorts. */

export type WrittenCheck = Extract<Check, { kind: 'expression' }>
type Written = { holds: Expression; x: Expression | null; y: Expression | null }

/** An edition lives as long as the portal, and its checks are asked at every keystroke that is saved. */
const read = new WeakMap<WrittenCheck, Written>()

/** @throws Error when it cannot be read, which parseEdition does not let into an edition. */
export function writtenOf(check: WrittenCheck): Written {
  const known = read.get(check)
  if (known) return known
  const written = {
    holds: readOrThrow(check.holds),
    x: check.x === undefined ? null : readOrThrow(check.x),
    y: check.y === undefined ? null : readOrThrow(check.y),
  }
  read.set(check, written)
  return written
}

function readOrThrow(text: string): Expression {
  const parsed = parseExpression(text, 'en')
  if ('error' in parsed) throw new Error(`"${text}": ${parsed.error}`)
  return parsed.expression
}

/** Every indicator's code in what must hold, once. */
export const codesIn = (check: WrittenCheck): string[] => [
  ...new Set(figuresIn(writtenOf(check).holds).map(it => it.code)),
]

/** Cohort by cohort when every figure that is not summed is; what is summed is the same for each. */
export function isByCohort(holds: Expression, hasCohorts: (code: string) => boolean): boolean {
  const each = figuresIn(holds).filter(it => !it.summed)
  return each.length > 0 && each.every(it => hasCohorts(it.code))
}

export function judgeWritten(check: WrittenCheck, desk: Desk): Hit[] {
  const { holds, x, y } = writtenOf(check)
  const figures = figuresIn(holds)
  if (figures.some(it => !desk.rows.has(it.code))) return []
  const cohorts = isByCohort(holds, code => desk.rows.get(code)?.byCohort ?? false) ? cohortsOf(desk) : [null]
  return cohorts.flatMap(cohort => {
    const look = (figure: Figure) => figureAt(desk, figure, cohort)
    if (reckonExpression(holds, look) !== false) return []
    const said = {
      ...saidOf('x', x && reckonExpression(x, look)),
      ...saidOf('y', y && reckonExpression(y, look)),
    }
    return [{ fields: boxesFor(figures, it => namesOf(desk, it, cohort)), ...said }]
  })
}

/** What the message names; nothing where it is unknown or a division by 0. */
const saidOf = (name: 'x' | 'y', value: ReturnType<typeof reckonExpression>): { x?: number; y?: number } =>
  value !== null && typeof value === 'object' && 'parts' in value ? { [name]: nearest(value) } : {}

/** The cohort's own boxes first: they say which cohort fails. */
export function boxesFor(figures: readonly Figure[], names: (figure: Figure) => readonly string[]): string[] {
  const own = figures.filter(it => !it.summed)
  const summed = figures.filter(it => it.summed)
  return [...new Set([...own, ...summed].flatMap(names))]
}

const cohortsOf = ({ fields }: Desk): number[] => [
  ...new Set(fields.map(it => it.cohort).filter(it => it !== null)),
]

function namesOf({ rows }: Desk, { code, summed }: Figure, cohort: number | null): string[] {
  const row = rows.get(code)
  if (!row) return []
  const name = fieldName(code, cohort)
  return row.byCohort && !summed && cohort !== null ? row.names.filter(it => it === name) : row.names
}

function figureAt(desk: Desk, figure: Figure, cohort: number | null): number | null {
  return sumOf(figure.previous ? desk.previous : desk.figures, namesOf(desk, figure, cohort))
}

/** Null as soon as one is empty, and of none: the month before may not have asked for it. */
export function sumOf(figures: Figures | null, names: readonly string[]): number | null {
  if (figures === null || names.length === 0) return null
  let sum = 0
  for (const name of names) {
    const figure = figures[name] ?? null
    if (figure === null) return null
    sum += figure
  }
  return sum
}
