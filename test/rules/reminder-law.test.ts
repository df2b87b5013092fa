import fc from 'fast-check'
import { isWorkingDay } from '../../src/calendar/deadline.rules.ts'
import { addDays, at } from '../../src/calendar/month.rules.ts'
import type { OfficeFacts } from '../../src/reminders/facts.rules.ts'
import { dakKoi, emptyLedger, officeWith, submitted, tick, vn } from '../support/reminders.ts'

/** What may happen in a month, by the hour it happens in, counted from 13/11. */
const event = fc.record({
  hour: fc.integer({ min: 0, max: 24 * 20 }),
  what: fc.constantFrom('submit', 'return', 'correct', 'extend', 'switch-off', 'new-reporter', 'lock'),
})
const start = '2026-11-13'
const instant = (hour: number) => at(addDays(start, Math.floor(hour / 24)), hour % 24)

/** The facts as they stand after what has happened by then. */
function factsAt(events: { hour: number; what: string }[], hour: number): OfficeFacts {
  let unit = dakKoi()
  let lockedAt: Date | null = null
  for (const it of [...events].sort((a, b) => a.hour - b.hour).filter(each => each.hour <= hour)) {
    const when = instant(it.hour)
    const sent = unit.submittedAt ? {} : { ...submitted('2026-11-20 10:00'), submittedAt: when }
    if (it.what === 'submit' || it.what === 'correct')
      unit = { ...unit, ...sent, state: 'submitted', returned: null }
    if (it.what === 'return' && unit.submittedAt)
      unit = { ...unit, state: 'returned', returned: { version: it.hour, at: when, reason: 'Xem lại' } }
    if (it.what === 'extend') unit = { ...unit, extensionUntil: vn('2026-11-30 17:00') }
    if (it.what === 'switch-off') unit = { ...unit, people: unit.people.slice(1) }
    if (it.what === 'new-reporter')
      unit = {
        ...unit,
        people: [...unit.people, { email: `moi.${it.hour}@dakkoi.example`, role: 'reporter' }],
      }
    if (it.what === 'lock') lockedAt = when
  }
  return officeWith({ units: [unit], lockedAt })
}

test('whatever happens and whenever the portal runs: no line twice, nothing at night or on days off, nothing after a report', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 8 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 24 * 20 }), { minLength: 1, maxLength: 60 }),
      (events, hours) => {
        const ledger = emptyLedger()
        for (const hour of hours.sort((a, b) => a - b)) {
          const now = instant(hour)
          const facts = factsAt(events, hour)
          const sent = tick(facts, ledger, now).filter(({ decision }) => decision === 'send')
          for (const { unitId, kind, because, recipient } of sent) {
            expect(because).not.toBe('')
            expect(recipient).not.toBe('')
            expect(isWorkingDay(addDays(start, Math.floor(hour / 24)), facts.calendar.holidays)).toBe(true)
            expect(hour % 24).toBeGreaterThanOrEqual(7)
            expect(hour % 24).toBeLessThan(18)
            if (unitId === 3 && facts.units[0]?.submittedAt) expect(kind).toMatch(/^returned:/)
          }
        }
        expect(new Set(ledger.sent).size).toBe(ledger.sent.length)
      },
    ),
    { numRuns: 300 },
  )
})
