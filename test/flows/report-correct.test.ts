import {
  actsOf,
  forget,
  formIn,
  openCommunes,
  reporter,
  reportOf,
  soundForm,
  summaryIn,
  versionsOf,
} from '../support/commune.ts'
import type { Portal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openCommunes()
})
afterAll(() => portal.close())

async function sent() {
  portal.at('2026-11-24T08:30:00+07:00')
  const lan = await reporter(portal, 'y.lan@dakkoi.example')
  await forget(portal, lan.unitId)
  await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
  portal.at('2026-11-30T10:00:00+07:00')
  return lan
}

const correction = async (lan: Awaited<ReturnType<typeof sent>>) =>
  formIn((await lan.agent.get(`${lan.path}?correct=1`)).text)

describe('a sent report', () => {
  it('is shown, not typed, until one chooses to correct it', async () => {
    const lan = await sent()
    const page = await lan.get()
    expect(page).not.toContain('id="boxes"')
    expect(page).toContain('N25-202611-23485-1')
    expect(page).toContain(`href="${lan.path}?correct&#x3D;1">Chỉnh sửa báo cáo`)
  })

  it('is corrected with a reason, as a new version, and stays on time', async () => {
    const lan = await sent()
    const form = await correction(lan)
    expect(form['neither@2026']).toBe('10')
    const changed = { ...form, sit_idle: '4', sit_unknown: '1', note: 'Bổ sung thôn 3' }
    const refused = await lan.agent.post(lan.path, { ...changed, act: 'submit' })
    expect(refused.status).toBe(422)
    expect(summaryIn(refused.text)).toEqual(['Đề nghị nêu lý do chỉnh sửa, ít nhất 5 ký tự.'])
    const done = await lan.agent.post(lan.path, {
      ...formIn(refused.text),
      correction: 'Đã xác minh một em',
      act: 'submit',
    })
    expect(done.headers.location).toBe(`${lan.path}/receipt/2`)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({
      state: 'submitted',
      current_version: 2,
      on_time: true,
      draft: null,
    })
    const versions = await versionsOf(portal, lan.unitId)
    expect(versions.map(it => [it.receipt, it.reason])).toEqual([
      ['N25-202611-23485-1', ''],
      ['N25-202611-23485-2', 'Đã xác minh một em'],
    ])
    expect(versions[0]?.figures.sit_idle).toBe(3)
    expect((await actsOf(portal, lan.unitId)).at(-1)).toBe('report.correct')
  })

  it('shows what changed between its versions, old and new', async () => {
    const lan = await sent()
    const changed = {
      ...(await correction(lan)),
      sit_idle: '4',
      sit_unknown: '1',
      note: 'Bổ sung thôn 3',
      correction: 'Đã xác minh một em',
    }
    await lan.agent.post(lan.path, { ...changed, act: 'submit' })
    const { text } = await lan.agent.get(`${lan.path}/versions`)
    expect(text).toMatch(/Ở nhà, chưa có việc làm<\/th><td class="num">3<\/td><td class="num">4</)
    expect(text).toMatch(/Chưa xác định được tình trạng<\/th><td class="num">2<\/td><td class="num">1</)
    expect(text).toMatch(/Ghi chú<\/th><td>để trống<\/td><td>Bổ sung thôn 3</)
    expect(text.match(/<tr><th scope="row">/g)).toHaveLength(3)
    expect((await lan.agent.get(`/reports/${lan.unitId}`)).text).toContain('2 lần gửi')
    const old = await lan.agent.get(`${lan.path}/receipt/1`)
    expect(old.text).toContain('Đã có lần gửi mới hơn thay cho lần này.')
    expect((await lan.agent.get(`${lan.path}/receipt/3`)).status).toBe(404)
  })

  it('keeps counting while its correction is a draft, which can be dropped', async () => {
    const lan = await sent()
    const saved = await lan.agent.post(lan.path, {
      ...(await correction(lan)),
      sit_idle: '9',
      correction: 'Đang rà soát',
      act: 'save',
    })
    expect(saved.status).toBe(303)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'submitted', current_version: 1 })
    expect(await lan.get()).toContain('Có bản chỉnh sửa đang làm dở')
    const form = await correction(lan)
    expect(form).toMatchObject({ sit_idle: '9', correction: 'Đang rà soát' })
    await lan.agent.post(`${lan.path}/drop`, { revision: form.revision ?? '' })
    expect(await reportOf(portal, lan.unitId)).toMatchObject({
      state: 'submitted',
      current_version: 1,
      draft: null,
    })
    expect((await correction(lan)).sit_idle).toBe('3')
  })

  it('is not sent again without a change', async () => {
    const lan = await sent()
    const refused = await lan.agent.post(lan.path, {
      ...(await correction(lan)),
      correction: 'Gửi lại cho chắc',
      act: 'submit',
    })
    expect(refused.status).toBe(422)
    expect(summaryIn(refused.text)[0]).toContain('giống hệt lần gửi trước')
  })

  it('is not corrected once the month is locked', async () => {
    const lan = await sent()
    const form = await correction(lan)
    const { parent_id } = await portal.db
      .selectFrom('unit_parent')
      .select('parent_id')
      .where('unit_id', '=', lan.unitId)
      .executeTakeFirstOrThrow()
    await portal.db
      .insertInto('month_rule')
      .values({ office_id: parent_id, month: '2026-11', locked_at: new Date('2026-11-29T00:00:00+07:00') })
      .execute()
    const refused = await lan.agent.post(lan.path, {
      ...form,
      sit_idle: '4',
      correction: 'Đếm sót một em',
      act: 'submit',
    })
    expect(refused.status).toBe(409)
    const page = await lan.agent.get(`${lan.path}?correct=1`)
    expect(page.text).toContain('Kỳ này đã khóa')
    expect(page.text).not.toContain('id="boxes"')
    await portal.db.deleteFrom('month_rule').execute()
  })
})

describe('a returned report', () => {
  async function returned() {
    portal.at('2026-11-24T08:30:00+07:00')
    return reporter(portal, 'pham.oanh@mangden.example')
  }

  it('says why on the first page and on the form, and its answer begins with that', async () => {
    const oanh = await returned()
    const report = await reportOf(portal, oanh.unitId)
    const home = await oanh.agent.get('/reports')
    expect(home.text).toContain(report?.return_reason)
    expect(home.text).toContain('Sửa và gửi lại')
    const page = await oanh.get()
    expect(page).toContain(report?.return_reason)
    expect(formIn(page).correction).toContain(report?.return_reason)
  })

  it('is answered, even with the same figures, and is submitted again', async () => {
    const oanh = await returned()
    const form = await oanh.form()
    const first = await oanh.agent.post(oanh.path, {
      ...form,
      correction: 'Đã rà soát, số liệu đúng',
      act: 'submit',
    })
    const answered = first.status === 422 ? formIn(first.text) : null
    const explained = Object.fromEntries(
      Object.keys(answered ?? {})
        .filter(it => it.startsWith('explain:'))
        .map(it => [it, 'Đã rà soát từng thôn']),
    )
    const done = answered
      ? await oanh.agent.post(oanh.path, { ...answered, ...explained, act: 'submit' })
      : first
    expect(done.status).toBe(303)
    expect(await reportOf(portal, oanh.unitId)).toMatchObject({
      state: 'submitted',
      current_version: 2,
      return_reason: null,
      decided_at: null,
    })
  })
})
