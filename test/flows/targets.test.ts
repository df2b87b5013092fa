import { asMonth } from '../../src/calendar/month.rules.ts'
import { findOfficeByCode } from '../../src/units/unit.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { bytesOf, download } from '../support/uploads.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = '2026-10'

let portal: Portal
let office: number
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = (await findOfficeByCode(portal.db, '51', asMonth(MONTH))) ?? 0
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
}, 60_000)
afterAll(() => portal.close())

const path = (rest = '') => `/targets/${office}${rest}`
const saidIn = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const typedIn = (html: string, box: string) => new RegExp(`id="${box}"[^>]*value="([^"]*)"`).exec(html)?.[1]

async function rows<R extends object>(statement: string): Promise<R[]> {
  return (await portal.pool.query<R>(statement)).rows
}

/** The first communes of the office that have reported, in the order of its grids. */
async function reported(): Promise<{ id: number; code: string; name: string }[]> {
  return rows(
    `select u.id, u.code, n.full_name as name from unit u join unit_name n on n.unit_id = u.id
     join unit_parent p on p.unit_id = u.id and p.parent_id = ${office} and p.valid_until is null
     join report r on r.unit_id = u.id and r.month = '${MONTH}' and r.current_version is not null
     where n.valid_from = (select max(valid_from) from unit_name x where x.unit_id = u.id) order by u.id limit 3`,
  )
}

describe('targets from Excel', () => {
  it('go into the grid unsaved, with what is saved beside, and are written by Save alone', async () => {
    const book = await download(admin, path('/targets.xlsx?year=2026-2027'))
    const sheet = book.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    const row = sheet.getRow(6)
    const unit =
      (await reported()).find(it => it.code === row.getCell(1).value) ??
      (await unitCoded(row.getCell(1).value))
    expect(sheet.getCell('C5').value).toBe(70)
    expect(sheet.getCell('C6').dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 100] })
    sheet.getCell('C5').value = 72.5
    row.getCell(3).value = 0.65
    // exceljs shares a style among the cells of a book it has read
    row.getCell(3).style = { ...row.getCell(3).style, numFmt: '0%' }
    row.getCell(6).value = 'Kế hoạch 12/KH'
    const before = await rows('select * from target')
    const shown = await send('/file', await bytesOf(book), { year: '2026-2027' })
    expect(shown.status).toBe(200)
    expect(typedIn(shown.text, `p-${office}-upper`)).toBe('72,5')
    expect(typedIn(shown.text, `p-${unit.id}-upper`)).toBe('65')
    expect(saidIn(shown.text)).toContain('3 ô khác số đang lưu')
    expect(saidIn(shown.text)).toContain('Đang lưu: 70')
    expect(await rows('select * from target')).toEqual(before)
    const saved = await admin.post(path(), fieldsIn(shown.text))
    expect(saved.status).toBe(303)
    const kept = await rows(
      `select unit_id, percent::float from target where measure = 'upper' order by percent desc`,
    )
    expect(kept).toContainEqual({ unit_id: office, percent: 72.5 })
    expect(kept).toContainEqual({ unit_id: unit.id, percent: 65 })
  })

  it('that cannot be read are named by their cells, and the rest is shown', async () => {
    const book = await download(admin, path('/targets.xlsx'))
    const sheet = book.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    // The line saved by the last story, emptied: its boxes are emptied too
    for (const at of ['C6', 'F6']) sheet.getCell(at).value = null
    sheet.getCell('C7').value = 0.7
    sheet.getCell('D8').value = 120
    sheet.getCell('E9').value = 'nhiều'
    sheet.getCell('A10').value = '99999'
    sheet.getCell('C10').value = 50
    const shown = await send('/file', await bytesOf(book), {})
    expect(shown.status).toBe(422)
    const said = saidIn(shown.text)
    expect(said).toContain('Đang lưu: 65')
    expect(said).toContain('Ô C7: 0,7 chưa rõ là 0,7% hay 70%')
    expect(said).toContain('Ô D8: 120% vượt quá 100%')
    expect(said).toContain('Ô E9: “nhiều” không phải là số')
    expect(said).toContain('Ô A10: mã “99999” không phải của đơn vị nào')
    const words = await send('/file', Buffer.from('không phải Excel'), {})
    expect(words.status).toBe(422)
    const other = await send(
      '/file',
      await bytesOf(await download(admin, path('/targets.xlsx?year=2025-2026'))),
      {},
    )
    expect(saidIn(other.text)).toContain('biểu của năm học 2025-2026')
  })

  it('typed over 100, negative, with three decimals or too long a source are refused, and nothing is written', async () => {
    const { text } = await admin.get(path())
    const before = await rows('select * from target')
    const bad = { upper: '101', vocational: '-1', untraced: '5,123' }
    const typed = Object.fromEntries(Object.entries(bad).map(([it, value]) => [`p-${office}-${it}`, value]))
    const answer = await admin.post(path(), { ...fieldsIn(text), ...typed, [`s-${office}`]: 'x'.repeat(161) })
    expect(answer.status).toBe(422)
    expect(answer.text.match(/href="#[ps]-/g)).toHaveLength(4)
    expect(await rows('select * from target')).toEqual(before)
  })
})

