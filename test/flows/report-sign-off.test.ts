import {
  actsOf,
  forget,
  formIn,
  openCommunes,
  reporter,
  reportOf,
  soundForm,
  versionsOf,
} from '../support/commune.ts'
import type { Portal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openCommunes()
  await portal.pool.query(
    `insert into office (unit_id, settings) select id, '{"signOff": true}' from unit where kind = 'office' and code = '51'
     on conflict (unit_id) do update set settings = office.settings || '{"signOff": true}'`,
  )
})
afterAll(() => portal.close())

/** Y Hạnh has laid the month before A Thuận. */
async function asked() {
  portal.at('2026-11-24T08:30:00+07:00')
  const hanh = await reporter(portal, 'y.hanh@dakrve.example')
  const thuan = await reporter(portal, 'a.thuan@dakrve.example')
  await forget(portal, hanh.unitId)
  const press = { ...(await hanh.form()), ...soundForm, act: 'submit' }
  const answer = await hanh.agent.post(hanh.path, press)
  return { hanh, thuan, press, answer }
}

const signOffIn = (html: string) => {
  const form = /action="[^"]*\/(?:sign-off|take-back)"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
  return { revision: value('revision'), request_key: value('request_key') }
}

describe('where the office asks for the leader', () => {
  it('a reporter’s report waits, and has not been sent', async () => {
    const { hanh, press, answer } = await asked()
    expect(answer.status).toBe(303)
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({
      state: 'awaiting',
      current_version: null,
      on_time: null,
    })
    const page = await hanh.get()
    expect(page).toContain('Y Hạnh trình lúc 08:30 24/11/2026')
    expect(page).toContain('Lấy lại để sửa')
    expect(page).not.toContain('value="approve"')
    const again = await hanh.agent.post(hanh.path, press)
    expect(again.status).toBe(303)
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'awaiting', draft_revision: 1 })
  })

  it('the leader reads and sends it in the commune’s name, once', async () => {
    const { hanh, thuan } = await asked()
    const home = await thuan.agent.get('/reports')
    expect(home.text).toContain('Xem và duyệt')
    const press = { ...signOffIn(await thuan.get()), act: 'approve' }
    const answers = await Promise.all([1, 2, 3].map(() => thuan.agent.post(`${thuan.path}/sign-off`, press)))
    expect(new Set(answers.map(it => it.headers.location))).toEqual(new Set([`${thuan.path}/receipt/1`]))
    const versions = await versionsOf(portal, hanh.unitId)
    expect(versions).toMatchObject([{ number: 1, submitted_by_name: 'A Thuận' }])
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({
      state: 'submitted',
      on_time: true,
      draft: null,
    })
  })

  it('or gives it back with a word, and the reporter goes on typing', async () => {
    const { hanh, thuan } = await asked()
    const back = await thuan.agent.post(`${thuan.path}/sign-off`, {
      ...signOffIn(await thuan.get()),
      act: 'give-back',
      note: 'Hỏi lại thôn 3',
    })
    expect(back.status).toBe(303)
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'draft' })
    const page = await hanh.get()
    expect(page).toContain('Hỏi lại thôn 3')
    expect(page).toContain('id="boxes"')
    expect((await hanh.form())['neither@2026']).toBe('10')
    expect((await actsOf(portal, hanh.unitId)).at(-1)).toBe('report.give-back')
  })

  it('the reporter takes it back, and the leader who looked before decides on nothing', async () => {
    const { hanh, thuan } = await asked()
    const seen = signOffIn(await thuan.get())
    await hanh.agent.post(`${hanh.path}/take-back`, signOffIn(await hanh.get()))
    const late = await thuan.agent.post(`${thuan.path}/sign-off`, { ...seen, act: 'approve' })
    expect(late.headers.location).toContain('done=stale-sign-off')
    expect(await versionsOf(portal, hanh.unitId)).toHaveLength(0)
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'draft' })
  })

  it('a draft that was changed and asked for again since the leader looked is read again first', async () => {
    const { hanh, thuan } = await asked()
    const seen = signOffIn(await thuan.get())
    await hanh.agent.post(`${hanh.path}/take-back`, signOffIn(await hanh.get()))
    await hanh.agent.post(hanh.path, {
      ...(await hanh.form()),
      sit_idle: '4',
      sit_unknown: '1',
      act: 'submit',
    })
    const late = await thuan.agent.post(`${thuan.path}/sign-off`, { ...seen, act: 'approve' })
    expect(late.headers.location).toContain('done=stale-sign-off')
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'awaiting', current_version: null })
  })

  it('a reporter cannot sign off', async () => {
    const { hanh } = await asked()
    expect(
      (await hanh.agent.post(`${hanh.path}/sign-off`, { ...signOffIn(await hanh.get()), act: 'approve' }))
        .status,
    ).toBe(404)
  })

  it('a leader who types sends at once', async () => {
    const { hanh, thuan } = await asked()
    await hanh.agent.post(`${hanh.path}/take-back`, signOffIn(await hanh.get()))
    const page = await thuan.get()
    expect(page).toContain('Duyệt và gửi')
    const sent = await thuan.agent.post(thuan.path, { ...(await thuan.form()), act: 'submit' })
    expect(sent.headers.location).toBe(`${thuan.path}/receipt/1`)
  })

  it('a correction waits too, while what was sent keeps counting', async () => {
    const { hanh, thuan } = await asked()
    await thuan.agent.post(`${thuan.path}/sign-off`, { ...signOffIn(await thuan.get()), act: 'approve' })
    const form = formIn((await hanh.agent.get(`${hanh.path}?correct=1`)).text)
    await hanh.agent.post(hanh.path, {
      ...form,
      sit_idle: '4',
      sit_unknown: '1',
      correction: 'Đã xác minh',
      act: 'submit',
    })
    expect(await reportOf(portal, hanh.unitId)).toMatchObject({ state: 'submitted', current_version: 1 })
    await thuan.agent.post(`${thuan.path}/sign-off`, { ...signOffIn(await thuan.get()), act: 'approve' })
    expect(await versionsOf(portal, hanh.unitId)).toMatchObject([{ reason: '' }, { reason: 'Đã xác minh' }])
  })
})
