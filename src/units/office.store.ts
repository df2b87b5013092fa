import type { Db, Trx } from '../db/database.ts'
import { type OfficeSettings, readOfficeSettings } from './office.rules.ts'

/**
 * An office's settings with the defaults filled in, for what holds at once: heads of papers, names, contacts. What holds from a
 * month on is asked for that month (office-rule.store, calendar.store).
 */
export async function findOfficeSettings(db: Db, officeId: number): Promise<OfficeSettings> {
  const row = await db
    .selectFrom('office')
    .select('settings')
    .where('unit_id', '=', officeId)
    .executeTakeFirst()
  return readOfficeSettings(row?.settings)
}

/** The settings as they stand, held until the transaction ends, so that two people's changes follow each other. */
export async function lockOfficeSettings(trx: Trx, officeId: number): Promise<OfficeSettings> {
  const row = await trx
    .selectFrom('office')
    .select('settings')
    .where('unit_id', '=', officeId)
    .forUpdate()
    .executeTakeFirst()
  return readOfficeSettings(row?.settings)
}

export async function saveOfficeSettings(
  trx: Trx,
  officeId: number,
  settings: OfficeSettings,
): Promise<void> {
  const stored = JSON.stringify(settings)
  await trx
    .insertInto('office')
    .values({ unit_id: officeId, settings: stored })
    .onConflict(conflict => conflict.column('unit_id').doUpdateSet({ settings: stored }))
    .execute()
}
