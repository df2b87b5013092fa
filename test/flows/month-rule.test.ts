import { beatHeart } from '../../src/calendar/beat-heart.ts'
import { loadOfficeMonth } from '../../src/calendar/calendar.store.ts'
import { feedDues } from '../../src/calendar/feed.rules.ts'
import { feedOffices } from '../../src/calendar/feed.store.ts'
import { asMonth, type Month } from '../../src/calendar/month.rules.ts'
import { findOutages } from '../../src/calendar/outage.store.ts'
import { createAdmin } from '../../src/people/create-admin.ts'
import { loadFacts } from '../../src/reminders/reminder.store.ts'
import { openReport } from '../../src/reports/open-report.store.ts'
import { formatTime } from '../../src/words/vietnamese.ts'
import { forget, openCommunes, type Reporter, reporter, reportOf, soundForm } from '../support/commune.ts'
import type { Agent, Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'

const november = asMonth('2026-11')

let portal: Portal
let admin: Agent
let lan: Reporter
let office: number
beforeAll(async () => {
  portal = await openCommunes()
  office = await officeIn(portal.db, '51', november)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  await admin.get(`/calendar/${office}/new`)
  lan = await reporter(portal, 'y.lan@dakkoi.example')
})
afterAll(() => portal.close())

const at = (time: string) => portal.at(`2026-${time.replace(' ', 'T')}:00+07:00`)

/** The due date of a month as each of its readers has it: the office's pages, a commune's form, the reminders, the feed. */
async function dues(month: Month = november): Promise<string[]> {
  const { db } = portal
  const unit = {
    id: lan.unitId,
    code: '23485',
    fullName: 'Xã Đăk Kôi',
    validFrom: asMonth('2025-07'),
    parentId: office,
  }
  const place = { id: office, from: asMonth('2025-07'), until: null }
  const feedUnit = {
    ...unit,
    kind: 'commune' as const,
    name: unit.fullName,
    validUntil: null,
    offices: [place],
    extensions: [],
  }
  const [facts] = await loadFacts(db, { now: portal.clock(), officeId: office, month })
  const [fed] = feedDues([feedUnit], await feedOffices(db, [office], [month]), [month])
  const { deadline } = await loadOfficeMonth(db, office, month)
  const report = await openReport(db, { unit, month })
  return [deadline.due, report.window.due, facts?.deadline.due, fed?.due].map(due =>
    formatTime(due ?? new Date(0)),
  )
}
const all = (due: string) => [due, due, due, due]

const rule = (fields: Record<string, string> = {}) => ({
  day: '2026-11-30',
  time: '11:00',
  cutOff: '',
  reason: 'Bão số 12',
  step: 'save',
  ...fields,
})
const setRule = (fields: Record<string, string> = {}, month = '2026-11') =>
  admin.post(`/calendar/${office}/month/${month}`, rule(fields))

const timely = async () =>
  (
    await portal.pool.query('select unit_id, on_time from report where month = $1 order by unit_id', [
      november,
    ])
  ).rows

describe('a month with its own due date', () => {
  test.each([
    [{ day: '2026-11-31' }, 'có thật'],
    [{ time: '25:00' }, 'có thật'],
    [{ day: '2026-11-14' }, 'Số liệu chốt hết ngày 14/11/2026'],
    [{ day: '2026-10-01' }, 'Kỳ báo cáo bắt đầu ngày 15/10/2026'],
    [{ day: '2026-11-23' }, 'phải sau thời điểm hiện tại'],
    [{ day: '2027-11-25' }, 'muộn nhất là ngày 09/01/2027'],
    [{ cutOff: '2026-10-31' }, 'nằm trong tháng'],
    [{ cutOff: '2026-11-30' }, 'Số liệu chốt hết ngày 30/11/2026'],
    [{ reason: '' }, 'ghi lý do'],
    [{ day: '2026-11-25', time: '17:00' }, 'không có gì để đổi'],
  ])('%o is refused with what was typed', async (fields, reason) => {
    const refused = await setRule(fields)
    expect([refused.status, refused.text.includes(reason)]).toEqual([422, true])
    expect(refused.text).toContain(`value="${rule(fields).day}"`)
    expect(await dues()).toEqual(all('17:00 25/11/2026'))
  })

  test('is looked at first: what it leaves and what it moves', async () => {
    const preview = await setRule({ step: 'check', day: '2026-11-29' })
    expect(preview.status).toBe(200)
    expect(preview.text).toMatch(/\d+ xã đã gửi \(\d+ đúng hạn, \d+ muộn\): giữ nguyên/)
    expect(preview.text).toContain('Ngày 29/11/2026 là ngày nghỉ (Chủ nhật)')
    expect(await dues()).toEqual(all('17:00 25/11/2026'))
  })

  test('holds for every reader, with its reason, and leaves who has reported as they were', async () => {
    const before = await timely()
    expect((await setRule()).headers.location).toBe(`/calendar/${office}?year=2026&done=monthRuleSet`)
    expect(await dues()).toEqual(all('11:00 30/11/2026'))
    expect(await timely()).toEqual(before)
    expect(await lan.get()).toContain('Cơ quan ấn định hạn riêng cho kỳ này (Bão số 12)')
    const log = await admin.get(`/audit/${office}?act=month`)
    expect(log.text).toContain('đặt hạn riêng 11:00 30/11/2026 cho kỳ 11/2026')
  })

  test('is not taken back once that would make late whoever waits; before, it is', async () => {
    at('11-26 09:00')
    const path = `/calendar/${office}/month/2026-11`
    const refused = await admin.post(`${path}/remove`)
    expect([refused.status, refused.text.includes('không bỏ được hạn riêng')]).toEqual([422, true])
    at('11-24 09:00')
    expect((await admin.post(`${path}/remove`)).status).toBe(303)
    expect(await dues()).toEqual(all('17:00 25/11/2026'))
  })

  test('cannot be given to a closed month; a month that is none is not found', async () => {
    await portal.pool.query(
      `insert into month_rule (office_id, month, locked_at) values ($1, '2026-12', $2)`,
      [office, portal.clock()],
    )
    const refused = await setRule({ day: '2026-12-30' }, '2026-12')
    expect([refused.status, refused.text.includes('Kỳ đã khóa')]).toEqual([422, true])
    await portal.pool.query(`delete from month_rule where month = '2026-12'`)
    expect((await admin.get(`/calendar/${office}/month/2026-13`)).status).toBe(404)
    expect((await lan.agent.get(`/calendar/${office}/month/2026-11`)).status).toBe(404)
  })
})

/** The settings form as the page has it, with some boxes typed over. */
async function saveSettings(fields: Record<string, string>) {
  const { text } = await admin.get(`/units/${office}/settings${fields.from ? `?from=${fields.from}` : ''}`)
  const boxes = [...text.matchAll(/<input id="(\w+)" name="\1"[^>]*value="([^"]*)"/g)].map(
    ([, name, value]) => [name, value],
  )
  return admin.post(`/units/${office}/settings`, { ...Object.fromEntries(boxes), roll: 'next', ...fields })
}

