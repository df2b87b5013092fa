import { whatTheOfficeGets } from '../../src/reminders/digest.rules.ts'
import type { DigestFacts } from '../../src/reminders/letter.rules.ts'
import { defaultPlan, type Plan, type Step } from '../../src/reminders/plan.rules.ts'
import { whoGetsWhat } from '../../src/reminders/reminder.rules.ts'
import {
  addressee,
  bounced,
  chairman,
  dakKoi,
  line,
  officer,
  officeWith,
  play,
  submitted,
  vn,
  yLan,
} from '../support/reminders.ts'

const planWith = (kind: Step['type'], over: Partial<Step>): Plan =>
  defaultPlan.map(step => (step.type === kind ? { ...step, ...over } : step))
const shortly = (decisions: ReturnType<typeof whoGetsWhat>) =>
  decisions.map(({ decision, channel, kind, recipient }) => [decision, channel, kind, recipient].join(' '))

const reporter = addressee(yLan, 'reporter')
const dead = addressee(yLan, 'reporter', bounced('2026-11-23 08:05'))
const leader = addressee(chairman, 'leader')
const beforeOne = (over = {}) =>
  dakKoi({ rows: [line('opening', yLan), line('before-3', yLan), line('before-1', yLan, over)] })

describe('an address that came back', () => {
  test('hands the letter on to the next person of the unit, at once and once', () => {
    const unit = { ...beforeOne({ status: 'bounced' as const }), people: [dead, leader] }
    const now = vn('2026-11-23 09:00')
    const owed = whoGetsWhat(officeWith({ units: [unit] }), now).filter(it => it.decision === 'send')
    expect(shortly(owed)).toEqual([`send email before-1 ${chairman}`])
    const told = play(officeWith({ units: [dakKoi({ people: [dead, leader] })] }), [
      '2026-11-23 07:00',
      '2026-11-25 12:00',
    ])
    expect(told).toContain('25/11 07:30 due-day chu.tich')
    expect(told.filter(it => it.endsWith('y.lan'))).toEqual([])
  })

  test('with nobody left behind it stands in the ledger as a call to make', () => {
    const facts = officeWith({ units: [dakKoi({ people: [dead] })] })
    const found = whoGetsWhat(facts, vn('2026-11-25 08:00')).find(({ kind }) => kind === 'due-day')
    expect(found).toMatchObject({ decision: 'skip', recipient: '' })
    expect(found?.because).toBe('Mọi địa chỉ thư của đơn vị đều bị trả lại; đề nghị gọi điện')
  })

  test('ends what was still to be tried there, and says why', () => {
    const open = { status: 'failed' as const, nextTryAt: vn('2026-11-23 09:30') }
    const unit = { ...beforeOne(open), people: [dead, leader] }
    const ended = whoGetsWhat(officeWith({ units: [unit] }), vn('2026-11-23 09:00'))
    expect(ended.find(({ recipient }) => recipient === yLan)).toMatchObject({
      decision: 'skip',
      because: 'Địa chỉ này bị trả lại, thư chuyển cho người tiếp theo của đơn vị',
    })
  })

  test('hands a chase on too, once, to whoever has not had it', () => {
    const rows = [line('chase:2026-11-23T09', yLan, { status: 'bounced', plannedAt: vn('2026-11-23 09:00') })]
    const chased = (people: ReturnType<typeof addressee>[], more = [] as typeof rows) =>
      shortly(
        whoGetsWhat(
          officeWith({ units: [dakKoi({ people, rows: [...rows, ...more] })] }),
          vn('2026-11-23 10:00'),
        ),
      ).filter(it => it.includes('chase:'))
    expect(chased([dead, leader])).toEqual([`send email chase:2026-11-23T09 ${chairman}`])
    expect(chased([dead, leader], [line('chase:2026-11-23T09', chairman)])).toEqual([])
  })

  test('of the office’s officer: its leader reads the digest', () => {
    const people = [
      addressee(officer, 'officer', bounced('2026-11-20 08:00')),
      addressee('ha@sgd.example', 'office_leader'),
    ]
    const told = play(officeWith({ people }), ['2026-11-25 17:00', '2026-11-25 18:00'])
    expect(told).toContain('25/11 17:30 digest-due ha')
  })
})

describe('a paused month', () => {
  const paused = { reason: 'Sở đang rà soát biểu mẫu' }

  test('sends nothing of the plan, and each line says so', () => {
    const facts = officeWith({ paused })
    const now = vn('2026-11-26 08:00')
    const decided = [...whoGetsWhat(facts, now), ...whatTheOfficeGets(facts, now)]
    expect(decided.every(({ decision }) => decision === 'skip')).toBe(true)
    expect(new Set(decided.map(({ because }) => because))).toEqual(
      new Set(['Sở GD&ĐT Quảng Ngãi tạm dừng nhắc tháng này: Sở đang rà soát biểu mẫu']),
    )
  })

  test('still sends what is asked for by hand, a returned report, and word of a dead address', () => {
    const returned = { version: 1, at: vn('2026-11-23 08:00'), reason: 'Thiếu số nữ' }
    const chase = line('chase:2026-11-23T08', yLan, {
      status: 'claimed',
      claimedUntil: vn('2026-11-23 08:10'),
    })
    const back = dakKoi({ id: 4, ...submitted('2026-11-20 10:00'), state: 'returned', returned })
    const facts = officeWith({ paused, units: [dakKoi({ people: [reporter, dead], rows: [chase] }), back] })
    const now = vn('2026-11-23 09:00')
    const sends = [...whoGetsWhat(facts, now), ...whatTheOfficeGets(facts, now)].filter(
      it => it.decision === 'send',
    )
    expect(sends.map(({ kind }) => kind.split(':')[0])).toEqual(['chase', 'returned', 'bounce'])
  })
})

