import { openPostOffice } from '../../src/post-office.ts'
import { decideReminders } from '../../src/reminders/decide-reminders.ts'
import { sendReminders } from '../../src/reminders/send-reminders.ts'
import { formIn, openCommunes, type Reporter, reporter } from '../support/commune.ts'
import type { Agent, Portal } from '../support/portal.ts'
import { actsOf, officeId, reportOf } from '../support/review.ts'

const MONTH = '2026-11'

let portal: Portal
let officer: Agent
let commune: Reporter
let office: number
beforeAll(async () => {
  portal = await openCommunes()
  office = await officeId(portal, '51', MONTH)
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
  commune = await reporter(portal, 'tran.binh@konbraih.example')
}, 60_000)
afterAll(() => portal.close())

const own = () => `/review/${commune.unitId}/${MONTH}`
const beside = async (query = '') => (await officer.get(`${own()}/beside${query}`)).text
const board = () => `/review/${office}/${MONTH}`
const queue = async () => (await officer.get(`${board()}/queue`)).text
const groupIn = (html: string, group: string) => html.split(`id="${group}"`)[1]?.split('</section>')[0] ?? ''
/** What is open in the talk, notes of the office apart. */
const openNow = async (): Promise<string[]> => {
  const open = `select text from remark where settled_at is null and version = 2 and (side = 'commune' or kind <> 'note') order by id`
  return (await portal.pool.query(open)).rows.map(it => it.text)
}
/** The report as if it had just been sent, accepted at a press. */
async function accept(path: string, fields: Record<string, string>): Promise<void> {
  const sent = `update report set state = 'submitted' where unit_id = $1 and month = $2`
  await portal.pool.query(sent, [commune.unitId, MONTH])
  await officer.post(path, { seen: new Date(portal.clock()).toISOString(), ...fields })
  expect((await reportOf(portal, commune.unitId, MONTH)).state).toBe('accepted')
}
const lastRemark = async (): Promise<string> =>
  (await portal.pool.query('select max(id) as id from remark')).rows[0].id

/** What leaves of a kind on the next working morning. */
async function lettersOf(kind: string) {
  const before = portal.inbox.letters.length
  const now = new Date(portal.clock()).toISOString()
  portal.at('2026-11-25T08:30:00+07:00')
  await sendReminders(openPostOffice(portal), { kind })
  portal.at(now)
  return portal.inbox.letters.slice(before).filter(it => it.to === 'tran.binh@konbraih.example')
}

