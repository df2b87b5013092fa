import request from 'supertest'
import { createApp } from '../../src/app.ts'
import { MailRefused } from '../../src/mail/mailer.ts'
import { openPreview } from '../../src/mail/preview.ts'
import { openPostOffice } from '../../src/post-office.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { openPortal, type Portal } from '../support/portal.ts'

const MAI = 'nguyen.mai@sgd.example'
const Y_LAN = 'y.lan@dakkoi.example'
const LE_DUC = 'le.duc@kontum.example'

let portal: Portal
beforeEach(async () => {
  portal = await openPortal('2026-11-25T08:00:00+07:00', 'world')
})
afterEach(() => portal.close())

async function unitOf(code: string, kind: 'commune' | 'office' = 'commune'): Promise<number> {
  const { id } = await portal.db
    .selectFrom('unit')
    .select('id')
    .where('code', '=', code)
    .where('kind', '=', kind)
    .where('valid_until', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}
const office = () => unitOf('51', 'office')
const dakKoi = () => unitOf('23485')
const konBraih = () => unitOf('23497')

async function signedIn(email: string) {
  const agent = portal.agent()
  await agent.signIn(email)
  return agent
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('who gets what today, and why', () => {
  test('an officer reads every letter with its reason, for now and for another moment', async () => {
    const mai = await signedIn(MAI)
    const page = textOf((await mai.get(`/reminders/${await office()}`)).text)
    expect(page).toContain('Nhắc báo cáo tháng 11/2026')
    expect(page).toContain('Xã Đăk Kôi Sáng ngày hạn y.lan@dakkoi.example Chưa gửi báo cáo; hôm nay là hạn')
    const dayOff = await mai.get(`/reminders/${await office()}/2026-11?at=2026-11-24T08:00`)
    expect(textOf(dayOff.text)).toContain('24/11 là ngày nghỉ (Ngày Văn hóa Việt Nam)')
    expect(portal.inbox.letters).toEqual([])
  })

  test('a moment that is none is said to be wrong, and the page answers for now', async () => {
    const mai = await signedIn(MAI)
    const page = await mai.get(`/reminders/${await office()}/2026-11?at=hôm-qua`)
    expect(page.status).toBe(200)
    expect(textOf(page.text)).toContain('Thời điểm không đúng')
  })

  test('letters that did not arrive are on top, with what the server said', async () => {
    portal.inbox.refuse = ({ to }) => (to === Y_LAN ? new MailRefused('550 no such user', true) : null)
    await sendReminders(openPostOffice(portal))
    const mai = await signedIn(MAI)
    const page = textOf((await mai.get(`/reminders/${await office()}/2026-11`)).text)
    expect(page).toContain('Thư chưa đến nơi (1)')
    expect(page).toContain('Máy chủ của người nhận từ chối: 550 no such user')
  })

  test('a commune does not find the page, an office above finds the offices below', async () => {
    const lan = await signedIn(Y_LAN)
    expect((await lan.get(`/reminders/${await office()}`)).status).toBe(404)
    const ministry = await signedIn('do.an@moet.example')
    const page = await ministry.get(`/reminders/${await unitOf('BGDDT', 'office')}/2026-11`)
    expect(page.text).toContain(`/reminders/${await office()}/2026-11`)
  })
})

describe('the ledger of a commune', () => {
  test('says what was sent, to whom and why, to its office and to itself, and is not found by another commune', async () => {
    await sendReminders(openPostOffice(portal))
    const path = `/reminders/${await dakKoi()}/2026-11/ledger`
    for (const email of [MAI, Y_LAN]) {
      const page = textOf((await (await signedIn(email)).get(path)).text)
      expect(page).toContain('[Nhắc báo cáo] Kỳ tháng 11/2026 – hạn 25/11/2026 – UBND xã Đăk Kôi')
      expect(page).toContain('Chưa gửi báo cáo; hôm nay là hạn (17:00 ngày 25/11/2026)')
    }
    expect((await (await signedIn(LE_DUC)).get(path)).status).toBe(404)
  })
})

describe('"Nhắc ngay"', () => {
  const chase = async (fields: Record<string, string | string[]>, email = MAI) => {
    const agent = await signedIn(email)
    const posted = await agent.post(`/reminders/${await office()}/2026-11/chase`, fields)
    const page = posted.headers.location ? await agent.get(posted.headers.location) : posted
    return { posted, text: textOf(page.text) }
  }

  test('mails the communes ticked with the officer’s sentence, and says who was not mailed and why', async () => {
    const unit = [String(await dakKoi()), String(await konBraih())]
    const { posted, text } = await chase({ unit, sentence: 'Đề nghị gửi trước 11 giờ.' })
    expect(posted.status).toBe(303)
    expect(portal.inbox.letters.map(({ to }) => to)).toEqual([Y_LAN])
    expect(portal.inbox.letters[0]?.text).toContain(
      'Lời nhắn của Nguyễn Thị Mai, Chuyên viên Phòng GDTrH-GDTX: “Đề nghị gửi trước 11 giờ.”',
    )
    expect(text).toContain('Đã nhắc (1)')
    expect(text).toMatch(/Không nhắc \(1\) Xã Kon Braih Đã gửi báo cáo lúc/)
    const audit = await portal.db
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', 'reminder.chase')
      .executeTakeFirstOrThrow()
    expect(audit.detail).toMatchObject({ mailed: [await dakKoi()], notMailed: [await konBraih()] })
  })

  test('pressed twice at once, or again within the hour, is one letter', async () => {
    const unit = [String(await dakKoi())]
    await Promise.all([chase({ unit, sentence: '' }), chase({ unit, sentence: '' })])
    portal.at('2026-11-25T08:59:00+07:00')
    const { text } = await chase({ unit, sentence: '' })
    expect(text).toContain('mỗi đơn vị được nhắc ngay nhiều nhất một lần trong một giờ')
    expect(portal.inbox.letters).toHaveLength(1)
    portal.at('2026-11-25T09:00:00+07:00')
    await chase({ unit, sentence: '' })
    expect(portal.inbox.letters).toHaveLength(2)
  })

  test('at night waits in the ledger for the morning, with the sentence, and not for a report that came first', async () => {
    portal.at('2026-11-25T20:00:00+07:00')
    const { text } = await chase({ unit: [String(await dakKoi())], sentence: 'Gửi sớm giúp Sở.' })
    expect(text).toContain('Đang chờ gửi')
    expect(portal.inbox.letters).toEqual([])
    portal.at('2026-11-26T07:00:00+07:00')
    await sendReminders(openPostOffice(portal))
    const chased = portal.inbox.letters.filter(({ text: body }) => body.includes('Gửi sớm giúp Sở.'))
    expect(chased.map(({ to }) => to)).toEqual([Y_LAN])
  })

  test('refuses a sentence that names a pupil or is too long, and keeps what was typed', async () => {
    const unit = [String(await dakKoi())]
    const long = 'a'.repeat(301)
    const { posted } = await chase({ unit, sentence: long })
    expect(posted.status).toBe(422)
    expect(posted.text).toContain(long)
    const named = await chase({ unit, sentence: 'Gọi em ở số 0912 345 678 giúp Sở' })
    expect(named.posted.status).toBe(422)
    expect((await chase({ sentence: 'Xin gửi' })).posted.status).toBe(422)
    expect(portal.inbox.letters).toEqual([])
  })

  test('leaves out what is not the office’s, and is not for leaders or communes', async () => {
    const { posted } = await chase({ unit: ['999999', 'x'], sentence: '' })
    expect(posted.status).toBe(303)
    expect(portal.inbox.letters).toEqual([])
    expect((await chase({ unit: [String(await dakKoi())] }, 'bui.ha@sgd.example')).posted.status).toBe(404)
    expect((await chase({ unit: [String(await dakKoi())] }, Y_LAN)).posted.status).toBe(404)
  })
})

describe('the trial’s inbox', () => {
  test('shows a letter as a page in a frame that can run nothing, and as text', async () => {
    await portal.db.deleteFrom('mail_preview').execute()
    const preview = openPreview(portal.db, 'Ngày 25 <ngay25@localhost>')
    await sendReminders({ ...openPostOffice(portal), mailer: preview })
    const { id } = await portal.db
      .selectFrom('mail_preview')
      .select('id')
      .where('recipient', '=', Y_LAN)
      .executeTakeFirstOrThrow()
    const agent = portal.agent()
    expect((await agent.get('/mail')).text).toContain(`/mail/${id}`)
    const letter = await agent.get(`/mail/${id}`)
    expect(letter.text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
    expect(textOf(letter.text)).toContain('Hôm nay là hạn gửi báo cáo')
    const page = await agent.get(`/mail/${id}/html`)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox/)
    expect(page.text).toContain(`href="${portal.config.publicUrl}/r/`)
  })

  test('is not there outside the trial', async () => {
    const { express } = createApp({ ...portal, config: { ...portal.config, trial: false } })
    for (const path of ['/mail', '/mail/1', '/mail/1/html'])
      expect((await request(express).get(path)).status).toBe(404)
  })
})
