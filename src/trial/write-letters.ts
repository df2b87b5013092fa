import { defaultPolicy } from '../calendar/deadline.rules.ts'
import { addDays, at, type Day, dayAt, dayIn } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import { type PostOffice, sendReminders } from '../reminders/send-reminders.ts'

/** The hour at which the made-up month's post left each day: after the plan's morning letters are owed. */
const POST_HOUR = 9

/**
 * The letters that would have left in the month in hand, day by day up to yesterday: the real verb with the
 * clock set back, so that the ledger and the trial's inbox look as they would after half a month's work.
 */
export async function writeLetters(office: PostOffice): Promise<void> {
  const today = dayAt(office.clock())
  const month = monthInHand(today, defaultPolicy.cutOffDay)
  for (const day of daysBefore(today, addDays(dayIn(month, defaultPolicy.cutOffDay), 1)))
    await sendReminders({ ...office, clock: () => at(day, POST_HOUR) }, { month })
}

function daysBefore(today: Day, first: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day < today; day = addDays(day, 1)) days.push(day)
  return days
}