describe('settings from a month on', () => {
  test('leave every month before as it was, for every reader', async () => {
    expect((await saveSettings({ from: '2027-03', dueDay: '20', signOff: 'on' })).status).toBe(303)
    expect(await dues(asMonth('2027-02'))).toEqual(all('17:00 25/02/2027'))
    expect(await dues(asMonth('2027-03'))).toEqual(all('17:00 22/03/2027'))
    expect((await loadOfficeMonth(portal.db, office, november)).settings.signOff).toBe(false)
    const page = (await admin.get(`/units/${office}/settings`)).text
    expect(page).toContain('Sẽ áp dụng')
    expect(page).toContain('Hạn 17:00 ngày 20')
  })

  test.each(['2026-11', '2026-08', '2026-13', 'tháng 1'])('"%s" is no month for them', async from => {
    const refused = await saveSettings({ dueDay: '10', from })
    expect([refused.status, refused.text.includes('sớm nhất là kỳ 12/2026')]).toEqual([422, true])
    expect(refused.text).toContain('value="10"')
  })

  test('what is no rule of a month holds at once, and changes no rule', async () => {
    await saveSettings({ contactName: 'Nguyễn Thị Mai' })
    const { settings } = await loadOfficeMonth(portal.db, office, november)
    expect(settings.contactName).toBe('Nguyễn Thị Mai')
    const rules = await portal.db.selectFrom('office_rule').select('valid_from').execute()
    expect(rules.map(it => it.valid_from)).toEqual(['2027-03'])
  })

  test('planned ones are taken back', async () => {
    expect((await admin.post(`/units/${office}/settings/2027-03/remove`)).status).toBe(303)
    expect(await dues(asMonth('2027-03'))).toEqual(all('17:00 25/03/2027'))
    expect((await admin.post(`/units/${office}/settings/2026-11/remove`)).status).toBe(404)
  })
})

