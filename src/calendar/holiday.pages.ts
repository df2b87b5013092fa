import { mayAdminister, maySeeOffice } from '../people/access.rules.ts'
import { isOnTop } from '../units/top.rules.ts'
import type { Unit } from '../units/unit.store.ts'
import { sendPage } from '../web/page.ts'
import { notFound } from '../web/problem.ts'
import type { Routes, UnitVisit } from '../web/routes.ts'
import { say } from '../words/all.ts'
import { formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { loadOfficeMonths, type OfficeMonthFacts } from './calendar.store.ts'
import { explainDeadline, weekdayName } from './deadline.rules.ts'
import { findHolidays, findHolidayYears, type HolidayLine } from './holiday.store.ts'
import { asMonth, dayAt, type Month, monthsFrom } from './month.rules.ts'
import { isOpenToRule } from './month-rule.rules.ts'

/** An office's year: when each month is due and why, and the days off that it comes from. */
export function holidayPages(routes: Routes<Unit>): void {
  routes.unit('get', '/calendar/:unit', maySeeOffice, showYear)
}

async function showYear(visit: UnitVisit<Unit>): Promise<void> {
  const { deps, req, res, lang, unit, person } = visit
  if (unit.kind !== 'office') throw notFound()
  const year = yearAsked(visit)
  const [lines, years, months] = await Promise.all([
    findHolidays(deps.db, unit.id, year),
    findHolidayYears(deps.db, unit.id),
    loadOfficeMonths(deps.db, unit.id, monthsOf(year)),
  ])
  const administers = mayAdminister(person, unit)
  const top = isOnTop(unit)
  const model = {
    unit: unit.fullName,
    year,
    months: months.map(it => dueRow(visit, it)),
    switcher: switcherOf(visit, year, years),
    rulesHref: administers ? `/units/${unit.id}/settings` : null,
    addHref: administers ? `/calendar/${unit.id}/new?year=${year}` : null,
    noticeHref: administers ? `/calendar/${unit.id}/notice` : null,
    copy: administers ? copyOf(visit, year, years) : null,
    outagesHref: `/calendar/${unit.id}/outages`,
    administers,
    text: say(lang, top ? 'calendar.page.holidaysTextTop' : 'calendar.page.holidaysText'),
    provisional: lines.some(({ status }) => status === 'provisional'),
    rows: lines.map(line => holidayRow(visit, line, lines)),
  }
  const title = say(lang, 'calendar.page.title', { year })
  sendPage(req, res, 'calendar/year', { title }, model)
}

function yearAsked({ req, now }: UnitVisit<Unit>): number {
  const given = String(req.query.year ?? '')
  return /^(19|20)\d{2}$/.test(given) ? Number(given) : Number(dayAt(now).slice(0, 4))
}

const monthsOf = (year: number): Month[] => monthsFrom(asMonth(`${year}-01`), asMonth(`${year}-12`))

/** A year without a table may start from the one before. */
function copyOf({ unit, lang }: UnitVisit<Unit>, year: number, years: readonly number[]) {
  if (years.includes(year) || !years.includes(year - 1)) return null
  return {
    href: `/calendar/${unit.id}/copy?year=${year}`,
    label: say(lang, 'notice.copyNav', { before: year - 1 }),
  }
}

function dueRow(
  { lang, month: running, unit, person, now }: UnitVisit<Unit>,
  { month, deadline, holidays }: OfficeMonthFacts,
) {
  return {
    label: formatMonth(month),
    edit:
      mayAdminister(person, unit) && isOpenToRule(deadline, now)
        ? {
            href: `/calendar/${unit.id}/month/${month}`,
            about: say(lang, 'month-rule.editAbout', { month: formatMonth(month) }),
          }
        : null,
    running: month === running,
    asOf: formatDay(deadline.cutOff),
    due: formatTime(deadline.due),
    because: explainDeadline(lang, deadline, holidays),
  }
}

/** The years before and after, as long as there is a table or it is next to today's. */
function switcherOf({ unit, lang, now }: UnitVisit<Unit>, year: number, years: readonly number[]) {
  const today = Number(dayAt(now).slice(0, 4))
  const [first, last] = [Math.min(today, ...years), Math.max(today + 1, ...years)]
  const to = (target: number) => ({
    href: `/calendar/${unit.id}?year=${target}`,
    label: say(lang, 'calendar.page.year', { year: target }),
  })
  return {
    previous: year > first ? to(year - 1) : null,
    next: year < last ? to(year + 1) : null,
    current: Math.abs(year - today) <= 1 ? null : to(today),
  }
}

function holidayRow({ lang, unit, person }: UnitVisit<Unit>, line: HolidayLine, all: readonly HolidayLine[]) {
  const { id, day, kind, name, source, status, officeId } = line
  const own = officeId === unit.id || (officeId === null && isOnTop(unit))
  const replaced = officeId === null && all.some(it => it.day === day && it.officeId !== null)
  return {
    date: formatDay(day),
    weekday: weekdayName(day, lang),
    kind: say(lang, `calendar.page.${kind}`),
    work: kind === 'work',
    name,
    source,
    provisional: status === 'provisional' ? say(lang, 'calendar.page.isProvisional') : null,
    scope: scopeOf(lang, { national: officeId === null, replaced }),
    replaced,
    edit:
      own && mayAdminister(person, unit)
        ? {
            href: `/calendar/${unit.id}/${id}`,
            about: say(lang, 'calendar.page.editAbout', { day: formatDay(day) }),
          }
        : null,
  }
}

function scopeOf(lang: Lang, { national, replaced }: { national: boolean; replaced: boolean }): string {
  if (!national) return say(lang, 'calendar.page.own')
  return say(lang, replaced ? 'calendar.page.replaced' : 'calendar.page.national')
}
