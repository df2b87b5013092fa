import { createHmac, timingSafeEqual } from 'node:crypto'
import { readConfig } from '../../src/config.ts'
import type { Channel, Notice } from '../../src/mail/channel.ts'
import { MailRefused } from '../../src/mail/mailer.ts'
import { openChannels } from '../../src/reminders/open-channels.ts'
import { openReceiver, type Received, type Receiver } from '../support/channels.ts'
import { loopbackTls } from '../support/loopback-tls.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'

const now = new Date('2026-11-24T08:00:00+07:00')
const secret = `whsec_${Buffer.from('a secret of the tests, 32 bytes.').toString('base64')}`

/** The check as docs/channels.md gives it to whoever attaches a gateway. */
function isGenuine({ headers, body }: Received, key: string, at: Date): boolean {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(name =>
    String(headers[`webhook-${name}`]),
  )
  if (Math.abs(at.getTime() / 1000 - Number(timestamp)) > 300) return false
  const expected = createHmac('sha256', Buffer.from(key.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest()
  return (signatures ?? '').split(' ').some(it => {
    const [version, given = ''] = it.split(',')
    const bytes = Buffer.from(given, 'base64')
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected)
  })
}

let database: TestDatabase
let gateway: Receiver
let webhook: Channel
let notice: Notice
let unit: { id: number; officeId: number }

beforeAll(async () => {
  database = await openTestDatabase()
  unit = await addCommune()
})
afterAll(() => database.drop())

beforeEach(async () => {
  gateway = await openReceiver({ tls: true })
  webhook = channelWith(readConfig({}))
  await database.db.deleteFrom('webhook').execute()
  await database.db
    .insertInto('webhook')
    .values({ office_id: unit.officeId, url: `${gateway.url}/nhac?khoa=1`, secret, changed_at: now })
    .execute()
  notice = {
    reminderId: 41,
    unitId: unit.id,
    unitName: 'UBND xã Đăk Kôi',
    month: '2026-11',
    kind: 'before-1',
    recipient: new URL(gateway.url).host,
    title: '[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn 25/11/2026 – UBND xã Đăk Kôi',
    body: 'Còn 1 ngày làm việc.',
    url: 'http://127.0.0.1:3025/reports/3/2026-11',
    due: '2026-11-25T17:00:00+07:00',
    office: 'Sở GD&ĐT',
    officeId: unit.officeId,
    messageId: '<x@127.0.0.1>',
  }
})
afterEach(() => gateway.close())

/** A commune with a leader and two reporters, one of whom has no telephone; its office is another unit. */
async function addCommune(): Promise<{ id: number; officeId: number }> {
  const { db } = database
  const [office, commune] = await db
    .insertInto('unit')
    .values([
      { kind: 'office', code: '51', valid_from: '2025-07' },
      { kind: 'commune', code: '23485', valid_from: '2025-07' },
    ])
    .returning('id')
    .execute()
  if (!office || !commune) throw new Error('no units')
  const people = [
    ['a.thuan@dakkoi.example', 'A Thuận', '0912 000 112', 'leader'],
    ['y.lan@dakkoi.example', 'Y Lan', '0912 000 111', 'reporter'],
    ['y.hanh@dakkoi.example', 'Y Hạnh', '', 'reporter'],
  ] as const
  for (const [email, name, phone, role] of people) {
    const { id } = await db
      .insertInto('person')
      .values({ email, name, phone, created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.insertInto('role').values({ person_id: id, unit_id: commune.id, role, since: now }).execute()
  }
  return { id: commune.id, officeId: office.id }
}

function channelWith(config: ReturnType<typeof readConfig>): Channel {
  const { webhook } = openChannels(
    { db: database.db, config },
    { patience: gateway.patience, ca: loopbackTls.cert },
  )
  if (!webhook) throw new Error('there is no webhook')
  return webhook
}

const refusal = async (at = now): Promise<MailRefused> => {
  const error = await webhook.send(notice, at).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(MailRefused)
  return error as MailRefused
}

describe("a reminder to an office's gateway", () => {
  it('comes as JSON that the gateway can prove to be the portal’s', async () => {
    await webhook.send(notice, now)
    const [received] = gateway.received
    if (!received) throw new Error('nothing came')
    expect(received.path).toBe('/nhac?khoa=1')
    expect(received.headers['content-type']).toMatch(/^application\/json/)
    expect(isGenuine(received, secret, now)).toBe(true)
    expect(JSON.parse(received.body.toString())).toEqual({
      id: 'reminder-41',
      type: 'reminder',
      office: { id: notice.officeId, name: notice.office },
      unit: { id: notice.unitId, code: '23485', name: notice.unitName },
      month: '2026-11',
      kind: 'before-1',
      due: notice.due,
      title: notice.title,
      text: notice.body,
      url: notice.url,
      contacts: [
        { name: 'Y Lan', role: 'reporter', phone: '0912 000 111' },
        { name: 'A Thuận', role: 'leader', phone: '0912 000 112' },
      ],
    })
  })

  it('is not taken for genuine once anything in it has changed, or after five minutes', async () => {
    await webhook.send(notice, now)
    const [received] = gateway.received
    if (!received) throw new Error('nothing came')
    const { headers, body } = received
    const altered = Buffer.from(body.toString().replace('2026-11', '2026-12'))
    expect(isGenuine({ ...received, body: altered }, secret, now)).toBe(false)
    expect(
      isGenuine({ ...received, headers: { ...headers, 'webhook-id': 'reminder-42' } }, secret, now),
    ).toBe(false)
    expect(isGenuine(received, `whsec_${Buffer.from('another').toString('base64')}`, now)).toBe(false)
    expect(isGenuine(received, secret, new Date(now.getTime() + 301_000))).toBe(false)
  })

  it('keeps its id and its words when it is sent a second time, so that the gateway can tell', async () => {
    gateway.temper = () => ({ status: gateway.received.length === 1 ? 500 : 200 })
    await refusal()
    await webhook.send(notice, new Date(now.getTime() + 120_000))
    const [first, second] = gateway.received
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.body).toEqual(first?.body)
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
  })

  it.each([400, 401, 404, 410, 422])('is not tried again after %i', async status => {
    gateway.temper = () => ({ status, text: 'no such number' })
    expect(await refusal()).toMatchObject({ permanent: true, message: `${status} no such number` })
  })

  it.each([408, 425, 429, 500, 502, 503])('is tried again after %i', async status => {
    gateway.temper = () => ({ status })
    expect(await refusal()).toMatchObject({ permanent: false, doubtful: false, answered: true })
  })

  it('follows no redirect', async () => {
    gateway.temper = path => (path === '/other' ? { status: 200 } : { status: 307, location: '/other' })
    expect(await refusal()).toMatchObject({ permanent: false })
    expect(gateway.received).toHaveLength(1)
  })

  it.each(['hang', 'drop'] as const)(
    'is tried again, in doubt, when the gateway says nothing (%s)',
    async temper => {
      gateway.temper = () => temper
      expect(await refusal()).toMatchObject({ permanent: false, doubtful: true, answered: true })
    },
  )

  it('has been taken once a 2xx has come, even if the words after it break off', async () => {
    gateway.temper = () => ({ status: 200, text: 'đã n', half: true })
    await expect(webhook.send(notice, now)).resolves.toBeUndefined()
  })

  it('is known not to have left when nobody listens there', async () => {
    await gateway.close()
    expect(await refusal()).toMatchObject({ permanent: false, doubtful: false, answered: true })
  })

  it('keeps no more of an answer than it needs', async () => {
    gateway.temper = () => ({ status: 500, text: 'x'.repeat(5_000_000) })
    expect((await refusal()).message.length).toBeLessThanOrEqual(2_004)
  })

  it('leaves a gateway that has been silent three times in peace for a minute, so that letters go on', async () => {
    gateway.temper = () => 'drop'
    for (let times = 0; times < 3; times++) await refusal()
    expect(await refusal(new Date(now.getTime() + 59_000))).toMatchObject({
      permanent: false,
      doubtful: false,
    })
    expect(gateway.received).toHaveLength(3)
    gateway.temper = () => ({ status: 200 })
    await webhook.send(notice, new Date(now.getTime() + 61_000))
    await webhook.send(notice, now)
    expect(gateway.received).toHaveLength(5)
  })

  it('is not sent once the hook is off, or has moved to another host', async () => {
    await database.db.updateTable('webhook').set({ active: false }).execute()
    expect(await refusal()).toMatchObject({ permanent: true })
    await database.db.updateTable('webhook').set({ active: true, url: 'https://other.example/' }).execute()
    expect(await refusal()).toMatchObject({ permanent: true })
    expect(gateway.received).toEqual([])
  })

  it('does not go into the private network in production, not even by a name that leads there', async () => {
    webhook = channelWith({ ...readConfig({}), trial: false, webhookPrivate: false })
    expect(await refusal()).toMatchObject({ permanent: true })
    const { port } = new URL(gateway.url)
    await database.db
      .updateTable('webhook')
      .set({ url: `https://localhost:${port}/` })
      .execute()
    notice = { ...notice, recipient: `localhost:${port}` }
    expect(await refusal()).toMatchObject({ permanent: true })
    webhook = channelWith({ ...readConfig({}), trial: false, webhookPrivate: true })
    await webhook.send(notice, now)
    expect(gateway.received).toHaveLength(1)
  })
})