describe('a portal that was down', () => {
  const beatAt = (time: string) => {
    at(time)
    return beatHeart(portal.db, portal.clock())
  }
  /** How many statements wait for a row that another one holds. */
  const waiting = async () =>
    (
      await portal.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rowCount
  const submit = async () => {
    await forget(portal, lan.unitId)
    const sent = await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
    return [sent.status, (await reportOf(portal, lan.unitId))?.on_time]
  }

  test('is not, as long as one of two processes beats', async () => {
    await beatAt('11-25 14:00')
    for (const minute of ['05', '10', '15', '24', '33', '43'])
      expect(await beatAt(`11-25 14:${minute}`)).toBeNull()
    expect(await beatAt('11-25 14:42')).toBeNull()
    expect(await beatAt('11-25 14:53')).toBeNull()
    expect(await findOutages(portal.db)).toEqual([])
  })

  test('finds out when it starts again, once, whichever process is first', async () => {
    await beatAt('11-25 15:00')
    at('11-25 17:30')
    const [first, second] = await portal.db.transaction().execute(async trx => {
      const found = await beatHeart(trx, portal.clock())
      const other = beatHeart(portal.db, portal.clock())
      while ((await waiting()) === 0);
      return [found, other]
    })
    expect([first === null, await second]).toEqual([false, null])
    expect(
      (await findOutages(portal.db)).map(it => [formatTime(it.from), formatTime(it.until), it.counts]),
    ).toEqual([['15:00 25/11/2026', '17:30 25/11/2026', true]])
  })

  test('gives the lost time back: on time until 09:00 of the next morning, and not after', async () => {
    expect(await dues()).toEqual(all('09:00 26/11/2026'))
    at('11-26 08:59')
    expect(await lan.get()).toContain('Cổng ngừng hoạt động 15:00–17:30 ngày 25/11')
    expect(await submit()).toEqual([303, true])
    at('11-26 09:01')
    expect(await submit()).toEqual([303, false])
  })

  test('for longer than three days waits for an administrator', async () => {
    await portal.pool.query(`update heartbeat set at = '2026-11-26T10:00:00+07:00'`)
    const found = await beatAt('11-30 08:00')
    expect(found?.counts).toBe(false)
    expect(await dues()).toEqual(all('09:00 26/11/2026'))
  })
})

describe('the outages', () => {
  let top: Agent
  let topOffice: number
  beforeAll(async () => {
    at('11-30 09:00')
    const account = { email: 'bo@moet.example', name: 'Quản Trị Bộ', password: 'một mật khẩu dài' }
    await createAdmin(portal, { actor: { id: null, name: 'test' }, now: portal.clock() }, account)
    topOffice = await officeIn(portal.db, 'BGDDT', november)
    top = portal.agent()
    await top.get('/sign-in')
    await top.post('/sign-in', { email: account.email, password: account.password })
    await top.get(`/calendar/${topOffice}/outages`)
  })
  const typed = (fields: Record<string, string> = {}) => ({
    fromDay: '2026-11-26',
    fromTime: '07:00',
    untilDay: '2026-11-26',
    untilTime: '08:00',
    reason: 'Đứt cáp quang',
    ...fields,
  })
  const enter = (fields: Record<string, string> = {}) =>
    top.post(`/calendar/${topOffice}/outages`, typed(fields))

  test('are read by every office, and decided by the one on top', async () => {
    const page = await admin.get(`/calendar/${office}/outages`)
    expect([page.status, page.text.includes('Cổng tự ghi'), page.text.includes('id="fromDay"')]).toEqual([
      200,
      true,
      false,
    ])
    expect((await admin.post(`/calendar/${office}/outages`, typed())).status).toBe(404)
    expect((await lan.agent.get(`/calendar/${office}/outages`)).status).toBe(404)
  })

  test.each([
    [{ untilTime: '06:00' }, 'phải sau thời điểm bắt đầu'],
    [{ untilDay: '2026-12-01' }, 'Chỉ ghi thời gian đã qua'],
    [{ fromDay: '2026-11-25', fromTime: '17:00' }, 'Trùng với lần đã ghi 15:00–17:30 ngày 25/11'],
    [{ fromDay: '2026-10-01', untilDay: '2026-11-20' }, 'không quá 31 ngày'],
    [{ fromTime: '7h' }, 'nhập giờ bắt đầu'],
    [{ reason: '' }, 'ghi lý do'],
  ])('%o is refused with what was typed', async (fields, reason) => {
    const refused = await enter(fields)
    expect([refused.status, refused.text.includes(reason)]).toEqual([422, true])
    expect(refused.text).toContain(`value="${typed(fields).untilTime}"`)
  })

  test('one entered by hand counts; what is given back skips it', async () => {
    expect((await enter()).headers.location).toContain('done=outageAdded')
    expect(await dues()).toEqual(all('10:00 26/11/2026'))
  })

  test('one that is left out counts no more, and the log says who decided', async () => {
    const found = (await findOutages(portal.db)).find(it => formatTime(it.from) === '15:00 25/11/2026')
    const path = `/calendar/${topOffice}/outages/${found?.id}`
    await top.post(path, { counts: 'no', reason: 'Chỉ một máy chủ dừng' })
    expect(await dues()).toEqual(all('17:00 25/11/2026'))
    await top.post(path, { counts: 'yes', reason: '' })
    expect(await dues()).toEqual(all('10:00 26/11/2026'))
    const acts = await portal.db
      .selectFrom('audit')
      .select('act')
      .where('act', 'like', 'outage.%')
      .orderBy('id')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual([
      'outage.find',
      'outage.find',
      'outage.add',
      'outage.leave-out',
      'outage.count',
    ])
  })
})
