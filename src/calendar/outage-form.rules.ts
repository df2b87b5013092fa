import { type Key, say } from '../words/all.ts'
import { clean, formatTime } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { at, isDay } from './month.rules.ts'
import { type Outage, sayOutage } from './outage-span.rules.ts'

/** An outage as typed: days 'YYYY-MM-DD', times 'HH:MM', in Vietnam. */
export type OutageForm = {
  fromDay: string
  fromTime: string
  untilDay: string
  untilTime: string
  reason: string
}
export type OutageError = { field: keyof OutageForm; text: string }

export const longestReason = 300
/** A wrong year is caught by it. */
const LONGEST_DAYS = 31

export function readOutageForm(body: Readonly<Record<string, unknown>>): OutageForm {
  const text = (name: string) => (typeof body[name] === 'string' ? clean(body[name]).replace(/\n/g, ' ') : '')
  const [fromDay, fromTime, untilDay, untilTime] = [
    text('fromDay'),
    text('fromTime'),
    text('untilDay'),
    text('untilTime'),
  ]
  return { fromDay, fromTime, untilDay, untilTime, reason: text('reason') }
}

/** What it is held against: the outages on record, and now. */
export type OutageBounds = { known: readonly Outage[]; now: Date; lang: Lang }

/** The outage typed, or what is wrong with each box: it ends after it begins, both lie in the past, and it is new. */
export function checkOutage(
  form: OutageForm,
  { known, now, lang }: OutageBounds,
): { outage: Outage } | { errors: OutageError[] } {
  const errors: OutageError[] = []
  const refuse = (field: keyof OutageForm, key: Key, params = {}) =>
    errors.push({ field, text: say(lang, key, params) })
  const from = instantOf(form.fromDay, form.fromTime)
  const until = instantOf(form.untilDay, form.untilTime)
  if (!from) refuse('fromDay', 'outage.noStart')
  if (!until) refuse('untilDay', 'outage.noEnd')
  if (form.reason === '') refuse('reason', 'outage.noReason')
  if (form.reason.length > longestReason) refuse('reason', 'outage.longReason', { max: longestReason })
  if (from && until) {
    const overlapped = known.find(it => it.from < until && it.until > from)
    if (until <= from) refuse('untilDay', 'outage.endsBefore')
    else if (until > now) refuse('untilDay', 'outage.future', { now: formatTime(now) })
    else if (until.getTime() - from.getTime() > LONGEST_DAYS * 86_400_000)
      refuse('untilDay', 'outage.tooLong', { days: LONGEST_DAYS })
    else if (overlapped) refuse('fromDay', 'outage.overlaps', { span: sayOutage(lang, overlapped) })
  }
  return from && until && errors.length === 0 ? { outage: { from, until } } : { errors }
}

function instantOf(day: string, time: string): Date | null {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  return isDay(day) && hour !== '' ? at(day, Number(hour), Number(minute)) : null
}