/** Letters about a question that are owed on the next working morning. */
async function owedQuestions() {
  const owed = await decideReminders(portal.db, { now: new Date('2026-11-25T08:30:00+07:00') })
  return owed.filter(it => it.decision === 'send' && it.kind.startsWith('question:'))
}

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('a report returned with remarks at boxes', () => {
  it('keeps what was typed when a row lacks its box or its text, and adds rows at a press', async () => {
    await officer.get(`${own()}/return`)
    const typed = {
      version: '1',
      reason: 'Đề nghị rà soát.',
      box: ['neither@2026', ''],
      box_text: ['', 'Xem sổ.'],
    }
    const refused = await officer.post(`${own()}/return`, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Ô thứ 1: Đề nghị ghi điều cần xem lại, hoặc bỏ chọn ô.')
    expect(refused.text).toContain('Ô thứ 2: Đề nghị chọn ô cho câu này.')
    expect(refused.text).toMatch(/value="neither@2026" selected[\s\S]*Xem sổ\./)
    const more = await officer.post(`${own()}/return`, { ...typed, box: ['note', '', ''], more: '1' })
    expect([more.status, more.text.match(/name="box"/g)?.length]).toEqual([200, 6])
    expect((await reportOf(portal, commune.unitId, MONTH)).state).toBe('submitted')
  })

  it('shows each remark where the box is, and the log names the boxes', async () => {
    await officer.post(`${own()}/return`, {
      version: '1',
      reason: 'Đề nghị rà soát hai ô.',
      box: ['neither@2026', 'note'],
      box_text: ['Giảm 5 so với sổ của trường.', 'Ghi rõ vì sao giảm.'],
    })
    const html = await commune.get()
    const box = html.split('id="neither-2026"')[1]?.split('</div>\n</div>')[0] ?? ''
    expect(html).toMatch(/id="neither-2026"[^>]*aria-describedby="[^"]*neither-2026-remark"/)
    expect(box).toContain('Cơ quan yêu cầu xem lại: Giảm 5 so với sổ của trường.')
    expect(html).toContain('Cơ quan yêu cầu xem lại: Ghi rõ vì sao giảm.')
    expect(html).toContain('href="#neither-2026"')
    expect((await actsOf(portal, 'report.return')).at(-1)?.detail).toEqual({
      version: 1,
      reason: 'Đề nghị rà soát hai ô.',
      boxes: ['neither@2026', 'note'],
    })
    expect(await beside()).toContain('Cơ quan yêu cầu xem lại: Giảm 5 so với sổ của trường.')
  })

  it('tells the commune by letter what to look at, box by box', async () => {
    const [letter] = await lettersOf('returned:1')
    expect(letter?.text).toMatch(
      /Lý do trả lại: “Đề nghị rà soát hai ô\.”\nCác ô cần xem lại:\n– [^\n]+ \(2026\): Giảm 5 so với sổ của trường\.\n– [^\n]+: Ghi rõ vì sao giảm\.\n/,
    )
  })

  it('settles them by the next version, which the office reads beside the one before', async () => {
    const form = formIn(await commune.get())
    const [away, work] = [Number(form.sit_away_work), Number(form.sit_local_work)]
    const answer = await commune.agent.post(commune.path, {
      ...form,
      act: 'submit',
      correction: 'Đã đối chiếu với trường.',
      sit_away_work: String(away - 1),
      sit_local_work: String(work + 1),
    })
    expect(answer.headers.location).toBe(`${commune.path}/receipt/2`)
    expect(groupIn(await queue(), 'corrected')).toContain('Xã Kon Braih')
    const html = await beside()
    const text = plain(html)
    expect(text).toContain('2 ô đã sửa so với lần gửi 1.')
    expect(text).toContain('Lý do đính chính: Đã đối chiếu với trường.')
    expect(text).toMatch(new RegExp(`Đi làm ăn xa[^0-9]* đã sửa ${away - 1} ${away} `))
    expect(text.match(/Đã xong: xã gửi lần 2 lúc 08:30 24\/11\/2026/g)).toHaveLength(2)
    expect(html).not.toContain('Cơ quan yêu cầu xem lại: ')
    const table = (await beside('?changed=1')).split('</table>')[0]
    expect([table?.includes('Đi làm ăn xa'), table?.includes('Có nguyện vọng')]).toEqual([true, false])
    expect((await commune.agent.get(`${commune.path}?correct=1`)).text).not.toContain(
      'Cơ quan yêu cầu xem lại: ',
    )
  })
})

describe('a question without a return', () => {
  it('is asked on the report’s page, refused when it names a pupil or no box of the form', async () => {
    await beside()
    const personal = await officer.post(`${own()}/beside`, {
      kind: 'question',
      text: 'Em Nguyễn Văn Nam đâu?',
      box: '',
    })
    expect([personal.status, personal.text.includes('Em Nguyễn Văn Nam đâu?')]).toEqual([422, true])
    const nowhere = await officer.post(`${own()}/beside`, {
      kind: 'question',
      text: 'Vì sao?',
      box: 'neither@1990',
    })
    expect(nowhere.text).toContain('Biểu mẫu của báo cáo này không có ô đó.')
    const asked = { kind: 'question', text: 'Vì sao tăng?', box: 'neither@2025', seen: '2' }
    expect((await officer.post(`${own()}/beside`, asked)).headers.location).toBe(
      `${own()}/beside?done=asked-commune`,
    )
    await officer.post(`${own()}/beside`, asked)
    expect(await actsOf(portal, 'remark.ask')).toMatchObject([
      { by: 'Nguyễn Thị Mai', detail: { version: 2, field: 'neither@2025' } },
    ])
    expect(groupIn(await queue(), 'waiting')).toContain('Xã Kon Braih')
  })

  it('is told by letter, once, with all that is asked by then and the way to answer', async () => {
    const more = { kind: 'question', text: 'Nữ đã đếm chưa?', box: '', seen: '3' }
    await officer.post(`${own()}/beside`, more)
    const kind = `question:${await lastRemark()}`
    const [letter, ...others] = [...(await lettersOf(kind)), ...(await lettersOf(kind))]
    expect([letter?.subject, others]).toEqual([
      '[Cơ quan hỏi về báo cáo] Kỳ tháng 11/2026 – UBND xã Kon Braih',
      [],
    ])
    expect(letter?.text).toMatch(/^UBND xã Kon Braih\nKỳ báo cáo tháng 11\/2026\n/)
    expect(letter?.text).toMatch(/\n– [^\n]+ \(2025\): Vì sao tăng\?\n– Nữ đã đếm chưa\?\n/)
    const reader = portal.agent()
    const link = /\/r\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    await reader.get(link)
    expect((await reader.post(link)).headers.location).toBe(`${commune.path}/thread`)
    expect((await reader.get(`${commune.path}/thread`)).text).toContain('Vì sao tăng?')
  })

  it('is answered in a locked month too, on the commune’s own page, and the office sees what nobody has read', async () => {
    await portal.pool.query(
      `insert into month_rule (office_id, month, locked_at, reason) values ($1, $2, $3, 'Đã chốt.')
       on conflict (office_id, month) do update set locked_at = excluded.locked_at`,
      [office, MONTH, '2026-11-24T08:00:00+07:00'],
    )
    const page = await commune.get()
    expect(page).toContain('Vì sao tăng?')
    const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
    const thread = `${commune.path}/thread`
    const wrong = await commune.agent.post(thread, {
      kind: 'answer',
      seen,
      text: 'Gọi 0912 345 678',
      back: commune.path,
    })
    expect([wrong.status, wrong.text.includes('Gọi 0912 345 678')]).toEqual([422, true])
    const said = { kind: 'answer', seen, text: 'Hai em mới chuyển về.', back: commune.path }
    const answer = await commune.agent.post(thread, said)
    expect(answer.headers.location).toBe(`${commune.path}?done=answered`)
    expect(await commune.get()).toContain('Cơ quan chưa xem')
    expect(groupIn(await queue(), 'answered')).toContain('Hai em mới chuyển về.')
  })

  it('leaves the queue’s group once the answer is read, and what was said cannot be changed', async () => {
    const seen = new Date(portal.clock()).toISOString()
    await beside()
    const read = await officer.post(`${own()}/read`, { seen, back: `${own()}/beside` })
    expect(read.headers.location).toBe(`${own()}/beside?done=remarkRead`)
    expect(groupIn(await queue(), 'answered')).toBe('')
    expect(groupIn(await queue(), 'corrected')).toContain('Xã Kon Braih')
    expect(await commune.get()).toContain('Nguyễn Thị Mai đã xem lúc 08:30 24/11/2026')
    expect((await actsOf(portal, 'remark.answer')).at(-1)).toMatchObject({ by: 'Trần Thị Bình' })
  })

  it('may be closed by the office, as when the answer came by phone', async () => {
    await beside()
    await officer.post(`${own()}/beside`, { kind: 'question', text: 'Còn em nào chờ nhập học?', seen: '9' })
    expect(groupIn(await queue(), 'waiting')).toContain('Xã Kon Braih')
    expect(await owedQuestions()).toHaveLength(1)
    const seen = /name="seen" value="(\d+)"/.exec(await beside())?.[1] ?? ''
    await officer.post(`${own()}/beside`, { kind: 'close', text: 'Xã đã trả lời qua điện thoại.', seen })
    expect(await owedQuestions()).toEqual([])
    expect(groupIn(await queue(), 'waiting')).not.toContain('Xã Kon Braih')
    expect((await actsOf(portal, 'remark.note')).at(-1)?.detail).toEqual({ version: 2 })
  })

  it('stays unread when the report is accepted from the board, and the queue shows every message until it is read', async () => {
    const say = (text: string) => commune.agent.post(thread, { kind: 'note', seen: '99', text })
    const thread = `${commune.path}/thread`
    await commune.agent.get(thread)
    await say('Sẽ rà soát thêm.')
    portal.at('2026-11-24T08:40:00+07:00')
    await say('Đã rà soát xong.')
    await beside()
    await officer.post(`${own()}/beside`, { kind: 'question', text: 'Ai rà soát?', seen: '0' })
    await accept(`${own()}/accept`, { back: board() })
    expect(await openNow()).toEqual(['Sẽ rà soát thêm.', 'Đã rà soát xong.'])
    const shown = plain(groupIn(await queue(), 'answered'))
    expect(shown).toContain(
      'Sẽ rà soát thêm. Trần Thị Bình, 08:30 24/11/2026 Đã rà soát xong. Trần Thị Bình, 08:40',
    )
    const seen = '2026-11-24T08:35:00+07:00'
    await officer.post(`${board()}/queue`, { press: 'read', unit: String(commune.unitId), seen })
    expect(await openNow()).toEqual(['Đã rà soát xong.'])
  })

  it('is read by accepting on a page that shows it: the report’s own, and its group of the queue', async () => {
    await accept(`${own()}/accept`, { back: `${board()}/queue` })
    expect(await openNow()).toEqual([])
    await commune.agent.get(`${commune.path}/thread`)
    await commune.agent.post(`${commune.path}/thread`, { kind: 'note', seen: '99', text: 'Cảm ơn.' })
    const ticked = { press: 'accept', unit: String(commune.unitId) }
    await accept(`${board()}/queue`, { ...ticked, group: 'fresh' })
    expect(await openNow()).toEqual(['Cảm ơn.'])
    await accept(`${board()}/queue`, { ...ticked, group: 'answered' })
    expect(await openNow()).toEqual([])
  })

  it('is neither the commune’s to ask nor a stranger’s to read', async () => {
    expect((await commune.agent.post(`${own()}/beside`, { kind: 'question', text: 'Sao?' })).status).toBe(404)
    expect((await commune.agent.post(`${own()}/read`)).status).toBe(404)
    const stranger = await reporter(portal, 'y.lan@dakkoi.example')
    expect((await stranger.agent.get(`${commune.path}/thread`)).status).toBe(404)
    expect((await stranger.agent.get(`${own()}/beside`)).status).toBe(404)
  })
})
