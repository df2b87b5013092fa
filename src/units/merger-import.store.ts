import { sql } from 'kysely'
import type { LineProblem } from '../calendar/holiday.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { ParsedMergers } from './import.rules.ts'
import type { MergerRow } from './merger-file.rules.ts'
import { oneImportAtATime, treeOf } from './unit-import.store.ts'

export type MergerImport = {
  /** The successors' first month; the predecessors' last is the one before. */
  effectiveMonth: Month
  /** The resolution that orders the mergers, as it should be quoted. */
  document?: string
  /** Only mergers into what stands under this office; null for the whole portal. */
  within?: number | null
}

export type Succession = { predecessorId: number; successorId: number; divided: boolean }

export type MergerPlan = {
  effectiveMonth: Month
  /** The rows that are new, in the order of the file. */
  rows: MergerRow[]
  communes: Succession[]
  offices: Succession[]
  already: number
  /** Rows of provinces that are not in the portal, before or after. */
  outside: number
  problems: LineProblem[]
}

type Candidate = { id: number; kind: 'commune' | 'office'; code: string; mine: boolean; taken: boolean }
type Places = { before: Map<string, Candidate>; after: Map<string, Candidate> }

/**
 * What importing these mergers would do: a succession for each row, and one for each office that ended with them
 * (districts' and the province's) to the office of the province that took its communes over. Rows of provinces that
 * the portal does not know, before or after the merger, are left out and counted.
 */
export async function planMergers(db: Db, parsed: ParsedMergers, options: MergerImport): Promise<MergerPlan> {
  const { effectiveMonth } = options
  const places = await findPlaces(db, parsed.rows, options)
  const known = await knownSuccessions(db)
  const plan: MergerPlan = {
    ...nothing,
    effectiveMonth,
    rows: [],
    communes: [],
    problems: [...parsed.problems],
  }
  const inScope = parsed.rows.filter(
    ({ oldProvinceCode, newProvinceCode }) =>
      places.before.has(`office ${oldProvinceCode}`) && places.after.get(`office ${newProvinceCode}`)?.mine,
  )
  for (const row of inScope) planRow(row, { plan, places, known })
  plan.outside = parsed.rows.length - inScope.length
  plan.offices = officeSuccessions(inScope, places).filter(it => !known.has(keyOf(it)))
  return plan
}

const nothing = { offices: [], already: 0, outside: 0 }

type Planning = { plan: MergerPlan; places: Places; known: ReadonlySet<string> }

function planRow(row: MergerRow, { plan, places, known }: Planning): void {
  if (row.oldCode === '') return
  const [before, after] = [
    places.before.get(`commune ${row.oldCode}`),
    places.after.get(`commune ${row.newCode}`),
  ]
  const month = formatMonth(plan.effectiveMonth)
  const refuse = (reason: string) => plan.problems.push({ line: row.line, reason })
  if (!before)
    return void refuse(
      say('vi', 'units.import.noPredecessor', { code: row.oldCode, name: row.oldName, month }),
    )
  if (!after?.mine)
    return void refuse(say('vi', 'units.import.noSuccessor', { code: row.newCode, name: row.newName, month }))
  if (before.taken) return void refuse(say('vi', 'units.import.notYours', { code: row.oldCode }))
  const succession = { predecessorId: before.id, successorId: after.id, divided: row.divided }
  // A commune that took others over and went on as itself is no predecessor of its own.
  if (before.id === after.id || known.has(keyOf(succession))) plan.already += 1
  else {
    plan.communes.push(succession)
    plan.rows.push(row)
  }
}

function officeSuccessions(rows: MergerRow[], { before, after }: Places): Succession[] {
  const found = new Map<string, Succession>()
  for (const row of rows) {
    const to = after.get(`office ${row.newProvinceCode}`)
    for (const code of [row.oldProvinceCode, row.oldDistrictCode]) {
      const from = before.get(`office ${code}`)
      if (!from || !to?.mine || from.taken || from.id === to.id) continue
      const succession = { predecessorId: from.id, successorId: to.id, divided: false }
      found.set(keyOf(succession), succession)
    }
  }
  return [...found.values()]
}

