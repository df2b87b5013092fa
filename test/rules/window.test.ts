import { type DeadlinePolicy, deadlineOf, defaultPolicy } from '../../src/calendar/deadline.rules.ts'
import { asMonth, isoVietnam } from '../../src/calendar/month.rules.ts'
import {
  daysLeft,
  type Exceptions,
  mayDraft,
  maySubmit,
  phaseAt,
  sayLateness,
  sayTimeLeft,
  windowOf,
  workingDaysLate,
  workingDaysLeft,
} from '../../src/calendar/window.rules.ts'
import { shippedHolidays as holidays } from '../support/holidays.ts'

const vn = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)

/** The window of 4/2026, due Tuesday 28/4 at 17:00. */
function april(settings: Partial<DeadlinePolicy> = {}, exceptions: Partial<Exceptions> = {}) {
  const policy = { ...defaultPolicy, ...settings }
  const deadline = deadlineOf(asMonth('2026-04'), policy, holidays)
  return windowOf(deadline, { policy, holidays }, { extensionUntil: null, lockedAt: null, ...exceptions })
}

describe('the window of a month', () => {
  test('drafts from the 15th of the month before, reports from the day after the cut-off', () => {
    const { draftsFrom, opens, due } = april()
    expect(isoVietnam(draftsFrom)).toBe('2026-03-15T00:00:00+07:00')
    expect(isoVietnam(opens)).toBe('2026-04-15T00:00:00+07:00')
    expect(isoVietnam(due)).toBe('2026-04-28T17:00:00+07:00')
  })

  test('grace and lock are counted in working days: 29/4, then over 30/4, 1/5 and the weekend', () => {
    const { graceUntil, locksAt } = april({ graceDays: 1, lockDays: 3 })
    expect(isoVietnam(graceUntil)).toBe('2026-04-29T17:00:00+07:00')
    expect(locksAt && isoVietnam(locksAt)).toBe('2026-05-05T17:00:00+07:00')
  })

  test('by default a month never locks by itself, and goes late after three working days', () => {
    expect(april().locksAt).toBeNull()
    expect(phaseAt(april(), vn('2026-05-05 17:00'))).toBe('grace')
    expect(phaseAt(april(), vn('2026-05-05 17:01'))).toBe('late')
    expect(phaseAt(april(), vn('2027-01-01 00:00'))).toBe('late')
  })

  test('the phases follow each other', () => {
    const window = april({ graceDays: 1, lockDays: 3 })
    const phases = [
      '2026-04-14 23:59',
      '2026-04-15 00:00',
      '2026-04-28 17:00',
      '2026-04-28 17:01',
      '2026-04-29 17:01',
      '2026-05-05 17:00',
    ]
    expect(phases.map(it => phaseAt(window, vn(it)))).toEqual([
      'future',
      'open',
      'open',
      'grace',
      'late',
      'locked',
    ])
  })

  test('without grace a late report is late at once', () => {
    expect(phaseAt(april({ graceDays: 0 }), vn('2026-04-28 17:01'))).toBe('late')
  })

  test('a cut-off at or after the due date leaves the whole due date to report in', () => {
    expect(isoVietnam(april({ cutOffDay: 30 }).opens)).toBe('2026-04-28T00:00:00+07:00')
  })
})

describe('an extension', () => {
  const exceptions = { extensionUntil: vn('2026-05-06 11:00') }

  test('moves the due date, the grace and the lock of the unit', () => {
    const window = april({ graceDays: 1, lockDays: 2 }, exceptions)
    expect(isoVietnam(window.due)).toBe('2026-05-06T11:00:00+07:00')
    expect(isoVietnam(window.graceUntil)).toBe('2026-05-07T11:00:00+07:00')
    expect(window.locksAt && isoVietnam(window.locksAt)).toBe('2026-05-08T11:00:00+07:00')
    expect(phaseAt(window, vn('2026-05-06 11:00'))).toBe('open')
  })

  test('lets one unit into a month that was locked by hand, until it ends', () => {
    const lockedAt = vn('2026-04-30 08:00')
    expect(phaseAt(april({}, { lockedAt }), vn('2026-05-04 08:00'))).toBe('locked')
    expect(phaseAt(april({}, { ...exceptions, lockedAt }), vn('2026-05-04 08:00'))).toBe('open')
    expect(phaseAt(april({}, { ...exceptions, lockedAt }), vn('2026-05-06 11:00'))).toBe('locked')
  })
})

