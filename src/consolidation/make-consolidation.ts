import { createHash } from 'node:crypto'
import { type Actor, change } from '../audit/change.ts'
import { dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { loadConsolidation } from './consolidation.store.ts'
import { writeMonthBook } from './consolidation.workbook.ts'
import { fileNameOf } from './remark.rules.ts'
import {
  insertSnapshot,
  latestSnapshot,
  lockSnapshots,
  readSnapshot,
  type Snapshot,
  type SnapshotContent,
} from './snapshot.store.ts'
import { type ConsolidationTable, rowsOf, tableHash } from './table.rules.ts'
import { periodOf } from './year.rules.ts'
import { writeYearBook } from './year.workbook.ts'

/** Who presses for which book. `period` is a month '2026-10', a year '2026' or a school year '2025-2026'. */
export type Press = { officeId: number; period: string; now: Date; actor: Actor }

export type Made = {
  snapshotId: number
  number: number
  fileName: string
  bytes: Buffer
  sha256: string
  /** False when nothing had changed since the last copy, which is served again as it was. */
  isNew: boolean
}

/**
 * The consolidated book of an office: the last numbered copy when its table has not changed since, else a new one.
 * The book is written outside any transaction; the number is given inside one, after looking again, so that of two
 * presses at once for the same table one copy comes of it. Null when there is nothing to consolidate: no such
 * office, no period, a month before the first form edition, or nobody to report.
 */
export async function makeConsolidation(db: Db, press: Press): Promise<Made | null> {
  const period = periodOf(press.period)
  if (!period) return null
  const draftIt = period.kind === 'month' ? draftMonth : draftYear
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const drafted = await draftIt(db, press, await latestSnapshot(db, press))
    if (!drafted) return null
    const made = await keep(db, press, drafted)
    if (made) return made
  }
  throw new Error(`Copies of ${press.period} for office ${press.officeId} keep changing.`)
}

/** Looking again is needed only when somebody keeps another copy between the look and the lock. */
const ATTEMPTS = 4

/** What the verb is for a month alone: the call other features make (reminders attach it, scripts write it). */
export const makeMonth = (
  db: Db,
  { month, ...press }: Omit<Press, 'period'> & { month: Month },
): Promise<Made | null> => makeConsolidation(db, { ...press, period: month })

/** A book about to be kept; without bytes when its table is that of the latest copy. */
type Draft = { officeName: string; hash: string; bytes: Buffer | null; content: SnapshotContent }

async function draftMonth(
  db: Db,
  { officeId, period, now }: Press,
  latest: Snapshot | null,
): Promise<Draft | null> {
  const table = await loadConsolidation(db, officeId, period as Month)
  if (!table || rowsOf(table).length === 0) return null
  const hash = tableHash(table)
  const bytes = latest?.tableHash === hash ? null : await writeMonthBook(table, now)
  return { officeName: table.office.name, hash, bytes, content: { kind: 'month', table } }
}

/**
 * A year's book is not asked to hold its tables at once: what it consists of is known by their hashes, gathered
 * while it is written. Only when there is a copy already is it worth reading the months beforehand.
 */
async function draftYear(db: Db, press: Press, latest: Snapshot | null): Promise<Draft | null> {
  let seen: Seen = { officeName: '', months: [] }
  if (latest) {
    for await (const _ of tablesOf(db, press, seen));
    if (hashOf(seen) === latest.tableHash) return draftOf(seen, null)
    seen = { officeName: '', months: [] }
  }
  const tables = tablesOf(db, press, seen)
  const first = await tables.next()
  if (first.done) return null
  const bytes = await writeYearBook(press.period, prepend(first.value, tables), press.now)
  return draftOf(seen, bytes)
}

type Seen = { officeName: string; months: { month: string; hash: string }[] }

const hashOf = ({ months }: Seen): string =>
  createHash('sha256')
    .update(months.map(it => `${it.month} ${it.hash}`).join('\n'))
    .digest('hex')

const draftOf = (seen: Seen, bytes: Buffer | null): Draft => ({
  officeName: seen.officeName,
  hash: hashOf(seen),
  bytes,
  content: { kind: 'year', months: seen.months },
})

/** The months of a year that have begun and in which somebody was to report, one table after another. */
async function* tablesOf(
  db: Db,
  { officeId, period, now }: Press,
  seen: Seen,
): AsyncGenerator<ConsolidationTable> {
  const running = monthOfDay(dayAt(now))
  for (const month of periodOf(period)?.months.filter(it => it <= running) ?? []) {
    const table = await loadConsolidation(db, officeId, month)
    if (!table || rowsOf(table).length === 0) continue
    seen.officeName = table.office.name
    seen.months.push({ month, hash: tableHash(table) })
    yield table
  }
}

async function* prepend<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}

/** Null when the draft was to be the latest copy again, and another one has been kept meanwhile. */
async function keep(db: Db, press: Press, draft: Draft): Promise<Made | null> {
  const { officeId, period, now, actor } = press
  return change(db, { actor, now }, async trx => {
    await lockSnapshots(trx, officeId)
    const made = await keepOrServe(trx, press, { draft, latest: await latestSnapshot(trx, press) })
    if (!made) return { result: null, act: null }
    const detail = { period, number: made.number, sha256: made.sha256 }
    const month = draft.content.kind === 'month' ? period : null
    const act = made.isNew ? 'snapshot.make' : 'snapshot.take'
    return { result: made, act: { act, unitId: officeId, month, detail } }
  })
}

type Choice = { draft: Draft; latest: Snapshot | null }

async function keepOrServe(trx: Trx, press: Press, { draft, latest }: Choice): Promise<Made | null> {
  if (latest?.tableHash === draft.hash) return serve(trx, press, latest)
  const { bytes } = draft
  return bytes ? add(trx, press, { ...draft, bytes, latest }) : null
}

async function serve(trx: Trx, press: Press, latest: Snapshot): Promise<Made> {
  const file = await readSnapshot(trx, press, latest.number)
  if (!file) throw new Error(`The bytes of snapshot ${latest.id} are gone.`)
  const { number, fileName, bytes, sha256 } = file
  return { snapshotId: latest.id, number, fileName, bytes, sha256, isNew: false }
}

type Addition = Omit<Draft, 'bytes'> & { bytes: Buffer; latest: Snapshot | null }

async function add(trx: Trx, { officeId, period, now, actor }: Press, addition: Addition): Promise<Made> {
  const { bytes, officeName, hash, content, latest } = addition
  const number = (latest?.number ?? 0) + 1
  const fileName = fileNameOf(officeName, period, number)
  const kept = {
    officeId,
    period,
    number,
    madeBy: actor,
    madeAt: now,
    fileName,
    tableHash: hash,
    content,
    bytes,
  }
  const { id, sha256 } = await insertSnapshot(trx, kept)
  return { snapshotId: id, number, fileName, bytes, sha256, isNew: true }
}
