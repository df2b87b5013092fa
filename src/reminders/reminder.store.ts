import { sql } from 'kysely'
import { holidaysByDay } from '../calendar/deadline.rules.ts'
import { addMonths, dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import { monthDeadline } from '../calendar/month-deadline.rules.ts'
import { withDownDays } from '../calendar/outage.rules.ts'
import type { Outage } from '../calendar/outage-span.rules.ts'
import type { Db } from '../db/database.ts'
import { contactLine, policyOf, readOfficeSettings } from '../units/office.rules.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Addressee, Awaited, Grant, OfficeFacts, UnitFacts } from './facts.rules.ts'
import type { LedgerRow } from './ledger.rules.ts'
import { readAwaited, readGrants } from './news.store.ts'
import {
  type HolidayRow,
  type OfficeRow,
  ownLast,
  type PauseRow,
  type RuleRow,
  readHolidays,
  readMonthRules,
  readOffices,
  readOutages,
  readPauses,
} from './office-facts.store.ts'
import { readPlan } from './plan.rules.ts'
import { type CommuneRow, readCommunes, readLedger, readPeople, unitOf } from './unit-facts.store.ts'

/** What is asked: everything, or one office; for the months that matter at `now`, or for one. */
export type Asked = {
  now: Date
  officeId?: number | null
  month?: Month | null
  /**
   * Asks as of a past moment: later reports, returns, extensions, plans and lines of the ledger are not seen. Else `now` is
   * the clock's, and what bears a later time is seen all the same: a clock that was set back makes nobody forget.
   */
  replay?: boolean
}

/** How long a returned report or an open line of an older month is looked for (days). */
const LOOK_BACK = 30
/** Later than anything. */
const EVER = new Date('9999-12-31T00:00:00Z')

/**
 * All that decides who gets what, for every office that communes report to. People, merged units and holidays are those
 * of today. A constant number of queries, whatever the number of communes; units come in Vietnamese order.
 */
export async function loadFacts(db: Db, asked: Asked): Promise<OfficeFacts[]> {
  const { now, officeId = null, replay = false } = asked
  const running = monthOfDay(dayAt(now))
  const months = asked.month ? [asked.month] : await monthsThatMatter(db, now, running)
  const scope = { months, now, until: replay ? now : EVER, officeId }
  const [offices, outages, holidays, rules, pauses, communes, people, ledger, awaited, grants] =
    await Promise.all([
      readOffices(db, scope),
      readOutages(db, scope),
      readHolidays(db, scope),
      readMonthRules(db, scope),
      readPauses(db, scope),
      readCommunes(db, scope),
      readPeople(db, scope),
      readLedger(db, scope),
      readAwaited(db, scope),
      readGrants(db, scope),
    ])
  const read: Read = {
    running,
    asked: asked.month ?? null,
    until: scope.until,
    holidays: holidays.sort(ownLast),
    outages,
    rules,
    pauses,
    communes: groupBy(communes, it => `${it.officeId} ${it.month}`),
    people: groupBy(people, it => String(it.unitId)),
    lines: groupBy(ledger, placeOf),
    awaited: groupBy(awaited, placeOf),
    grants: groupBy(grants, placeOf),
  }
  return offices.flatMap(office => monthsOfOffice(office, months, read))
}

const placeOf = ({ unitId, month }: { unitId: number; month: string }): string => `${unitId} ${month}`

/** Everything read, by where it belongs. */
type Read = {
  running: Month
  asked: Month | null
  until: Date
  holidays: HolidayRow[]
  outages: Outage[]
  rules: RuleRow[]
  pauses: PauseRow[]
  communes: Map<string, CommuneRow[]>
  people: Map<string, Addressee[]>
  lines: Map<string, LedgerRow[]>
  awaited: Map<string, Awaited[]>
  grants: Map<string, Grant[]>
}

function monthsOfOffice(office: OfficeRow, months: Month[], read: Read): OfficeFacts[] {
  const { id } = office
  const { outages } = read
  const table = holidaysByDay(read.holidays.filter(it => it.officeId === null || it.officeId === id))
  const holidays = withDownDays(table, outages)
  const people = read.people.get(String(id)) ?? []
  return months.flatMap(month => {
    const communes = read.communes.get(`${id} ${month}`)
    if (!communes) return []
    const ofMonth = (it: { officeId: number; month: string }) => it.officeId === id && it.month === month
    const rule = read.rules.find(ofMonth)
    const pause = read.pauses.find(ofMonth)
    const settings = readOfficeSettings(office.settings[month])
    const policy = policyOf(settings)
    return {
      office: officeAbout(office, settings, people),
      month,
      running: month === read.running || month === read.asked,
      plan: month >= addMonths(read.running, -1) ? readPlan(office.steps) : null,
      calendar: { policy, holidays },
      deadline: monthDeadline(month, { policy, holidays: table, outages, rule: rule ?? null }),
      lockedAt: rule?.lockedAt ?? null,
      people,
      rows: read.lines.get(`${id} ${month}`) ?? [],
      units: unitsOf(communes, read),
      paused: pause ? { reason: pause.reason } : null,
      above: aboveOf(office, read),
      webhook: office.hook ? { host: office.hook } : null,
    }
  })
}

/** Answers to letters go to the contact the office names, or else to its first officer. */
const officeAbout = (
  { id, code, name }: OfficeRow,
  settings: ReturnType<typeof readOfficeSettings>,
  people: readonly Addressee[],
): OfficeFacts['office'] => ({
  id,
  code,
  name,
  contact: contactLine(settings),
  replyTo: settings.contactEmail || people.find(({ role }) => role === 'officer')?.email || null,
})

const aboveOf = ({ aboveId: id, aboveName: name }: OfficeRow, { people }: Read): OfficeFacts['above'] =>
  id === null ? null : { id, name: name ?? '', people: people.get(String(id)) ?? [] }

const unitsOf = (communes: CommuneRow[], read: Read): UnitFacts[] =>
  communes
    .sort((a, b) => compareVietnamese(a.name, b.name))
    .map(commune => ({
      ...unitOf(commune, read.until),
      people: read.people.get(String(commune.id)) ?? [],
      ...ofPlace(placeOf({ unitId: commune.id, month: commune.month }), read),
    }))

const ofPlace = (place: string, { lines, awaited, grants }: Read) => ({
  rows: lines.get(place) ?? [],
  awaited: awaited.get(place) ?? [],
  grants: grants.get(place) ?? [],
})

/** This month and the last, and older ones in which something is still open. */
async function monthsThatMatter(db: Db, now: Date, running: Month): Promise<Month[]> {
  const since = new Date(now.getTime() - LOOK_BACK * 86_400_000)
  const { rows } = await sql<{ month: Month }>`
    select month from report where state = 'returned' and decided_at > ${since}
    union select month from extension_request where answer in ('granted', 'refused') and answered_at > ${since}
    union select r.month from remark m join report r on r.id = m.report_id
      where m.kind = 'question' and m.settled_at is null and m.at > ${since}
    union select month from extension where greatest(granted_at, withdrawn_at) > ${since}
    union select month from reminder
      where status in ('claimed', 'failed') and (status = 'claimed' or next_try_at is not null)`.execute(db)
  return [...new Set([running, addMonths(running, -1), ...rows.map(({ month }) => month)])]
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
