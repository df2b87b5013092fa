import { type RawBuilder, sql } from 'kysely'
import type { LineProblem } from '../calendar/holiday.rules.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { DISTRICTS_ENDED, foundMinistry, foundOffice, MINISTRY } from './founding.rules.ts'
import type { ParsedUnits } from './import.rules.ts'
import type { OfficeSettings } from './office.rules.ts'
import { sameSpelling, type UnitName, type UnitRow } from './unit-file.rules.ts'

export type UnitImport = {
  /** The first month in which the units exist. */
  effectiveFrom: Month
  /** The first month in which they no longer do; left out, units with districts end when districts did. */
  validUntil?: Month | null
  /** Only these provinces, by code; left out, all. */
  provinces?: readonly string[]
  /** Only what stands under this office or under none yet; null for the whole portal. */
  within?: number | null
}

/** What an import comes to: what is new, what was there, what it leaves out, and every reason to refuse it. */
export type UnitPlan = {
  from: Month
  until: Month | null
  offices: Draft[]
  communes: Draft[]
  already: number
  outside: number
  problems: LineProblem[]
}

type Draft = UnitName & {
  kind: 'commune' | 'office'
  code: string
  later: UnitRow['later']
  parentCode: string
  settings: Partial<OfficeSettings> | null
}

type Standing = { id: number; kind: string; code: string; validFrom: Month; fullName: string; mine: boolean }

/**
 * What importing these units would do. A unit that is there already (the same code from the same month, or under the
 * same name at the same time) is left as it is; a code that another unit bears at that time is a problem.
 */
export async function planUnits(db: Db, parsed: ParsedUnits, options: UnitImport): Promise<UnitPlan> {
  const from = options.effectiveFrom
  const ended = parsed.districts && from < DISTRICTS_ENDED ? DISTRICTS_ENDED : null
  const until = options.validUntil === undefined ? ended : options.validUntil
  const there = await findStanding(db, parsed.rows, { from, until, within: options.within ?? null })
  const inScope = scopeOf(there, options.provinces)
  const plan: UnitPlan = { from, until, offices: [], communes: [], already: 0, outside: 0, problems: [] }
  plan.problems.push(...parsed.problems)
  for (const row of parsed.rows) {
    const draft = draftOf(row)
    const standing = there.get(`${draft.kind} ${row.code}`)
    if (!inScope(row)) plan.outside += 1
    else if (!standing) plan[draft.kind === 'office' ? 'offices' : 'communes'].push(draft)
    else if (standing.validFrom === from || sameSpelling(standing.fullName, draft.fullName)) plan.already += 1
    else plan.problems.push({ line: row.line, reason: overlap(row.code, standing) })
  }
  return plan
}

const overlap = (code: string, { fullName, validFrom }: Standing): string =>
  say('vi', 'units.import.overlap', { code, name: fullName, from: formatMonth(validFrom) })

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

/** A province whose office another administrator runs is none of this import's business. */
function scopeOf(there: Map<string, Standing>, provinces: readonly string[] | undefined) {
  return ({ provinceCode }: UnitRow): boolean => {
    if (provinces && !provinces.includes(provinceCode)) return false
    return there.get(`office ${provinceCode}`)?.mine ?? true
  }
}

function draftOf(row: UnitRow): Draft {
  const { level, code, parentCode, later } = row
  if (level === 'commune')
    return { ...nameOf(row), kind: 'commune', code, later, parentCode: parentCode ?? '', settings: null }
  const founded = foundOffice(row)
  const laterOffice = later && { ...foundOffice({ ...later, level }), from: later.from }
  const settings = (laterOffice ?? founded).settings
  return {
    ...nameOf(founded),
    kind: 'office',
    code,
    later: laterOffice,
    parentCode: parentCode ?? MINISTRY,
    settings,
  }
}

const nameOf = ({ type, name, fullName, search }: UnitName): UnitName => ({ type, name, fullName, search })

export type ImportedUnits = {
  /** Ids of the units founded now, by code. */
  offices: Map<string, number>
  communes: Map<string, number>
  already: number
  outside: number
  problems: LineProblem[]
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
  const nothing = problems.length > 0 || plan.offices.length + plan.communes.length === 0
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
