import type { Response } from 'supertest'
import { openBrowser, vapid } from '../support/channels.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let yLan: Agent
let yHanh: Agent
const tokens = new Map<Agent, string>()

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  Object.assign(portal.config, { vapid })
  yLan = portal.agent()
  await yLan.signIn('y.lan@dakkoi.example')
  yHanh = portal.agent()
  await yHanh.signIn('y.hanh@dakrve.example')
})
afterAll(() => portal.close())

/** What public/push.js sends: the form's token, and JSON asked for. */
async function ask(agent: Agent, to: string, fields: Record<string, string>): Promise<Response> {
  const token =
    tokens.get(agent) ?? /name="_csrf" value="([^"]+)"/.exec((await agent.get('/account')).text)?.[1] ?? ''
  tokens.set(agent, token)
  return agent.raw
    .post(`/account/devices${to}`)
    .set('accept', 'application/json')
    .type('form')
    .send({ _csrf: token, ...fields })
}

const phone = openBrowser('https://fcm.googleapis.com/fcm/send/phone').subscription
const desk = openBrowser('https://updates.push.services.mozilla.com/wpush/v2/desk').subscription
const isOn = async (agent: Agent, { endpoint }: { endpoint: string }) =>
  (await ask(agent, '/check', { endpoint })).body.on

describe('being told at this machine', () => {
  it('is offered on the reporter’s page, hidden until a script knows that the browser can', async () => {
    const { text } = await yLan.get('/reports')
    const box = /<section[^>]*data-push[^>]*>/.exec(text)?.[0] ?? ''
    expect(box).toContain(`data-key="${vapid.publicKey}"`)
    expect(box).toMatch(/ hidden>$/)
    const office = portal.agent()
    await office.signIn('nguyen.mai@sgd.example')
    expect((await office.get('/reports')).text).not.toContain('data-push')
  })

  it('has a worker that may act below /push/ alone, and is asked for anew each time', async () => {
    const { status, headers, text } = await yLan.get('/push/worker.js')
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['service-worker-allowed']).toBeUndefined()
    expect(text).toContain('showNotification')
  })

  it('is turned on, known to be on, and turned off', async () => {
    expect(await isOn(yLan, phone)).toBe(false)
    expect((await ask(yLan, '', phone)).body).toEqual({ on: true })
    expect((await ask(yLan, '', phone)).body).toEqual({ on: true })
    expect(await isOn(yLan, phone)).toBe(true)
    expect((await ask(yLan, '/remove', { endpoint: phone.endpoint })).body).toEqual({ on: false })
    expect(await isOn(yLan, phone)).toBe(false)
    const acts = await portal.db.selectFrom('audit').select('act').where('act', 'like', '%-device').execute()
    expect(acts.map(({ act }) => act)).toEqual(['reminder.add-device', 'reminder.remove-device'])
  })

  it('lists one’s machines on the account’s page, each to be turned off there without a script', async () => {
    await ask(yLan, '', phone)
    await ask(yLan, '', desk)
    const { text } = await yLan.get('/account')
    expect(text).toMatch(/Chrome, Cốc Cốc[\s\S]*Thôi nhận/)
    const list = /id="devices"[\s\S]*?<\/ul>/.exec(text)?.[0] ?? ''
    const ids = [...list.matchAll(/name="id" value="(\d+)"/g)].map(match => match[1] ?? '')
    expect(ids).toHaveLength(2)
    await yHanh.get('/account')
    await yHanh.post('/account/devices/remove', { id: ids[0] ?? '' })
    expect(await isOn(yLan, desk)).toBe(true)
    await yLan.get('/account')
    const { status, headers } = await yLan.post('/account/devices/remove', { id: ids[0] ?? '' })
    expect([status, headers.location]).toEqual([303, '/account?done=deviceRemoved'])
    expect([await isOn(yLan, phone), await isOn(yLan, desk)]).toEqual([true, false])
  })

  it('goes over to whoever turns it on last at a machine that two people share', async () => {
    await ask(yLan, '', phone)
    await ask(yHanh, '', phone)
    expect([await isOn(yLan, phone), await isOn(yHanh, phone)]).toEqual([false, true])
  })

  it('keeps ten machines, the oldest making room', async () => {
    const many = Array.from(
      { length: 11 },
      (_, index) => openBrowser(`https://fcm.googleapis.com/${index}`).subscription,
    )
    for (const each of many) await ask(yHanh, '', each)
    const [first, second] = many
    if (!first || !second) throw new Error('no browsers')
    expect([await isOn(yHanh, phone), await isOn(yHanh, first), await isOn(yHanh, second)]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('is refused without the form’s token, without a session, and for what is no subscription', async () => {
    const forged = await yLan.raw.post('/account/devices').type('form').send(phone)
    expect(forged.status).toBe(403)
    expect((await ask(yLan, '', { endpoint: 'https://a.example' })).status).toBe(422)
    expect((await ask(yLan, '', { ...phone, endpoint: 'http://a.example/' })).body.error).toMatch(
      /không đúng/,
    )
    const stranger = portal.agent()
    await stranger.get('/sign-in')
    expect((await stranger.post('/account/devices', phone)).status).toBe(401)
  })
})
