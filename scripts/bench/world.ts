import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { change } from '../../src/audit/change.ts'
import { deadlineOf, defaultPolicy, holidaysByDay } from '../../src/calendar/deadline.rules.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Db, openDatabase, openPool, type Trx } from '../../src/db/database.ts'
import { type Embedded, ensureDatabase } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { setUp } from '../../src/open-deps.ts'
import { editionFor } from '../../src/reports/edition.store.ts'
import { fillTrial } from '../../src/trial/fill-trial.ts'
import { addPeople, addReports, findCommunes, type NewPerson } from '../../src/trial/trial.store.ts'
import { makeWorld, type TrialReport } from '../../src/trial/world.rules.ts'
import { writeReport } from '../../src/trial/written.rules.ts'
import { parseUnitFile } from '../../src/units/import.rules.ts'
import { importUnits } from '../../src/units/unit-import.store.ts'

/** Figures made up for measuring, on the nation's real units. */
export const SECRET = 'the benchmark signs its cookies with this and nothing else'
export const NOW = new Date('2026-11-24T08:00:00+07:00')
/** The morning of the due date: every commune that has not reported is owed a letter. */
/** The working day before the due date, when the letters before it left: both sides of the mail run are warmed up with them. */
export const EVE = new Date('2026-11-23T08:00:00+07:00')
export const DUE_MORNING = new Date('2026-11-25T08:00:00+07:00')
export const CLOSED_MONTH = asMonth('2026-10')
/** Whose copy is taken from the store; the closed month's is made when books are measured. */
export const EARLIER_MONTH = asMonth('2026-09')
export const OPEN_MONTH = asMonth('2026-11')

export type BenchWorld = {
  url: string
  db: Db
  officeId: number
  officer: Login
  communes: { id: number; login: Login }[]
}
export type Login = { cookie: string; token: string }

/** The trial as it is: 96 communes under one office. */
export async function openSmall(cluster: Embedded): Promise<BenchWorld> {
  const { url, db } = await openFresh(cluster, 'bench_96')
  await fillTrial(db, NOW)
  return { url, db, ...(await loginsOf(db)) }
}

/** All 3,321 communes of the country under one office, with the twelve months before the open one. */
export async function openLarge(cluster: Embedded): Promise<BenchWorld> {
  const { url, db } = await openFresh(cluster, 'bench_3321')
  await change(db, { actor: { id: null, name: 'bench' }, now: NOW }, async trx => {
    const parsed = parseUnitFile(readFileSync(path.resolve(import.meta.dirname, '../../data/units-2025.csv')))
    if (parsed.kind !== 'units') throw new Error('the shipped units cannot be read')
    await importUnits(trx, parsed, { effectiveFrom: asMonth('2025-11') })
    await sql`update unit_parent p set parent_id = (select id from unit where kind = 'office' and code = '51')
      from unit u where u.id = p.unit_id and u.kind = 'commune'`.execute(trx)
    await fillMonths(trx)
    return { result: null, act: { act: 'bench.fill' } }
  })
  await sql`analyze`.execute(db)
  return { url, db, ...(await loginsOf(db)) }
}

async function openFresh(cluster: Embedded, name: string) {
  await ensureDatabase(cluster, name)
  const url = cluster.urlOf(name)
  const db = openDatabase(openPool({ url }))
  await migrate(db)
  await setUp(db, NOW)
  return { url, db }
}

async function fillMonths(trx: Trx): Promise<void> {
  const communes = await findCommunes(trx)
  const person = (unitId: number, email: string, role: NewPerson['role']): NewPerson => ({
    email,
    name: email,
    position: '',
    phone: '',
    passwordHash: null,
    active: true,
    unitId,
    role,
    left: false,
  })
  const { id: office } = await trx
    .selectFrom('unit')
    .select('id')
    .where('kind', '=', 'office')
    .where('code', '=', '51')
    .executeTakeFirstOrThrow()
  const people = communes.map(it => person(it.id, `${it.code}@bench.example`, 'reporter'))
  const ids = await addPeople(trx, [...people, person(office, 'officer@bench.example', 'officer')], NOW)
  const holidays = holidaysByDay(await trx.selectFrom('holiday').select(['day', 'kind', 'name']).execute())
  const { id, edition } = await editionFor(trx, CLOSED_MONTH)
  const today = '2026-11-10'
  const world = makeWorld({ communes, edition, holidays, today }, new Map())
  const idOf = new Map(people.map(it => [it.unitId, { id: ids.get(it.email) ?? 0, name: it.email }]))
  const officerId = ids.get('officer@bench.example') ?? 0
  const written = world.map((report, index) => write(report, world.slice(Math.max(0, index - 3), index)))
  for (let at = 0; at < written.length; at += 1000) await addReports(trx, id, written.slice(at, at + 1000))

  function write(report: TrialReport, before: TrialReport[]) {
    const deadline = deadlineOf(report.month, defaultPolicy, holidays)
    return writeReport(report, { edition, deadline, person: idOf.get(report.unitId), officerId, before })
  }
}

/** A session for everybody, as signing in would have made it. */
async function loginsOf(db: Db): Promise<Pick<BenchWorld, 'officeId' | 'officer' | 'communes'>> {
  const { rows } = await sql<{ personId: number; unitId: number; role: string }>`
    select distinct on (r.unit_id, r.role) r.person_id as "personId", r.unit_id as "unitId", r.role
    from role r join person p on p.id = r.person_id and p.active
    join unit u on u.id = r.unit_id and u.valid_until is null
    where r.ended_at is null and r.role in ('reporter', 'officer') and u.code <> 'BGDDT' order by r.unit_id, r.role, r.id`.execute(
    db,
  )
  const sessions = rows.map(row => ({ ...row, sid: randomUUID(), token: randomUUID() }))
  await sql`
    insert into session (sid, sess, expire)
    select sid, json_build_object('cookie', json_build_object('originalMaxAge', 43200000), 'personId', "personId", 'csrfToken', token),
      now() + interval '12 hours'
    from json_to_recordset(${JSON.stringify(sessions)}::json) as s (sid text, "personId" int, token text)`.execute(
    db,
  )
  const loginOf = ({ sid, token }: { sid: string; token: string }): Login => ({
    cookie: cookieOf(sid),
    token,
  })
  const officer = sessions.find(it => it.role === 'officer')
  if (!officer) throw new Error('nobody works at the office')
  const communes = sessions
    .filter(it => it.role === 'reporter')
    .map(it => ({ id: it.unitId, login: loginOf(it) }))
  return { officeId: officer.unitId, officer: loginOf(officer), communes }
}

function cookieOf(sid: string): string {
  const signature = createHmac('sha256', SECRET).update(sid).digest('base64').replace(/=+$/, '')
  return `ngay25=${encodeURIComponent(`s:${sid}.${signature}`)}`
}
