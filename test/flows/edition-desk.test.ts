import { asMonth } from '../../src/calendar/month.rules.ts'
import { openReport } from '../../src/reports/open-report.store.ts'
import { reportingUnit } from '../../src/reports/reporting-unit.ts'
import { loadSentReports } from '../../src/reports/try-edition.store.ts'
import { findUnit } from '../../src/units/unit.store.ts'
import { mainIn } from '../support/commune.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { download } from '../support/uploads.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let top: number
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  top = await officeIn(portal.db, 'BGDDT', asMonth('2026-11'))
  admin = portal.agent()
  await admin.signIn('do.an@moet.example')
  await admin.post(at())
}, 60_000)
afterAll(() => portal.close())

const at = (path = '') => `/editions/${top}${path}`
const draft = (path = '') => at(`/draft${path}`)
const plain = (html: string) =>
  mainIn(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const one = async (query: string, values: unknown[] = []) => (await portal.pool.query(query, values)).rows[0]
const standing = () =>
  one('select revision, definition from edition_draft where published_id is null and discarded_at is null')
const press = async (path: string, fields: Record<string, string> = {}, by = admin) =>
  by.post(draft(path), { revision: String((await standing())?.revision), ...fields })
const logged = async () => plain((await admin.get(`/audit/${top}?act=portal`)).text)

describe('the form before it is published', () => {
  const asked = { section: 'cohorts', scope: 'cohort', type: 'count', required: 'on', partOf: 'in_voc' }

  it('is seen as a commune will see it, and cannot be sent', async () => {
    await press('/indicators/new', { ...asked, labelVi: 'Đang học nghề sơ cấp' })
    const { status, text } = await admin.get(draft('/form'))
    expect(status).toBe(200)
    expect(plain(text)).toMatch(/Bản xem thử, không gửi được .*Báo cáo kỳ tháng 12\/2026/)
    expect(text).toContain('name="dang_hoc_nghe_so_cap@2026"')
    expect(text).not.toMatch(/name="act"|template\.getHint|\/upload"/)
    expect(text).not.toContain('name="poor@2026"')
    expect((await admin.post(draft('/form'), { act: 'submit' })).status).toBe(404)
  })

  it('with the parts that an office may turn on, on the page and in its Excel template', async () => {
    const { text } = await admin.get(draft('/form?switch=poor&switch=nothing'))
    expect(text).toContain('name="poor@2026"')
    expect(text).toMatch(/value="poor" checked/)
    const book = await download(admin, draft('/form/template.xlsx?switch=poor'))
    const words = JSON.stringify(book.worksheets[0]?.getSheetValues())
    expect(words).toContain('Đang học nghề sơ cấp')
    expect(words).toContain('Hộ nghèo')
  })

  it('gives no template while a check names what is gone', async () => {
    await press('/indicators/wish_gdtx/retire')
    expect((await admin.get(draft('/form'))).text).not.toContain('template.xlsx')
    const refused = await admin.get(draft('/form/template.xlsx'))
    expect([refused.status, plain(refused.text)]).toEqual([409, expect.stringContaining('còn chỗ cần sửa')])
    await press('/indicators/wish_gdtx/restore')
  })

  it('a press comes back to its section, which is open with whatever else is changed', async () => {
    const { headers } = await press('/indicators/wish_vocational/move', { way: 'down' })
    expect(headers.location).toBe(`${draft()}?open=section-wishes&done=draftKept#section-wishes`)
    const { text } = await admin.get(draft('?open=section-flows'))
    const open = [...text.matchAll(/<details class="part" id="section-(\w+)" open>/g)].map(it => it[1])
    expect(open).toEqual(['cohorts', 'wishes', 'flows'])
    await press('/indicators/wish_vocational/move', { way: 'up' })
    expect((await press('/indicators/nothing/move', { way: 'up' })).status).toBe(404)
  })

  it('the log says in words what was done', async () => {
    const log = await logged()
    expect(log).toContain('thêm chỉ tiêu “Đang học nghề sơ cấp” vào biểu mẫu đang soạn')
    expect(log).toContain('bỏ chỉ tiêu “Có nguyện vọng học GDTX, 9+” khỏi biểu mẫu đang soạn')
  })
})

describe('whom to count, and the text boxes', () => {
  const labels = { actions: 'Việc đã làm', proposals: 'Kiến nghị', note: 'Ghi chú' }

  it('are written a line each, and stand so on the form', async () => {
    const kept = await press('/words', { ...labels, vi: 'Đếm ai: mọi em.\n\nĐếm một lần.', en: '' })
    expect(kept.headers.location).toContain('#words')
    const form = plain((await admin.get(draft('/form'))).text)
    expect(form).toMatch(/Đếm ai: mọi em\. Đếm một lần\..*Việc đã làm/)
    const overview = plain((await admin.get(draft())).text)
    expect(overview).toMatch(/Sửa tên ô ghi chữ Sửa đối tượng và cách thống kê/)
    expect((await standing()).definition.definitions).toEqual([
      { vi: 'Đếm ai: mọi em.', en: 'Đếm ai: mọi em.' },
      { vi: 'Đếm một lần.', en: 'Đếm một lần.' },
    ])
  })

  it.each([
    [{ vi: '' }, 'từ 1 đến 20 dòng'],
    [{ vi: 'Một\nHai', en: 'One' }, 'Có 2 dòng tiếng Việt nhưng 1 dòng tiếng Anh'],
    [{ vi: `Một\n${'x'.repeat(501)}` }, 'Dòng 2 dài quá 500 ký tự'],
    [{ vi: 'Một', note: '' }, 'Đề nghị ghi tên ô.'],
  ])('refuses %j', async (typed, reason) => {
    const before = await standing()
    const answer = await press('/words', { ...labels, en: '', ...typed } as Record<string, string>)
    expect([answer.status, plain(answer.text)]).toEqual([422, expect.stringContaining(reason)])
    expect(await standing()).toEqual(before)
  })
})

describe('what the forms do not forbid is refused in words when it is published', () => {
  const publish = () => press('/publish', { month: '12/2026', titleVi: 'Biểu mẫu 2026' })
  const wording = { section: 'cohorts', required: 'on', carries: 'on' }

  it('an indicator that is a part of itself by way of another', async () => {
    await press('/indicators/in_voc', {
      ...wording,
      labelVi: 'Đang học nghề',
      partOf: 'dang_hoc_nghe_so_cap',
    })
    const answer = await publish()
    expect([answer.status, plain(answer.text)]).toEqual([
      422,
      expect.stringContaining('Chỉ tiêu “Đang học nghề” đi vòng thành một phần của chính nó'),
    ])
    await press('/indicators/in_voc', { ...wording, labelVi: 'Đang học nghề', partOf: 'graduates' })
  })

  it('a check against its own letter, which no page here makes', async () => {
    const { definition } = await standing()
    const wrong = { ...definition, checks: [...definition.checks, { ...definition.checks[0], code: 'W77' }] }
    const keep = (it: object) =>
      portal.pool.query('update edition_draft set definition = $1 where published_id is null', [
        JSON.stringify(it),
      ])
    await keep(wrong)
    const answer = await publish()
    expect([answer.status, plain(answer.text)]).toEqual([422, expect.stringContaining('W77')])
    await keep({ nonsense: true })
    expect((await publish()).status).toBe(409)
    expect((await admin.get(draft())).text).toContain('Bản đang soạn không đọc được')
    expect(plain((await admin.get(at())).text)).toContain('không đọc được. Đề nghị bỏ bản này')
    await keep(definition)
  })
})

it('of two who publish at once one does, and the other reads why with all that was typed', async () => {
  const other = portal.agent()
  await other.signIn('do.an@moet.example')
  const holder = await portal.pool.connect()
  await holder.query('begin')
  await holder.query('lock table report in share row exclusive mode')
  const typed = { month: '12/2026', titleVi: 'Biểu mẫu 2026', note: 'Công văn số 7' }
  const presses = [admin, other].map(by => press('/publish', typed, by))
  const waiting = `select count(*)::int as count from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and not l.granted`
  let answered = 0
  for (const it of presses) void it.then(() => (answered += 1))
  while (answered === 0 && (await holder.query(waiting)).rows[0].count < 2);
  await holder.query('rollback')
  holder.release()
  const [won, lost] = (await Promise.all(presses)).toSorted((a, b) => a.status - b.status)
  expect([won?.status, lost?.status]).toEqual([303, 409])
  expect(plain(lost?.text ?? '')).toContain('vừa được người khác ban hành, sửa hoặc bỏ')
  expect(lost?.text).toContain('Công văn số 7')
  expect(await one('select count(*)::int as count from form_edition')).toEqual({ count: 2 })
  expect(await one(`select count(*)::int as count from audit where act = 'edition.publish'`)).toEqual({
    count: 2,
  })
  const late = await other.post(draft('/publish'), { ...typed, revision: '1' })
  expect([late.status, plain(late.text)]).toEqual([
    409,
    expect.stringContaining('đã được ban hành hoặc đã bỏ'),
  ])
})

it('a merged commune is tried beside the sums of what it was made of, as when it sent', async () => {
  const july = asMonth('2025-07')
  const office = await officeIn(portal.db, '51', july)
  const reports = await loadSentReports(portal.db, office, july)
  const merged = await portal.pool.query(
    `select successor_id as id from succession where successor_id = any($1) group by 1 having count(*) > 1`,
    [reports.map(it => it.unit.id)],
  )
  const [first, second] = merged.rows.map(it => reports.find(report => report.unit.id === it.id))
  expect(first?.previous).not.toBeNull()
  for (const report of [first, second]) {
    const unit = report && (await findUnit(portal.db, report.unit.id, july))
    if (!unit) throw new Error('a merged commune has reported')
    const opened = await openReport(portal.db, { unit: reportingUnit(unit, july), month: july })
    expect(report.previous).toEqual(opened.before.figures)
    expect(report.earlier).toEqual(opened.earlier.map(it => it.figures).filter(it => it !== null))
  }
})
