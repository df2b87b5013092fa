import { sql } from 'kysely'
import { addMonths } from '../calendar/month.rules.ts'
import type { Trx } from '../db/database.ts'
import { type Effect, type Ending, settled, type UnitRowMade, unitsMade } from './unit-effect.rules.ts'

/** Until it is done nothing else changes units, and nobody sends a report that the decision did not see. */
export const oneChangeAtATime = (trx: Trx) =>
  sql`lock table unit, report in share row exclusive mode`.execute(trx)

/** Writes the effects with ids of the database's own for new units. @returns them so settled, as undoing needs them. */
export async function writeEffects(trx: Trx, effects: readonly Effect[], now: Date): Promise<Effect[]> {
  const real = settled(effects, await takeIds(trx, unitsMade(effects).length))
  const rows = rowsOf(real, 'add')
  await addUnits(trx, rows)
  await endRows(trx, endingsOf(real))
  await addPlaces(trx, rows)
  await addSuccessions(trx, rows)
  await addRoles(trx, rows, now)
  return real
}

type Undoing = {
  /** When the change was written: its roles began then. */
  at: Date
  now: Date
}

/**
 * Takes effects back: `inverse` as made by `inverseOf`. A new unit that somebody wrote about meanwhile (a letter, a
 * line of the log) cannot be deleted: it is left without office, predecessors and code, and stands in no list.
 * @returns how many rows were no longer as the change had left them; with any, the caller must give up.
 */
export async function writeInverse(
  trx: Trx,
  inverse: readonly Effect[],
  { at, now }: Undoing,
): Promise<number> {
  const rows = rowsOf(inverse, 'drop')
  const made = new Set(rows.flatMap(row => (row.table === 'unit' ? [row.id] : [])))
  await dropRoles(trx, rows, at)
  let missing = await dropSuccessions(trx, rows)
  missing += await dropPlaces(trx, rows)
  missing += await dropNames(
    trx,
    rows.filter(row => row.table !== 'unit_name' || !made.has(row.unitId)),
  )
  missing += await endRows(trx, endingsOf(inverse))
  missing += await countStillNamed(trx, [...made])
  for (const row of rows) if (row.table === 'unit') await dropUnit(trx, row, now)
  return missing + (await countCodesTaken(trx, endingsOf(inverse)))
}

type Row<T extends UnitRowMade['table']> = Extract<UnitRowMade, { table: T }>

const rowsOf = (effects: readonly Effect[], what: 'add' | 'drop'): UnitRowMade[] =>
  effects.flatMap(effect => (effect.do === what ? [effect.row] : []))

const only = <T extends UnitRowMade['table']>(rows: readonly UnitRowMade[], table: T): Row<T>[] =>
  rows.filter((row): row is Row<T> => row.table === table)

const endingsOf = (effects: readonly Effect[]): Ending[] =>
  effects.flatMap(effect => (effect.do === 'end' ? [effect.ending] : []))

