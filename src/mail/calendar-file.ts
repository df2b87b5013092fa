import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'

/** A due date as an entry of somebody's calendar. */
export type DueEntry = {
  /** The same for ever, so that a moved date moves the entry and adds none. */
  uid: string
  /** Given, never the clock: the same line of the ledger makes the same file. */
  stamp: Date
  due: Date
  title: string
  text: string
  url: string
}

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH'

/** An entry is the last half hour before the due instant, and rings a day before. */
const LENGTH_MS = 30 * 60_000
const RINGS_BEFORE_S = 24 * 60 * 60
/** How often calendar programs should ask again (seconds). */
const ASK_AGAIN_S = 6 * 60 * 60

/** One entry per commune and month, in every file that speaks of it. */
export const dueUid = ({ unitId, month }: { unitId: number; month: string }, publicUrl: string): string =>
  `han-${unitId}-${month}@${new URL(publicUrl).hostname}`

/** The entries as an iCalendar file (RFC 5545), times in UTC. */
export function calendarFile(name: string, entries: readonly DueEntry[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Ngay 25', product: 'Han bao cao', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASK_AGAIN_S,
  })
  for (const { uid, stamp, due, title, text, url } of entries)
    calendar.createEvent({
      id: uid,
      stamp,
      start: new Date(due.getTime() - LENGTH_MS),
      end: due,
      summary: title,
      description: text,
      url,
      alarms: [{ type: ICalAlarmType.display, trigger: RINGS_BEFORE_S, description: title }],
    })
  return calendar.toString()
}
