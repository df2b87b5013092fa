import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type RawBuilder, type Transaction } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** Something to read from: the pool, or a transaction under way. */
export type Db = Kysely<Schema>

/** Something to write with. Only `audit/change.ts` hands one out, so no write goes without its audit row. */
export type Trx = Transaction<Schema>

/** A write that is one statement: its common table expressions, and the name of the one whose rows are its result. */
export type OneStatement<T> = { steps: RawBuilder<unknown>; result: string; row?: T }

const DATE = 1082
const INT8 = 20

/** Days stay text 'YYYY-MM-DD' (a day has no time zone); counts fit a double. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  }) as typeof pg.types.getTypeParser,
}

/** Texts longer than this are lists written once, not questions asked again. */
const LONGEST_NAMED = 6_000
/** The portal asks about a hundred different questions; the rest would be texts that vary, and fill the server's memory. */
const MOST_NAMED = 500
const names = new Map<string, string>()

/**
 * Gives every parametrised statement a name, so that PostgreSQL parses and plans it once per connection: the
 * portal asks few questions often, and planning them costs more than answering them (docs/performance.md).
 */
class NamingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads
  override query(...args: any[]): any {
    const [text, values, ...rest] = args
    const named =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && text.length < LONGEST_NAMED
    // biome-ignore lint/suspicious/noExplicitAny: pg's overloads
    const ask = super.query.bind(this) as any
    return named ? ask({ name: nameOf(text), text, values }, ...rest) : ask(...args)
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (names.size >= MOST_NAMED) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

export type PoolSettings = { url: string; max?: number }

/**
 * The pool that everything shares. Waiting for a connection ends after 5 s and a statement after 30 s,
 * so that a lost database becomes a page that says so, never a request that hangs.
 */
export function openPool({ url, max = 16 }: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    Client: NamingClient,
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    application_name: 'ngay-25',
  })
  // An idle connection that dies (the database restarted) is dropped by the pool; the next request opens another.
  pool.on('error', () => {})
  return pool
}

export function openDatabase(pool: pg.Pool): Db {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
