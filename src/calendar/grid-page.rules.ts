import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { explainDeadline, type Holidays, weekdayName } from './deadline.rules.ts'
import type { HolidayRow } from './holiday.rules.ts'
import {
  type Grid,
  type GridError,
  type KnownLine,
  standing,
  standingOf,
  unnamed,
} from './holiday-grid.rules.ts'
import { isDay, type Month } from './month.rules.ts'
import { type MonthFacts, monthDeadline } from './month-deadline.rules.ts'

type Shown = { known: readonly KnownLine[]; errors: readonly GridError[]; lang: Lang }

/** The lines of the grid as the page shows them, each beside what the table has. */
export function gridRows({ lines, provisional }: Grid, { known, errors, lang }: Shown) {
  const wrong = new Map<string, string>(errors.map(({ field, text }) => [field, text]))
  return lines.map((line, index) => {
    const status: HolidayRow['status'] = provisional ? 'provisional' : 'verified'
    const { day, name, source, keep } = line
    const kind = line.kind === 'work' ? 'work' : 'off'
    const readable = isDay(day)
    const state = readable ? standingOf({ day, kind, name, source, status }, known) : 'undated'
    const errorsHere = ['keep', 'day', 'kind', 'name', 'source'].map(it => wrong.get(`${it}-${index}`))
    return {
      index,
      day,
      name,
      source,
      keep,
      about: say(lang, 'notice.keepAbout', { day: readable ? formatDay(day) : name }),
      weekday: readable ? weekdayName(day, lang) : '',
      off: kind === 'off',
      state: say(lang, `notice.state.${state}`),
      isNew: state === 'new',
      there: thereOn(line.day, state, { known, lang }),
      warning: line.warnings.join(' '),
      error: errorsHere.filter(it => it !== undefined).join(' '),
    }
  })
}

function thereOn(day: string, state: string, { known, lang }: Omit<Shown, 'errors'>): string {
  const there = state === 'new' || state === 'undated' ? null : standing(day, known)
  if (!there) return ''
  return say(lang, 'notice.there', { kind: say(lang, `calendar.page.${there.kind}`), name: there.name })
}

/** The lines of the table that the grid says nothing about; they can be ticked to go. */
export const unnamedRows = ({ lines, drop }: Grid, known: readonly KnownLine[], lang: Lang) =>
  unnamed(lines, known).map(({ id, day, kind, name, status }) => ({
    id,
    label: say(lang, status === 'provisional' ? 'notice.unnamedProvisional' : 'notice.unnamedLine', {
      day: formatDay(day),
      kind: say(lang, `calendar.page.${kind}`),
      name,
    }),
    drop: drop.includes(id),
  }))

type FactsOf = { month: Month; facts: MonthFacts }

/** The due dates that another table moves: from when to when, and why then. */
export function movedDues(months: readonly FactsOf[], after: Holidays, lang: Lang) {
  return months.flatMap(({ month, facts }) => {
    const before = monthDeadline(month, facts)
    const moved = monthDeadline(month, { ...facts, holidays: after })
    if (before.due.getTime() === moved.due.getTime()) return []
    const because = explainDeadline(lang, moved, after)
    return [
      { month: formatMonth(month), before: formatTime(before.due), after: formatTime(moved.due), because },
    ]
  })
}
