import { asMonth, monthsFrom } from '../../src/calendar/month.rules.ts'
import { loadCharts } from '../../src/charts/load-charts.ts'
import { figureAt } from '../../src/charts/series.rules.ts'
import { loadConsolidation } from '../../src/consolidation/consolidation.store.ts'
import { findUnit } from '../../src/units/unit.store.ts'
import { formatNumber } from '../../src/words/vietnamese.ts'
import { elementsOf, outsideOf, overlapsIn } from '../support/picture.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communesIn, officeId, queriesDuring } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = '2026-11'

let portal: Portal
let office: number
let ministry: number
let officer: Agent
let reporter: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', MONTH)
  ministry = await officeId(portal, 'BGDDT', MONTH)
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
  reporter = portal.agent()
  await reporter.signIn('y.lan@dakkoi.example')
}, 60_000)
afterAll(() => portal.close())

const svgsIn = (html: string) => html.match(/<svg [^>]*role="img"[\s\S]*?<\/svg>/g) ?? []
const sectionsIn = (html: string) => html.split('<section class="near picture"').slice(1)
const rowsIn = (html: string) =>
  (html.split('<tbody>')[1]?.split('</tbody>')[0] ?? '')
    .split('<tr>')
    .slice(1)
    .map(row => [...row.matchAll(/<t[hd][^>]*>(?:<a [^>]*>)?([^<]*)/g)].map(it => it[1] ?? ''))

const chartsOf = async (id: number, month: string, all = false) => {
  const unit = (await findUnit(portal.db, id, asMonth(month))) ?? never()
  return (await loadCharts(portal.db, { unit, month: asMonth(month), all })) ?? never()
}
const never = (): never => {
  throw new Error('not there')
}

