import { type Measure, measureRules } from '../targets/target.rules.ts'
import type { Cells, TableColumn } from './table.rules.ts'

/** A share as the table's columns give it: places of the parts and of the whole among them. */
export type Rate = { measure: Measure; parts: number[]; whole: number; better: 'more' | 'less' }

/** The shares that a table can give; one of whose columns it lacks is left out. */
export function ratesOf(columns: readonly TableColumn[]): Rate[] {
  const placeOf = (code: string) => columns.findIndex(it => it.code === code && it.cohort === null)
  return measureRules.flatMap(({ measure, parts, whole, better }) => {
    const rate = { measure, parts: parts.map(placeOf), whole: placeOf(whole), better }
    return [...rate.parts, rate.whole].includes(-1) ? [] : [rate]
  })
}

/** The share, 0 to 1; null when a figure is missing or nobody graduated. Works for a row's cells and for sums. */
export function shareOf(values: Cells, { parts, whole }: Rate): number | null {
  const total = values[whole] ?? null
  if (total === null || total === 0) return null
  let sum = 0
  for (const at of parts) {
    const value = values[at] ?? null
    if (value === null) return null
    sum += value
  }
  return sum / total
}

/**
 * How far a share (0 to 1) is from a target in per cent, in points with one decimal. Half a tenth goes away from zero,
 * as Excel's ROUND has it, so that screen and book cannot disagree.
 */
export function pointsBetween(share: number, percent: number): number {
  const points = Number(((share - percent / 100) * 100).toPrecision(12))
  return (Math.sign(points) * Math.round(Math.abs(points) * 10)) / 10 || 0
}
