import { asMonth } from '../../src/calendar/month.rules.ts'
import { checkPause, monthsToPause } from '../../src/reminders/pause.rules.ts'
import { defaultPlan, type Plan } from '../../src/reminders/plan.rules.ts'
import { changesOf } from '../../src/reminders/plan-changes.rules.ts'
import {
  MOST_STEPS,
  newStep,
  readPlanForm,
  readTyped,
  type TypedStep,
  typedOf,
  typesToAdd,
} from '../../src/reminders/plan-form.rules.ts'

const typed = typedOf(defaultPlan)
const withBoxes = (index: number, over: Partial<TypedStep>): TypedStep[] =>
  typed.map((step, at) => (at === index ? { ...step, ...over } : step))
const faultsOf = (given: TypedStep[]) => readPlanForm(given, 'vi').faults
const planOf = (given: TypedStep[]): Plan => readPlanForm(given, 'vi').plan ?? []

describe('the boxes of a plan', () => {
  test('come back as the plan they were made from', () => {
    expect(planOf(typed)).toEqual(defaultPlan)
  })

  test('take a time as people write it', () => {
    const times = ['8', '08', '8h', '8h05', '8g5', '8.30', '0830', '830', ' 17:30 ']
    const read = times.map(time => {
      const { plan, faults } = readPlanForm(withBoxes(0, { time }), 'vi')
      return plan?.[0] ? `${plan[0].hour}:${plan[0].minute}` : faults.map(({ id }) => id).join()
    })
    expect(read).toEqual(['8:0', '8:0', '8:0', '8:5', 'time-0', '8:30', '8:30', '8:30', '17:30'])
  })

  test.each([
    ['24:00', 'time-1', 'giờ từ 0 đến 23'],
    ['-1', 'time-1', 'giờ từ 0 đến 23'],
    ['tám giờ', 'time-1', 'giờ từ 0 đến 23'],
    ['', 'time-1', 'giờ từ 0 đến 23'],
    ['06:59', 'time-1', 'từ 07:00 đến 17:30'],
  ])('refuse "%s" as an hour and name the letter and the box', (time, id, text) => {
    const [fault] = faultsOf(withBoxes(1, { time }))
    expect(fault?.id).toBe(id)
    expect(fault?.text).toContain(text)
    expect(fault?.summary).toMatch(/^Trước hạn 3 ngày làm việc: /)
  })

  test('refuse a number of days that is none, or is taken', () => {
    expect(faultsOf(withBoxes(1, { days: '11' }))[0]?.id).toBe('days-1')
    expect(faultsOf(withBoxes(1, { days: '' }))[0]?.id).toBe('days-1')
    expect(faultsOf(withBoxes(1, { days: '2,5' }))[0]?.text).toContain('từ 1 đến 10')
    expect(faultsOf(withBoxes(2, { days: '3' }))[0]).toMatchObject({ id: 'days-2' })
  })

  test('refuse an address that is none by its name, and more than ten', () => {
    const [fault] = faultsOf(withBoxes(0, { addresses: 'a@b.vn c@d.vn, chủ tịch\ne@f.vn' }))
    expect(fault).toMatchObject({ id: 'addresses-0' })
    expect(fault?.text).toContain('“chủ tịch”')
    const many = Array.from({ length: 11 }, (_, index) => `a${index}@b.vn`).join('\n')
    expect(faultsOf(withBoxes(0, { addresses: many }))[0]?.text).toContain('Nhiều nhất 10 địa chỉ')
    expect(planOf(withBoxes(0, { addresses: 'A@b.vn; a@b.vn c@d.vn' }))[0]?.addresses).toEqual([
      'a@b.vn',
      'c@d.vn',
    ])
  })

  test('refuse a field that does not exist and say which do', () => {
    const [fault] = faultsOf(withBoxes(0, { sentence: 'Kính gửi {ten_xa}, hạn {han}.' }))
    expect(fault).toMatchObject({ id: 'sentence-0' })
    expect(fault?.text).toBe('Không có trường {ten_xa}. Chỉ dùng được: {don_vi}, {ky}, {han}, {con_lai}.')
  })

  test('refuse a sentence that is too long or names a pupil', () => {
    expect(faultsOf(withBoxes(0, { sentence: 'a'.repeat(501) }))[0]?.id).toBe('sentence-0')
    expect(faultsOf(withBoxes(0, { sentence: 'Gọi em ở số 0912 345 678' }))[0]?.id).toBe('sentence-0')
  })

  test('refuse a letter that nobody gets, unless it is switched off', () => {
    const nobody = { reporter: false, leader: false, office: false, above: false }
    expect(faultsOf(withBoxes(1, nobody))).toMatchObject([{ id: 'reporter-1' }])
    expect(faultsOf(withBoxes(1, { ...nobody, on: false }))).toEqual([])
  })

  test('refuse a plan without a letter to communes: all off, all removed, or the office alone', () => {
    const none = 'ít nhất một thư gửi công chức phụ trách hoặc lãnh đạo xã'
    expect(faultsOf(typed.map(step => ({ ...step, on: false })))[0]).toMatchObject({ id: 'steps' })
    expect(faultsOf([])[0]?.text).toContain(none)
    const told = typed.map(step => ({ ...step, reporter: false, leader: false, office: true }))
    expect(faultsOf(told)[0]?.text).toContain(none)
  })

  test('refuse more letters than a month can bear', () => {
    const many = Array.from({ length: MOST_STEPS + 1 }, () => newStep('after', typed))
    expect(faultsOf(many)[0]?.text).toContain(`nhiều nhất ${MOST_STEPS} thư`)
  })

  test('forged in number or kind are read only so far, and refused', () => {
    expect(readTyped({ count: '1e9' })).toHaveLength(40)
    expect(readTyped({ count: '-3' })).toEqual([])
    expect(readTyped({ count: '1', 'type-0': ['x', 'y'] })[0]?.type).toBe('x')
    expect(readPlanForm(readTyped({ count: '1', 'type-0': 'x', 'time-0': '8' }), 'vi').plan).toBeNull()
  })

  test('offer a further letter on the first free day, and each single kind once', () => {
    expect(newStep('before', typed)).toMatchObject({ days: '2', time: '08:00', reporter: true })
    expect(typesToAdd(typed)).toEqual(['before', 'after'])
    expect(typesToAdd([])).toHaveLength(6)
  })

  test('are saved in the order of the month', () => {
    const plan = planOf([...typed, newStep('before', typed)])
    expect(plan.map(({ type, days }) => `${type} ${days}`).slice(0, 4)).toEqual([
      'opening 0',
      'before 3',
      'before 2',
      'before 1',
    ])
  })
})