describe('to whom the plan writes', () => {
  test('only to leaders, if it says so; and to reporters where there is no leader to reach', () => {
    const plan = planWith('due-day', { reporter: false, leader: true })
    const at = (people: ReturnType<typeof addressee>[]) =>
      shortly(whoGetsWhat(officeWith({ plan, units: [dakKoi({ people })] }), vn('2026-11-25 08:00'))).filter(
        it => it.includes('send'),
      )
    expect(at([reporter, leader])).toEqual([`send email due-day ${chairman}`])
    expect(at([reporter])).toEqual([`send email due-day ${yLan}`])
  })

  test('the office above and named addresses get one letter a kind, naming who is missing, and nobody twice', () => {
    const above = { id: 9, name: 'Bộ GD&ĐT', people: [addressee('vu.thcs@moet.example', 'officer')] }
    const addresses = ['vp@ubnd.example', officer]
    const plan = planWith('after', { office: true, above: true, addresses })
    const facts = officeWith({ above, plan: plan.filter(({ days }) => days !== 1) })
    const sends = whatTheOfficeGets(facts, vn('2026-11-30 08:00')).filter(it => it.kind === 'after-3')
    expect(
      sends.map(({ recipient, holder, facts: said }) => [recipient, holder, (said as DigestFacts).reader]),
    ).toEqual([
      [officer, 1, 'office'],
      ['bui.ha@sgd.example', 1, 'office'],
      ['vu.thcs@moet.example', 9, 'above'],
      ['vp@ubnd.example', null, 'named'],
    ])
    expect(sends.map(({ facts: said }) => (said as DigestFacts).missing)).toEqual(
      Array(4).fill(['Xã Đăk Kôi']),
    )
  })

  test('an office above with nobody in it is named as the one that was not told', () => {
    const plan = planWith('after', { above: true })
    const lines = whatTheOfficeGets(officeWith({ plan }), vn('2026-11-30 08:00'))
    expect(lines.find(it => it.kind === 'after-3' && it.recipient === '')?.because).toBe(
      'Cơ quan cấp trên chưa có người nhận thư đang hoạt động',
    )
  })

  test('the office’s own sentence stands in the letter, its fields filled in', () => {
    const plan = planWith('due-day', { sentence: '{don_vi}: {con_lai}, hạn {han} kỳ {ky}.' })
    const [sent] = whoGetsWhat(
      officeWith({ plan, units: [dakKoi({ people: [reporter] })] }),
      vn('2026-11-25 08:00'),
    ).filter(it => it.decision === 'send')
    expect(sent?.facts).toMatchObject({
      note: 'UBND xã Đăk Kôi: hôm nay là hạn, hạn 17:00 ngày 25/11/2026 kỳ 11/2026.',
      by: null,
    })
  })
})

describe('the other channels', () => {
  const pushing = addressee(yLan, 'reporter', { pushes: true })
  const facts = (over = {}) =>
    officeWith({ webhook: { host: 'zalo.example' }, units: [dakKoi({ people: [pushing, leader], ...over })] })
  const sendsAt = (over = {}) =>
    shortly(whoGetsWhat(facts(over), vn('2026-11-25 08:00'))).filter(it => it.includes('due-day'))

  test('have lines of their own: one for each person’s browsers, one for the office’s hook', () => {
    expect(sendsAt()).toEqual([
      `send email due-day ${yLan}`,
      `send push due-day ${yLan}`,
      'send webhook due-day zalo.example',
    ])
  })

  test('fail by themselves: what one has sent is not owed by it again, nor held by the other', () => {
    const rows = [line('due-day', yLan), line('due-day', 'zalo.example', { channel: 'webhook' })]
    expect(sendsAt({ rows })).toEqual([`send push due-day ${yLan}`])
  })

  test('reach a person whose mail comes back', () => {
    const people = [addressee(yLan, 'reporter', { pushes: true, ...bounced('2026-11-23 08:00') }), leader]
    expect(sendsAt({ people })).toEqual([
      `send email due-day ${chairman}`,
      `send push due-day ${yLan}`,
      'send webhook due-day zalo.example',
    ])
  })
})

describe('the due date moves', () => {
  test('a holiday added after the letter left: a line that waits for another try waits for its new moment', () => {
    const due = vn('2026-11-26 17:00')
    const moved = { ...officeWith().deadline, due, dueDay: '2026-11-26' }
    const rows = [line('due-day', yLan, { status: 'failed', nextTryAt: vn('2026-11-25 08:02') })]
    const facts = officeWith({ deadline: moved, units: [dakKoi({ rows })] })
    expect(shortly(whoGetsWhat(facts, vn('2026-11-25 09:00'))).filter(it => it.includes('due-day'))).toEqual(
      [],
    )
    expect(shortly(whoGetsWhat(facts, vn('2026-11-26 08:00')))).toContain(`send email due-day ${yLan}`)
  })
})
