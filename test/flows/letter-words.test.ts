import { bounceLetter } from '../../src/reminders/bounce.mail.ts'
import { digestLetter } from '../../src/reminders/digest.mail.ts'
import type { DigestFacts } from '../../src/reminders/letter.rules.ts'
import { communeLetter, messageIdOf, noticeOf } from '../../src/reminders/reminder.mail.ts'
import { loadViews } from '../../src/web/views.ts'
import { factsOf, lineOf } from '../support/letters.ts'

const desk = { views: loadViews(), publicUrl: 'https://ngay25.test.example', secret: 'a secret' }
const letter = (kind: string, facts = {}) => communeLetter(lineOf({ kind }), factsOf(facts), desk)
const linksIn = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href)

describe('a letter to a commune', () => {
  test('names the commune and its due date first, in both forms, and has one link', () => {
    const { text, html } = letter('before-3')
    expect(text).toMatch(
      /^UBND xã Đăk Kôi\nHạn gửi: 17:00, thứ Tư, ngày 25\/11\/2026\n\nCòn 3 ngày làm việc đến hạn\n/,
    )
    const seen = html
      .slice(html.indexOf('<body'))
      .replace(/<[^>]+>/g, '')
      .trim()
    expect(seen).toMatch(/^UBND xã Đăk Kôi\s+Hạn gửi: 17:00, thứ Tư, ngày 25\/11\/2026/)
    expect(linksIn(html)).toHaveLength(1)
    expect(text.match(/https?:\/\//g)).toHaveLength(1)
    expect(text).toContain(`\n${linksIn(html)[0]}\n`)
  })

  test('fits a phone: under 1,200 characters as text, and 6 kB whole', () => {
    for (const kind of ['opening', 'before-1', 'due-day', 'after-1', 'chase:2026-11-20T08', 'returned:1']) {
      const { text, html } = letter(kind, { note: 'Đề nghị rà soát số liệu nữ.', by: 'Nguyễn Thị Mai' })
      expect(text.length).toBeLessThan(1_200)
      expect(Buffer.byteLength(html)).toBeLessThan(6_000)
    }
  })

  test('is the same letter whenever it is made from its line, calendar file included', () => {
    expect(letter('opening')).toEqual(letter('opening'))
    expect(letter('opening', { left: 2 }).attachments).toEqual(letter('opening').attachments)
  })

  test('puts the due date into a calendar entry that another letter of that month would only move', () => {
    const [file] = letter('opening').attachments ?? []
    const lines = String(file?.content).split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'UID:han-3-2026-11@ngay25.test.example',
        'DTSTAMP:20261114T170000Z',
        'DTSTART:20261125T093000Z',
        'DTEND:20261125T100000Z',
        'URL;VALUE=URI:https://ngay25.test.example/reports/3/2026-11',
      ]),
    )
    expect(lines.every(line => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  test('says of its link how long it is good: until the due date, or some days when that has passed', () => {
    expect(letter('due-day').text).toContain('đến 17:00 ngày 25/11/2026.)')
    expect(letter('after-1', { overdue: true, left: -1 }).text).toContain('trong 5 ngày làm việc.)')
    expect(letter('returned:1').text).toContain('trong 5 ngày làm việc.)')
  })

  test('without a contact or a reason says nothing in their place', () => {
    const { text, html } = letter('before-3', { contact: null, replyTo: null, officeId: undefined })
    expect(text).not.toMatch(/undefined|null|Đầu mối/)
    expect(html).not.toMatch(/undefined|null|Đầu mối/)
    expect(text).toContain('xin không trả lời thư này')
  })

  test('shows what an officer typed as text and never as HTML', () => {
    const { html } = letter('chase:2026-11-20T08', { note: '<img src=x onerror=1> & "', by: 'Mai' })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img')
  })

  test('told by another way is a headline, the due date, and a link that asks for a sign-in', () => {
    const line = lineOf({ channel: 'push' })
    const notice = noticeOf(line, factsOf(), desk)
    expect(notice).toMatchObject({
      title: '[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn 25/11/2026 – UBND xã Đăk Kôi',
      body: 'Còn 3 ngày làm việc đến hạn\nHạn gửi: 17:00, thứ Tư, ngày 25/11/2026',
      url: 'https://ngay25.test.example/reports/3/2026-11',
      officeId: 12,
    })
    expect(notice.messageId).not.toBe(messageIdOf(lineOf(), desk.publicUrl))
  })
})

describe('the letter to the office', () => {
  const facts: DigestFacts = {
    to: 'office',
    office: 'Sở GD&ĐT Quảng Ngãi',
    due: '2026-11-25T17:00:00+07:00',
    at: '2026-11-25T17:30:00+07:00',
    expected: 96,
    reported: 94,
    onTime: 93,
    late: 1,
    returned: 0,
    missing: ['Xã Đăk Kôi', 'Xã Đăk Pne'],
    lateUnits: ['Xã Bờ Y'],
    figures: [
      { key: 'graduates', now: 1250, before: 1250 },
      { key: 'neither', now: 118, before: 125 },
      { key: 'unknown', now: 12, before: null },
    ],
  }
  const digest = (over: Partial<DigestFacts> = {}) =>
    digestLetter(lineOf({ unitId: 12, kind: 'digest-due' }), { ...facts, ...over }, { ...desk, file: null })

  test('sets this month’s sums beside last month’s, and never a 0 for what nobody reported', () => {
    const { text } = digest()
    expect(text).toContain('Đã tốt nghiệp THCS: 1.250 (tháng trước 1.250, =)')
    expect(text).toContain('Không đi học, chưa học nghề: 118 (tháng trước 125, −7)')
    expect(text).toContain('Chưa rõ: 12 (tháng trước –)')
    expect(text).toContain('không được tính là 0')
  })

  test('has no way to the board for an address that the plan names', () => {
    expect(linksIn(digest().html)).toEqual(['https://ngay25.test.example/review/12/2026-11'])
    const named = digest({ reader: 'named' })
    expect(linksIn(named.html)).toEqual([])
    expect(named.text).not.toContain('http')
    expect(named.text).toContain('kế hoạch nhắc của Sở GD&ĐT Quảng Ngãi')
  })

  test('of an address that came back says whose, what the server said, and who is written to instead', () => {
    const bounce = {
      to: 'bounce' as const,
      office: facts.office,
      unitName: 'Xã Đăk Kôi',
      person: 'Y Lan',
      email: 'y.lan@dakkoi.example',
      diagnostic: '5.1.1 no such user',
      nextPerson: 'A Thuận',
    }
    const line = lineOf({ unitId: 12, kind: 'bounce:4:2026-11-20' })
    const { text, subject } = bounceLetter(line, bounce, desk)
    expect(subject).toBe('[Địa chỉ thư hỏng] Xã Đăk Kôi – y.lan@dakkoi.example')
    for (const said of ['Y Lan', '5.1.1 no such user', 'A Thuận']) expect(text).toContain(said)
    expect(bounceLetter(line, { ...bounce, nextPerson: null }, desk).text).toContain('Đề nghị gọi điện')
  })
})
