import { openPostOffice } from '../../src/post-office.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { textOf } from '../support/plan-form.ts'
import { openPortal, type Portal } from '../support/portal.ts'

const MAI = 'nguyen.mai@sgd.example'
const QUAN = 'quan.tri@sgd.example'

let portal: Portal
let office: number
beforeAll(async () => {
  portal = await openPortal('2026-11-25T07:00:00+07:00', 'world')
  const { id } = await portal.db
    .selectFrom('unit')
    .select('id')
    .where('code', '=', '51')
    .where('kind', '=', 'office')
    .executeTakeFirstOrThrow()
  office = id
})
afterAll(() => portal.close())
beforeEach(async () => {
  portal.at('2026-11-25T07:00:00+07:00')
  await portal.db.deleteFrom('reminder_pause').execute()
})

async function signedIn(email: string) {
  const agent = portal.agent()
  await agent.signIn(email)
  return agent
}
const pauses = () => portal.db.selectFrom('reminder_pause').select(['month', 'reason']).execute()

test('a paused month sends nothing of the plan, says who paused it and why, and is resumed by one press', async () => {
  const quan = await signedIn(QUAN)
  const posted = await quan.post(`/reminders/${office}/pause`, { month: '2026-11', reason: 'Bão số 13' })
  expect(posted.status).toBe(303)
  const page = textOf((await quan.get(`/reminders/${office}/pause`)).text)
  expect(page).toContain('Kỳ 11/2026 tạm dừng nhắc: Bão số 13')
  expect(page).toContain('Hồ Minh Quân tạm dừng lúc 07:00 25/11/2026.')
  expect(textOf((await quan.get(`/reminders/${office}/2026-11`)).text)).toContain(
    'Kỳ này đang tạm dừng nhắc: Bão số 13',
  )
  expect(textOf((await quan.get(`/reminders/${office}/plan`)).text)).toContain('các thư còn lại sẽ không gửi')
  portal.at('2026-11-25T08:00:00+07:00')
  await sendReminders(openPostOffice(portal))
  const planned = portal.inbox.letters.filter(({ subject }) => !subject.startsWith('[Trả lại báo cáo]'))
  expect(planned.map(({ subject }) => subject)).toEqual([])

  for (const press of [1, 2]) {
    const resumed = await quan.post(`/reminders/${office}/resume`, { month: '2026-11' })
    expect([press, resumed.status]).toEqual([press, 303])
  }
  expect(await pauses()).toEqual([])
  const acts = await portal.db
    .selectFrom('audit')
    .selectAll()
    .where('act', 'in', ['reminder.pause', 'reminder.resume'])
    .orderBy('id')
    .execute()
  expect(acts.map(({ act, month, detail }) => [act, month, detail.reason])).toEqual([
    ['reminder.pause', '2026-11', 'Bão số 13'],
    ['reminder.resume', '2026-11', 'Bão số 13'],
  ])
})

test('a pause without a reason, or of a month that is past or paused already, is refused and keeps what was typed', async () => {
  const quan = await signedIn(QUAN)
  const path = `/reminders/${office}/pause`
  await quan.get(path)
  const none = await quan.post(path, { month: '2026-12', reason: ' ' })
  expect(none.status).toBe(422)
  expect(textOf(none.text)).toContain('Đề nghị ghi lý do tạm dừng.')
  expect(none.text).toContain('value="2026-12" selected')
  const past = await quan.post(path, { month: '2026-09', reason: 'Bão số 13' })
  expect(past.status).toBe(422)
  expect(past.text).toContain('Bão số 13</textarea>')
  await quan.post(path, { month: '2026-12', reason: 'Bão số 13' })
  expect((await quan.post(path, { month: '2026-12', reason: 'Lũ' })).status).toBe(422)
  expect(await pauses()).toEqual([{ month: '2026-12', reason: 'Bão số 13' }])
})

test('officers read what is paused; only administrators pause and resume', async () => {
  const mai = await signedIn(MAI)
  expect((await mai.get(`/reminders/${office}/pause`)).status).toBe(200)
  expect((await mai.post(`/reminders/${office}/pause`, { month: '2026-12', reason: 'x' })).status).toBe(404)
  expect((await mai.post(`/reminders/${office}/resume`, { month: '2026-12' })).status).toBe(404)
})
