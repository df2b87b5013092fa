import { asMonth } from '../../src/calendar/month.rules.ts'
import { defaultPlan, type Plan } from '../../src/reminders/plan.rules.ts'
import { calendarOf, sumOf } from '../../src/reminders/plan-calendar.rules.ts'
import { type Entry, planPreview } from '../../src/reminders/plan-preview.rules.ts'
import { dakKoi, line, officer, officeWith, submitted, vn, yLan } from '../support/reminders.ts'

const monday = vn('2026-11-02 09:00')
const konBraih = dakKoi({ id: 4, code: '23497', name: 'Xã Kon Braih', ...submitted('2026-11-16 10:00') })
const nobody = dakKoi({ id: 5, code: '23500', name: 'Xã Không Thư', people: [] })
const changed = (index: number, over: Partial<Plan[number]>): Plan =>
  defaultPlan.map((step, at) => (at === index ? { ...step, ...over } : step))
const kinds = (entries: readonly Entry[]) =>
  entries.map(
    ({ kind, at }) => `${kind} ${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(5, 16)}`,
  )
const one = (entries: readonly Entry[], kind: string): Entry => {
  const found = entries.find(it => it.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

describe('a month before it is saved', () => {
  test('shows every letter in its order, counted around days off', () => {
    expect(kinds(planPreview(officeWith(), defaultPlan, monday))).toEqual([
      'opening 11-16T08:00',
      'before-3 11-19T08:00',
      'before-1 11-23T08:00',
      'due-day 11-25T07:30',
      'digest-due 11-25T17:30',
      'after-1 11-26T08:00',
      'digest-next 11-26T08:00',
      'after-3 11-30T08:00',
    ])
  })

  test('follows what is typed, not what is stored', () => {
    const entries = planPreview(officeWith(), changed(1, { days: 5, hour: 9, minute: 30 }), monday)
    expect(kinds(entries)).toContain('before-5 11-17T09:30')
    expect(kinds(planPreview(officeWith(), changed(1, { on: false }), monday)).join()).not.toContain(
      'before-3',
    )
  })

  test('counts communes and letters, and says who is left out and why', () => {
    const entries = planPreview(
      officeWith({ units: [dakKoi(), konBraih, nobody] }),
      defaultPlan,
      vn('2026-11-17 09:00'),
    )
    expect(one(entries, 'before-3')).toMatchObject({ stage: 'ahead', communes: 1, mails: 1, others: 0 })
    expect(one(entries, 'after-3')).toMatchObject({ communes: 1, mails: 2, others: 2 })
    expect(one(entries, 'before-3').leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ['reported', 1],
      ['nobody', 1],
    ])
  })

  test('tells from the ledger what has left already', () => {
    const rows = [line('opening', yLan), line('before-3', yLan, { status: 'skipped' })]
    const entries = planPreview(
      officeWith({ units: [dakKoi({ rows })] }),
      defaultPlan,
      vn('2026-11-20 09:00'),
    )
    expect(one(entries, 'opening')).toMatchObject({ stage: 'past', communes: 1, mails: 1 })
    expect(one(entries, 'before-3')).toMatchObject({ stage: 'past', communes: 0, mails: 0 })
    expect(one(entries, 'before-1')).toMatchObject({ stage: 'ahead', communes: 1 })
  })

  test('keeps the hour at which a letter left, whatever is typed for it now', () => {
    const facts = officeWith({ units: [dakKoi({ rows: [line('opening', yLan)] })] })
    const entries = planPreview(facts, changed(0, { hour: 14 }), vn('2026-11-20 09:00'))
    expect(one(entries, 'opening').at).toEqual(vn('2026-11-16 08:00'))
  })

  test('warns that a letter put on a day just past leaves at once', () => {
    const rows = [line('opening', yLan), line('before-3', yLan)]
    const facts = officeWith({ units: [dakKoi({ rows })] })
    const evening = vn('2026-11-20 18:00')
    const entry = one(planPreview(facts, changed(2, { days: 2 }), evening), 'before-2')
    expect(entry).toMatchObject({ stage: 'now', communes: 1, at: vn('2026-11-23 07:00') })
  })

  test('gives units with more time their own letters', () => {
    const late = dakKoi({ id: 6, extensionUntil: vn('2026-11-30 17:00') })
    const entries = planPreview(officeWith({ units: [dakKoi(), late] }), defaultPlan, monday)
    expect(one(entries, 'before-1@2026-11-30')).toMatchObject({ communes: 1, at: vn('2026-11-27 08:00') })
    expect(one(entries, 'before-1')).toMatchObject({ communes: 1 })
    expect(one(entries, 'opening')).toMatchObject({ communes: 2 })
  })

  test('in a paused month reaches nobody, and says why', () => {
    const facts = { ...officeWith(), paused: { reason: 'Bão số 13' } }
    const entries = planPreview(facts, defaultPlan, monday)
    expect(entries.every(it => it.mails + it.others === 0)).toBe(true)
    expect(one(entries, 'before-3').leftOut[0]?.because).toContain('Bão số 13')
  })

  test('counts the office, the one above and named addresses apart', () => {
    const above = {
      id: 9,
      name: 'Bộ GD&ĐT',
      people: officeWith()
        .people.filter(({ email }) => email === officer)
        .map(it => ({ ...it, email: 'a@moet.example' })),
    }
    const facts = { ...officeWith(), above }
    const plan = changed(5, { above: true, addresses: ['vp@ubnd.example'] })
    expect(one(planPreview(facts, plan, monday), 'after-3')).toMatchObject({ mails: 2, others: 4 })
  })
})

describe('the calendar', () => {
  const drawn = (month = '2026-11', now = monday, plan: Plan = defaultPlan) => {
    const facts = officeWith({ month })
    return calendarOf(facts, planPreview(facts, plan, now), { now, lang: 'vi' })
  }
  const dayOf = (day: string, days = drawn()) => days.find(it => it.day === day)

  test('is whole weeks from Monday to Sunday', () => {
    const days = drawn()
    expect([days[0]?.day, days.at(-1)?.day, days.length]).toEqual(['2026-10-26', '2026-12-06', 42])
  })

  test('marks the due date, the day off with its name, the cut-off and today', () => {
    expect(dayOf('2026-11-25')).toMatchObject({ due: true, marks: ['Hạn gửi 17:00'], label: 'Thứ Tư 25/11' })
    expect(dayOf('2026-11-24')).toMatchObject({ off: true, marks: ['Ngày Văn hóa Việt Nam'], empty: false })
    expect(dayOf('2026-11-14')).toMatchObject({ marks: ['Chốt số liệu'] })
    expect(dayOf('2026-11-02')).toMatchObject({ today: true })
    expect(dayOf('2026-11-21')).toMatchObject({ off: true, marks: [], empty: true })
  })

  test('says why the letter falls on its day, and which days do not count', () => {
    expect(dayOf('2026-11-19')?.entries[0]).toMatchObject({
      clock: '08:00',
      kind: 'Trước hạn 3 ngày làm việc',
      to: ['1 đơn vị, 1 thư: công chức phụ trách'],
      why: '3 ngày làm việc trước hạn 17:00 ngày 25/11; không tính cuối tuần, 24/11 (Ngày Văn hóa Việt Nam)',
    })
    expect(dayOf('2026-11-16')?.entries[0]?.why).toBe(
      'Ngày làm việc đầu tiên sau ngày chốt số liệu 14/11; không tính cuối tuần',
    )
  })

  test('names holidays in a row once, and a due date that was moved', () => {
    const now = vn('2026-02-02 09:00')
    const plan = changed(1, { days: 7 })
    const tet = drawn('2026-02', now, plan)
      .flatMap(({ entries }) => entries)
      .find(({ kind }) => kind.includes('7'))
    expect(tet?.why).toContain(
      '16/2 (Tết Nguyên đán), 17/2 (Tết Nguyên đán (mùng 1)), 18/2–20/2 (Tết Nguyên đán)',
    )
    const april = drawn('2026-04', vn('2026-04-01 09:00'))
    expect(dayOf('2026-04-25', april)?.marks).toEqual(['Hạn thường lệ, chuyển sang 28/4'])
    expect(dayOf('2026-04-28', april)).toMatchObject({ due: true })
  })

  test('sums what is still to come', () => {
    const facts = officeWith()
    expect(sumOf(planPreview(facts, defaultPlan, monday), 'vi')).toMatch(/^Còn 12 thư sẽ gửi, trong 6 ngày/)
  })

  test('reaches into the next month when the last letters do', () => {
    const facts = officeWith({ month: '2026-05' })
    expect(asMonth('2026-05')).toBe(facts.month)
    const late = changed(5, { days: 10 })
    const days = calendarOf(facts, planPreview(facts, late, vn('2026-05-04 09:00')), {
      now: monday,
      lang: 'vi',
    })
    expect(days.at(-1)?.day).toBe('2026-06-14')
    expect(dayOf('2026-06-08', days)).toMatchObject({ outside: true, empty: false })
  })
})