async function takeIds(trx: Trx, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('unit', 'id')) as id from generate_series(1, ${count}::int)`.execute(
    trx,
  )
  return rows.map(it => it.id)
}

async function addUnits(trx: Trx, rows: readonly UnitRowMade[]): Promise<void> {
  await sql`insert into unit (id, kind, code, valid_from) overriding system value
    select id, kind, code, "validFrom" from json_to_recordset(${json(only(rows, 'unit'))})
    as row (id int, kind text, code text, "validFrom" text)`.execute(trx)
  await sql`insert into unit_name (unit_id, valid_from, type, name, full_name, search)
    select "unitId", "validFrom", type, name, "fullName", search from json_to_recordset(${json(only(rows, 'unit_name'))})
    as row ("unitId" int, "validFrom" text, type text, name text, "fullName" text, search text)`.execute(trx)
}

async function addPlaces(trx: Trx, rows: readonly UnitRowMade[]): Promise<void> {
  await sql`insert into unit_parent (unit_id, parent_id, valid_from)
    select "unitId", "parentId", "validFrom" from json_to_recordset(${json(only(rows, 'unit_parent'))})
    as row ("unitId" int, "parentId" int, "validFrom" text)`.execute(trx)
}

async function addSuccessions(trx: Trx, rows: readonly UnitRowMade[]): Promise<void> {
  await sql`insert into succession (predecessor_id, successor_id, effective_month, divided, document)
    select "predecessorId", "successorId", month, divided, document
    from json_to_recordset(${json(only(rows, 'succession'))})
    as row ("predecessorId" int, "successorId" int, month text, divided boolean, document text)`.execute(trx)
}

async function addRoles(trx: Trx, rows: readonly UnitRowMade[], now: Date): Promise<void> {
  await sql`insert into role (person_id, unit_id, role, since, until, covers)
    select "personId", "unitId", role, greatest(since, ${now}), until, covers
    from json_to_recordset(${json(only(rows, 'role'))}) as row (
      "personId" int, "unitId" int, role text, since timestamptz, until timestamptz, covers int)`.execute(trx)
}

/** Sets the ends that are as they were. @returns how many were not. */
async function endRows(trx: Trx, endings: readonly Ending[]): Promise<number> {
  const asked = sql`json_to_recordset(${json(endings)})
    as row ("table" text, "unitId" int, "validFrom" text, before text, after text)`
  const same = sql`unit_row.valid_from = row."validFrom" and unit_row.valid_until is not distinct from row.before`
  const units = await sql`update unit unit_row set valid_until = row.after from ${asked}
    where row."table" = 'unit' and unit_row.id = row."unitId" and ${same}`.execute(trx)
  const places = await sql`update unit_parent unit_row set valid_until = row.after from ${asked}
    where row."table" = 'unit_parent' and unit_row.unit_id = row."unitId" and ${same}`.execute(trx)
  return endings.length - affected(units) - affected(places)
}

/** What was given with the change began with it, unless it was to begin later; what ended before is not of it. */
async function dropRoles(trx: Trx, rows: readonly UnitRowMade[], at: Date): Promise<void> {
  await sql`delete from role using json_to_recordset(${json(only(rows, 'role'))})
    as row ("personId" int, "unitId" int, role text, since timestamptz)
    where person_id = row."personId" and unit_id = row."unitId" and role.role = row.role
      and role.since = greatest(row.since, ${at}) and (ended_at is null or ended_at > ${at})`.execute(trx)
}

/** Rows of others, as of a file imported since, that name units about to be taken away. */
async function countStillNamed(trx: Trx, made: readonly number[]): Promise<number> {
  const { rows } = await sql`
    select from succession where predecessor_id = any(${made}::int[]) or successor_id = any(${made}::int[])
    union all select from unit_parent where parent_id = any(${made}::int[])`.execute(trx)
  return rows.length
}

/** Units that live again in months in which another has their code by now. */
async function countCodesTaken(trx: Trx, endings: readonly Ending[]): Promise<number> {
  const { rows } = await sql`
    select from json_to_recordset(${json(endings.filter(it => it.table === 'unit'))})
      as row ("unitId" int, before text)
    join unit back on back.id = row."unitId"
    join unit other on other.kind = back.kind and other.code = back.code and other.id <> back.id
    where (other.valid_until is null or other.valid_until > row.before)
      and (back.valid_until is null or back.valid_until > other.valid_from)`.execute(trx)
  return rows.length
}

async function dropSuccessions(trx: Trx, rows: readonly UnitRowMade[]): Promise<number> {
  const made = only(rows, 'succession')
  const gone = await sql`delete from succession using json_to_recordset(${json(made)})
    as row ("predecessorId" int, "successorId" int, month text)
    where predecessor_id = row."predecessorId" and successor_id = row."successorId"
      and effective_month = row.month`.execute(trx)
  return made.length - affected(gone)
}

async function dropPlaces(trx: Trx, rows: readonly UnitRowMade[]): Promise<number> {
  const made = only(rows, 'unit_parent')
  const gone = await sql`delete from unit_parent using json_to_recordset(${json(made)})
    as row ("unitId" int, "parentId" int, "validFrom" text)
    where unit_id = row."unitId" and parent_id = row."parentId" and valid_from = row."validFrom"
      and valid_until is null`.execute(trx)
  return made.length - affected(gone)
}

async function dropNames(trx: Trx, rows: readonly UnitRowMade[]): Promise<number> {
  const made = only(rows, 'unit_name')
  const gone = await sql`delete from unit_name using json_to_recordset(${json(made)})
    as row ("unitId" int, "validFrom" text, "fullName" text)
    where unit_id = row."unitId" and valid_from = row."validFrom" and full_name = row."fullName"`.execute(trx)
  return made.length - affected(gone)
}

async function dropUnit(trx: Trx, { id, validFrom }: Row<'unit'>, now: Date): Promise<void> {
  await sql`savepoint before_dropping`.execute(trx)
  try {
    await sql`delete from unit_name where unit_id = ${id}`.execute(trx)
    await sql`delete from unit where id = ${id}`.execute(trx)
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY) throw error
    await sql`rollback to savepoint before_dropping`.execute(trx)
    await sql`update role set ended_at = ${now} where unit_id = ${id} and ended_at is null`.execute(trx)
    await sql`update unit set valid_until = ${addMonths(validFrom, 1)}, code = code || '/' || id::text
      where id = ${id}`.execute(trx)
  }
}

const FOREIGN_KEY = '23503'
const json = (rows: readonly object[]): string => JSON.stringify(rows)
const affected = ({ numAffectedRows = 0n }: { numAffectedRows?: bigint }): number => Number(numAffectedRows)
