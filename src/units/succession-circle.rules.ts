/** One unit that went into another. */
export type Step = { predecessorId: number; successorId: number }

/**
 * The steps that lie on a circle: units that would come out of themselves, by way of one another. Ends are cut off until
 * none is left; what then remains is looked at step by step, and in an honest file that is nothing.
 */
export function stepsInCircles<S extends Step>(steps: readonly S[]): S[] {
  let rest = steps
  for (let before = -1; rest.length !== before; ) {
    before = rest.length
    const [from, to] = [new Set(rest.map(it => it.predecessorId)), new Set(rest.map(it => it.successorId))]
    rest = rest.filter(it => from.has(it.successorId) && to.has(it.predecessorId))
  }
  return rest.filter(({ predecessorId, successorId }) => reaches(rest, successorId, predecessorId))
}

function reaches(steps: readonly Step[], from: number, to: number): boolean {
  const seen = new Set([from])
  for (const id of seen)
    for (const { predecessorId, successorId } of steps) if (predecessorId === id) seen.add(successorId)
  return seen.has(to)
}
