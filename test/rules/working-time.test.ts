import { holidaysByDay } from '../../src/calendar/deadline.rules.ts'
import { workingMinutesBetween } from '../../src/calendar/working-time.rules.ts'
import { isSilent, silentKind, silentKinds, silentMinutes } from '../../src/reminders/watch.rules.ts'

const hours = { opens: 7 * 60, closes: 17 * 60 + 30 }
const holidays = holidaysByDay([
  { day: '2026-11-24', kind: 'off', name: 'Ngày Văn hóa Việt Nam' },
  { day: '2026-11-28', kind: 'work', name: 'Làm bù' },
])
const vn = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const between = (from: string, to: string) =>
  workingMinutesBetween({ from: vn(from), to: vn(to) }, hours, holidays)

describe('working time', () => {
  test.each([
    ['within a morning', '2026-11-25 08:00', '2026-11-25 09:30', 90],
    ['over an evening', '2026-11-25 17:00', '2026-11-26 08:00', 30 + 60],
    ['at night is none', '2026-11-25 17:30', '2026-11-26 07:00', 0],
    ['leaves a holiday out', '2026-11-23 17:00', '2026-11-25 07:10', 30 + 10],
    [
      'leaves a Sunday out, but not a Saturday that is worked',
      '2026-11-27 17:00',
      '2026-11-30 07:10',
      30 + 630 + 10,
    ],
    ['of a whole week', '2026-11-30 00:00', '2026-12-07 00:00', 5 * 630],
    ['at one instant is none', '2026-11-25 08:00', '2026-11-25 08:00', 0],
    ['does not run backwards', '2026-11-25 09:00', '2026-11-25 08:00', 0],
    ['does not run backwards over days', '2026-11-26 09:00', '2026-11-25 08:00', 0],
  ])('%s', (_, from, to, minutes) => {
    expect(between(from, to)).toBe(minutes)
  })

  test('adds up, wherever it is cut', () => {
    const [from, to] = ['2026-11-23 16:00', '2026-12-01 10:00']
    for (const cut of ['2026-11-23 16:30', '2026-11-24 12:00', '2026-11-28 18:00', '2026-11-30 07:00'])
      expect(between(from, cut) + between(cut, to)).toBe(between(from, to))
  })
})

describe('the reminders are silent', () => {
  const silent = (since: string | null, now: string) =>
    isSilent(silentMinutes(since ? vn(since) : null, vn(now), holidays))

  test.each([
    ['after two hours of a working day', '2026-11-25 08:00', '2026-11-25 10:00', true],
    ['not a minute before', '2026-11-25 08:00', '2026-11-25 09:59', false],
    ['not over a night', '2026-11-25 16:00', '2026-11-26 07:29', false],
    ['half an hour into the next day', '2026-11-25 16:00', '2026-11-26 07:30', true],
    ['not over a weekend and a holiday', '2026-11-21 12:00', '2026-11-23 08:59', false],
    ['not before anybody has ever waited', null, '2026-11-25 10:00', false],
  ])('%s', (_, since, now, expected) => {
    expect(silent(since, now)).toBe(expected)
  })

  test('a silence has one letter, and one more for each further working day', () => {
    const since = vn('2026-11-25 08:00')
    const kindAt = (now: string) => silentKind(since, silentMinutes(since, vn(now), holidays))
    expect(kindAt('2026-11-25 10:00')).toBe('watch:silent:2026-11-25T08:00:00+07:00:0')
    expect(kindAt('2026-11-26 09:59')).toBe(kindAt('2026-11-25 10:00'))
    expect(kindAt('2026-11-26 10:00')).toBe('watch:silent:2026-11-25T08:00:00+07:00:1')
    expect(kindAt('2026-11-26 10:00').startsWith(silentKinds(since))).toBe(true)
  })
})
