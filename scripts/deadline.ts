import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Deadline, deadlineOf, defaultPolicy, holidaysByDay } from '../src/calendar/deadline.rules.ts'
import { parseHolidays } from '../src/calendar/holiday.rules.ts'
import { isMonth, isoVietnam, type Month, monthsFrom } from '../src/calendar/month.rules.ts'
import { formatDay, formatMonth, formatTime } from '../src/words/vietnamese.ts'
import { fail, printTable, readArguments } from './arguments.ts'

/**
 * When months are due and why, under an office's default settings and the holiday table the portal ships with.
 * It reads the table from `data/`, so that it needs no database and answers the same everywhere.
 */
const usage = 'Usage: npm run -s deadline -- 2026-04 [2026-06] [--json] (two ascending months are a range)'
const table = path.resolve(import.meta.dirname, '../data/holidays-vn-civil-service-2021-2027.csv')

const { values, positionals } = readArguments(usage, { json: { type: 'boolean' } })
const holidays = shippedHolidays()
const deadlines = monthsAsked(positionals).map(month => deadlineOf(month, defaultPolicy, holidays))

if (values.json) console.log(JSON.stringify(deadlines.map(asJson), null, 2))
else printTable(deadlines.map(asRow))

function monthsAsked(given: string[]): Month[] {
  if (given.length === 0) fail(`No month given. ${usage}`)
  const months = given.map(it => (isMonth(it) ? it : fail(`"${it}" is not a month like 2026-04. ${usage}`)))
  const [from, to, ...others] = months
  return from && to && others.length === 0 && from <= to ? monthsFrom(from, to) : months
}

function shippedHolidays() {
  const { holidays, problems } = parseHolidays(readFileSync(table, 'utf8'))
  if (problems.length > 0) throw new Error(`${table}: ${JSON.stringify(problems)}`)
  return holidaysByDay(holidays)
}

function asJson({ month, nominal, due, because }: Deadline) {
  return { month, nominal, due: isoVietnam(due), because }
}

function asRow({ month, nominal, due, because }: Deadline): string[] {
  return [formatMonth(month), formatDay(nominal), formatTime(due), because]
}
