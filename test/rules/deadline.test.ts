import fc from 'fast-check'
import {
  addWorkingDays,
  type DeadlinePolicy,
  deadlineOf,
  defaultPolicy,
  explainDeadline,
  holidaysByDay,
  isWorkingDay,
  timingOf,
  whyOff,
  withMonthRule,
  workingDaysBetween,
} from '../../src/calendar/deadline.rules.ts'
import { addDays, asMonth, at, isoVietnam, monthsFrom } from '../../src/calendar/month.rules.ts'
import { shippedHolidays as holidays } from '../support/holidays.ts'

const deadline = (month: string, policy: Partial<DeadlinePolicy> = {}) =>
  deadlineOf(asMonth(month), { ...defaultPolicy, ...policy }, holidays)

describe('the due date of every month from 2021 to 2027', () => {
  // Worked out on paper calendars. Months that are not here fall due on the 25th itself.
  const moved: Record<string, string> = {
    '2021-04': '2021-04-26', // Sunday
    '2021-07': '2021-07-26', // Sunday
    '2021-09': '2021-09-27', // Saturday
    '2021-12': '2021-12-27', // Saturday
    '2022-06': '2022-06-27', // Saturday
    '2022-09': '2022-09-26', // Sunday
    '2022-12': '2022-12-26', // Sunday
    '2023-01': '2023-01-27', // Wednesday and Thursday in lieu of Tết, back on Friday
    '2023-02': '2023-02-27', // Saturday
    '2023-03': '2023-03-27', // Saturday
    '2023-06': '2023-06-26', // Sunday
    '2023-11': '2023-11-27', // Saturday
    '2024-02': '2024-02-26', // Sunday
    '2024-05': '2024-05-27', // Saturday; the worked one was 4 May
    '2024-08': '2024-08-26', // Sunday
    '2025-01': '2025-02-03', // Saturday, Sunday, Tết from Monday to Friday, another weekend
    '2025-05': '2025-05-26', // Sunday
    '2025-10': '2025-10-27', // Saturday
    '2026-01': '2026-01-26', // Sunday
    '2026-04': '2026-04-28', // Saturday, Sunday (Giỗ Tổ), Monday in lieu
    '2026-07': '2026-07-27', // Saturday
    '2026-10': '2026-10-26', // Sunday
    '2027-04': '2027-04-26', // Sunday
    '2027-07': '2027-07-26', // Sunday
    '2027-09': '2027-09-27', // Saturday
    '2027-12': '2027-12-27', // Saturday
  }

  test.each(monthsFrom(asMonth('2021-01'), asMonth('2027-12')))('%s', month => {
    const { nominal, dueDay, due } = deadline(month)
    expect(nominal).toBe(`${month}-25`)
    expect(dueDay).toBe(moved[month] ?? `${month}-25`)
    expect(isoVietnam(due)).toBe(`${dueDay}T17:00:00+07:00`)
  })
})

describe('why then', () => {
  test('each skipped day is named with its own reason', () => {
    expect(deadline('2026-04').because).toBe(
      '25/4 là thứ Bảy, 26/4 là Chủ nhật, 27/4 Nghỉ bù Giỗ Tổ (26/4) → hạn 17:00 ngày 28/4/2026',
    )
    expect(deadline('2023-01').because).toBe('25/1 Nghỉ bù Tết, 26/1 Nghỉ bù Tết → hạn 17:00 ngày 27/1/2023')
  })

  test('a due date may leave its month behind', () => {
    expect(deadline('2025-01').because).toBe(
      '25/1 là thứ Bảy, 26/1 là Chủ nhật, 27/1 Tết Nguyên đán, 28/1 Tết Nguyên đán, ' +
        '29/1 Tết Nguyên đán (mùng 1), 30/1 Tết Nguyên đán, 31/1 Tết Nguyên đán, ' +
        '1/2 là thứ Bảy, 2/2 là Chủ nhật → hạn 17:00 ngày 3/2/2025',
    )
  })

  test('an ordinary working day says so', () => {
    expect(deadline('2026-06').because).toBe('25/6/2026 là thứ Năm, ngày làm việc → hạn 17:00 ngày 25/6/2026')
  })

  test('a working Saturday is worked, and says in exchange for what', () => {
    expect(deadline('2025-04', { dueDay: 26 }).because).toBe(
      '26/4/2025 là thứ Bảy nhưng đi làm (Làm bù cho 2/5) → hạn 17:00 ngày 26/4/2025',
    )
  })

  test('a roll that stops at a working Saturday names it too', () => {
    const friday = holidaysByDay([
      ...holidays.values(),
      { day: '2025-04-25', kind: 'off', name: 'Ngày nghỉ riêng' },
    ])
    expect(deadlineOf(asMonth('2025-04'), defaultPolicy, friday).because).toBe(
      '25/4 Ngày nghỉ riêng, 26/4/2025 là thứ Bảy nhưng đi làm (Làm bù cho 2/5) → hạn 17:00 ngày 26/4/2025',
    )
  })

  test('a holiday on a Sunday is told by its name once the table holds it', () => {
    const ancestors = holidaysByDay([
      ...holidays.values(),
      { day: '2026-04-26', kind: 'off', name: 'Giỗ Tổ' },
    ])
    expect(deadlineOf(asMonth('2026-04'), defaultPolicy, ancestors).because).toContain(
      '25/4 là thứ Bảy, 26/4 Giỗ Tổ, 27/4',
    )
  })

  test('a year nobody entered holidays for admits it', () => {
    expect(deadline('2028-01').because).toBe(
      '25/1/2028 là thứ Ba, ngày làm việc (chưa có lịch nghỉ năm 2028) → hạn 17:00 ngày 25/1/2028',
    )
  })

  test('the same reason can be told in English', () => {
    expect(explainDeadline('en', deadline('2026-01'), holidays)).toBe(
      '25/1 is a Sunday → due 17:00 on 26/1/2026',
    )
  })
})