describe('graduates as schools report them', () => {
  it('stand beside what communes report, and those that differ come first', async () => {
    const [one, two] = await reported()
    if (!one || !two) throw new Error('nobody has reported')
    const all = await admin.get(path('/graduates'))
    const own = async (id: number) =>
      (
        await rows<{ figures: Record<string, number> }>(
          `select v.figures from report r join report_version v on v.report_id = r.id and v.number = r.current_version
           where r.unit_id = ${id} and r.month <= '2026-11' order by r.month desc limit 1`,
        )
      )[0]?.figures['graduates@2026'] ?? 0
    const typed = {
      [`g-${one.id}-2026`]: String((await own(one.id)) - 3),
      [`g-${two.id}-2026`]: String(await own(two.id)),
    }
    const source = { [`s-${one.id}`]: 'Trường THCS' }
    expect(
      (
        await admin.post(path('/graduates'), {
          ...fieldsIn(all.text),
          ...typed,
          [`g-${two.id}-2025`]: '12,5',
        })
      ).status,
    ).toBe(422)
    expect(await rows('select 1 from school_count')).toEqual([])
    expect(
      (await admin.post(path('/graduates'), { ...fieldsIn(all.text), ...typed, ...source })).status,
    ).toBe(303)
    const shown = await admin.get(path('/graduates'))
    expect(saidIn(shown.text)).toContain('Có số lệch (1)')
    expect(saidIn(shown.text)).toContain(`Xã báo cáo ${await own(one.id)}, nhiều hơn 3`)
    expect(typedIn(shown.text, `g-${two.id}-2026`)).toBeUndefined()
    expect(await rows(`select act from audit where act = 'target.count'`)).toHaveLength(1)
  })

  it('come from Excel the same way', async () => {
    const book = await download(admin, path('/graduates/graduates.xlsx'))
    const sheet = book.worksheets[0]
    if (!sheet) throw new Error('no sheet')
    sheet.getCell('C5').value = 77
    sheet.getCell('C6').value = 77.5
    const shown = await send('/graduates/file', await bytesOf(book), {})
    expect(shown.status).toBe(422)
    expect(saidIn(shown.text)).toContain('Ô C6: 77,5 không phải là số nguyên')
    expect(saidIn(shown.text)).toContain('1 ô khác số đang lưu')
    expect(await rows('select 1 from school_count')).toHaveLength(2)
  })

  it('that are far off are remarked upon beside the targets, and change no share', async () => {
    const [one] = await reported()
    await portal.pool.query('update school_count set graduates = 1 where unit_id = $1', [one?.id])
    const { text } = await admin.get(`/consolidation/${office}/${MONTH}?view=goals`)
    expect(saidIn(text)).toMatch(/tốt nghiệp 2026: xã báo cáo [\d.]+, trường báo cáo 1\b/)
  })
})

