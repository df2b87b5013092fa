import { boxesOf, postPlan, textOf } from '../support/plan-form.ts'
import { openPortal, type Portal } from '../support/portal.ts'

const MAI = 'nguyen.mai@sgd.example'
const QUAN = 'quan.tri@sgd.example'
const Y_LAN = 'y.lan@dakkoi.example'

let portal: Portal
let path: string
beforeAll(async () => {
  portal = await openPortal('2026-11-17T08:00:00+07:00', 'world')
  const { id } = await portal.db
    .selectFrom('unit')
    .select('id')
    .where('code', '=', '51')
    .where('kind', '=', 'office')
    .executeTakeFirstOrThrow()
  path = `/reminders/${id}/plan`
})
afterAll(() => portal.close())

/** Each test begins with the default plan; what was done stays in the log. */
let before = 0
beforeEach(async () => {
  await portal.db.deleteFrom('reminder_plan').execute()
  const { last } = await portal.db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  before = last ?? 0
})

async function signedIn(email: string) {
  const agent = portal.agent()
  await agent.signIn(email)
  return agent
}
const editions = () => portal.db.selectFrom('reminder_plan').selectAll().orderBy('id').execute()
const acts = (act: string) =>
  portal.db.selectFrom('audit').selectAll().where('act', '=', act).where('id', '>', before).execute()

describe('the plan, saved', () => {
  test('is an edition of its own, with what it changed in words in the log and on the list', async () => {
    const quan = await signedIn(QUAN)
    const posted = await postPlan(quan, path, {
      'days-1': '5',
      'time-1': '9h30',
      'sentence-0': 'Chào {don_vi}.',
    })
    expect(posted.status).toBe(303)
    const page = textOf((await quan.get(path)).text)
    expect(page).toContain('Bản số 1, Hồ Minh Quân lưu lúc 08:00 17/11/2026.')
    expect(page).toContain('Trước hạn 5 ngày làm việc')
    const list = textOf((await quan.get(`${path}/editions`)).text)
    expect(list).toContain('Thư “Trước hạn 3 ngày làm việc” chuyển thành “Trước hạn 5 ngày làm việc”')
    expect(list).toContain('Thông báo mở kỳ: lời nhắn mới “Chào {don_vi}.”')
    const [act] = await acts('reminder.plan')
    expect(act?.detail.before[1]).toMatchObject({ days: 3, hour: 8 })
    expect(act?.detail.note).toContain('đổi giờ gửi từ 08:00 sang 09:30')
  })

  test('without a change adds no edition and says so', async () => {
    const quan = await signedIn(QUAN)
    const posted = await postPlan(quan, path, {})
    expect(textOf((await quan.get(posted.headers.location ?? '')).text)).toContain('không có gì thay đổi')
    expect(await editions()).toEqual([])
    expect(await acts('reminder.plan')).toEqual([])
  })

  test('is undone by one press, in a new edition like the one before, and that again', async () => {
    const quan = await signedIn(QUAN)
    await postPlan(quan, path, { 'time-0': '09:00' })
    await postPlan(quan, path, { 'time-0': '10:00' })
    const undo = async () => {
      const edition = (await editions()).at(-1)?.id
      await quan.get(path)
      return quan.post(`${path}/undo`, { edition: String(edition) })
    }
    expect((await undo()).status).toBe(303)
    const [first, second, third] = await editions()
    expect(third?.steps).toEqual(first?.steps)
    expect(third?.undoes).toBe(second?.id)
    expect(textOf((await quan.get(`${path}/editions`)).text)).toContain('Hoàn tác bản số 2.')
    await undo()
    expect((await editions())[3]?.steps).toEqual(second?.steps)
    expect((await acts('reminder.plan-undo')).map(({ detail }) => detail.undone)).toEqual([2, 3])
  })

  test('first edition undone is the default again', async () => {
    const quan = await signedIn(QUAN)
    await postPlan(quan, path, { 'time-0': '09:00' })
    const [first] = await editions()
    await quan.post(`${path}/undo`, { edition: String(first?.id) })
    expect(boxesOf((await quan.get(path)).text)['time-0']).toBe('08:00')
  })
})

describe('two people at one plan', () => {
  test('the second is told, keeps what was typed, and may save over it', async () => {
    const [quan, other] = [await signedIn(QUAN), await signedIn(QUAN)]
    const typed = boxesOf((await other.get(path)).text)
    await postPlan(quan, path, { 'time-0': '09:00' })
    const late = await other.post(path, { ...typed, 'time-3': '10:15' })
    expect(late.status).toBe(409)
    expect(textOf(late.text)).toContain('Hồ Minh Quân đã lưu bản số 1 lúc 08:00 17/11/2026')
    expect(boxesOf(late.text)['time-3']).toBe('10:15')
    expect(await editions()).toHaveLength(1)
    expect((await other.post(path, boxesOf(late.text))).status).toBe(303)
    expect(await editions()).toHaveLength(2)
  })

  test('who press at the same instant make one edition, and the others are told', async () => {
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => signedIn(QUAN)))
    const pages = await Promise.all(people.map(agent => agent.get(path)))
    const answers = await Promise.all(
      people.map((agent, index) =>
        agent.post(path, { ...boxesOf(pages[index]?.text ?? ''), 'time-0': `09:0${index}` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409])
    expect(await editions()).toHaveLength(1)
  })

  test('an undo of an edition that is no longer the latest undoes nothing', async () => {
    const quan = await signedIn(QUAN)
    await postPlan(quan, path, { 'time-0': '09:00' })
    const [first] = await editions()
    await postPlan(quan, path, { 'time-0': '10:00' })
    const late = await quan.post(`${path}/undo`, { edition: String(first?.id) })
    expect(late.status).toBe(409)
    expect(textOf(late.text)).toContain('Chưa hoàn tác: Hồ Minh Quân vừa lưu bản số 2')
    expect(await editions()).toHaveLength(2)
  })
})

