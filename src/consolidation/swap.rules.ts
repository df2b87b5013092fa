import type { TableColumn } from './table.rules.ts'

/**
 * Ways to change a row's figures by one so that every sum its columns state still holds. A column's numbering,
 * '(7)=(14)+…+(19)', says which sums those are, as it says it to any reader; graduation years add up to their column.
 */

/** Columns, and by how much each moves: 1 or -1. */
export type Swap = {
  columns: readonly number[]
  steps: readonly number[]
  /** Parts and wholes that do not move alike: a part must not come to exceed its whole. */
  bounds: readonly Bound[]
}

export type Bound = { part: number; partStep: number; whole: number; wholeStep: number }
type Columns = readonly TableColumn[]
type Steps = ReadonlyMap<number, number>

/** `total` equals the sum of `parts`: places of columns. */
export type Sum = { total: number; parts: number[] }

/** A situation, a reason, their whole, a graduation year of that, and where it came from with its own year. */
const LONGEST = 6

/** Per column, the swaps that move it, short ones first. */
export function swapsOf(columns: Columns): Swap[][] {
  const sums = sumsOf(columns)
  const wholes = columns.map(it => wholeOf(it, columns))
  const swaps = columns.flatMap((_, first) =>
    balanced(new Map([[first, 1]]), sums, first).map(steps => swapFrom(steps, wholes)),
  )
  swaps.sort((a, b) => a.columns.length - b.columns.length)
  return columns.map((_, at) => swaps.filter(it => it.columns.includes(at)))
}

/** The sums that hold across a row. */
export function sumsOf(columns: Columns): Sum[] {
  const cohorts = [...new Set(columns.map(it => it.cohort))]
  const stated = cohorts.flatMap(cohort => statedSums(columns, cohort))
  const ofYears = columns.flatMap(({ code, cohort }, total) => {
    if (cohort !== null) return []
    const parts = columns.flatMap((it, at) => (it.code === code && it.cohort !== null ? [at] : []))
    return parts.length > 0 ? [{ total, parts }] : []
  })
  return [...stated, ...ofYears]
}

/** Sums written in the numbering, among the columns of one graduation year (or of all together). */
function statedSums(columns: Columns, cohort: number | null): Sum[] {
  const places = new Map<number, number>()
  for (const [at, column] of columns.entries())
    if (column.cohort === cohort) places.set(ownNumber(column), at)
  return [...places.values()].flatMap(total => {
    const [, ...written] = columns[total]?.numbering.split('=') ?? []
    return written.flatMap(text => {
      const parts = numbersIn(text).map(it => places.get(it))
      const known = parts.filter(it => it !== undefined)
      return known.length === parts.length ? [{ total, parts: known }] : []
    })
  })
}

const ownNumber = ({ numbering }: TableColumn): number => numbersIn(numbering.split('=')[0] ?? '')[0] ?? 0

/** '(4)+(5)' → 4, 5; '(14)+…+(19)' → 14 to 19. */
function numbersIn(text: string): number[] {
  const numbers = [...text.matchAll(/\((\d+)\)/g)].map(it => Number(it[1]))
  const [first = 0, last = first] = numbers
  return text.includes('…') ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : numbers
}

function wholeOf({ under, cohort }: TableColumn, columns: Columns): number | null {
  const at = under === null ? -1 : columns.findIndex(it => it.code === under && it.cohort === cohort)
  return at === -1 ? null : at
}

/** Every way to balance what has moved so far, by columns after `first`: so each swap is found once. */
function balanced(steps: Steps, sums: readonly Sum[], first: number): Steps[] {
  const open = sums.find(sum => gapOf(sum, steps) !== 0)
  if (!open) return [steps]
  if (steps.size >= LONGEST) return []
  const gap = Math.sign(gapOf(open, steps))
  const ways = [[open.total, -gap] as const, ...open.parts.map(part => [part, gap] as const)].filter(
    ([at]) => at > first && !steps.has(at),
  )
  return ways.flatMap(([at, step]) => balanced(new Map([...steps, [at, step]]), sums, first))
}

const gapOf = ({ total, parts }: Sum, steps: Steps): number =>
  parts.reduce((gap, at) => gap - (steps.get(at) ?? 0), steps.get(total) ?? 0)

function swapFrom(steps: Steps, wholes: readonly (number | null)[]): Swap {
  const bounds = wholes.flatMap((whole, part): Bound[] => {
    if (whole === null) return []
    const [partStep, wholeStep] = [steps.get(part) ?? 0, steps.get(whole) ?? 0]
    return partStep === wholeStep ? [] : [{ part, partStep, whole, wholeStep }]
  })
  return { columns: [...steps.keys()], steps: [...steps.values()], bounds }
}
