import { change } from '../../src/audit/change.ts'
import { readConfig } from '../../src/config.ts'
import type { Channel, Notice } from '../../src/mail/channel.ts'
import { MailRefused } from '../../src/mail/mailer.ts'
import { addDevice, listDevices } from '../../src/people/device.store.ts'
import { openChannels } from '../../src/reminders/open-channels.ts'
import {
  type Browser,
  openBrowser,
  openReceiver,
  type Receiver,
  readVapid,
  vapid,
} from '../support/channels.ts'
import { loopbackTls } from '../support/loopback-tls.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'

const now = new Date('2026-11-24T08:00:00+07:00')
const email = 'y.lan@dakkoi.example'

const notice: Notice = {
  reminderId: 41,
  unitId: 3,
  unitName: 'UBND xã Đăk Kôi',
  month: '2026-11',
  kind: 'before-1',
  recipient: email,
  title: '[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn 25/11/2026 – UBND xã Đăk Kôi',
  body: 'Còn 1 ngày làm việc. Hạn 17:00 ngày 25/11/2026.',
  url: 'http://127.0.0.1:3025/reports/3/2026-11',
  due: '2026-11-25T17:00:00+07:00',
  office: 'Sở GD&ĐT',
  officeId: 1,
  messageId: '<x@127.0.0.1>',
}

let database: TestDatabase
let service: Receiver
let push: Channel
let person: number

