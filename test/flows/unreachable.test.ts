import { takeDeliveryReport } from '../../src/reminders/take-delivery-report.ts'
import { sentLetter, yLan } from '../support/bounce.ts'
import { mainIn } from '../support/commune.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { actsOf, officeId, queriesDuring } from '../support/review.ts'

const NOW = '2026-11-24T08:30:00+07:00'
const admin = 'quan.tri@sgd.example'
const officer = 'nguyen.mai@sgd.example'

let portal: Portal
let office: number
let path: string
const signedIn = async (email: string): Promise<Agent> => {
  const agent = portal.agent()
  await agent.signIn(email)
  return agent
}
const idOf = async (email: string) => {
  const { rows } = await portal.pool.query('select id from person where email = $1', [email])
  return String(rows[0]?.id)
}
const unitOf = async (email: string) => {
  const { rows } = await portal.pool.query(
    'select unit_id as id from role join person p on p.id = person_id where p.email = $1',
    [email],
  )
  return String(rows[0]?.id)
}
/** The board as somebody reads it; the row of one commune. */
const board = async (agent: Agent, show = '') => mainIn((await agent.get(`${path}${show}`)).text)
const rowIn = (html: string, unit: string) =>
  new RegExp(`<tr id="u${unit}">[\\s\\S]*?</tr>`).exec(html)?.[0].replace(/\s+/g, ' ') ?? ''

beforeAll(async () => {
  portal = await openPortal(NOW, 'world')
  office = await officeId(portal, '51', '2026-11')
  path = `/reminders/${office}/unreachable`
})
afterAll(() => portal.close())

/** Y Lan’s letter comes back. */
const bounce = async (messageId: string) => {
  await sentLetter(portal, messageId)
  const report = { source: 'smtp', messageId, recipient: yLan, action: 'failed', code: '5.1.1' } as const
  await takeDeliveryReport(portal.db, { ...report, diagnostic: 'no such user' }, portal.clock())
}

describe('the board of those who are hard to reach', () => {
  it('names the communes whose last holder left, says who it was, and lets the administrator appoint somebody', async () => {
    const html = await board(await signedIn(admin), '?show=left')
    const [, unit = ''] = /<tr id="u(\d+)">/.exec(html) ?? []
    expect(html.match(/<tr id="u\d+">/g)?.length).toBe(2)
    expect(rowIn(html, unit)).toMatch(
      /Người phụ trách đã thôi.*thôi nhiệm vụ từ \d\d\/\d\d\/\d{4}, chưa có người thay/,
    )
    expect(rowIn(html, unit)).toContain(`href="/people/${office}/new?at&#x3D;${unit}"`)
  })

  it('says who was in charge before the merger where nobody has been appointed since', async () => {
    const unit = await unitOf('le.duc@kontum.example')
    const { rows } = await portal.pool.query('delete from role where unit_id = $1 returning *', [unit])
    const row = rowIn(await board(await signedIn(admin), '?show=nobody'), unit)
    expect(row).toMatch(/Từ khi sắp xếp chưa giao cho ai\. Trước đó .+ phụ trách ở .+\./)
    expect(row).toContain('người phụ trách trước')
    for (const role of rows)
      await portal.pool.query(
        'insert into role (person_id, unit_id, role, since, ended_at) values ($1, $2, $3, $4, $5)',
        [role.person_id, role.unit_id, role.role, role.since, role.ended_at],
      )
  })

  it('names a bounced address in the server’s words and who is written to instead; one press lifts the mark', async () => {
    await bounce('<one@x>')
    const unit = await unitOf(yLan)
    const agent = await signedIn(admin)
    const row = rowIn(await board(agent, '?show=bounced'), unit)
    expect(row).toContain('Thư gửi y.lan@dakkoi.example bị trả lại từ 24/11/2026.')
    expect(row).toContain('Không còn địa chỉ nào nhận được thư.')
    expect(row).toContain('5.1.1')
    expect(row).toMatch(/<a href="tel:02603000103"/)
    const lifted = await agent.post(`${path}/lift`, { person: await idOf(yLan) })
    expect(lifted.headers.location).toBe(`${path}?done=bounceLifted`)
    expect(rowIn(await board(agent, '?show=bounced'), unit)).toBe('')
    expect((await actsOf(portal, 'reminder.lift-bounce')).at(-1)).toMatchObject({ detail: { email: yLan } })
    await agent.post(`${path}/lift`, { person: await idOf(yLan) })
    expect((await actsOf(portal, 'reminder.lift-bounce')).length).toBe(1)
  })

  it('drops the mark by itself when the person gets another address', async () => {
    await bounce('<two@x>')
    const agent = await signedIn(admin)
    const [unit, id] = [await unitOf(yLan), await idOf(yLan)]
    expect(rowIn(await board(agent), unit)).toContain('bị trả lại')
    await agent.get(`/people/${office}/${id}`)
    const details = { name: 'Y Lan', email: 'y.lan.moi@dakkoi.example', position: '', phone: '0260 3000 103' }
    await agent.post(`/people/${office}/${id}`, details)
    expect(rowIn(await board(agent), unit)).not.toContain('bị trả lại')
    await portal.pool.query('update person set email = $1 where id = $2', [yLan, id])
    await portal.pool.query('delete from bounce')
  })

  it('gives a code that can be read out, once; it lets the person in', async () => {
    await bounce('<three@x>')
    const agent = await signedIn(admin)
    await agent.get(path)
    const mailed = portal.inbox.letters.length
    await agent.post(`${path}/invite`, { person: await idOf(yLan) })
    const html = await board(agent)
    const code = /<code class="code" id="invitation-code">([^<]+)</.exec(html)?.[1] ?? ''
    expect(code).toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}$/)
    expect(html).toContain('Mã mời của Y Lan, Xã Đăk Kôi')
    expect(html).toContain('http://127.0.0.1:3025/invitations')
    expect(portal.inbox.letters.length).toBe(mailed)
    expect(await board(agent)).not.toContain(code)
    const guest = portal.agent()
    await guest.get('/invitations')
    const taken = await guest.post('/invitations', { code })
    expect(taken.headers.location).toMatch(/^\/invitations\//)
    await portal.pool.query('delete from bounce')
  })

  it('costs the same few queries for a province as for one commune', async () => {
    const agent = await signedIn(admin)
    await agent.get(path)
    expect(await queriesDuring(() => agent.get(path))).toBeLessThan(12)
  })

  it('counts by office for the office above', async () => {
    const ministry = await officeId(portal, 'BGDDT', '2026-11')
    const agent = await signedIn('do.an@moet.example')
    const html = mainIn((await agent.get(`/reminders/${ministry}/unreachable`)).text)
    expect(html).toMatch(new RegExp(`href="${path}"[^>]*>[^<]+</a> <span class="nowrap">\\d+/96 đơn vị`))
  })
})

