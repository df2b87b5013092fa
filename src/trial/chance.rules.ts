/** Chance that is the same on every run: a series that depends on its seed alone. */
export type Chance = {
  /** A share between 0 (in) and 1 (out). */
  share: () => number
  /** A whole number from `from` to `to`, both in. */
  whole: (from: number, to: number) => number
  happens: (share: number) => boolean
  pick: <T>(from: readonly [T, ...T[]]) => T
}

/** Mulberry32 over a hash of the seed; good enough for made-up figures, and eight lines long. */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  )
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from + 1))
  return {
    share,
    whole,
    happens: limit => share() < limit,
    pick: from => from[whole(0, from.length - 1)] ?? from[0],
  }
}
