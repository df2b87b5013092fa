import { asMonth } from '../../src/calendar/month.rules.ts'
import { checkCall, readCallForm, telOf } from '../../src/reminders/call.rules.ts'
import { type Holder, type Reachability, whyUnreachable } from '../../src/reminders/unreachable.rules.ts'
import { type Named, zaloTexts } from '../../src/reports/zalo-text.rules.ts'

const now = new Date('2026-11-24T08:00:00+07:00')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const yLan = (over: Partial<Holder> = {}): Holder => ({
  personId: 1,
  name: 'Y Lan',
  email: 'y.lan@dakkoi.example',
  phone: '0260 3000 103',
  roles: ['reporter'],
  lastSignInAt: daysAgo(3),
  invitedUntil: null,
  settled: true,
  bounced: null,
  elsewhere: false,
  ...over,
})
const dakKoi = (over: Partial<Reachability> = {}): Reachability => ({
  unitId: 3,
  state: 'missing',
  submittedAt: null,
  extensionUntil: null,
  reportedAt: null,
  holders: [yLan()],
  gone: null,
  ...over,
})
const bounced = { at: daysAgo(1), code: '5.1.1', diagnostic: 'no such user' }

describe('a commune is hard to reach', () => {
  it.each<[string, Partial<Reachability>, string | null]>([
    ['because nobody was ever appointed', { holders: [] }, 'nobody'],
    [
      'because a merger made it and nobody was appointed since',
      { holders: [], gone: { name: 'Y Lan', phone: '', at: null, before: 'Xã Đăk Tơ Lung' } },
      'nobody',
    ],
    ['because its people have no address', { holders: [yLan({ email: '' })] }, 'nobody'],
    [
      'because the last holder left',
      { holders: [], gone: { name: 'Y Lan', phone: '', at: now, before: null } },
      'left',
    ],
    ['because an address bounced', { holders: [yLan({ bounced })] }, 'bounced'],
    [
      'though the leader’s address is good',
      { holders: [yLan({ bounced }), yLan({ roles: ['leader'] })] },
      'bounced',
    ],
    ['because nobody ever signed in', { holders: [yLan({ lastSignInAt: null })] }, 'quiet'],
    [
      'because nobody signed in for over 60 days',
      { holders: [yLan({ lastSignInAt: daysAgo(61) })] },
      'quiet',
    ],
    ['but not after 60 days to the day', { holders: [yLan({ lastSignInAt: daysAgo(60) })] }, null],
    ['but not when one of two signed in', { holders: [yLan({ lastSignInAt: null }), yLan()] }, null],
    [
      'but not when a report came lately',
      { holders: [yLan({ lastSignInAt: null })], reportedAt: daysAgo(20) },
      null,
    ],
    [
      'but not because somebody left whom another follows',
      { gone: { name: 'A', phone: '', at: now, before: null } },
      null,
    ],
  ])('%s', (_, over, reason) => {
    expect(whyUnreachable(dakKoi(over), now)).toBe(reason)
  })
})

