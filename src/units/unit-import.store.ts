import { type RawBuilder, sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { DISTRICTS_ENDED, foundMinistry, MINISTRY } from './founding.rules.ts'
import type { ParsedUnits } from './import.rules.ts'
import type { RowProblem } from './row-problem.rules.ts'
import type { UnitRow } from './unit-file.rules.ts'
import { type Draft, nameOf, planDrafts, type Standing, type UnitPlan } from './unit-plan.rules.ts'

export type UnitImport = {
  /** The first month in which the units exist. */
  effectiveFrom: Month
  /** The first month in which they no longer do; left out, units with districts end when districts did. */
  validUntil?: Month | null
  /** Only these provinces, by code; left out, all. */
  provinces?: readonly string[]
  /** Only what stands under this office or under none yet; null for the whole portal. */
  within?: number | null
  /** Writes the units that can be written although other rows are bad. */
  rest?: boolean
}

/** What importing these units would do; one query, whatever the file's length. */
export async function planUnits(db: Db, parsed: ParsedUnits, options: UnitImport): Promise<UnitPlan> {
  const { effectiveFrom: from, provinces, within = null } = options
  const ended = parsed.districts && from < DISTRICTS_ENDED ? DISTRICTS_ENDED : null
  const until = options.validUntil === undefined ? ended : options.validUntil
  const there = await findStanding(db, parsed.rows, { from, until, within })
  return planDrafts(parsed, { from, until, there, provinces })
}

/** The units that bear a code of the file at any time of the import's period. */
async function findStanding(
  db: Db,
  rows: UnitRow[],
  { from, until, within }: { from: Month; until: Month | null; within: number | null },
): Promise<Map<string, Standing>> {
  const { rows: standing } = await sql<Standing>`
    with ${treeOf(within)}
    select u.id, u.kind, u.code, u.valid_from as "validFrom", n.full_name as "fullName",
      ${within}::int is null or u.id in (select id from tree) as mine
    from unit u cross join lateral (
      select full_name from unit_name where unit_id = u.id and valid_from <= ${from} or unit_id = u.id
      order by valid_from <= ${from} desc, valid_from desc limit 1) n
    where u.code = any(${rows.map(row => row.code)})
      and (u.valid_until is null or u.valid_until > ${from})
      and (${until}::text is null or u.valid_from < ${until})`.execute(db)
  return new Map(standing.map(it => [`${it.kind} ${it.code}`, it]))
}

/** An office and all that stands or stood under it, with the units that went into any of these. */
export const treeOf = (officeId: number | null): RawBuilder<unknown> => sql`recursive tree (id) as (
  select ${officeId}::int
  union select below.id from tree join (
    select unit_id as id, parent_id as above from unit_parent
    union all select predecessor_id, successor_id from succession) below on below.above = tree.id)`

export type ImportedUnits = {
  /** Ids of the units founded now, by code. */
  offices: Map<string, number>
  communes: Map<string, number>
  already: number
  outside: number
  problems: RowProblem[]
}

/** Writes what was planned, in a handful of statements; a plan with problems writes nothing. */
export async function importUnits(
  trx: Trx,
  parsed: ParsedUnits,
  options: UnitImport,
): Promise<ImportedUnits> {
  await oneImportAtATime(trx)
  const plan = await planUnits(trx, parsed, options)
  const { from, until, already, outside, problems } = plan
  const refused = problems.length > 0 && !options.rest
  const nothing = refused || plan.offices.length + plan.communes.length === 0
  if (nothing) return { offices: new Map(), communes: new Map(), already, outside, problems }
  await ensureMinistry(trx, from)
  const offices = await insertUnits(trx, plan.offices, { from, until })
  await insertOffices(trx, plan.offices, offices)
  const communes = await insertUnits(trx, plan.communes, { from, until })
  await insertNames(trx, plan.offices, { ids: offices, from })
  await insertNames(trx, plan.communes, { ids: communes, from })
  await insertParents(trx, [...plan.offices, ...plan.communes], {
    ids: new Map([...offices, ...communes]),
    from,
    until,
  })
  return { offices: byCode(offices), communes: byCode(communes), already, outside, problems }
}

/** What was planned must still hold when it is written: a second import waits until the first is done. */
export const oneImportAtATime = (trx: Trx) => sql`lock table unit in share row exclusive mode`.execute(trx)

type Period = { from: Month; until: Month | null }
type Ids = Map<string, number>

const byCode = (ids: Ids): Ids => new Map([...ids].map(([key, id]) => [key.slice(key.indexOf(' ') + 1), id]))

async function insertUnits(trx: Trx, drafts: Draft[], { from, until }: Period): Promise<Ids> {
  const values = JSON.stringify(drafts.map(({ kind, code }) => ({ kind, code })))
  const { rows } = await sql<{ id: number; kind: string; code: string }>`
    insert into unit (kind, code, valid_from, valid_until)
    select kind, code, ${from}, ${until} from json_to_recordset(${values}) as row (kind text, code text)
    returning id, kind, code`.execute(trx)
  return new Map(rows.map(({ id, kind, code }) => [`${kind} ${code}`, id]))
}

async function insertOffices(trx: Trx, drafts: Draft[], ids: Ids): Promise<void> {
  const values = drafts.map(({ code, settings }) => ({ id: ids.get(`office ${code}`), settings }))
  await sql`insert into office (unit_id, settings)
    select id, settings from json_to_recordset(${JSON.stringify(values)}) as row (id int, settings jsonb)`.execute(
    trx,
  )
}

async function insertNames(
  trx: Trx,
  drafts: Draft[],
  { ids, from }: { ids: Ids; from: Month },
): Promise<void> {
  const values = drafts.flatMap(draft => {
    const id = ids.get(`${draft.kind} ${draft.code}`)
    const { later } = draft
    // Where the later name is already in force when the unit begins, the unit has never borne the other here.
    const first = { id, from, ...nameOf(later && later.from <= from ? later : draft) }
    return later && later.from > from ? [first, { id, from: later.from, ...nameOf(later) }] : [first]
  })
  await sql`insert into unit_name (unit_id, valid_from, type, name, full_name, search)
    select id, "from", type, name, "fullName", search from json_to_recordset(${JSON.stringify(values)})
    as row (id int, "from" text, type text, name text, "fullName" text, search text)`.execute(trx)
}

async function insertParents(
  trx: Trx,
  drafts: Draft[],
  { ids, from, until }: Period & { ids: Ids },
): Promise<void> {
  const values = drafts.map(({ kind, code, parentCode }) => ({
    id: ids.get(`${kind} ${code}`),
    parent: ids.get(`office ${parentCode}`) ?? null,
    parentCode,
  }))
  await sql`insert into unit_parent (unit_id, parent_id, valid_from, valid_until)
    select row.id, coalesce(parent, (
      select u.id from unit u where u.kind = 'office' and u.code = "parentCode" and u.valid_from <= ${from}
        and (u.valid_until is null or u.valid_until > ${from}))), ${from}, ${until}
    from json_to_recordset(${JSON.stringify(values)}) as row (id int, parent int, "parentCode" text)`.execute(
    trx,
  )
}

/** The office on top, founded with the first import; an import of older units moves its beginning back. */
export async function ensureMinistry(trx: Trx, from: Month): Promise<number> {
  const there = await trx
    .selectFrom('unit')
    .select(['id', 'valid_from'])
    .where('kind', '=', 'office')
    .where('code', '=', MINISTRY)
    .executeTakeFirst()
  if (!there) return foundTop(trx, from)
  if (there.valid_from > from) {
    await trx.updateTable('unit').set({ valid_from: from }).where('id', '=', there.id).execute()
    await trx.updateTable('unit_name').set({ valid_from: from }).where('unit_id', '=', there.id).execute()
  }
  return there.id
}

async function foundTop(trx: Trx, from: Month): Promise<number> {
  const { settings, ...name } = foundMinistry()
  const draft: Draft = { ...name, kind: 'office', code: MINISTRY, later: null, parentCode: '', settings }
  const ids = await insertUnits(trx, [draft], { from, until: null })
  await insertOffices(trx, [draft], ids)
  await insertNames(trx, [draft], { ids, from })
  return ids.get(`office ${MINISTRY}`) ?? 0
}
