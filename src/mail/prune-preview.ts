import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/**
 * Throws away letters of the trial's inbox: those older than `before`, unless they are among the newest `most`.
 * @returns how many went.
 */
export async function prunePreviews(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from mail_preview where at < ${before}
      and id < coalesce((select min(id) from (select id from mail_preview order by id desc limit ${most}) newest), 0)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
