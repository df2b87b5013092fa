import {
  actsOf,
  forget,
  formIn,
  openCommunes,
  type Reporter,
  reporter,
  reportOf,
  soundForm,
  versionsOf,
} from '../support/commune.ts'
import type { Portal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openCommunes()
})
afterAll(() => portal.close())

const HANH = 'y.hanh@dakrve.example'
const THUAN = 'a.thuan@dakrve.example'

/** Y Hạnh and her leader A Thuận, of xã Đăk Rve, each at a machine of their own. */
async function two(): Promise<{ hanh: Reporter; thuan: Reporter }> {
  portal.at('2026-11-24T08:30:00+07:00')
  const hanh = await reporter(portal, HANH)
  const thuan = await reporter(portal, THUAN)
  await forget(portal, hanh.unitId)
  return { hanh, thuan }
}

describe('a draft', () => {
  it('is kept with its errors in it, and comes back as it was left', async () => {
    const { hanh } = await two()
    const saved = await hanh.agent.post(hanh.path, {
      ...(await hanh.form()),
      'neither@2026': '1o',
      note: 'Còn thiếu thôn 3',
      act: 'save',
    })
    expect(saved.status).toBe(303)
    const page = await hanh.agent.get(saved.headers.location ?? '')
    expect(page.text).toContain('Đã lưu nháp. Báo cáo chưa được gửi.')
    expect(page.text).toContain('Y Hạnh lưu nháp lúc 08:30 24/11/2026')
    expect(formIn(page.text)).toMatchObject({ 'neither@2026': '1o', note: 'Còn thiếu thôn 3' })
    expect(page.text).not.toContain('error-summary')
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'draft', current_version: null })
  })

  it('is checked without being sent', async () => {
    const { hanh } = await two()
    const checked = await hanh.agent.post(hanh.path, {
      ...(await hanh.form()),
      ...soundForm,
      'female@2026': '11',
      act: 'check',
    })
    expect(checked.status).toBe(303)
    expect((await hanh.agent.get(checked.headers.location ?? '')).text).toContain(
      'Số nữ không được lớn hơn tổng số.',
    )
    const good = await hanh.agent.post(hanh.path, { ...(await hanh.form()), ...soundForm, act: 'check' })
    expect((await hanh.agent.get(good.headers.location ?? '')).text).toContain('Có thể gửi.')
    expect(await versionsOf(portal, hanh.unitId)).toHaveLength(0)
  })

  it('takes last month’s figures into its empty boxes, and leaves what was typed', async () => {
    const { hanh } = await two()
    portal.at('2026-10-20T09:00:00+07:00')
    const october = await reporter(portal, HANH, '2026-10')
    await october.agent.post(october.path, { ...(await october.form()), ...soundForm, act: 'submit' })
    portal.at('2026-11-24T08:30:00+07:00')
    const page = await hanh.get()
    expect(page).toContain('Lấy số tháng 10/2026')
    expect(page).toMatch(/id="neither-2026-before"><span class="narrow">[^<]*<\/span>10</)
    await hanh.agent.post(hanh.path, { ...formIn(page), 'in_thpt@2026': '62', act: 'copy' })
    expect(await hanh.form()).toMatchObject({
      'in_thpt@2026': '62',
      'neither@2026': '10',
      sit_idle: '3',
      flow_new: '0',
    })
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'draft' })
  })

  it('has no last month to take where nothing was sent', async () => {
    const { hanh } = await two()
    const page = await hanh.get()
    expect(page).not.toContain('value="copy"')
    expect(page).toContain('Tháng trước đơn vị chưa gửi báo cáo')
  })
})

describe('a form that saves by itself', () => {
  it('answers with its revision, and leaves one act in the log, not one each time', async () => {
    const { hanh } = await two()
    const before = (await actsOf(portal, hanh.unitId)).length
    const form = await hanh.form()
    const first = await hanh.agent.post(`${hanh.path}/autosave`, { ...form, 'neither@2026': '1' })
    expect(first.status).toBe(200)
    expect(first.body).toEqual({ ok: true, revision: 1, savedAt: '2026-11-24T01:30:00.000Z' })
    const second = await hanh.agent.post(`${hanh.path}/autosave`, {
      ...form,
      revision: '1',
      'neither@2026': '12',
    })
    expect(second.body).toMatchObject({ ok: true, revision: 2 })
    expect((await actsOf(portal, hanh.unitId)).slice(before)).toEqual(['report.draft'])
    expect((await hanh.form())['neither@2026']).toBe('12')
  })

  it('never conflicts with its own save that was still under way', async () => {
    const { hanh } = await two()
    const form = await hanh.form()
    await hanh.agent.post(`${hanh.path}/autosave`, { ...form, 'neither@2026': '1' })
    const sent = await hanh.agent.post(hanh.path, { ...form, ...soundForm, act: 'submit' })
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toContain('/receipt/1')
  })

  it('is told who saved meanwhile, and when', async () => {
    const { hanh, thuan } = await two()
    const form = await hanh.form()
    await thuan.agent.post(thuan.path, { ...(await thuan.form()), 'neither@2026': '5', act: 'save' })
    const refused = await hanh.agent.post(`${hanh.path}/autosave`, { ...form, 'neither@2026': '7' })
    expect(refused.status).toBe(409)
    expect(refused.body).toEqual({ conflict: { by: 'A Thuận', at: '2026-11-24T01:30:00.000Z' } })
    expect((await hanh.form())['neither@2026']).toBe('5')
  })
})

