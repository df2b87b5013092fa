import { type Holidays, isWorkingDay, whyOff } from '../calendar/deadline.rules.ts'
import { addDays, type Day, dayAt } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDayShort } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { Entry } from './plan-preview.rules.ts'

type Counted = Pick<Entry, 'step' | 'planned' | 'due' | 'extended'>

/** Why a letter falls on its day: what it is counted from, and the days off that do not count. */
export function whyThatDay(
  { step, planned, due, extended }: Counted,
  { cutOff, holidays }: { cutOff: Day; holidays: Holidays },
  lang: Lang,
): string {
  const { type, days } = step
  const dueDay = dayAt(due)
  const counted = say(lang, `reminders.plan.why.${type}`, {
    days,
    cutOff: formatDayShort(cutOff),
    due: say(lang, `reminders.plan.why.${extended ? 'ownDue' : 'due'}`, {
      time: formatClock(due),
      day: formatDayShort(dueDay),
    }),
  })
  const from = type === 'opening' ? cutOff : dueDay
  const list = daysOffBetween(from, dayAt(planned), holidays, lang)
  return list ? say(lang, 'reminders.plan.why.without', { counted, list }) : counted
}

/** 'cuối tuần, 24/11 (Ngày Văn hóa Việt Nam)': weekends in one word, holidays by name, days of one name together. */
function daysOffBetween(a: Day, b: Day, holidays: Holidays, lang: Lang): string {
  const [from, to] = a < b ? [a, b] : [b, a]
  const runs: { name: string; first: Day; last: Day }[] = []
  let weekend = false
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) continue
    const name = holidays.get(day)?.name
    const run = runs.at(-1)
    if (!name) weekend = true
    else if (run?.name === name && addDays(run.last, 1) === day) run.last = day
    else runs.push({ name, first: day, last: day })
  }
  const named = runs.map(({ name, first, last }) => {
    const range = first === last ? formatDayShort(first) : `${formatDayShort(first)}–${formatDayShort(last)}`
    return say(lang, 'reminders.plan.why.dayOff', { day: range, name })
  })
  return [...(weekend ? [say(lang, 'reminders.plan.why.weekend')] : []), ...named].join(', ')
}

/** The name of a day off that is more than a Saturday or Sunday, or null. */
export const holidayName = (day: Day, holidays: Holidays): string | null =>
  holidays.get(day)?.kind === 'off' ? whyOff(day, holidays) : null
