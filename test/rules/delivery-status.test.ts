import { type DeliveryReport, marksAddress, normalReport } from '../../src/reminders/delivery-report.rules.ts'
import { reportsOf } from '../../src/reminders/read-mailbox.ts'
import { holidayReply, type Returned, returnedMail } from '../support/returned-mail.ts'

const id = '<0a1b@ngay25.sgd.example>'
const read = async (given: Partial<Returned> = {}): Promise<DeliveryReport[]> => {
  const reports = await reportsOf(Buffer.from(returnedMail({ messageId: id, ...given })))
  return reports.map(normalReport)
}

describe('a returned letter', () => {
  it('tells whose address failed for good, with which letter, and in the server’s own words', async () => {
    expect(await read()).toEqual([
      {
        source: 'imap',
        messageId: id,
        recipient: 'y.lan@dakkoi.example',
        action: 'failed',
        code: '5.1.1',
        diagnostic:
          '550 5.1.1 <y.lan@dakkoi.example>: Recipient address rejected: User unknown in virtual mailbox table',
      },
    ])
  })

  it.each([
    ['a delay', { action: 'delayed', status: '4.4.1' }, { action: 'delayed', code: '4.4.1' }],
    [
      'a delivery',
      { action: 'Delivered (to mailbox)', status: '2.0.0' },
      { action: 'delivered', code: '2.0.0' },
    ],
    ['headers alone returned', { returns: 'text/rfc822-headers' as const }, { messageId: id }],
    [
      'nothing returned but an answer to it',
      { returns: null, headers: [`In-Reply-To: ${id}`] },
      { messageId: id },
    ],
    ['nothing returned but references', { returns: null, headers: [`References: ${id}`] }, { messageId: id }],
    ['nothing returned at all', { returns: null }, { messageId: '' }],
    ['a status without its class', { status: '' }, { code: '5.1.1' }],
    [
      'an address in capitals',
      { recipient: '<Y.Lan@DakKoi.example>' },
      { recipient: 'y.lan@dakkoi.example' },
    ],
  ])('is understood: %s', async (_, given, said) => {
    expect(await read(given)).toMatchObject([said])
  })

  it('that was only handed on says nothing', async () => {
    expect(await read({ action: 'relayed' })).toEqual([])
    expect(await read({ action: '' })).toEqual([])
  })

  it('with broken UTF-8 and control characters is read all the same, and can be kept', async () => {
    const [before = '', after = ''] = returnedMail({ messageId: id, diagnostic: 'smtp; 550 @@' }).split('@@')
    const broken = Buffer.concat([
      Buffer.from(before),
      Buffer.from([0xc3, 0x28, 0x00, 0x1b, 0xed, 0xa0, 0x80]),
      Buffer.from(after),
    ])
    const [report] = await reportsOf(broken)
    const { diagnostic, code } = normalReport(report as DeliveryReport)
    expect(code).toBe('5.1.1')
    expect(diagnostic).toMatch(/^550 /)
    expect(diagnostic).not.toMatch(/[\p{Cc}\p{Cs}]/u)
  })

  it('cut off in the middle of the letter it returns still names it', async () => {
    const whole = returnedMail({ messageId: id })
    const cut = Buffer.from(whole.slice(0, whole.indexOf('Kính gửi')))
    expect((await reportsOf(cut)).map(normalReport)).toMatchObject([{ messageId: id, action: 'failed' }])
  })
})

describe('what is no report', () => {
  it.each([
    ['an answer from somebody on leave, whatever its words', holidayReply(id)],
    ['an empty message', ''],
    ['noise', '\u0000\u0001 not a message'],
  ])('is read as none: %s', async (_, message) => {
    expect(await reportsOf(Buffer.from(message))).toEqual([])
  })
})

describe('an address is marked', () => {
  const marks = (action: DeliveryReport['action'], code: string) =>
    marksAddress(
      normalReport({ source: 'smtp', messageId: id, recipient: 'a@b', action, code, diagnostic: '' }),
    )

  it.each(['5.1.1', '5.1.10', '5.2.1', '5.2.2', '5.4.4', '5.0.0', '550', '550 5.1.1 no such user'])(
    'when a letter fails for good because of it (%s)',
    code => expect(marks('failed', code)).toBe(true),
  )
  it.each(['5.7.1', '5.7.26', '5.3.4', '5.6.0', '554', '4.4.7', '421', ''])(
    'but not when the letter, the sender or the moment was to blame (%s)',
    code => expect(marks('failed', code)).toBe(false),
  )
  it('but not for a delay or a delivery', () => {
    expect(marks('delayed', '5.1.1')).toBe(false)
    expect(marks('delivered', '2.0.0')).toBe(false)
  })
})
