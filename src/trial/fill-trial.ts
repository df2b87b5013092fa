import { readFileSync } from 'node:fs'
import path from 'node:path'
import { change } from '../audit/change.ts'
import { deadlineOf, defaultPolicy, type Holidays, holidaysByDay } from '../calendar/deadline.rules.ts'
import { parseHolidays } from '../calendar/holiday.rules.ts'
import { asMonth, dayAt } from '../calendar/month.rules.ts'
import { monthInHand } from '../calendar/window.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { CAST_PASSWORD, cast } from '../people/cast.rules.ts'
import { hashPassword } from '../people/password.ts'
import type { PostOffice } from '../reminders/send-reminders.ts'
import { editionFor } from '../reports/edition.store.ts'
import { setTargets } from '../targets/target.store.ts'
import { parseUnitFile } from '../units/import.rules.ts'
import { importMergers } from '../units/merger-import.store.ts'
import { importUnits } from '../units/unit-import.store.ts'
import { say } from '../words/all.ts'
import { trialGoals, trialGoalYears } from './goal.rules.ts'
import { accountsOf } from './people.rules.ts'
import type { NewReport } from './row.rules.ts'
import {
  addPeople,
  addReports,
  findCommunes,
  findOffices,
  isFilled,
  markFilled,
  type NewPerson,
  settle,
} from './trial.store.ts'
import { makeWorld, type Parts, WORLD_BEGINS } from './world.rules.ts'
import { writeLetters } from './write-letters.ts'
import { writeReport } from './written.rules.ts'

const data = path.resolve(import.meta.dirname, '../../data')
const MERGED = asMonth('2025-07')
const PROVINCE = '51'
const AMBITIOUS = '23293'
/** Rows of reports in one statement: enough to be quick, few enough to stay small. */
const BATCH = 400

/**
 * Fills an empty trial database with the made-up world as of today; does nothing when it is filled.
 * Real units, figures made up and marked as such, the same for the same day.
 * @param openPost gives the post office that writes the running month's letters, inside the same transaction, so that
 *   a start cut short leaves no half of a world; without it there are none.
 */
export async function fillTrial(db: Db, now: Date, openPost?: (trx: Trx) => PostOffice): Promise<void> {
  await change(db, { actor: { id: null, name: 'trial' }, now }, async trx => {
    if (await isFilled(trx)) return { result: null, act: null }
    await importAll(trx)
    const people = await peopleIn(trx, await hashPassword(CAST_PASSWORD))
    const { editionId, reports } = await reportsOf(trx, { now, people })
    const add = (some: readonly NewReport[]) => addAll(trx, editionId, some)
    const running = monthInHand(dayAt(now), defaultPolicy.cutOffDay)
    const isRunning = ({ month }: NewReport) => month === running
    await setGoals(trx, now)
    await add(reports.filter(it => !isRunning(it)))
    const month = reports.filter(isRunning)
    await (openPost ? writeLetters(openPost(trx), { reports: month, add }) : add(month))
    await markFilled(trx, dayAt(now))
    return { result: null, act: { act: 'trial.fill', detail: { day: dayAt(now) } } }
  })
}

async function importAll(trx: Trx): Promise<void> {
  const read = (name: string) => parseUnitFile(readFileSync(path.join(data, name)))
  const [old, today, mergers] = [
    read('units-2023-kon-tum.csv'),
    read('units-2025.csv'),
    read('mapping-2023-2025-kon-tum.csv'),
  ]
  if (old.kind !== 'units' || today.kind !== 'units' || mergers.kind !== 'mergers')
    throw new Error('the shipped units cannot be read')
  await importUnits(trx, old, { effectiveFrom: WORLD_BEGINS })
  await importUnits(trx, today, { effectiveFrom: MERGED, provinces: [PROVINCE] })
  await importMergers(trx, mergers, { effectiveMonth: MERGED })
}

type Filled = { now: Date; people: ReadonlyMap<number, { id: number; name: string }> }

