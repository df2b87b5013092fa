/**
 * Shares of the graduates that leaders ask about, and the targets set for them. Each is a sum of boxes over the whole;
 * the codes are those of the form's indicators, which keep their meaning across editions.
 */

export type Measure = 'upper' | 'vocational' | 'untraced'

export type MeasureRule = {
  measure: Measure
  /** Indicator codes whose sum is set against `whole`. */
  parts: readonly string[]
  whole: string
  /** Whether a higher share is the better one. */
  better: 'more' | 'less'
}

/**
 * Going on to general or continuing upper-secondary; in vocational training; in neither or not known. The last two
 * stand together, since poor tracking would otherwise look like success.
 */
export const measureRules: readonly MeasureRule[] = [
  { measure: 'upper', parts: ['in_thpt', 'in_gdtx'], whole: 'graduates', better: 'more' },
  { measure: 'vocational', parts: ['in_voc'], whole: 'graduates', better: 'more' },
  { measure: 'untraced', parts: ['neither', 'unknown'], whole: 'graduates', better: 'less' },
]

/** Targets in per cent, 0 to 100; a measure without one has no key. */
export type Goals = Partial<Record<Measure, Goal>>

/** `from` is the unit whose target it is: the unit's own, or that of an office above it. */
export type Goal = { percent: number; source: string; from: number }

/** A stored target, for one unit and school year. */
export type Target = { unitId: number; measure: string; percent: number; source: string }

/**
 * What a unit is measured by: its own target, else that of the nearest office above.
 * @param chain the unit's id, then the offices above it, nearest first
 */
export function goalsOf(chain: readonly number[], targets: readonly Target[]): Goals {
  const goals: Goals = {}
  for (const { measure } of measureRules) {
    const own = chain.flatMap(id => targets.find(it => it.unitId === id && it.measure === measure) ?? [])[0]
    if (own) goals[measure] = { percent: own.percent, source: own.source, from: own.unitId }
  }
  return goals
}

/** Whether a share (0 to 1) is where it should be; null without a share or a target. */
export function reaches(
  share: number | null,
  goal: Goal | undefined,
  better: 'more' | 'less',
): boolean | null {
  if (share === null || !goal) return null
  const percent = Math.round(share * 10_000) / 100
  return better === 'more' ? percent >= goal.percent : percent <= goal.percent
}