describe('a call', () => {
  it('is noted on the row and in the log; a second press adds nothing', async () => {
    await bounce('<four@x>')
    const agent = await signedIn(officer)
    const unit = await unitOf(yLan)
    await agent.get(path)
    const call = { unit, phone: '0260 3000 103', outcome: 'promised', note: 'gửi trước 16 giờ' }
    const answer = await agent.post(`${path}/call`, call)
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}?done=callNoted#u${unit}`])
    await agent.post(`${path}/call`, call)
    const row = rowIn(await board(agent), unit)
    expect(row).toContain('08:30 24/11/2026, Nguyễn Thị Mai: Hẹn sẽ gửi')
    expect(row.match(/gửi trước 16 giờ/g)?.length).toBe(1)
    expect((await agent.get(`/review/${unit}/history`)).text).toContain('gửi trước 16 giờ')
    const own = await (await signedIn(yLan)).get(`/review/${unit}/history`)
    expect([own.status, own.text.includes('gửi trước 16 giờ')]).toEqual([200, false])
    expect(await actsOf(portal, 'reminder.call')).toMatchObject([
      { by: 'Nguyễn Thị Mai', unitId: Number(unit), month: '2026-11', detail: { outcome: 'promised' } },
    ])
  })

  it('that lacks its outcome is handed back with what was typed, the box named', async () => {
    const agent = await signedIn(officer)
    const unit = await unitOf(yLan)
    await agent.get(path)
    const answer = await agent.post(`${path}/call`, {
      unit,
      phone: '<b>',
      outcome: '',
      note: 'máy bận "lâu"',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`<a href="#outcome-${unit}">Đề nghị chọn kết quả cuộc gọi.</a>`)
    const row = rowIn(mainIn(answer.text), unit)
    expect(row).toMatch(/<details class="no-print" open>/)
    expect(row).toContain('value="máy bận &quot;lâu&quot;"')
    expect(row).toContain('value="&lt;b&gt;"')
  })

  it('is for the office’s own communes only', async () => {
    const agent = await signedIn(officer)
    await agent.get(path)
    for (const unit of ['', '0', '999999', 'abc', String(office)])
      expect((await agent.post(`${path}/call`, { unit, outcome: 'promised' })).status).toBe(404)
  })
})

describe('who may do what', () => {
  it('an officer calls but issues no codes and lifts no marks', async () => {
    const agent = await signedIn(officer)
    const html = await board(agent)
    expect(html).toContain('Quản trị của cơ quan cấp mã mời')
    expect(html).not.toContain(`action="${path}/invite"`)
    const person = await idOf(yLan)
    for (const act of ['invite', 'lift'])
      expect((await agent.post(`${path}/${act}`, { person })).status).toBe(404)
  })

  it('an office leader reads only, and a commune sees nothing', async () => {
    const leader = await signedIn('bui.ha@sgd.example')
    expect(await board(leader)).not.toContain('<form')
    expect((await (await signedIn(yLan)).get(path)).status).toBe(404)
    expect((await portal.agent().get(path)).headers.location).toContain('/sign-in?next=')
  })

  it('nobody invites somebody of another office, or somebody unknown', async () => {
    const agent = await signedIn(admin)
    await agent.get(path)
    for (const person of ['', '0', '99999999', 'x', await idOf('do.an@moet.example')])
      expect((await agent.post(`${path}/invite`, { person })).status).toBe(404)
  })
})

describe('the text for the chat group', () => {
  it('is on the page, to be copied with or without scripts, and names who is missing now', async () => {
    const html = await board(await signedIn(officer))
    const text = /<textarea id="zalo-1"[^>]*readonly>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? ''
    expect(text).toMatch(
      /^Còn \d+\/96 xã, phường, đặc khu chưa gửi báo cáo kỳ tháng 11\/2026 \(hạn 17:00 25\/11\/2026\):\n• Xã/,
    )
    expect(text).toContain('Đăk Kôi')
    expect(text).toContain('http://127.0.0.1:3025/reports')
    expect(html).toContain('data-copy="#zalo-1"')
  })
})
