import { loadOfficeMonths } from '../calendar/calendar.store.ts'
import { dueFor } from '../calendar/deadline.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import type { Lang } from '../words/words.ts'
import { latenessOf, type Timed } from './lateness.rules.ts'

type TimedMonth = Timed & { month: Month; extensionUntil: Date | null }

export type LateAsked = { officeId: number | null; months: readonly TimedMonth[]; lang: Lang }

/** By how much each late month of a commune was late, in words; the others are left out. One query. */
export async function loadLateness(db: Db, asked: LateAsked): Promise<Map<Month, string>> {
  const { officeId, lang } = asked
  const late = asked.months.filter(it => it.onTime === false)
  if (officeId === null) return new Map()
  const known = await loadOfficeMonths(
    db,
    officeId,
    late.map(it => it.month),
  )
  const dates = new Map(known.map(it => [it.month, it]))
  const lines = late.flatMap(it => {
    const { deadline, holidays } = dates.get(it.month) ?? {}
    if (!deadline || !holidays) return []
    const dues = { own: dueFor(deadline, it.extensionUntil), common: deadline.due, holidays, lang }
    const text = latenessOf(it, dues)
    return text ? [[it.month, text] as const] : []
  })
  return new Map(lines)
}
