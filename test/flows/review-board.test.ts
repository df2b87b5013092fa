import { gzipSync } from 'node:zlib'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communesIn, officeId, queriesDuring } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

const OFFICER = 'nguyen.mai@sgd.example'
const MONTH = '2026-11'

let portal: Portal
let office: number
let officer: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', MONTH)
  officer = portal.agent()
  await officer.signIn(OFFICER)
}, 60_000)
afterAll(() => portal.close())

const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
const page = async (path: string, agent = officer) => {
  const { status, text } = await agent.get(path)
  return { status, html: text, text: textOf(text), rows: rowsOf(text) }
}
const rowsOf = (html: string) =>
  (html.split('<tbody>')[1] ?? '').split('</tbody>')[0]?.split('<tr>').slice(1) ?? []
const nameOf = (row: string) => /<a href="[^"]*history">([^<]+)/.exec(row)?.[1] ?? ''

describe('the board of the running month', () => {
  it('says first who is missing and how many pupils, and why the due date is when it is', async () => {
    const missing = (await communesIn(portal, 'missing', MONTH)).length
    const drafts = (await communesIn(portal, 'draft', MONTH)).length
    const { status, text } = await page(`/review/${office}`)
    expect(status).toBe(200)
    expect(text).toContain(`Còn ${missing + drafts}/96 xã chưa gửi:`)
    expect(text).toContain(`Tính trên ${96 - missing - drafts}/96 xã đã báo cáo`)
    expect(text).toContain('Hạn gửi: 17:00 25/11/2026 – còn 1 ngày . Số liệu tính đến ngày 14/11/2026')
    expect(text).toContain('25/11/2026 là thứ Tư, ngày làm việc')
  })

  it('has every commune as a row, in Vietnamese order, missing ones without any figure', async () => {
    const { rows } = await page(`/review/${office}/${MONTH}`)
    expect(rows).toHaveLength(96)
    const names = rows.map(nameOf).map(name => name.replace(/^(Xã|Phường|Đặc khu) /, ''))
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
    const missing = rows.find(row => row.includes('Xã Đăk Kôi')) ?? ''
    expect(missing).toContain('Chưa gửi')
    expect(missing).toContain('href="tel:02603000103"')
    expect(missing).not.toMatch(/<td class="num"[^>]*>[^<]*\d/)
  })

  it('sums what the rows show', async () => {
    const { html, rows } = await page(`/review/${office}/${MONTH}`)
    const figures = rows.flatMap(row => /<strong>([\d.]+)<\/strong>/.exec(row)?.[1] ?? [])
    const sum = figures.reduce((total, figure) => total + Number(figure.replace('.', '')), 0)
    const tile = /Không đi học, chưa học nghề<\/span> <b>([\d.]+)/.exec(html)?.[1] ?? ''
    expect(Number(tile.replace('.', ''))).toBe(sum)
  })

  it('finds without diacritics, filters by state and sorts by a figure, each by its address alone', async () => {
    expect((await page(`/review/${office}/${MONTH}?q=dak+koi`)).rows.map(nameOf)).toEqual(['Xã Đăk Kôi'])
    const returned = await communesIn(portal, 'returned', MONTH)
    const shown = await page(`/review/${office}/${MONTH}?show=returned`)
    expect(shown.rows.map(nameOf).sort()).toEqual(returned.map(it => it.name).sort())
    expect(shown.text).toContain('Lý do trả lại:')
    const { rows } = await page(`/review/${office}/${MONTH}?show=reported&sort=-neither`)
    const figures = rows.map(row => Number(/<strong>([\d.]+)<\/strong>/.exec(row)?.[1]?.replace('.', '')))
    expect(figures).toEqual([...figures].sort((a, b) => b - a))
  })

  it('says so when nothing matches', async () => {
    expect((await page(`/review/${office}/${MONTH}?q=zzz`)).text).toContain('Không có xã nào phù hợp')
  })

  it('shows warnings with their explanations', async () => {
    const { rows } = await page(`/review/${office}/${MONTH}?show=warned`)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(textOf(row)).toMatch(/cảnh báo .*Giải trình:/)
  })

  it('has a text for the chat group and a form that chases those missing', async () => {
    const { html } = await page(`/review/${office}/${MONTH}`)
    expect(html).toContain(`action="/reminders/${office}/${MONTH}/chase"`)
    expect(html).toMatch(
      /<textarea id="message-1"[^>]*>Còn \d+\/96 xã, phường, đặc khu chưa gửi báo cáo kỳ tháng 11\/2026/,
    )
  })

  it('marks a commune whose letter did not arrive', async () => {
    const [commune] = await communesIn(portal, 'missing', MONTH)
    await portal.pool.query(
      `insert into reminder (unit_id, month, kind, recipient, status, because, planned_at, decided_at)
       values ($1, $2, 'opening', 'a@b.example', 'refused', 'x', now(), now())`,
      [commune?.unitId, MONTH],
    )
    const { rows } = await page(`/review/${office}/${MONTH}`)
    expect(rows.filter(row => row.includes('Thư không tới')).map(nameOf)).toEqual([commune?.name])
  })
})

