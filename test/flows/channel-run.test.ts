import { change } from '../../src/audit/change.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { readConfig } from '../../src/config.ts'
import { addDevice } from '../../src/people/device.store.ts'
import { openChannels } from '../../src/reminders/open-channels.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { type Browser, openBrowser, openReceiver, type Receiver, vapid } from '../support/channels.ts'
import { loopbackTls } from '../support/loopback-tls.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { type Desk, type MailServer, openDesk, openMailServer } from '../support/post.ts'
import { officeIn } from '../support/units.ts'

const DUE_MORNING = '2026-11-25T08:00:00+07:00'
const email = 'y.lan@dakkoi.example'

let database: TestDatabase
let server: MailServer
let outside: Receiver
let phone: Browser
const desks: Desk[] = []

beforeEach(async () => {
  database = await openTestDatabase('world')
  server = await openMailServer()
  outside = await openReceiver({ tls: true })
  phone = openBrowser(`${outside.url}/phone`)
  const now = new Date(DUE_MORNING)
  const { id } = await database.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  await change(database.db, { actor: { id, name: 'Y Lan' }, now }, async trx => {
    await addDevice(trx, { ...phone.subscription, personId: id, now })
    return { result: null, act: null }
  })
  const office_id = await officeIn(database.db, '51', asMonth('2026-11'))
  await database.db
    .insertInto('webhook')
    .values({ office_id, url: `${outside.url}/gateway`, secret: 'whsec_dGVzdA==', changed_at: now })
    .execute()
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
  await outside.close()
  await server.close()
  await database.drop()
})

/** A process of its own, as far as sending is concerned. */
function openOffice(): Desk {
  const given = { patience: outside.patience, ca: loopbackTls.cert }
  const channels = openChannels({ db: database.db, config: { ...readConfig({}), vapid } }, given)
  const desk = openDesk(database, { url: server.url, now: DUE_MORNING, channels })
  desks.push(desk)
  return desk
}

const came = (path: string) => outside.received.filter(it => it.path === path)

/** How many lines of the due date's letter stand so in the ledger. */
async function lines(channel: string, status: string): Promise<number> {
  const rows = await database.db
    .selectFrom('reminder')
    .select('id')
    .where('kind', '=', 'due-day')
    .where('channel', '=', channel)
    .where('status', '=', status as 'sent')
    .execute()
  return rows.length
}

describe('the morning of the due date, by every way', () => {
  it('writes, pushes and posts what is owed, each by a line of its own, and once', async () => {
    const desk = openOffice()
    await sendReminders(desk)
    expect(server.taken.filter(({ to }) => to === email)).toHaveLength(1)
    const [pushed] = came('/phone')
    expect(phone.read(pushed?.body ?? Buffer.alloc(0))).toMatchObject({
      title: expect.stringContaining('UBND xã Đăk Kôi'),
      url: expect.stringMatching(/\/reports\/\d+\/2026-11$/),
    })
    const posted = came('/gateway')
      .map(({ body }) => JSON.parse(body.toString()))
      .filter(({ kind }) => kind === 'due-day')
    expect(posted.length).toBeGreaterThan(10)
    expect(new Set(posted.map(it => it.unit.code)).size).toBe(posted.length)
    expect(posted.find(it => it.unit.code === '23485')).toMatchObject({
      unit: { name: 'UBND xã Đăk Kôi' },
      contacts: [{ name: 'Y Lan', phone: '0260 3000 103' }],
    })
    expect([await lines('push', 'sent'), await lines('webhook', 'sent')]).toEqual([1, posted.length])
    expect(await sendReminders(desk)).toMatchObject({ sent: 0, failed: 0 })
  })

  it('is the same when two processes do it at once', async () => {
    await Promise.all([sendReminders(openOffice()), sendReminders(openOffice())])
    const ids = came('/gateway').map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(came('/phone')).toHaveLength(1)
    expect(server.taken.filter(({ to }) => to === email)).toHaveLength(1)
  })

  it('lets every letter leave while the gateway is silent, and tries the gateway again later', async () => {
    const desk = openOffice()
    outside.temper = path => (path === '/gateway' ? 'drop' : { status: 201 })
    await sendReminders(desk)
    const letters = await lines('email', 'sent')
    expect(letters).toBeGreaterThan(10)
    expect(await lines('email', 'failed')).toBe(0)
    const waiting = await lines('webhook', 'failed')
    expect(waiting).toBeGreaterThan(10)
    expect(came('/gateway').length).toBeLessThan(waiting)
    outside.temper = () => ({ status: 200 })
    desk.at('2026-11-25T08:03:00+07:00')
    await sendReminders(desk)
    expect([await lines('webhook', 'failed'), await lines('webhook', 'sent')]).toEqual([0, waiting])
    expect(await lines('email', 'sent')).toBe(letters)
  })
})
