/** What is claimed next while what was claimed before is leaving. */
export type Supply<T> = {
  /** The next one; null when there is none left. */
  next: () => Promise<T | null>
  /** Takes no more; answers what was claimed and not handed out, to be given back. */
  rest: () => Promise<T[]>
  /** Whether something is left that was neither claimed nor handed out. */
  isShort: () => boolean
}

/**
 * Claims lot by lot, the next when half of the last has been handed out, so that nobody waits for the database and nothing
 * is held for longer than two lots take. A claim that fails is told to whoever asks next.
 */
export function claimAhead<Owed, T>(
  owed: readonly Owed[],
  lot: number,
  claim: (some: readonly Owed[]) => Promise<T[]>,
): Supply<T> {
  const ready: T[] = []
  let from = 0
  let underWay: Promise<void> | null = null
  const isShort = () => from < owed.length
  const fill = () => {
    if (underWay || !isShort() || ready.length > lot / 2) return
    const some = owed.slice(from, from + lot)
    from += lot
    underWay = claim(some).then(claimed => {
      ready.push(...claimed)
      underWay = null
    })
    underWay.catch(() => {})
  }
  const next = async (): Promise<T | null> => {
    fill()
    const one = ready.shift()
    if (one !== undefined) return one
    if (!underWay) return null
    await underWay
    return next()
  }
  const rest = async () => {
    await underWay?.catch(() => {})
    return ready.splice(0)
  }
  return { next, rest, isShort }
}