describe('two people in one draft', () => {
  it('the second sees who saved when, both figures where they differ, loses nothing, and may save over', async () => {
    const { hanh, thuan } = await two()
    const mine = await hanh.form()
    await thuan.agent.post(thuan.path, {
      ...(await thuan.form()),
      'neither@2026': '5',
      sit_idle: '2',
      act: 'save',
    })
    portal.at('2026-11-24T08:40:00+07:00')
    const told = await hanh.agent.post(hanh.path, {
      ...mine,
      'neither@2026': '7',
      sit_idle: '2',
      note: 'Đã gọi các thôn',
      act: 'save',
    })
    expect(told.status).toBe(409)
    expect(told.text).toContain('A Thuận đã lưu bản nháp này lúc 08:30 24/11/2026')
    const rows = [...told.text.matchAll(/<tr><th scope="row"><a href="#([\w-]+)">/g)].map(it => it[1])
    expect(rows).toEqual(['neither-2026', 'note'])
    expect(told.text).toMatch(/neither-2026.*<td class="num">7<\/td><td class="num">5<\/td>/)
    const kept = formIn(told.text)
    expect(kept).toMatchObject({ 'neither@2026': '7', note: 'Đã gọi các thôn' })
    expect((await thuan.form())['neither@2026']).toBe('5')
    const over = await hanh.agent.post(hanh.path, { ...kept, act: 'save' })
    expect(over.status).toBe(303)
    expect((await thuan.form())['neither@2026']).toBe('7')
  })

  it('saving at the very same moment, one is kept and the other is told', async () => {
    const { hanh, thuan } = await two()
    const [a, b] = [await hanh.form(), await thuan.form()]
    const answers = await Promise.all([
      hanh.agent.post(hanh.path, { ...a, 'neither@2026': '7', act: 'save' }),
      thuan.agent.post(thuan.path, { ...b, 'neither@2026': '5', act: 'save' }),
    ])
    expect(answers.map(it => it.status).sort()).toEqual([303, 409])
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ draft_revision: 1 })
  })

  it('when one has sent it, the other is told, and sends over it only with a reason', async () => {
    const { hanh, thuan } = await two()
    const [a, b] = [await hanh.form(), await thuan.form()]
    await thuan.agent.post(thuan.path, { ...b, ...soundForm, act: 'submit' })
    const told = await hanh.agent.post(hanh.path, {
      ...a,
      ...soundForm,
      sit_idle: '4',
      sit_unknown: '1',
      act: 'submit',
    })
    expect(told.status).toBe(409)
    expect(told.text).toContain('A Thuận đã gửi báo cáo này lúc')
    const again = await hanh.agent.post(hanh.path, { ...formIn(told.text), act: 'submit' })
    expect(again.status).toBe(422)
    const { correction: _, ...rest } = formIn(again.text)
    const sent = await hanh.agent.post(hanh.path, { ...rest, correction: 'Số mới từ thôn 3', act: 'submit' })
    expect(sent.headers.location).toContain('/receipt/2')
  })

  it('sending two different reports at the very same moment, one is received and the other is told', async () => {
    const { hanh, thuan } = await two()
    const [a, b] = [await hanh.form(), await thuan.form()]
    const answers = await Promise.all([
      hanh.agent.post(hanh.path, { ...a, ...soundForm, act: 'submit' }),
      thuan.agent.post(thuan.path, { ...b, ...soundForm, sit_idle: '4', sit_unknown: '1', act: 'submit' }),
    ])
    expect(answers.map(it => it.status).sort()).toEqual([303, 409])
    expect(await versionsOf(portal, hanh.unitId)).toHaveLength(1)
  })
})
