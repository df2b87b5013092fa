import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Trx } from '../db/database.ts'
import { parseHolidays } from './holiday.rules.ts'
import { ensureNationalHolidays } from './holiday.store.ts'

const shipped = path.resolve(import.meta.dirname, '../../data/holidays-vn-civil-service-2021-2027.csv')

/**
 * The country's days off as the portal ships them, for the years of which the table holds nothing yet. Whoever founds an
 * office has them from the start. @throws Error when the shipped file is not as it left us.
 */
export async function seedHolidays(trx: Trx): Promise<number> {
  const { holidays, problems } = parseHolidays(await readFile(shipped, 'utf8'))
  if (problems.length > 0) throw new Error(`${shipped}: ${JSON.stringify(problems)}`)
  return ensureNationalHolidays(trx, holidays)
}
