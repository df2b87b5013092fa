import { type Deadline, deadlineOf, defaultPolicy, type Holidays } from '../calendar/deadline.rules.ts'
import {
  addDays,
  addMonths,
  asMonth,
  at,
  type Day,
  dayAt,
  type Month,
  monthsFrom,
} from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { cohortsOf, type Edition, type Figures } from '../reports/form.rules.ts'
import { type Chance, chanceOf } from './chance.rules.ts'
import {
  beginCommune,
  type Cohorts,
  drawProfile,
  figuresOf,
  mergeCommunes,
  nextMonth,
  type Profile,
} from './commune.rules.ts'
import { type Course, pastCourse, runningCourse } from './report.rules.ts'

/** The first month of the world: the month in which the district's communes began to report. */
export const WORLD_BEGINS = asMonth('2023-10')

/** A commune of the world, from the units as imported. */
export type TrialCommune = {
  id: number
  code: string
  highland: boolean
  ward: boolean
  from: Month
  until: Month | null
  predecessors: number[]
}

/** A made-up report: one figures record a version. */
export type TrialReport = { unitId: number; code: string; month: Month; course: Course; figures: Figures[] }

export type World = { communes: readonly TrialCommune[]; edition: Edition; holidays: Holidays; today: Day }

/** How the running (or last) month of one commune of the cast must stand, whatever chance says. */
export type Parts = ReadonlyMap<number, { running: Course['state']; lastMonthMissing?: boolean }>

/**
 * Every report of the made-up world up to today, the same on every run for the same day.
 * Predecessors come first, since a successor begins with the sum of their last month.
 */
export function makeWorld(world: World, parts: Parts): TrialReport[] {
  const ended = new Map<number, Cohorts>()
  const inOrder = [...world.communes].sort((a, b) => a.from.localeCompare(b.from) || a.id - b.id)
  return inOrder.flatMap(commune => makeCommune(world, commune, { ended, part: parts.get(commune.id) }))
}

type Context = {
  ended: Map<number, Cohorts>
  part: { running: Course['state']; lastMonthMissing?: boolean } | undefined
}

function makeCommune(world: World, commune: TrialCommune, { ended, part }: Context): TrialReport[] {
  const chance = chanceOf(`${commune.code} ${commune.from}`)
  const profile = drawProfile(chance, commune)
  const running = monthInHand(world.today, defaultPolicy.cutOffDay)
  const last = commune.until && commune.until <= running ? addMonths(commune.until, -1) : running
  const reports: TrialReport[] = []
  let cohorts = firstCohorts(world, commune, { chance, profile, ended })
  for (const month of monthsFrom(commune.from, last)) {
    const years = cohortsOf(world.edition, month)
    const next =
      cohorts.size === 0 ? beginCommune(chance, profile, years) : nextMonth(chance, profile, cohorts, years)
    const deadline = deadlineOf(month, defaultPolicy, world.holidays)
    const course = courseOf(world, {
      chance,
      profile,
      deadline,
      isRunning: month === running,
      isLast: month === addMonths(running, -1),
      part,
    })
    if (course.state !== 'missing') {
      const figures = figuresOf(next, profile)
      reports.push({
        unitId: commune.id,
        code: commune.code,
        month,
        course,
        figures: versionsOf(figures, course),
      })
    }
    cohorts = next.cohorts
  }
  ended.set(commune.id, cohorts)
  return reports
}

type First = { chance: Chance; profile: Profile; ended: ReadonlyMap<number, Cohorts> }

function firstCohorts(world: World, commune: TrialCommune, { ended }: First): Cohorts {
  const before = commune.predecessors.map(id => ended.get(id)).filter(it => it !== undefined)
  if (before.length === 0) return new Map()
  return mergeCommunes(before, cohortsOf(world.edition, addMonths(commune.from, -1)))
}

type Draw = {
  chance: Chance
  profile: Profile
  deadline: Deadline
  isRunning: boolean
  isLast: boolean
  part: Context['part']
}

function courseOf({ today, holidays }: World, draw: Draw): Course {
  const { chance, profile, deadline, isRunning, isLast, part } = draw
  const missing: Course = { state: 'missing', sent: [], decidedAt: null, returnReason: null }
  const drawn = isRunning
    ? runningCourse(chance, today, deadline, holidays)
    : pastCourse(chance, profile.diligence, deadline, holidays)
  if (isLast && part?.lastMonthMissing) return missing
  if (!part || !isRunning) return drawn
  if (part.running === 'missing' || part.running === 'draft') return { ...missing, state: part.running }
  const sent = pastCourse(chance, 1, deadline, holidays)
    .sent.slice(0, 1)
    .map(it => beforeToday(it, deadline, today))
  const returnReason = part.running === 'returned' ? ('trial.return' as const) : null
  const [first] = sent
  return {
    state: part.running,
    sent,
    returnReason,
    decidedAt: returnReason && first ? new Date(first.getTime() + 7_200_000) : null,
  }
}

/** A cast report of the running month must lie before today, in office hours: else on the day after the cut-off. */
function beforeToday(sent: Date, deadline: Deadline, today: Day): Date {
  return dayAt(sent) < today ? sent : at(addDays(deadline.cutOff, 2), 9, 40)
}

/** A correction moves one pupil from upper-secondary to continuing education, as the training centre's list has it. */
function versionsOf(figures: Figures, { sent }: Course): Figures[] {
  if (sent.length < 2) return [figures]
  const year = Object.keys(figures)
    .find(name => name.startsWith('in_gdtx@') && (figures[name] ?? 0) > 0)
    ?.split('@')[1]
  const first = year
    ? {
        ...figures,
        [`in_gdtx@${year}`]: (figures[`in_gdtx@${year}`] ?? 0) - 1,
        [`in_thpt@${year}`]: (figures[`in_thpt@${year}`] ?? 0) + 1,
      }
    : figures
  return [first, figures]
}
