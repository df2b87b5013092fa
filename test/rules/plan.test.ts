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
