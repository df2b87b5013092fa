import { asMonth } from '../../src/calendar/month.rules.ts'
import { endRunOutTerms } from '../../src/people/end-terms.ts'
import { loadFacts } from '../../src/reminders/reminder.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communeIn, officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = asMonth('2026-11')

let portal: Portal
let office: number
let dakKoi: number
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', MONTH)
  dakKoi = await communeIn(portal.db, '23485', MONTH)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
}, 60_000)
beforeEach(() => portal.at(WORLD_MORNING))
afterAll(() => portal.close())

type Held = { person: number; role: number }
async function holder(email: string): Promise<Held> {
  const { rows } = await portal.pool.query(
    `select p.id as person, r.id as role from role r join person p on p.id = r.person_id
     where p.email = $1 and r.ended_at is null order by r.id desc limit 1`,
    [email],
  )
  return rows[0]
}
const roles = async (unitId: number) =>
  (
    await portal.pool.query(
      `select p.email from role r join person p on p.id = r.person_id
       where r.unit_id = $1 and r.ended_at is null order by p.email`,
      [unitId],
    )
  ).rows.map(it => it.email)
const acts = async (act: string) =>
  (await portal.pool.query('select detail from audit where act = $1 order by id', [act])).rows.map(
    it => it.detail,
  )
const at = ({ person, role }: Held, step: string) => `/people/${office}/${person}/roles/${role}/${step}`

describe('handing a commune over', () => {
  test('invites the new holder, ends the old one’s access with that day, and leaves the draft as it was', async () => {
    const lan = portal.agent()
    await lan.signIn('y.lan@dakkoi.example')
    await lan.get(`/reports/${dakKoi}/${MONTH}`)
    await lan.post(`/reports/${dakKoi}/${MONTH}`, { act: 'save', 'neither@2026': '7' })
    const before = (
      await portal.pool.query('select draft from report where unit_id = $1 and month = $2', [dakKoi, MONTH])
    ).rows

    const held = await holder('y.lan@dakkoi.example')
    await admin.get(at(held, 'hand-over'))
    const letters = portal.inbox.letters.length
    const answer = await admin.post(at(held, 'hand-over'), {
      email: 'ksor.lien@dakkoi.example',
      name: 'Ksor Liên',
      position: 'Công chức Văn hóa - Xã hội',
      phone: '',
      day: '2026-11-24',
    })
    expect(answer.status).toBe(303)
    const shown = await admin.get(answer.headers.location ?? '')
    expect(shown.text).toContain('Mã mời của Ksor Liên')
    expect(portal.inbox.letters.slice(letters).map(it => it.to)).toEqual(['ksor.lien@dakkoi.example'])
    expect(await acts('role.hand-over')).toEqual([
      { from: 'Y Lan', to: 'Ksor Liên', role: 'reporter', day: '24/11/2026' },
    ])

    expect((await lan.get(`/reports/${dakKoi}/${MONTH}`)).status).toBe(200)
    portal.at('2026-11-24T23:59:00+07:00')
    expect((await lan.get(`/reports/${dakKoi}/${MONTH}`)).status).toBe(200)
    portal.at('2026-11-25T00:00:00+07:00')
    expect((await lan.get(`/reports/${dakKoi}/${MONTH}`)).status).toBe(404)
    expect(await endRunOutTerms(portal.db, new Date('2026-11-25T00:00:30+07:00'))).toBe(1)
    expect(await endRunOutTerms(portal.db, new Date('2026-11-25T00:01:30+07:00'))).toBe(0)
    expect(await roles(dakKoi)).not.toContain('y.lan@dakkoi.example')
    expect(await roles(dakKoi)).toContain('ksor.lien@dakkoi.example')
    const after = (
      await portal.pool.query('select draft from report where unit_id = $1 and month = $2', [dakKoi, MONTH])
    ).rows
    expect([after, after.length]).toEqual([before, 1])
  })

  test.each([
    [{ email: '', name: 'Ksor Liên', day: '2026-11-24' }, 'Địa chỉ thư chưa đúng'],
    [{ email: 'a.moi@xa.example', name: '', day: '2026-11-24' }, 'Đề nghị ghi họ và tên.'],
    [{ email: 'tran.binh@konbraih.example', day: '2026-11-24' }, 'Đây là chính người đang giữ nhiệm vụ'],
    [{ email: 'a.moi@xa.example', name: 'Ksor Liên', day: '2026-11-23' }, 'từ ngày 24/11/2026 trở đi'],
    [{ email: 'a.moi@xa.example', name: 'Ksor Liên', day: '2027-11-23' }, 'trong vòng 31 ngày tới'],
    [{ email: 'a.moi@xa.example', name: 'Ksor Liên', day: 'mai' }, 'Đề nghị chọn ngày.'],
  ])('refuses %j, keeps what was typed, and changes nothing', async (typed, reason) => {
    const held = await holder('tran.binh@konbraih.example')
    await admin.get(at(held, 'hand-over'))
    const people = (await portal.pool.query('select count(*) from person')).rows
    const answer = await admin.post(at(held, 'hand-over'), typed as Record<string, string>)
    expect([answer.status, answer.text.includes(reason)]).toEqual([422, true])
    expect(answer.text).toContain(`value="${typed.email}"`)
    expect((await portal.pool.query('select count(*) from person')).rows).toEqual(people)
    expect(await roles((await communeOf('tran.binh@konbraih.example')) ?? 0)).toContain(
      'tran.binh@konbraih.example',
    )
  })

  test('of an administrator’s own role is for another administrator', async () => {
    const held = await holder('quan.tri@sgd.example')
    const answer = await admin.post(at(held, 'hand-over'), {
      email: 'dinh.son@sgd.example',
      day: '2026-11-24',
    })
    expect(answer.status).toBe(409)
  })
})

