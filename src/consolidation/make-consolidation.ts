import { createHash } from 'node:crypto'
import { dayAt, type Month, monthOfDay } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { loadConsolidation } from './consolidation.store.ts'
import { writeMonthBook } from './consolidation.workbook.ts'
import { type Draft, keepCopy, type Made, type Press } from './keep-copy.ts'
import { latestSnapshot, type Snapshot } from './snapshot.store.ts'
import { type ConsolidationTable, rowsOf, tableHash } from './table.rules.ts'
import { periodOf } from './year.rules.ts'
import { writeYearBook } from './year.workbook.ts'

export type { Made, Press } from './keep-copy.ts'
export { keepPaper } from './keep-copy.ts'

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
    const made = await keepCopy(db, press, drafted)
    if (made || press.automatic) return made
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

async function draftMonth(
  db: Db,
  { officeId, period, now, choice = {} }: Press,
  latest: Snapshot | null,
): Promise<Draft | null> {
  const read = await loadConsolidation(db, officeId, period as Month)
  if (!read || rowsOf(read).length === 0) return null
  const table = { ...read, paper: { ...read.paper, ...choice } }
  const hash = tableHash(table)
  const bytes = latest?.tableHash === hash ? null : await writeMonthBook(table, now)
  return { officeName: table.office.name, hash, bytes, content: { kind: 'month', table }, format: 'xlsx' }
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
  format: 'xlsx',
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