describe('special difficulty and the distance to level 3', () => {
  it('is marked by month and document, and lowers what a commune is to reach from then on', async () => {
    const [one] = await reported()
    const unit = String(one?.id)
    await admin.get(path('/difficulty'))
    const post = (fields: Record<string, string>) => admin.post(path('/difficulty'), { unit, ...fields })
    expect((await post({ act: 'mark', month: '10/2026', document: '' })).status).toBe(422)
    const mark = { act: 'mark', month: '10/2026', document: 'Quyết định 861/QĐ-TTg' }
    expect((await post(mark)).status).toBe(303)
    expect(saidIn((await post(mark)).text)).toContain('không được chồng nhau')
    expect(saidIn((await post({ act: 'end', month: '10/2026' })).text)).toContain('phải sau tháng đó')
    expect(await requiredIn('2026-10')).toContain('70%')
    expect(await requiredIn('2026-09')).toEqual(['80%'])
    expect((await post({ act: 'end', month: '11/2026' })).status).toBe(303)
    expect(await requiredIn('2026-11')).toEqual(['80%'])
    expect(await rows(`select act from audit where act like 'target.%difficulty' order by id`)).toHaveLength(
      2,
    )
  })

  it('lists the furthest first, by the figures that the office has set, and says it is an approximation', async () => {
    await portal.pool.query(
      `update office set settings = settings || '{"universalPercent": 90}' where unit_id = $1`,
      [office],
    )
    const { text } = await admin.get(path(`/distance?month=${MONTH}`))
    const said = saidIn(text)
    expect(said).toMatch(/còn thiếu [\d,]+ điểm, tương đương \d+ em/)
    expect(said).toContain('Nghị định tính trên thanh niên, thiếu niên từ 15 đến 18 tuổi')
    const missing = [...text.matchAll(/còn thiếu ([\d,]+) điểm/g)].map(it => Number(it[1]?.replace(',', '.')))
    expect(missing).toEqual([...missing].sort((a, b) => b - a))
    const book = await bookOf(MONTH)
    const sheet = book.getWorksheet('Phổ cập mức độ 3')
    expect(sheet?.getCell('J5').result ?? sheet?.getCell('J5').value).toMatch(/Đạt|Chưa đạt|Chưa có số liệu/)
  })

  it('is for the office’s own people to see, and its administrator to change', async () => {
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    await officer.get(path('/difficulty'))
    expect((await officer.get(path('/distance'))).status).toBe(200)
    expect((await officer.post(path('/difficulty'), { act: 'mark' })).status).toBe(404)
    expect((await officer.post(path('/graduates'), {})).status).toBe(404)
  })
})

async function requiredIn(month: string): Promise<string[]> {
  const { text } = await admin.get(path(`/distance?month=${month}`))
  return [...new Set([...text.matchAll(/data-label="Mức cần đạt">([^<]+)/g)].map(it => it[1] ?? ''))].sort()
}

async function bookOf(month: string) {
  await admin.get(`/consolidation/${office}/${month}`)
  const { headers } = await admin.post(`/consolidation/${office}/${month}/snapshots`)
  return download(admin, String(headers.location))
}

async function unitCoded(code: unknown): Promise<{ id: number }> {
  const [unit] = await rows<{ id: number }>(
    `select id from unit where code = '${String(code)}' and valid_until is null and kind = 'commune'`,
  )
  if (!unit) throw new Error(`no unit ${String(code)}`)
  return unit
}

/** Every box of a grid as the page shows it. */
const fieldsIn = (html: string): Record<string, string> => ({
  year: hidden(html, 'year'),
  seen: hidden(html, 'seen'),
  ...Object.fromEntries(
    [...html.matchAll(/<input id="([pgs]-[^"]+)" name="[^"]+" value="([^"]*)"/g)].map(it => [
      it[1] ?? '',
      it[2] ?? '',
    ]),
  ),
})

async function send(door: string, bytes: Buffer, fields: Record<string, string>) {
  const { text } = await admin.get(path(door === '/file' ? '' : '/graduates'))
  const token = hidden(text, '_csrf')
  const posting = admin.raw.post(path(door)).field('_csrf', token)
  for (const [name, value] of Object.entries(fields)) posting.field(name, value)
  return posting.attach('file', bytes, 'chi-tieu.xlsx')
}
