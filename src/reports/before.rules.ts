import type { Month } from '../calendar/month.rules.ts'
import type { Figures } from './form.rules.ts'

/**
 * What counts of one unit for one earlier month: the unit itself, or one that was merged into it since.
 * `divided` marks a predecessor that went to several units, whose figures belong to none of them whole.
 */
export type Counted = {
  unitId: number
  name: string
  month: Month
  divided: boolean
  figures: Figures | null
}

/** The figures a month is compared with, and where they come from. */
export type Before = {
  month: Month
  /** Null when they cannot be known: a unit that did not report is never counted as 0. */
  figures: Figures | null
  /** The units they are the sum of, when there was a merger since. */
  summed: string[]
  /** Those of them whose figures are missing, or cannot be divided. */
  absent: string[]
}

/**
 * The figures of an earlier month for the territory of today: the unit's own, or after a merger the sum over what
 * it was made of (design §3, Mergers). A box empty in one of them is empty in the sum.
 */
export function beforeOf(month: Month, ownId: number, counted: readonly Counted[]): Before {
  const parts = counted.filter(it => it.month === month)
  const merged = parts.some(it => it.unitId !== ownId)
  const usable = parts.filter(it => !it.divided)
  const absent = parts.filter(it => it.divided || it.figures === null).map(it => it.name)
  const figures = usable.map(it => it.figures).filter(it => it !== null)
  return {
    month,
    figures: parts.length === 0 || absent.length > 0 ? null : figures.reduce(add),
    summed: merged ? parts.map(it => it.name) : [],
    absent: merged ? absent : [],
  }
}

function add(a: Figures, b: Figures): Figures {
  const names = Object.keys({ ...a, ...b })
  const sum = (x: number | null | undefined, y: number | null | undefined) =>
    x === null || x === undefined || y === null || y === undefined ? null : x + y
  return Object.fromEntries(names.map(name => [name, sum(a[name], b[name])]))
}
