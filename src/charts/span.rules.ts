import {
  addMonths,
  type Month,
  monthsFrom,
  monthsOfSchoolYear,
  schoolYearOf,
} from '../calendar/month.rules.ts'
import { cohortsOf, type Edition, fieldName, type Indicator } from '../reports/form.rules.ts'

/** Which months a page of pictures shows, and which boxes make their figures. */

/** The school year of the month asked about and the one before: what is compared; the rest at a press. */
const USUAL_YEARS = 2

export type Span = { months: Month[] /** Whether there are older months to be asked for. */; older: boolean }

/** @param first the first month of which anything is known */
export function spanOf(first: Month, last: Month, all: boolean): Span {
  const [september = last] = monthsOfSchoolYear(schoolYearOf(addMonths(last, -12 * (USUAL_YEARS - 1))))
  const from = all || first > september ? first : september
  return { months: monthsFrom(from, last), older: first < september && !all }
}

/** Months that share a form edition and its graduation years: the boxes to be summed for each code. */
export type BoxGroup = { months: Month[]; boxes: { code: string; names: string[] }[] }

/** The indicators drawn: their codes keep their meaning across editions. */
export const CODES = {
  headline: ['graduates', 'neither', 'unknown'],
  back: ['flow_to_thpt', 'flow_to_gdtx', 'flow_to_voc'],
  away: ['flow_out'],
  up: ['flow_new', 'flow_in'],
} as const

const SITUATION = 'situation'

/** The boxes of the present situation in the latest edition's order, then any that only an older one had. */
export function situationsOf(editions: readonly Edition[]): Indicator[] {
  const found = new Map<string, Indicator>()
  for (const edition of [...editions].reverse())
    for (const indicator of edition.sections.find(it => it.code === SITUATION)?.indicators ?? [])
      if (!found.has(indicator.code)) found.set(indicator.code, indicator)
  return [...found.values()]
}

/** Months with the same edition and graduation years together; months before the first edition in none. */
export function boxGroups(months: readonly Month[], editions: readonly (Edition | null)[]): BoxGroup[] {
  const groups = new Map<string, BoxGroup>()
  for (const [at, month] of months.entries()) {
    const edition = editions[at]
    if (!edition) continue
    const cohorts = cohortsOf(edition, month)
    const key = `${edition.code} ${cohorts.join()}`
    const group = groups.get(key) ?? { months: [], boxes: boxesOf(edition, cohorts) }
    group.months.push(month)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function boxesOf(edition: Edition, cohorts: readonly number[]): BoxGroup['boxes'] {
  const wanted = new Set<string>([
    ...Object.values(CODES).flat(),
    ...situationsOf([edition]).map(it => it.code),
  ])
  return edition.sections
    .flatMap(it => it.indicators)
    .filter(it => wanted.has(it.code))
    .map(({ code, scope }) => ({
      code,
      names: scope === 'cohort' ? cohorts.map(it => fieldName(code, it)) : [code],
    }))
}
