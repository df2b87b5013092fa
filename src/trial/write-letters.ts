import { defaultPolicy } from '../calendar/deadline.rules.ts'
import { addDays, at, type Day, dayAt, dayIn } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { type PostOffice, sendReminders } from '../reminders/send-reminders.ts'
import type { NewReport } from './row.rules.ts'

/** The hour at which the made-up month's post left each day: after the plan's morning letters are owed. */
const POST_HOUR = 9

export type Month = {
  /** All the reports of the month in hand. */
  reports: readonly NewReport[]
  add: (reports: readonly NewReport[]) => Promise<void>
}

/**
 * Lives the month in hand day by day up to yesterday: what came in before the day's post, then the letters, by the
 * real verb with the clock set back. So whoever has reported by today was still reminded while they had not.
 */
export async function writeLetters(office: PostOffice, { reports, add }: Month): Promise<void> {
  const today = dayAt(office.clock())
  const month = monthInHand(today, defaultPolicy.cutOffDay)
  let waiting = reports
  for (const day of daysBefore(today, addDays(dayIn(month, defaultPolicy.cutOffDay), 1))) {
    const post = at(day, POST_HOUR)
    await add(waiting.filter(it => cameBefore(it, post)))
    waiting = waiting.filter(it => !cameBefore(it, post))
    await sendReminders({ ...office, clock: () => post }, { month })
  }
  await add(waiting)
}

const cameBefore = ({ firstSubmittedAt }: NewReport, post: Date): boolean =>
  firstSubmittedAt !== null && firstSubmittedAt < post

function daysBefore(today: Day, first: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day < today; day = addDays(day, 1)) days.push(day)
  return days
}
