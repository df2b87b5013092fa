import {
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

async function yLan(month?: string) {
  portal.at('2026-11-24T08:30:00+07:00')
  const lan = await reporter(portal, 'y.lan@dakkoi.example', month)
  await forget(portal, lan.unitId)
  return lan
}

describe('a month', () => {
  it('of the future is not open', async () => {
    const lan = await yLan()
    for (const ask of [
      lan.agent.get,
      (path: string) => lan.agent.post(path, { ...soundForm, act: 'submit' }),
    ]) {
      const answer = await ask(`/reports/${lan.unitId}/2027-03`)
      expect(answer.status).toBe(404)
      expect(answer.text).toContain('Kỳ tháng 03/2027 chưa mở')
    }
  })

  it('whose figures cannot be known yet takes a draft, but no report', async () => {
    const lan = await yLan('2026-12')
    const page = await lan.get()
    expect(page).toContain('Kỳ này nhận báo cáo từ ngày 15/12/2026')
    expect(page).not.toContain('value="submit"')
    const sent = await lan.agent.post(lan.path, { ...formIn(page), ...soundForm, act: 'submit' })
    expect(sent.status).toBe(422)
    expect(summaryIn(sent.text)).toContain('Kỳ này nhận báo cáo từ ngày 15/12/2026. Hiện chỉ lưu nháp được.')
    expect(formIn(sent.text)['neither@2026']).toBe('10')
  })

  it('that was locked while the form was open loses nothing, and says whom to ask', async () => {
    const lan = await yLan()
    const form = await lan.form()
    const { parent_id } = await portal.db
      .selectFrom('unit_parent')
      .select('parent_id')
      .where('unit_id', '=', lan.unitId)
      .executeTakeFirstOrThrow()
    const rule = { office_id: parent_id, month: '2026-11', locked_at: new Date('2026-11-24T08:00:00+07:00') }
    await portal.db.insertInto('month_rule').values(rule).execute()
    const refused = await lan.agent.post(lan.path, {
      ...form,
      ...soundForm,
      note: 'Đã rà soát',
      act: 'submit',
    })
    expect(refused.status).toBe(409)
    expect(summaryIn(refused.text)[0]).toMatch(
      /^Kỳ báo cáo này đã khóa từ 08:00 24\/11\/2026.*Sở Giáo dục và Đào tạo/,
    )
    expect(formIn(refused.text)).toMatchObject({ note: 'Đã rà soát', 'neither@2026': '10' })
    const again = await lan.agent.post(`${lan.path}/autosave`, { ...form, ...soundForm })
    expect(again.status).toBe(422)
    expect(await versionsOf(portal, lan.unitId)).toHaveLength(0)
    await portal.db.deleteFrom('month_rule').execute()
  })

  it('from before the commune was there names the month it begins in', async () => {
    const lan = await yLan('2025-06')
    const answer = await lan.agent.get(lan.path)
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('bắt đầu báo cáo từ kỳ tháng 07/2025')
  })

  it('that is no month at all is not found', async () => {
    const lan = await yLan()
    for (const month of ['2026-13', 'thang-11', '0000-00'])
      expect((await lan.agent.get(`/reports/${lan.unitId}/${month}`)).status).toBe(404)
  })
})

describe('a commune that is not yours', () => {
  it('is not found, whatever is tried', async () => {
    const lan = await yLan()
    const other = await reporter(portal, 'le.duc@kontum.example')
    const form = await lan.form()
    expect((await lan.agent.get(other.path)).status).toBe(404)
    for (const path of ['', '/autosave', '/drop', '/take-back', '/sign-off'])
      expect((await lan.agent.post(other.path + path, { ...form, ...soundForm, act: 'submit' })).status).toBe(
        404,
      )
    expect((await lan.agent.get(`/reports/${other.unitId}`)).status).toBe(404)
    expect((await lan.agent.get(`${other.path}/receipt/1`)).status).toBe(404)
  })

  it('may be read by the office above it, and not be typed in', async () => {
    const lan = await yLan()
    const mai = portal.agent()
    await mai.signIn('nguyen.mai@sgd.example')
    const page = await mai.get(lan.path)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('id="boxes"')
    expect((await mai.post(lan.path, { ...soundForm, act: 'submit' })).status).toBe(404)
  })
})

describe('text and tokens', () => {
  it('in decomposed Unicode is kept composed', async () => {
    const lan = await yLan()
    const actions = 'Vận động các em trở lại lớp'
    await lan.agent.post(lan.path, {
      ...(await lan.form()),
      ...soundForm,
      actions: actions.normalize('NFD'),
      act: 'submit',
    })
    const [version] = await versionsOf(portal, lan.unitId)
    expect(version?.texts.actions).toBe(actions)
  })

  it('with NUL in it is refused before anything is written', async () => {
    const lan = await yLan()
    const refused = await lan.agent.post(lan.path, {
      ...(await lan.form()),
      ...soundForm,
      note: 'a\0b',
      act: 'submit',
    })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Văn bản có ký tự hỏng')
    expect(await reportOf(portal, lan.unitId)).toBeUndefined()
  })

  it('with a stale token is refused, and what was typed can be sent again with one press', async () => {
    const lan = await yLan()
    const form = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const stale = await lan.agent.raw
      .post(lan.path)
      .set('Origin', 'http://127.0.0.1')
      .type('form')
      .send({ ...form, _csrf: 'x'.repeat(128) })
    expect(stale.status).toBe(403)
    expect(await reportOf(portal, lan.unitId)).toBeUndefined()
  })

  it('of two megabytes are refused, and say so', async () => {
    const lan = await yLan()
    const large = await lan.agent.post(lan.path, {
      ...(await lan.form()),
      note: 'x'.repeat(2_000_000),
      act: 'submit',
    })
    expect(large.status).toBe(413)
    expect(large.text).toContain('Nội dung gửi lên quá lớn')
  })

  it('of a forged form without key or revision are taken as one more press of a fresh form', async () => {
    const lan = await yLan()
    await lan.get()
    const sent = await lan.agent.post(lan.path, {
      ...soundForm,
      request_key: '1 or 1=1',
      revision: '-5',
      act: 'submit',
    })
    expect(sent.status).toBe(303)
    expect(await versionsOf(portal, lan.unitId)).toHaveLength(1)
  })
})
