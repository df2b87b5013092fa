import { explainDeadline, weekdayName } from '../calendar/deadline.rules.ts'
import { dayAt } from '../calendar/month.rules.ts'
import { sayTimeLeft } from '../calendar/window.rules.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDay, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { OpenReport } from './open-report.rules.ts'

/** The head of a commune's page: whose report, of which month, due when, how long still, and why then. */
export function headOf(open: OpenReport, { lang, now }: { lang: Lang; now: Date }) {
  const { unit, window, deadline, extensionUntil } = open
  const { due } = window
  const day = dayAt(due)
  const foot = `${weekdayName(day, lang)}, ${formatClock(due)}`
  const isExtended = extensionUntil !== null && due > deadline.due
  return {
    unit: unit.fullName,
    asOf: deadline.cutOff,
    leaf: {
      month: say(lang, 'reports.home.month', { number: Number(day.slice(5, 7)) }),
      day: String(Number(day.slice(8))),
      foot,
    },
    due: `${formatClock(due)} ${weekdayName(day, lang)}, ${formatDay(day)}`,
    left: sayTimeLeft(lang, now, due),
    because: because(open, lang),
    extended: isExtended
      ? say(lang, 'reports.form.extended', { until: formatTime(due) })
      : openedIn(open, { lang, now }),
  }
}

/** Whether the month would be closed, were it not opened again. */
export const isOpenAgain = (
  { openUntil, window }: Pick<OpenReport, 'openUntil' | 'window'>,
  now: Date,
): boolean => openUntil !== null && now < openUntil && window.locksAt?.getTime() === openUntil.getTime()

/** A closed month that is open again says until when. */
function openedIn(
  { openUntil, window }: OpenReport,
  { lang, now }: { lang: Lang; now: Date },
): string | null {
  if (!openUntil || !isOpenAgain({ openUntil, window }, now)) return null
  return say(lang, 'request.openUntil', { until: formatTime(openUntil) })
}

/** The usual date is explained in the reader's language; an office's own one, and holidays' names, in its words. */
function because({ deadline, holidays }: OpenReport, lang: Lang): string {
  const isUsual = deadline.because === explainDeadline('vi', deadline, holidays)
  return isUsual ? explainDeadline(lang, deadline, holidays) : deadline.because
}

/** 'Kỳ này nhận báo cáo từ ngày …': a month whose figures cannot be known yet. */
export const opensOn = ({ window }: OpenReport, lang: Lang): string =>
  say(lang, 'reports.notOpenYet', { day: formatDay(dayAt(window.opens)) })
