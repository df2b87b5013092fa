import { change } from '../../src/audit/change.ts'
import { hashPassword } from '../../src/people/password.ts'
import { openPortal, type Portal } from '../support/portal.ts'

let portal: Portal
const NOW = '2026-11-24T08:00:00+07:00'
const EMAIL = 'y.lan@dakkoi.example'
const PASSWORD = 'một mật khẩu dài'

beforeAll(async () => {
  portal = await openPortal(NOW)
  const password_hash = await hashPassword(PASSWORD)
  await change(portal.db, { actor: { id: null, name: 'test' }, now: portal.clock() }, async trx => {
    await trx
      .insertInto('person')
      .values({ email: EMAIL, name: 'Y Lan', password_hash, created_at: new Date(NOW) })
      .execute()
    return { result: null, act: { act: 'person.create' } }
  })
})
afterAll(() => portal.close())

const tokenIn = (text: string) => /\/sign-in\/link\/([\w-]+)/.exec(text)?.[1]

describe('signing in by password', () => {
  it('lets the right password in, whatever case and blanks the address has', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    const response = await agent.post('/sign-in', { email: '  Y.Lan@DakKoi.example ', password: PASSWORD })
    expect(response.status).toBe(303)
    expect((await agent.get('/sign-in')).status).toBe(303)
  })

  it('takes a password typed in decomposed Unicode for the same password', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    expect((await agent.post('/sign-in', { email: EMAIL, password: PASSWORD.normalize('NFD') })).status).toBe(
      303,
    )
  })

  it('refuses a wrong one with 422, keeps the address typed, and says no more than that', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    const known = await agent.post('/sign-in', { email: EMAIL, password: 'sai' })
    const unknown = await agent.post('/sign-in', { email: 'khong.co@dakkoi.example', password: 'sai' })
    expect([known.status, unknown.status]).toEqual([422, 422])
    expect(known.text).toContain('Địa chỉ thư hoặc mật khẩu không đúng')
    expect(unknown.text).toContain('Địa chỉ thư hoặc mật khẩu không đúng')
    expect(known.text).toContain(`value="${EMAIL}"`)
  })

  it('stops guessing: after eight wrong passwords even the right one has to wait', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    for (let tries = 0; tries < 8; tries += 1)
      await agent.post('/sign-in', { email: 'guess@xa.example', password: 'sai' })
    const response = await agent.post('/sign-in', { email: 'guess@xa.example', password: PASSWORD })
    expect(response.status).toBe(429)
    expect(response.text).toContain('chờ 15 phút')
  })

  it('gives the session a new id, so that a planted one opens nothing', async () => {
    const agent = portal.agent()
    const before = (await agent.get('/sign-in')).headers['set-cookie']
    const after = (await agent.post('/sign-in', { email: EMAIL, password: PASSWORD })).headers['set-cookie']
    expect(String(after).split(';')[0]).not.toBe(String(before).split(';')[0])
    expect(String(after)).toMatch(/HttpOnly/)
    expect(String(after)).toMatch(/SameSite=Lax/)
  })
})

describe('signing in by a link', () => {
  const ask = async (email: string) => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    return agent.post('/sign-in/link', { email })
  }

  it('is not used up by a scanner that fetches it, and works once after a press', async () => {
    portal.inbox.letters.length = 0
    await ask(EMAIL)
    const token = tokenIn(portal.inbox.letters[0]?.text ?? '')
    const path = `/sign-in/link/${token}`
    await portal.agent().get(path)
    const agent = portal.agent()
    expect((await agent.get(path)).status).toBe(200)
    expect((await agent.post(path)).status).toBe(303)
    const late = portal.agent()
    expect((await late.get(path)).status).toBe(410)
  })

  it('ends after 30 minutes', async () => {
    portal.inbox.letters.length = 0
    await ask(EMAIL)
    const path = `/sign-in/link/${tokenIn(portal.inbox.letters[0]?.text ?? '')}`
    portal.at('2026-11-24T08:31:00+07:00')
    const response = await portal.agent().get(path)
    portal.at(NOW)
    expect(response.status).toBe(410)
    expect(response.text).toContain('đã dùng hoặc đã hết hạn')
  })

  it('answers the same for an address that nobody has', async () => {
    portal.inbox.letters.length = 0
    const response = await ask('khong.co@xa.example')
    expect(response.text).toContain('Nếu địa chỉ này có tài khoản')
    expect(portal.inbox.letters).toEqual([])
  })
})

describe('a page that is refused', () => {
  it('is a 403 in Vietnamese for a form without its token, and nothing happens', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    const response = await agent.raw.post('/sign-in').type('form').send({ email: EMAIL, password: PASSWORD })
    expect(response.status).toBe(403)
    expect(response.text).toContain('Chưa có gì được ghi')
  })

  it('leads to sign-in and back when one has to sign in first', async () => {
    const response = await portal.agent().get('/sign-out?x=1')
    expect(response.status).toBe(404)
    const account = await portal.agent().get('/')
    expect(account.headers.location).toBe('/sign-in')
  })

  it('says so in a clear sentence when there is no such page', async () => {
    const response = await portal.agent().get('/khong-co-trang-nay')
    expect(response.status).toBe(404)
    expect(response.text).toContain('Không tìm thấy trang này')
  })

  it('refuses a body of 2 MB with what to do', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    const response = await agent.post('/sign-in', { email: EMAIL, password: 'x'.repeat(2_000_000) })
    expect(response.status).toBe(413)
    expect(response.text).toContain('quá lớn')
  })

  it('refuses broken UTF-8 and NUL', async () => {
    const agent = portal.agent()
    await agent.get('/sign-in')
    const broken = await agent.raw
      .post('/sign-in')
      .type('application/x-www-form-urlencoded')
      .send('email=%FF%FE&password=x')
    const nul = await agent.raw
      .post('/sign-in')
      .type('application/x-www-form-urlencoded')
      .send('email=a%00b&password=x')
    expect([broken.status, nul.status]).toEqual([400, 400])
    expect(broken.text).toContain('ký tự hỏng')
  })
})

describe('headers', () => {
  it('forbid inline script and style, framing from elsewhere, and keeping pages', async () => {
    const { headers } = await portal.agent().get('/sign-in')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })
})
