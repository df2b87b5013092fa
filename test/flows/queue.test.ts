import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { actsOf, communesIn, officeId, queriesDuring, reportOf, resendReport } from '../support/review.ts'
import { WORLD_MORNING } from '../support/world.ts'

const MONTH = '2026-11'

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

const board = () => `/review/${office}/${MONTH}`
const path = () => `${board()}/queue`
const seen = new Date(WORLD_MORNING).toISOString()
const read = async (at = path()) => (await officer.get(at)).text
const press = (fields: Record<string, string | string[]>) => officer.post(path(), { seen, ...fields })

/** The names in one group of the page. */
function namesIn(html: string, group: string): string[] {
  const part = html.split(`id="${group}"`)[1]?.split('</section>')[0] ?? ''
  return [...part.matchAll(/<th scope="row"[\s\S]*?<a href="[^"]*">([^<]+)</g)].map(it => it[1] ?? '')
}

/** The office's to do, by the number on the page's head. */
const leftOn = (html: string) => Number(/Còn (\d+) báo cáo phải xem/.exec(html)?.[1] ?? 0)

/** November's figures in those months as well. */
async function repeatFigures(unitId: number, months: string[]): Promise<void> {
  await portal.pool.query('alter table report_version disable trigger user')
  await portal.pool.query(
    `update report_version v set warnings = '[]', figures = (
       select figures from report_version c join report n on n.id = c.report_id and c.number = n.current_version
       where n.unit_id = $1 and n.month = $2)
     from report r where r.id = v.report_id and r.unit_id = $1 and r.month = any($3)`,
    [unitId, MONTH, [MONTH, ...months]],
  )
  await portal.pool.query('alter table report_version enable trigger user')
}

const resend = (unitId: number, at: string) => resendReport(portal, { unitId, month: MONTH, at })

const unitOf = async (name: string) => {
  const all = await communesIn(portal, 'submitted', MONTH)
  return all.find(it => it.name === name)?.unitId ?? 0
}

describe('the queue of a month', () => {
  it('has every report to look at in one group, and the board leads to it with their number', async () => {
    const html = await read()
    const sent = (await communesIn(portal, 'submitted', MONTH)).map(it => it.name)
    const listed = ['corrected', 'warned', 'repeated', 'fresh'].flatMap(it => namesIn(html, it))
    expect([...listed].sort()).toEqual([...sent].sort())
    expect(leftOn(html)).toBe(sent.length)
    expect(await read(board())).toContain(`Cần xem (${sent.length})`)
    expect(namesIn(html, 'waiting')).toHaveLength((await communesIn(portal, 'returned', MONTH)).length)
    expect(html).toMatch(/Trả lại lúc [^<]*, (đã \d+ ngày làm việc|chưa quá một ngày làm việc)\./)
    expect(html).toContain('Giải trình: ')
  })

  it('asks at one press about figures that are the same three months running, with a neutral text', async () => {
    const [name = '', other = ''] = namesIn(await read(), 'fresh')
    const unitId = await unitOf(name)
    await repeatFigures(unitId, ['2026-10', '2026-09'])
    await repeatFigures(await unitOf(other), ['2026-10'])
    const html = await read()
    expect(namesIn(html, 'repeated')).toEqual([name])
    expect(html).toContain('Giống nhau ba kỳ 9, 10, 11/2026.')
    const answer = await press({ group: 'repeated', press: 'ask-all' })
    expect(answer.headers.location).toBe(`${path()}?done=askedMany`)
    const { rows } = await portal.pool.query('select text, kind, side from remark')
    const text =
      'Số liệu ba kỳ 9, 10, 11/2026 giống nhau. Đề nghị xã xác nhận đã rà soát, hoặc gửi đính chính.'
    expect(rows).toEqual([{ text, kind: 'question', side: 'office' }])
    expect(namesIn(await read(), 'waiting')).toContain(name)
    expect((await press({ group: 'repeated', press: 'ask-all' })).headers.location).toContain('askedNone')
    expect(await actsOf(portal, 'remark.ask')).toMatchObject([{ by: 'Nguyễn Thị Mai', unitId }])
  })

  it('takes a whole group at one press, and nothing sent since the page was made', async () => {
    const before = await read()
    const [late = '', ...others] = namesIn(before, 'fresh')
    const lateId = await unitOf(late)
    expect(before).toContain(`Tiếp nhận cả ${others.length + 1} báo cáo không có cảnh báo`)
    await resend(lateId, '2026-11-24T08:30:00+07:00')
    portal.at('2026-11-24T08:45:00+07:00')
    await press({ group: 'fresh', press: 'accept-all' })
    expect((await reportOf(portal, lateId, MONTH)).state).toBe('submitted')
    const html = await read()
    expect([namesIn(html, 'fresh'), namesIn(html, 'corrected')]).toEqual([[], [late]])
    expect(leftOn(html)).toBe(leftOn(before) - others.length)
    expect((await press({ group: 'corrected', press: 'accept-all' })).headers.location).toContain(
      'acceptedNone',
    )
    expect((await reportOf(portal, lateId, MONTH)).state).toBe('submitted')
  })

  it('takes those ticked and no others; an officer of the office alone may', async () => {
    const warned = namesIn(await read(), 'warned')
    const first = await unitOf(warned[0] ?? '')
    const leader = portal.agent()
    await leader.signIn('bui.ha@sgd.example')
    await leader.get(path())
    expect((await leader.post(path(), { seen, press: 'accept', unit: String(first) })).status).toBe(404)
    await press({ group: 'warned', press: 'accept', unit: String(first) })
    expect(namesIn(await read(), 'warned')).toEqual(warned.slice(1))
  })

  it('says plainly that nothing is left, and how many have still not sent', async () => {
    portal.at('2026-11-24T09:00:00+07:00')
    const later = new Date('2026-11-24T09:00:00+07:00').toISOString()
    for (const group of ['warned', 'corrected']) await press({ seen: later, group, press: 'accept-all' })
    const html = await read()
    expect(html).toContain('Không còn báo cáo nào phải xem trong kỳ 11/2026')
    expect(html).toMatch(/\d+\/96 xã chưa gửi\./)
    expect(html).toContain('báo cáo đang chờ xã gửi lại hoặc trả lời.')
    expect(await read(board())).toContain('Cần xem (0)')
  })
})

describe('an office above others', () => {
  it('has one queue over all communes, page by page, in a number of questions that does not grow', async () => {
    const ministry = portal.agent()
    await ministry.signIn('do.an@moet.example')
    const { rows } = await portal.pool.query<{ id: number }>(
      'select parent_id as id from unit_parent where unit_id = $1',
      [office],
    )
    const above = rows[0]?.id ?? 0
    const { status, text } = await ministry.get(`/review/${above}/2026-05/queue?group=fresh&page=2`)
    expect(status).toBe(200)
    expect(text).toContain('Cần xem, kỳ tháng 05/2026')
    const list = `/review/${above}/${MONTH}/queue`
    const { text: all } = await ministry.get(list)
    const first = (/\/review\/\d+\/2026-11\/beside\?office[^"]+/.exec(all)?.[0] ?? '').replace('&#x3D;', '=')
    expect(first).toMatch(new RegExp(`office=${above}$`))
    const beside = await ministry.get(first)
    expect(beside.text).toContain(`href="${list}"`)
    expect((await officer.get(first)).text).not.toContain(`href="${list}"`)
    const few = await queriesDuring(() => ministry.get(`/review/${office}/2026-05/queue`))
    const many = await queriesDuring(() => ministry.get(`/review/${above}/2026-05/queue`))
    expect(many).toBe(few)
    expect(many).toBeLessThanOrEqual(16)
  })
})
