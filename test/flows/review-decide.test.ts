import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { actsOf, communesIn, officeId, reportOf, resendReport } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = '2026-11'

let portal: Portal
let office: number
let officer: Agent
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', MONTH)
  officer = portal.agent()
  admin = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
  await admin.signIn('quan.tri@sgd.example')
}, 60_000)
afterAll(() => portal.close())

const board = () => `/review/${office}/${MONTH}`
const sent = () => communesIn(portal, 'submitted', MONTH)
const seen = new Date(WORLD_MORNING).toISOString()

const resend = (unitId: number, at: string) => resendReport(portal, { unitId, month: MONTH, at })

describe('accepting', () => {
  it('takes one report at its button, goes back to the board as it was, and is in the log', async () => {
    const [commune] = await sent()
    if (!commune) throw new Error('nobody has sent')
    await officer.get(board())
    const answer = await officer.post(`/review/${commune.unitId}/${MONTH}/accept`, {
      seen,
      back: `${board()}?show=submitted`,
    })
    expect([answer.status, answer.headers.location]).toEqual([303, `${board()}?show=submitted&done=accepted`])
    expect((await reportOf(portal, commune.unitId, MONTH)).state).toBe('accepted')
    expect((await actsOf(portal, 'report.accept')).at(-1)).toMatchObject({
      by: 'Nguyễn Thị Mai',
      unitId: commune.unitId,
      month: MONTH,
      detail: { version: commune.version },
    })
    expect((await officer.get(`${board()}?done=accepted`)).text).toContain('Đã tiếp nhận báo cáo.')
  })

  it('takes many at once, and none that is not ticked', async () => {
    const [first, second, third] = await sent()
    const unit = [String(first?.unitId), String(second?.unitId)]
    await officer.get(board())
    expect((await officer.post(`${board()}/accept`, { seen, unit })).headers.location).toBe(
      `${board()}?done=accepted`,
    )
    const states = await Promise.all(
      [first, second, third].map(it => reportOf(portal, it?.unitId ?? 0, MONTH).then(report => report.state)),
    )
    expect(states).toEqual(['accepted', 'accepted', 'submitted'])
  })

  it('leaves a version alone that came after the officer saw the board', async () => {
    const [commune] = await sent()
    if (!commune) throw new Error('nobody has sent')
    await resend(commune.unitId, '2026-11-24T08:05:00+07:00')
    await officer.get(board())
    const answer = await officer.post(`${board()}/accept`, { seen, unit: String(commune.unitId) })
    expect(answer.headers.location).toContain('done=acceptedNone')
    expect((await reportOf(portal, commune.unitId, MONTH)).state).toBe('submitted')
  })

  it('accepts nobody at the second press, and writes no second act', async () => {
    const before = (await actsOf(portal, 'report.accept')).length
    const [commune] = await communesIn(portal, 'accepted', MONTH)
    await officer.get(board())
    await officer.post(`${board()}/accept`, { seen, unit: String(commune?.unitId) })
    expect((await actsOf(portal, 'report.accept')).length).toBe(before)
  })

  it('does not accept what was never sent, or belongs to another office', async () => {
    const [missing] = await communesIn(portal, 'draft', MONTH)
    await officer.get(board())
    const answer = await officer.post(`${board()}/accept`, {
      seen,
      unit: [String(missing?.unitId), '1', 'x', '-5'],
    })
    expect(answer.headers.location).toContain('done=acceptedNone')
    expect((await reportOf(portal, missing?.unitId ?? 0, MONTH)).state).toBe('draft')
  })

  it('never leads outside the review pages', async () => {
    const [commune] = await sent()
    await officer.get(board())
    const back = '//evil.example/review/1'
    const answer = await officer.post(`/review/${commune?.unitId}/${MONTH}/accept`, { seen, back })
    expect(answer.headers.location).toMatch(/^\/review\/\d/)
  })
})

describe('returning', () => {
  it('asks for the reason on a page of its own, and says that the letter follows', async () => {
    const [commune] = await sent()
    const { status, text } = await officer.get(`/review/${commune?.unitId}/${MONTH}/return`)
    expect(status).toBe(200)
    expect(text).toContain(commune?.name)
    expect(text).toContain('Thư báo trả lại sẽ được gửi trong ít phút')
  })

  it('refuses without a reason, and keeps what was typed when it names a pupil’s phone', async () => {
    const [commune] = await sent()
    const path = `/review/${commune?.unitId}/${MONTH}/return`
    await officer.get(path)
    const empty = await officer.post(path, { reason: '  ', version: String(commune?.version) })
    expect([empty.status, empty.text.includes('Đề nghị nêu lý do.')]).toEqual([422, true])
    const personal = await officer.post(path, {
      reason: 'Gọi 0912 345 678 để hỏi',
      version: String(commune?.version),
    })
    expect([personal.status, personal.text.includes('Gọi 0912 345 678 để hỏi')]).toEqual([422, true])
    expect((await reportOf(portal, commune?.unitId ?? 0, MONTH)).state).toBe('submitted')
  })

  it('gives the report back with the reason, which the board shows', async () => {
    const [commune] = await sent()
    const path = `/review/${commune?.unitId}/${MONTH}/return`
    await officer.get(path)
    const reason = 'Tổng các tình trạng chưa khớp.'
    const answer = await officer.post(path, { reason, version: String(commune?.version) })
    expect(answer.headers.location).toBe(`${board()}?done=returned`)
    expect(await reportOf(portal, commune?.unitId ?? 0, MONTH)).toMatchObject({ state: 'returned', reason })
    expect((await actsOf(portal, 'report.return')).at(-1)).toMatchObject({
      detail: { reason, version: commune?.version },
    })
    expect((await officer.get(`${board()}?show=returned`)).text).toContain(reason)
  })

  it('does not return a version that was not read, nor one returned already', async () => {
    const [commune] = await sent()
    const path = `/review/${commune?.unitId}/${MONTH}/return`
    await officer.get(path)
    await resend(commune?.unitId ?? 0, '2026-11-24T08:06:00+07:00')
    const answer = await officer.post(path, { reason: 'Sai tổng.', version: String(commune?.version) })
    expect([answer.status, answer.text.includes('Xã vừa gửi lần 2.')]).toEqual([409, true])
    expect(answer.text).toContain('Sai tổng.')
    expect((await reportOf(portal, commune?.unitId ?? 0, MONTH)).state).toBe('submitted')
    expect((await officer.post(path, { reason: 'Sai tổng.', version: '2' })).status).toBe(303)
    const [returned] = await communesIn(portal, 'returned', MONTH)
    const again = `/review/${returned?.unitId}/${MONTH}/return`
    await officer.get(again)
    expect((await officer.post(again, { reason: 'Sai.', version: String(returned?.version) })).status).toBe(
      409,
    )
  })

  it('is not found where nothing was sent', async () => {
    const [missing] = await communesIn(portal, 'missing', MONTH)
    expect((await officer.get(`/review/${missing?.unitId}/${MONTH}/return`)).status).toBe(404)
  })
})

