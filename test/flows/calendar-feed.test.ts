import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officer, yLan } from '../support/reminders.ts'

const MORNING = '2026-11-20T08:00:00+07:00'

let portal: Portal
let agent: Agent
beforeAll(async () => {
  portal = await openPortal(MORNING, 'world')
})
afterAll(() => portal.close())
beforeEach(async () => {
  await portal.db.deleteFrom('calendar_feed').execute()
  agent = portal.agent()
  await agent.signIn(yLan)
})

/** Asks for an address on the account page; answers its path as the page showed it. */
async function getFeed(asking = agent): Promise<string> {
  await asking.get('/account')
  const { headers } = await asking.post('/account/feed')
  const page = await asking.get(headers.location ?? '')
  return /id="feed-address">http:\/\/127\.0\.0\.1:3025([^<]+)</.exec(page.text)?.[1] ?? ''
}

const unfold = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')
const read = async (path: string) => {
  const response = await portal.agent().raw.get(path)
  return { response, lines: unfold(response.text) }
}
const entry = (lines: string[], uid: RegExp) => {
  const at = lines.findIndex(line => uid.test(line))
  return lines.slice(at, lines.indexOf('END:VEVENT', at))
}

describe('a person’s calendar feed', () => {
  test('is got on the account page, shown once, and opens without a sign-in', async () => {
    expect((await agent.get('/account')).text).toContain('Lấy địa chỉ lịch')
    const path = await getFeed()
    expect(path).toMatch(/^\/calendar\/feed\/[\w-]{32}\.ics$/)
    const again = await agent.get('/account')
    expect(again.text).not.toContain(path)
    expect(again.text).toContain('Đổi địa chỉ mới')
    const { response } = await read(path)
    expect(response.status).toBe(200)
    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  test('holds the due dates of the commune, a year each way, with days off and extensions in them', async () => {
    const path = await getFeed()
    const { lines } = await read(path)
    expect(lines.filter(line => line === 'BEGIN:VEVENT').length).toBe(25)
    const november = entry(lines, /^UID:han-\d+-2026-11@/)
    expect(november).toContain('DTEND:20261125T100000Z')
    expect(november).toContain('SUMMARY:Hạn gửi báo cáo tháng 11/2026 – Xã Đăk Kôi')
    // 25/4/2026 is a Saturday, 26/4 Giỗ Tổ, 27/4 off in its place.
    const april = entry(lines, /^UID:han-\d+-2026-04@/)
    expect(april).toContain('DTEND:20260428T100000Z')
    expect(april.find(line => line.startsWith('DESCRIPTION:'))).toContain('26/4')
    const unitId = Number(/han-(\d+)/.exec(november[0] ?? '')?.[1])
    const more = {
      until: new Date('2026-11-27T17:00:00+07:00'),
      reason: 'Mất điện',
      granted_by: 1,
      granted_at: new Date(MORNING),
    }
    await portal.db
      .insertInto('extension')
      .values({ unit_id: unitId, month: '2026-11', ...more })
      .execute()
    const moved = entry((await read(path)).lines, /^UID:han-\d+-2026-11@/)
    expect(moved).toContain('DTEND:20261127T100000Z')
    expect(moved[0]).toBe(november[0])
    await portal.db.deleteFrom('extension').where('unit_id', '=', unitId).execute()
  })

  test('follows the office when it moves a month’s due date', async () => {
    const path = await getFeed()
    const { rows } = await portal.pool.query(`select id from unit where kind = 'office' and code = '51'`)
    const rule = {
      office_id: rows[0].id,
      month: '2026-12',
      due_at: new Date('2026-12-22T10:00:00+07:00'),
      reason: 'Họp cuối năm',
    }
    await portal.db.insertInto('month_rule').values(rule).execute()
    const december = entry((await read(path)).lines, /^UID:han-\d+-2026-12@/)
    expect(december).toContain('DTEND:20261222T030000Z')
    expect(december.join('')).toContain('Họp cuối năm')
    await portal.db.deleteFrom('month_rule').where('month', '=', '2026-12').execute()
  })

  test('of an officer holds the office’s own due dates, with the way to its board', async () => {
    const other = portal.agent()
    await other.signIn(officer)
    const { lines } = await read(await getFeed(other))
    const november = entry(lines, /^UID:han-\d+-2026-11@/)
    expect(november.join('\n')).toMatch(/SUMMARY:Hạn gửi báo cáo tháng 11\/2026 của các đơn vị – /)
    expect(november.join('\n')).toMatch(/URL;VALUE=URI:http:\/\/127\.0\.0\.1:3025\/review\/\d+\/2026-11/)
  })

  test('is kept for an hour by calendar programs, and not sent again when nothing changed', async () => {
    const path = await getFeed()
    const { response } = await read(path)
    expect(response.headers['cache-control']).toBe('private, max-age=3600')
    const etag = response.headers.etag ?? ''
    expect(etag).not.toBe('')
    expect((await portal.agent().raw.get(path).set('If-None-Match', etag)).status).toBe(304)
    portal.at('2026-11-20T20:00:00+07:00')
    expect((await portal.agent().raw.get(path).set('If-None-Match', etag)).status).toBe(304)
    portal.at(MORNING)
  })

  test('got anew ends the old address; ended, or of a person switched off, it is not found', async () => {
    const first = await getFeed()
    const second = await getFeed()
    expect((await read(first)).response.status).toBe(404)
    expect((await read(second)).response.status).toBe(200)
    await portal.db.updateTable('person').set({ active: false }).where('email', '=', yLan).execute()
    expect((await read(second)).response.status).toBe(404)
    await portal.db.updateTable('person').set({ active: true }).where('email', '=', yLan).execute()
    await agent.post('/account/feed/end')
    expect((await read(second)).response.status).toBe(404)
    expect((await read('/calendar/feed/x.ics')).response.status).toBe(404)
  })

  test('is known to the database by its digest alone', async () => {
    const token = /feed\/(.+)\.ics/.exec(await getFeed())?.[1] ?? ''
    const { rows } = await portal.pool.query('select f::text as row from calendar_feed f')
    expect(rows).toHaveLength(1)
    expect(rows[0].row).not.toContain(token)
    const acts = await portal.pool.query(`select detail::text from audit where act = 'person.make-feed'`)
    expect(acts.rows.every(({ detail }) => !detail.includes(token))).toBe(true)
  })
})
