import { loadOfficeMonth } from '../../src/calendar/calendar.store.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { formatTime } from '../../src/words/vietnamese.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const november = asMonth('2026-11')

let portal: Portal
let admin: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', november)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  await admin.get(`/calendar/${office}/notice`)
})
afterAll(() => portal.close())

const ownLines = () =>
  portal.db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'status', 'source'])
    .where('office_id', '=', office)
    .orderBy('day')
    .execute()

const dueIn = async (month: string) =>
  formatTime((await loadOfficeMonth(portal.db, office, asMonth(month))).deadline.due)

const paste = (text: string, year = '') => admin.post(`/calendar/${office}/notice`, { text, year })
const press = (fields: Record<string, string | string[]>, step = 'save') =>
  admin.post(`/calendar/${office}/import`, { ...fields, step })

/** What the grid would send: every box as it stands, ticks that are set, and what is chosen. */
function formIn(html: string): Record<string, string> {
  const grid = /<form[^>]*\/import"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const inputs = [...grid.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
  const sent = inputs.filter(tag => !tag.includes('checkbox') || / checked/.test(tag))
  const chosen = [...grid.matchAll(/<select[^>]* name="([^"]*)"[^>]*>[\s\S]*?value="(\w+)" selected/g)]
  return Object.fromEntries([
    ...sent.map(tag => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...chosen.map(([, name, value]) => [name, value]),
  ])
}

const NOTICE = `Số: 15/TB-UBND. Các cơ quan của tỉnh nghỉ Ngày truyền thống vào thứ Năm ngày 25/11/2026; làm bù vào thứ Bảy ngày 28/11/2026.`

describe('a pasted notice', () => {
  test('becomes lines to look through, each beside the table, with the due dates that would move', async () => {
    const page = await paste(NOTICE)
    expect(page.status).toBe(200)
    const form = formIn(page.text)
    expect(form).toMatchObject({
      'day-0': '2026-11-25',
      'day-1': '2026-11-28',
      'keep-0': 'on',
      'source-0': '15/TB-UBND',
    })
    expect(form['name-1']).toBe('Làm bù cho 25/11')
    expect(page.text).toContain('Thông báo ghi thứ Năm nhưng ngày 25/11/2026 là thứ Tư.')
    expect(page.text).toContain('17:00 26/11/2026')
    expect(await ownLines()).toEqual([])
  })

  test('with one line wrong, nothing is entered, and what was typed stays', async () => {
    const form = {
      ...formIn((await paste(NOTICE)).text),
      'name-0': 'Ngày truyền thống',
      'day-1': '2026-11-25',
    }
    const refused = await press(form)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Ngày 25/11/2026 được chọn hai lần.')
    expect(formIn(refused.text)).toMatchObject({ 'name-0': 'Ngày truyền thống', 'day-1': '2026-11-25' })
    const onWeekday = await press({ ...form, 'day-1': '2026-11-27' })
    expect([onWeekday.status, onWeekday.text.includes('vốn là ngày làm việc')]).toEqual([422, true])
    expect(await ownLines()).toEqual([])
  })

  test('is entered by one press, moves the due date, and is one line of the log', async () => {
    const form = { ...formIn((await paste(NOTICE)).text), 'name-0': 'Ngày truyền thống' }
    expect((await press(form, 'check')).status).toBe(200)
    expect(await ownLines()).toEqual([])
    const done = await press(form)
    expect(done.headers.location).toBe(`/calendar/${office}?year=2026&done=holidaysImported`)
    expect(await dueIn('2026-11')).toBe('17:00 26/11/2026')
    expect((await ownLines()).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2026-11-25 off',
      '2026-11-28 work',
    ])
    const log = await admin.get(`/audit/${office}?act=holiday`)
    expect(log.text).toContain('ghi vào lịch năm 2026: 2 ngày mới, 0 ngày sửa, 0 ngày xóa')
  })

  test('read again has nothing new; a line of the office that it no longer names can go', async () => {
    const page = await paste(NOTICE.replace('; làm bù vào thứ Bảy ngày 28/11/2026', ''))
    const form = formIn(page.text)
    expect(form['keep-0']).toBeUndefined()
    const [drop] = [...page.text.matchAll(/name="drop" value="(\d+)"/g)].map(match => match[1] ?? '')
    const done = await press({ ...form, drop: drop ?? '' })
    expect(done.status).toBe(303)
    expect((await ownLines()).map(({ day }) => day)).toEqual(['2026-11-25'])
  })

  test.each([
    ['Quốc khánh nghỉ ngày 02/9', '', 'Đề nghị nhập năm của các ngày đó'],
    ['Quốc khánh nghỉ ngày 02/9', '26', 'bốn chữ số'],
    ['Kính gửi các xã', '', 'Không thấy ngày nghỉ'],
    ['nghỉ ngày 31/02/2026', '', 'không có thật'],
  ])('"%s" (%s) is refused with what was typed', async (text, year, reason) => {
    const refused = await paste(text, year)
    expect([refused.status, refused.text.includes(reason)]).toEqual([422, true])
    expect(refused.text).toContain(text)
  })

  test('a year asked about is taken from the box', async () => {
    expect(formIn((await paste('Quốc khánh nghỉ ngày 02/9', '2031')).text)['day-0']).toBe('2031-09-02')
  })

  test('is for the administrators of the office', async () => {
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    for (const page of ['notice', 'copy?year=2028'])
      expect((await officer.get(`/calendar/${office}/${page}`)).status).toBe(404)
    expect((await officer.post(`/calendar/${office}/import`, { 'day-0': '2026-11-27' })).status).toBe(404)
  })
})

describe('a year without a table', () => {
  test('starts from the year before: solar days dated, the moon’s by hand, and nothing before that is done', async () => {
    expect((await admin.get(`/calendar/${office}?year=2028`)).text).toContain('Lập từ lịch năm 2027')
    const form = formIn((await admin.get(`/calendar/${office}/copy?year=2028`)).text)
    const proposed = Object.entries(form).filter(([name]) => name.startsWith('day-'))
    expect(proposed.map(([, day]) => day)).toEqual([
      ...['2028-01-03', '2028-05-01', '2028-05-02', '2028-09-04', '2028-11-24'],
      ...Array(5).fill(''),
    ])
    const refused = await press(form)
    expect([refused.status, refused.text.includes('Năm 2027 là ngày 8/2')]).toEqual([422, true])
    const dated = Object.fromEntries(Object.entries(form).filter(([name]) => !/^keep-[5-9]$/.test(name)))
    expect((await press(dated)).headers.location).toBe(`/calendar/${office}?year=2028&done=holidaysImported`)
    const written = (await ownLines()).filter(({ day }) => day.startsWith('2028'))
    expect(written).toHaveLength(5)
    expect(new Set(written.map(({ status }) => status))).toEqual(new Set(['provisional']))
    const again = await admin.get(`/calendar/${office}/copy?year=2028`)
    expect(again.headers.location).toContain('done=yearIsThere')
  })
})
