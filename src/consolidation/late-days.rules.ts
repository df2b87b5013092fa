import { type Deadline, dueFor, type Holidays } from '../calendar/deadline.rules.ts'
import { lateDaysOf } from '../reports/lateness.rules.ts'
import type { Place } from './place.rules.ts'

type Counted = { onTime: boolean; firstSubmittedAt: Date; moreTime?: Date | null }
type Calendar = { office: { id: number }; deadline: Pick<Deadline, 'due'>; holidays?: Holidays }

/** By how many working days a commune of the office's own was late; those of an office below have that one's due date. */
export function lateDaysIn(unit: Place, version: Counted, calendar: Calendar): number | null {
  const { office, deadline, holidays } = calendar
  if (!holidays || unit.parentId !== office.id) return null
  const { onTime, firstSubmittedAt: firstAt, moreTime = null } = version
  return lateDaysOf({ onTime, firstAt }, { own: dueFor(deadline, moreTime), common: deadline.due, holidays })
}
