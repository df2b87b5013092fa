import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Db } from '../db/database.ts'
import type { Mailer } from '../mail/mailer.ts'

/** What the application is built from. The clock is one of them: nothing else asks what time it is. */
export type Deps = {
  config: Config
  db: Db
  pool: pg.Pool
  mailer: Mailer
  log: Logger
  clock: () => Date
}
