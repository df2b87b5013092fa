import ExcelJS from 'exceljs'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { makeDeadlineCopies } from '../../src/consolidation/make-deadline-copies.ts'
import { findOfficeByCode, findUnit } from '../../src/units/unit.store.ts'
import { startedJobs } from '../support/jobs.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = '2026-10'

let portal: Portal
let office: number
let officer: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = (await findOfficeByCode(portal.db, '51', asMonth(MONTH))) ?? 0
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
}, 60_000)
afterAll(() => portal.close())

const page = (month = MONTH) => `/consolidation/${office}/${month}`
const saidIn = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function take(fields: Record<string, string> = {}) {
  await officer.get(page())
  return officer.post(`${page()}/snapshots`, fields)
}

async function bytesAt(path: string): Promise<Buffer> {
  const { body } = await officer.raw
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk as Buffer))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
  return body as Buffer
}

/** A further version of a commune's report, as a correction would leave it. */
async function correct(unitId: number, value: number, [by, reason]: [string, string]): Promise<void> {
  await portal.pool.query(
    `insert into report_version (report_id, number, receipt, figures, texts, reason, request_key, submitted_by, submitted_by_name, submitted_at)
     select report_id, number + 1, receipt || 'c', figures || jsonb_build_object('wish_gdtx', $2::int), texts, $4, gen_random_uuid(), submitted_by, $3, now()
     from report_version v join report r on r.id = v.report_id and r.current_version = v.number where r.unit_id = $1 and r.month = $5`,
    [unitId, value, by, reason, MONTH],
  )
  await portal.pool.query(
    'update report set current_version = current_version + 1 where unit_id = $1 and month = $2',
    [unitId, MONTH],
  )
}

async function reportedUnit(): Promise<number> {
  const { rows } = await portal.pool.query<{ unit_id: number }>(
    `select r.unit_id from report r join unit_parent p on p.unit_id = r.unit_id and p.parent_id = $1 and p.valid_until is null
     where r.month = $2 and r.current_version is not null order by r.unit_id limit 1`,
    [office, MONTH],
  )
  return rows[0]?.unit_id ?? 0
}

const acts = async () =>
  (
    await portal.pool.query<{ act: string }>(`select act from audit where act like 'snapshot.%' order by id`)
  ).rows.map(it => it.act)

describe('what is said about the paper at a download', () => {
  it('is printed in that copy, and offered again for the next', async () => {
    const chosen = { choice: 'on', signerName: 'Trần Văn Bình', documentNumber: '512' }
    expect((await take(chosen)).headers.location).toBe(`${page()}/snapshots/1`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytesAt(`${page()}/snapshots/1`)) as never)
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('Trần Văn Bình')
    expect((await officer.get(page())).text).toMatch(/name="signerName"[^>]* value="Trần Văn Bình"/)
    expect((await take(chosen)).headers.location).toBe(`${page()}/snapshots/1`)
  })

  it('is told what is wrong, with everything typed still there', async () => {
    const { status, text } = await take({ choice: 'on', signerName: 'Bình', reportDay: 'mai', annex: 'on' })
    expect(status).toBe(422)
    expect(text).toMatch(/href="#choice-reportDay"/)
    expect(text).toMatch(/name="signerName"[^>]* value="Bình"/)
  })
})

describe('a copy signed and sent', () => {
  const copy = (number: number) => `${page()}/copies/${number}`
  const document = { documentNumber: '512/BC-SGDĐT', documentDay: '2026-11-24' }

  it('needs a number, and a day that is not ahead nor before the copy', async () => {
    await officer.get(copy(1))
    expect((await officer.post(`${copy(1)}/sent`, { ...document, documentNumber: ' ' })).status).toBe(422)
    const ahead = await officer.post(`${copy(1)}/sent`, { ...document, documentDay: '2026-11-25' })
    expect(saidIn(ahead.text)).toContain('Ngày văn bản không được sau hôm nay.')
    const early = await officer.post(`${copy(1)}/sent`, { ...document, documentDay: '2026-11-23' })
    expect(saidIn(early.text)).toContain('trước ngày lập bản này (24/11/2026)')
  })

  it('says so wherever it is listed, and stands alone in its month', async () => {
    await officer.get(copy(1))
    expect((await officer.post(`${copy(1)}/sent`, document)).status).toBe(303)
    expect((await officer.post(`${copy(1)}/sent`, document)).status).toBe(303)
    const sentence = 'Đã ký, đã gửi: số 512/BC-SGDĐT ngày 24/11/2026'
    expect(saidIn((await officer.get(copy(1))).text)).toContain(sentence)
    expect(saidIn((await officer.get(page())).text)).toContain(sentence)
    expect((await take()).headers.location).toBe(`${page()}/snapshots/2`)
    await officer.get(copy(2))
    expect((await officer.post(`${copy(2)}/sent`, document)).status).toBe(409)
    expect((await acts()).filter(it => it === 'snapshot.sent')).toHaveLength(1)
  })

  it('warns when figures change afterwards', async () => {
    expect(saidIn((await officer.get(page())).text)).toContain('số liệu không thay đổi từ đó')
    await correct(await reportedUnit(), 3011, ['Y Lan', 'Đếm thiếu.'])
    expect(saidIn((await officer.get(page())).text)).toContain(
      '1 đơn vị đã thay đổi từ bản số 1 đã ký, đã gửi',
    )
  })

  it('is taken back with a reason only, which stays to be read', async () => {
    await officer.get(copy(1))
    expect((await officer.post(`${copy(1)}/sent/withdraw`, { reason: '' })).status).toBe(422)
    expect((await officer.post(`${copy(1)}/sent/withdraw`, { reason: 'Ghi nhầm số.' })).status).toBe(303)
    expect(saidIn((await officer.get(copy(1))).text)).toContain('Lý do: Ghi nhầm số.')
    await officer.get(copy(2))
    expect((await officer.post(`${copy(2)}/sent`, document)).status).toBe(303)
  })

  it('is marked by officers, read by leaders, unseen by others', async () => {
    const leader = portal.agent()
    await leader.signIn('bui.ha@sgd.example')
    expect((await leader.get(copy(1))).status).toBe(200)
    expect((await leader.post(`${copy(1)}/sent/withdraw`, { reason: 'x' })).status).toBe(404)
    const commune = portal.agent()
    await commune.signIn('y.lan@dakkoi.example')
    for (const path of [copy(1), `${page()}/changes/1`, `${page()}/changes/1/difference.xlsx`])
      expect([path, (await commune.get(path)).status]).toEqual([path, 404])
    for (const path of [
      copy(99),
      `${page()}/changes/99`,
      `${page()}/changes/1?to=99`,
      `${page()}/changes/1?to=x`,
    ])
      expect([path, (await officer.get(path)).status]).toEqual([path, 404])
  })
})