describe('more time', () => {
  const typed = { day: '2026-11-30', time: '17:00', reason: 'Mưa lũ, mất điện từ ngày 20.' }

  it('is granted to one commune with a reason and an end, and shows on the board', async () => {
    const [commune] = await communesIn(portal, 'missing', MONTH)
    const path = `/review/${commune?.unitId}/${MONTH}/extension`
    expect((await officer.get(path)).text).toContain('value="2026-11-27"')
    expect((await officer.post(path, typed)).status).toBe(303)
    const { rows } = await portal.pool.query('select until, reason from extension where unit_id = $1', [
      commune?.unitId,
    ])
    expect(rows).toEqual([{ until: new Date('2026-11-30T17:00:00+07:00'), reason: typed.reason }])
    expect((await officer.get(`${board()}?show=missing`)).text).toContain('Gia hạn đến 17:00 30/11/2026')
    expect((await actsOf(portal, 'extension.grant')).at(-1)).toMatchObject({
      unitId: commune?.unitId,
      month: MONTH,
    })
  })

  it.each([
    [
      'an end before the due date',
      { day: '2026-11-25', time: '17:00' },
      'phải sau hạn hiện nay (17:00 25/11/2026)',
    ],
    ['no day', { day: '30/11', time: '17:00' }, 'Đề nghị nhập ngày và giờ'],
    ['a day that does not exist', { day: '2026-11-31', time: '17:00' }, 'Đề nghị nhập ngày và giờ'],
    ['a wrong year', { day: '2027-11-30', time: '17:00' }, 'Chỉ chọn được đến'],
    ['no reason', { reason: '' }, 'Đề nghị nêu lý do.'],
  ])('is refused for %s, and what was typed stays', async (_, change, message) => {
    const [, commune] = await communesIn(portal, 'missing', MONTH)
    const path = `/review/${commune?.unitId}/${MONTH}/extension`
    await officer.get(path)
    const answer = await officer.post(path, { ...typed, ...change })
    expect([answer.status, answer.text.includes(message)]).toEqual([422, true])
    expect(answer.text).toContain({ ...typed, ...change }.day)
  })

  it('cannot end in the past', async () => {
    portal.at('2026-12-02T08:00:00+07:00')
    const [, commune] = await communesIn(portal, 'missing', MONTH)
    const path = `/review/${commune?.unitId}/${MONTH}/extension`
    await officer.get(path)
    expect((await officer.post(path, typed)).text).toContain('Thời điểm này đã qua')
    portal.at(WORLD_MORNING)
  })
})

describe('locking a month', () => {
  const path = () => `/review/${office}/2026-09`

  it('is the administrator’s, with a reason, and can be undone', async () => {
    await admin.get(`${path()}/lock`)
    expect((await admin.post(`${path()}/lock`, { reason: '' })).status).toBe(422)
    await admin.post(`${path()}/lock`, { reason: 'Đã chốt số liệu quý III.' })
    const { text } = await admin.get(path())
    expect(text).toContain('Hồ Minh Quân đã khóa kỳ này lúc 08:00 24/11/2026: Đã chốt số liệu quý III.')
    await admin.get(`${path()}/unlock`)
    expect((await admin.post(`${path()}/unlock`, { reason: 'Còn một xã đính chính.' })).status).toBe(303)
    expect((await admin.get(path())).text).not.toContain('đã khóa kỳ này')
    expect((await actsOf(portal, 'month.unlock')).at(-1)).toMatchObject({
      unitId: office,
      month: asMonth('2026-09'),
    })
  })

  it('is not the officer’s', async () => {
    expect((await officer.get(`${path()}/lock`)).status).toBe(404)
  })
})

describe('leaders and communes', () => {
  it.each(['bui.ha@sgd.example', 'y.lan@dakkoi.example'])('cannot decide anything (%s)', async email => {
    const agent = portal.agent()
    await agent.signIn(email)
    const [commune] = await sent()
    const paths = ['accept', 'return', 'extension'].map(it => `/review/${commune?.unitId}/${MONTH}/${it}`)
    for (const path of paths) expect((await agent.post(path, { reason: 'x', unit: '1' })).status).toBe(404)
    expect((await reportOf(portal, commune?.unitId ?? 0, MONTH)).state).toBe('submitted')
  })
})
