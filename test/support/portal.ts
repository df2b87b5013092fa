import { randomUUID } from 'node:crypto'
import pg from 'pg'
import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Db, openDatabase, openPool } from '../../src/db/database.ts'
import type { Letter, Mailer } from '../../src/mail/mailer.ts'
import type { Deps } from '../../src/web/deps.ts'
import { ensureWorld } from './world.ts'

/** What a test's database starts as: migrated and empty, or filled with the trial world of test/support/world.ts. */
export type Template = 'template' | 'world'

/** A database of one's own, copied from a template. */
export type TestDatabase = { url: string; pool: pg.Pool; db: Db; drop: () => Promise<void> }

export async function openTestDatabase(template: Template = 'template'): Promise<TestDatabase> {
  const base = process.env.TEST_CLUSTER ?? ''
  if (template === 'world') await ensureWorld(base)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // Copying its files takes half the time of writing each page into the log, as a create database does by default.
  const copy = `create database ${name} template ${pg.escapeIdentifier(template)} strategy file_copy`
  await administer(base, copy)
  const url = base + name
  const pool = openPool({ url, max: 8 })
  const db = openDatabase(pool)
  const drop = async () => {
    await db.destroy()
    await administer(base, `drop database ${name} with (force)`)
  }
  return { url, pool, db, drop }
}

async function administer(base: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}postgres` })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** The letters that left, in order; `refuse` makes the next ones fail as a server would. */
export type Inbox = Mailer & { letters: Letter[]; refuse: ((letter: Letter) => Error | null) | null }

export function openInbox(): Inbox {
  const inbox: Inbox = {
    letters: [],
    refuse: null,
    send: async letter => {
      const refusal = inbox.refuse?.(letter)
      if (refusal) throw refusal
      inbox.letters.push(letter)
    },
    close: async () => {},
  }
  return inbox
}

/** The whole application on a real database, with a clock that stands where the test puts it. */
export type Portal = Deps & {
  database: TestDatabase
  inbox: Inbox
  at: (iso: string) => void
  agent: () => Agent
  close: () => Promise<void>
}

export async function openPortal(now: string, template: Template = 'template'): Promise<Portal> {
  const database = await openTestDatabase(template)
  const inbox = openInbox()
  let time = new Date(now)
  const deps: Deps = {
    config: readConfig({}),
    db: database.db,
    pool: database.pool,
    mailer: inbox,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    clock: () => time,
  }
  const app = createApp(deps)
  return {
    ...deps,
    database,
    inbox,
    at: iso => {
      time = new Date(iso)
    },
    agent: () => openAgent(app.express),
    close: database.drop,
  }
}

/** A browser without scripts: keeps its cookies, and posts forms with the token of the page it has read. */
export type Agent = {
  get: (path: string) => Promise<request.Response>
  post: (path: string, fields?: Record<string, string | string[]>) => Promise<request.Response>
  /** Signs in as one of the cast, by the trial's one press. */
  signIn: (email: string) => Promise<request.Response>
  raw: ReturnType<typeof request.agent>
}

type Application = Parameters<typeof request.agent>[0]

function openAgent(application: Application): Agent {
  const raw = request.agent(application)
  let token = ''
  const read = (response: request.Response) => {
    token = /name="_csrf" value="([^"]+)"/.exec(response.text ?? '')?.[1] ?? token
    return response
  }
  const agent: Agent = {
    raw,
    get: async path => read(await raw.get(path)),
    post: async (path, fields = {}) =>
      read(
        await raw
          .post(path)
          .type('form')
          .send({ _csrf: token, ...fields }),
      ),
    signIn: async email => {
      await agent.get('/sign-in')
      const response = await agent.post('/sign-in/cast', { email })
      if (response.headers.location) await agent.get(response.headers.location)
      return response
    },
  }
  return agent
}