describe("the office's settings", () => {
  test('a due date may roll back to the working day before', () => {
    const { dueDay, because } = deadline('2025-05', { roll: 'previous' })
    expect(dueDay).toBe('2025-05-23')
    expect(because).toBe('25/5 là Chủ nhật, 24/5 là thứ Bảy → hạn 17:00 ngày 23/5/2025')
  })

  test('a due date may stay on a day off', () => {
    const { dueDay, because } = deadline('2026-04', { roll: 'none' })
    expect(dueDay).toBe('2026-04-25')
    expect(because).toBe(
      '25/4 là thứ Bảy, nhưng cơ quan giữ nguyên hạn khi rơi vào ngày nghỉ → hạn 17:00 ngày 25/4/2026',
    )
  })

  test('another day and hour, clamped to a short month', () => {
    const { nominal, due } = deadline('2026-02', { dueDay: 31, dueHour: 16, dueMinute: 30 })
    expect(nominal).toBe('2026-02-28')
    expect(isoVietnam(due)).toBe('2026-03-02T16:30:00+07:00')
  })

  test('figures cover the 15th of the month before to the 14th', () => {
    expect(deadline('2026-01')).toMatchObject({ periodFrom: '2025-12-15', cutOff: '2026-01-14' })
    expect(deadline('2026-03', { cutOffDay: 31 })).toMatchObject({
      periodFrom: '2026-03-01',
      cutOff: '2026-03-31',
    })
  })

  test('one month may have a date of its own, which is not rolled', () => {
    const rule = { dueAt: at('2026-04-26', 12), cutOff: '2026-04-10', reason: 'họp giao ban 27/4' }
    expect(withMonthRule(deadline('2026-04'), rule)).toMatchObject({
      nominal: '2026-04-25',
      dueDay: '2026-04-26',
      cutOff: '2026-04-10',
      because: 'Cơ quan ấn định hạn riêng cho kỳ này (họp giao ban 27/4) → hạn 12:00 ngày 26/4/2026',
    })
    expect(withMonthRule(deadline('2026-04'), { dueAt: null, cutOff: null, reason: '' })).toEqual(
      deadline('2026-04'),
    )
  })
})

describe('working days', () => {
  test('the table overrules the week', () => {
    expect(isWorkingDay('2026-08-22', holidays)).toBe(true)
    expect(isWorkingDay('2026-08-31', holidays)).toBe(false)
    expect(whyOff('2026-08-31', holidays)).toBe('Hoán đổi (làm bù 22/8)')
    expect(whyOff('2026-08-23', holidays)).toBe('Chủ nhật')
    expect(whyOff('2026-08-23', holidays, 'en')).toBe('Sunday')
    expect(whyOff('2026-08-22', holidays)).toBeNull()
  })

  test('three working days before the due date of 4/2026 is Wednesday the 22nd', () => {
    expect(addWorkingDays('2026-04-28', -3, holidays)).toBe('2026-04-22')
    expect(addWorkingDays('2026-04-24', 1, holidays)).toBe('2026-04-28')
    expect(addWorkingDays('2026-04-25', 0, holidays)).toBe('2026-04-25')
  })

  test('working days are counted after the first day, up to the last', () => {
    expect(workingDaysBetween('2026-04-24', '2026-04-28', holidays)).toBe(1)
    expect(workingDaysBetween('2026-04-28', '2026-04-28', holidays)).toBe(0)
    expect(workingDaysBetween('2026-04-28', '2026-04-24', holidays)).toBe(-1)
    expect(workingDaysBetween('2026-08-21', '2026-09-03', holidays)).toBe(7)
  })

  test('going n working days on crosses exactly n of them', () => {
    const anyDay = fc.integer({ min: 0, max: 2500 }).map(n => addDays('2021-01-01', n))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const reached = addWorkingDays(day, n, holidays)
        expect(isWorkingDay(reached, holidays)).toBe(true)
        expect(workingDaysBetween(day, reached, holidays)).toBe(n)
      }),
    )
  })
})

describe('on time or late', () => {
  const april = deadline('2026-04')
  const second = (day: string, clock: string) => new Date(`${day}T${clock}+07:00`)
  const now = second('2026-05-20', '08:00:00')

  test('at 17:00:00 on the due date is on time, a moment later is late', () => {
    expect(timingOf(second('2026-04-28', '17:00:00'), april, null, now)).toBe('on-time')
    expect(timingOf(second('2026-04-28', '17:00:00.001'), april, null, now)).toBe('late')
  })

  test('within an extension is on time', () => {
    const until = second('2026-05-05', '17:00:00')
    expect(timingOf(second('2026-05-05', '09:00:00'), april, until, now)).toBe('on-time')
    expect(timingOf(second('2026-05-06', '09:00:00'), april, until, now)).toBe('late')
  })

  test('an extension never shortens the time', () => {
    const until = second('2026-04-20', '17:00:00')
    expect(timingOf(second('2026-04-28', '09:00:00'), april, until, now)).toBe('on-time')
  })

  test('what was not submitted is awaited, then overdue', () => {
    expect(timingOf(null, april, null, second('2026-04-28', '16:59:00'))).toBe('awaited')
    expect(timingOf(null, april, null, now)).toBe('overdue')
  })
})
