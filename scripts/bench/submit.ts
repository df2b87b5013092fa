import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../src/db/database.ts'
import { cohortsOf, type Edition, fieldsOf } from '../../src/reports/form.rules.ts'
import { type Call, type Row, rateOf, rowOf } from './measure.ts'
import { type BenchWorld, OPEN_MONTH } from './world.ts'

const CLIENTS = [1, 8, 32]
/** Submissions for each number of clients; every one is another commune's first report. */
const SUBMISSIONS = 700
/** To warm both servers up before the first is counted: a portal that has run for a day is compiled through. */
const WARM_UP = 1_100

/** Full submissions over HTTP against a bare handler that writes three rows in one transaction. */
export async function measureSubmit(
  world: BenchWorld,
  edition: Edition,
  ports: { portal: number; bare: number },
): Promise<Row[]> {
  await makeBareTables(world.db)
  const names = fieldsOf(edition, cohortsOf(edition, OPEN_MONTH), new Set()).map(it => it.name)
  const queue = [...world.communes]
  const submissions = (count: number): Call[] => queue.splice(0, count).map(it => submissionOf(it, names))
  const bare = (count: number): Call[] =>
    Array.from({ length: count }, () => ({ ...submissionOf(world.communes[0], names), path: '/submit' }))
  await rateOf(ports.portal, 8, submissions(WARM_UP))
  await rateOf(ports.bare, 8, bare(WARM_UP))
  const rows: Row[] = []
  for (const clients of CLIENTS) {
    const ours = await rateOf(ports.portal, clients, submissions(SUBMISSIONS))
    const limit = await rateOf(ports.bare, clients, bare(SUBMISSIONS * 2))
    rows.push(rowOf(`submit, ${clients} clients`, ours, 'submissions/s', limit))
  }
  return rows
}

function submissionOf(commune: BenchWorld['communes'][number] | undefined, names: readonly string[]): Call {
  if (!commune) throw new Error('no commune is left to report')
  const { id, login } = commune
  // Zero everywhere is a sound report; what was counted last month differs, so its warnings are explained.
  const figures = names.map(name => [name, '0'] as const)
  const explained = ['W1', 'W2', 'W3', 'W4', 'W10'].map(
    code => [`explain:${code}`, 'Đã rà soát cùng trường THCS.'] as const,
  )
  const own = {
    _csrf: login.token,
    request_key: randomUUID(),
    revision: '0',
    act: 'submit',
    actions: 'Đã phối hợp trường THCS rà soát.',
    proposals: '',
    note: '',
  }
  const body = new URLSearchParams({
    ...own,
    ...Object.fromEntries(figures),
    ...Object.fromEntries(explained),
  }).toString()
  return { method: 'POST', path: `/reports/${id}/${OPEN_MONTH}`, cookie: login.cookie, body, expect: 303 }
}

async function makeBareTables(db: Db): Promise<void> {
  await sql`create table bare_report (id int generated always as identity primary key, unit_id int, month text, state text)`.execute(
    db,
  )
  await sql`create table bare_version (id int generated always as identity primary key, report_id int references bare_report, number int, figures jsonb)`.execute(
    db,
  )
  await sql`create table bare_audit (id int generated always as identity primary key, act text, detail jsonb)`.execute(
    db,
  )
}
