import { readingLimits } from './book.rules.ts'
import { Refuse } from './refuse.ts'

/** What one upload may still cost, over all the archives in it. */
export type Budget = {
  /** Bytes that came out of inflating. */
  bytes: (count: number) => void
  entries: (count: number) => void
  cells: (count: number) => void
  /** Characters of cells' values: one shared text may stand in every cell, so it costs each time. */
  characters: (count: number) => void
}

export function openBudget(): Budget {
  return {
    bytes: spending(readingLimits.unpackedBytes, 'bomb'),
    entries: spending(readingLimits.entries, 'too-many-entries'),
    cells: spending(readingLimits.cells, 'too-many-cells'),
    characters: spending(readingLimits.unpackedBytes, 'bomb'),
  }
}

function spending(limit: number, refusal: 'bomb' | 'too-many-entries' | 'too-many-cells') {
  let spent = 0
  return (count: number) => {
    spent += count
    if (spent > limit) throw new Refuse(refusal, `more than ${limit}`)
  }
}
