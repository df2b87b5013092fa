import type { Worksheet } from 'exceljs'
import { change } from '../../src/audit/change.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { publishEdition } from '../../src/reports/edition.store.ts'
import type { Check, Edition, Indicator } from '../../src/reports/form.rules.ts'
import { ensureFirstEdition } from '../../src/reports/publish-edition.ts'
import { tryEdition } from '../../src/reports/try-edition.rules.ts'
import { loadSentReports } from '../../src/reports/try-edition.store.ts'
import { forget, formIn, mainIn, type Reporter, reporter, soundForm, summaryIn } from '../support/commune.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { firstEdition } from '../support/sound-report.ts'
import { officeIn } from '../support/units.ts'
import { bytesOf, download, layoutFor, pressOf, typeInto, upload } from '../support/uploads.ts'
import { WORLD_MORNING } from '../support/world.ts'

/** From December on: army service is counted, "other" no longer, "works elsewhere" has another name, and one more check. */
const army: Indicator = {
  code: 'sit_army',
  label: { vi: 'Đang tại ngũ', en: 'In military service' },
  scope: 'all',
  type: 'count',
  required: true,
  partOf: 'neither',
  carries: true,
}
const abroad: Indicator = {
  code: 'flow_abroad',
  label: { vi: 'Đi lao động ở nước ngoài', en: 'Gone to work abroad' },
  scope: 'all',
  type: 'count',
  required: true,
  switch: 'abroad',
}
const fewUnknown: Check = {
  code: 'H101',
  severity: 'error',
  message: {
    vi: 'Số chưa xác định ({x}) vượt một phần tư số tốt nghiệp ({y}).',
    en: 'Those not known ({x}) are over a quarter of the graduates ({y}).',
  },
  kind: 'expression',
  holds: 'graduates == 0 || unknown / graduates <= 0.25',
  x: 'unknown',
  y: 'graduates',
}
const renamed = { vi: 'Đi làm ngoài xã', en: 'Works outside the commune' }

const second: Edition = {
  ...firstEdition,
  sections: firstEdition.sections.map(section => ({
    ...section,
    indicators: [
      ...section.indicators
        .filter(it => it.code !== 'sit_other')
        .map(it => (it.code === 'sit_away_work' ? { ...it, label: renamed, short: renamed } : it)),
      ...(section.code === 'situation' ? [army] : []),
      ...(section.code === 'flows' ? [abroad] : []),
    ],
  })),
  checks: [
    ...firstEdition.checks
      .map(it =>
        it.code === 'H8' && it.kind === 'sumEquals'
          ? { ...it, parts: [...it.parts.filter(part => part !== 'sit_other'), 'sit_army'] }
          : it,
      )
      .filter(it => !JSON.stringify(it).includes('sit_other')),
    fewUnknown,
  ],
}

let portal: Portal
let office: number
let officer: Agent
let lan: Reporter
const publish = (definition: Edition, effectiveFrom: string) => {
  const now = portal.clock()
  const by = { id: null, name: 'Hồ Minh Quân' }
  const asked = { definition, effectiveFrom: asMonth(effectiveFrom), note: 'Công văn 1', by: by.name, now }
  return change(portal.db, { actor: by, now }, async trx => ({
    result: await publishEdition(trx, asked),
    act: null,
  }))
}

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', asMonth('2026-11'))
  officer = portal.agent()
  await officer.signIn('nguyen.mai@sgd.example')
  lan = await reporter(portal, 'y.lan@dakkoi.example')
  await forget(portal, lan.unitId)
  await keepEveryEighth()
  const sent = await lan.agent.post(lan.path, { ...(await lan.form()), ...soundForm, act: 'submit' })
  expect(sent.status).toBe(303)
}, 60_000)
afterAll(() => portal.close())

/** A dozen communes show what ninety-six would. */
const keepEveryEighth = () =>
  portal.pool.query('delete from unit_parent where parent_id = $1 and unit_id % 8 > 0 and unit_id <> $2', [
    office,
    lan.unitId,
  ])

test('a month that has figures keeps its form, and so does every month before', async () => {
  const refused = await publish(second, '2026-11')
  expect(refused).toEqual({
    refusals: ['Không thể áp dụng từ kỳ 11/2026: đã có số liệu của kỳ 11/2026. Đề nghị chọn kỳ sau kỳ đó.'],
  })
  expect(await publish(second, '2026-12')).toEqual({ id: expect.any(Number) })
  expect(await publish(second, '2026-12')).toHaveProperty('refusals')
  await ensureFirstEdition(portal.db, portal.clock())
  const { rows } = await portal.pool.query(
    'select code, published_by_name as by, note from form_edition order by id',
  )
  expect(rows).toEqual([
    { code: '2023-10', by: '', note: '' },
    { code: '2026-12', by: 'Hồ Minh Quân', note: 'Công văn 1' },
  ])
})

