import { addWorkingDays, type Deadline, type Holidays } from '../calendar/deadline.rules.ts'
import { addDays, at, type Day, dayAt, daysBetween } from '../calendar/month.rules.ts'
import type { Chance } from './chance.rules.ts'

/** How one made-up report came in: when it was first sent, whether corrected, and how it stands. */
export type Course = {
  state: 'missing' | 'draft' | 'returned' | 'submitted' | 'accepted'
  /** The instants of its versions, oldest first; the second is a correction. */
  sent: Date[]
  decidedAt: Date | null
  returnReason: 'trial.return' | null
}

const missing: Course = { state: 'missing', sent: [], decidedAt: null, returnReason: null }

/** A month of long ago: nearly all came, most in time, and the office accepted them. */
export function pastCourse(
  chance: Chance,
  diligence: number,
  deadline: Deadline,
  holidays: Holidays,
): Course {
  if (chance.happens((1 - diligence) * 0.25)) return missing
  const late = chance.happens(1 - diligence)
  const first = late ? lateInstant(chance, deadline, holidays) : onTimeInstant(chance, deadline, holidays)
  const corrected = chance.happens(0.03)
  const sent = corrected ? [first, officeHours(chance, addWorkingDays(dayAt(first), 1, holidays))] : [first]
  const last = sent.at(-1) ?? first
  return {
    state: 'accepted',
    sent,
    returnReason: null,
    decidedAt: officeHours(chance, addWorkingDays(dayAt(last), 1, holidays)),
  }
}

/** The running month, half way: what has come by the start of today, and what has not. */
export function runningCourse(chance: Chance, today: Day, deadline: Deadline, holidays: Holidays): Course {
  const draw = chance.share()
  const opened = addDays(deadline.cutOff, 1)
  const days = Math.max(0, daysBetween(opened, today) - 1)
  const first = officeHours(chance, workingDay(addDays(opened, chance.whole(0, days)), holidays))
  if (draw > 0.54 || dayAt(first) >= today) return draw > 0.9 ? { ...missing, state: 'draft' } : missing
  if (draw < 0.03)
    return { state: 'returned', sent: [first], decidedAt: hoursLater(first, 3), returnReason: 'trial.return' }
  const accepted = draw < 0.3
  return {
    state: accepted ? 'accepted' : 'submitted',
    sent: [first],
    decidedAt: accepted ? hoursLater(first, 4) : null,
    returnReason: null,
  }
}

function onTimeInstant(chance: Chance, deadline: Deadline, holidays: Holidays): Date {
  const opened = addDays(deadline.cutOff, 1)
  const back = Math.floor(chance.share() * chance.share() * daysBetween(opened, deadline.dueDay))
  const day = workingDay(addDays(deadline.dueDay, -back), holidays)
  const sent = officeHours(chance, day)
  return sent <= deadline.due ? sent : new Date(deadline.due.getTime() - chance.whole(1, 90) * 60_000)
}

const lateInstant = (chance: Chance, deadline: Deadline, holidays: Holidays): Date =>
  officeHours(chance, addWorkingDays(deadline.dueDay, chance.whole(1, 4), holidays))

/** The day itself when it is worked, else the next working day: nobody reports on a Sunday. */
const workingDay = (day: Day, holidays: Holidays): Day => addWorkingDays(addDays(day, -1), 1, holidays)

const officeHours = (chance: Chance, day: Day): Date => {
  const morning = chance.happens(0.55)
  return at(day, morning ? chance.whole(8, 10) : chance.whole(14, 16), chance.whole(0, 59))
}

const hoursLater = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 3_600_000)
