import type { Awaited, Grant, UnitFacts } from '../../src/reminders/facts.rules.ts'
import { whoGetsWhat } from '../../src/reminders/reminder.rules.ts'
import { addressee, dakKoi, line, officeWith, play, submitted, vn, yLan } from '../support/reminders.ts'

const sent = submitted('2026-11-18 10:00')
const asked = (id: number, at: string, over: Partial<Awaited> = {}): Awaited => ({
  ...{ id, kind: 'question', version: 1, box: null, text: `Câu ${id}?`, at: vn(at) },
  ...over,
})
const granted = (over: Partial<Grant> = {}): Grant => ({
  ...{ id: 4, kind: 'extension', until: vn('2026-11-30 17:00'), reason: 'Mưa lũ.', by: 'Nguyễn Thị Mai' },
  ...{ at: vn('2026-11-19 20:00'), asked: false, takenBack: null },
  ...over,
})
const owed = (over: Partial<UnitFacts>, at: string) =>
  whoGetsWhat(officeWith({ units: [dakKoi(over)] }), vn(at)).filter(it => /:\d+$/.test(it.kind))
const told = (over: Partial<UnitFacts>, at: string) =>
  owed(over, at).map(({ decision, kind, facts }) => [
    decision,
    kind,
    facts?.to === 'commune' ? [facts.note, facts.details ?? []].flat().join('|') : null,
  ])

describe('a commune is told by letter', () => {
  test('of all that was asked by the time mail hours open, in one letter, and of what is asked later', () => {
    const story = (now: Date) => {
      const questions = [
        asked(1, '2026-11-19 20:00'),
        asked(2, '2026-11-19 21:00'),
        asked(3, '2026-11-20 09:10'),
      ]
      const open = now < vn('2026-11-20 14:00') ? questions.filter(it => it.at <= now) : []
      return officeWith({ units: [dakKoi({ ...sent, awaited: open })] })
    }
    expect(play(story, ['2026-11-19 12:00', '2026-11-21 00:00'])).toEqual([
      '20/11 07:00 question:2 y.lan',
      '20/11 09:30 question:3 y.lan',
    ])
  })

  test('on every way the portal has: letter, browser, and the office’s hook', () => {
    const people = [addressee(yLan, 'reporter', { pushes: true })]
    const unit = dakKoi({ ...sent, people, awaited: [asked(1, '2026-11-20 08:00')] })
    const facts = officeWith({ units: [unit], webhook: { host: 'zalo.example' } })
    const ways = whoGetsWhat(facts, vn('2026-11-20 09:00')).filter(it => it.kind === 'question:1')
    expect(ways.map(it => [it.decision, it.channel])).toEqual([
      ['send', 'email'],
      ['send', 'push'],
      ['send', 'webhook'],
    ])
  })

  test('which box a question is about, and of so many only as fit a letter', () => {
    const many = Array.from({ length: 12 }, (_, at) => asked(at + 1, '2026-11-20 08:00', { box: 'Tổng số' }))
    const [[decision, kind, note] = []] = told({ ...sent, awaited: many }, '2026-11-20 09:00')
    expect([decision, kind]).toEqual(['send', 'question:12'])
    expect(note).toMatch(/^– Tổng số: Câu 1\?\n[\s\S]*Câu 10\?\nCòn 2 ý nữa, đề nghị xem trên Cổng\.$/)
  })

  test('what to look at in the boxes of the version that was returned, and of no other', () => {
    const returned = { version: 2, at: vn('2026-11-20 08:00'), reason: 'Rà soát.' }
    const awaited = [1, 2].map(version =>
      asked(version, '2026-11-20 08:00', { kind: 'return', version, box: 'Nữ' }),
    )
    expect(told({ ...sent, state: 'returned', returned, awaited }, '2026-11-20 09:00')).toEqual([
      ['send', 'returned:2', 'Rà soát.|Các ô cần xem lại:\n– Nữ: Câu 2?'],
    ])
  })

  test('of time it did not ask for, until that has run out; what it asked for is told as an answer', () => {
    const [[, kind, note] = []] = told({ grants: [granted()] }, '2026-11-20 09:00')
    expect([kind, note]).toEqual([
      'extension:4',
      'Nguyễn Thị Mai đã gia hạn cho đơn vị đến 17:00 30/11/2026. Lý do: Mưa lũ.\nBáo cáo gửi lần đầu đến hết 17:00 30/11/2026 được tính là đúng hạn.',
    ])
    expect(told({ grants: [granted({ asked: true })] }, '2026-11-20 09:00')).toEqual([])
    const short = granted({ until: vn('2026-11-20 08:30') })
    expect(told({ grants: [short] }, '2026-11-20 09:00')).toEqual([['skip', 'extension:4', null]])
  })

  test('of a grant taken back, asked for or not, with the date that holds again', () => {
    const takenBack = { at: vn('2026-11-20 08:00'), by: 'Bùi Thị Hà', reason: 'Nhầm xã.' }
    const [[, kind, note] = []] = told({ grants: [granted({ asked: true, takenBack })] }, '2026-11-20 09:00')
    expect(kind).toBe('withdrawn:4')
    expect(note).toContain('Lý do: Nhầm xã.\nHạn gửi của đơn vị nay là 17:00 25/11/2026.')
  })

  test('nothing more once it has answered: a letter that could not leave ends, and says why', () => {
    const rows = [line('question:1', yLan, { status: 'failed', nextTryAt: vn('2026-11-20 09:00') })]
    expect(owed({ ...sent, rows }, '2026-11-20 09:30')).toMatchObject([
      { decision: 'skip', because: expect.stringContaining('Đã được trả lời, sửa, thu hồi') },
    ])
  })
})
