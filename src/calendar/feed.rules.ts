import { contactLine, policyOf, readOfficeSettings } from '../units/office.rules.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth } from '../words/vietnamese.ts'
import { dueFor, type Holiday, holidaysByDay, type MonthRule } from './deadline.rules.ts'
import { addDays, addMonths, at, type Day, type Month, monthsFrom } from './month.rules.ts'
import { monthDeadline } from './month-deadline.rules.ts'
import type { Outage } from './outage-span.rules.ts'

/** The months that a feed holds, around the month of today. */
const MONTHS_BACK = 12
const MONTHS_AHEAD = 12

export const feedMonths = (running: Month): Month[] =>
  monthsFrom(addMonths(running, -MONTHS_BACK), addMonths(running, MONTHS_AHEAD))

/** A unit in which somebody holds a role: a commune reports, an office receives. */
export type FeedUnit = {
  id: number
  kind: 'commune' | 'office'
  name: string
  validFrom: Month
  validUntil: Month | null
  /** The offices it stood under, for a commune; of an office itself its own id, for all months. */
  offices: { id: number; from: Month; until: Month | null }[]
  extensions: { month: Month; until: Date }[]
}

/** What an office's dates depend on; `holidays` are the country's with its own over them. */
export type FeedOffice = {
  id: number
  name: string
  /** By month, since a change holds from a month on. */
  settings: Readonly<Record<Month, unknown>>
  holidays: Holiday[]
  outages: Outage[]
  rules: (MonthRule & { month: Month })[]
}

/** A due date as the feed shows it. */
export type FeedDue = {
  unitId: number
  month: Month
  due: Date
  cutOff: Day
  title: string
  text: string
  path: string
}

/** Every due date of those units in those months, by month; a month in which a unit reported to nobody has none. */
export function feedDues(
  units: readonly FeedUnit[],
  offices: readonly FeedOffice[],
  months: readonly Month[],
): FeedDue[] {
  const known = new Map(offices.map(office => [office.id, calendarOf(office)]))
  return months.flatMap(month =>
    units.flatMap(unit => {
      const office = known.get(officeIn(unit, month) ?? 0)
      return office ? [dueIn(unit, month, office)] : []
    }),
  )
}

const holds = (month: Month, from: Month, until: Month | null): boolean =>
  from <= month && (until === null || month < until)

function officeIn({ offices, validFrom, validUntil }: FeedUnit, month: Month): number | null {
  if (!holds(month, validFrom, validUntil)) return null
  return offices.find(({ from, until }) => holds(month, from, until))?.id ?? null
}

type OfficeCalendar = ReturnType<typeof calendarOf>

function calendarOf({ name, settings, holidays, outages, rules }: FeedOffice) {
  const table = holidaysByDay(holidays)
  const settingsIn = (month: Month) => readOfficeSettings(settings[month])
  return {
    name,
    contactIn: (month: Month) => contactLine(settingsIn(month)),
    deadlineIn: (month: Month) =>
      monthDeadline(month, {
        policy: policyOf(settingsIn(month)),
        holidays: table,
        outages,
        rule: rules.find(rule => rule.month === month) ?? null,
      }),
  }
}

function dueIn({ id, kind, name, extensions }: FeedUnit, month: Month, office: OfficeCalendar): FeedDue {
  const deadline = office.deadlineIn(month)
  const contact = office.contactIn(month)
  const due = dueFor(deadline, extensions.find(it => it.month === month)?.until ?? null)
  const about = { month: formatMonth(month), unitName: name, office: office.name }
  const told = [
    due > deadline.due
      ? say('vi', 'feed.extended')
      : say('vi', 'letters.dueBecause', { because: deadline.because }),
    say('vi', 'feed.cutOff', { day: formatDay(deadline.cutOff) }),
    contact && say('vi', 'letters.contact', { contact }),
  ]
  return {
    unitId: id,
    month,
    due,
    cutOff: deadline.cutOff,
    title: say('vi', kind === 'commune' ? 'letters.calendar.title' : 'feed.officeTitle', about),
    text: [...(kind === 'commune' ? [say('vi', 'letters.calendar.text', about)] : []), ...told]
      .filter(Boolean)
      .join('\n'),
    path: kind === 'commune' ? `/reports/${id}/${month}` : `/review/${id}/${month}`,
  }
}

/** The stamp of an entry: the day its month opened, the same in the letter's file. */
export const stampOf = ({ cutOff }: Pick<FeedDue, 'cutOff'>): Date => at(addDays(cutOff, 1), 0)