beforeAll(async () => {
  database = await openTestDatabase()
  const { id } = await database.db
    .insertInto('person')
    .values({ email, name: 'Y Lan', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  person = id
})
beforeEach(async () => {
  service = await openReceiver({ tls: true })
  push = pushWith({ ...readConfig({}), vapid })
})
afterEach(async () => {
  await database.db.deleteFrom('push_subscription').execute()
  await service.close()
})
afterAll(() => database.drop())

function pushWith(config: ReturnType<typeof readConfig>): Channel {
  const { push } = openChannels(
    { db: database.db, config },
    { patience: service.patience, ca: loopbackTls.cert },
  )
  if (!push) throw new Error('there is no push')
  return push
}

async function subscribe(path: string): Promise<Browser> {
  const browser = openBrowser(`${service.url}/${path}`)
  const added = { ...browser.subscription, personId: person, now }
  await change(database.db, { actor: { id: person, name: 'Y Lan' }, now }, async trx => {
    await addDevice(trx, added)
    return { result: null, act: null }
  })
  return browser
}

const refusal = async (given = notice, at = now): Promise<MailRefused> => {
  const error = await push.send(given, at).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(MailRefused)
  return error as MailRefused
}

describe('a reminder pushed', () => {
  it('reaches every browser of the person, readable by that browser alone and signed by the portal', async () => {
    const phone = await subscribe('phone')
    const desk = await subscribe('desk')
    await push.send(notice, now)
    expect(service.received.map(({ path }) => path).sort()).toEqual(['/desk', '/phone'])
    const at = (path: string) => service.received.find(it => it.path === path)
    const expected = { title: notice.title, body: notice.body, url: notice.url, tag: '3 2026-11' }
    expect(phone.read(at('/phone')?.body ?? Buffer.alloc(0))).toEqual(expected)
    expect(desk.read(at('/desk')?.body ?? Buffer.alloc(0))).toEqual(expected)
    expect(() => phone.read(at('/desk')?.body ?? Buffer.alloc(0))).toThrow()
    const signed = readVapid(at('/phone')?.headers.authorization)
    expect(signed).toMatchObject({ aud: service.url, key: vapid.publicKey, sub: 'mailto:ngay25@localhost' })
  })

  it('is kept by the service until the due date and no longer', async () => {
    await subscribe('phone')
    await push.send(notice, now)
    await push.send(notice, new Date('2026-11-25T16:59:30+07:00'))
    await push.send(notice, new Date('2026-11-26T08:00:00+07:00'))
    const lives = service.received.map(({ headers }) => Number(headers.ttl))
    expect(lives).toEqual([33 * 3600, 60, 24 * 3600])
  })

  it('takes the place of an older one of that month that has not arrived, and of no other', async () => {
    await subscribe('phone')
    await push.send(notice, now)
    await push.send({ ...notice, kind: 'due' }, now)
    await push.send({ ...notice, month: '2026-12' }, now)
    const [first, second, other] = service.received.map(({ headers }) => headers.topic)
    expect(first).toMatch(/^[\w-]{32}$/)
    expect(second).toBe(first)
    expect(other).not.toBe(first)
  })

  it('fits what services take, however long the sentence', async () => {
    const phone = await subscribe('phone')
    await push.send({ ...notice, body: 'Đề nghị gửi báo cáo. '.repeat(400) }, now)
    const [{ body } = { body: Buffer.alloc(0) }] = service.received
    expect(body.length).toBeLessThan(4096)
    expect(phone.read(body)).toMatchObject({ body: expect.stringMatching(/^Đề nghị.*…$/) })
  })

  it('has left when one of several browsers took it', async () => {
    await subscribe('phone')
    await subscribe('desk')
    service.temper = path => ({ status: path === '/desk' ? 500 : 201 })
    await expect(push.send(notice, now)).resolves.toBeUndefined()
  })

  it.each([404, 410])(
    'crosses off a browser its service no longer knows (%i), and says so in the log',
    async status => {
      await subscribe('phone')
      const desk = await subscribe('desk')
      service.temper = path => ({ status: path === '/phone' ? status : 201 })
      await push.send(notice, now)
      await push.send(notice, now)
      expect(service.received.filter(({ path }) => path === '/phone')).toHaveLength(1)
      expect(await listDevices(database.db, person)).toMatchObject([{ endpoint: desk.subscription.endpoint }])
      const { act } = await database.db
        .selectFrom('audit')
        .select('act')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      expect(act).toBe('reminder.lose-device')
    },
  )

  it('is not tried again when nobody is left to take it', async () => {
    await subscribe('phone')
    service.temper = () => ({ status: 410 })
    expect(await refusal()).toMatchObject({ permanent: true })
    expect(await refusal()).toMatchObject({ permanent: true })
    expect(service.received).toHaveLength(1)
  })

  it.each([400, 401, 403, 413])('is not tried again when refused for what it is (%i)', async status => {
    await subscribe('phone')
    service.temper = () => ({ status, text: 'no' })
    expect(await refusal()).toMatchObject({
      permanent: true,
      message: expect.stringContaining(`${status} no`),
    })
  })

  it.each([429, 500, 503])('is tried again when the service cannot take it now (%i)', async status => {
    await subscribe('phone')
    await subscribe('desk')
    service.temper = path => ({ status: path === '/desk' ? status : 413 })
    expect(await refusal()).toMatchObject({ permanent: false, doubtful: false, answered: true })
  })

  it.each(['hang', 'drop'] as const)(
    'is tried again, in doubt, after a line that broke (%s)',
    async temper => {
      await subscribe('phone')
      service.temper = () => temper
      expect(await refusal()).toMatchObject({ permanent: false, doubtful: true, answered: true })
    },
  )

  it('goes to nobody who has been switched off', async () => {
    await subscribe('phone')
    await database.db.updateTable('person').set({ active: false }).where('id', '=', person).execute()
    expect(await refusal()).toMatchObject({ permanent: true })
    await database.db.updateTable('person').set({ active: true }).where('id', '=', person).execute()
    expect(service.received).toEqual([])
  })

  it('is never sent into the private network, whatever address a browser gave', async () => {
    await subscribe('phone')
    push = pushWith({ ...readConfig({}), trial: false, webhookPrivate: true, vapid })
    expect(await refusal()).toMatchObject({ permanent: true })
    expect(service.received).toEqual([])
  })

  it('is not offered at all without a pair of keys', () => {
    expect(openChannels({ db: database.db, config: readConfig({}) }).push).toBeNull()
  })
})
