import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDkim } from '../../src/mail/dkim.ts'
import type { Letter, Mailer, MailRefused } from '../../src/mail/mailer.ts'
import { openSmtp, type SmtpSettings } from '../../src/mail/smtp.ts'
import { communeLetter } from '../../src/reminders/reminder.mail.ts'
import { loadViews } from '../../src/web/views.ts'
import { checkDkim } from '../support/dkim.ts'
import { factsOf, lineOf } from '../support/letters.ts'
import { type MailServer, openMailServer } from '../support/post.ts'

const NOW = new Date('2026-11-20T08:00:00+07:00')
const desk = { views: loadViews(), publicUrl: 'https://ngay25.test.example', secret: 'a secret' }
const directory = mkdtempSync(path.join(tmpdir(), 'ngay-25-dkim-'))
afterAll(() => rmSync(directory, { recursive: true }))

let server: MailServer
let mailer: Mailer
const open = (settings: Partial<SmtpSettings> = {}) =>
  openSmtp({ url: server.url, from: 'Ngày 25 <ngay25@test.example>', ...settings })
beforeAll(async () => {
  server = await openMailServer()
  mailer = open()
})
afterAll(async () => {
  await mailer.close()
  await server.close()
})
beforeEach(() => {
  server.temper = {}
  server.taken.length = 0
  server.open.most = server.open.now
})

/** A post office of one test's own. */
async function withOwn(settings: Partial<SmtpSettings>, work: (own: Mailer) => Promise<void>): Promise<void> {
  const own = open(settings)
  await work(own).finally(own.close)
}

const letterTo = (recipient: string, kind = 'before-3'): Letter =>
  communeLetter(lineOf({ recipient, kind }), factsOf(), desk)
const refusal = async (recipient: string, by = mailer): Promise<MailRefused> => {
  try {
    await by.send(letterTo(recipient), NOW)
  } catch (error) {
    return error as MailRefused
  }
  throw new Error('it was taken')
}

describe('a mail server that', () => {
  test.each([
    ['550 5.1.1 no such user', { permanent: true, address: true, code: '5.1.1' }],
    ['552 5.2.2 mailbox full', { permanent: true, address: true, code: '5.2.2' }],
    ['550 unknown', { permanent: true, address: true, code: '550' }],
    ['550 5.7.1 you are on a list', { permanent: true, address: false, code: '5.7.1' }],
    ['554 no', { permanent: true, address: false, code: '554' }],
    ['451 4.7.1 greylisted', { permanent: false, address: false, code: '4.7.1' }],
    ['452 4.2.2 full for now', { permanent: false, address: false, code: '4.2.2' }],
  ])('says “%s” to an address is understood', async (said, meant) => {
    server.temper.address = () => said
    expect(await refusal('a@b.example')).toMatchObject({ ...meant, answered: true, doubtful: false })
  })

  test('greylists takes the same letter the second time', async () => {
    server.temper.address = (_, count) => (count === 1 ? '451 4.7.1 come back later' : null)
    await refusal('grey@b.example')
    await mailer.send(letterTo('grey@b.example'), NOW)
    expect(server.taken.map(({ to }) => to)).toEqual(['grey@b.example'])
  })

  test('drops the line with the letter in hand leaves it in doubt, and the pool does not send it again by itself', async () => {
    const came: string[] = []
    server.temper.letter = recipient => {
      came.push(recipient)
      return recipient === 'a@b.example' ? 'drop' : undefined
    }
    expect(await refusal('a@b.example')).toMatchObject({ doubtful: true, answered: false, permanent: false })
    await mailer.send(letterTo('b@b.example'), NOW)
    expect(came).toEqual(['a@b.example', 'b@b.example'])
  })

  test('does not answer in time leaves the letter in doubt', async () => {
    let answer = () => {}
    server.temper.letter = () =>
      new Promise(resolve => {
        answer = () => resolve('drop')
      })
    await withOwn({ patience: { socketTimeout: 150 } }, async own => {
      const refused = await refusal('a@b.example', own)
      expect(refused).toMatchObject({ doubtful: true, permanent: false, address: false })
    })
    answer()
  })

  test('is slow is given five letters at a time, by five connections and no more', async () => {
    const held: (() => void)[] = []
    server.temper.letter = () => new Promise<void>(resolve => held.push(resolve))
    const sent = Promise.all(
      Array.from({ length: 23 }, (_, n) => mailer.send(letterTo(`a${n}@b.example`), NOW)),
    )
    for (let answered = 0; answered < 23; answered += 1) {
      while (held.length === 0) await new Promise(setImmediate)
      expect(held.length).toBeLessThanOrEqual(5)
      held.shift()?.()
    }
    await sent
    expect(server.taken).toHaveLength(23)
    expect(server.open.most).toBe(5)
  })

  test('allows so many letters a minute gets no more', async () => {
    const own = open({ perMinute: 5 })
    const came: string[] = []
    const all = Array.from({ length: 7 }, (_, n) =>
      own.send(letterTo(`a${n}@b.example`), NOW).then(
        () => came.push('sent'),
        () => came.push('closed'),
      ),
    )
    while (came.length < 5) await new Promise(setImmediate)
    for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate)
    expect(server.taken).toHaveLength(5)
    await own.close()
    await Promise.all(all)
    expect(came.slice(5)).toEqual(['closed', 'closed'])
  })
})

