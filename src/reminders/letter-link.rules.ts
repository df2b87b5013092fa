import { createHmac, timingSafeEqual } from 'node:crypto'
import { addWorkingDays, type Holidays } from '../calendar/deadline.rules.ts'
import { addDays, at, dayAt } from '../calendar/month.rules.ts'
import { formOf } from '../people/bound.rules.ts'
import { newsIn } from './ledger.rules.ts'

/** Working days for which a link is good that left after the due date, when there is no date to be good until. */
export const LINK_DAYS = 5

/** 132 of the 256 bits: nobody guesses them, and the link stays on one line of a letter. */
const MAC_LENGTH = 22

export type LinkLine = { id: number; recipient: string }

/**
 * The seal of a letter's link. It is made from the line of the ledger and kept nowhere, so that a letter taken up again after a
 * crash bears the same link.
 */
export const sealOf = ({ id, recipient }: LinkLine, secret: string): string =>
  createHmac('sha256', secret).update(`letter:${id}:${recipient}`).digest('base64url').slice(0, MAC_LENGTH)

export function sealFits(line: LinkLine, seal: string, secret: string): boolean {
  const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(line, secret))]
  return given.length === own.length && timingSafeEqual(given, own)
}

export const linkOf = (
  line: LinkLine,
  { publicUrl, secret }: { publicUrl: string; secret: string },
): string => `${publicUrl}/r/${line.id}/${sealOf(line, secret)}`

/** The page that a letter is about: where a question is answered, or else that month's form. */
export const pageOf = ({ kind, unitId, month }: { kind: string; unitId: number; month: string }): string =>
  `${formOf({ unitId, month })}${newsIn(kind)?.name === 'question' ? '/thread' : ''}`

/**
 * The last instant at which a letter's link opens the form: the unit's own due instant; for a letter that left after it, or
 * that tells what the office did about the commune, the end of the fifth working day after it left.
 */
export function linkEnds(
  { kind, leftAt }: { kind: string; leftAt: Date },
  due: Date,
  holidays: Holidays,
): Date {
  const days = at(addDays(addWorkingDays(dayAt(leftAt), LINK_DAYS, holidays), 1), 0)
  if (leftAt > due) return days
  return newsIn(kind) && days > due ? days : due
}
