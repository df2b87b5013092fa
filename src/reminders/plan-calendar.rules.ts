import { isWorkingDay, weekdayName } from '../calendar/deadline.rules.ts'
import { addDays, type Day, dayAt, dayIn, daysBetween, monthOfDay, weekday } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatClock, formatDayShort, formatNumber, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import type { OfficeFacts } from './facts.rules.ts'
import { sayKind } from './ledger-page.rules.ts'
import { namesOf } from './plan-changes.rules.ts'
import type { Entry } from './plan-preview.rules.ts'
import { holidayName, whyThatDay } from './plan-why.rules.ts'

/** A letter as the calendar shows it. */
export type ShownEntry = {
  clock: string
  kind: string
  /** 'past' | 'now' | 'ahead' | 'none' (nobody would get it), for the eye; `state` says it in words, null when ahead. */
  look: Entry['stage'] | 'none'
  state: string | null
  /** How many get it, and who they are. */
  to: string[]
  leftOut: string[]
  why: string
}

export type ShownDay = {
  day: Day
  /** 'Thứ Tư 25/11' */
  label: string
  weekday: string
  date: string
  /** Of another month, at the grid's edges. */
  outside: boolean
  off: boolean
  today: boolean
  due: boolean
  /** Holiday, due date, cut-off: what the day is, in words. */
  marks: string[]
  entries: ShownEntry[]
  /** Nothing to say of it: a list leaves it out. */
  empty: boolean
}

type Asked = { now: Date; lang: Lang }

/** The weeks of the month, Monday to Sunday, as far as its letters reach. */
export function calendarOf(facts: OfficeFacts, entries: readonly Entry[], asked: Asked): ShownDay[] {
  const [from, to] = [dayIn(facts.month, 1), dayIn(facts.month, 31)]
  const known = [from, to, ...entries.map(({ at }) => dayAt(at))].sort()
  const [first = from, last = to] = [known[0], known.at(-1)]
  const monday = addDays(first, -((weekday(first) + 6) % 7))
  const weeks = Math.floor(daysBetween(monday, last) / 7) + 1
  return Array.from({ length: weeks * 7 }, (_, index) => addDays(monday, index)).map(day =>
    dayOf(day, facts, { ...asked, entries: entries.filter(({ at }) => dayAt(at) === day) }),
  )
}

/** Monday to Sunday. */
export const weekdaysOf = (lang: Lang): string[] =>
  Array.from({ length: 7 }, (_, index) => capital(weekdayName(addDays(A_MONDAY, index), lang)))

const A_MONDAY = '2026-11-23'

/** What the month still comes to: how many letters, on how many days. */
export function sumOf(entries: readonly Entry[], lang: Lang): string {
  const leaving = entries.filter(it => it.stage !== 'past' && it.mails + it.others > 0)
  if (leaving.length === 0) return say(lang, 'reminders.plan.sumNone')
  return say(lang, 'reminders.plan.sum', {
    letters: formatNumber(leaving.reduce((sum, it) => sum + it.mails + it.others, 0)),
    days: new Set(leaving.map(({ at }) => dayAt(at))).size,
  })
}

type Drawn = Asked & { entries: readonly Entry[] }

function dayOf(day: Day, facts: OfficeFacts, { now, lang, entries }: Drawn): ShownDay {
  const { month, calendar, deadline } = facts
  const marks = marksOf(day, facts, lang)
  const name = capital(weekdayName(day, lang))
  const outside = monthOfDay(day) !== month
  return {
    day,
    label: `${name} ${formatDayShort(day)}`,
    weekday: name,
    date: formatDayShort(day),
    outside,
    off: !isWorkingDay(day, calendar.holidays),
    today: day === dayAt(now),
    due: day === deadline.dueDay,
    marks,
    entries: entries.map(it => entryOf(it, facts, lang)),
    empty: entries.length === 0 && (marks.length === 0 || outside),
  }
}

function marksOf(day: Day, facts: OfficeFacts, lang: Lang): string[] {
  const { deadline, calendar } = facts
  const { dueDay, nominal, cutOff, due } = deadline
  const worked = calendar.holidays.get(day)
  const own = facts.units.filter(({ extensionUntil: until }) => until && until > due && dayAt(until) === day)
  const marks: [boolean, () => string][] = [
    [day === dueDay, () => say(lang, 'reminders.plan.mark.due', { time: formatClock(due) })],
    [own.length > 0, () => say(lang, 'reminders.plan.mark.ownDue', { count: own.length })],
    [
      day === nominal && nominal !== dueDay,
      () => say(lang, 'reminders.plan.mark.moved', { day: formatDayShort(dueDay) }),
    ],
    [day === cutOff, () => say(lang, 'reminders.plan.mark.cutOff')],
    [worked?.kind === 'work', () => say(lang, 'reminders.plan.mark.worked', { name: worked?.name ?? '' })],
  ]
  const holiday = holidayName(day, calendar.holidays)
  return [...(holiday ? [holiday] : []), ...marks.filter(([is]) => is).map(([, text]) => text())]
}

function entryOf(entry: Entry, { deadline, calendar }: OfficeFacts, lang: Lang): ShownEntry {
  const nobody = entry.mails + entry.others === 0
  const { holidays } = calendar
  return {
    clock: formatClock(entry.at),
    kind: sayKind(entry.kind, lang),
    look: nobody ? 'none' : entry.stage,
    state: stateOf(entry, nobody, lang),
    to: recipientsIn(entry, lang),
    leftOut: entry.leftOut.map(it => leftOutIn(it, lang)),
    why: whyThatDay(entry, { cutOff: deadline.cutOff, holidays }, lang),
  }
}

function stateOf({ stage, planned }: Entry, nobody: boolean, lang: Lang): string | null {
  if (stage === 'past') return say(lang, `reminders.plan.stage.${nobody ? 'missed' : 'sent'}`)
  if (nobody) return say(lang, 'reminders.plan.stage.nobody')
  return stage === 'now' ? say(lang, 'reminders.plan.stage.now', { time: formatTime(planned) }) : null
}

/** '94 đơn vị, 101 thư: công chức phụ trách, lãnh đạo xã', and the others apart. */
function recipientsIn({ communes, mails, others, step }: Entry, lang: Lang): string[] {
  const told = { ...step, reporter: false, leader: false }
  const people = namesOf({ ...step, office: false, above: false, addresses: [] }, lang).join(', ')
  return [
    ...(communes > 0
      ? [say(lang, 'reminders.plan.toCommunes', { communes: formatNumber(communes), mails, who: people })]
      : []),
    ...(others > 0
      ? [say(lang, 'reminders.plan.toOthers', { others, who: namesOf(told, lang).join(', ') })]
      : []),
  ]
}

function leftOutIn({ reason, because, count }: Entry['leftOut'][number], lang: Lang): string {
  if (reason !== 'other') return say(lang, `reminders.plan.left.${reason}`, { count })
  return count > 0 ? say(lang, 'reminders.plan.left.other', { count, because }) : because
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
