import { whoGetsWhat } from '../../src/reminders/reminder.rules.ts'
import {
  addressee,
  chairman,
  dakKoi,
  emptyLedger,
  line,
  officeWith,
  play,
  submitted,
  tick,
  vn,
  yLan,
} from '../support/reminders.ts'

const november = ['2026-11-01 00:00', '2026-12-10 00:00'] as [string, string]
const toCommune = (told: string[]) => told.filter(it => !/mai|ha$/.test(it))

describe('the whole month of one commune', () => {
  test('that never reports: each letter leaves once, at its moment, to whom the plan says', () => {
    expect(play(officeWith(), november)).toEqual([
      '16/11 08:00 opening y.lan',
      '19/11 08:00 before-3 y.lan',
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

  test('that reports on the 20th: nothing more is sent to it, and nobody is told that it is missing', () => {
    const reported = (now: Date) =>
      officeWith({
        units: [now >= vn('2026-11-20 10:00') ? dakKoi(submitted('2026-11-20 10:00')) : dakKoi()],
      })
    expect(play(reported, november)).toEqual([
      '16/11 08:00 opening y.lan',
      '19/11 08:00 before-3 y.lan',
      '25/11 17:30 digest-due nguyen.mai',
      '26/11 08:00 digest-next nguyen.mai',
    ])
  })

  test('whose report is returned: one letter per version, and no reminder while it corrects', () => {
    const story = (now: Date) => {
      const at = vn('2026-11-21 20:00')
      const returned =
        now >= at && now < vn('2026-11-24 12:00') ? { version: 1, at, reason: 'Thiếu số nữ' } : null
      const state = returned ? 'returned' : 'submitted'
      return officeWith({ units: [dakKoi({ ...submitted('2026-11-18 10:00'), state, returned })] })
    }
    expect(toCommune(play(story, ['2026-11-18 12:00', '2026-12-10 00:00']))).toEqual([
      '23/11 07:00 returned:1 y.lan',
    ])
  })

  test('with an extension to the 30th: it is reminded anew, by its own due date', () => {
    const extended = (now: Date) =>
      officeWith({
        units: [dakKoi({ extensionUntil: now >= vn('2026-11-25 09:00') ? vn('2026-11-30 17:00') : null })],
      })
    expect(toCommune(play(extended, ['2026-11-23 00:00', '2026-12-10 00:00']))).toEqual([
      '23/11 08:00 before-1 y.lan',
      '25/11 07:30 due-day y.lan',
      '25/11 09:00 before-3@2026-11-30 y.lan',
      '27/11 08:00 before-1@2026-11-30 y.lan',
      '30/11 07:30 due-day@2026-11-30 y.lan',
      '1/12 08:00 after-1@2026-11-30 y.lan',
      '1/12 08:00 after-1@2026-11-30 chu.tich',
      '3/12 08:00 after-3@2026-11-30 y.lan',
      '3/12 08:00 after-3@2026-11-30 chu.tich',
    ])
  })

  test('whose due date rolls over a weekend and two holidays: every letter counts from 28/4', () => {
    const april = officeWith({ month: '2026-04' })
    expect(toCommune(play(april, ['2026-04-01 00:00', '2026-05-31 00:00']))).toEqual([
      '15/4 08:00 opening y.lan',
      '22/4 08:00 before-3 y.lan',
      '24/4 08:00 before-1 y.lan',
      '28/4 07:30 due-day y.lan',
      '29/4 08:00 after-1 y.lan',
      '29/4 08:00 after-1 chu.tich',
      '5/5 08:00 after-3 y.lan',
      '5/5 08:00 after-3 chu.tich',
    ])
  })

  test('whose reporter is switched off: the leader is written to instead, and without anybody the ledger says so', () => {
    const onlyLeader = dakKoi({ people: [addressee(chairman, 'leader')] })
    expect(
      toCommune(play(officeWith({ units: [onlyLeader] }), ['2026-11-23 00:00', '2026-11-25 08:00'])),
    ).toEqual(['23/11 08:00 before-1 chu.tich', '25/11 07:30 due-day chu.tich'])
    const decided = whoGetsWhat(officeWith({ units: [dakKoi({ people: [] })] }), vn('2026-11-25 08:00'))
    expect(decided.find(({ kind }) => kind === 'due-day')).toMatchObject({
      decision: 'skip',
      recipient: '',
      because: 'Đơn vị chưa có người nhận thư đang hoạt động',
    })
  })

  test('that waits for its leader to sign off: the leader gets the reminders too', () => {
    const awaiting = officeWith({ units: [dakKoi({ state: 'awaiting' })] })
    const decided = whoGetsWhat(awaiting, vn('2026-11-25 08:00')).filter(({ kind }) => kind === 'due-day')
    expect(decided.map(({ recipient }) => recipient)).toEqual([yLan, chairman])
    expect(decided[0]?.because).toBe(
      'Đã nhập, chờ lãnh đạo duyệt, chưa gửi báo cáo; hôm nay là hạn (17:00 ngày 25/11/2026)',
    )
  })
})

describe('a portal that was down', () => {
  test('for three days across the due date sends what is still true and skips what is not', () => {
    const ledger = emptyLedger()
    tick(officeWith(), ledger, vn('2026-11-23 08:00'))
    const decided = tick(officeWith(), ledger, vn('2026-11-26 09:00'))
    const told = decided.map(
      ({ kind, decision, recipient }) => `${decision} ${kind} ${recipient.split('@')[0]}`,
    )
    expect(told).toEqual([
      'skip due-day y.lan',
      'send after-1 y.lan',
      'send after-1 chu.tich',
      'skip digest-due nguyen.mai',
      'send digest-next nguyen.mai',
    ])
    expect(decided[0]?.because).toBe(
      'Đã qua thời điểm của thư này (dự kiến 07:30 ngày 25/11/2026), không gửi muộn',
    )
  })

  test('writes "three days left" down as skipped when it comes back after the 25th, and never again', () => {
    const ledger = emptyLedger()
    tick(officeWith(), ledger, vn('2026-11-27 09:00'))
    const skipped = ['opening', 'before-3', 'before-1', 'due-day'].map(kind => `3 ${kind} ${yLan}`)
    expect(ledger.skipped).toEqual([...skipped, '1 digest-due nguyen.mai@sgd.example'])
    expect(tick(officeWith(), ledger, vn('2026-11-27 09:30')).filter(it => it.decision !== 'wait')).toEqual(
      [],
    )
  })

  test('is not asked about a month that was over before it came, unless that month has a line in the ledger', () => {
    const october = { month: '2026-10', running: false }
    expect(tick(officeWith(october), emptyLedger(), vn('2026-11-16 09:00'))).toEqual([])
    const begun = officeWith({ ...october, units: [dakKoi({ rows: [line('opening', yLan)] })] })
    expect(whoGetsWhat(begun, vn('2026-11-16 09:00')).every(({ decision }) => decision === 'skip')).toBe(true)
    expect(whoGetsWhat(begun, vn('2026-11-16 09:00'))).toHaveLength(7)
  })
})

describe('the mail hours', () => {
  const at = (moment: string, unit = dakKoi()) => whoGetsWhat(officeWith({ units: [unit] }), vn(moment))

  test('nothing leaves on a day off: the reason names the day and what comes next', () => {
    const rows = ['opening', 'before-3', 'before-1'].map(kind => line(kind, yLan))
    const [only, ...others] = at('2026-11-24 08:00', dakKoi({ rows }))
    expect(others).toEqual([])
    expect(only).toMatchObject({ decision: 'wait', kind: 'due-day', recipient: yLan })
    expect(only?.because).toBe(
      '24/11 là ngày nghỉ (Ngày Văn hóa Việt Nam); thư kế tiếp: sáng ngày hạn, lúc 07:30 ngày 25/11/2026',
    )
  })

  test('a letter that could only leave when the next one comes is skipped, so that nobody gets two at once', () => {
    const before1 = at('2026-11-24 08:00').find(({ kind }) => kind === 'before-1')
    expect(before1).toMatchObject({ decision: 'skip', stale: true })
    expect(before1?.because).toBe(
      '24/11 là ngày nghỉ (Ngày Văn hóa Việt Nam); thư chỉ đi được lúc 07:00 ngày 25/11/2026, khi đó không còn đúng lúc',
    )
  })

  test('at night a letter waits for seven in the morning', () => {
    const unit = dakKoi({
      rows: [line('opening', yLan, { status: 'failed', nextTryAt: vn('2026-11-16 17:40') })],
    })
    const [decided] = at('2026-11-16 19:00', unit)
    expect(decided).toMatchObject({ decision: 'wait', kind: 'opening' })
    expect(decided?.because).toContain('thư đi lúc 07:00 ngày 17/11/2026')
  })

  test('what is asked for at half past five on a day off waits all the same', () => {
    const chased = {
      status: 'claimed' as const,
      plannedAt: vn('2026-11-28 17:30'),
      claimedUntil: vn('2026-11-28 17:30'),
    }
    const unit = dakKoi({ rows: [line('chase:2026-11-28T17', yLan, chased)] })
    const [decision] = whoGetsWhat(officeWith({ units: [unit] }), vn('2026-11-28 17:30')).filter(it =>
      it.kind.startsWith('chase'),
    )
    expect(decision).toMatchObject({ decision: 'wait' })
  })

  test('the digest planned for the very end of them still leaves a few minutes late', () => {
    expect(play(officeWith(), ['2026-11-25 17:30', '2026-11-25 23:00'])).toEqual([
      '25/11 17:30 digest-due nguyen.mai',
    ])
    const late = tick(officeWith(), emptyLedger(), vn('2026-11-25 17:50'))
    expect(late.find(({ kind }) => kind === 'digest-due')?.decision).toBe('send')
    const tooLate = tick(officeWith(), emptyLedger(), vn('2026-11-25 18:10'))
    expect(tooLate.find(({ kind }) => kind === 'digest-due')?.decision).toBe('skip')
  })
})

describe('a line of the ledger', () => {
  const retried = (over: Parameters<typeof line>[2], unit = {}) =>
    whoGetsWhat(
      officeWith({
        units: [
          dakKoi({ ...unit, rows: [line('due-day', yLan, { plannedAt: vn('2026-11-25 07:30'), ...over })] }),
        ],
      }),
      vn('2026-11-25 09:00'),
    ).find(({ kind }) => kind === 'due-day')

  test('in the hands of another process is left alone, even when the report has come', () => {
    const held = { status: 'claimed', claimedUntil: vn('2026-11-25 09:10') } as const
    expect(retried(held)?.decision).toBe('wait')
    expect(retried(held, submitted('2026-11-25 08:55'))?.decision).toBe('wait')
  })

  test('whose process died is taken up again', () => {
    expect(retried({ status: 'claimed', claimedUntil: vn('2026-11-25 08:59') })?.decision).toBe('send')
  })

  test('that failed waits for its next try, and is ended when the report comes first', () => {
    const failed = { status: 'failed', nextTryAt: vn('2026-11-25 09:05'), attempts: 2 } as const
    expect(retried(failed)).toMatchObject({ decision: 'wait' })
    expect(retried(failed)?.because).toBe('Đã thử 2 lần chưa được, thử lại lúc 09:05 ngày 25/11/2026')
    expect(retried(failed, submitted('2026-11-25 08:55'))).toMatchObject({ decision: 'skip', stale: false })
  })

  test('sent, refused, skipped or given up is never decided again', () => {
    for (const status of ['sent', 'refused', 'skipped', 'failed'] as const)
      expect(retried({ status })).toBeUndefined()
  })

  test('to somebody who is no longer there is ended', () => {
    const gone = line('due-day', 'nghi.viec@dakkoi.example', {
      status: 'failed',
      nextTryAt: vn('2026-11-25 08:00'),
    })
    const decided = whoGetsWhat(officeWith({ units: [dakKoi({ rows: [gone] })] }), vn('2026-11-25 09:00'))
    expect(decided.find(({ row }) => row === gone)).toMatchObject({ decision: 'skip' })
  })
})

test('a month that is locked asks nobody for a report', () => {
  const locked = officeWith({ lockedAt: vn('2026-11-26 00:00') })
  const decided = whoGetsWhat(locked, vn('2026-11-26 09:00'))
  expect(new Set(decided.map(({ because }) => because))).toEqual(
    new Set(['Kỳ đã khóa số liệu, không nhận báo cáo nữa']),
  )
})

test('every unit of the running month is answered for, whatever the hour', () => {
  for (
    let now = vn('2026-11-01 00:00');
    now < vn('2026-12-01 00:00');
    now = new Date(now.getTime() + 3_600_000)
  ) {
    const decided = whoGetsWhat(
      officeWith({ units: [dakKoi(), dakKoi({ ...submitted('2026-11-17 08:00'), id: 4 })] }),
      now,
    )
    expect(new Set(decided.map(({ unitId }) => unitId))).toEqual(new Set([3, 4]))
    for (const { because } of decided) expect(because).not.toBe('')
  }
})
