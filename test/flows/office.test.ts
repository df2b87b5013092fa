import { loadOfficeMonth } from '../../src/calendar/calendar.store.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communeIn, officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const month = asMonth('2026-11')

let portal: Portal
let admin: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', month)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
})
afterAll(() => portal.close())

/** The form as the page shows it, with some boxes typed over. */
async function settings(fields: Record<string, string> = {}): Promise<Record<string, string>> {
  const { text } = await admin.get(`/units/${office}/settings`)
  const boxes = [...text.matchAll(/<input id="(\w+)" name="\1"[^>]*value="([^"]*)"/g)].map(
    ([, name, value]) => [name, value],
  )
  return { ...Object.fromEntries(boxes), roll: 'next', ...fields }
}

const save = async (fields: Record<string, string>) =>
  admin.post(`/units/${office}/settings`, await settings(fields))

describe('settings of an office', () => {
  test('start with the head of its papers, from its founding', async () => {
    expect(await settings()).toMatchObject({
      dueDay: '25',
      dueHour: '17',
      superiorName: 'UBND TỈNH QUẢNG NGÃI',
      agencyName: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      place: 'Quảng Ngãi',
    })
  })

  test.each([
    [{ dueDay: '' }, 'dueDay', 'từ 1 đến 31'],
    [{ dueDay: '32' }, 'dueDay', 'từ 1 đến 31'],
    [{ dueHour: '17h' }, 'dueHour', 'từ 0 đến 23'],
    [{ graceDays: '-1' }, 'graceDays', 'từ 0 đến 30'],
    [{ roll: 'maybe' }, 'roll', 'chọn một cách'],
    [{ contactEmail: 'gọi điện' }, 'contactEmail', 'Địa chỉ thư chưa đúng'],
    [{ place: 'x'.repeat(61) }, 'place', 'Không quá 60 ký tự'],
  ])('%o is refused at its box, with everything typed kept', async (typed, field, reason) => {
    const response = await save({ signerTitle: 'QUYỀN GIÁM ĐỐC', ...typed })
    expect(response.status).toBe(422)
    expect(response.text).toContain(field === 'roll' ? '#roll-next' : `href="#${field}"`)
    expect(response.text).toContain(reason)
    expect(response.text).toContain('value="QUYỀN GIÁM ĐỐC"')
    expect((await loadOfficeMonth(portal.db, office, month)).settings.signerTitle).toBe('PHÓ GIÁM ĐỐC')
  })

  test('take recipients a line each, without the signs that papers set around them', async () => {
    const recipients = '- Như trên;\nBộ GD&ĐT (để báo cáo).'
    expect(
      (await save({ recipients, annex: 'on', annexNumber: 'II', letterCode: 'SGDĐT-GDTrH' })).status,
    ).toBe(303)
    expect((await loadOfficeMonth(portal.db, office, month)).settings).toMatchObject({
      recipients: ['Như trên', 'Bộ GD&ĐT (để báo cáo)'],
      annex: true,
      annexNumber: 'II',
      letterCode: 'SGDĐT-GDTrH',
    })
    const refused = await save({ recipients: 'x'.repeat(121) })
    expect(refused.text).toContain('href="#recipients"')
  })

  test('once saved they decide, rules from the next month that nobody has reported for; the log has old and new', async () => {
    const response = await save({ dueHour: '16', dueMinute: '30', signOff: 'on', switches: 'poor' })
    expect(response.headers.location).toBe(`/units/${office}?done=settingsSaved`)
    const { settings, deadline } = await loadOfficeMonth(portal.db, office, asMonth('2026-12'))
    expect(settings).toMatchObject({ dueHour: 16, dueMinute: 30, signOff: true, switches: ['poor'] })
    expect(deadline.due).toEqual(new Date('2026-12-25T16:30:00+07:00'))
    expect((await loadOfficeMonth(portal.db, office, month)).settings).toMatchObject({
      dueHour: 17,
      signOff: false,
    })
    const log = await admin.get(`/audit/${office}?act=office`)
    expect(log.text).toContain('sửa thiết lập của Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi')
    expect(log.text).toContain('tỉnh Quảng Ngãi, áp dụng từ kỳ 12/2026')
    expect(log.text).toContain('Giờ hạn gửi: 17 → 16')
    expect(log.text).toContain('không → có')
  })

  test('saved again unchanged, nothing is logged', async () => {
    const count = async () =>
      (await portal.db.selectFrom('audit').select('id').where('act', 'like', 'office.change-%').execute())
        .length
    const before = await count()
    await save({ signOff: 'on', switches: 'poor' })
    expect(await count()).toBe(before)
  })

  test('a commune has none', async () => {
    const commune = await communeIn(portal.db, '23485', month)
    expect((await admin.get(`/units/${commune}/settings`)).status).toBe(404)
    expect((await admin.get(`/units/${commune}`)).status).toBe(404)
  })
})

describe('the units of an office', () => {
  const names = async (path: string) =>
    [...(await admin.get(path)).text.matchAll(/<th scope="row">(?:<a[^>]*>)?([^<]+)/g)].map(
      ([, name]) => name,
    )

  test('are listed in Vietnamese order with what they were made from', async () => {
    const list = await names(`/units/${office}`)
    expect(list).toHaveLength(96)
    expect(list.slice(0, 2)).toEqual(['Xã An Phú', 'Xã Ba Dinh'])
    expect((await admin.get(`/units/${office}`)).text).toContain('Phường Duy Tân, Phường Ngô Mây, Xã Đăk Cấm')
  })

  test('are found without marks, by the old name and by the code', async () => {
    expect(await names(`/units/${office}?q=dak+koi`)).toEqual(['Xã Đăk Kôi'])
    expect(await names(`/units/${office}?q=ngo+may`)).toEqual(['Phường Đăk Cấm'])
    expect(await names(`/units/${office}?q=23485`)).toEqual(['Xã Đăk Kôi'])
  })

  test('an office that has ended shows its last month and what its communes became', async () => {
    const phong = await officeIn(portal.db, '614', asMonth('2025-06'))
    expect((await admin.get(`/units/${office}`)).text).toContain(`href="/units/${phong}"`)
    const page = await admin.get(`/units/${phong}`)
    expect(page.text).toContain('đã kết thúc hoạt động')
    expect(await names(`/units/${phong}`)).toEqual([
      'Xã Đăk Kôi',
      'Xã Đăk Pne',
      'Xã Đăk Ruồng',
      'Thị trấn Đăk Rve',
      'Xã Đăk Tơ Lung',
      'Xã Đăk Tờ Re',
      'Xã Tân Lập',
    ])
    expect(page.text).toContain('Xã Kon Braih')
  })
})
