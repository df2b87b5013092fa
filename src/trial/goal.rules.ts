import { addMonths, type Month, schoolYearOf } from '../calendar/month.rules.ts'
import type { Target } from '../targets/target.rules.ts'
import { say } from '../words/all.ts'

/**
 * The made-up targets of the trial: the 70 % of its graduates that an office is asked to lead on to upper-secondary, with two
 * more shares, and one commune with a target of its own.
 */
export function trialGoals(officeId: number, communeId: number | undefined): Target[] {
  const source = say('vi', 'targets.trialSource')
  const goal = (unitId: number, measure: string, percent: number) => ({ unitId, measure, percent, source })
  return [
    goal(officeId, 'upper', 70),
    goal(officeId, 'vocational', 10),
    goal(officeId, 'untraced', 10),
    ...(communeId === undefined ? [] : [goal(communeId, 'upper', 80)]),
  ]
}

/** The present school year and the one before, so that there is something to look back on. */
export const trialGoalYears = (running: Month): string[] => [
  schoolYearOf(addMonths(running, -12)),
  schoolYearOf(running),
]
