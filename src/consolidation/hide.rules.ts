import type { Swap } from './swap.rules.ts'
import {
  costOf,
  type Grid,
  type Group,
  hideTwin,
  type Line,
  type Move,
  type Rule,
  type Turn,
  type Twin,
} from './twin.rules.ts'

/** Finds a twin for every small figure of a grid, the cheapest of those looked at, and hides what it moves. */

/** Where the figure stands that is to be hidden; a row with its group, an office's sums, or neither. */
type Target = { line: Line; group: Group | null; isRow: boolean }
type Found = { line: Line; cost: number }
type Search = { grid: Grid; target: Target; small: number }

/** How many of the cheapest swaps are looked at once one has been found: more hide hardly less. */
const LOOKED_AT = 12

/**
 * Sums come first, since what hides one of them hides rows with it. A row gives way within its office before the office's
 * sums do, and those before the totals, which are what the paper is read for.
 */
export function hideSmall(grid: Grid, swaps: readonly (readonly Swap[])[], small: number): void {
  const shelterAll = (target: Target) => {
    for (const [at, offered] of swaps.entries())
      if (!target.line.safe[at]) shelter({ grid, target, small }, at, offered)
  }
  shelterAll({ line: grid.total, group: null, isRow: false })
  for (const group of grid.groups) if (group.sums) shelterAll({ line: group.sums, group, isRow: false })
  for (const group of grid.groups) for (const line of group.rows) shelterAll({ line, group, isRow: true })
}

const ways = [besideRow, besideOffice, throughTotal]
const rules: readonly Rule[] = ['strict', 'loose']

function shelter(search: Search, at: number, swaps: readonly Swap[]): void {
  for (const way of ways)
    for (const rule of rules) {
      const twin = cheapest(search, movesOn(search, swaps, rule), way)
      if (!twin) continue
      hideTwin(twin, rule, search.small)
      return
    }
  hideSums(search, at)
}

type Offer = Move & { cost: number }

/** What the figure's own line can take, cheap ones first. */
function movesOn({ target, small }: Search, swaps: readonly Swap[], rule: Rule): Offer[] {
  const offers: Offer[] = []
  for (const swap of swaps)
    for (const turn of [1, -1] as const) {
      const move = { swap, turn, rule, small }
      const cost = costOf(target.line, move)
      if (cost !== null) offers.push({ ...move, cost })
    }
  return offers.sort((a, b) => a.cost - b.cost)
}

type Way = (search: Search, move: Move) => { parts: Found[]; turns: Turn[] } | null

function cheapest(search: Search, offers: readonly Offer[], way: Way): Twin | null {
  let best: Twin | null = null
  for (const [index, { cost: own, ...move }] of offers.entries()) {
    if (best && (own >= best.cost || index >= LOOKED_AT)) break
    const found = way(search, move)
    if (!found) continue
    const cost = found.parts.reduce((sum, it) => sum + it.cost, own)
    if (best && cost >= best.cost) continue
    const others = found.parts.map(({ line }, at) => ({ line, turn: found.turns[at] ?? 1 }))
    best = { swap: move.swap, cost, parts: [{ line: search.target.line, turn: move.turn }, ...others] }
    if (cost === 0) break
  }
  return best
}

/** Another commune of the same office takes it back. */
function besideRow({ target }: Search, move: Move): ReturnType<Way> {
  if (!target.isRow || !target.group) return null
  const other = cheapestRow(target.group, back(move), target.line)
  return other && { parts: [other], turns: [back(move).turn] }
}

/** A commune of another office takes it back; the sums of both offices move. */
function besideOffice({ grid, target }: Search, move: Move): ReturnType<Way> {
  if (!target.group) return null
  const near = withinOffice(target, move)
  if (!near) return null
  const away = back(move)
  let far: { parts: Found[]; cost: number } | null = null
  for (const group of grid.groups) {
    if (group === target.group || !group.sums) continue
    const sums = found(group.sums, away)
    const row = sums && cheapestRow(group, away, null)
    if (sums && row && (!far || sums.cost + row.cost < far.cost))
      far = { parts: [sums, row], cost: sums.cost + row.cost }
  }
  if (!far || !target.group.sums) return null
  return { parts: [...near, ...far.parts], turns: [...near.map(() => move.turn), away.turn, away.turn] }
}

/** Nobody takes it back: the totals move. */
function throughTotal({ grid, target }: Search, move: Move): ReturnType<Way> {
  if (target.line === grid.total) return downFromTotal(grid, move)
  const total = found(grid.total, move)
  const near = total && withinOffice(target, move)
  return near && total && { parts: [...near, total], turns: [...near, total].map(() => move.turn) }
}

function downFromTotal(grid: Grid, move: Move): ReturnType<Way> {
  let best: { parts: Found[]; cost: number } | null = null
  for (const group of grid.groups) {
    const sums = group.sums && found(group.sums, move)
    const row = group.sums && !sums ? null : cheapestRow(group, move, null)
    if (!row) continue
    const parts = sums ? [sums, row] : [row]
    const cost = parts.reduce((sum, it) => sum + it.cost, 0)
    if (!best || cost < best.cost) best = { parts, cost }
  }
  return best && { parts: best.parts, turns: best.parts.map(() => move.turn) }
}

/** What moves with the figure within its own office: the sums with a row, or a row with the sums. */
function withinOffice({ line, group, isRow }: Target, move: Move): Found[] | null {
  if (!group) return null
  const other = isRow ? group.sums && found(group.sums, move) : cheapestRow(group, move, line)
  if (other) return [other]
  return isRow && !group.sums ? [] : null
}

function cheapestRow(group: Group, move: Move, except: Line | null): Found | null {
  let best: Found | null = null
  for (const line of group.rows) {
    if (line === except) continue
    const cost = costOf(line, move)
    if (cost === null || (best && cost >= best.cost)) continue
    best = { line, cost }
    if (cost === 0) break
  }
  return best
}

function found(line: Line, move: Move): Found | null {
  const cost = costOf(line, move)
  return cost === null ? null : { line, cost }
}

const back = (move: Move): Move => ({ ...move, turn: move.turn === 1 ? -1 : 1 })

/** A row with empty boxes fits no swap: then the sums of its column are hidden. */
function hideSums({ grid, target }: Search, at: number): void {
  for (const line of [grid.total, target.group?.sums ?? null])
    if (line && line.marks[at] === 'shown' && line.values[at] !== null) line.marks[at] = 'hidden'
}
