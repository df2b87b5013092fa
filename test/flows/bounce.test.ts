import { readMailbox } from '../../src/reminders/read-mailbox.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { type ImapServer, openImapServer } from '../support/imap.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { type Desk, type MailServer, openDesk, openMailServer } from '../support/post.ts'
import { returnedMail } from '../support/returned-mail.ts'

const DUE_MORNING = '2026-11-25T08:00:00+07:00'
const yHanh = 'y.hanh@dakrve.example'
const aThuan = 'a.thuan@dakrve.example'

let database: TestDatabase
let server: MailServer
let desk: Desk
let mailbox: ImapServer

beforeEach(async () => {
  database = await openTestDatabase('world')
  server = await openMailServer()
  desk = openDesk(database, { url: server.url, now: DUE_MORNING })
  mailbox = await openImapServer()
})
afterEach(async () => {
  await desk.close()
  await Promise.all([server.close(), mailbox.close()])
  await database.drop()
})

const to = (recipient: string) => server.taken.filter(it => it.to === recipient)

test('a letter that comes back goes to the next person of the unit, and the office is told, each once', async () => {
  await sendReminders(desk)
  const [letter] = to(yHanh)
  expect(to(aThuan)).toEqual([])
  mailbox.messages.push({
    source: returnedMail({ messageId: letter?.mail.messageId ?? '', recipient: yHanh }),
    flags: new Set(),
  })
  const config = { ...desk.config, imapUrl: mailbox.url }
  expect(await readMailbox({ db: desk.db, config }, desk.clock())).toMatchObject({ taken: 1 })

  server.taken.length = 0
  desk.at('2026-11-25T08:05:00+07:00')
  await sendReminders(desk)
  await sendReminders(desk)
  expect(to(yHanh)).toEqual([])
  expect(to(aThuan).map(it => it.mail.subject)).toEqual([letter?.mail.subject])
  const officers = ['nguyen.mai@sgd.example', 'dinh.son@sgd.example']
  for (const officer of officers) {
    const [told, ...others] = to(officer)
    expect(others).toEqual([])
    expect(told?.mail.text).toContain(yHanh)
    expect(told?.mail.text).toContain('User unknown in virtual mailbox table')
    expect(told?.mail.text).toContain('A Thuận')
  }
  expect(server.taken.length).toBe(1 + officers.length)
})
