import { cast } from '../../src/people/cast.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let officer: Agent
let office = 0
let commune = 0

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  officer = portal.agent()
  await officer.signIn(cast.find(it => it.role === 'officer' && it.unit === '51')?.email ?? '')
  const find = (kind: 'office' | 'commune', code: string) =>
    portal.db
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', kind)
      .where('code', '=', code)
      .where('valid_until', 'is', null)
      .executeTakeFirstOrThrow()
  office = (await find('office', '51')).id
  commune = (await find('commune', '23497')).id
})
afterAll(() => portal.close())

/** What a page says, without its tags. */
const saidIn = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the office’s report in words', () => {
  it('says the figures of the table, who is missing, and how it compares', async () => {
    const { text, status } = await officer.get(`/consolidation/${office}/2026-10/report`)
    expect(status).toBe(200)
    const said = saidIn(text)
    expect(said).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(said).toMatch(/Đã có \d+\/96 đơn vị gửi báo cáo/)
    expect(said).toContain('So với kỳ tháng 09/2026')
    expect(said).not.toMatch(/\{[a-z_]+\}/)
  })

  it('comes as a Word file', async () => {
    await officer.get(`/consolidation/${office}/2026-10/report`)
    const taken = await officer.post(`/consolidation/${office}/2026-10/report.docx`)
    expect(taken.status).toBe(303)
    const answer = await officer.get(taken.headers.location ?? '')
    expect(answer.headers['content-type']).toContain('wordprocessingml')
    expect(answer.headers['content-disposition']).toMatch(/"bao-cao-tong-hop-2026-10-[a-z-]+-ban-so-1\.docx"/)
  })

  it('is worded by the office, seen before it is saved, and can go back to the default', async () => {
    const path = `/consolidation/${office}/papers?kind=summary`
    const edition = async () => /name="edition" value="(\d+)"/.exec((await officer.get(path)).text)?.[1] ?? ''
    const wrong = await officer.post(path, {
      edition: await edition(),
      text: 'Kỳ {thang}: {bang} và',
      do: 'save',
    })
    expect(wrong.status).toBe(422)
    expect(saidIn(wrong.text)).toContain('“{thang}” không phải là tên được dùng.')
    expect(saidIn(wrong.text)).toContain('“{bang}” phải đứng riêng một dòng.')

    const seen = await officer.post(path, {
      edition: await edition(),
      text: 'Kỳ {ky} của Sở.',
      do: 'preview',
    })
    expect(saidIn(seen.text)).toMatch(/Kỳ \d\d\/2026 của Sở\./)

    const before = await edition()
    expect((await officer.post(path, { edition: before, text: 'Kỳ {ky} của Sở.', do: 'save' })).status).toBe(
      303,
    )
    expect(saidIn((await officer.get(`/consolidation/${office}/2026-10/report`)).text)).toContain(
      'Kỳ 10/2026 của Sở.',
    )
    const late = await officer.post(path, { edition: before, text: 'Câu khác.', do: 'save' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Câu khác.')

    await officer.post(path, { edition: await edition(), text: '', do: 'default' })
    expect(saidIn((await officer.get(path)).text)).toContain('Đang dùng câu chữ mặc định.')
  })
})

describe('the letter to who is missing', () => {
  it('names whom it asks for more, and until when', async () => {
    const { text } = await officer.get(`/reminders/${office}/2026-11/chase-paper?until=2026-11-27`)
    const said = saidIn(text)
    expect(said).toContain('V/v đôn đốc báo cáo')
    expect(said).toContain('trước 16 giờ 30 phút ngày 27/11/2026')
    expect(said).toContain('Danh sách đơn vị chưa gửi báo cáo')
    expect(said).toContain('Như trên;')
    expect((await officer.get(`/reminders/${office}/2026-11/chase-paper.docx`)).status).toBe(200)
  })
})

describe('the commune’s report to sign', () => {
  it('carries the figures that were sent, its receipt and the committee’s head', async () => {
    const said = saidIn((await officer.get(`/reports/${commune}/2026-10/paper`)).text)
    expect(said).toMatch(/ỦY BAN NHÂN DÂN XÃ KON BRAIH/)
    expect(said).toContain('Kon Braih, ngày 24 tháng 11 năm 2026')
    expect(said).toMatch(/N25-202610-23497-\d/)
    expect(said).toContain('TM. ỦY BAN NHÂN DÂN')
    expect((await officer.get(`/reports/${commune}/2026-10/paper.docx`)).status).toBe(200)
  })

  it('is not shown to another commune', async () => {
    const stranger = portal.agent()
    await stranger.signIn('le.duc@kontum.example')
    expect((await stranger.get(`/reports/${commune}/2026-10/paper`)).status).toBe(404)
  })
})
