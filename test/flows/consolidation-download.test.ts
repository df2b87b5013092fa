import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { makeConsolidation } from '../../src/consolidation/make-consolidation.ts'
import { findOfficeByCode } from '../../src/units/unit.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

const OFFICER = 'nguyen.mai@sgd.example'
const MONTH = '2026-10'

let portal: Portal
let office: number
let agent: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = (await findOfficeByCode(portal.db, '51', asMonth(MONTH))) ?? 0
  agent = portal.agent()
  await agent.signIn(OFFICER)
}, 60_000)
afterAll(() => portal.close())

const page = () => `/consolidation/${office}/${MONTH}`

async function bytesAt(path: string) {
  return agent.raw
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk as Buffer))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
}

async function take(): Promise<string> {
  await agent.get(page())
  const answer = await agent.post(`${page()}/snapshots`)
  expect(answer.status).toBe(303)
  return answer.headers.location ?? ''
}

/** Another version of a commune's report, as a correction would leave it. */
async function correct(unitId: number, figure: string, value: number, by = 'Y Lan'): Promise<void> {
  await portal.pool.query(
    `insert into report_version (report_id, number, receipt, figures, texts, reason, request_key, submitted_by, submitted_by_name, submitted_at)
     select report_id, number + 1, receipt || 'c', figures || jsonb_build_object($2::text, $3::int), texts, 'Đếm thiếu.', gen_random_uuid(), submitted_by, $4, now()
     from report_version v join report r on r.id = v.report_id and r.current_version = v.number where r.unit_id = $1 and r.month = $5`,
    [unitId, figure, value, by, MONTH],
  )
  await portal.pool.query(
    'update report set current_version = current_version + 1 where unit_id = $1 and month = $2',
    [unitId, MONTH],
  )
}

async function reportedUnits(count: number): Promise<number[]> {
  const { rows } = await portal.pool.query<{ unit_id: number }>(
    `select r.unit_id from report r join unit_parent p on p.unit_id = r.unit_id and p.parent_id = $1 and p.valid_until is null
     where r.month = $2 and r.current_version is not null order by r.unit_id limit $3`,
    [office, MONTH, count],
  )
  return rows.map(it => it.unit_id)
}

describe('Tải Excel', () => {
  it('leads to a numbered file with safe headers and both names', async () => {
    const path = await take()
    expect(path).toBe(`${page()}/snapshots/1`)
    const { headers, body, status } = await bytesAt(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="tong-hop-2026-10-[a-z0-9-]+-ban-so-1\.xlsx"; filename\*=UTF-8''T%E1%BB%95ng%20h%E1%BB%A3p%202026-10/,
    )
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(body)
    expect(book.worksheets[0]?.name).toBe('Tổng hợp')
  })

  it('serves the same copy while nothing has changed, and records each press', async () => {
    const [one, two] = [await take(), await take()]
    expect(one).toBe(two)
    const { rows } = await portal.pool.query(`select act from audit where act like 'snapshot.%' order by id`)
    expect(rows.map(it => it.act)).toEqual(['snapshot.make', 'snapshot.take', 'snapshot.take'])
  })

  it('gives the next number after a correction, and says which cells changed since the reader’s copy', async () => {
    await agent.get(page())
    expect((await agent.get(page())).text).toContain('Không có gì thay đổi từ bản số 1 của đồng chí.')
    for (const unit of await reportedUnits(3)) await correct(unit, 'wish_gdtx', 3011)
    const { text } = await agent.get(page())
    expect(text).toContain('3 đơn vị đã thay đổi từ bản số 1 của đồng chí')
    expect(text).toMatch(/Học GDTX: [\d.]+ → 3\.011/)
    expect(text).toContain('Lý do: Đếm thiếu.')
    const cells = (await agent.get(`${page()}?view=situation`)).text.match(/class="num changed"/g)
    expect(cells).toHaveLength(3)
    expect(await take()).toBe(`${page()}/snapshots/2`)
  })

  it('keeps every copy byte for byte, whatever came later', async () => {
    const stored = await portal.pool.query<{ number: number; sha256: string }>(
      'select number, sha256 from snapshot order by number',
    )
    for (const { number, sha256 } of stored.rows) {
      const { body } = await bytesAt(`${page()}/snapshots/${number}`)
      expect(createHash('sha256').update(body).digest('hex')).toBe(sha256)
    }
    expect(stored.rows.map(it => it.number)).toEqual([1, 2])
  })

  it('gives one copy to two who press at once, and a number each when the table changes between', async () => {
    const [unit] = await reportedUnits(1)
    await correct(unit ?? 0, 'wish_gdtx', 3012)
    const press = (name: string) =>
      makeConsolidation(portal.db, {
        officeId: office,
        period: MONTH,
        now: portal.clock(),
        actor: { id: null, name },
      })
    const made = await Promise.all([1, 2, 3, 4, 5].map(it => press(`Người ${it}`)))
    expect(new Set(made.map(it => it?.number))).toEqual(new Set([3]))
    expect(new Set(made.map(it => it?.sha256)).size).toBe(1)
    expect(made.filter(it => it?.isNew)).toHaveLength(1)
    await correct(unit ?? 0, 'wish_gdtx', 3013)
    expect((await press('Người 6'))?.number).toBe(4)
  })
})

