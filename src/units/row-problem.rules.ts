import type { LineProblem } from '../calendar/holiday.rules.ts'

/** Why a row of a file of units or mergers cannot be applied; each kind is mended in a way of its own. */
export type ProblemKind =
  /** The row itself cannot be read. */
  | 'row'
  /** Another unit bears the code at that time. */
  | 'overlap'
  /** The office above is missing, or its own row is bad. */
  | 'parent'
  /** The portal knows no such former unit, or no such new one. */
  | 'predecessor'
  | 'successor'
  /** The portal knows the code under quite another name. */
  | 'name'
  /** Another administrator's unit. */
  | 'foreign'
  /** It has sent reports for months in which it would no longer be there. */
  | 'reported'
  /** A unit that becomes itself, or that comes out of itself by way of others. */
  | 'itself'
  /** The same two units are on record from another month. */
  | 'recorded'
  | 'circle'

export type RowProblem = LineProblem & { kind: ProblemKind }

export const asRowProblems = (problems: readonly LineProblem[]): RowProblem[] =>
  problems.map(it => ({ ...it, kind: 'row' }))

/** How many there are of each kind, the most frequent first. */
export function countKinds(problems: readonly RowProblem[]): [ProblemKind, number][] {
  const counts = new Map<ProblemKind, number>()
  for (const { kind } of problems) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}
