import { openDatabase, openPool } from '../../src/db/database.ts'
import { readMailbox } from '../../src/reminders/read-mailbox.ts'
import { type DeliveryReport, takeDeliveryReport } from '../../src/reminders/take-delivery-report.ts'
import { sentLetter, standing, yLan } from '../support/bounce.ts'
import { type ImapServer, openImapServer } from '../support/imap.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { holidayReply, returnedMail } from '../support/returned-mail.ts'
import { actsOf } from '../support/review.ts'

const NOW = new Date('2026-11-25T09:00:00+07:00')
const PATIENCE = { answerMs: 300, wholeMs: 2_000 }

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(NOW.toISOString(), 'world')
})
afterAll(() => portal.close())
beforeEach(() => portal.pool.query('delete from bounce'))

const failed = (messageId: string, more: Partial<DeliveryReport> = {}): DeliveryReport => ({
  source: 'smtp',
  messageId,
  recipient: yLan,
  action: 'failed',
  code: '5.1.1',
  diagnostic: '550 5.1.1 no such user',
  ...more,
})
const take = (report: DeliveryReport) => takeDeliveryReport(portal.db, report, NOW)
let letters = 0
const letter = async (given: Parameters<typeof sentLetter>[2] = {}) => {
  letters += 1
  const messageId = `<letter-${letters}@ngay25.sgd.example>`
  return { messageId, id: await sentLetter(portal, messageId, given) }
}

describe('a delivery report', () => {
  it('of a letter that failed for good ends its line, marks the address and is logged', async () => {
    const { id, messageId } = await letter()
    expect(await take(failed(messageId))).toBe('taken')
    expect(await standing(portal, id)).toMatchObject({
      status: 'bounced',
      marked: yLan,
      code: '5.1.1',
      at: NOW,
    })
    expect((await actsOf(portal, 'reminder.bounce')).at(-1)).toMatchObject({
      by: 'portal',
      month: '2026-11',
      detail: { person: 'Y Lan', email: yLan, code: '5.1.1' },
    })
  })

  it('counts once, however often and by however many ways it comes', async () => {
    const { messageId } = await letter()
    const before = (await actsOf(portal, 'reminder.bounce')).length
    const all = await Promise.all([
      take(failed(messageId)),
      take(failed(messageId, { source: 'imap', recipient: ' Y.Lan@dakkoi.example' })),
      take(failed(messageId.slice(1, -1), { source: 'webhook' })),
    ])
    expect(all.sort()).toEqual(['known', 'known', 'taken'])
    expect((await actsOf(portal, 'reminder.bounce')).length).toBe(before + 1)
  })

  it('of a letter nobody sent keeps nothing and marks nobody, whatever address it names', async () => {
    expect(await take(failed('<invented@elsewhere.example>'))).toBe('unmatched')
    expect(await take(failed(''))).toBe('unmatched')
    const { rows } = await portal.pool.query('select from bounce')
    expect(rows.length).toBe(0)
  })

  it('of a letter refused for its content ends the line and leaves the address alone', async () => {
    const { id, messageId } = await letter({ status: 'refused' })
    await take(failed(messageId, { code: '550 5.7.1', diagnostic: 'SPF' }))
    expect(await standing(portal, id)).toMatchObject({ status: 'bounced', marked: null, error: '5.7.1 SPF' })
  })

  it.each(['delayed', 'delivered'] as const)('that says %s changes nothing but is kept', async action => {
    const { id, messageId } = await letter()
    expect(await take(failed(messageId, { action, code: action === 'delayed' ? '4.4.1' : '2.0.0' }))).toBe(
      'taken',
    )
    expect(await standing(portal, id)).toMatchObject({ status: 'sent', marked: null })
    expect(await take(failed(messageId))).toBe('taken')
    expect(await standing(portal, id)).toMatchObject({ status: 'bounced', marked: yLan })
  })

  it('of a letter thought lost stops further tries', async () => {
    const { id, messageId } = await letter({ status: 'failed' })
    await portal.pool.query('update reminder set next_try_at = now() where id = $1', [id])
    await take(failed(messageId))
    expect(await standing(portal, id)).toMatchObject({ status: 'bounced', nextTryAt: null })
  })

  it('of an address that was changed since marks nobody', async () => {
    const { id, messageId } = await letter()
    await portal.pool.query(`update person set email = 'moi@dakkoi.example' where email = $1`, [yLan])
    expect(await take(failed(messageId))).toBe('taken')
    expect(await standing(portal, id)).toMatchObject({ status: 'bounced', marked: null })
    await portal.pool.query(`update person set email = $1 where email = 'moi@dakkoi.example'`, [yLan])
  })
})

