import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { communeIn, officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let top: number
let admin: Agent
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  top = await officeIn(portal.db, 'BGDDT', asMonth('2026-11'))
  admin = portal.agent()
  await admin.signIn('do.an@moet.example')
}, 60_000)
afterAll(() => portal.close())

const at = (path = '') => `/editions/${top}${path}`
const draft = (path = '') => at(`/draft${path}`)
const plain = (text: string) =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&#x3D;/g, '=')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
const revision = async () =>
  (
    await portal.pool.query(
      'select revision from edition_draft where published_id is null and discarded_at is null',
    )
  ).rows[0]?.revision

/** Presses a button of the draft, as of its present revision. */
async function press(path: string, fields: Record<string, string> = {}) {
  return admin.post(draft(path), { revision: String(await revision()), ...fields })
}
const definition = async () =>
  (
    await portal.pool.query(
      'select definition from edition_draft where published_id is null and discarded_at is null',
    )
  ).rows[0]?.definition

describe('the list of editions', () => {
  it('says from when each is used and how many reports were made on it, and begins one draft, not two', async () => {
    const { text } = await admin.get(at())
    expect(plain(text)).toMatch(
      /Dùng từ kỳ 10\/2023 \(mới nhất\).*\d+ chỉ tiêu, 22 quy tắc kiểm tra, [\d.]+ báo cáo/,
    )
    const presses = await Promise.all([admin.post(at()), admin.post(at())])
    expect(presses.map(it => it.headers.location)).toEqual([draft(), draft()])
    expect((await portal.pool.query('select from edition_draft')).rowCount).toBe(1)
    expect(plain((await admin.get(at())).text)).toContain('Đỗ Bình An đang soạn một biểu mẫu mới.')
  })

  it('is for the administrators of the office on top alone', async () => {
    const quan = portal.agent()
    await quan.signIn('quan.tri@sgd.example')
    const office = await officeIn(portal.db, '51', asMonth('2026-11'))
    for (const path of [at(), draft(), draft('/try'), draft('/publish'), `/editions/${office}`])
      expect((await quan.get(path)).status).toBe(404)
    expect((await admin.get(`/editions/${office}`)).status).toBe(404)
  })
})

describe('writing indicators', () => {
  it('adds one with a code made of its name, and says that it is new', async () => {
    const answer = await press('/indicators/new', {
      labelVi: 'Đang học nghề sơ cấp',
      section: 'cohorts',
      scope: 'cohort',
      type: 'count',
      required: 'on',
      carries: 'on',
      partOf: 'in_voc',
    })
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `${draft()}?open=section-cohorts&done=draftKept#section-cohorts`,
    ])
    const { text } = await admin.get(draft())
    expect(plain(text)).toContain('Thêm: Đang học nghề sơ cấp')
    expect(text).toContain('dang_hoc_nghe_so_cap')
    const section = (await definition()).sections.find((it: { code: string }) => it.code === 'cohorts')
    expect(section.indicators.at(-1)).toMatchObject({
      code: 'dang_hoc_nghe_so_cap',
      partOf: 'in_voc',
      carries: true,
    })
    expect(section.indicators.at(-1).label).toEqual({
      vi: 'Đang học nghề sơ cấp',
      en: 'Đang học nghề sơ cấp',
    })
  })

  it('renames one, moves it, and puts one into a section of its own', async () => {
    await press('/indicators/sit_idle', {
      labelVi: 'Ở nhà, chưa có việc',
      section: await sectionOf('sit_idle'),
      required: 'on',
      carries: 'on',
    })
    await press('/indicators/sit_away_work/move', { way: 'up' })
    await press('/indicators/new', {
      labelVi: 'Đã tư vấn hướng nghiệp',
      section: '+',
      sectionVi: 'Hướng nghiệp',
      scope: 'all',
      type: 'count',
      required: 'on',
    })
    const text = plain((await admin.get(draft())).text)
    expect(text).toContain('thành “Ở nhà, chưa có việc”')
    expect(text).toContain('Đổi thứ tự:')
    expect((await definition()).sections.at(-1)).toMatchObject({
      title: { vi: 'Hướng nghiệp' },
      indicators: [{ code: 'da_tu_van_huong_nghiep' }],
    })
  })

  it('retires one and brings it back to its place', async () => {
    const before = await definition()
    await press('/indicators/wish_gdtx/retire')
    const text = plain((await admin.get(draft())).text)
    expect(text).toContain('Đã bỏ khỏi biểu mẫu')
    expect(text).toMatch(/Cần sửa trước khi ban hành .*(H10|W8)/)
    await press('/indicators/wish_gdtx/restore')
    expect((await definition()).sections).toEqual(before.sections)
  })

  it.each([
    [{ labelVi: '', section: 'cohorts' }, 'Đề nghị ghi tên chỉ tiêu.'],
    [{ labelVi: 'Nữ', code: 'female', section: 'cohorts' }, 'Mã female đã có trong biểu mẫu.'],
    [{ labelVi: 'Nữ', code: 'Nữ 1', section: 'cohorts' }, 'Mã chỉ gồm chữ thường'],
    [{ labelVi: 'Nữ', code: 'nu', section: 'nowhere' }, 'Đề nghị chọn phần.'],
    [{ labelVi: 'Nữ', code: 'nu', section: '+' }, 'Đề nghị ghi tên phần'],
    [{ labelVi: 'Nữ', code: 'nu', section: 'cohorts', partOf: 'nobody' }, 'Đề nghị chọn một chỉ tiêu khác'],
  ])('refuses %j with what to do, and keeps nothing', async (typed, reason) => {
    const before = await revision()
    const answer = await press('/indicators/new', typed as Record<string, string>)
    expect([answer.status, plain(answer.text).includes(reason)]).toEqual([422, true])
    expect(answer.text).toContain(`value="${typed.labelVi}"`)
    expect(await revision()).toBe(before)
  })
})

