import { asMonth } from '../../src/calendar/month.rules.ts'
import { loadConsolidation } from '../../src/consolidation/consolidation.store.ts'
import { rowsOf } from '../../src/consolidation/table.rules.ts'
import { formatNumber } from '../../src/words/vietnamese.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communesIn, officeId, resendReport } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = asMonth('2026-11')

let portal: Portal
let office: number
let officer: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', MONTH)
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
}, 60_000)
afterAll(() => portal.close())

const path = () => `/consolidation/${office}/${MONTH}/figure`
const plain = (text: string) =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function tableNow() {
  const table = await loadConsolidation(portal.db, office, MONTH)
  if (!table) throw new Error('there is no table')
  const at = table.columns.findIndex(it => it.key === 'neither')
  return {
    table,
    total: table.totals[at] ?? null,
    valueOf: (id: number) => rowsOf(table).find(it => it.unitId === id)?.values[at] ?? null,
  }
}

/** A commune corrects its figure of the newest cohort by one more, as a second version with a reason. */
async function correct(unitId: number, reason: string): Promise<void> {
  const { rows } = await portal.pool.query(
    `select (v.figures->>'neither@2026')::int as now from report_version v
     join report r on r.id = v.report_id and r.current_version = v.number where r.unit_id = $1 and r.month = $2`,
    [unitId, MONTH],
  )
  const figures = { 'neither@2026': rows[0].now + 1 }
  await resendReport(portal, { unitId, month: MONTH, at: '2026-11-24T07:30:00+07:00', reason, figures })
}

describe('a figure of the consolidation', () => {
  it('leads from every cell of the table to where it comes from', async () => {
    const { text } = await officer.get(`/consolidation/${office}/${MONTH}`)
    const [first] = await communesIn(portal, 'submitted', MONTH)
    expect(text).toContain(`href="${path()}/neither/${first?.unitId}"`)
    expect(text).toContain(`href="${path()}/neither"`)
    const links = [...text.matchAll(/href="([^"]*\/figure\/[^"]*)"/g)].map(([, href = '']) => href)
    expect(links.length).toBeGreaterThan(57 * 9)
    const some = links.filter((_, index) => index % 130 === 0)
    for (const href of some) expect((await officer.get(href)).status).toBe(200)
  })

  it('that is a sum names what it adds, and those who are not in it', async () => {
    const { table, total } = await tableNow()
    const text = plain((await officer.get(`${path()}/neither`)).text)
    expect(text).toContain(`kỳ 11/2026: ${formatNumber(total ?? 0)}`)
    const { reported, expected, missing } = table.counts
    expect(text).toContain(
      `Tổng của ${reported}/${expected} đơn vị đã báo cáo. ${missing} đơn vị chưa báo cáo không có trong tổng`,
    )
    for (const row of rowsOf(table)) expect(text).toContain(row.name)
    const shown = [
      ...(await officer.get(`${path()}/neither`)).text.matchAll(
        /<th scope="row"><a [^>]*>[^<]*<\/a><\/th><td class="num">(-?\d[\d.]*)<\/td>/g,
      ),
    ]
    expect(shown.reduce((sum, [, value = '0']) => sum + Number(value.replace('.', '')), 0)).toBe(total)
  })

  it('of a commune names its versions, who sent them, what was corrected and why, and what the office decided', async () => {
    const [commune] = await communesIn(portal, 'submitted', MONTH)
    if (!commune) throw new Error('nobody has sent')
    const before = (await tableNow()).valueOf(commune.unitId) ?? 0
    await officer.get(`/review/${commune.unitId}/${MONTH}/return`)
    await officer.post(`/review/${commune.unitId}/${MONTH}/return`, {
      version: '1',
      reason: 'Đề nghị rà soát năm 2026',
    })
    await correct(commune.unitId, 'Bổ sung một em mới xác minh')
    const text = plain((await officer.get(`${path()}/neither/${commune.unitId}`)).text)
    expect(text).toContain(`Lần 2: ${before + 1} – đang được tính`)
    expect(text).toContain(`Thay đổi: ${before} → ${before + 1}`)
    expect(text).toContain('Lý do đính chính: Bổ sung một em mới xác minh')
    expect(text).toContain(`Lần 1: ${before} `)
    expect(text).toContain('Nguyễn Thị Mai trả lại lúc 08:00 24/11/2026. Lý do: Đề nghị rà soát năm 2026')
    expect(text).toMatch(/Gồm: \d+ \(tốt nghiệp 2026\) \+ \d+ \(tốt nghiệp 2025\)/)
    const untouched = plain((await officer.get(`${path()}/graduates@2025/${commune.unitId}`)).text)
    expect(untouched).toContain('Ô này không đổi so với lần trước.')
  })

  it('of a commune that has not reported is empty, and says that it is not 0', async () => {
    const { table } = await tableNow()
    const missing = rowsOf(table).find(it => it.state === 'missing')
    const text = plain((await officer.get(`${path()}/neither/${missing?.unitId}`)).text)
    expect(text).toContain('Đơn vị chưa báo cáo kỳ này nên ô để trống; không tính là 0.')
  })

  it('that a numbered copy printed is explained as it was then, with what it is now', async () => {
    const [, commune] = await communesIn(portal, 'submitted', MONTH)
    if (!commune) throw new Error('nobody has sent')
    await officer.get(`/consolidation/${office}/${MONTH}`)
    const taken = await officer.post(`/consolidation/${office}/${MONTH}/snapshots`)
    const number = taken.headers.location?.split('/').at(-1)
    const before = (await tableNow()).valueOf(commune.unitId) ?? 0
    await correct(commune.unitId, 'Đếm lại')
    const text = plain((await officer.get(`${path()}/neither/${commune.unitId}?copy=${number}`)).text)
    expect(text).toContain(`kỳ 11/2026: ${before}`)
    expect(text).toContain(`Hiện nay ô này là ${before + 1}.`)
    expect(text).toContain(`Lần 1: ${before} – được tính trong bản này`)
    expect((await officer.get(`/consolidation/${office}/${MONTH}/copies/${number}`)).text).toContain(
      'name="copy" value="',
    )
  })

  it.each(['/nothing', '/neither/999999', '/neither?copy=99', '/a;b', '?of=1', '/neither/x'])(
    'that is not there is not found: %s',
    async query => {
      expect((await officer.get(`${path()}${query}`)).status).toBe(404)
    },
  )

  it('is looked up by its unit and indicator, without a mouse', async () => {
    const [commune] = await communesIn(portal, 'submitted', MONTH)
    const answer = await officer.get(`${path()}?of=${commune?.unitId}&column=neither`)
    expect([answer.status, answer.headers.location]).toEqual([303, `${path()}/neither/${commune?.unitId}`])
    expect((await officer.get(`${path()}?of=&column=neither`)).headers.location).toBe(`${path()}/neither`)
  })

  it('of a year’s month leads to that month', async () => {
    const { text } = await officer.get(`/consolidation/${office}/year/2026-2027`)
    expect(text).toContain(`href="/consolidation/${office}/2026-10/figure/neither"`)
  })
})
