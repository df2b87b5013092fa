import { asMonth } from '../../src/calendar/month.rules.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

let portal: Portal
let admin: Agent
let officer: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeIn(portal.db, '51', asMonth('2026-11'))
  admin = portal.agent()
  officer = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  await officer.signIn('nguyen.mai@sgd.example')
})
afterAll(() => portal.close())

const data = (what: string) => officer.get(`/consolidation/${office}/2026-10/data.${what}`)

describe('open data', () => {
  test('as CSV begins with a byte order mark, has a line a commune and the total, and ends lines in CR LF', async () => {
    const { status, text, headers } = await data('csv')
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
    expect(headers['content-disposition']).toMatch(/attachment; filename="so-lieu-2026-10-[a-z-]+\.csv"/)
    expect(text.startsWith('\uFEFFlevel;month;office_code;')).toBe(true)
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(1 + 96 + 1 + 1)
    expect(lines.at(-1)).toBe('')
    expect(lines.at(-2)).toMatch(/^total;2026-10;51;/)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('as CSV takes a comma, and leaves a missing commune empty, never 0', async () => {
    const { text } = await data('csv?separator=,')
    const lines = text.split('\r\n')
    const missing = lines.find(it => it.includes(',missing,'))
    expect(lines[0]).toContain('level,month')
    expect(missing).toMatch(/,missing,,,,1,0,+$/)
  })

  test('as JSON is the same table, by the form’s codes', async () => {
    const { body } = await data('json')
    expect(body).toMatchObject({ schema: 'ngay25/consolidation/1', month: '2026-10', forPublication: false })
    const [{ communes }] = body.offices
    const sum = communes.reduce(
      (all: number, it: { figures: { neither: number } }) => all + it.figures.neither,
      0,
    )
    expect(body.total.figures.neither).toBe(sum)
    expect(body.total.goals.upper).toBe(70)
    expect(communes[0].written).toBeDefined()
  })

  test('for publication shows no figure from 1 to 4, no words and no names of people', async () => {
    const { body } = await data('json?publish=1')
    const figures = body.offices[0].communes.flatMap((it: { figures: object }) => Object.values(it.figures))
    expect(figures).toContain('<5')
    expect(figures.filter((it: unknown) => typeof it === 'number' && it !== 0 && Math.abs(it) < 5)).toEqual(
      [],
    )
    expect(JSON.stringify(body)).not.toContain('written')
    expect((await data('csv?publish=1')).text).toContain(';<5;')
  })

  test('is noted in the log', async () => {
    const { text } = await admin.get(`/audit/${office}`)
    expect(text).toContain('lấy dữ liệu json tháng 10/2026')
  })

  test('is not for a commune', async () => {
    const reporter = portal.agent()
    await reporter.signIn('y.lan@dakkoi.example')
    expect((await reporter.get(`/consolidation/${office}/2026-10/data.csv`)).status).toBe(404)
  })
})

describe('targets of a school year', () => {
  const path = () => `/targets/${office}?year=2027-2028`
  const box = () => `p-${office}-upper`
  const seen = (text: string) => /name="seen" value="(\w+)"/.exec(text)?.[1] ?? ''

  test('are set in a grid, taken into the log, and hold for every commune below that has none of its own', async () => {
    const { text } = await admin.get(`/targets/${office}?year=2026-2027`)
    expect(text).toContain('value="70"')
    const fields = {
      year: '2026-2027',
      seen: seen(text),
      [box()]: '71,5',
      [`s-${office}`]: 'Kế hoạch 12/KH-UBND',
    }
    const saved = await admin.post(`/targets/${office}`, fields)
    expect(saved.headers.location).toBe(`/targets/${office}?year=2026-2027&done=targetsSaved`)
    const { body } = await data('json')
    const ofCommunes = body.offices[0].communes.map((it: { goals: { upper: number } }) => it.goals.upper)
    expect(new Set(ofCommunes)).toEqual(new Set([71.5, 80]))
    expect((await admin.get(`/audit/${office}`)).text).toContain('lưu chỉ tiêu năm học 2026-2027')
  })

  test('out of range, or not a number, are refused at their box with what was typed kept', async () => {
    const { text } = await admin.get(path())
    const fields = { year: '2027-2028', seen: seen(text), [box()]: '101', [`s-${office}`]: 'Kế hoạch' }
    const refused = await admin.post(`/targets/${office}`, fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`href="#${box()}"`)
    expect(refused.text).toContain('value="101"')
  })

  test('saved by another person meanwhile are shown before one’s own replace them', async () => {
    const { text } = await admin.get(path())
    const fields = { year: '2027-2028', [box()]: '60', seen: seen(text) }
    await admin.post(`/targets/${office}`, { ...fields, [box()]: '65' })
    const second = await admin.post(`/targets/${office}`, fields)
    expect(second.status).toBe(409)
    expect(second.text).toContain('Đang lưu: 65')
    const third = await admin.post(`/targets/${office}`, { ...fields, seen: seen(second.text) })
    expect(third.status).toBe(303)
    expect((await admin.get(path())).text).toContain('value="60"')
  })

  test('may be read, not set, by an officer', async () => {
    expect((await officer.get(path())).text).not.toContain('<input id="p-')
    expect((await officer.post(`/targets/${office}`, { year: '2027-2028' })).status).toBe(404)
  })
})
