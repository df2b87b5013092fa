import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/**
 * Throws away what has run out: sessions, sign-in counts, and files read but never pressed in, links by mail a day after they ended (until then
 * the page can still say "used" instead of "unknown"). None of it is a record of anything; the audit log keeps who signed in.
 * @returns how many rows went.
 */
export async function deleteExpired(db: Db, now: Date): Promise<number> {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60_000)
  const { rows } = await sql<{ gone: number }>`
    with sessions as (delete from session where expire < ${now} returning 1),
      counts as (delete from rate_limit where expire < ${now.getTime()} returning 1),
      links as (delete from sign_in_link where expires_at < ${yesterday} returning 1),
      uploads as (delete from upload where expires_at < ${now} returning 1)
    select (select count(*) from sessions) + (select count(*) from counts) + (select count(*) from links)
      + (select count(*) from uploads) as gone`.execute(db)
  return Number(rows[0]?.gone ?? 0)
}