async function communeOf(email: string): Promise<number | null> {
  const { rows } = await portal.pool.query(
    'select unit_id from role r join person p on p.id = r.person_id where p.email = $1 and r.ended_at is null',
    [email],
  )
  return rows[0]?.unit_id ?? null
}

describe('leave cover', () => {
  test('lets a colleague report from the first day to the last, and no longer', async () => {
    const held = await holder('le.duc@kontum.example')
    const commune = (await communeOf('le.duc@kontum.example')) ?? 0
    const form = await admin.get(at(held, 'cover'))
    expect(form.text).toMatch(
      /name="from" type="date" value="2026-11-24"[\s\S]*name="to" type="date" value="2026-12-07"/,
    )
    const answer = await admin.post(at(held, 'cover'), {
      email: 'tran.binh@konbraih.example',
      from: '2026-11-26',
      to: '2026-12-09',
    })
    expect(answer.status).toBe(303)
    const binh = portal.agent()
    await binh.signIn('tran.binh@konbraih.example')
    const seen = async (instant: string) => {
      portal.at(instant)
      return (await binh.get(`/reports/${commune}/${MONTH}`)).status
    }
    expect(await seen('2026-11-25T23:59:00+07:00')).toBe(404)
    expect(await seen('2026-11-26T00:00:00+07:00')).toBe(200)
    expect((await admin.get(answer.headers.location ?? '')).text).toContain(
      'từ 26/11/2026 đến hết 09/12/2026',
    )
    expect(await seen('2026-12-09T23:59:00+07:00')).toBe(200)
    expect(await seen('2026-12-10T00:00:00+07:00')).toBe(404)
    expect(await roles(commune)).toContain('le.duc@kontum.example')
    const addressed = async (instant: string) => {
      const facts = await loadFacts(portal.db, { now: new Date(instant) })
      const unit = facts.flatMap(it => it.units).find(it => it.id === commune)
      return unit?.people.map(it => it.email) ?? []
    }
    expect(await addressed('2026-11-25T08:00:00+07:00')).not.toContain('tran.binh@konbraih.example')
    expect(await addressed('2026-11-27T08:00:00+07:00')).toContain('tran.binh@konbraih.example')
    expect(await addressed('2026-12-11T08:00:00+07:00')).not.toContain('tran.binh@konbraih.example')
    portal.at(WORLD_MORNING)
    await admin.get(at(held, 'cover'))
    const apart = await admin.post(at(held, 'cover'), {
      email: 'tran.binh@konbraih.example',
      from: '2026-12-20',
      to: '2026-12-24',
    })
    expect(apart.headers.location).toContain('done=coverThere')
    await endRunOutTerms(portal.db, new Date('2026-12-10T00:00:30+07:00'))
    expect(await roles(commune)).toEqual(expect.not.arrayContaining(['tran.binh@konbraih.example']))
  })

  test.each([
    [{ from: '2026-11-23', to: '2026-11-30' }, 'từ ngày 24/11/2026 trở đi'],
    [{ from: '2026-11-30', to: '2026-11-25' }, 'từ ngày 30/11/2026 trở đi'],
    [{ from: '2026-11-30', to: '2027-11-25' }, 'tối đa 92 ngày'],
    [{ from: '', to: '2026-11-25' }, 'Đề nghị chọn ngày.'],
  ])('refuses %j', async (term, reason) => {
    const held = await holder('pham.oanh@mangden.example')
    await admin.get(at(held, 'cover'))
    const answer = await admin.post(at(held, 'cover'), { email: 'tran.binh@konbraih.example', ...term })
    expect([answer.status, answer.text.includes(reason)]).toEqual([422, true])
  })
})

