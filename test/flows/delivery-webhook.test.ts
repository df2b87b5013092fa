import { gzipSync } from 'node:zlib'
import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { signatureOf } from '../../src/mail/webhook.ts'
import { sentLetter, standing, yLan } from '../support/bounce.ts'
import { openPortal, type Portal } from '../support/portal.ts'

const NOW = '2026-11-25T09:00:00+07:00'
const SECRET = `whsec_${Buffer.from('mot khoa dung de thu, dai hon 32 byte').toString('base64')}`

let portal: Portal
let app: ReturnType<typeof createApp>['express']
beforeAll(async () => {
  portal = await openPortal(NOW, 'world')
  portal.config.deliverySecret = SECRET
  app = createApp(portal).express
})
afterAll(() => portal.close())

const bounce = (messageId: string) => ({ messageId, recipient: yLan, action: 'failed', code: '5.1.1' })

type Call = { secret?: string; minutes?: number; signed?: string; headers?: Record<string, string> }

/** A call as a mail service makes it; `signed` is what was signed where that is not what is sent. */
function call(body: string | Buffer, { secret = SECRET, minutes = 0, signed, headers = {} }: Call = {}) {
  const timestamp = String(new Date(NOW).getTime() / 1000 + minutes * 60)
  const signature = signatureOf(secret, ['msg-1', timestamp, signed ?? body.toString()])
  return request(app)
    .post('/delivery-reports')
    .set({ 'content-type': 'application/json', 'webhook-id': 'msg-1', 'webhook-timestamp': timestamp })
    .set({ 'webhook-signature': signature, ...headers })
    .send(body)
}

describe('a mail service that signs its call', () => {
  it('has its reports taken, one or many, each once', async () => {
    const ids = [await sentLetter(portal, '<a@x>'), await sentLetter(portal, '<b@x>')]
    const one = await call(JSON.stringify(bounce('<a@x>')))
    expect([one.status, one.body]).toEqual([200, { taken: 1, known: 0, unmatched: 0 }])
    const many = await call(JSON.stringify([bounce('<a@x>'), bounce('<b@x>'), bounce('<nobody@x>')]))
    expect(many.body).toEqual({ taken: 1, known: 1, unmatched: 1 })
    for (const id of ids)
      expect(await standing(portal, id)).toMatchObject({ status: 'bounced', marked: yLan })
  })

  it('may change its key: one good signature of several is enough', async () => {
    const good = await call('[]', { headers: {} })
    expect(good.body).toEqual({ error: 'count' })
    const timestamp = String(new Date(NOW).getTime() / 1000)
    const both = `v1,AAAA ${signatureOf(SECRET, ['msg-1', timestamp, '[]'])}`
    expect((await call('[]', { headers: { 'webhook-signature': both } })).body).toEqual({ error: 'count' })
  })

  it('starts no session and needs no token', async () => {
    const answer = await call(JSON.stringify(bounce('<a@x>')))
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('a call is refused', () => {
  const body = JSON.stringify(bounce('<c@x>'))
  const answered = async (given: PromiseLike<request.Response>) => {
    const { status, body: said } = await given
    return [status, said.error]
  }
  let id = 0
  beforeAll(async () => {
    await portal.pool.query('delete from bounce')
    id = await sentLetter(portal, '<c@x>')
  })
  afterEach(async () => {
    expect(await standing(portal, id)).toMatchObject({ status: 'sent', marked: null })
  })

  it('when it is signed with another key, or its text was changed, or it is not signed', async () => {
    const other = `whsec_${Buffer.from('mot khoa khac').toString('base64')}`
    expect(await answered(call(body, { secret: other }))).toEqual([401, 'signature'])
    expect(await answered(call(body, { signed: body.replace('<c@x>', '<d@x>') }))).toEqual([401, 'signature'])
    for (const header of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      expect(await answered(call(body, { headers: { [header]: '' } }))).toEqual([401, 'signature'])
  })

  it('when its time is not ours: a copy of an old call, or one made for later', async () => {
    expect(await answered(call(body, { minutes: -6 }))).toEqual([401, 'timestamp'])
    expect(await answered(call(body, { minutes: 6 }))).toEqual([401, 'timestamp'])
    const moved = String(new Date(NOW).getTime() / 1000)
    expect(await answered(call(body, { minutes: -6, headers: { 'webhook-timestamp': moved } }))).toEqual([
      401,
      'signature',
    ])
  })

  it('when it is too large or packed', async () => {
    expect(await answered(call('x'.repeat(600_000)))).toEqual([413, 'size'])
    const packed = call(gzipSync(body), { headers: { 'content-encoding': 'gzip' } })
    expect(await answered(packed)).toEqual([413, 'size'])
  })

  it.each([
    ['no JSON', 'messageId=1', 'json'],
    ['nothing', '', 'json'],
    ['an empty list', '[]', 'count'],
    ['more than it may hold', JSON.stringify(Array.from({ length: 501 }, () => 1)), 'count'],
    ['a list in a list', JSON.stringify([[bounce('<c@x>')]]), '0'],
    ['a report of no letter', JSON.stringify({ ...bounce(' '), action: 'failed' }), '0.messageId'],
    ['an unknown action', JSON.stringify({ ...bounce('<c@x>'), action: 'opened' }), '0.action'],
    [
      'one wrong report among right ones',
      JSON.stringify([bounce('<c@x>'), { ...bounce('<c@x>'), recipient: 'x' }]),
      '1.recipient',
    ],
    ['null', 'null', '0'],
  ])('when it holds %s', async (_, text, error) => {
    expect(await answered(call(text))).toEqual([400, error])
  })

  it('when the portal has no key: then the address does not exist', async () => {
    portal.config.deliverySecret = null
    expect(await answered(call(body))).toEqual([404, 'off'])
    portal.config.deliverySecret = SECRET
  })
})