describe('other months', () => {
  it('keeps the month before in hand until the cut-off has passed', async () => {
    portal.at('2026-11-14T08:00:00+07:00')
    expect((await page(`/review/${office}`)).text).toContain('Tình hình báo cáo tháng 10/2026')
    portal.at(WORLD_MORNING)
  })

  it('opens a month to come without calling anybody late, and says when it opens', async () => {
    const { text } = await page(`/review/${office}/2027-01`)
    expect(text).toContain('Kỳ này chưa mở. Bắt đầu nhận báo cáo từ 15/01/2027')
    expect(text).not.toContain('Nhắc ngay')
  })

  it('compares the first month after a merger with the sum of the predecessors', async () => {
    const { text, rows } = await page(`/review/${office}/2025-07`)
    expect(text).toMatch(/so với 06\/2025 \(cùng \d+ xã\)/)
    expect(rows).toHaveLength(96)
  })

  it('calls nobody missing in a month that has not begun, and offers no chasing', async () => {
    const { text, html } = await page(`/review/${office}/2026-12`)
    expect(text).toContain('96 xã sẽ gửi báo cáo kỳ này.')
    expect([text.includes('xã chưa gửi:'), html.includes('/chase"')]).toEqual([false, false])
  })

  it('says that nobody reports where the office had no commune yet', async () => {
    const { status, text } = await page(`/review/${office}/2023-09`)
    expect([status, text.includes('Không có đơn vị nào báo cáo trong kỳ này')]).toEqual([200, true])
  })
})

describe('an office above', () => {
  it('sees a row for each office below, whose sum is the whole', async () => {
    const ministry = portal.agent()
    await ministry.signIn('do.an@moet.example')
    const top = await officeId(portal, 'BGDDT', MONTH)
    const { html, rows } = await page(`/review/${top}/2025-03`, ministry)
    const cells = (row: string) =>
      [...row.matchAll(/<td[^>]*>(?:<strong>)?([\d.–]+)/g)].map(it => Number(it[1]?.replace('.', '')))
    const foot = (html.split('<tfoot>')[1] ?? '').split('</tfoot>')[0] ?? ''
    const sum = rows.map(cells).reduce((a, b) => a.map((value, index) => value + (b[index] ?? 0)))
    expect(sum[0]).toBe(102)
    expect(sum).toEqual(cells(foot))
    const [, below] = /href="(\/review\/\d+\/2025-03)"/.exec(rows[0] ?? '') ?? []
    expect((await page(below ?? '', ministry)).status).toBe(200)
    const communes = await page(`/review/${top}/2025-03?view=communes`, ministry)
    expect(communes.rows).toHaveLength(102)
  })
})

describe('who may look', () => {
  it('gives a leader the board without a button', async () => {
    const leader = portal.agent()
    await leader.signIn('bui.ha@sgd.example')
    const { status, html } = await page(`/review/${office}/${MONTH}`, leader)
    expect(status).toBe(200)
    expect(html).not.toMatch(/formaction|\/chase|\/return"|type="checkbox"/)
  })

  it('does not exist for a commune, nor for a commune’s number', async () => {
    const commune = portal.agent()
    await commune.signIn('y.lan@dakkoi.example')
    expect((await page(`/review/${office}`, commune)).status).toBe(404)
    const [any] = await communesIn(portal, 'missing', MONTH)
    expect((await page(`/review/${any?.unitId}/${MONTH}`)).status).toBe(404)
  })
})

describe('its cost', () => {
  it('is the same number of queries for 3 communes and for 96', async () => {
    const small = await officeId(portal, '614', '2025-05')
    const admin = portal.agent()
    await admin.signIn('do.an@moet.example')
    expect((await page(`/review/${small}/2025-05`, admin)).rows.length).toBeLessThan(20)
    const few = await queriesDuring(() => admin.get(`/review/${small}/2025-05`))
    const many = await queriesDuring(() => admin.get(`/review/${office}/2026-05`))
    expect(many).toBe(few)
    expect(many).toBeLessThanOrEqual(14)
  })

  it('is at most 40 kB over the wire at the first view, style and script included', async () => {
    const { text } = await officer.get(`/review/${office}/${MONTH}`)
    const assets = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+|\/[^"]+\.(?:css|js))"/g)].map(
      it => it[1] ?? '',
    )
    const sizes = await Promise.all([`/review/${office}/${MONTH}`, ...new Set(assets)].map(sizeOnWire))
    expect(assets.length).toBeGreaterThanOrEqual(2)
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(40 * 1024)
  })
})

/** Bytes as a browser gets them: compressed. */
async function sizeOnWire(path: string): Promise<number> {
  const { text, body } = await officer.raw.get(path)
  return gzipSync(text ?? body).length
}
