import { whyOff } from '../calendar/deadline.rules.ts'
import { dayAt } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatClock, formatDayPlain, formatDayShort, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { OfficeFacts, UnitFacts } from './facts.rules.ts'
import { isChase, newsIn } from './ledger.rules.ts'
import type { CommuneFacts } from './letter.rules.ts'
import type { Moment } from './moment.rules.ts'

/** The reasons that every decision carries, in Vietnamese, for the ledger and for people. */

/** What a kind of letter is called: 'trước hạn 3 ngày làm việc'. */
export function kindLabel(lang: Lang, kind: string): string {
  const [plain = ''] = kind.split('@')
  if (isChase(kind)) return say(lang, 'reminders.kind.chase')
  if (kind.startsWith('bounce:')) return say(lang, 'reminders.kind.bounce')
  const news = newsIn(kind)
  if (news) return say(lang, `reminders.kind.${news.name}`, { version: news.number })
  const [, type, days] = /^(before|after)-(\d+)$/.exec(plain) ?? []
  if (type && days) return say(lang, `reminders.kind.${type}` as Key, { days })
  return say(lang, `reminders.kind.${plain}` as Key)
}

export const label = (kind: string): string => kindLabel('vi', kind)

/** '17:00 ngày 25/11/2026' */
export const moment = (instant: Date): string =>
  say('vi', 'reminders.moment', { time: formatClock(instant), day: formatDayPlain(dayAt(instant)) })

/** Why a letter to a commune goes out now. */
export function whySend(facts: CommuneFacts): string {
  const due = moment(new Date(facts.due))
  const state = say('vi', `reminders.state.${facts.state}` as Key)
  if (facts.overdue) return say('vi', 'reminders.because.overdue', { state, due, days: -facts.left })
  if (facts.left === 0) return say('vi', 'reminders.because.today', { state, due })
  return say('vi', 'reminders.because.left', { state, due, days: facts.left })
}

/** Why nothing leaves at this instant: a day off, by its name, or outside the mail hours. */
export function whyClosed(now: Date, { calendar }: Pick<OfficeFacts, 'calendar'>): string {
  const today = dayAt(now)
  const off = whyOff(today, calendar.holidays)
  return off
    ? say('vi', 'reminders.because.dayOff', { day: formatDayShort(today), name: off })
    : say('vi', 'reminders.because.hours', { time: formatTime(now) })
}

/** Why nothing is sent yet, and what comes next in the month, or that nothing does. */
export function whatNext(first: string, next: Moment | undefined): string {
  if (!next) return because('nothingLeft', { first })
  return because('next', { first, kind: label(next.kind), moment: moment(next.planned) })
}

export const notYet = (state: UnitFacts['state']): string =>
  because('notYet', { state: say('vi', `reminders.state.${state}`) })

export const because = (key: string, params: Record<string, string | number> = {}): string =>
  say('vi', `reminders.because.${key}` as Key, params)
