import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communeIn, officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const month = asMonth('2026-11')
const EMAIL = 'ksor.lien@dakkoi.example'

let portal: Portal
let admin: Agent
let office: number
let dakKoi: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', month)
  dakKoi = await communeIn(portal.db, '23485', month)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
})
afterAll(() => portal.close())

const newcomer = (fields: Record<string, string> = {}) => ({
  name: 'Ksor Liên',
  email: EMAIL,
  position: 'Công chức Văn hóa – Xã hội',
  phone: '0260 3000 199',
  unit: String(dakKoi),
  role: 'reporter',
  ...fields,
})

async function add(fields: Record<string, string> = {}) {
  await admin.get(`/people/${office}/new`)
  return admin.post(`/people/${office}/new`, newcomer(fields))
}

const idOf = async (email: string) => {
  const row = await portal.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return row.id
}

const codeIn = (text: string) => /<code class="code"[^>]*>([^<]+)</.exec(text)?.[1] ?? null

describe('adding a person', () => {
  test('lists every mistake at its box and keeps what was typed', async () => {
    const response = await add({
      name: 'X',
      email: 'khong-phai-thu',
      phone: 'gọi sau',
      unit: '999999',
      role: '',
    })
    expect(response.status).toBe(422)
    for (const text of [
      'ghi họ và tên',
      'Địa chỉ thư chưa đúng',
      'Số điện thoại chưa đúng',
      'chọn đơn vị',
      'chọn nhiệm vụ',
    ])
      expect(response.text).toContain(text)
    expect(response.text).toContain('value="khong-phai-thu"')
  })

  test('a commune has no officers, and an office no reporters', async () => {
    expect((await add({ role: 'officer' })).text).toContain('không có nhiệm vụ này')
    expect((await add({ unit: String(office), role: 'reporter' })).text).toContain('không có nhiệm vụ này')
  })

  test('mails an invitation and shows its code once', async () => {
    portal.inbox.letters.length = 0
    const response = await add()
    const id = await idOf(EMAIL)
    expect([response.status, response.headers.location]).toEqual([303, `/people/${office}/${id}`])
    const page = await admin.get(`/people/${office}/${id}`)
    const code = codeIn(page.text)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}( [2-9A-HJKMNP-Z]{4}){2}$/)
    expect(page.text).toContain('Thư mời đã được gửi tới')
    expect(portal.inbox.letters).toHaveLength(1)
    expect(portal.inbox.letters[0]).toMatchObject({ to: EMAIL, text: expect.stringContaining(code ?? '?') })
    expect(portal.inbox.letters[0]?.text).toContain('Xã Đăk Kôi')
    expect(codeIn((await admin.get(`/people/${office}/${id}`)).text)).toBeNull()
  })

  test('a second press of the button makes no second person', async () => {
    const response = await add()
    expect(response.headers.location).toBe(`/people/${office}/${await idOf(EMAIL)}?done=personThere`)
  })

  test('somebody with an account is only given the role, and keeps their name', async () => {
    const response = await add({ email: 'Tran.Binh@KonBraih.example', name: 'Tên Khác', role: 'leader' })
    expect(response.headers.location).toContain('done=roleGiven')
    const page = await admin.get(response.headers.location ?? '')
    expect(page.text).toContain('<h1>Trần Thị Bình</h1>')
    expect(page.text).toContain('<strong>Lãnh đạo xã</strong>, Xã Đăk Kôi')
  })

  test('a letter that does not leave is said, and the code can still be read out', async () => {
    portal.inbox.refuse = () => new Error('550 no such box')
    const response = await add({ email: 'khong.toi@dakkoi.example' })
    portal.inbox.refuse = null
    const page = await admin.get(response.headers.location ?? '')
    expect(page.text).toContain('Không gửi được thư tới khong.toi@dakkoi.example')
    expect(codeIn(page.text)).not.toBeNull()
  })
})

describe('the list', () => {
  test('is searched without marks, in name, address and unit', async () => {
    const names = async (q: string) =>
      [
        ...(await admin.get(`/people/${office}?q=${encodeURIComponent(q)}`)).text.matchAll(
          /<th scope="row"><a[^>]*>([^<]+)/g,
        ),
      ].map(([, name]) => name)
    expect(await names('ksor lien')).toEqual(['Ksor Liên', 'Ksor Liên'])
    expect(await names('dak koi LAN')).toEqual(['Y Lan'])
    expect(await names('không ai như vậy')).toEqual([])
  })

  test('shows the units that nobody works at, with the way to add somebody', async () => {
    const page = await admin.get(`/people/${office}?show=empty`)
    const [, at = ''] = /\/new\?at&#x3D;(\d+)"/.exec(page.text) ?? []
    expect(at).not.toBe('')
    expect((await admin.get(`/people/${office}/new?at=${at}`)).text).toContain(
      `<option value="${at}" selected>`,
    )
  })
})