/** Adds the cast and one account for every other commune. @returns who reports for which commune. */
async function peopleIn(trx: Trx, passwordHash: string): Promise<Filled['people']> {
  const communes = await findCommunes(trx)
  const offices = new Map((await findOffices(trx)).map(it => [it.code, it.id]))
  const today = new Map(communes.filter(it => it.until === null).map(it => [it.code, it.id]))
  const played = cast.map(({ unit, office, part, ...person }): NewPerson => {
    const unitId = (office ? offices : today).get(unit)
    if (unitId === undefined) throw new Error(`the cast names a unit that is not there: ${unit}`)
    return { ...person, unitId, passwordHash, active: true, left: false }
  })
  const accounts = accountsOf(communes).map(
    (it): NewPerson => ({ ...it, phone: '', passwordHash: null, active: !it.left, role: 'reporter' }),
  )
  const ids = await addPeople(trx, [...played, ...accounts], new Date(`${WORLD_BEGINS}-01T08:00:00+07:00`))
  await nameOfficer(trx, offices.get(PROVINCE))
  const reporters = [...played, ...accounts].filter(it => it.role === 'reporter')
  return new Map(reporters.map(it => [it.unitId, { id: ids.get(it.email) ?? 0, name: it.name }]))
}

/** The first officer of the cast is the one whom communes may ask. */
async function nameOfficer(trx: Trx, officeId: number | undefined): Promise<void> {
  const officer = cast.find(it => it.email === officerEmail())
  if (!officer || officeId === undefined) return
  await settle(trx, officeId, {
    contactName: officer.name,
    contactPhone: officer.phone,
    contactEmail: officer.email,
    documentCode: say('vi', 'trial.paper.documentCode'),
    letterCode: say('vi', 'trial.paper.letterCode'),
    filedUnder: say('vi', 'trial.paper.filedUnder'),
    recipients: [say('vi', 'trial.paper.above'), say('vi', 'trial.paper.leaders')],
    authority: say('vi', 'trial.paper.authority'),
    signerTitle: say('vi', 'trial.paper.signer'),
    signerName: cast.find(it => it.role === 'office_leader' && it.unit === PROVINCE)?.name ?? '',
    preparedBy: officer.name,
  })
}

/** What the province's office is measured by; the ward of Kon Tum has set itself more. */
async function setGoals(trx: Trx, now: Date): Promise<void> {
  const office = (await findOffices(trx)).find(it => it.code === PROVINCE)
  const ward = (await findCommunes(trx)).find(it => it.code === AMBITIOUS && it.until === null)
  if (!office) return
  const by = { id: null, name: 'trial' }
  for (const schoolYear of trialGoalYears(monthInHand(dayAt(now), defaultPolicy.cutOffDay)))
    await setTargets(trx, trialGoals(office.id, ward?.id), { schoolYear, by, now })
}

/** Every report of the made-up world, as rows. */
async function reportsOf(
  trx: Trx,
  { now, people }: Filled,
): Promise<{ editionId: number; reports: NewReport[] }> {
  const communes = await findCommunes(trx)
  const holidays = shippedHolidays()
  const { id: editionId, edition } = await editionFor(trx, WORLD_BEGINS)
  const world = makeWorld({ communes, edition, holidays, today: dayAt(now) }, partsOf(communes))
  const officer = await trx
    .selectFrom('person')
    .select('id')
    .where('email', '=', officerEmail())
    .executeTakeFirstOrThrow()
  const deadline = (month: NewReport['month']) => deadlineOf(month, defaultPolicy, holidays)
  const reports = world.map((report, index) =>
    writeReport(report, {
      edition,
      deadline: deadline(report.month),
      person: people.get(report.unitId),
      officerId: officer.id,
      before: world.slice(Math.max(0, index - 3), index),
    }),
  )
  return { editionId, reports }
}

async function addAll(trx: Trx, editionId: number, reports: readonly NewReport[]): Promise<void> {
  for (let at = 0; at < reports.length; at += BATCH)
    await addReports(trx, editionId, reports.slice(at, at + BATCH))
}

function shippedHolidays(): Holidays {
  const file = readFileSync(path.join(data, 'holidays-vn-civil-service-2021-2027.csv'), 'utf8')
  return holidaysByDay(parseHolidays(file).holidays)
}

const officerEmail = () => cast.find(it => it.role === 'officer' && it.unit === PROVINCE)?.email ?? ''

/** How the cast's communes stand, so that each shows what it is there to show. */
function partsOf(communes: readonly { id: number; code: string; until: string | null }[]): Parts {
  const states = {
    'cast.draft': 'draft',
    'cast.missing': 'missing',
    'cast.submitted': 'submitted',
    'cast.merged': 'accepted',
    'cast.returned': 'returned',
    'cast.late': 'missing',
  } as const
  const today = new Map(communes.filter(it => it.until === null).map(it => [it.code, it.id]))
  return new Map(
    cast.flatMap(({ unit, part }) => {
      const running = states[part as keyof typeof states]
      const id = today.get(unit)
      return running && id !== undefined
        ? [[id, { running, lastMonthMissing: part === 'cast.late' }] as const]
        : []
    }),
  )
}
