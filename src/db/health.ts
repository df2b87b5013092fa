import { sql } from 'kysely'
import type { Db } from './database.ts'
import { isMigrated } from './migrate.ts'

export type DatabaseState = 'ok' | 'unreachable' | 'not migrated'

export async function databaseState(db: Db): Promise<DatabaseState> {
  try {
    await sql`select 1`.execute(db)
    return (await isMigrated(db)) ? 'ok' : 'not migrated'
  } catch {
    return 'unreachable'
  }
}
