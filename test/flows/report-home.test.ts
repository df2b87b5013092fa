import { formIn, openCommunes, reporter, versionsOf } from '../support/commune.ts'
import type { Portal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openCommunes()
})
beforeEach(() => portal.at('2026-11-24T08:30:00+07:00'))
afterAll(() => portal.close())

const unitNamed = async (fullName: string, until = false) => {
  const { rows } = await portal.pool.query(
    `select u.id from unit u join unit_name n on n.unit_id = u.id where n.full_name = $1 and u.kind = 'commune'
     and (u.valid_until is not null) = $2`,
    [fullName, until],
  )
  return rows[0]?.id as number
}

describe('the first page of a commune', () => {
  it('says the month, the due date and why, what is left of it, the state, and one thing to do', async () => {
    const lan = await reporter(portal, 'y.lan@dakkoi.example')
    const { text } = await lan.agent.get('/reports')
    expect(text).toContain('Kỳ tháng 11/2026')
    expect(text).toContain('17:00 thứ Tư, 25/11/2026')
    expect(text).toContain('còn 1 ngày')
    expect(text).toContain('25/11/2026 là thứ Tư, ngày làm việc')
    expect(text).toContain('Chưa gửi')
    expect(text.match(/class="button"/g)).toHaveLength(1)
    expect(text).toContain(`class="button" href="${lan.path}">Nhập báo cáo`)
  })

  it('says that it was received, and under which number', async () => {
    const binh = await reporter(portal, 'tran.binh@konbraih.example')
    const { text } = await binh.agent.get('/reports')
    expect(text).toContain('N25-202611-23497-1')
    expect(text).toContain('Xem báo cáo')
  })

  it('lists the months still owed, with their due dates', async () => {
    const hai = await reporter(portal, 'vo.hai@lyson.example')
    const { text } = await hai.agent.get('/reports')
    expect(text).toContain('Kỳ tháng 10/2026, hạn 17:00 26/10/2026: chưa gửi.')
    expect((await hai.agent.get(`/reports/${hai.unitId}/2026-10`)).text).toContain('id="boxes"')
  })

  it('shows every commune of somebody who reports for two', async () => {
    const lan = await reporter(portal, 'y.lan@dakkoi.example')
    const person = await portal.db
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Y Lan')
      .executeTakeFirstOrThrow()
    const other = await unitNamed('Xã Kon Braih')
    const since = new Date('2026-11-01T08:00:00+07:00')
    await portal.db
      .insertInto('role')
      .values({ person_id: person.id, unit_id: other, role: 'reporter', since })
      .execute()
    const { text } = await lan.agent.get('/reports')
    expect(text).toContain('Xã Đăk Kôi')
    expect(text).toContain('Xã Kon Braih')
    await portal.db
      .deleteFrom('role')
      .where('unit_id', '=', other)
      .where('person_id', '=', person.id)
      .execute()
  })

  it('tells an officer that no commune is theirs', async () => {
    const mai = portal.agent()
    await mai.signIn('nguyen.mai@sgd.example')
    expect((await mai.get('/reports')).text).toContain('Chưa có đơn vị nào')
  })
})

describe('after a merger', () => {
  const first = async () => reporter(portal, 'le.duc@kontum.example', '2025-07')

  it('the successor’s first month stands beside the sum of its predecessors’ last, and says so', async () => {
    const duc = await first()
    const { rows } = await portal.pool.query(
      `select sum((v.figures ->> 'neither@2024')::int)::int as sum, count(*)::int as units,
         (select count(*)::int from succession where successor_id = $1) as expected
       from succession s join report r on r.unit_id = s.predecessor_id and r.month = '2025-06'
       join report_version v on v.report_id = r.id and v.number = r.current_version where s.successor_id = $1`,
      [duc.unitId],
    )
    const [{ sum, units, expected }] = rows
    const page = (await duc.agent.get(`${duc.path}?correct=1`)).text
    expect(units).toBe(expected)
    expect(page).toContain('Cột tháng trước là tổng số liệu của')
    expect(page).toMatch(new RegExp(`id="neither-2024-before"><span class="narrow">[^<]*</span>${sum}<`))
  })

  it('a predecessor that did not report leaves the sum open: it is never counted as 0', async () => {
    const duc = await first()
    const { rows } = await portal.pool.query(
      'select predecessor_id as id from succession where successor_id = $1 limit 1',
      [duc.unitId],
    )
    await portal.pool.query(`update report set month = '2019-01' where unit_id = $1 and month = '2025-06'`, [
      rows[0].id,
    ])
    const page = (await duc.agent.get(`${duc.path}?correct=1`)).text
    expect(page).toContain('Chưa có số tháng trước để so sánh: thiếu số liệu của')
    await portal.pool.query(`update report set month = '2025-06' where unit_id = $1 and month = '2019-01'`, [
      rows[0].id,
    ])
  })

  it('the predecessors’ months are read by the successor’s people, under the old name, and not typed', async () => {
    const duc = await first()
    const { text } = await duc.agent.get(`/reports/${duc.unitId}`)
    const links = [...text.matchAll(/<a href="(\/reports\/\d+)">[^<]*, đến hết tháng 06\/2025/g)].map(
      it => it[1] ?? '',
    )
    expect(links.length).toBeGreaterThan(1)
    const old = await duc.agent.get(links[0] ?? '')
    expect(old.status).toBe(200)
    expect(old.text).toContain('06/2025')
    const month = await duc.agent.get(`${links[0]}/2025-06`)
    expect(month.status).toBe(200)
    expect(month.text).not.toContain('id="boxes"')
    expect((await duc.agent.get(`${links[0]}/2025-08`)).text).toContain('kỳ cuối cùng là tháng 06/2025')
  })
})

describe('the history of months', () => {
  it('lists every month since the commune was founded, newest first, each with its state', async () => {
    const binh = await reporter(portal, 'tran.binh@konbraih.example')
    const { text } = await binh.agent.get(`/reports/${binh.unitId}`)
    const months = [...text.matchAll(/<th scope="row"><a href="[^"]*\/(\d{4}-\d{2})"/g)].map(it => it[1])
    expect(months[0]).toBe('2026-11')
    expect(months.at(-1)).toBe('2025-07')
    expect(months).toHaveLength(17)
    expect(text).toContain('Năm học 2026-2027')
  })

  it('reads in English as well', async () => {
    const binh = await reporter(portal, 'tran.binh@konbraih.example')
    await binh.agent.get('/language/en')
    for (const path of [
      '/reports',
      `/reports/${binh.unitId}`,
      binh.path,
      `${binh.path}/versions`,
      `${binh.path}/receipt/1`,
      `${binh.path}?correct=1`,
    ])
      expect((await binh.agent.get(path)).status).toBe(200)
    expect((await versionsOf(portal, binh.unitId)).length).toBe(1)
    expect(formIn((await binh.agent.get(`${binh.path}?correct=1`)).text).correction).toBe('')
  })
})
