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

/** Y Lan's commune, Đăk Kôi, with no history, in front of an empty November. */
async function yLan() {
  portal.at('2026-11-24T08:30:00+07:00')
  const lan = await reporter(portal, 'y.lan@dakkoi.example')
  await forget(portal, lan.unitId)
  return lan
}

describe('a report is sent', () => {
  it('is received with a number and the time, in time, and is one version', async () => {
    const lan = await yLan()
    const sent = await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
    expect(sent.status).toBe(303)
    expect(sent.headers.location).toBe(`${lan.path}/receipt/1`)
    const receipt = await lan.agent.get(sent.headers.location ?? '')
    expect(receipt.text).toContain('N25-202611-23485-1')
    expect(receipt.text).toContain('08:30 24/11/2026')
    expect(receipt.text).toContain('Đúng hạn')
    const report = await reportOf(portal, lan.unitId)
    expect(report).toMatchObject({ state: 'submitted', current_version: 1, on_time: true, draft: null })
    const [version] = await versionsOf(portal, lan.unitId)
    expect(version).toMatchObject({ number: 1, nil: false, reason: '', submitted_by_name: 'Y Lan' })
    expect(version?.figures['neither@2026']).toBe(10)
    expect(await actsOf(portal, lan.unitId)).toContain('report.submit')
  })

  it('is late after the due date, for ever, and is taken without a question within the grace', async () => {
    const lan = await yLan()
    portal.at('2026-11-25T17:00:01+07:00')
    const form = await lan.get()
    expect(form).toContain('ghi nhận là gửi muộn')
    const sent = await lan.agent.post(lan.path, { ...formIn(form), ...soundForm, act: 'submit' })
    expect(sent.status).toBe(303)
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ on_time: false })
    expect((await lan.agent.get(sent.headers.location ?? '')).text).toContain(
      'Muộn so với hạn 17:00 25/11/2026',
    )
  })

  it('is on time at the very instant it is due', async () => {
    const lan = await yLan()
    portal.at('2026-11-25T17:00:00+07:00')
    await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ on_time: true })
  })

  it('has to say why after the grace', async () => {
    const lan = await yLan()
    portal.at('2026-12-02T08:00:00+07:00')
    const refused = await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
    expect(refused.status).toBe(422)
    expect(summaryIn(refused.text).join()).toContain('Nộp sau thời hạn (25/11/2026)')
    const sent = await lan.agent.post(lan.path, {
      ...formIn(refused.text),
      'explain:W10': 'Mất điện kéo dài hai ngày.',
      act: 'submit',
    })
    expect(sent.status).toBe(303)
    const [version] = await versionsOf(portal, lan.unitId)
    expect(version?.explanations).toEqual({ W10: 'Mất điện kéo dài hai ngày.' })
    expect(version?.warnings).toMatchObject([{ code: 'W10' }])
  })

  it('within an extension is on time', async () => {
    const lan = await yLan()
    const { id: granted_by } = await portal.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const until = new Date('2026-11-27T17:00:00+07:00')
    const extension = {
      unit_id: lan.unitId,
      month: '2026-11',
      until,
      reason: 'Lũ',
      granted_by,
      granted_at: until,
    }
    const { id } = await portal.db
      .insertInto('extension')
      .values(extension)
      .returning('id')
      .executeTakeFirstOrThrow()
    portal.at('2026-11-27T16:59:00+07:00')
    expect(await lan.get()).toContain('Đã được gia hạn đến 17:00 27/11/2026')
    await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ on_time: true })
    await portal.db.deleteFrom('extension').where('id', '=', id).execute()
  })

  it('with nobody in it is a nil report, which is not a missing one', async () => {
    const lan = await yLan()
    const filled = await lan.agent.post(lan.path, { ...(await lan.form()), act: 'nil' })
    expect(filled.status).toBe(303)
    const form = await lan.form()
    expect(form['neither@2026']).toBe('0')
    expect(form['graduates@2026']).toBe('')
    const known = ['2026', '2025', '2024'].flatMap(year =>
      Object.entries({ graduates: '9', in_thpt: '9', in_gdtx: '0', in_voc: '0', unknown: '0' }).map(
        ([code, figure]) => [`${code}@${year}`, figure],
      ),
    )
    await lan.agent.post(lan.path, { ...form, ...Object.fromEntries(known), act: 'submit' })
    expect(await versionsOf(portal, lan.unitId)).toMatchObject([{ nil: true }])
  })
})

