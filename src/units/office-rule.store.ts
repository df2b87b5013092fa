import { sql } from 'kysely'
import { asMonth, type Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { type OfficeSettings, readOfficeSettings } from './office.rules.ts'
import { type KeptRules, type OfficeRules, rulesOf } from './office-rule.rules.ts'

/** An office's settings as they hold for a month: those of the office, over them the rules that hold from then on. */
export async function findSettingsIn(db: Db, officeId: number, month: Month): Promise<OfficeSettings> {
  const { rows } = await sql<{ settings: unknown }>`
    select office_settings(${officeId}, ${month}) as settings`.execute(db)
  return readOfficeSettings(rows[0]?.settings)
}

/** All rules of an office by time, those from the beginning first. */
export async function findRules(db: Db, officeId: number): Promise<KeptRules[]> {
  const { rows } = await sql<{ from: Month | null; settings: unknown; byName: string; at: Date | null }>`
    select null as "from", coalesce((select settings from office where unit_id = ${officeId}), '{}') as settings,
      '' as "byName", null as at
    union all
    select valid_from, settings, by_name, at from office_rule where office_id = ${officeId}
    order by "from" nulls first`.execute(db)
  return rows.map(({ settings, ...row }) => ({ ...row, rules: rulesOf(readOfficeSettings(settings)) }))
}

/** The latest month in which a commune of the office has reported, or that is closed by hand; null for none. */
export async function lastBegunMonth(db: Db, officeId: number): Promise<Month | null> {
  const { rows } = await sql<{ month: string | null }>`
    select greatest(
      (select max(r.month) from report r join unit_parent p on p.unit_id = r.unit_id and p.parent_id = ${officeId}
        and p.valid_from <= r.month and (p.valid_until is null or p.valid_until > r.month)
        where r.first_submitted_at is not null),
      (select max(month) from month_rule where office_id = ${officeId} and locked_at is not null)) as month`.execute(
    db,
  )
  const month = rows[0]?.month
  return month ? asMonth(month) : null
}

export type NewRules = {
  officeId: number
  from: Month
  rules: OfficeRules
  by: { id: number; name: string }
  now: Date
}

/** Sets the rules from a month on; those planned for later months stay. */
export async function saveRules(trx: Trx, { officeId, from, rules, by, now }: NewRules): Promise<void> {
  const row = { settings: JSON.stringify(rules), by: by.id, by_name: by.name, at: now }
  await trx
    .insertInto('office_rule')
    .values({ office_id: officeId, valid_from: from, ...row })
    .onConflict(conflict => conflict.columns(['office_id', 'valid_from']).doUpdateSet(row))
    .execute()
}

/** Takes planned rules back: those before them hold on. @returns whether there were any from that month. */
export async function removeRules(trx: Trx, officeId: number, from: Month): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('office_rule')
    .where('office_id', '=', officeId)
    .where('valid_from', '=', from)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
