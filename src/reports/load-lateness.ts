import { loadOfficeMonths } from '../calendar/calendar.store.ts'
import { dueFor } from '../calendar/deadline.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { officesOf } from '../units/unit.store.ts'
import type { Lang } from '../words/words.ts'
import { latenessOf, type Timed } from './lateness.rules.ts'

type TimedMonth = Timed & { month: Month; extensionUntil: Date | null }

export type LateAsked = { unitId: number; months: readonly TimedMonth[]; lang: Lang }

/** By how much each late month of a commune was late, in words, by the rules of the office it was under then. */
export async function loadLateness(db: Db, asked: LateAsked): Promise<Map<Month, string>> {
  const { unitId, lang } = asked
  const late = asked.months.filter(it => it.onTime === false)
  if (late.length === 0) return new Map()
  const months = late.map(it => it.month)
  const offices = await officesOf(db, unitId, months)
  const known = await Promise.all(
    [...new Set(offices.values())].map(id =>
      loadOfficeMonths(
        db,
        id,
        months.filter(it => offices.get(it) === id),
      ),
    ),
  )
  const dates = new Map(known.flat().map(it => [it.month, it]))
  const lines = late.flatMap(it => {
    const { deadline, holidays } = dates.get(it.month) ?? {}
    if (!deadline || !holidays) return []
    const dues = { own: dueFor(deadline, it.extensionUntil), common: deadline.due, holidays, lang }
    const text = latenessOf(it, dues)
    return text ? [[it.month, text] as const] : []
  })
  return new Map(lines)
}
