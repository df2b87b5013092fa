import { asMonth } from '../../src/calendar/month.rules.ts'
import { signatureOf } from '../../src/mail/webhook.ts'
import { openReceiver, type Receiver } from '../support/channels.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let admin: Agent
let gateway: Receiver
let path: string
let office: number

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', asMonth('2026-11'))
  path = `/reminders/${office}/webhook`
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  gateway = await openReceiver()
})
afterAll(async () => {
  await gateway.close()
  await portal.close()
})
afterEach(() => Object.assign(portal.config, { trial: true, webhookPrivate: true }))

const secretIn = (html: string): string | null =>
  /id="secret">([^<]+)</.exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? null

/** Presses a button and reads the page that follows. */
async function press(to: string, fields: Record<string, string> = {}): Promise<string> {
  await admin.get(path)
  const { status, headers } = await admin.post(to, fields)
  expect(status).toBe(303)
  return (await admin.get(headers.location ?? '')).text
}

const stored = () =>
  portal.db.selectFrom('webhook').selectAll().where('office_id', '=', office).executeTakeFirst()

/** Everything the log holds of this office's hook, as it is kept. */
async function logged(): Promise<string[]> {
  const rows = await portal.db
    .selectFrom('audit')
    .select(['act', 'detail'])
    .where('act', 'like', 'reminder.%hook%')
    .orderBy('id')
    .execute()
  return rows.map(({ act, detail }) => `${act} ${JSON.stringify(detail)}`)
}

describe("an office's hook", () => {
  let secret = ''

  it('is refused at its box when it is no address that may be called', async () => {
    await admin.get(path)
    for (const [url, reason] of [
      ['', 'địa chỉ đầy đủ'],
      ['http://zalo.sgd.gov.vn/', 'bắt đầu bằng https'],
      ['https://a:b@zalo.sgd.gov.vn/', 'tên và mật khẩu'],
      ['https://khong-co-may-nay.invalid/', 'Không tìm thấy máy chủ'],
      ['https://169.254.169.254/latest', 'mạng nội bộ'],
    ] as const) {
      const { status, text } = await admin.post(path, { url })
      expect(status).toBe(422)
      expect(text).toContain('href="#url"')
      expect(text).toContain(reason)
    }
    Object.assign(portal.config, { webhookPrivate: false })
    const { status, text } = await admin.post(path, { url: 'http://127.0.0.1:9/' })
    expect([status, text.includes('WEBHOOK_PRIVATE')]).toEqual([422, true])
    expect(await stored()).toBeUndefined()
  })

  it('begins switched off, with a secret that is shown once', async () => {
    const page = await press(path, { url: `${gateway.url}/nhac` })
    secret = secretIn(page) ?? ''
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    expect(page).toContain('Đang tắt')
    const again = (await admin.get(path)).text
    expect(secretIn(again)).toBeNull()
    expect(again).not.toContain(secret)
    expect(await stored()).toMatchObject({ url: `${gateway.url}/nhac`, secret, active: false })
  })

  it('can be tried while off, and shows what the gateway answered', async () => {
    gateway.temper = () => ({ status: 200, text: 'đã nhận <b>' })
    const page = await press(`${path}/try`)
    expect(page).toContain('Đầu kia đã nhận (mã 200). Nội dung trả lời: đã nhận &lt;b&gt;')
    const [received] = gateway.received
    if (!received) throw new Error('nothing came')
    const { headers, body } = received
    const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])]
    expect(headers['webhook-signature']).toBe(signatureOf(secret, [id, timestamp, body.toString()]))
    expect(JSON.parse(body.toString())).toMatchObject({
      type: 'test',
      month: '2026-11',
      unit: { code: '51' },
    })
    gateway.temper = () => ({ status: 404 })
    expect(await press(`${path}/try`)).toContain('Đầu kia không nhận (mã 404).')
    gateway.temper = () => 'drop'
    expect(await press(`${path}/try`)).toContain('Đầu kia không trả lời')
    expect((await admin.get(path)).text).not.toContain('Đầu kia')
  })

  it('is switched on and off', async () => {
    expect(await press(`${path}/switch`, { to: 'on' })).toContain('Đang bật')
    expect(await stored()).toMatchObject({ active: true })
    expect(await press(`${path}/switch`, { to: 'off' })).toContain('Đang tắt')
    await press(`${path}/switch`, { to: 'on' })
  })

  it('keeps its secret at the same host, and gets a new one and is off at another', async () => {
    await press(path, { url: `${gateway.url}/nhac-moi` })
    expect(await stored()).toMatchObject({ url: `${gateway.url}/nhac-moi`, secret, active: true })
    const other = gateway.url.replace('127.0.0.1', 'localhost')
    const page = await press(path, { url: `${other}/nhac` })
    expect(secretIn(page)).not.toBe(secret)
    expect(await stored()).toMatchObject({ secret: secretIn(page), active: false })
  })

  it('gets a new secret on asking', async () => {
    const before = await stored()
    const fresh = secretIn(await press(`${path}/secret`))
    expect(fresh).not.toBe(before?.secret)
    expect(await stored()).toMatchObject({ secret: fresh })
  })

  it('leaves every step in the log, and never a secret or what stands behind the host', async () => {
    const lines = await logged()
    expect(lines.map(line => line.split(' ')[0])).toEqual([
      'reminder.set-hook',
      'reminder.try-hook',
      'reminder.try-hook',
      'reminder.try-hook',
      'reminder.hook-on',
      'reminder.hook-off',
      'reminder.hook-on',
      'reminder.set-hook',
      'reminder.set-hook',
      'reminder.renew-hook',
    ])
    expect(lines.join('\n')).not.toMatch(/whsec_|nhac/)
  })

  it('is the business of the administrator alone', async () => {
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    expect((await officer.get(path)).status).toBe(404)
    for (const to of ['', '/secret', '/switch', '/try'])
      expect((await officer.post(`${path}${to}`, { url: 'https://a.example', to: 'on' })).status).toBe(404)
  })
})