const sectionOf = async (code: string): Promise<string> =>
  (await definition()).sections.find((it: { indicators: { code: string }[] }) =>
    it.indicators.some(one => one.code === code),
  )?.code ?? ''

describe('writing checks', () => {
  it('adds one in the small language, numbered beyond the form’s own', async () => {
    const answer = await press('/checks/new', {
      severity: 'error',
      holds: 'dang_hoc_nghe_so_cap <= in_voc',
      x: 'dang_hoc_nghe_so_cap',
      messageVi: 'Số học sơ cấp ({x}) không được lớn hơn số đang học nghề.',
    })
    expect(answer.status).toBe(303)
    expect((await definition()).checks.at(-1)).toMatchObject({ code: 'H101', kind: 'expression' })
    expect(plain((await admin.get(draft())).text)).toContain('Đang học nghề sơ cấp ≤ Đang học nghề')
  })

  it('adds a warning that many of last month’s reports would get', async () => {
    await press('/checks/new', {
      severity: 'warning',
      holds: 'neither * 10 <= graduates',
      messageVi: 'Trên 10% không đi học. Đề nghị rà soát.',
    })
    const text = plain((await admin.get(draft('/try?month=2026-10'))).text)
    expect(text).toMatch(/Đã thử trên \d+ báo cáo kỳ 10\/2026/)
    expect(text).toMatch(
      /W101 cảnh báo, quy tắc mới Trên 10% không đi học\. Đề nghị rà soát\. [1-9]\d* báo cáo không đạt/,
    )
    expect(text).toContain('Chỉ tiêu mới, chưa có số liệu: Đang học nghề sơ cấp')
    expect(
      (await portal.pool.query(`select from report_version where warnings::text like '%W101%'`)).rowCount,
    ).toBe(0)
  })

  it.each([
    ['neither / 0 > 1', 'chia cho 0'],
    ['neither / graduates > 0.5', 'chia cho'],
    ['neithr <= graduates', 'ý đồng chí là “neither”?'],
    ['neither +', 'còn thiếu một chỉ tiêu hoặc số'],
    ['neither + 1', 'phải là một phép so sánh'],
    ['process.exit(1)', 'Không'],
    ['', 'Chưa có điều kiện'],
  ])('refuses %p', async (holds, reason) => {
    const before = await revision()
    const answer = await press('/checks/new', { severity: 'warning', holds, messageVi: 'Đề nghị kiểm tra.' })
    expect([answer.status, plain(answer.text).includes(reason)]).toEqual([422, true])
    expect(await revision()).toBe(before)
  })

  it('refuses a message that names a figure nobody gives', async () => {
    const answer = await press('/checks/new', {
      severity: 'warning',
      holds: 'neither <= 9',
      messageVi: 'Quá {y}.',
    })
    expect(plain(answer.text)).toContain('không hiểu “{y}”')
  })

  it('of the form’s own kinds changes the message alone', async () => {
    const before = (await definition()).checks.find((it: { code: string }) => it.code === 'W5')
    await press('/checks/W5', {
      messageVi: 'Tỷ lệ không đi học trên 50%. Đề nghị rà soát từng trường.',
      holds: 'neither <= 1',
    })
    const after = (await definition()).checks.find((it: { code: string }) => it.code === 'W5')
    expect(after).toEqual({
      ...before,
      message: {
        vi: 'Tỷ lệ không đi học trên 50%. Đề nghị rà soát từng trường.',
        en: 'Tỷ lệ không đi học trên 50%. Đề nghị rà soát từng trường.',
      },
    })
  })
})