describe('who has been away', () => {
  test('is listed from 45 or 60 days on, the longest first, without those who never set a password', async () => {
    await portal.pool.query(
      `update person set last_sign_in_at = $1::timestamptz - interval '50 days', password_hash = 'x' where email = 'vo.hai@lyson.example'`,
      [WORLD_MORNING],
    )
    await portal.pool.query(
      `update person set last_sign_in_at = $1::timestamptz - interval '61 days', password_hash = 'x' where email = 'pham.oanh@mangden.example'`,
      [WORLD_MORNING],
    )
    const names = async (days: string) => {
      const { text } = await admin.get(`/people/${office}?show=away${days}`)
      const [, list = ''] = /<table class="cards" id="people">([\s\S]*?)<\/table>/.exec(text) ?? []
      return ['vo.hai@', 'pham.oanh@']
        .filter(it => list.includes(it))
        .sort((a, b) => list.indexOf(a) - list.indexOf(b))
    }
    expect(await names('')).toEqual(['pham.oanh@', 'vo.hai@'])
    expect(await names('&days=60')).toEqual(['pham.oanh@'])
    expect((await admin.get(`/people/${office}?show=away&days=60`)).text).toContain('61 ngày chưa đăng nhập')
  })
})

describe('a note for the next', () => {
  test('is written by the commune, read by whoever comes next and by the office, and kept when replaced', async () => {
    const commune = (await communeOf('pham.oanh@mangden.example')) ?? 0
    const oanh = portal.agent()
    await oanh.signIn('pham.oanh@mangden.example')
    await oanh.get(`/reports/${commune}/note`)
    const first = await oanh.post(`/reports/${commune}/note`, {
      text: 'Hỏi số liệu ở trường THCS của xã trước ngày 14.',
    })
    expect(first.status).toBe(303)
    await oanh.post(`/reports/${commune}/note`, { text: 'Hồ sơ để ở tủ số 2.' })
    const { text } = await admin.get(`/reports/${commune}/note`)
    expect(text.indexOf('tủ số 2')).toBeLessThan(text.indexOf('Hỏi số liệu ở trường'))
    expect((await oanh.get('/reports')).text).toContain(`/reports/${commune}/note`)
    const refused = await oanh.post(`/reports/${commune}/note`, { text: 'Gọi em Nguyễn Văn A, 0905 123 456' })
    expect([refused.status, refused.text.includes('0905 123 456')]).toEqual([422, true])
    const other = portal.agent()
    await other.signIn('vo.hai@lyson.example')
    expect((await other.get(`/reports/${commune}/note`)).status).toBe(404)
  })
})

describe('an office that a commune has left', () => {
  test('hands over nothing there any more, and sees in its log what was done before', async () => {
    const held = await holder('vo.hai@lyson.example')
    const commune = (await communeOf('vo.hai@lyson.example')) ?? 0
    expect((await admin.get(at(held, 'hand-over'))).status).toBe(200)
    const top = await officeIn(portal.db, 'BGDDT', MONTH)
    await portal.pool.query(
      `update unit_parent set valid_until = '2026-11' where unit_id = $1 and valid_until is null`,
      [commune],
    )
    await portal.pool.query(
      `insert into unit_parent (unit_id, parent_id, valid_from) values ($1, $2, '2026-11')`,
      [commune, top],
    )
    const log = (day: string) =>
      portal.pool.query(
        `insert into audit (at, actor_name, act, unit_id, detail) values ($1, 'test', 'report.accept', $2, '{"version": 77}')`,
        [`${day}T08:00:00+07:00`, commune],
      )
    await log('2026-10-30')
    await log('2026-11-20')
    expect((await admin.get(at(held, 'hand-over'))).status).toBe(404)
    expect((await admin.get(`/people/${office}/${held.person}`)).status).toBe(404)
    const { text } = await admin.get(`/audit/${office}/log.csv?act=report.accept`)
    expect(text.match(/2026-1[01]-\d\dT08:00:00\+07:00/g)).toEqual(['2026-10-30T08:00:00+07:00'])
  })
})