describe('the same submission twice', () => {
  it('by a second press gives the same receipt', async () => {
    const lan = await yLan()
    const press = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const first = await lan.agent.post(lan.path, press)
    const second = await lan.agent.post(lan.path, press)
    expect(second.status).toBe(303)
    expect(second.headers.location).toBe(first.headers.location)
    expect(await versionsOf(portal, lan.unitId)).toHaveLength(1)
    expect(
      (await actsOf(portal, lan.unitId)).filter(it => it === 'report.submit').length,
    ).toBeLessThanOrEqual(7)
  })

  it('at the very same moment, eight times over, is one version and one receipt', async () => {
    const lan = await yLan()
    const before = (await actsOf(portal, lan.unitId)).length
    const press = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => lan.agent.post(lan.path, press)))
    expect(answers.map(it => it.status)).toEqual(Array(8).fill(303))
    expect(new Set(answers.map(it => it.headers.location))).toEqual(new Set([`${lan.path}/receipt/1`]))
    expect(await versionsOf(portal, lan.unitId)).toHaveLength(1)
    expect((await actsOf(portal, lan.unitId)).slice(before)).toEqual(['report.submit'])
  })

  it('after going back and changing a figure is no second press: it is kept, and asked for a reason', async () => {
    const lan = await yLan()
    const press = { ...(await lan.form()), ...soundForm, act: 'submit' }
    await lan.agent.post(lan.path, press)
    const changed = await lan.agent.post(lan.path, { ...press, 'in_thpt@2026': '61', 'unknown@2026': '4' })
    expect(changed.status).toBe(409)
    expect(changed.text).toContain('đã gửi báo cáo này lúc 08:30 24/11/2026')
    const form = formIn(changed.text)
    expect(form['in_thpt@2026']).toBe('61')
    const sent = await lan.agent.post(lan.path, { ...form, correction: 'Đếm sót một em', act: 'submit' })
    expect(sent.headers.location).toBe(`${lan.path}/receipt/2`)
  })
})

describe('what cannot be sent', () => {
  it('comes back with every word as typed, the errors on top and at the boxes, and is kept as a draft', async () => {
    const lan = await yLan()
    const typed = {
      ...(await lan.form()),
      ...soundForm,
      'female@2026': '11',
      sit_idle: 'ba',
      actions: 'Vận động "3" em <trở lại>',
    }
    const refused = await lan.agent.post(lan.path, { ...typed, act: 'submit' })
    expect(refused.status).toBe(422)
    const lines = summaryIn(refused.text)
    expect(lines[0]).toContain('Nữ (2026): Số nữ không được lớn hơn tổng số.')
    expect(lines.join()).toContain('Ở nhà, chưa có việc làm: Chỉ nhập số nguyên từ 0 đến 9999.')
    expect(refused.text).toContain('href="#female-2026"')
    expect(refused.text).toMatch(/id="female-2026"[^>]*aria-invalid="true"/)
    const { revision: _, ...boxes } = formIn(refused.text)
    expect(boxes).toMatchObject({ 'female@2026': '11', sit_idle: 'ba', actions: 'Vận động "3" em <trở lại>' })
    expect(await reportOf(portal, lan.unitId)).toMatchObject({ state: 'draft', draft_revision: 1 })
    expect((await lan.form()).sit_idle).toBe('ba')
  })

  it('is an empty box: empty is never 0', async () => {
    const lan = await yLan()
    const { 'neither@2025': _, ...without } = soundForm
    const refused = await lan.agent.post(lan.path, { ...(await lan.form()), ...without, act: 'submit' })
    expect(refused.status).toBe(422)
    expect(summaryIn(refused.text)).toContain(
      'Không học GDPT/GDTX và chưa học nghề (2025): Chưa nhập số liệu. Nếu không có học sinh nào hãy nhập số 0.',
    )
  })

  it('is a box sent twice, one the form does not have, or a text too long', async () => {
    const lan = await yLan()
    const form = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const twice = await lan.agent.post(lan.path, { ...form, sit_idle: ['3', '4'] })
    expect(summaryIn(twice.text).join()).toContain('Ở nhà, chưa có việc làm')
    const strange = await lan.agent.post(lan.path, { ...form, ...rebased(twice.text), 'neither@2019': '3' })
    expect(strange.status).toBe(422)
    expect(summaryIn(strange.text).join()).toContain('Biểu của kỳ này không có ô: neither@2019')
    const long = await lan.agent.post(lan.path, {
      ...form,
      ...rebased(strange.text),
      note: 'dài '.repeat(200),
    })
    expect(long.status).toBe(422)
    expect(summaryIn(long.text).join()).toContain('tối đa 500 ký tự')
    expect(formIn(long.text).note).toContain('dài dài dài')
    expect(await versionsOf(portal, lan.unitId)).toHaveLength(0)
  })

  it('is a pupil’s name or phone number in any text', async () => {
    const lan = await yLan()
    const form = { ...(await lan.form()), ...soundForm, act: 'submit' }
    const refused = await lan.agent.post(lan.path, { ...form, note: 'gọi 0912 345 678 để xác minh' })
    expect(refused.status).toBe(422)
    expect(summaryIn(refused.text).join()).toContain('số điện thoại')
    expect(formIn(refused.text).note).toBe('gọi 0912 345 678 để xác minh')
  })

  it('is a warning without a word; with one it goes, and the word travels along', async () => {
    const lan = await yLan()
    const doubtful = { ...soundForm, sit_unknown: '5', sit_idle: '0' }
    const refused = await lan.agent.post(lan.path, { ...(await lan.form()), ...doubtful, act: 'submit' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Cảnh báo cần giải trình')
    const explained = {
      ...formIn(refused.text),
      'explain:W7': 'Các em mới chuyển đến, đang xác minh.',
      act: 'submit',
    }
    const sent = await lan.agent.post(lan.path, explained)
    expect(sent.status).toBe(303)
    const [version] = await versionsOf(portal, lan.unitId)
    expect(version?.explanations).toEqual({ W7: 'Các em mới chuyển đến, đang xác minh.' })
  })
})

const rebased = (html: string) => {
  const { revision = '0', request_key = '' } = formIn(html)
  return { revision, request_key }
}