describe('a letter as it leaves', () => {
  test('says by its head that a program sent it, for which list, and where answers go', async () => {
    await mailer.send(letterTo('a@b.example'), NOW)
    const [taken] = server.taken
    const header = (name: string) =>
      new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(String(taken?.raw))?.[1]
    expect(header('Auto-Submitted')).toBe('auto-generated')
    expect(header('Precedence')).toBe('bulk')
    expect(header('X-Auto-Response-Suppress')).toBe('OOF, AutoReply')
    expect(header('List-Id')).toMatch(/<nhac-bao-cao\.12\.ngay25\.test\.example>$/)
    expect(header('Message-ID')).toBe(letterTo('a@b.example').messageId)
    expect(taken?.mail.replyTo?.text).toBe('nguyen.mai@sgd.example')
    expect(taken?.mail.subject).toBe('[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn 25/11/2026 – UBND xã Đăk Kôi')
    expect(taken?.mail.text).toContain(`${desk.publicUrl}/r/7/`)
  })

  test('is the same to the byte when it leaves a second time', async () => {
    for (let times = 0; times < 2; times += 1)
      await mailer.send({ ...letterTo('a@b.example', 'opening'), date: NOW }, NOW)
    const [first, second] = server.taken
    expect(first?.raw.length).toBeGreaterThan(1_000)
    expect(second?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true)
  })

  test('asked for by an officer is no bulk', async () => {
    await mailer.send(letterTo('a@b.example', 'chase:2026-11-20T08'), NOW)
    expect(String(server.taken[0]?.raw)).not.toMatch(/^Precedence:/im)
  })

  test('carries the due date as a calendar file in the opening notice, and only there', async () => {
    await mailer.send(letterTo('a@b.example', 'opening'), NOW)
    await mailer.send(letterTo('b@b.example'), NOW)
    const [opening, later] = server.taken
    expect(opening?.mail.attachments).toMatchObject([
      { filename: 'han-bao-cao-2026-11.ics', contentType: 'text/calendar' },
    ])
    expect(later?.mail.attachments).toEqual([])
  })
})

describe('with a key, every letter is signed', () => {
  const keyFile = path.join(directory, 'key.pem')
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(keyFile, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const settings = { domain: 'ngay25.test.example', selector: 'k1', keyFile }

  test('so that another server can check its head and body by the public half', async () => {
    await withOwn({ dkim: readDkim(settings) }, own => own.send(letterTo('a@b.example', 'opening'), NOW))
    const raw = server.taken[0]?.raw ?? Buffer.alloc(0)
    const publicKey = createPublicKey(pair.privateKey)
    const checked = checkDkim(raw, publicKey)
    expect(checked).toMatchObject({
      body: true,
      head: true,
      tags: { a: 'rsa-sha256', d: 'ngay25.test.example', s: 'k1', c: 'relaxed/relaxed' },
    })
    for (const name of ['from', 'to', 'subject', 'message-id', 'date', 'list-id', 'reply-to'])
      expect(checked.tags.h?.toLowerCase().split(':')).toContain(name)
    const altered = (from: RegExp, to: string) =>
      checkDkim(Buffer.from(raw.toString('binary').replace(from, to), 'binary'), publicKey)
    expect(altered(/^Subject: .*/m, 'Subject: another').head).toBe(false)
    expect(altered(/(\r\n\r\n[\s\S]*)base64/, '$1x')).toMatchObject({ body: false, head: true })
  })

  test('and a key that is none, or cannot be read, is refused at the start', () => {
    expect(() => readDkim({ ...settings, keyFile: '/nowhere.pem' })).toThrow(/DKIM_KEY_FILE: \/nowhere/)
    writeFileSync(path.join(directory, 'no.pem'), 'no key')
    expect(() => readDkim({ ...settings, keyFile: path.join(directory, 'no.pem') })).toThrow(/DKIM_KEY_FILE/)
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeFileSync(path.join(directory, 'ec.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(() => readDkim({ ...settings, keyFile: path.join(directory, 'ec.pem') })).toThrow(/no RSA key/)
  })
})