describe('one person', () => {
  const path = async () => `/people/${office}/${await idOf(EMAIL)}`

  test('details are changed, and the log has old and new', async () => {
    await admin.get(await path())
    const response = await admin.post(await path(), newcomer({ phone: '0260 3000 111' }))
    expect(response.headers.location).toBe(`${await path()}?done=personSaved`)
    const row = await portal.db
      .selectFrom('audit')
      .select('detail')
      .where('act', '=', 'person.change')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(row.detail).toEqual({
      person: 'Ksor Liên',
      changes: { phone: ['0260 3000 199', '0260 3000 111'] },
    })
  })

  test("another person's address is refused", async () => {
    const response = await admin.post(await path(), newcomer({ email: 'y.lan@dakkoi.example' }))
    expect([response.status, response.text.includes('đã có tài khoản khác dùng')]).toEqual([422, true])
  })

  test('a role ends, and with it the right', async () => {
    const lan = await idOf('y.lan@dakkoi.example')
    const agent = portal.agent()
    await agent.signIn('y.lan@dakkoi.example')
    expect((await agent.get(`/reports/${dakKoi}`)).status).toBe(200)
    const page = await admin.get(`/people/${office}/${lan}`)
    const [, end = ''] = /action="(\/people\/\d+\/\d+\/roles\/\d+\/end)"/.exec(page.text) ?? []
    await admin.post(end)
    expect((await agent.get(`/reports/${dakKoi}`)).status).toBe(404)
    expect((await admin.get(`/people/${office}/${lan}`)).text).toContain('24/11/2026')
  })

  test('switched off, they are out at once, and nothing sent before lets them in', async () => {
    const hanh = await idOf('y.hanh@dakrve.example')
    const agent = portal.agent()
    await agent.signIn('y.hanh@dakrve.example')
    expect((await agent.get('/account')).status).toBe(200)
    portal.inbox.letters.length = 0
    const asking = portal.agent()
    await asking.get('/sign-in')
    await asking.post('/sign-in/link', { email: 'y.hanh@dakrve.example' })
    const [, link = ''] = /(\/sign-in\/link\/[\w-]+)/.exec(portal.inbox.letters[0]?.text ?? '') ?? []

    await admin.get(`/people/${office}/${hanh}`)
    await admin.post(`/people/${office}/${hanh}/off`)
    expect((await agent.get('/account')).status).toBe(303)
    const sessions = await portal.pool.query(`select from session where (sess->>'personId')::int = $1`, [
      hanh,
    ])
    expect(sessions.rowCount).toBe(0)
    expect((await portal.agent().get(link)).status).toBe(410)

    await admin.post(`/people/${office}/${hanh}/on`)
    const again = portal.agent()
    expect((await again.signIn('y.hanh@dakrve.example')).status).toBe(303)
  })

  test('nobody switches themselves off, or ends their own administration', async () => {
    const self = await idOf('quan.tri@sgd.example')
    const page = await admin.get(`/people/${office}/${self}`)
    expect(page.text).not.toContain(`/people/${office}/${self}/off`)
    expect((await admin.post(`/people/${office}/${self}/off`)).status).toBe(409)
    const role = await portal.db
      .selectFrom('role')
      .select('id')
      .where('person_id', '=', self)
      .executeTakeFirstOrThrow()
    expect((await admin.post(`/people/${office}/${self}/roles/${role.id}/end`)).status).toBe(409)
    expect((await admin.get('/account')).status).toBe(200)
  })
})

describe('whoever works for another office as well', () => {
  test('keeps an account that this office cannot touch, but loses their role here', async () => {
    const ministry = await officeIn(portal.db, 'BGDDT', month)
    const id = await idOf('dinh.son@sgd.example')
    await portal.pool.query(
      `insert into role (person_id, unit_id, role, since) values ($1, $2, 'officer', '2026-01-01')`,
      [id, ministry],
    )
    const page = await admin.get(`/people/${office}/${id}`)
    expect(page.text).toContain('còn nhiệm vụ tại cơ quan khác')
    for (const act of ['off', 'invite'])
      expect((await admin.post(`/people/${office}/${id}/${act}`)).status).toBe(404)
    expect(
      (await admin.post(`/people/${office}/${id}`, newcomer({ email: 'chiem@sgd.example' }))).status,
    ).toBe(404)
    const [, end = ''] = /action="(\/people\/\d+\/\d+\/roles\/\d+\/end)"/.exec(page.text) ?? []
    expect((await admin.post(end)).status).toBe(303)
  })

  test('somebody of the Ministry alone is not found at all', async () => {
    expect((await admin.get(`/people/${office}/${await idOf('do.an@moet.example')}`)).status).toBe(404)
    const ministry = await officeIn(portal.db, 'BGDDT', month)
    expect((await admin.get(`/people/${ministry}`)).status).toBe(404)
  })
})

test("a commune's person is not let in, and another commune's unit is not found", async () => {
  const agent = portal.agent()
  await agent.signIn('pham.oanh@mangden.example')
  const person = await idOf(EMAIL)
  for (const path of [
    `/people/${office}`,
    `/people/${dakKoi}`,
    `/people/${office}/${person}`,
    `/people/${office}/new`,
    `/reports/${dakKoi}`,
  ])
    expect([path, (await agent.get(path)).status]).toEqual([path, 404])
  expect((await agent.post(`/people/${office}/${person}/off`)).status).toBe(404)
})