describe('a preview', () => {
  test('shows the month by what is typed, with its reasons, and saves nothing', async () => {
    const quan = await signedIn(QUAN)
    const changed = { do: 'preview', 'days-2': '2', 'time-2': '10:10', 'sentence-2': 'Đề nghị gửi sớm.' }
    const shown = await postPlan(quan, path, changed)
    expect(shown.status).toBe(200)
    const page = textOf(shown.text)
    expect(page).toContain('Kế hoạch trên trang này chưa được lưu.')
    expect(page).toMatch(/10:10 Trước hạn 2 ngày làm việc \d+ đơn vị, \d+ thư: công chức phụ trách/)
    expect(page).toContain(
      '2 ngày làm việc trước hạn 17:00 ngày 25/11; không tính cuối tuần, 24/11 (Ngày Văn hóa Việt Nam)',
    )
    expect(page).toContain('đơn vị đã báo cáo, không nhắc')
    expect(boxesOf(shown.text)).toMatchObject({ 'time-2': '10:10', 'sentence-2': 'Đề nghị gửi sớm.' })
    expect(await editions()).toEqual([])
  })

  test('is for a month to come, too, and each month offered has its own holidays', async () => {
    const quan = await signedIn(QUAN)
    const page = textOf((await postPlan(quan, path, { do: 'preview', month: '2027-02' })).text)
    expect(page).toContain('Lịch nhắc kỳ 02/2027')
    expect(page).toContain('Tết')
    const wrong = textOf((await quan.get(`${path}?month=2019-01`)).text)
    expect(wrong).toContain('Lịch nhắc kỳ 11/2026')
  })

  test('of a form with letters added and removed keeps the others', async () => {
    const quan = await signedIn(QUAN)
    const more = await postPlan(quan, path, { do: 'add', add: 'after', 'time-0': '07:45' })
    expect(boxesOf(more.text)).toMatchObject({
      count: '9',
      'type-8': 'after',
      'days-8': '2',
      'time-0': '07:45',
    })
    const fewer = await quan.post(path, { ...boxesOf(more.text), do: 'remove-1' })
    expect(boxesOf(fewer.text)).toMatchObject({ count: '8', 'days-1': '1', 'type-7': 'after' })
    expect((await quan.post(path, boxesOf(fewer.text))).status).toBe(303)
    const [saved] = await editions()
    expect(saved?.steps.map(({ type, days }: { type: string; days: number }) => `${type}-${days}`)).toEqual([
      'opening-0',
      'before-1',
      'due-day-0',
      'after-1',
      'after-2',
      'after-3',
      'digest-due-0',
      'digest-next-0',
    ])
  })
})

describe('a plan that is wrong', () => {
  test('is refused with every box named on top and at the box, and nothing typed is lost', async () => {
    const quan = await signedIn(QUAN)
    const typed = {
      'time-0': '25:00',
      'days-2': '3',
      'time-3': '22:00',
      'addresses-4': 'không phải',
      'sentence-4': 'Xã {ten}',
    }
    for (const press of ['save', 'preview']) {
      const refused = await postPlan(quan, path, { ...typed, do: press })
      expect(refused.status).toBe(422)
      expect(boxesOf(refused.text)).toMatchObject(typed)
      const page = textOf(refused.text)
      expect(page).toContain('Thông báo mở kỳ: Nhập giờ gửi dạng 08:00')
      expect(page).toContain('Quá hạn 1 ngày làm việc: Không có trường {ten}.')
      expect(page).toContain('Chưa xem trước được')
      for (const id of ['time-0', 'addresses-4', 'sentence-4']) {
        expect(refused.text).toContain(`href="#${id}"`)
        expect(refused.text).toContain(`id="${id}-error"`)
      }
    }
    expect(await editions()).toEqual([])
  })

  test('is refused when nothing is left to send, or nobody to send it to', async () => {
    const quan = await signedIn(QUAN)
    const none = await quan.post(path, { ...boxesOf((await quan.get(path)).text), count: '0' })
    expect(none.status).toBe(422)
    expect(textOf(none.text)).toContain('Kế hoạch phải giữ ít nhất một thư')
    const nobody = await postPlan(quan, path, { 'reporter-1': '' })
    expect(nobody.status).toBe(422)
    expect(textOf(nobody.text)).toContain('Trước hạn 3 ngày làm việc: Chưa chọn ai nhận.')
  })
})

test('officers read the plan and its month, and change nothing; communes do not find it', async () => {
  const mai = await signedIn(MAI)
  const page = await mai.get(path)
  expect(textOf(page.text)).toContain('Quản trị viên của cơ quan được sửa kế hoạch này.')
  expect(textOf(page.text)).toContain('Lịch nhắc kỳ 11/2026')
  expect(page.text).not.toContain('name="time-0"')
  expect((await mai.post(path, { count: '0' })).status).toBe(404)
  expect((await mai.post(`${path}/undo`, { edition: '1' })).status).toBe(404)
  const lan = await signedIn(Y_LAN)
  for (const to of [path, `${path}/editions`]) expect((await lan.get(to)).status).toBe(404)
})
