import { Migrator } from 'kysely'
import * as foundation from '../../migrations/0001-foundation.ts'
import * as reachable from '../../migrations/0002-reachable.ts'
import * as officialFiles from '../../migrations/0003-official-files.ts'
import * as officeDesk from '../../migrations/0004-office-desk.ts'
import type { Db } from './database.ts'

const migrations = {
  '0001-foundation': { up: foundation.up },
  '0002-reachable': { up: reachable.up },
  '0003-official-files': { up: officialFiles.up },
  '0004-office-desk': { up: officeDesk.up },
}

/**
 * Brings the schema up to date, all in one transaction under Kysely's lock, so that two processes
 * starting together migrate once.
 * @returns the names of those applied now; empty when nothing was left to do.
 */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results = [] } = await migrator(db).migrateToLatest()
  if (error) throw error
  return results.filter(result => result.status === 'Success').map(result => result.migrationName)
}

/** True when every migration this build knows has been applied; `/readyz` and the start ask it. */
export async function isMigrated(db: Db): Promise<boolean> {
  return (await migrator(db).getMigrations()).every(migration => migration.executedAt)
}

function migrator(db: Db): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
}