describe('the year', () => {
  it('comes as one book, served again while nothing has changed', async () => {
    const shown = await agent.get(`/consolidation/${office}/year/2026`)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Tổng hợp năm 2026')
    const answer = await agent.post(`/consolidation/${office}/year/2026/snapshots`)
    expect(answer.headers.location).toBe(`/consolidation/${office}/year/2026/snapshots/1`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytesAt(answer.headers.location ?? '')).body)
    expect(book.worksheets.map(it => it.name)).toEqual([
      'Cả năm 2026',
      ...Array.from({ length: 11 }, (_, i) => `Tháng ${String(i + 1).padStart(2, '0')}-2026`),
      'Biểu đồ',
    ])
    const again = await agent.post(`/consolidation/${office}/year/2026/snapshots`)
    expect(again.headers.location).toBe(answer.headers.location)
  }, 60_000)
})

describe('what is not yours', () => {
  it('is not found: another’s office, a number never given, a month or year that is none', async () => {
    const commune = portal.agent()
    await commune.signIn('y.lan@dakkoi.example')
    expect((await commune.get(page())).status).toBe(404)
    expect((await commune.get(`${page()}/snapshots/1`)).status).toBe(404)
    expect((await commune.post(`${page()}/snapshots`)).status).toBe(404)
    for (const path of [
      `${page()}/snapshots/99`,
      `${page()}/snapshots/0`,
      `${page()}/snapshots/x`,
      `/consolidation/${office}/2026-13`,
      `/consolidation/${office}/year/2026-10`,
      `/consolidation/${office}/year/99`,
    ])
      expect([path, (await agent.get(path)).status]).toEqual([path, 404])
  })

  it('needs the token of the page', async () => {
    const { status } = await agent.raw.post(`${page()}/snapshots`).type('form').send({})
    expect(status).toBe(403)
  })
})

describe('the table on screen', () => {
  it('shows all 96 communes, heads, numbering, totals and who is missing', async () => {
    const { text } = await agent.get(page())
    expect(text.match(/<th scope="row">/g)?.length).toBe(97)
    expect(text.replaceAll('&#x3D;', '=')).toContain('(3)=(4)+(5)+(6)+(7)+(8)')
    expect(text).toContain('Tổng cộng')
    expect(text).toContain('Chưa báo cáo')
  })

  it.each(['flow', 'cohort'])('has its other parts: %s', async view => {
    const { text, status } = await agent.get(`${page()}?view=${view}`)
    expect(status).toBe(200)
    expect(text).toContain(view === 'flow' ? 'Biến động trong kỳ' : 'Tốt nghiệp năm 2026')
  })

  it('shows the Ministry a row per office, whose sum is the whole', async () => {
    const ministry = portal.agent()
    await ministry.signIn('do.an@moet.example')
    const id = await findOfficeByCode(portal.db, 'BGDDT', asMonth(MONTH))
    const { text, status } = await ministry.get(`/consolidation/${id}/${MONTH}`)
    expect(status).toBe(200)
    expect(text).toContain(`/consolidation/${office}/${MONTH}`)
    expect((await ministry.get(page())).status).toBe(200)
  })
})
