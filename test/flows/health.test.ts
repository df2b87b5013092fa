import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { openDatabase, openPool } from '../../src/db/database.ts'
import { recordTick, type Tick } from '../../src/reminders/tick.store.ts'
import { openPortal, type Portal } from '../support/portal.ts'

const NOW = '2026-11-26T10:00:00+07:00'
const TOKEN = '7d9b1f0c2a4e6881'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(NOW, 'world')
})
afterAll(() => portal.close())
beforeEach(async () => {
  await portal.pool.query('delete from tick')
  await portal.pool.query('delete from reminder')
})

const tickAt = (time: string, over: Partial<Tick> = {}) => {
  const at = new Date(`2026-11-26T${time}:00+07:00`)
  const tick = {
    job: 'reminders',
    startedAt: at,
    finishedAt: at,
    decided: 98,
    sent: 0,
    skipped: 0,
    failed: 0,
  }
  return recordTick(portal.db, { ...tick, error: null, detail: { owed: 0, waiting: 98 }, ...over })
}
const get = (path: string, over: Partial<Portal> = {}) =>
  request(createApp({ ...portal, log: pino({ level: 'silent' }), ...over }).express).get(path)

async function addLine(over: object): Promise<void> {
  const unit = await portal.db
    .selectFrom('unit')
    .select('id')
    .where('code', '=', '23485')
    .executeTakeFirstOrThrow()
  const now = new Date(NOW)
  await portal.db
    .insertInto('reminder')
    .values({
      unit_id: unit.id,
      month: '2026-11',
      kind: 'chase:2026-11-26T09',
      recipient: 'y.lan@dakkoi.example',
      status: 'claimed',
      because: '',
      planned_at: now,
      decided_at: now,
      extra: '{}',
      ...over,
    })
    .execute()
}

describe('/readyz', () => {
  test('says when the reminders last ran, what they decided, what is queued and what fails', async () => {
    await tickAt('09:58', { sent: 45, skipped: 2, failed: 1 })
    await tickAt('09:59')
    await addLine({})
    await addLine({ kind: 'before-1', status: 'failed', next_try_at: new Date(NOW) })
    await addLine({ kind: 'before-2', status: 'failed', next_try_at: null })
    const { status, body } = await get('/readyz')
    expect(status).toBe(200)
    expect(body).toEqual({
      ok: true,
      database: 'ok',
      degraded: [],
      reminders: {
        lastTick: { at: '2026-11-26T09:59:00+07:00', ok: true, decided: 98, sent: 0, skipped: 0, failed: 0 },
        lastGoodTick: '2026-11-26T09:59:00+07:00',
        silentWorkingMinutes: 1,
        queued: 1,
        failing: 1,
      },
    })
  })

  test('stays ready when the reminders stand still or fail, says so, and tells no error’s text', async () => {
    await tickAt('07:59')
    await tickAt('09:59', { error: 'connect ECONNREFUSED 10.0.0.7' })
    const { status, body, text } = await get('/readyz')
    expect(status).toBe(200)
    expect(body).toMatchObject({ ok: true, degraded: ['reminders silent', 'reminders failing'] })
    expect(body.reminders).toMatchObject({ lastTick: { ok: false }, silentWorkingMinutes: 121 })
    expect(text).not.toContain('ECONNREFUSED')
  })

  test('before any run is ready and says that there was none', async () => {
    expect((await get('/readyz')).body).toMatchObject({
      ok: true,
      degraded: [],
      reminders: { lastTick: null },
    })
  })

  test('is not ready on a database that lacks a migration', async () => {
    await portal.pool.query(`delete from migration where name like '0002%'`)
    const { status, body } = await get('/readyz')
    await portal.pool.query(`insert into migration (name, timestamp) values ('0002-reachable', '2026')`)
    expect(status).toBe(503)
    expect(body).toEqual({ ok: false, database: 'not migrated' })
  })
})

