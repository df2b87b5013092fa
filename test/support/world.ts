import pg from 'pg'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { setUp } from '../../src/open-deps.ts'
import { fillTrial } from '../../src/trial/fill-trial.ts'

/** The morning on which the tests' trial world stands: a day off, the day before November's due date. */
export const WORLD_MORNING = '2026-11-24T08:00:00+07:00'

/** Any number, the same in every test process: one makes the world, the others wait for it. */
const WORLD_LOCK = 25_000_003

/** Makes the database `world` (the migrated template, filled as the trial is) once per run, for tests that want it. */
export async function ensureWorld(base: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}postgres` })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [WORLD_LOCK])
    const { rowCount } = await client.query(`select from pg_database where datname = 'world'`)
    if (rowCount) return
    await client.query('create database world_in_the_making template template')
    await fill(`${base}world_in_the_making`)
    await client.query('alter database world_in_the_making rename to world')
  } finally {
    await client.end()
  }
}

async function fill(url: string): Promise<void> {
  const db = openDatabase(openPool({ url, max: 2 }))
  const now = new Date(WORLD_MORNING)
  await setUp(db, now)
  await fillTrial(db, now)
  await db.destroy()
}
