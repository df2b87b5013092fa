import { type Day, dayAt, isDay } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { clean, formatDay } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'

/** Which copy of a period was signed and sent, under which number and on which day. */
export type Dispatch = {
  id: number
  snapshotId: number
  number: number
  documentNumber: string
  documentDay: Day
  by: string
  at: Date
  withdrawn: { by: string; at: Date; reason: string } | null
}

export type DispatchForm = { documentNumber: string; documentDay: string }
export type FieldError = { field: 'documentNumber' | 'documentDay' | 'reason'; text: string }

const LONGEST_NUMBER = 60
const LONGEST_REASON = 300

const lineOf = (value: unknown): string =>
  typeof value === 'string' ? clean(value).replace(/\s+/g, ' ').trim() : ''

/**
 * What is typed about a copy signed and sent. The day is that of the paper: not after today, and not before the copy was
 * made, since nobody signs figures that were not there.
 */
export function readDispatch(
  body: Readonly<Record<string, unknown>>,
  { madeAt, now, lang }: { madeAt: Date; now: Date; lang: Lang },
): { form: DispatchForm; errors: FieldError[] } {
  const form = { documentNumber: lineOf(body.documentNumber), documentDay: lineOf(body.documentDay) }
  const { documentNumber: number, documentDay: day } = form
  const errors: FieldError[] = []
  if (number === '') errors.push({ field: 'documentNumber', text: say(lang, 'snapshot.numberNeeded') })
  if (number.length > LONGEST_NUMBER)
    errors.push({ field: 'documentNumber', text: say(lang, 'snapshot.numberLong', { max: LONGEST_NUMBER }) })
  if (!isDay(day)) errors.push({ field: 'documentDay', text: say(lang, 'snapshot.dayNeeded') })
  else if (day > dayAt(now)) errors.push({ field: 'documentDay', text: say(lang, 'snapshot.dayAhead') })
  else if (day < dayAt(madeAt))
    errors.push({
      field: 'documentDay',
      text: say(lang, 'snapshot.dayEarly', { day: formatDay(dayAt(madeAt)) }),
    })
  return { form, errors }
}

/** A mark is taken back only with a reason: the office above may hold the paper already. */
export function readWithdrawal(
  body: Readonly<Record<string, unknown>>,
  lang: Lang,
): { reason: string; errors: FieldError[] } {
  const reason = lineOf(body.reason)
  const refuse = (text: string): FieldError[] => [{ field: 'reason', text }]
  if (reason === '') return { reason, errors: refuse(say(lang, 'snapshot.reasonNeeded')) }
  if (reason.length > LONGEST_REASON)
    return { reason, errors: refuse(say(lang, 'snapshot.reasonLong', { max: LONGEST_REASON })) }
  return { reason, errors: [] }
}

/** 'Đã ký, đã gửi: số 512/BC-SGDĐT ngày 26/10/2026' */
export const sentTag = ({ documentNumber, documentDay }: Dispatch, lang: Lang): string =>
  say(lang, 'snapshot.sentTag', { document: documentNumber, day: formatDay(documentDay) })