describe('who may read /metrics', () => {
  const config = (over: object) => ({ config: { ...portal.config, ...over } })
  const given = (authorization: string) =>
    get('/metrics', config({ trial: false, metricsToken: TOKEN })).set('Authorization', authorization)

  test('nobody without METRICS_TOKEN', async () => {
    expect((await get('/metrics', config({ trial: false }))).status).toBe(404)
  })

  test('in the trial, this machine, but not through a proxy on it', async () => {
    expect((await get('/metrics')).status).toBe(200)
    expect((await get('/metrics').set('X-Forwarded-For', '203.0.113.7')).status).toBe(404)
  })

  test('whoever shows the token', async () => {
    expect((await given(`Bearer ${TOKEN}`)).status).toBe(200)
    for (const wrong of ['', `Bearer ${TOKEN}0`, 'Bearer', `Basic ${TOKEN}`]) {
      const refused = await given(wrong)
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    }
  })

  test('in the trial too the token is asked for once it is set', async () => {
    expect((await get('/metrics', config({ metricsToken: TOKEN }))).status).toBe(401)
  })
})

describe('what /metrics says', () => {
  test('the ledger, the runs and the month, the same from every process', async () => {
    await tickAt('09:58', { sent: 45, detail: { owed: 45, waiting: 50 } })
    await tickAt('09:59', { error: 'gone' })
    await addLine({ status: 'sent', sent_at: new Date(NOW) })
    await addLine({ status: 'bounced', sent_at: new Date(NOW), kind: 'before-1@2026-11-30' })
    await addLine({ status: 'skipped', kind: 'before-1' })
    await addLine({
      status: 'failed',
      kind: 'after-1',
      channel: 'webhook',
      recipient: 'zalo.example',
      next_try_at: new Date(NOW),
    })
    const [one, two] = await Promise.all([get('/metrics'), get('/metrics')])
    const lines = (text: string) => text.split('\n').filter(line => /^ngay25_(?!http)/.test(line))
    const said = lines(one.text)
    expect(one.headers['content-type']).toMatch(/^text\/plain/)
    expect(lines(two.text)).toEqual(said)
    expect(said).toEqual(
      expect.arrayContaining([
        'ngay25_database_up 1',
        'ngay25_job_runs_day{job="reminders",outcome="good"} 1',
        'ngay25_job_runs_day{job="reminders",outcome="bad"} 1',
        'ngay25_job_age_seconds{job="reminders"} 120',
        'ngay25_reminders_silent_working_minutes 2',
        'ngay25_letters_sent_total{month="2026-11",kind="chase",channel="email"} 1',
        'ngay25_letters_sent_total{month="2026-11",kind="before-1",channel="email"} 1',
        'ngay25_letters_skipped_total{month="2026-11",kind="before-1",channel="email"} 1',
        'ngay25_letters{month="2026-11",kind="before-1",channel="email",state="bounced"} 1',
        'ngay25_letters{month="2026-11",kind="after-1",channel="webhook",state="failing"} 1',
        'ngay25_addresses_bounced 0',
      ]),
    )
    const [, expected] = /ngay25_reports\{month="2026-11",state="expected"\} (\d+)/.exec(one.text) ?? []
    const [, reported] = /ngay25_reports\{month="2026-11",state="reported"\} (\d+)/.exec(one.text) ?? []
    expect(Number(expected)).toBeGreaterThan(Number(reported))
    expect(Number(reported)).toBeGreaterThan(0)
    expect(one.text).toMatch(/^process_cpu_seconds_total /m)
  })

  test('answers are timed by the name of their route, without ids; a figure that is gone is gone', async () => {
    const { express } = createApp(portal)
    await addLine({})
    const ask = (path: string) => request(express).get(path)
    await ask('/reports/12/2026-11')
    await ask('/reports/13/2026-11')
    await ask('/nowhere/12')
    const first = (await ask('/metrics')).text
    expect(first).toContain(
      'ngay25_http_request_duration_seconds_count{route="/reports/:unit/:month",method="GET",status="3xx"} 2',
    )
    expect(first).toContain(
      'ngay25_http_request_duration_seconds_count{route="none",method="GET",status="4xx"} 1',
    )
    expect(first).not.toMatch(/\/1[23]/)
    expect(first).toContain('kind="chase"')
    await portal.pool.query('delete from reminder')
    expect((await ask('/metrics')).text).not.toContain('kind="chase"')
  })

  test('without a database the process speaks still', async () => {
    const pool = openPool({ url: 'postgres://nobody@127.0.0.1:1/none' })
    const db = openDatabase(pool)
    const { status, text } = await get('/metrics', { db, pool })
    await db.destroy()
    expect(status).toBe(200)
    expect(text).toContain('ngay25_database_up 0')
    expect(text).not.toContain('ngay25_letters{')
  })
})