describe('what a copy counted', () => {
  it('stays the versions of its time', async () => {
    expect(saidIn((await officer.get(`${page()}/copies/1`)).text)).toMatch(/SHA-256 [0-9a-f]{64}/)
    const lines = (await officer.get(`${page()}/copies/1`)).text.match(/[^>]+: lần gửi \d+(?=<\/li>)/g)
    expect(lines?.length).toBeGreaterThan(80)
    const corrected = await findUnit(portal.db, await reportedUnit(), asMonth(MONTH))
    expect(lines?.filter(it => it.startsWith(`${corrected?.fullName}:`))).toEqual([
      expect.stringMatching(/lần gửi 1$/),
    ])
  })
})

describe('what changed since a copy', () => {
  it('names each version in between with who, when and why, and the cell from end to end', async () => {
    await correct(await reportedUnit(), 3012, ['A Thanh', 'Bỏ trùng một em.'])
    const { text, status } = await officer.get(`${page()}/changes/1`)
    expect(status).toBe(200)
    const said = saidIn(text)
    expect(said).toContain('1 đơn vị thay đổi, 1 ô.')
    expect(said).toMatch(/Học GDTX: [\d.]+ → 3\.012/)
    expect(said).toMatch(/Lần gửi 2: Y Lan, .* Lý do: Đếm thiếu\./)
    expect(said).toMatch(/Lần gửi 3: A Thanh, .* Lý do: Bỏ trùng một em\./)
  })

  it('can be held against another copy', async () => {
    expect(saidIn((await officer.get(`${page()}/changes/1?to=2`)).text)).toContain('Không có gì thay đổi')
  })

  it('comes as an Excel with the same lines, and the download is recorded', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytesAt(`${page()}/changes/1/difference.xlsx`)) as never)
    const cells = JSON.stringify(book.worksheets[0]?.getSheetValues())
    expect(cells).toContain('3012')
    expect(cells).toContain('Đếm thiếu.; Bỏ trùng một em.')
    expect(await acts()).toContain('snapshot.compare')
  })
})

describe('the report in Word', () => {
  it('is numbered with the books, and served again while it says the same', async () => {
    const press = async () => {
      await officer.get(`${page()}/report`)
      return (await officer.post(`${page()}/report.docx`)).headers.location
    }
    expect(await press()).toBe(`${page()}/snapshots/3`)
    expect(await press()).toBe(`${page()}/snapshots/3`)
    expect((await take()).headers.location).toBe(`${page()}/snapshots/4`)
    const { text } = await officer.get(page())
    expect(saidIn(text)).toContain('Bản số 3 (Word)')
  })
})

describe('shares beside their targets', () => {
  it('are one more part of the table', async () => {
    const { text, status } = await officer.get(`${page()}?view=goals`)
    expect(status).toBe(200)
    expect(text).toContain('goal-caption')
  })
})

describe('the copy at the deadline', () => {
  const run = () =>
    makeDeadlineCopies(portal.db, {
      now: portal.clock(),
      signal: new AbortController().signal,
      onError: error => {
        throw error
      },
    })
  const automatic = async () =>
    (
      await portal.pool.query<{ office_id: number; period: string; number: number }>(
        'select office_id, period, number from snapshot where automatic order by office_id, period',
      )
    ).rows

  it('is not owed before the deadline, nor for a month long past', async () => {
    expect((await run()).made).toBe(0)
  })

  it('is made once for every office, whichever process comes first', async () => {
    portal.at('2026-11-25T17:03:00+07:00')
    const both = await Promise.all([run(), run()])
    const copies = await automatic()
    expect(copies.length).toBeGreaterThan(1)
    expect(copies.filter(it => it.office_id === office)).toEqual([
      { office_id: office, period: '2026-11', number: 1 },
    ])
    expect(both[0].made + both[1].made).toBe(copies.length)
    expect((await run()).made).toBe(0)
    expect(saidIn((await officer.get(page('2026-11'))).text)).toContain('Cổng lưu lúc hết hạn')
  }, 60_000)

  it('marks the copy that is the same already, and stores nothing twice', async () => {
    await portal.pool.query('update snapshot set automatic = false')
    const jobs = startedJobs(portal)
    await jobs.run('copies')
    await jobs.stop()
    expect((await automatic()).filter(it => it.office_id === office)).toEqual([
      { office_id: office, period: '2026-11', number: 1 },
    ])
    const { rows } = await portal.pool.query('select from snapshot where office_id = $1 and period = $2', [
      office,
      '2026-11',
    ])
    expect(rows).toHaveLength(1)
  }, 60_000)
})
