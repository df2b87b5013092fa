import { openPostOffice } from '../../src/post-office.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { actsOf, communesIn, officeId, reportOf } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = '2026-11'
let portal: Portal
let office: number
let dakKoi: number
let commune: Agent
let officer: Agent
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', MONTH)
  const { rows } = await portal.pool.query("select id from unit where code = '23485' and valid_until is null")
  dakKoi = rows[0].id
  commune = await signedIn('y.lan@dakkoi.example')
  officer = await signedIn('nguyen.mai@sgd.example')
  admin = await signedIn('quan.tri@sgd.example')
})
afterAll(() => portal.close())

async function signedIn(email: string): Promise<Agent> {
  const agent = portal.agent()
  await agent.signIn(email)
  return agent
}

const board = (month = MONTH) => `/review/${office}/${month}`
const asking = (unit = dakKoi, month = MONTH) => `/reports/${unit}/${month}/request`
const answering = (unit = dakKoi, month = MONTH) => `/review/${unit}/${month}/request`
const typed = { day: '2026-11-30', time: '17:00', reason: 'Mưa lũ, mất điện từ ngày 20.' }

/** What is kept of requests, the latest last. */
async function requests(unit = dakKoi) {
  const { rows } = await portal.pool.query(
    'select id, kind, answer, wished_until as until from extension_request where unit_id = $1 order by id',
    [unit],
  )
  return rows
}

const openId = async (unit = dakKoi): Promise<string> => String((await requests(unit)).at(-1)?.id)

async function ask(agent: Agent, path: string, fields: Record<string, string> = typed) {
  await agent.get(path)
  return agent.post(path, fields)
}

describe('a commune asks for more time', () => {
  it('from its first page, its form or its own month, and sees who will answer', async () => {
    expect((await commune.get('/reports')).text).toContain(`href="${asking()}"`)
    expect((await commune.get(`/reports/${dakKoi}/${MONTH}`)).text).toContain('Đề nghị gia hạn')
    const form = await commune.get(asking())
    expect(form.text).toContain('Nếu được đồng ý: Báo cáo gửi lần đầu')
    expect((await commune.post(asking(), typed)).headers.location).toBe(`${asking()}?done=requestSent`)
    const { text } = await commune.get(asking())
    expect(text).toMatch(/gửi lúc 08:00 24\/11\/2026, đang chờ Sở Giáo dục và Đào tạo/)
    expect(text).not.toContain('Gửi đề nghị gia hạn')
    expect((await commune.get('/reports')).text).toContain('đang chờ')
  })

  it('once: a second press finds the request that is there', async () => {
    const again = await commune.post(asking(), { ...typed, reason: 'Lần hai.' })
    expect(again.headers.location).toBe(`${asking()}?done=requestThere`)
    expect(await requests()).toHaveLength(1)
  })

  it('and the office finds it on the board, and refuses only with a reason', async () => {
    expect((await officer.get(board())).text).toContain('1 đề nghị chờ trả lời.')
    expect((await officer.get(`${board()}/requests`)).text).toContain(typed.reason)
    expect((await officer.get(answering())).text).toContain('Nếu đồng ý: Báo cáo gửi lần đầu đến hết')
    const refusal = await officer.post(answering(), { request: await openId(), act: 'refuse', reason: '' })
    expect([refusal.status, refusal.text.includes('Đề nghị nêu lý do không đồng ý')]).toEqual([422, true])
  })

  it('and what is sent by the end that was granted counts as on time', async () => {
    const fields = { request: await openId(), act: 'grant', day: '2026-12-01', time: '11:00', reason: '' }
    const answer = await officer.post(answering(), fields)
    expect(answer.headers.location).toBe(`${board()}/requests?done=requestGranted`)
    const { text } = await commune.get(asking())
    expect(text).toContain('Nguyễn Thị Mai đã đồng ý gia hạn đến 11:00 01/12/2026')
    expect(text).toContain('Báo cáo gửi lần đầu đến hết 11:00 01/12/2026 được tính là đúng hạn.')
    expect((await commune.get('/reports')).text).toContain('11:00 thứ Ba, 01/12/2026')
    expect((await officer.get(board())).text).not.toContain('chờ trả lời.')
    expect((await actsOf(portal, 'request.grant')).at(-1)).toMatchObject({ unitId: dakKoi, month: MONTH })
  })

  it('and an answer to it comes too late: nothing is written, and it is said who answered', async () => {
    const late = await officer.post(answering(), { request: await openId(), act: 'refuse', reason: 'Không.' })
    expect([late.status, late.text.includes('Nguyễn Thị Mai đã đồng ý')]).toEqual([409, true])
    const back = await commune.post(`${asking()}/withdraw`, { request: await openId() })
    expect([back.status, back.text.includes('Nguyễn Thị Mai đã trả lời đề nghị này')]).toEqual([409, true])
    expect((await requests()).at(-1)).toMatchObject({ answer: 'granted' })
  })

  it('and the answer also leaves by mail, when mail hours open, once', async () => {
    portal.at('2026-11-25T08:30:00+07:00')
    const kind = `answer:${await openId()}`
    await sendReminders(openPostOffice(portal), { kind })
    await sendReminders(openPostOffice(portal), { kind })
    const letters = portal.inbox.letters.filter(it => it.subject.startsWith('[Trả lời đề nghị]'))
    expect(letters.map(it => it.to)).toEqual(['y.lan@dakkoi.example'])
    expect(letters[0]?.text).toContain('Báo cáo gửi lần đầu đến hết 11:00 01/12/2026 được tính là đúng hạn.')
    portal.at(WORLD_MORNING)
  })
})

