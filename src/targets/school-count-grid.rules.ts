import type { Month } from '../calendar/month.rules.ts'
import { type Figures, fieldName } from '../reports/form.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import {
  type CountGrid,
  countBox,
  countSourceBox,
  differenceText,
  formOfCounts,
  graduatesIn,
  type SchoolCount,
} from './school-count.rules.ts'
import { measureRules } from './target.rules.ts'
import type { GridBox, GridError, GridForm } from './target-grid.rules.ts'

/** The grid of graduates as the page shows it: the schools' figure in each box, the commune's own beside it. */

export type Reported = ReadonlyMap<number, { month: Month; figures: Figures }>

/** Which units are listed: those whose figures differ, those without one from the schools, or all. */
export const shows = ['different', 'empty', 'all'] as const
export type Show = (typeof shows)[number]

export type CountState = {
  form: GridForm
  errors: readonly GridError[]
  stored: readonly SchoolCount[]
  /** What is saved stands beside each box that differs. */
  beside: boolean
}

/** `reported`: 'Xã báo cáo 118, nhiều hơn 3'. */
export type CountBox = GridBox & { reported: string; differs: boolean }
export type CountRow = {
  name: string
  period: string
  boxes: CountBox[]
  source: GridBox
  differs: boolean
  empty: boolean
}

/** The commune's own total of a graduation year in its latest report; null when it has none. */
export const reportedOf = (reported: Reported, unitId: number, cohort: number): number | null =>
  reported.get(unitId)?.figures[fieldName(GRADUATES, cohort)] ?? null

const GRADUATES = measureRules[0]?.whole ?? 'graduates'

export function countRows(
  grid: CountGrid & { reported: Reported },
  state: CountState,
  lang: Lang,
): CountRow[] {
  const saved = formOfCounts(state.stored, grid)
  return grid.units.map(({ id, name }): CountRow => {
    const boxOf = boxMaker(state, saved, lang)
    const boxes = grid.cohorts.map((cohort): CountBox => {
      const head = say(lang, 'schoolCount.cohort', { year: cohort })
      const label = say(lang, 'schoolCount.boxOf', { year: cohort, unit: name })
      const box = boxOf({ id: countBox(id, cohort), head, label })
      const [school, own] = [graduatesIn(box.value), reportedOf(grid.reported, id, cohort)]
      const differs = school !== null && own !== null && school !== own
      return { ...box, differs, reported: besideText(school, own, lang) }
    })
    const month = grid.reported.get(id)?.month
    const source = {
      id: countSourceBox(id),
      head: say(lang, 'schoolCount.source'),
      label: say(lang, 'schoolCount.sourceOf', { unit: name }),
    }
    return {
      name,
      period: month ? say(lang, 'schoolCount.period', { month: formatMonth(month) }) : '',
      boxes,
      source: boxOf(source),
      differs: boxes.some(it => it.differs),
      empty: boxes.some(it => it.value === ''),
    }
  })
}

function besideText(school: number | null, own: number | null, lang: Lang): string {
  const difference = differenceText(school, own, lang)
  if (own === null) return difference
  const count = formatNumber(own)
  return school === null
    ? say(lang, 'schoolCount.reportedAlone', { count })
    : say(lang, 'schoolCount.reported', { count, difference })
}

type Named = Pick<GridBox, 'id' | 'head' | 'label'>

const boxMaker =
  ({ form, errors, beside }: CountState, saved: GridForm, lang: Lang) =>
  (named: Named): GridBox => {
    const [value, before] = [form[named.id] ?? '', saved[named.id] ?? '']
    const changed = beside && value !== before
    const note =
      before === '' ? say(lang, 'targets.savedNone') : say(lang, 'targets.saved', { percent: before })
    const error = errors.find(it => it.box === named.id)?.text ?? null
    return { ...named, value, error, changed, note: changed ? note : '' }
  }

/** What is asked for; unless asked, those that differ, as long as there are any. */
export function showAsked(asked: unknown, rows: readonly CountRow[]): Show {
  const known = shows.find(it => it === asked)
  return known ?? (rows.some(it => it.differs) ? 'different' : 'all')
}

export const rowsShown = (rows: readonly CountRow[], show: Show): CountRow[] =>
  rows.filter(it => (show === 'all' ? true : show === 'different' ? it.differs : it.empty))
