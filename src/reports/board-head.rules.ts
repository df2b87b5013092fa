import type { Deadline, Holidays } from '../calendar/deadline.rules.ts'
import { explainDeadline, weekdayName } from '../calendar/deadline.rules.ts'
import { addMonths, dayAt, type Month } from '../calendar/month.rules.ts'
import { phaseAt, type ReportingWindow, sayTimeLeft } from '../calendar/window.rules.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDay, formatMonth, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** The head of an office's page about one month: which month, due when and why, open or not, and the way to others. */
export type HeadInput = {
  lang: Lang
  now: Date
  month: Month
  /** The month people mean by "now". */
  running: Month
  deadline: Deadline
  holidays: Holidays
  window: ReportingWindow
  lock: { at: Date; by: string; reason: string } | null
  /** Until when a closed month is open again for all. */
  reopenedUntil: Date | null
  hrefOf: (month: Month) => string
}

export type Head = {
  month: Month
  leaf: { month: string; day: string; foot: string }
  due: string
  left: string
  asOf: string
  because: string
  notice: { kind: 'info' | 'warning'; text: string } | null
  locked: boolean
  months: { previous: Link | null; next: Link | null; current: Link | null }
}

type Link = { href: string; label: string }

export function headOf(input: HeadInput): Head {
  const { lang, now, month, deadline, holidays, window } = input
  const { due, dueDay, cutOff } = deadline
  return {
    month,
    leaf: {
      month: say(lang, 'board.month', { month: String(Number(dueDay.slice(5, 7))) }),
      day: String(Number(dueDay.slice(8))),
      foot: `${weekdayName(dueDay, lang)}, ${formatClock(due)}`,
    },
    due: formatTime(due),
    left: sayTimeLeft(lang, now, due),
    asOf: formatDay(cutOff),
    because: lang === 'vi' ? deadline.because : explainDeadline(lang, deadline, holidays),
    notice: noticeOf(input),
    locked: phaseAt(window, now) === 'locked',
    months: monthsAround(input),
  }
}

function noticeOf({ lang, now, window, lock, reopenedUntil }: HeadInput): Head['notice'] {
  const phase = phaseAt(window, now)
  if (phase === 'future')
    return { kind: 'info', text: say(lang, 'board.future', { day: formatDay(dayAt(window.opens)) }) }
  if (phase !== 'locked' && reopenedUntil && reopenedUntil > now)
    return { kind: 'info', text: say(lang, 'board.reopened', { until: formatTime(reopenedUntil) }) }
  if (phase !== 'locked' || !window.locksAt) return null
  const text = lock
    ? say(lang, 'board.lockedByHand', { by: lock.by, at: formatTime(lock.at), reason: lock.reason })
    : say(lang, 'board.lockedBySettings', { at: formatTime(window.locksAt) })
  return { kind: 'warning', text }
}

/** One month back and one on, as far as the running month; and back to that from anywhere else. */
function monthsAround({ lang, month, running, hrefOf }: HeadInput): Head['months'] {
  const link = (to: Month) => ({
    href: hrefOf(to),
    label: say(lang, 'board.month', { month: formatMonth(to) }),
  })
  return {
    previous: link(addMonths(month, -1)),
    next: month < running ? link(addMonths(month, 1)) : null,
    current:
      addMonths(month, 1) < running || month > running
        ? { href: hrefOf(running), label: say(lang, 'board.toRunning') }
        : null,
  }
}
