import type { Month } from '../calendar/month.rules.ts'
import { type Bilingual, cohortsOf, type Edition, fieldName } from './form.rules.ts'

/** A figure of the board: one indicator, summed over the month's cohorts. */
export type BoardColumn = { code: string; head: Bilingual; boxes: string[] }

/** How many of the headline's parts stand beside it; the consolidation has them all. */
const PARTS = 2

/**
 * The few figures a board shows: the headline, always with the unknown beside it, the first of its parts ("Trong đó")
 * and the whole that it is a part of.
 */
export function boardColumns(edition: Edition, month: Month): BoardColumn[] {
  const cohorts = cohortsOf(edition, month)
  const indicators = edition.sections.flatMap(it => it.indicators)
  const parts = indicators
    .filter(it => it.partOf === edition.headline && it.switch === undefined)
    .slice(0, PARTS)
  const whole = indicators.find(it => it.code === edition.headline)?.partOf
  const codes = [edition.headline, edition.unknown, ...parts.map(it => it.code), ...(whole ? [whole] : [])]
  return codes.flatMap(code => {
    const indicator = indicators.find(it => it.code === code)
    if (!indicator) return []
    const boxes = indicator.scope === 'cohort' ? cohorts.map(year => fieldName(code, year)) : [code]
    return [{ code, head: indicator.short ?? indicator.label, boxes }]
  })
}

/** The same figures in another month, whose form and cohorts may differ; one it does not know stays empty. */
export function sameColumns(columns: readonly BoardColumn[], edition: Edition, month: Month): string[][] {
  const cohorts = cohortsOf(edition, month)
  const indicators = edition.sections.flatMap(it => it.indicators)
  return columns.map(({ code }) => {
    const indicator = indicators.find(it => it.code === code)
    if (!indicator) return []
    return indicator.scope === 'cohort' ? cohorts.map(year => fieldName(code, year)) : [code]
  })
}

/** Places in the columns, fixed by boardColumns. */
export const HEADLINE = 0
export const UNKNOWN = 1
