import { whoGetsWhat } from '../../src/reminders/reminder.rules.ts'
import { dakKoi, line, officeWith, play, submitted, vn, yLan } from '../support/reminders.ts'

describe('the whole month of one commune that never reports', () => {
  test('each letter leaves once, at its moment, to whom the plan says', () => {
    expect(play(officeWith(), ['2026-11-01 00:00', '2026-12-10 00:00'])).toEqual([
      '16/11 08:00 opening y.lan',
      '20/11 08:00 before-3 y.lan',
      '23/11 08:00 before-1 y.lan',
      '25/11 07:30 due-day y.lan',
      '25/11 17:30 digest-due nguyen.mai',
      '26/11 08:00 after-1 y.lan',
      '26/11 08:00 after-1 chu.tich',
      '26/11 08:00 digest-next nguyen.mai',
      '30/11 08:00 after-3 y.lan',
      '30/11 08:00 after-3 chu.tich',
      '30/11 08:00 after-3 nguyen.mai',
      '30/11 08:00 after-3 bui.ha',
    ])
  })
})