describe('a request', () => {
  it.each([
    ['an end before the due date', { day: '2026-11-25', time: '10:00' }, 'phải sau hạn hiện nay'],
    ['a wrong year', { day: '2027-11-30' }, 'Chỉ chọn được đến'],
    ['no day', { day: '' }, 'Đề nghị nhập ngày và giờ'],
    ['no reason', { reason: ' ' }, 'Đề nghị nêu lý do.'],
  ])('is refused for %s, and what was typed stays', async (_, change, message) => {
    const answer = await ask(commune, asking(), { ...typed, ...change })
    expect([answer.status, answer.text.includes(message)]).toEqual([422, true])
    expect(answer.text).toContain({ ...typed, ...change }.time)
  })

  it('for another commune is not found, nor one for a month that has not opened', async () => {
    const [other] = await communesIn(portal, 'missing', MONTH)
    expect((await commune.post(asking(other?.unitId), typed)).status).toBe(404)
    const early = await commune.post(asking(dakKoi, '2026-12'), typed)
    expect([early.status, early.text.includes('nhận báo cáo từ ngày 15/12/2026')]).toEqual([409, true])
  })

  it('can be taken back while nobody has answered', async () => {
    await ask(commune, asking(), { ...typed, day: '2026-12-03' })
    const back = await commune.post(`${asking()}/withdraw`, { request: await openId() })
    expect(back.headers.location).toBe(`${asking()}?done=requestWithdrawn`)
    expect((await requests()).at(-1)).toMatchObject({ answer: 'withdrawn' })
  })

  it('has one answer when two officers press at once', async () => {
    await ask(commune, asking(), { ...typed, day: '2026-12-04' })
    const second = await signedIn('dinh.son@sgd.example')
    await Promise.all([officer.get(answering()), second.get(answering())])
    const fields = { request: await openId(), day: '2026-12-04', time: '17:00', reason: 'Đã xem.' }
    const answers = await Promise.all([
      officer.post(answering(), { ...fields, act: 'grant' }),
      second.post(answering(), { ...fields, act: 'refuse' }),
    ])
    expect(answers.map(it => it.status).toSorted()).toEqual([303, 409])
  })
})

describe('a locked month', () => {
  const SEPTEMBER = '2026-09'
  let sent: number
  beforeAll(async () => {
    const { rows } = await portal.pool.query(
      "select id from unit where code = '23497' and valid_until is null",
    )
    sent = rows[0].id
  })

  it('is opened for one commune that asks, for corrections: its due date and its being late stay', async () => {
    await portal.pool.query('update report set on_time = false where unit_id = $1 and month = $2', [
      sent,
      SEPTEMBER,
    ])
    await admin.get(`${board(SEPTEMBER)}/lock`)
    await admin.post(`${board(SEPTEMBER)}/lock`, { reason: 'Đã chốt số liệu.' })
    const binh = await signedIn('tran.binh@konbraih.example')
    expect((await binh.get(`/reports/${sent}/${SEPTEMBER}`)).text).toContain('Đề nghị mở khóa')
    const form = await ask(binh, asking(sent, SEPTEMBER), { ...typed, reason: 'Đính chính tổng.' })
    expect(form.headers.location).toContain('requestSent')
    expect((await admin.get(`${board(SEPTEMBER)}/unlock`)).status).toBe(200)
    const page = await officer.get(answering(sent, SEPTEMBER))
    expect(page.text).toMatch(/Nếu đồng ý: Kỳ mở cho xã đến .* vẫn tính là muộn/)
    const fields = { request: await openId(sent), act: 'grant', day: '2026-11-30', time: '17:00', reason: '' }
    expect((await officer.post(answering(sent, SEPTEMBER), fields)).status).toBe(303)
    const { rows } = await portal.pool.query('select opens_only from extension where unit_id = $1', [sent])
    expect(rows).toEqual([{ opens_only: true }])
    const { text } = await binh.get(`/reports/${sent}/${SEPTEMBER}`)
    expect(text).toContain('để gửi bản chỉnh sửa')
    expect(text).toContain('Hạn gửi: 17:00 thứ Sáu, 25/09/2026')
    expect((await binh.get(`/reports/${sent}/${SEPTEMBER}?correct=1`)).text).toContain('id="boxes"')
    portal.at('2026-11-30T17:00:01+07:00')
    expect((await binh.get(`/reports/${sent}/${SEPTEMBER}?correct=1`)).text).not.toContain('id="boxes"')
    portal.at(WORLD_MORNING)
  })

  it('says when it is locked which requests wait', async () => {
    await admin.get(`${board(MONTH)}/lock`)
    await ask(commune, asking(), { ...typed, day: '2026-12-18' })
    expect((await admin.get(`${board()}/lock`)).text).toMatch(/Còn 1 đề nghị .*Đăk Kôi/)
  })

  it('is opened for all until a day, also where the settings locked it, and locks again by itself', async () => {
    const august = board('2026-08')
    await portal.pool.query(
      `insert into office (unit_id, settings) values ($1, '{"lockDays": 10}')
       on conflict (unit_id) do update set settings = office.settings || '{"lockDays": 10}'`,
      [office],
    )
    expect((await admin.get(august)).text).toContain('đã tự khóa')
    await admin.get(`${august}/unlock`)
    const endless = await admin.post(`${august}/unlock`, { reason: 'Đính chính.', day: '', time: '' })
    expect([endless.status, endless.text.includes('cần thời điểm kết thúc')]).toEqual([422, true])
    await admin.post(`${august}/unlock`, { reason: 'Đính chính.', day: '2026-11-27', time: '17:00' })
    expect((await admin.get(august)).text).toContain('được mở lại đến 17:00 27/11/2026')
    expect((await actsOf(portal, 'month.reopen')).at(-1)).toMatchObject({ unitId: office, month: '2026-08' })
    portal.at('2026-11-27T17:00:01+07:00')
    expect((await admin.get(august)).text).toContain('đã tự khóa')
    portal.at(WORLD_MORNING)
  })
})

