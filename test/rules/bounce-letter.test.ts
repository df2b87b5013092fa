import { bounceMatters } from '../../src/reminders/bounce-letter.rules.ts'
import { whatTheOfficeGets } from '../../src/reminders/digest.rules.ts'
import {
  addressee,
  bounced,
  chairman,
  dakKoi,
  line,
  officeLeader,
  officer,
  officeWith,
  vn,
  yLan,
} from '../support/reminders.ts'

const at = '2026-11-20 09:00'
const dead = addressee(yLan, 'reporter', { name: 'Y Lan', ...bounced(at) })
const leader = addressee(chairman, 'leader', { name: 'A Thuận' })
const office = (over: Parameters<typeof officeWith>[0] = {}) =>
  officeWith({ units: [dakKoi({ people: [dead, leader] })], ...over })
const told = (facts: ReturnType<typeof office>, now: string) =>
  whatTheOfficeGets(facts, vn(now)).filter(({ kind }) => kind.startsWith('bounce:'))

describe('an address that takes no letters', () => {
  it('is told to the officers: whose it is, the server’s words, and who is written to instead', () => {
    const [letter, ...others] = told(office(), '2026-11-20 09:05')
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      decision: 'send',
      recipient: officer,
      kind: `bounce:${dead.personId}:2026-11-20`,
      facts: {
        to: 'bounce',
        unitName: 'Xã Đăk Kôi',
        person: 'Y Lan',
        email: yLan,
        diagnostic: '5.1.1 User unknown',
        nextPerson: 'A Thuận',
      },
    })
  })

  it('is told once', () => {
    const rows = [line(`bounce:${dead.personId}:2026-11-20`, officer)]
    expect(told(office({ rows }), '2026-11-20 10:00')).toEqual([])
  })

  it('is told also in a month whose plan is paused', () => {
    expect(told(office({ paused: { reason: 'thiên tai' } }), '2026-11-20 09:05')).toMatchObject([
      { decision: 'send' },
    ])
  })

  it('says that nobody is left where the unit has nobody else', () => {
    const facts = office({ units: [dakKoi({ people: [dead] })] })
    expect(told(facts, '2026-11-20 09:05')[0]?.facts).toMatchObject({ nextPerson: null })
  })

  it('is told to the office’s leader when no officer can be reached', () => {
    const people = [addressee(officer, 'officer', bounced(at)), addressee(officeLeader, 'office_leader')]
    expect(told(office({ people }), '2026-11-20 09:05').map(it => it.recipient)).toEqual([officeLeader])
  })

  it('of somebody with two roles or two communes is told once', () => {
    const twice = [dead, { ...dead, role: 'leader' as const }]
    const units = [dakKoi({ people: twice }), dakKoi({ id: 4, name: 'Xã Đăk Rve', people: [dead] })]
    expect(bounceMatters(office({ units }), vn('2026-11-20 09:05')).length).toBe(1)
  })

  it('belongs to the month it bounced in, whichever month is asked about', () => {
    expect(bounceMatters(office({ month: '2026-10' }), vn('2026-11-20 09:05'))).toEqual([])
  })

  it('put right before the letter left needs none', () => {
    const row = line(`bounce:${dead.personId}:2026-11-20`, officer, { status: 'failed', nextTryAt: vn(at) })
    const well = officeWith({ rows: [row] })
    expect(told(well, '2026-11-20 09:30')).toMatchObject([{ decision: 'skip' }])
  })
})
