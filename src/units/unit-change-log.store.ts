import { sql } from 'kysely'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import type { AskedChange, ChangeKind } from './unit-change.rules.ts'
import type { Hindrance } from './unit-change-line.rules.ts'
import type { Effect } from './unit-effect.rules.ts'

/** What was done to an office's units, as it is kept. */
export type KeptChange = {
  id: number
  kind: ChangeKind
  officeId: number
  month: Month
  document: string
  asked: KeptAsking
  effects: Effect[]
  byName: string
  at: Date
  undoneAt: Date | null
  undoneByName: string | null
  undoneReason: string | null
}

/** With every unit it touched, and the names at the time, so that a line of the list needs nothing else. */
export type KeptAsking = AskedChange & { touched: number[]; before: string[]; after: string[] }

/** The changes asked for at an office, the latest first. */
export async function listChanges(db: Db, officeId: number): Promise<KeptChange[]> {
  const { rows } = await sql<KeptChange>`${selected} where office_id = ${officeId} order by id desc`.execute(
    db,
  )
  return rows
}

export async function findChange(db: Db, id: number): Promise<KeptChange | null> {
  const { rows } = await sql<KeptChange>`${selected} where id = ${id}`.execute(db)
  return rows[0] ?? null
}

const selected = sql`
  select id, kind, office_id as "officeId", effective_month as month, document, asked, effects, by_name as "byName", at,
    undone_at as "undoneAt", undone_by_name as "undoneByName", undone_reason as "undoneReason"
  from unit_change`

type By = { actor: { id: number | null; name: string }; now: Date }

export async function keepChange(
  trx: Trx,
  { actor, now }: By,
  { asked, effects }: { asked: KeptAsking; effects: readonly Effect[] },
): Promise<number> {
  const { id } = await trx
    .insertInto('unit_change')
    .values({
      kind: asked.kind,
      office_id: asked.officeId,
      effective_month: asked.month,
      document: asked.document,
      asked: JSON.stringify(asked),
      effects: JSON.stringify(effects),
      by: actor.id,
      by_name: actor.name,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function markUndone(
  trx: Trx,
  { actor, now }: By,
  { id, reason }: { id: number; reason: string },
): Promise<void> {
  await trx
    .updateTable('unit_change')
    .set({ undone_at: now, undone_by_name: actor.name, undone_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Why changes can no longer be taken back: the first report sent since by what they touched, or the first later change. */
export async function hindrancesTo(db: Db, changes: readonly KeptChange[]): Promise<Map<number, Hindrance>> {
  const list = changes.map(({ id, month, asked }) => ({ id, month, units: asked.touched }))
  const { rows } = await sql<{
    id: number
    report: { unit: string; month: Month } | null
    later: Later | null
  }>`
    with recursive asked as (
      select * from json_to_recordset(${JSON.stringify(list)}) as row (id int, month text, units int[])
    ), below (change_id, month, id) as (
      select a.id, a.month, unit_id from asked a cross join unnest(a.units) as touched (unit_id)
      union select b.change_id, b.month, p.unit_id from below b join unit_parent p on p.parent_id = b.id
        and (p.valid_until is null or p.valid_until > b.month)
    )
    select a.id, (
      select json_build_object('unit', n.full_name, 'month', r.month) from below b
      join report r on r.unit_id = b.id and r.month >= b.month and r.current_version is not null
      cross join lateral (select full_name from unit_name where unit_id = b.id
        order by valid_from <= r.month desc, valid_from desc limit 1) n
      where b.change_id = a.id order by r.month, n.full_name limit 1) as report, (
      select json_build_object('id', c.id, 'kind', c.kind, 'month', c.effective_month, 'document', c.document)
      from unit_change c where c.id > a.id and c.undone_at is null
        and exists (select from jsonb_array_elements(c.asked->'touched') t (id) where t.id::int = any(a.units))
        order by c.id limit 1) as later
    from asked a`.execute(db)
  const found = new Map<number, Hindrance>()
  for (const { id, report, later } of rows) {
    if (report) found.set(id, { what: 'report', ...report })
    else if (later) found.set(id, { what: 'change', ...later })
  }
  return found
}

type Later = { id: number; kind: ChangeKind; month: Month; document: string }