test('it is tried on what communes really sent: nothing else fails, and what is new is named', async () => {
  const reports = await loadSentReports(portal.db, office, asMonth('2026-10'))
  expect(reports.length).toBeGreaterThan(9)
  expect(reports.filter(it => it.previous !== null && it.earlier.length > 0).length).toBeGreaterThan(7)
  const same = tryEdition(firstEdition, reports)
  expect(same.checks.filter(it => it.fails.length + it.passes.length > 0)).toEqual([])
  expect(same.checks.some(it => it.failing > 0)).toBe(true)
  const strict = { ...fewUnknown, holds: 'unknown <= 3' }
  const tried = tryEdition({ ...second, checks: [...firstEdition.checks, strict] }, reports)
  const found = tried.checks.find(it => it.code === 'H101')
  expect(found?.fails.length).toBeGreaterThan(0)
  expect(found?.fails.length).toBeLessThan(reports.length)
  expect(found?.fails[0]?.message).toMatch(/^Số chưa xác định \(\d+\) vượt/)
  expect(tried.newBoxes).toEqual([{ code: 'sit_army', label: 'Đang tại ngũ', reports: reports.length }])
})

describe('in December, by the new form', () => {
  const { sit_other: _, ...known } = soundForm
  const december = { ...known, sit_army: '1', sit_idle: '2' }
  const path = () => `/reports/${lan.unitId}/2026-12`

  beforeAll(() => portal.at('2026-12-24T08:30:00+07:00'))

  test('the page asks what it asks, beside last month’s figures of the same codes', async () => {
    const { text } = await lan.agent.get(path())
    expect(formIn(text)).toHaveProperty('sit_army')
    expect(formIn(text)).not.toHaveProperty('sit_other')
    const main = mainIn(text)
    expect(main).toContain('Đi làm ngoài xã')
    expect(main).toContain('0 hoặc Chưa xác định ÷ Tổng số tốt nghiệp ≤ 0,25.')
    const filled = await lan.agent.post(path(), { ...formIn(text), act: 'copy' })
    const carried = formIn((await lan.agent.get(filled.headers.location ?? path())).text)
    expect(carried).toMatchObject({ sit_away_work: '6', sit_army: '', 'neither@2026': '10' })
  })

  test('the template has the new box and the new check as a formula', async () => {
    const book = await download(lan.agent, `${path()}/template.xlsx`)
    const [sheet] = book.worksheets
    const layout = await layoutFor(portal, lan.unitId, '2026-12')
    expect(layout.cells.has('sit_army')).toBe(true)
    expect(layout.cells.has('sit_other')).toBe(false)
    const line = layout.checks.find(it => it.code === 'H101')
    expect(sheet?.getCell(line?.state ?? '').formula).toMatch(
      /IF\(COUNT\([A-Z]+\d+,[A-Z]+\d+\)=2,IFERROR\(NOT\(IF/,
    )
  })

  test('an office’s check keeps a wrong report back, with its figures', async () => {
    const wrong = { ...december, 'unknown@2024': '51', 'in_thpt@2024': '6' }
    const answer = await lan.agent.post(path(), { ...formIn(await page()), ...wrong, act: 'submit' })
    expect(answer.status).toBe(422)
    expect(summaryIn(answer.text).join()).toContain(
      'Số chưa xác định (51) vượt một phần tư số tốt nghiệp (80).',
    )
  })

  test('a filled template is sent', async () => {
    const book = await download(lan.agent, `${path()}/template.xlsx`)
    const [sheet] = book.worksheets
    if (sheet) typeInto(sheet, await layoutFor(portal, lan.unitId, '2026-12'), december)
    const preview = await upload(lan.agent, `${path()}/upload`, await bytesOf(book))
    const shown = await lan.agent.get(preview.headers.location ?? '')
    expect(mainIn(shown.text)).toContain('Đang tại ngũ')
    const sent = await lan.agent.post(preview.headers.location ?? '', { ...pressOf(shown.text), act: 'send' })
    expect(sent.status).toBe(303)
  })

  const page = async () => (await lan.agent.get(path())).text
})

describe('whoever reads both months', () => {
  const codes = (text: string) => (text.split('\r\n')[0] ?? '').replace('\uFEFF', '').split(';')
  const data = (month: string, what: string) => officer.get(`/consolidation/${office}/${month}/data.${what}`)

  test('open data has each month’s own columns', async () => {
    const [november, december] = await Promise.all([data('2026-11', 'csv'), data('2026-12', 'csv')])
    expect(codes(november.text)).toEqual(expect.arrayContaining(['sit_other', 'sit_away_work']))
    expect(codes(november.text)).not.toContain('sit_army')
    expect(codes(december.text)).toEqual(expect.arrayContaining(['sit_army', 'sit_away_work']))
    expect(codes(december.text)).not.toContain('sit_other')
    const { body } = await data('2026-12', 'json')
    expect(body.edition.code).toBe('2026-12')
    expect(body.total.figures).toMatchObject({ sit_army: 1, sit_away_work: 6, neither: 20 })
  })

  test('each month is shown and written by its own form', async () => {
    const path = `/consolidation/${office}`
    const shown = async (month: string) => plain((await officer.get(`${path}/${month}?view=situation`)).text)
    expect(await shown('2026-11')).not.toMatch(/Đang tại ngũ|Đi làm ngoài xã/)
    expect(await shown('2026-12')).toMatch(/Đi làm ngoài xã[\s\S]*Đang tại ngũ/)
    const { location = '' } = (await officer.post(`${path}/2026-12/snapshots`)).headers
    const book = await download(officer, location)
    const heads = book.worksheets.flatMap(it => textsIn(it))
    expect(heads).toEqual(expect.arrayContaining(['Đang tại ngũ', 'Đi làm ngoài xã']))
    expect(heads).not.toContain('Khác')
  })

  test('a year joins both forms by code, with a retired column under the name and until the month it had', async () => {
    const path = `/consolidation/${office}/year/2026-2027`
    const page = plain((await officer.get(path)).text)
    expect(page).toContain(
      'Lao động tại chỗ|Đi làm ngoài xã|Ở nhà|Chờ nhập học|Khác, đến 11/2026|Chưa rõ|Đang tại ngũ|',
    )
    const { location = '' } = (await officer.post(`${path}/snapshots`)).headers
    const [overview] = (await download(officer, location)).worksheets
    const figures = (head: string) => overview && columnUnder(overview, head)
    expect(figures('Đi làm ngoài xã')).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
      6,
    ])
    expect(figures('Khác, đến 11/2026')).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
      null,
    ])
    expect(figures('Đang tại ngũ')).toEqual([null, null, null, 1])
  })

  test('December is compared with November by code, in the report, on the board and in the charts', async () => {
    const report = plain((await officer.get(`/consolidation/${office}/2026-12/report`)).text)
    expect(report).toContain('tính trên 1 đơn vị có báo cáo cả hai kỳ: số không học không đổi (20)')
    expect(plain((await officer.get(`/review/${office}/2026-12`)).text)).toContain(
      'Không đi học, chưa học nghề|20|',
    )
    const charts = await officer.get(`/charts/${office}/2026-12`)
    const figure = await officer.get(`/consolidation/${office}/2026-11/figure/sit_other`)
    expect([charts.status, figure.status]).toEqual([200, 200])
  })

  test('an office turns on what the new form made optional', async () => {
    const admin = portal.agent()
    await admin.signIn('quan.tri@sgd.example')
    const path = `/units/${office}/settings`
    const { text } = await admin.get(path)
    expect(text).toMatch(/name="switches" value="abroad"> Đi lao động ở nước ngoài</)
    const boxes = [...text.matchAll(/<input id="(\w+)" name="\1"[^>]*value="([^"]*)"/g)]
    const typed = Object.fromEntries(boxes.map(([, name = '', value = '']) => [name, value]))
    const from = /<option value="(\d{4}-\d\d)" selected/.exec(text)?.[1] ?? '2026-12'
    const saved = await admin.post(path, { ...typed, roll: 'next', from, switches: ['abroad', 'poor'] })
    expect(saved.status).toBe(303)
    const settings = await portal.pool.query('select office_settings($1, $2) as it', [office, from])
    expect(settings.rows[0]?.it.switches).toEqual(['poor', 'abroad'])
    const layout = await layoutFor(portal, lan.unitId, '2027-01')
    expect([layout.cells.has('flow_abroad'), layout.cells.has('poor@2026')]).toEqual([true, true])
  })

  test('November still opens with the form it was sent with, on the page and as a template', async () => {
    portal.at('2026-11-25T08:00:00+07:00')
    const form = formIn((await lan.agent.get(`${lan.path}?correct=1`)).text)
    expect(form).toMatchObject({ sit_other: '0', sit_idle: '3' })
    expect(form).not.toHaveProperty('sit_army')
    const layout = await layoutFor(portal, lan.unitId, '2026-11')
    expect([layout.editionCode, layout.cells.has('sit_other')]).toEqual(['2023-10', true])
  })
})

/** What a page says, cell by cell. */
const plain = (html: string) =>
  mainIn(html)
    .replace(/<[^>]*>/g, '|')
    .replace(/\s*\|[\s|]*/g, '|')

const textsIn = (sheet: Worksheet): string[] => {
  const texts: string[] = []
  sheet.eachRow(row => row.eachCell(it => texts.push(String(it.value))))
  return texts
}

/** The months' figures under a head of the year's overview, from September on. */
function columnUnder(sheet: Worksheet, head: string): (number | null)[] {
  let column = 0
  const rows: number[] = []
  sheet.eachRow((row, at) => {
    if (/^(09|10|11|12)\/2026$/.test(String(row.getCell(1).value))) rows.push(at)
    row.eachCell((cell, place) => {
      if (cell.value === head && column === 0) column = place
    })
  })
  return rows.map(at => {
    const { result, value } = sheet.getRow(at).getCell(column)
    return Number(result ?? value ?? Number.NaN) || (result === 0 ? 0 : null)
  })
}