describe('two people at one draft', () => {
  it('the later press on an older page is refused, and keeps nothing', async () => {
    const before = await definition()
    const answer = await admin.post(draft('/indicators/female/retire'), { revision: '1' })
    expect([answer.status, answer.text.includes('vừa được người khác sửa')]).toEqual([409, true])
    expect(await definition()).toEqual(before)
  })
})

describe('publishing', () => {
  it.each([
    ['2026-11', /kỳ 11\/2026/],
    ['2023-10', /kỳ 10\/2023/],
    ['tháng 12', /Đề nghị ghi kỳ theo dạng/],
    ['01/2206', /Đề nghị chọn kỳ không sau 11\/2028/],
  ])('is refused from %s, with why', async (month, reason) => {
    const answer = await press('/publish', { month, titleVi: 'Biểu mẫu 2026' })
    expect(answer.status).toBe(422)
    expect(plain(answer.text)).toMatch(reason)
    expect(await revision()).toBeDefined()
  })

  it('makes it the form of its months, and leaves the months before as they were', async () => {
    const answer = await press('/publish', {
      month: '12/2026',
      titleVi: 'Biểu mẫu có học nghề sơ cấp',
      note: 'Theo yêu cầu của lãnh đạo Bộ',
    })
    expect([answer.status, answer.headers.location]).toEqual([303, `${at()}?done=editionPublished`])
    const list = plain((await admin.get(at())).text)
    expect(list).toMatch(
      /Dùng từ kỳ 12\/2026 \(mới nhất\) Biểu mẫu có học nghề sơ cấp .* Đỗ Bình An ban hành lúc/,
    )
    expect(list).toContain('Theo yêu cầu của lãnh đạo Bộ')
    expect((await admin.get(draft())).status).toBe(404)
    const dakKoi = await communeIn(portal.db, '23485', asMonth('2026-11'))
    const lan = portal.agent()
    await lan.signIn('y.lan@dakkoi.example')
    expect((await lan.get(`/reports/${dakKoi}/2026-11`)).text).not.toContain('Đang học nghề sơ cấp')
    portal.at('2026-12-16T08:00:00+07:00')
    const december = await lan.get(`/reports/${dakKoi}/2026-12`)
    expect(december.text).toContain('Đang học nghề sơ cấp')
    expect(december.text).toContain('Đã tư vấn hướng nghiệp')
    portal.at(WORLD_MORNING)
    const { rows } = await portal.pool.query(
      `select month, detail from audit where act = 'edition.publish' order by id desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      month: '2026-12',
      detail: { code: '2026-12', note: 'Theo yêu cầu của lãnh đạo Bộ' },
    })
  })

  it('a draft thrown away is gone, and another can be begun', async () => {
    await admin.get(at())
    await admin.post(at())
    await press('/discard')
    expect((await admin.get(draft())).status).toBe(404)
    expect((await admin.post(at())).headers.location).toBe(draft())
  })
})
