import { loadOfficeMonth } from '../../src/calendar/calendar.store.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { seedHolidays } from '../../src/calendar/seed-holidays.ts'
import { createAdmin } from '../../src/people/create-admin.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const november = asMonth('2026-11')

let portal: Portal
let admin: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  await portal.db.transaction().execute(seedHolidays)
  office = await officeIn(portal.db, '51', november)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  await admin.get(`/calendar/${office}/new`)
})
afterAll(() => portal.close())

const line = (fields: Record<string, string> = {}) => ({
  day: '2026-11-25',
  kind: 'off',
  name: 'Ngày truyền thống của tỉnh',
  source: 'QĐ 1/QĐ-UBND',
  ...fields,
})

const dueIn = async () => (await loadOfficeMonth(portal.db, office, november)).deadline

const lineOf = async (day: string) =>
  portal.db
    .selectFrom('holiday')
    .selectAll()
    .where('day', '=', day)
    .where('office_id', '=', office)
    .executeTakeFirst()

describe('the year of an office', () => {
  test('shows each month with its due date and why, and the days off', async () => {
    const page = await admin.get(`/calendar/${office}?year=2026`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('17:00 28/04/2026')
    expect(page.text).toContain('25/4 là thứ Bảy, 26/4 là Chủ nhật, 27/4 Nghỉ bù Giỗ Tổ (26/4)')
    expect(page.text).toContain('Tết Dương lịch')
  })

  test('says that 2027 is provisional, and that of 2031 nothing is known', async () => {
    expect((await admin.get(`/calendar/${office}?year=2027`)).text).toContain('tạm tính')
    expect((await admin.get(`/calendar/${office}?year=2031`)).text).toContain('Chưa có lịch nghỉ năm 2031')
  })

  test('an officer reads it and changes nothing; a commune does not see it', async () => {
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    const page = await officer.get(`/calendar/${office}?year=2026`)
    expect([page.status, page.text.includes(`/calendar/${office}/new`)]).toEqual([200, false])
    expect((await officer.get(`/calendar/${office}/new`)).status).toBe(404)
    const commune = portal.agent()
    await commune.signIn('y.lan@dakkoi.example')
    expect((await commune.get(`/calendar/${office}`)).status).toBe(404)
  })
})

describe("an office's own day", () => {
  test('moves the due date, and its name is the reason', async () => {
    expect((await dueIn()).dueDay).toBe('2026-11-25')
    const done = await admin.post(`/calendar/${office}/new`, line())
    expect(done.headers.location).toBe(`/calendar/${office}?year=2026&done=holidaySaved`)
    const { dueDay, because } = await dueIn()
    expect([dueDay, because]).toEqual([
      '2026-11-26',
      expect.stringContaining('25/11 Ngày truyền thống của tỉnh'),
    ])
  })

  test('is changed and removed, and each is in the log', async () => {
    const id = (await lineOf('2026-11-25'))?.id
    await admin.post(`/calendar/${office}/${id}`, line({ day: '2026-11-26', name: 'Ngày khác' }))
    expect((await dueIn()).dueDay).toBe('2026-11-25')
    await admin.post(`/calendar/${office}/${id}/remove`)
    expect(await lineOf('2026-11-26')).toBeUndefined()
    const acts = await portal.db
      .selectFrom('audit')
      .select('act')
      .where('act', 'like', 'holiday.%')
      .orderBy('id')
      .execute()
    expect(acts.map(({ act }) => act).slice(-3)).toEqual(['holiday.add', 'holiday.change', 'holiday.remove'])
  })

  test("may say the opposite of the country's table, which then no longer counts here", async () => {
    await admin.post(
      `/calendar/${office}/new`,
      line({ day: '2026-04-27', kind: 'work', name: 'Đi làm theo kế hoạch' }),
    )
    expect((await loadOfficeMonth(portal.db, office, asMonth('2026-04'))).deadline.dueDay).toBe('2026-04-27')
    expect((await admin.get(`/calendar/${office}?year=2026`)).text).toContain('đã có ngày riêng thay')
  })

  test.each([
    [{ day: '2026-02-30' }, 'chọn một ngày có thật'],
    [{ day: '2026-11-29' }, 'vốn là ngày nghỉ'],
    [{ kind: 'work' }, 'vốn là ngày làm việc'],
    [{ name: '' }, 'ghi tên ngày'],
    [{ name: 'x'.repeat(90) }, 'Không quá 80 ký tự'],
    [{ kind: 'maybe' }, 'chọn loại ngày'],
    [{ day: '2026-04-27', kind: 'off' }, 'đã có trong lịch'],
  ])('%o is refused with what was typed', async (fields, reason) => {
    const response = await admin.post(`/calendar/${office}/new`, line(fields))
    expect([response.status, response.text.includes(reason)]).toEqual([422, true])
    expect(response.text).toContain('value="QĐ 1/QĐ-UBND"')
  })

  test("the country's lines are not an office's to change", async () => {
    const { id } = await portal.db
      .selectFrom('holiday')
      .select('id')
      .where('office_id', 'is', null)
      .where('day', '=', '2026-01-01')
      .executeTakeFirstOrThrow()
    expect((await admin.get(`/calendar/${office}/${id}`)).status).toBe(404)
    expect((await admin.post(`/calendar/${office}/${id}/remove`)).status).toBe(404)
  })
})

test('the office on top keeps the table of the whole country', async () => {
  const by = { actor: { id: null, name: 'test' }, now: portal.clock() }
  await createAdmin(portal, by, {
    email: 'bo@moet.example',
    name: 'Quản Trị Bộ',
    password: 'một mật khẩu dài',
  })
  const top = await officeIn(portal.db, 'BGDDT', november)
  const agent = portal.agent()
  await agent.get('/sign-in')
  await agent.post('/sign-in', { email: 'bo@moet.example', password: 'một mật khẩu dài' })
  await agent.get(`/calendar/${top}/new`)
  await agent.post(`/calendar/${top}/new`, line({ day: '2031-11-25' }))
  expect((await loadOfficeMonth(portal.db, office, asMonth('2031-11'))).deadline.dueDay).toBe('2031-11-26')
})

test('seeding leaves a year alone once somebody has edited it', async () => {
  await portal.pool.query(`delete from holiday where office_id is null and day = '2026-01-01'`)
  await portal.pool.query(`delete from holiday where office_id is null and day >= '2027-01-01'`)
  const added = await portal.db.transaction().execute(seedHolidays)
  expect(added).toBeGreaterThan(5)
  const { rows } = await portal.pool.query(
    `select 1 from holiday where office_id is null and day = '2026-01-01'`,
  )
  expect(rows).toHaveLength(0)
})

describe('an office that has ended', () => {
  test('decides nothing for the country, though nothing stands above it any more', async () => {
    await portal.pool.query(`update unit set valid_until = '2026-11' where id = $1`, [office])
    await portal.pool.query(`update unit_parent set valid_until = '2026-11' where unit_id = $1`, [office])
    const owners = async () =>
      (await portal.pool.query(`select count(*)::int as n from holiday where office_id is null`)).rows[0].n
    const before = await owners()
    await admin.get(`/calendar/${office}/new`)
    await admin.post(`/calendar/${office}/new`, line({ day: '2026-12-14', name: 'Ngày nghỉ tự đặt' }))
    expect(await owners()).toBe(before)
    expect((await admin.get(`/calendar/${office}/outages`)).text).not.toContain('name="from')
    expect((await admin.post(`/calendar/${office}/outages`, {})).status).toBe(404)
  })
})
