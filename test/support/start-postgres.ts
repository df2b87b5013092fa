import { openDatabase, openPool } from '../../src/db/database.ts'
import { type Embedded, ensureDatabase, openEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { makeScratch } from './scratch.ts'

declare global {
  var cluster: Embedded | undefined
}

/** One cluster for the run, with a migrated template; each test takes a copy. */
export default async function startPostgres(): Promise<void> {
  const directory = await makeScratch('test')
  const flags = ['autovacuum=off', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const cluster = await openEmbedded({ directory, flags })
  globalThis.cluster = cluster
  await ensureDatabase(cluster, 'template')
  const db = openDatabase(openPool({ url: cluster.urlOf('template'), max: 2 }))
  await migrate(db)
  await db.destroy()
  process.env.TEST_CLUSTER = cluster.urlOf('')
  process.env.TEST_CLUSTER_DIRECTORY = directory
}