describe('the office gives more time by itself', () => {
  const path = () => `${board()}/extensions`

  it('to several communes at once; who asked has the answer, who has a later date keeps it', async () => {
    const missing = (await communesIn(portal, 'missing', MONTH)).slice(0, 2)
    await officer.get(path())
    const none = await officer.post(path(), { ...typed, day: '2026-12-02' })
    expect([none.status, none.text.includes('Đề nghị chọn ít nhất một xã.')]).toEqual([422, true])
    const unit = [...missing.map(it => String(it.unitId)), String(dakKoi)]
    const done = await officer.post(path(), { ...typed, day: '2026-12-21', unit })
    expect(done.headers.location).toBe(`${board()}?done=extendedMany`)
    const { rows } = await portal.pool.query(
      "select count(*)::int as count from extension where month = $1 and until = '2026-12-21T17:00:00+07:00'",
      [MONTH],
    )
    expect(rows).toEqual([{ count: 3 }])
    expect((await requests()).at(-1)).toMatchObject({ answer: 'granted' })
    const again = await officer.post(path(), { ...typed, day: '2026-12-10', unit })
    expect([again.status, again.text.includes('đều có hạn bằng hoặc sau thời điểm này')]).toEqual([422, true])
  })

  it('and takes it back with a reason, as long as no report came within it', async () => {
    const page = await officer.get(`/review/${dakKoi}/${MONTH}/extension`)
    const [, withdraw = ''] = /href="([^"]+\/withdraw)"/.exec(page.text) ?? []
    expect((await officer.get(withdraw)).text).toContain('Hạn gửi của xã trở lại là')
    expect((await officer.post(withdraw, { reason: '' })).status).toBe(422)
    expect((await officer.post(withdraw, { reason: 'Nhầm xã.' })).status).toBe(303)
    expect((await officer.post(withdraw, { reason: 'Nhầm xã.' })).status).toBe(409)
    expect((await commune.get(asking())).text).toContain('bị thu hồi lúc 08:00 24/11/2026. Lý do: Nhầm xã.')
    expect(await reportOf(portal, dakKoi, MONTH)).toBeUndefined()
  })

  it('and both leave by mail; what answered a request is told as its answer alone', async () => {
    const { rows } = await portal.pool.query(
      "select id from extension where until = '2026-12-21T17:00:00+07:00' order by id",
    )
    portal.at('2026-11-25T08:30:00+07:00')
    const before = portal.inbox.letters.length
    const kinds = rows.flatMap(({ id }) => [`extension:${id}`, `withdrawn:${id}`])
    for (const kind of kinds) await sendReminders(openPostOffice(portal), { kind })
    portal.at(WORLD_MORNING)
    const letters = portal.inbox.letters.slice(before)
    const given = letters.filter(it => it.subject.startsWith('[Thêm thời gian]'))
    expect(given.map(it => it.to)).not.toContain('y.lan@dakkoi.example')
    expect(given).toHaveLength(2)
    expect(given[0]?.text).toMatch(
      /Nguyễn Thị Mai đã gia hạn cho đơn vị đến 17:00 21\/12\/2026\. Lý do: Mưa lũ[^\n]+\nBáo cáo gửi lần đầu đến hết/,
    )
    const back = letters.filter(it => it.subject.startsWith('[Thu hồi'))
    expect(back.map(it => it.to)).toEqual(['y.lan@dakkoi.example'])
    expect(back[0]?.text).toMatch(
      /thu hồi thời gian gia hạn đến 17:00 21\/12\/2026\. Lý do: Nhầm xã\.\nHạn gửi/,
    )
  })
})
