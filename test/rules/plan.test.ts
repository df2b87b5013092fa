import { nextTry } from '../../src/reminders/ledger.rules.ts'
import { communeMoments } from '../../src/reminders/moment.rules.ts'
import { defaultPlan, type Plan, plan, readPlan } from '../../src/reminders/plan.rules.ts'
import { shippedHolidays as holidays } from '../support/holidays.ts'
import { vn } from '../support/reminders.ts'

const changed = (index: number, over: object): unknown =>
  defaultPlan.map((step, at) => (at === index ? { ...step, ...over } : step))
const wrong = (given: unknown) =>
  plan.safeParse(given).error?.issues.map(({ path, message }) => [...path, message].join(' '))

describe('the plan of an office', () => {
  test('as it is to begin with is a good one', () => {
    expect(plan.safeParse(defaultPlan).success).toBe(true)
  })

  test('is refused with the box named: an hour that is none, or outside the mail hours', () => {
    expect(wrong(changed(1, { hour: 24 }))).toEqual(['1 hour hour'])
    expect(wrong(changed(1, { hour: 'tám' }))).toEqual(['1 hour hour'])
    expect(wrong(changed(1, { hour: 6 }))).toEqual(['1 hour window'])
    expect(wrong(changed(1, { hour: 17, minute: 31 }))).toEqual(['1 hour window'])
  })

  test('is refused when two steps fall on one day, or the days are none', () => {
    expect(wrong(changed(2, { days: 3 }))).toEqual(['2 days twice'])
    expect(wrong(changed(2, { days: 0 }))).toEqual(['2 days days'])
    expect(wrong(changed(2, { days: 11 }))).toEqual(['2 days days'])
  })

  test('is refused when no letter to communes is left on', () => {
    expect(wrong(defaultPlan.map(step => ({ ...step, on: false })))).toEqual(['0 on none'])
  })

  test('is refused with the box named: an address that is none, nobody to write to, a field that does not exist', () => {
    expect(wrong(changed(1, { addresses: ['vp@ubnd.example', 'không phải'] }))).toEqual([
      '1 addresses 1 address',
    ])
    const many = Array.from({ length: 11 }, (_, index) => `vp.${index}@ubnd.example`)
    expect(wrong(changed(1, { addresses: many }))).toEqual(['1 addresses address'])
    expect(wrong(changed(1, { reporter: false }))).toEqual(['1 reporter recipients'])
    expect(wrong(changed(1, { sentence: 'Kính gửi {ten_xa}' }))).toEqual(['1 sentence field'])
    expect(wrong(changed(1, { sentence: 'Hạn {han' }))).toEqual(['1 sentence field'])
    expect(wrong(changed(1, { sentence: 'a'.repeat(501) }))).toEqual(['1 sentence sentence'])
    expect(wrong(changed(1, { sentence: '{don_vi} {ky} {han} {con_lai}' }))).toBeUndefined()
  })

  test('stored before there were these boxes reads as it was meant', () => {
    const old = [{ type: 'due-day', days: 0, hour: 8, minute: 0, on: true, leader: false, office: false }]
    expect(readPlan(old)).toEqual([{ ...old[0], reporter: true, above: false, addresses: [], sentence: '' }])
  })

  test('that writes to offices only leaves no letter to communes', () => {
    const offices = defaultPlan.map(step => ({ ...step, reporter: false, leader: false, office: true }))
    expect(wrong(offices)).toEqual(['0 on none'])
  })

  test('that is stored and fits no longer gives way to the default, so that one office cannot stop all letters', () => {
    expect(readPlan([{ type: 'none' }])).toEqual(defaultPlan)
    expect(readPlan(undefined)).toEqual(defaultPlan)
  })

  test('with steps switched off lets the one before last until the next that is on', () => {
    const off: Plan = defaultPlan.map(step => ({ ...step, on: step.type !== 'before' }))
    const dates = { cutOff: '2026-11-14', due: vn('2026-11-25 17:00'), extended: false }
    const [opening, dueDay] = communeMoments(off, dates, holidays)
    expect(opening?.expires).toEqual(vn('2026-11-25 00:00'))
    expect(dueDay?.expires).toEqual(dates.due)
  })
})

test('a letter is tried six times with growing pauses, and then given up', () => {
  const now = vn('2026-11-25 08:00')
  const minutes = [1, 2, 3, 4, 5, 6].map(attempts => {
    const next = nextTry(attempts, now)
    return next && (next.getTime() - now.getTime()) / 60_000
  })
  expect(minutes).toEqual([2, 10, 30, 120, 360, null])
})