describe('an office’s pictures', () => {
  it('each have a name, a finding in words, both drawings and their table, and no style of their own', async () => {
    const { status, text } = await officer.get(`/charts/${office}`)
    expect(status).toBe(200)
    const sections = sectionsIn(text)
    expect(sections).toHaveLength(5)
    for (const section of sections) {
      const svgs = svgsIn(section)
      expect(svgs).toHaveLength(2)
      for (const svg of svgs) {
        expect(
          elementsOf(svg)
            .slice(1, 3)
            .map(it => it.name),
        ).toEqual(['title', 'desc'])
        expect(outsideOf(svg)).toEqual([])
        expect(overlapsIn(svg)).toEqual([])
      }
      expect(section).toMatch(/<details class="more">[\s\S]*<table /)
    }
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(it => it[1])
    expect(ids).toHaveLength(new Set(ids).size)
    expect(text).not.toMatch(/<svg[^>]*style=|<style/)
  })

  it('say the very figures of their table, and of the consolidation of each month', async () => {
    const { points } = await chartsOf(office, '2026-10')
    const nation = await chartsOf(ministry, '2026-10', true)
    const asked = [
      { id: office, month: '2025-09', from: points },
      { id: office, month: '2026-10', from: points },
      { id: ministry, month: '2025-06', from: nation.points },
    ]
    for (const { id, month, from } of asked) {
      const table = (await loadConsolidation(portal.db, id, asMonth(month))) ?? never()
      const point = from.find(it => it.month === month) ?? never()
      const { expected, reported, onTime, late } = table.counts
      expect(point).toMatchObject({ expected, reported, onTime, late })
      for (const code of Object.keys(point.figures)) {
        const at = table.columns.findIndex(it => it.code === code && it.cohort === null)
        expect([code, figureAt(point, code)]).toEqual([code, table.totals[at] ?? null])
      }
    }
    const { text } = await officer.get(`/charts/${office}/2026-10`)
    const [trend = ''] = sectionsIn(text)
    const last = rowsIn(trend).at(-1)
    expect(last?.slice(0, 2)).toEqual(['10/2026', formatNumber(figureAt(points.at(-1), 'neither') ?? 0)])
    expect(trend).toContain(`xuống ${last?.[1]} (chưa xác định:`)
    expect(trend).toContain(` → ${last?.[2]})</h2>`)
  })

  it('say that the running month is not compared and not due, and where older months are', async () => {
    const { text } = await officer.get(`/charts/${office}`)
    const reported = 96 - (await communesIn(portal, 'missing', MONTH)).length - (await drafts())
    expect(text).toContain(`Tháng 11/2026 mới có ${reported}/96 xã báo cáo nên chưa so sánh.`)
    expect(text).toContain('Tháng 11/2026 chưa đến hạn gửi.')
    expect(text).toContain('Trước tháng 07/2025, các xã thuộc cơ quan cũ với địa bàn khác')
    expect(text).toMatch(/<h2[^>]*>Từ 10\/2025 đến 10\/2026,/)
  })

  it('take as many questions for 15 months as for 38, for one province as for the nation', async () => {
    const short = await queriesDuring(() => chartsOf(office, '2026-10'))
    const long = await queriesDuring(() => chartsOf(ministry, '2026-10', true))
    expect(long).toBe(short)
    expect(long).toBeLessThan(12)
  })

  it('show the nation through the reform, broken where the territory grew, ranked by office', async () => {
    const person = portal.agent()
    await person.signIn('do.an@moet.example')
    const { text } = await person.get(`/charts/${ministry}/2026-10?years=all`)
    const [trend = '', , , , ranking = ''] = sectionsIn(text)
    expect(rowsIn(trend)).toHaveLength(monthsFrom(asMonth('2023-10'), asMonth('2026-10')).length)
    expect(text).toContain('Từ tháng 07/2025 thêm địa bàn của 56 xã')
    expect(rowsIn(ranking)[0]?.[0]).toBe('Quảng Ngãi')
    const tiny = await person.get(`/charts/${ministry}/2026-10/communes`)
    expect(svgsIn(tiny.text)).toHaveLength(1)
    const former = await officeId(portal, '62', '2025-06')
    expect((await person.get(`/charts/${former}/2025-06`)).text).toContain('Biểu đồ đến tháng 06/2025')
  })

  it('is compared with no month before a commune left it or came to it; within one territory nothing broke', async () => {
    const [left = 0, came = 0] = (await communesIn(portal, 'missing', MONTH)).map(it => it.unitId)
    const brokenOf = async (id: number) => (await chartsOf(id, '2026-10')).widened
    const before = { office: await brokenOf(office), nation: await brokenOf(ministry) }
    const beside = await officeBeside(ministry)
    await portal.pool.query(
      `with a as (update unit_parent set valid_until = '2026-03' where unit_id = $1),
       b as (update unit_parent set parent_id = $3, valid_until = '2026-05' where unit_id = $2)
       insert into unit_parent values ($1, $3, '2026-03', null), ($2, $4, '2026-05', null)`,
      [left, came, beside, office],
    )
    expect(await brokenOf(office)).toEqual([
      ...before.office,
      { month: '2026-03', count: 1, gone: true },
      { month: '2026-05', count: 1, gone: false },
    ])
    expect(await brokenOf(ministry)).toEqual(before.nation)
    const { text } = await officer.get(`/charts/${office}/2026-10`)
    expect(text).toMatch(/<h2[^>]*>Từ 05\/2026 đến 10\/2026,/)
    expect(text).toContain('Từ tháng 03/2026 không còn địa bàn của 1 xã')
    await portal.pool.query(
      `with a as (delete from unit_parent where unit_id = any($1) and valid_from > '2025-07')
       update unit_parent set parent_id = $2, valid_until = null where unit_id = any($1) and valid_from = '2025-07'`,
      [[left, came], office],
    )
    expect(await brokenOf(office)).toEqual(before.office)
  })

  it('has every commune on one page, the highest share first, with their table', async () => {
    const { text } = await officer.get(`/charts/${office}/2026-10/communes`)
    const svgs = svgsIn(text)
    expect(svgs).toHaveLength(96)
    for (const svg of svgs) expect(elementsOf(svg)[2]?.text).toMatch(/\d|chưa có số liệu/)
    const shares = [...text.matchAll(/<b>([\d,]+)%<\/b>/g)].map(it => Number(it[1]?.replace(',', '.')))
    expect(shares).toEqual([...shares].sort((a, b) => b - a))
    expect(rowsIn(text)).toHaveLength(96)
  })
})

