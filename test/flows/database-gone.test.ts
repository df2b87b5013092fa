import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { openWire, type Wire } from '../support/cut.ts'
import { openInbox, openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

let database: TestDatabase
let wire: Wire
let app: ReturnType<typeof createApp>['express']
let end: () => Promise<void>

beforeAll(async () => {
  database = await openTestDatabase('world')
  wire = await openWire(database.url)
  const pool = openPool({ url: wire.url })
  const db = openDatabase(pool)
  const clock = () => new Date(WORLD_MORNING)
  app = createApp({
    config: readConfig({}),
    db,
    pool,
    mailer: openInbox(),
    log: pino({ level: 'silent' }),
    clock,
  }).express
  end = () => db.destroy()
})
afterAll(async () => {
  await end()
  await wire.close()
  await database.drop()
})

describe('while the database is gone', () => {
  it('the page says so and gives back what was typed, /readyz says so, and the portal recovers by itself', async () => {
    const agent = request.agent(app)
    const page = await agent.get('/sign-in')
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1]
    const fields = { _csrf, email: 'y.lan@dakkoi.example', note: 'đã gõ hai mươi phút' }

    wire.cut()
    const refused = await agent
      .post('/sign-in/cast')
      .set('Referer', 'http://127.0.0.1:3025/sign-in')
      .type('form')
      .send(fields)
    expect(refused.status).toBe(503)
    expect(refused.headers['retry-after']).toBe('10')
    expect(refused.text).toContain('Cơ sở dữ liệu đang gián đoạn')
    expect(refused.text).toContain('value="đã gõ hai mươi phút"')
    expect((await request(app).get('/readyz')).status).toBe(503)
    expect((await request(app).get('/readyz')).body).toMatchObject({ ok: false, database: 'unreachable' })
    expect((await request(app).get('/healthz')).status).toBe(200)

    await wire.mend()
    expect((await request(app).get('/readyz')).body).toMatchObject({ ok: true })
    const taken = await agent.post('/sign-in/cast').type('form').send(fields)
    expect(taken.status).toBe(303)
  })
})
