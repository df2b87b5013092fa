import { sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import { findHolidays } from './holiday.store.ts'
import type { KnownLine, TableChange } from './holiday-grid.rules.ts'

/** Whose table is edited: an office's own, or (null) the country's. */
export type Owner = number | null

/** The lines of those years that hold for an office; its own are those it edits, on top the country's. */
export async function findKnownLines(
  db: Db,
  { officeId, owner }: { officeId: number; owner: Owner },
  years: readonly number[],
): Promise<KnownLine[]> {
  const found = await Promise.all(years.map(year => findHolidays(db, officeId, year)))
  return found.flat().map(({ officeId: of, ...line }) => ({ ...line, own: of === owner }))
}

export type Entered = { added: number; changed: number; removed: number }

/** Enters the rows over what the owner's table has on their days, and removes the dropped lines; all or nothing. */
export async function importHolidays(trx: Trx, owner: Owner, { rows, drop }: TableChange): Promise<Entered> {
  const mine = owner === null ? sql<boolean>`office_id is null` : sql<boolean>`office_id = ${owner}`
  const { numDeletedRows } = await trx
    .deleteFrom('holiday')
    .where('id', 'in', [0, ...drop])
    .where(mine)
    .executeTakeFirstOrThrow()
  const written = await sql<{ added: boolean }>`
    insert into holiday (office_id, day, kind, name, source, status)
    select ${owner}::int, day, kind, name, source, status
    from json_to_recordset(${JSON.stringify(rows)}) as row (day date, kind text, name text, source text, status text)
    on conflict (office_id, day) do update
      set kind = excluded.kind, name = excluded.name, source = excluded.source, status = excluded.status
      where (holiday.kind, holiday.name, holiday.source, holiday.status)
        is distinct from (excluded.kind, excluded.name, excluded.source, excluded.status)
    returning xmax = 0 as added`.execute(trx)
  const added = written.rows.filter(it => it.added).length
  return { added, changed: written.rows.length - added, removed: Number(numDeletedRows) }
}