describe('what an edition changed', () => {
  const changed = (index: number, over: Partial<Plan[number]>): Plan =>
    defaultPlan.map((step, at) => (at === index ? { ...step, ...over } : step))

  test('is said in words', () => {
    const tell = (after: Plan) => changesOf(defaultPlan, after, 'vi')
    expect(tell(defaultPlan)).toEqual([])
    expect(tell(changed(1, { hour: 9 }))).toEqual([
      'Trước hạn 3 ngày làm việc: đổi giờ gửi từ 08:00 sang 09:00',
    ])
    expect(tell(changed(1, { days: 5, on: false }))).toEqual([
      'Thư “Trước hạn 3 ngày làm việc” chuyển thành “Trước hạn 5 ngày làm việc”',
      'Trước hạn 5 ngày làm việc: ngừng gửi',
    ])
    expect(tell(changed(4, { leader: false, above: true, addresses: ['a@b.vn'] }))).toEqual([
      'Quá hạn 1 ngày làm việc: gửi thêm cơ quan cấp trên, a@b.vn',
      'Quá hạn 1 ngày làm việc: thôi gửi lãnh đạo xã',
    ])
    expect(tell(changed(0, { sentence: 'Chào {don_vi}.' }))).toEqual([
      'Thông báo mở kỳ: lời nhắn mới “Chào {don_vi}.”',
    ])
  })

  test('tells what was added and removed', () => {
    const { opening, ...rest } = { opening: defaultPlan[0], rest: defaultPlan.slice(1) }
    expect(opening?.type).toBe('opening')
    expect(changesOf(defaultPlan, rest.rest, 'vi')).toEqual(['Bỏ thư “Thông báo mở kỳ”'])
    expect(changesOf(rest.rest, defaultPlan, 'vi')).toEqual(['Thêm thư “Thông báo mở kỳ”, gửi lúc 08:00'])
  })
})

describe('a pause', () => {
  const offered = monthsToPause(asMonth('2026-11'))

  test('is for a month from the one in hand on, with a reason that names nobody', () => {
    const ask = (month: string, reason: string) => checkPause({ month, reason }, offered, 'vi')
    expect(ask('2026-12', 'Bão số 13')).toEqual({ month: '2026-12', faults: [] })
    expect(ask('2026-10', 'Bão số 13').faults).toMatchObject([{ field: 'month' }])
    expect(ask('2026-12', '').faults).toMatchObject([{ field: 'reason' }])
    expect(ask('x', 'a'.repeat(301)).faults).toMatchObject([{ field: 'month' }, { field: 'reason' }])
    expect(ask('2026-12', 'Em Nguyễn Văn A sinh ngày 01/02/2011').faults).toHaveLength(1)
  })
})
