import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { ParsedMergers } from './import.rules.ts'
import type { MergerRow } from './merger-file.rules.ts'
import {
  type Candidate,
  type MergerPlan,
  type Places,
  planSuccessions,
  type Recorded,
  type Succession,
} from './merger-plan.rules.ts'
import type { RowProblem } from './row-problem.rules.ts'
import { oneChangeAtATime } from './unit-effect.store.ts'
import { treeOf } from './unit-import.store.ts'

export type MergerImport = {
  /** The successors' first month; the predecessors' last is the one before. */
  effectiveMonth: Month
  /** The resolution that orders the mergers, as it should be quoted. */
  document?: string
  /** Only mergers into what stands under this office; null for the whole portal. */
  within?: number | null
  /** Writes the rows that can be written although others cannot. */
  rest?: boolean
}

/** What importing these mergers would do; two queries, whatever the file's length. */
export async function planMergers(db: Db, parsed: ParsedMergers, options: MergerImport): Promise<MergerPlan> {
  const { effectiveMonth } = options
  const places = await findPlaces(db, parsed.rows, options)
  return planSuccessions(parsed, { effectiveMonth, places, recorded: await recordedSuccessions(db) })
}

/**
 * Whom the file's codes mean: codes were reused, so the same one may be a unit until the merger and another from it on.
 * A unit is taken when it still lives, or has gone, somewhere outside the office that the import is limited to.
 */
async function findPlaces(
  db: Db,
  rows: MergerRow[],
  { effectiveMonth, within = null }: MergerImport,
): Promise<Places> {
  type Found = Candidate & { before: boolean; after: boolean }
  const { rows: found } = await sql<Found>`
    with ${treeOf(within)}, candidate as (
      select u.*, ${within}::int is null or u.id in (select id from tree) as mine from unit u
      where u.code = any(${codesIn(rows)}))
    select id, kind, code, mine, n."fullName", n.search,
      (select count(*)::int from unit_parent p where p.parent_id = c.id
        and (p.valid_until is null or p.valid_until > ${effectiveMonth})) as standing,
      (select max(r.month) from report r where r.unit_id = c.id and r.month >= ${effectiveMonth}
        and r.current_version is not null) as reported,
      valid_from < ${effectiveMonth} and (valid_until is null or valid_until >= ${effectiveMonth}) as before,
      valid_from <= ${effectiveMonth} and (valid_until is null or valid_until > ${effectiveMonth}) as after,
      not mine and (valid_until is null or valid_until > ${effectiveMonth} or exists (
        select from succession s where s.predecessor_id = c.id and s.successor_id not in (select id from tree))) as taken
    from candidate c join lateral (
      select string_agg(search, ' ') as search, (array_agg(full_name order by valid_from desc))[1] as "fullName"
      from unit_name where unit_id = c.id) n on true`.execute(db)
  const named = (list: Found[]) => new Map(list.map(it => [`${it.kind} ${it.code}`, it]))
  return { before: named(found.filter(it => it.before)), after: named(found.filter(it => it.after)) }
}

const codesIn = (rows: MergerRow[]): string[] => [
  ...new Set(
    rows.flatMap(it => [it.oldCode, it.newCode, it.oldProvinceCode, it.newProvinceCode, it.oldDistrictCode]),
  ),
]

async function recordedSuccessions(db: Db): Promise<Recorded[]> {
  return db
    .selectFrom('succession')
    .select([
      'predecessor_id as predecessorId',
      'successor_id as successorId',
      'effective_month as effectiveMonth',
    ])
    .$castTo<Recorded>()
    .execute()
}

export type ImportedMergers = {
  /** The file's rows that were written. */
  lines: number
  communes: number
  offices: number
  already: number
  outside: number
  problems: RowProblem[]
}

/**
 * Writes what was planned and ends the predecessors. A plan with problems writes nothing, unless the rest is asked for:
 * then it writes the rows that have none.
 */
export async function importMergers(
  trx: Trx,
  parsed: ParsedMergers,
  options: MergerImport,
): Promise<ImportedMergers> {
  await oneChangeAtATime(trx)
  const plan = await planMergers(trx, parsed, options)
  const { communes, offices, already, outside, problems } = plan
  if (problems.length > 0 && !options.rest)
    return { lines: 0, communes: 0, offices: 0, already, outside, problems }
  await writePlan(trx, plan, options)
  return {
    lines: plan.rows.length,
    communes: communes.length,
    offices: offices.length,
    already,
    outside,
    problems,
  }
}

async function writePlan(trx: Trx, plan: MergerPlan, options: MergerImport): Promise<void> {
  const all = [...plan.communes, ...plan.offices]
  if (all.length === 0) return
  await insertSuccessions(trx, all, options)
  await markDivided(trx, [...new Set(plan.communes.map(it => it.predecessorId))], plan.effectiveMonth)
  const ending = new Set(all.map(it => it.predecessorId))
  for (const id of plan.staying) ending.delete(id)
  await endUnits(trx, [...ending], plan.effectiveMonth)
}

async function insertSuccessions(
  trx: Trx,
  all: Succession[],
  { effectiveMonth, document = '' }: MergerImport,
): Promise<void> {
  const values = all.map(({ predecessorId, successorId, divided }) => ({
    predecessorId,
    successorId,
    divided,
  }))
  await sql`insert into succession (predecessor_id, successor_id, effective_month, divided, document)
    select "predecessorId", "successorId", ${effectiveMonth}, divided, ${document}
    from json_to_recordset(${JSON.stringify(values)}) as row ("predecessorId" int, "successorId" int, divided boolean)`.execute(
    trx,
  )
}

/** A row recorded by itself earlier becomes one of a divided unit's once another successor is known. */
async function markDivided(trx: Trx, ids: number[], month: Month): Promise<void> {
  await sql`update succession s set divided = true
    where predecessor_id = any(${ids}) and effective_month = ${month} and not divided and exists (
      select from succession o where o.predecessor_id = s.predecessor_id
        and o.successor_id <> s.successor_id and o.effective_month = s.effective_month)`.execute(trx)
}

/** They stop existing, and reporting to anybody, with the month of the merger. */
async function endUnits(trx: Trx, ids: number[], month: Month): Promise<void> {
  const open = sql<boolean>`(valid_until is null or valid_until > ${month})`
  const among = (column: string) => sql<boolean>`${sql.ref(column)} = any(${ids})`
  await trx.updateTable('unit').set({ valid_until: month }).where(among('id')).where(open).execute()
  await trx
    .updateTable('unit_parent')
    .set({ valid_until: month })
    .where(among('unit_id'))
    .where(open)
    .execute()
}
