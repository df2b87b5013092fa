import {
  type Deadline,
  deadlineOf,
  defaultPolicy,
  dueFor,
  explainDeadline,
  holidaysByDay,
} from '../../src/calendar/deadline.rules.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { monthDeadline } from '../../src/calendar/month-deadline.rules.ts'
import { withDownDays } from '../../src/calendar/outage.rules.ts'
import type { Outage } from '../../src/calendar/outage-span.rules.ts'
import { windowOf, workingDaysLate } from '../../src/calendar/window.rules.ts'
import { formatTime } from '../../src/words/vietnamese.ts'

const month = asMonth('2026-11')
const holidays = holidaysByDay([
  { day: '2026-11-24', kind: 'off', name: 'Ngày Văn hóa Việt Nam' },
  { day: '2026-11-28', kind: 'work', name: 'Làm bù' },
])
const vn = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+07:00`)
const down = (from: string, until: string): Outage => ({ from: vn(from), until: vn(until) })

type Asked = { due?: string; policy?: Partial<typeof defaultPolicy> }

function dueWith(outages: Outage[], { due, policy = {} }: Asked = {}): Deadline {
  const rule = due ? { dueAt: vn(due), cutOff: null, reason: 'Bão số 12' } : null
  return monthDeadline(month, { policy: { ...defaultPolicy, ...policy }, holidays, outages, rule })
}
const due = (outages: Outage[], asked: Asked = {}) => formatTime(dueWith(outages, asked).due)

describe('time in which the portal was down on the due day', () => {
  test.each([
    ['without an outage nothing moves', [], '17:00 25/11/2026'],
    [
      'over the due instant: two hours, from the next morning on',
      [down('11-25 15:00', '11-25 17:30')],
      '09:00 26/11/2026',
    ],
    [
      'in the morning: the afternoon is as much longer',
      [down('11-25 10:00', '11-25 10:30')],
      '17:30 25/11/2026',
    ],
    ['the rest of it on the next working day', [down('11-25 09:00', '11-25 11:00')], '08:30 26/11/2026'],
    ['at night takes nothing from anybody', [down('11-25 01:00', '11-25 06:59')], '17:00 25/11/2026'],
    ['before the offices open does not count', [down('11-24 22:00', '11-25 07:30')], '17:30 25/11/2026'],
    ['on an earlier day is not given back', [down('11-23 08:00', '11-23 16:00')], '17:00 25/11/2026'],
    ['after the due instant is not given back', [down('11-25 17:00', '11-25 17:30')], '17:00 25/11/2026'],
    ['all day: a day later, at the same hour', [down('11-25 06:00', '11-25 18:00')], '17:00 26/11/2026'],
    [
      'what is given back skips a further outage',
      [down('11-25 15:00', '11-25 17:30'), down('11-26 07:30', '11-26 10:00')],
      '11:30 26/11/2026',
    ],
    [
      'for days: what was lost on the due day, once it is up',
      [down('11-25 15:00', '11-27 12:00')],
      '14:00 27/11/2026',
    ],
    [
      'a Saturday that is worked is used, a Sunday not',
      [down('11-25 07:00', '11-28 17:00')],
      '16:30 30/11/2026',
    ],
    [
      'entered twice is lost once',
      [down('11-25 15:00', '11-25 17:30'), down('11-25 15:30', '11-25 16:30')],
      '09:00 26/11/2026',
    ],
  ])('%s', (_, outages, expected) => {
    expect(due(outages)).toBe(expected)
  })

  test('moves a date that the office set itself too, and an hour in the evening', () => {
    expect(due([down('11-30 16:00', '11-30 18:00')], { due: '11-30 17:00' })).toBe('08:00 01/12/2026')
    expect(due([down('11-25 22:30', '11-25 23:30')], { policy: { dueHour: 23 } })).toBe('07:30 26/11/2026')
  })

  test('never leaves a due instant where nobody could send, before the offices open either', () => {
    const early = { policy: { dueHour: 6 } }
    expect(due([down('11-25 05:00', '11-25 08:00')], early)).toBe('08:00 25/11/2026')
    expect(due([down('11-25 04:00', '11-25 05:00')], early)).toBe('06:00 25/11/2026')
  })

  test('is given back to an extension on its own last day', () => {
    const deadline = dueWith([down('11-27 16:00', '11-27 17:30')])
    expect(formatTime(deadline.due)).toBe('17:00 25/11/2026')
    expect(formatTime(dueFor(deadline, vn('11-27 17:00')))).toBe('08:00 28/11/2026')
    expect(formatTime(dueFor(deadline, vn('11-26 17:00')))).toBe('17:00 26/11/2026')
  })

  test('is said with the reason, in both languages', () => {
    const deadline = dueWith([down('11-25 15:00', '11-25 17:30')])
    expect(deadline.because).toBe(
      '25/11/2026 là thứ Tư, ngày làm việc → hạn 17:00 ngày 25/11/2026; ' +
        'Cổng ngừng hoạt động 15:00–17:30 ngày 25/11 → hạn lùi đến 09:00 ngày 26/11/2026',
    )
    expect(explainDeadline('vi', deadline, holidays)).toBe(deadline.because)
    expect(explainDeadline('en', deadline, holidays)).toContain('the portal was down 15:00–17:30 on 25/11')
    const own = dueWith([down('11-30 16:00', '11-30 18:00')], { due: '11-30 17:00' })
    expect(own.because).toContain('(Bão số 12) → hạn 17:00 ngày 30/11/2026; Cổng ngừng')
  })

  test('leaves a deadline as it is when nothing was lost', () => {
    const { givesBack, ...same } = dueWith([down('11-23 08:00', '11-23 16:00')])
    expect(same).toEqual(deadlineOf(month, defaultPolicy, holidays))
    expect(dueWith([])).toEqual(same)
    expect(givesBack).toBeDefined()
  })
})

describe('a working day on which the portal was down from first to last', () => {
  const outages = [down('11-26 06:30', '11-27 12:00')]
  const counted = withDownDays(holidays, outages)

  test('is no working day late; half a day is one still', () => {
    const sent = vn('11-30 09:00')
    expect(workingDaysLate(sent, vn('11-25 17:00'), holidays)).toBe(4)
    expect(workingDaysLate(sent, vn('11-25 17:00'), counted)).toBe(3)
  })

  test('is not counted in the grace either, and moves no due date off itself', () => {
    const deadline = dueWith(outages)
    const window = windowOf(
      deadline,
      { policy: defaultPolicy, holidays: counted },
      { extensionUntil: null, lockedAt: null },
    )
    expect(formatTime(deadline.due)).toBe('17:00 25/11/2026')
    expect(formatTime(window.graceUntil)).toBe('17:00 30/11/2026')
    const before = {
      policy: { ...defaultPolicy, dueDay: 26, roll: 'previous' as const },
      outages,
      rule: null,
    }
    expect(formatTime(monthDeadline(month, { ...before, holidays: counted }).due)).toBe('11:30 28/11/2026')
  })

  test('is the same table where the portal was never down so long', () => {
    expect(withDownDays(holidays, [down('11-26 08:00', '11-26 18:00')])).toBe(holidays)
  })
})