describe('a commune’s own pictures', () => {
  it('are its people’s and its office’s, with the months of what it was made of', async () => {
    const [commune] = await communesIn(portal, 'missing', MONTH)
    const id = (await unitNamed('Xã Đăk Kôi')) ?? never()
    expect((await reporter.get('/reports')).text).toContain(`href="/charts/${id}"`)
    const { status, text } = await reporter.get(`/charts/${id}?years=all`)
    expect(text).toContain(`href="/reports/${id}"`)
    expect(status).toBe(200)
    expect(sectionsIn(text)).toHaveLength(3)
    expect(text).toContain('Trước tháng 07/2025 là tổng của các đơn vị trước sắp xếp.')
    expect(rowsIn(sectionsIn(text)[0] ?? '')[0]?.[0]).toBe('10/2023')
    expect((await officer.get(`/charts/${id}`)).status).toBe(200)
    expect((await reporter.get(`/charts/${id}/2026-10/communes`)).status).toBe(404)
    expect((await reporter.get(`/charts/${commune?.unitId === id ? office : commune?.unitId}`)).status).toBe(
      404,
    )
  })
})

describe('what is not there', () => {
  it('a commune sees no office, nobody sees months to come, and who has not signed in sees nothing', async () => {
    expect((await reporter.get(`/charts/${office}`)).status).toBe(404)
    expect((await reporter.get(`/charts/${office}/2026-10/communes`)).status).toBe(404)
    expect((await officer.get(`/charts/${office}/2027-01`)).status).toBe(404)
    expect((await officer.get(`/charts/${office}/2026-13`)).status).toBe(404)
    expect((await officer.get('/charts/999999')).status).toBe(404)
    expect((await portal.agent().get(`/charts/${office}`)).status).not.toBe(200)
    expect((await officer.get(`/charts/${office}/2020-01`)).text).toContain('Chưa có số liệu để vẽ')
  })

  it('an office that masks small figures shows none of them by commune', async () => {
    await portal.pool.query(
      `update office set settings = settings || '{"maskSmallCells": true}' where unit_id = $1`,
      [office],
    )
    const { text } = await officer.get(`/charts/${office}/2026-10`)
    const rows = rowsIn(sectionsIn(text)[4] ?? '')
    expect(rows).toHaveLength(96)
    const small = rows.filter(it => ['2', '3'].some(at => /^[1-4]$/.test(it[Number(at)] ?? '')))
    expect(small).toEqual([])
    expect(text).toMatch(/Cơ quan che số nhỏ: \d+ đơn vị/)
    const tiny = await officer.get(`/charts/${office}/2026-10/communes`)
    expect(tiny.text).toContain('Cơ quan đang bật')
    expect(svgsIn(tiny.text)).toEqual([])
  })
})

/** An office under the same one, as old as the reform. */
async function officeBeside(above: number): Promise<number> {
  const { rows } = await portal.pool.query<{ id: number }>(
    `with made as (insert into unit (kind, code, valid_from) values ('office', '999', '2025-07') returning id),
     named as (insert into unit_name select id, '2025-07', 'Sở GD&ĐT', 'Bên cạnh', 'Sở GD&ĐT Bên cạnh', 'ben canh' from made),
     placed as (insert into unit_parent select id, $1, '2025-07', null from made)
     insert into office (unit_id) select id from made returning unit_id as id`,
    [above],
  )
  return rows[0]?.id ?? never()
}

const drafts = async () => (await communesIn(portal, 'draft', MONTH)).length

async function unitNamed(name: string): Promise<number | undefined> {
  const { rows } = await portal.pool.query<{ id: number }>(
    `select u.id from unit u join unit_name n on n.unit_id = u.id where n.full_name = $1 and u.valid_until is null`,
    [name],
  )
  return rows[0]?.id
}