describe('the text for the chat group', () => {
  const due = new Date('2026-11-25T17:00:00+07:00')
  const context = { month: asMonth('2026-11'), due, now, url: 'https://ngay25.example/reports' }
  const named = (type: string, name: string, over: Partial<Named> = {}): Named => ({
    type,
    name,
    submittedAt: null,
    extensionUntil: null,
    ...over,
  })
  const sent = (count: number, type = 'Xã') =>
    Array.from({ length: count }, (_, index) => named(type, `Đã gửi ${index}`, { submittedAt: now }))
  const foot =
    'Đề nghị các đồng chí nhập và gửi tại https://ngay25.example/reports. Không có em nào thì nhập số 0 và vẫn gửi.'

  it('names a few in one sentence, each with its kind, in Vietnamese order', () => {
    const units = [...sent(93), named('Xã', 'Đăk Rve'), named('Phường', 'Kon Tum'), named('Xã', 'Đăk Kôi')]
    expect(zaloTexts(units, context)).toEqual([
      `Còn 3/96 xã, phường chưa gửi báo cáo kỳ tháng 11/2026 (hạn 17:00 25/11/2026): xã Đăk Kôi, xã Đăk Rve, phường Kon Tum.\n${foot}`,
    ])
  })

  it('lists many kind by kind, the most numerous first, with a due date of their own where they have one', () => {
    const until = new Date('2026-11-30T17:00:00+07:00')
    const units = [
      named('Phường', 'Kon Tum'),
      ...['Bờ Y', 'Đăk Kôi', 'Ia Tơi', 'Xốp', 'Ăm Pơ'].map(name => named('Xã', name)),
      named('Đặc khu', 'Lý Sơn', { extensionUntil: until }),
    ]
    expect(zaloTexts(units, context)).toEqual([
      [
        'Còn 7/7 xã, đặc khu, phường chưa gửi báo cáo kỳ tháng 11/2026 (hạn 17:00 25/11/2026):',
        '• Xã (5): Ăm Pơ, Bờ Y, Đăk Kôi, Ia Tơi, Xốp',
        '• Đặc khu (1): Lý Sơn (gia hạn đến 30/11)',
        '• Phường (1): Kon Tum',
        foot,
      ].join('\n'),
    ])
  })

  it('says so when the due date has passed, and gives thanks when nobody is missing', () => {
    const late = { ...context, now: new Date('2026-11-26T08:00:00+07:00') }
    expect(zaloTexts([named('Xã', 'Đăk Kôi')], late)[0]).toContain(
      '(đã quá hạn 17:00 25/11/2026): xã Đăk Kôi.',
    )
    expect(zaloTexts(sent(2), context)).toEqual([
      'Đã đủ 2/2 xã gửi báo cáo kỳ tháng 11/2026. Cảm ơn các đồng chí.',
    ])
    expect(zaloTexts([], context)).toEqual([])
  })

  it('is cut into numbered messages where one would be too long, and loses nobody', () => {
    const names = Array.from({ length: 168 }, (_, index) => `Xã dài tên số ${index}`)
    const texts = zaloTexts(
      names.map(name => named('Xã', name)),
      context,
    )
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.every((text, index) => text.startsWith(`(${index + 1}/${texts.length}) Còn 168/168`))).toBe(
      true,
    )
    expect(texts.every(text => text.length < 2_000)).toBe(true)
    expect(texts.filter(text => text.includes(foot)).length).toBe(1)
    const said = texts.join('\n').match(/Xã dài tên số \d+/g)
    expect(said?.length).toBe(168)
    expect(new Set(said).size).toBe(168)
  })
})

describe('a call', () => {
  const form = (over: Record<string, string> = {}) =>
    readCallForm({ unit: '3', phone: '0260 3000 103', outcome: 'promised', note: '', ...over })
  const wrong = (over: Record<string, string>) => checkCall(form(over), 'vi').map(({ field }) => field)

  it('is kept with its outcome; number and note may be left out', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ phone: '' })).toEqual([])
    expect(form({ note: '  hẹn\r\n 16\u0000 giờ ' }).note).toBe('hẹn 16 giờ')
  })
  it.each([
    ['without an outcome', { outcome: '' }, 'outcome'],
    ['with an unknown one', { outcome: 'busy' }, 'outcome'],
    ['with words for a number', { phone: 'số cũ' }, 'phone'],
    ['with a note too long', { note: 'x'.repeat(301) }, 'note'],
    ['with an outcome that only a note explains, and none', { outcome: 'other' }, 'note'],
  ])('is refused %s', (_, over, field) => {
    expect(wrong(over as unknown as Record<string, string>)).toEqual([field])
  })
  it('is dialled by its digits', () => {
    expect(telOf('(0260) 3000-103')).toBe('tel:02603000103')
    expect(telOf('+84 260 3000 103')).toBe('tel:+842603000103')
    expect(telOf('')).toBeNull()
  })
})
