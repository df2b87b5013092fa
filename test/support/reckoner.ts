/** Reckons hidden figures back from sums, as somebody would who has nothing but a published file. */

/** Hidden cells with their signs, whose sum is known. */
export type Equation = { unknowns: ReadonlyMap<string, number>; equals: number }

/** The cells that all equations together leave a single value: by elimination, whatever route leads there. */
export function determined(equations: readonly Equation[]): Set<string> {
  const rows = new Map<string, Map<string, number>>()
  for (const { unknowns } of equations) {
    const row = new Map(unknowns)
    for (const [pivot, base] of rows) subtract(row, base, row.get(pivot) ?? 0)
    const [pivot] = row.keys()
    if (pivot === undefined) continue
    const scale = row.get(pivot) ?? 1
    for (const [cell, value] of row) row.set(cell, value / scale)
    for (const other of rows.values()) subtract(other, row, other.get(pivot) ?? 0)
    rows.set(pivot, row)
  }
  return new Set([...rows].filter(([, row]) => row.size === 1).map(([pivot]) => pivot))
}

function subtract(row: Map<string, number>, base: ReadonlyMap<string, number>, times: number): void {
  if (times === 0) return
  for (const [cell, value] of base) {
    const left = (row.get(cell) ?? 0) - times * value
    if (Math.abs(left) < 1e-9) row.delete(cell)
    else row.set(cell, left)
  }
}

type Range = [low: number, high: number]

/** The narrowest range of each cell that its mark and, again and again, each sum allow. */
export function ranges(
  equations: readonly Equation[],
  marked: ReadonlyMap<string, Range>,
): Map<string, Range> {
  const left = new Map([...marked].map(([cell, [low, high]]) => [cell, [low, high] as Range]))
  for (let changed = true, round = 0; changed && round < 200; round += 1) {
    changed = false
    for (const equation of equations) changed = narrow(equation, left) || changed
  }
  return left
}

function narrow({ unknowns, equals }: Equation, left: Map<string, Range>): boolean {
  let changed = false
  for (const [cell, sign] of unknowns) {
    let [low, high] = [equals, equals]
    for (const [other, its] of unknowns) {
      if (other === cell) continue
      const [from, to] = left.get(other) ?? [0, 0]
      low -= its > 0 ? to : -from
      high -= its > 0 ? from : -to
    }
    const [from, to] = left.get(cell) ?? [0, 0]
    const next: Range =
      sign > 0 ? [Math.max(from, low), Math.min(to, high)] : [Math.max(from, -high), Math.min(to, -low)]
    if (next[0] === from && next[1] === to) continue
    left.set(cell, next)
    changed = true
  }
  return changed
}
