import type { Swap } from './swap.rules.ts'
import type { Cells } from './table.rules.ts'

/**
 * A twin of a table is another one that fits every sum and publishes the very same file, in which a small figure is
 * another: who has only the file cannot tell the two apart. It moves a figure by one, by a swap along its row, and takes
 * it back in another row, so that sums over rows stand as they are; where there is no other row, sums move with it.
 */
export type Twin = { swap: Swap; parts: readonly Part[]; cost: number }

/** A line with the direction the swap takes on it. */
export type Part = { line: Line; turn: Turn }
export type Turn = 1 | -1

export type Mark = 'shown' | 'small' | 'hidden'

/** One line of figures: a commune's, an office's subtotals, or the totals. `weight` is what hiding a cell of it costs. */
export type Line = { values: Cells; marks: Mark[]; safe: boolean[]; weight: number }

/** An office's lines; `sums` is null where the only office is the table's own, whose sums are the totals. */
export type Group = { sums: Line | null; rows: Line[] }
export type Grid = { total: Line; groups: Group[] }

/**
 * Whether a figure that moves is still published alike. 'strict': a small one stays small, another one does not become so.
 * 'loose', where nothing else is left: any figure may move, zeros too, and is then hidden as one that may be anything.
 */
export type Rule = 'strict' | 'loose'

export type Move = { swap: Swap; turn: Turn; rule: Rule; small: number }

/** What it costs to hide the cells that a move changes on a line; null when the line cannot take it. */
export function costOf(line: Line, { swap, turn, rule, small }: Move): number | null {
  const { values, marks, weight } = line
  let cost = 0
  for (const [index, at] of swap.columns.entries()) {
    const value = values[at] ?? null
    const mark = marks[at] ?? 'shown'
    if (value === null) return null
    const moved = value + turn * (swap.steps[index] ?? 0)
    if (!staysAlike({ value, moved, mark, small }, rule)) return null
    if (mark === 'shown') cost += weight
    else if (mark === 'small' && rule === 'loose') cost += weight / 2
  }
  return swap.bounds.every(bound => staysWithin(values, bound, turn)) ? cost : null
}

type Moved = { value: number; moved: number; mark: Mark; small: number }

function staysAlike({ value, moved, mark, small }: Moved, rule: Rule): boolean {
  const possible = value < 0 || moved >= 0
  const isLow = Math.abs(value) < small
  if (rule === 'loose' || (mark === 'hidden' && isLow)) return possible
  return isLow ? value !== 0 && moved !== 0 && Math.abs(moved) < small : Math.abs(moved) >= small
}

function staysWithin(
  values: Cells,
  { part, partStep, whole, wholeStep }: Swap['bounds'][number],
  turn: Turn,
) {
  const [a, b] = [values[part] ?? null, values[whole] ?? null]
  return a === null || b === null || a > b || a + turn * partStep <= b + turn * wholeStep
}

/** Hides what a twin moves, and notes those figures as ones that cannot be reckoned. */
export function hideTwin({ swap, parts }: Twin, rule: Rule, small: number): void {
  for (const { line } of parts)
    for (const at of swap.columns) {
      const isLow = Math.abs(line.values[at] ?? 0) < small
      if (line.marks[at] === 'shown' || (rule === 'loose' && isLow)) line.marks[at] = 'hidden'
      line.safe[at] = true
    }
}
