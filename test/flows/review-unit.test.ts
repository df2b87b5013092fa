import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeId, queriesDuring } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let officer: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', '2026-11')
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
}, 60_000)
afterAll(() => portal.close())

async function idOf(code: string): Promise<number> {
  const { rows } = await portal.pool.query(
    `select id from unit where kind = 'commune' and code = $1 and valid_until is null`,
    [code],
  )
  return rows[0]?.id
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const history = async (code: string, more = '', agent = officer) =>
  agent.get(`/review/${await idOf(code)}/history${more}`)

describe("a commune's page", () => {
  it('shows the month in hand, its people to ring, and the way to give more time', async () => {
    const { status, text } = await history('23485')
    expect(status).toBe(200)
    expect(textOf(text)).toContain('Kỳ tháng 11/2026 Chưa gửi Hạn 17:00 25/11/2026, còn 1 ngày.')
    expect(text).toContain('<a href="tel:02603000103">0260 3000 103</a>')
    expect(text).toContain(`action="/reminders/${office}/2026-11/chase"`)
    expect(text).toContain('/2026-11/extension')
    expect(text).toContain(`href="/review/${office}/2026-11"`)
  })

  it('says when somebody last signed in, or that they never did', async () => {
    const commune = portal.agent()
    await commune.signIn('y.lan@dakkoi.example')
    expect(textOf((await history('23485')).text)).toContain('Đăng nhập gần nhất: 08:00 24/11/2026')
    expect(textOf((await history('23497')).text)).toContain('Chưa đăng nhập lần nào')
  })

  it('shows months before the merger as the sum of the predecessors, each under its own name', async () => {
    const { text } = await history('23293', '?all')
    const plain = textOf(text)
    expect(plain).toMatch(/Từ tháng 07\/2025, hình thành từ: (Phường|Xã) /)
    expect(plain).toMatch(/06\/2025 Tổng của 5 đơn vị trước: Phường Quang Trung, /)
    const { rows } = await portal.pool.query(
      `select n.full_name as name from succession s join unit u on u.id = s.successor_id
       join unit_name n on n.unit_id = s.predecessor_id where u.code = '23293' and u.valid_until is null`,
    )
    for (const { name } of rows) expect(plain).toContain(name)
  })

  it('links to the page of a predecessor, where nothing can be decided any more', async () => {
    const { text } = await history('23293')
    const before = /href="(\/review\/\d+\/history)"/.exec(text.split('hình thành từ')[1] ?? '')?.[1] ?? ''
    const page = await officer.get(before)
    expect(page.status).toBe(200)
    expect(textOf(page.text)).toContain('Từ tháng 07/2025, sắp xếp vào: Phường Kon Tum')
    expect(page.text).not.toMatch(/\/extension|\/accept|\/chase/)
  })

  it('lists the versions with their receipts, and why one corrected another', async () => {
    const { rows } = await portal.pool.query(
      `select u.code, v.receipt, v.reason from report_version v join report r on r.id = v.report_id join unit u on u.id = r.unit_id
       where v.number = 2 and v.reason <> '' and u.valid_until is null order by r.month desc limit 1`,
    )
    const { text } = await history(rows[0].code, '?all')
    expect(text).toContain(rows[0].receipt)
    expect(textOf(text)).toContain(`Lý do chỉnh sửa: ${rows[0].reason}`)
  })

  it('lists the letters: what was sent, what was not and why', async () => {
    const unit = await idOf('23485')
    await portal.pool.query(
      `insert into reminder (unit_id, month, kind, recipient, status, because, planned_at, decided_at, subject, last_error)
       values ($1, '2026-11', 'opening', 'y.lan@dakkoi.example', 'refused', 'Mở kỳ', now(), now(), 'Mở kỳ báo cáo', '550 no such user')`,
      [unit],
    )
    const plain = textOf((await history('23485')).text)
    expect(plain).toContain('y.lan@dakkoi.example: máy chủ nhận từ chối Mở kỳ (550 no such user)')
  })

  it('comes in a fixed number of queries, however long the past', async () => {
    const [old, young] = [await idOf('23293'), await idOf('21548')]
    // What was late is said with one more look at the calendar, whatever the number of months.
    await portal.pool.query(
      `update report set on_time = false where unit_id = any($1) and month = '2026-10'`,
      [[old, young]],
    )
    const many = await queriesDuring(() => officer.get(`/review/${old}/history?all`))
    expect(await queriesDuring(() => officer.get(`/review/${young}/history`))).toBe(many)
    expect(many).toBeLessThanOrEqual(14)
  })
})

describe('who may look', () => {
  it('gives a leader the page without buttons', async () => {
    const leader = portal.agent()
    await leader.signIn('bui.ha@sgd.example')
    const { status, text } = await history('23485', '', leader)
    expect(status).toBe(200)
    expect(text).not.toMatch(/\/extension|\/accept|\/chase|\/return/)
  })

  it('is not found for another commune', async () => {
    const other = portal.agent()
    await other.signIn('vo.hai@lyson.example')
    expect((await history('23485', '', other)).status).toBe(404)
  })
})
