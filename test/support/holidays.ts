import { readFileSync } from 'node:fs'
import path from 'node:path'
import { holidaysByDay } from '../../src/calendar/deadline.rules.ts'
import { parseHolidays } from '../../src/calendar/holiday.rules.ts'

const file = path.resolve(import.meta.dirname, '../../data/holidays-vn-civil-service-2021-2027.csv')

/** The holiday table that the portal ships with, as text and as the rules want it. */
export const shippedTable = readFileSync(file, 'utf8')
export const shippedHolidays = holidaysByDay(parseHolidays(shippedTable).holidays)
