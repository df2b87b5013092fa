import { asMonth } from '../../src/calendar/month.rules.ts'
import { invitationLimits } from '../../src/people/invitation.rules.ts'
import { invitePerson } from '../../src/people/invite-person.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { communeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const PASSWORD = 'gà gáy lúc năm giờ'

let portal: Portal
let unitId: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  unitId = await communeIn(portal.db, '21034', asMonth('2026-11'))
})
afterAll(() => portal.close())
beforeEach(async () => {
  portal.at(WORLD_MORNING)
  await portal.pool.query('delete from rate_limit')
})

/** Invites the account of Xã An Phú, which has no password. */
async function invite() {
  const { rows } = await portal.pool.query(
    'select p.id, p.name, p.email from person p join role r on r.person_id = p.id where r.unit_id = $1',
    [unitId],
  )
  const actor = { id: null, name: 'test' }
  const invitee = { ...rows[0], place: 'Xã An Phú', unitId }
  const { code } = await invitePerson(portal, invitee, { actor, now: portal.clock(), views: null })
  return { code, email: String(rows[0].email), id: Number(rows[0].id) }
}

const typed = (code: string) => code.toLowerCase().replace(/(.{4})/g, '$1 ')

describe('taking an invitation up', () => {
  test('the code read over the phone, a password, and one is in; from then on the password opens', async () => {
    const { code, email } = await invite()
    const agent = portal.agent()
    await agent.get('/invitations')
    const right = await agent.post('/invitations', { code: typed(code) })
    expect([right.status, right.headers.location]).toEqual([303, `/invitations/${code}`])
    const page = await agent.get(`/invitations/${code}`)
    expect(page.text).toContain('Xã An Phú')
    const done = await agent.post(`/invitations/${code}`, { password: PASSWORD, repeat: PASSWORD })
    expect([done.status, done.headers.location]).toEqual([303, '/reports'])
    expect((await agent.get('/account')).text).toContain(email)

    const later = portal.agent()
    await later.get('/sign-in')
    expect((await later.post('/sign-in', { email, password: PASSWORD })).status).toBe(303)
  })

  test('only the digest of the code is kept', async () => {
    const { code } = await invite()
    const { rows } = await portal.pool.query(
      `select encode(code_hash, 'escape') as kept, i::text as row from invitation i`,
    )
    expect(rows.some(({ row }) => String(row).includes(code))).toBe(false)
    const { rows: log } = await portal.pool.query(`select a::text as row from audit a`)
    expect(log.some(({ row }) => String(row).includes(code))).toBe(false)
  })

  test('it works once; of two presses at the same moment one gets in', async () => {
    const { code } = await invite()
    const agents = [portal.agent(), portal.agent()]
    for (const agent of agents) await agent.get(`/invitations/${code}`)
    const answers = await Promise.all(
      agents.map(agent => agent.post(`/invitations/${code}`, { password: PASSWORD, repeat: PASSWORD })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    expect((await portal.agent().get(`/invitations/${code}`)).status).toBe(410)
  })

  test('it lasts three weeks', async () => {
    const { code } = await invite()
    portal.at('2026-12-15T07:59:00+07:00')
    expect((await portal.agent().get(`/invitations/${code}`)).status).toBe(200)
    portal.at('2026-12-15T08:00:00+07:00')
    expect((await portal.agent().get(`/invitations/${code}`)).status).toBe(410)
  })

  test('a new one ends the one before', async () => {
    const [first, second] = [await invite(), await invite()]
    expect((await portal.agent().get(`/invitations/${first.code}`)).status).toBe(410)
    expect((await portal.agent().get(`/invitations/${second.code}`)).status).toBe(200)
  })

  test('a poor password is refused with 422 and uses nothing up', async () => {
    const { code } = await invite()
    const agent = portal.agent()
    await agent.get(`/invitations/${code}`)
    const short = await agent.post(`/invitations/${code}`, { password: 'ngắn', repeat: 'ngắn' })
    expect([short.status, short.text.includes('từ 10 ký tự')]).toEqual([422, true])
    expect(short.text).not.toContain('value="ngắn"')
    const differ = await agent.post(`/invitations/${code}`, { password: PASSWORD, repeat: `${PASSWORD}!` })
    expect(differ.text).toContain('Hai lần nhập không giống nhau')
    expect((await agent.post(`/invitations/${code}`, { password: PASSWORD, repeat: PASSWORD })).status).toBe(
      303,
    )
  })

  test('guessing stops: after too many wrong codes even the right one has to wait', async () => {
    const { code } = await invite()
    const agent = portal.agent()
    await agent.get('/invitations')
    for (let tries = 0; tries < invitationLimits.perAddress; tries += 1)
      expect((await agent.post('/invitations', { code: 'AAAA BBBB CCCC' })).status).toBe(422)
    expect((await agent.post('/invitations', { code })).status).toBe(429)
    expect((await agent.get(`/invitations/${code}`)).status).toBe(429)
  })

  test('switching the account off ends its invitation', async () => {
    const { code, id } = await invite()
    await portal.pool.query('update person set active = false where id = $1', [id])
    expect((await portal.agent().get(`/invitations/${code}`)).status).toBe(410)
    await portal.pool.query('update person set active = true where id = $1', [id])
  })
})

describe("one's own account", () => {
  const email = 'nguyen.mai@sgd.example'
  const old = 'ngay-25-dung-thu'

  test('the password changes with the current one; other sessions end, this one stays', async () => {
    const [here, there] = [portal.agent(), portal.agent()]
    await here.signIn(email)
    await there.signIn(email)
    await here.get('/account')
    const wrong = await here.post('/account/password', {
      current: 'sai',
      password: PASSWORD,
      repeat: PASSWORD,
    })
    expect([wrong.status, wrong.text.includes('Mật khẩu hiện tại không đúng')]).toEqual([422, true])
    const done = await here.post('/account/password', { current: old, password: PASSWORD, repeat: PASSWORD })
    expect(done.headers.location).toBe('/account?done=passwordSet')
    expect((await here.get('/account')).status).toBe(200)
    expect((await there.get('/account')).status).toBe(303)
  })

  test('guessing the current password stops after a while', async () => {
    const agent = portal.agent()
    await agent.signIn('bui.ha@sgd.example')
    await agent.get('/account')
    const statuses: number[] = []
    for (let tries = 0; tries < 9; tries += 1)
      statuses.push(
        (await agent.post('/account/password', { current: 'sai', password: PASSWORD, repeat: PASSWORD }))
          .status,
      )
    expect(statuses).toEqual([...Array(8).fill(422), 429])
  })

  test('the phone number changes, and a wrong one is refused with what was typed', async () => {
    const agent = portal.agent()
    await agent.signIn('y.lan@dakkoi.example')
    await agent.get('/account')
    const wrong = await agent.post('/account/phone', { phone: 'hỏi văn phòng' })
    expect([wrong.status, wrong.text.includes('value="hỏi văn phòng"')]).toEqual([422, true])
    await agent.post('/account/phone', { phone: '0260 3000 555' })
    expect((await agent.get('/account')).text).toContain('value="0260 3000 555"')
  })
})