const keyOf = ({ predecessorId, successorId }: Succession) => `${predecessorId} ${successorId}`

/**
 * Whom the file's codes mean: codes were reused, so the same one may be a unit until the merger and another from it on.
 * A unit is taken when it still lives, or has gone, somewhere outside the office that the import is limited to.
 */
async function findPlaces(
  db: Db,
  rows: MergerRow[],
  { effectiveMonth, within = null }: MergerImport,
): Promise<Places> {
  const codes = rows.flatMap(it => [
    it.oldCode,
    it.newCode,
    it.oldProvinceCode,
    it.newProvinceCode,
    it.oldDistrictCode,
  ])
  type Found = Candidate & { before: boolean; after: boolean }
  const { rows: found } = await sql<Found>`
    with ${treeOf(within)}, candidate as (
      select u.*, ${within}::int is null or u.id in (select id from tree) as mine from unit u
      where u.code = any(${[...new Set(codes)]}))
    select id, kind, code, mine,
      valid_from < ${effectiveMonth} and (valid_until is null or valid_until >= ${effectiveMonth}) as before,
      valid_from <= ${effectiveMonth} and (valid_until is null or valid_until > ${effectiveMonth}) as after,
      not mine and (valid_until is null or valid_until > ${effectiveMonth} or exists (
        select from succession s where s.predecessor_id = c.id and s.successor_id not in (select id from tree))) as taken
    from candidate c`.execute(db)
  const named = (list: Found[]) => new Map(list.map(it => [`${it.kind} ${it.code}`, it]))
  return { before: named(found.filter(it => it.before)), after: named(found.filter(it => it.after)) }
}

async function knownSuccessions(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('succession')
    .select(['predecessor_id as predecessorId', 'successor_id as successorId'])
    .execute()
  return new Set(rows.map(row => keyOf({ ...row, divided: false })))
}

export type ImportedMergers = {
  communes: number
  offices: number
  already: number
  outside: number
  problems: LineProblem[]
}

/** Writes what was planned and ends the predecessors; a plan with problems writes nothing. */
export async function importMergers(
  trx: Trx,
  parsed: ParsedMergers,
  options: MergerImport,
): Promise<ImportedMergers> {
  await oneImportAtATime(trx)
  const plan = await planMergers(trx, parsed, options)
  const { communes, offices, already, outside, problems, effectiveMonth } = plan
  const all = [...communes, ...offices]
  if (problems.length > 0) return { communes: 0, offices: 0, already, outside, problems }
  if (all.length > 0) {
    await insertSuccessions(trx, all, options)
    await endUnits(trx, [...new Set(all.map(it => it.predecessorId))], effectiveMonth)
  }
  return { communes: communes.length, offices: offices.length, already, outside, problems }
}

async function insertSuccessions(
  trx: Trx,
  all: Succession[],
  { effectiveMonth, document = '' }: MergerImport,
): Promise<void> {
  await sql`insert into succession (predecessor_id, successor_id, effective_month, divided, document)
    select "predecessorId", "successorId", ${effectiveMonth}, divided, ${document}
    from json_to_recordset(${JSON.stringify(all)}) as row ("predecessorId" int, "successorId" int, divided boolean)`.execute(
    trx,
  )
}

/** They stop existing, and reporting to anybody, with the month of the merger. */
async function endUnits(trx: Trx, ids: number[], month: Month): Promise<void> {
  const open = sql<boolean>`(valid_until is null or valid_until > ${month})`
  await trx.updateTable('unit').set({ valid_until: month }).where('id', 'in', ids).where(open).execute()
  await trx
    .updateTable('unit_parent')
    .set({ valid_until: month })
    .where('unit_id', 'in', ids)
    .where(open)
    .execute()
}