describe('a closed month that is opened again', () => {
  const openUntil = vn('2026-05-20 17:00')

  test('takes late reports until then, whatever had closed it, and locks again', () => {
    for (const lock of [
      april({ lockDays: 1 }, { openUntil }),
      april({}, { lockedAt: vn('2026-04-30 08:00'), openUntil }),
    ]) {
      expect(phaseAt(lock, vn('2026-05-20 16:59'))).toBe('late')
      expect(phaseAt(lock, vn('2026-05-20 17:00'))).toBe('locked')
    }
  })

  test('keeps its due date and its grace, so that what comes first then is late', () => {
    const { due, graceUntil } = april({ graceDays: 1 }, { openUntil })
    expect([due, graceUntil].map(isoVietnam)).toEqual([
      '2026-04-28T17:00:00+07:00',
      '2026-04-29T17:00:00+07:00',
    ])
  })

  test('does not lock a month that nothing had closed', () => {
    expect(april({}, { openUntil }).locksAt).toBeNull()
    expect(april({ lockDays: 30 }, { openUntil }).locksAt).toEqual(april({ lockDays: 30 }).locksAt)
  })
})

describe('a lock by hand', () => {
  test('holds from its instant on, before the automatic one', () => {
    const window = april({ lockDays: 3 }, { lockedAt: vn('2026-04-29 08:00') })
    expect(phaseAt(window, vn('2026-04-29 07:59'))).toBe('grace')
    expect(phaseAt(window, vn('2026-04-29 08:00'))).toBe('locked')
  })

  test('does not put off the automatic one', () => {
    const window = april({ lockDays: 3 }, { lockedAt: vn('2026-06-01 08:00') })
    expect(phaseAt(window, vn('2026-05-05 17:00'))).toBe('locked')
  })
})

test('drafts may be kept before the month opens, reports may not be sent', () => {
  const window = april({ lockDays: 3 })
  const may = (text: string) => [mayDraft(window, vn(text)), maySubmit(window, vn(text))]
  expect(may('2026-03-14 23:59')).toEqual([false, false])
  expect(may('2026-04-01 08:00')).toEqual([true, false])
  expect(may('2026-04-20 08:00')).toEqual([true, true])
  expect(may('2026-05-04 08:00')).toEqual([true, true])
  expect(may('2026-05-05 17:00')).toEqual([false, false])
})

describe('how late, in words', () => {
  const friday = vn('2026-09-25 17:00')

  test.each([
    ['2026-09-25 17:00', null],
    ['2026-09-25 17:01', 'trong ngày'],
    ['2026-09-27 09:00', 'chưa đến 1 ngày làm việc'],
    ['2026-09-28 07:00', '1 ngày làm việc'],
    ['2026-09-29 23:59', '2 ngày làm việc'],
  ])('%s after a Friday 17:00: %s', (sent, words) =>
    expect(sayLateness('vi', { at: vn(sent), due: friday }, holidays)).toBe(words),
  )
})

describe('how much time is left', () => {
  const due = vn('2026-11-25 17:00')

  test.each([
    ['2026-11-22 23:59', 'còn 3 ngày'],
    ['2026-11-24 08:00', 'còn 1 ngày'],
    ['2026-11-25 00:00', 'hết hạn lúc 17:00 hôm nay'],
    ['2026-11-25 17:00', 'hết hạn lúc 17:00 hôm nay'],
    ['2026-11-25 17:01', 'đã hết hạn lúc 17:00 hôm nay'],
    ['2026-11-26 07:00', 'quá hạn 1 ngày'],
    ['2026-12-01 07:00', 'quá hạn 6 ngày'],
  ])('%s: %s', (now, words) => expect(sayTimeLeft('vi', vn(now), due)).toBe(words))

  test('calendar days and working days are two counts: 24/11 is a day off since 2026', () => {
    expect(daysLeft(vn('2026-11-23 08:00'), due)).toBe(2)
    expect(workingDaysLeft(vn('2026-11-23 08:00'), due, holidays)).toBe(1)
    expect(workingDaysLeft(vn('2026-11-27 08:00'), due, holidays)).toBe(-2)
  })

  test('lateness is counted in working days', () => {
    const april28 = vn('2026-04-28 17:00')
    expect(workingDaysLate(vn('2026-04-28 16:00'), april28, holidays)).toBe(0)
    expect(workingDaysLate(vn('2026-04-28 18:00'), april28, holidays)).toBe(0)
    expect(workingDaysLate(vn('2026-05-04 09:00'), april28, holidays)).toBe(2)
  })
})