describe('the mailbox of reports', () => {
  let server: ImapServer
  afterEach(() => server.close())
  const read = () =>
    readMailbox({ db: portal.db, config: { ...portal.config, imapUrl: server.url } }, NOW, PATIENCE)
  const flags = () => server.messages.map(it => [...it.flags].join(' '))

  it('is read report by report; what is none of ours stays unread for people', async () => {
    const mine = await letter()
    const late = await letter()
    server = await openImapServer([
      returnedMail({ messageId: mine.messageId }),
      holidayReply(mine.messageId),
      returnedMail({ messageId: late.messageId, action: 'delayed', status: '4.4.1' }),
      returnedMail({ messageId: '<somebody@elsewhere.example>' }),
    ])
    expect(await read()).toEqual({ taken: 2, known: 0, unmatched: 1, others: 1 })
    expect(flags()).toEqual(['\\Seen', '$Ngay25Seen', '\\Seen', '$Ngay25Seen'])
    expect(await standing(portal, mine.id)).toMatchObject({ status: 'bounced', marked: yLan })
    expect(await read()).toEqual({ taken: 0, known: 0, unmatched: 0, others: 0 })
    expect(server.asked).toContain('LOGIN "ngay25@sgd.example" "mat-khau"')
  })

  it('is met again when the database was gone meanwhile', async () => {
    const { id, messageId } = await letter()
    server = await openImapServer([returnedMail({ messageId })])
    const gone = openDatabase(openPool({ url: 'postgres://127.0.0.1:1/nowhere' }))
    const config = { ...portal.config, imapUrl: server.url }
    await expect(readMailbox({ db: gone, config }, NOW, PATIENCE)).rejects.toThrow()
    await gone.destroy()
    expect(flags()).toEqual([''])
    expect(await read()).toMatchObject({ taken: 1 })
    expect(await standing(portal, id)).toMatchObject({ status: 'bounced' })
  })

  it('of a server without keywords has everything marked as read, so that nothing is read for ever', async () => {
    server = await openImapServer([holidayReply('<x@y>')])
    server.temper = 'plain'
    expect(await read()).toMatchObject({ others: 1 })
    expect(flags()).toEqual(['\\Seen'])
  })

  it('asks for the beginning of a message only, however large it is', async () => {
    const { id, messageId } = await letter()
    server = await openImapServer([returnedMail({ messageId }) + 'x'.repeat(3_000_000)])
    await read()
    expect(server.asked.join('\n')).toMatch(/BODY\.PEEK\[\]<0\.262144>/)
    expect(await standing(portal, id)).toMatchObject({ status: 'bounced' })
  })

  it.each(['silent', 'stuck'] as const)('of a %s server is given up after a while', async temper => {
    server = await openImapServer([holidayReply('<x@y>')])
    server.temper = temper
    await expect(read()).rejects.toThrow()
    expect(flags()).toEqual([''])
  })

  it('that cannot be reached is an error, and without a setting there is nothing to read', async () => {
    server = await openImapServer()
    await server.close()
    await expect(read()).rejects.toThrow()
    expect(await readMailbox(portal, NOW)).toMatchObject({ taken: 0 })
  })
})
