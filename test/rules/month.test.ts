import fc from 'fast-check'
import {
  addDays,
  addMonths,
  asMonth,
  at,
  dayAt,
  dayIn,
  daysBetween,
  isDay,
  isMonth,
  isoVietnam,
  monthOfDay,
  monthsFrom,
  monthsOfSchoolYear,
  schoolYearOf,
  weekday,
} from '../../src/calendar/month.rules.ts'

const january = asMonth('2026-01')

test.each(['2026-1', '2026-13', '2026-00', '26-01', '2026-01-01', '', ' 2026-01', '9999-12'])(
  '"%s" is no month',
  text => {
    expect(isMonth(text)).toBe(false)
    expect(() => asMonth(text)).toThrow(RangeError)
  },
)

test.each(['2026-02-29', '2026-04-31', '2026-4-1', '2026-00-10', '2026-01-00', '25/04/2026', ''])(
  '"%s" is no day',
  text => {
    expect(isDay(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
  },
)

test('29 February is a day in a leap year', () => expect(isDay('2028-02-29')).toBe(true))

test('months are counted across years, both ways', () => {
  expect(addMonths(january, -1)).toBe('2025-12')
  expect(addMonths(january, 23)).toBe('2027-12')
  expect(monthsFrom(asMonth('2025-11'), asMonth('2026-02'))).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ])
  expect(monthsFrom(january, january)).toEqual(['2026-01'])
  expect(monthsFrom(january, asMonth('2025-12'))).toEqual([])
})

test('day 31 of a shorter month is its last day', () => {
  expect(dayIn(asMonth('2026-04'), 31)).toBe('2026-04-30')
  expect(dayIn(asMonth('2027-02'), 30)).toBe('2027-02-28')
  expect(dayIn(asMonth('2028-02'), 30)).toBe('2028-02-29')
  expect(dayIn(january, 5)).toBe('2026-01-05')
})

test('the school year begins in September', () => {
  expect(schoolYearOf(asMonth('2026-08'))).toBe('2025-2026')
  expect(schoolYearOf(asMonth('2026-09'))).toBe('2026-2027')
  const months = monthsOfSchoolYear('2025-2026')
  expect([months[0], months.at(-1), months.length]).toEqual(['2025-09', '2026-08', 12])
  expect(new Set(months.map(schoolYearOf))).toEqual(new Set(['2025-2026']))
  expect(() => monthsOfSchoolYear('2025-2027')).toThrow(RangeError)
  expect(() => monthsOfSchoolYear('2025')).toThrow(RangeError)
})

test('weekdays are right on days one can look up', () => {
  expect(weekday('2026-04-26')).toBe(0)
  expect(weekday('2026-11-24')).toBe(2)
  expect(weekday('2024-02-29')).toBe(4)
})

test("Vietnam's day begins at 17:00 UTC of the day before", () => {
  expect(dayAt(new Date('2026-11-24T16:59:59.999Z'))).toBe('2026-11-24')
  expect(dayAt(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25')
  expect(at('2026-04-28', 17)).toEqual(new Date('2026-04-28T10:00:00Z'))
  expect(at('2026-04-28', 0, 30)).toEqual(new Date('2026-04-27T17:30:00Z'))
  expect(isoVietnam(at('2026-04-28', 17))).toBe('2026-04-28T17:00:00+07:00')
})

test('days can be counted forth and back from any day', () => {
  const anyDay = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map(dayAt)
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
      const other = addDays(day, n)
      expect(daysBetween(day, other)).toBe(n)
      expect(addDays(other, -n)).toBe(day)
      expect((((weekday(other) - weekday(day) - n) % 7) + 7) % 7).toBe(0)
      expect(monthOfDay(other)).toBe(other.slice(0, 7))
    }),
  )
})
