import { asMonth } from '../../src/calendar/month.rules.ts'
import { unitsUnder } from '../../src/units/unit.store.ts'
import { findFoundedCodes } from '../../src/units/unit-list.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { officeId } from '../support/review.ts'
import { changesAt, stateOfUnits, textOf } from '../support/unit-change.ts'
import { communeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

/** The Ministry's administrator changes the provinces' offices: Quảng Ngãi (51), and Gia Lai (52) founded beside it. */
const [NOVEMBER, DECEMBER, JANUARY] = [asMonth('2026-11'), asMonth('2026-12'), asMonth('2027-01')]
const DOCUMENT = 'Nghị quyết số 300/2026/QH16 ngày 12/11/2026'

let portal: Portal
let an: Agent
let ministry: number
let quangNgai: number
let giaLai: number
let dakKoi: number

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  an = portal.agent()
  await an.signIn('do.an@moet.example')
  await an.get('/units/found')
  expect((await an.post('/units/found', { province: '52' })).status).toBe(303)
  const offices = await findFoundedCodes(portal.db, NOVEMBER)
  ministry = offices.get('BGDDT') ?? 0
  quangNgai = await officeId(portal, '51', NOVEMBER)
  giaLai = await officeId(portal, '52', NOVEMBER)
  dakKoi = await communeIn(portal.db, '23485', NOVEMBER)
})
afterAll(() => portal.close())
beforeEach(() => portal.at(WORLD_MORNING))

const at = (office: number) => changesAt(portal, an, office)

const under = async (office: number, month: string) =>
  (await unitsUnder(portal.db, office, asMonth(month))).filter(it => it.kind === 'commune')

/** The board and the consolidation of an office in a month: how they answer, and what they say. */
async function shownIn(office: number, month: string) {
  const pages = await Promise.all(
    [`/review/${office}/${month}`, `/consolidation/${office}/${month}`].map(path => an.get(path)),
  )
  return pages.map(({ status, text }) => ({ status, text: textOf(text) }))
}

describe('a commune that moves to another province', () => {
  it('is expected there from its month on, and not before; undoing leaves no trace', async () => {
    const before = await stateOfUnits(portal.pool)
    const shown = await at(quangNgai).done('move', {
      month: '12/2026',
      document: DOCUMENT,
      units: String(dakKoi),
      to: String(giaLai),
    })
    expect(shown).toContain('Sở Giáo dục và Đào tạo tỉnh Gia Lai: 135 → 136 đơn vị từ kỳ 12/2026.')
    expect((await under(giaLai, DECEMBER)).map(it => it.id)).toContain(dakKoi)
    expect((await under(quangNgai, DECEMBER)).map(it => it.id)).not.toContain(dakKoi)
    expect(await under(quangNgai, NOVEMBER)).toHaveLength(96)
    expect((await at(quangNgai).undo()).status).toBe(303)
    expect(await stateOfUnits(portal.pool)).toEqual(before)
  })
})

describe('an office', () => {
  it('takes a new name from a month on, on its pages and in the list', async () => {
    const before = await stateOfUnits(portal.pool)
    await at(ministry).done('rename', {
      of: 'office',
      month: '12/2026',
      document: DOCUMENT,
      units: String(giaLai),
      fullName: 'Sở Giáo dục và Đào tạo tỉnh Bắc Tây Nguyên',
      name: 'Bắc Tây Nguyên',
    })
    portal.at('2026-12-20T08:00:00+07:00')
    expect((await shownIn(giaLai, '2026-12')).map(it => it.text).join()).toContain('Bắc Tây Nguyên')
    expect((await shownIn(giaLai, '2026-11')).map(it => it.text).join()).not.toContain('Bắc Tây Nguyên')
    portal.at(WORLD_MORNING)
    expect((await at(ministry).undo()).status).toBe(303)
    expect(await stateOfUnits(portal.pool)).toEqual(before)
  })

  it('is not closed while communes report to it; empty, it is, and is there again when that is undone', async () => {
    const close = (id: number) => ({ of: 'office', month: '12/2026', document: DOCUMENT, units: String(id) })
    const refused = await at(ministry).preview('close', close(giaLai))
    expect(refused.status).toBe(422)
    expect(textOf(refused.text)).toContain('còn đơn vị trực thuộc')
    const { rows } = await portal.pool.query<{ id: number }>(
      `with made as (insert into unit (kind, code, valid_from) values ('office', '99', '2026-01') returning id),
       named as (insert into unit_name select id, '2026-01', 'tỉnh', 'Trống', 'Sở tỉnh Trống', 'trong' from made),
       placed as (insert into unit_parent select id, $1, '2026-01', null from made)
       insert into office (unit_id) select id from made returning unit_id as id`,
      [ministry],
    )
    const [{ id } = { id: 0 }] = rows
    const before = await stateOfUnits(portal.pool)
    await at(ministry).done('close', close(id))
    expect((await findFoundedCodes(portal.db, DECEMBER)).has('99')).toBe(false)
    expect((await at(ministry).undo()).status).toBe(303)
    expect(await stateOfUnits(portal.pool)).toEqual(before)
  })
})

describe('a merger of provinces', () => {
  const merger = () => ({
    of: 'office',
    month: '12/2026',
    document: DOCUMENT,
    units: [String(quangNgai), String(giaLai)],
    goesOn: String(giaLai),
  })

  it('takes communes and people along, and leaves every earlier month with the old office', async () => {
    const before = await stateOfUnits(portal.pool)
    const [board, sums] = await shownIn(quangNgai, '2026-11')
    const shown = await at(ministry).done('merge', merger())
    expect(shown).toContain('Sở Giáo dục và Đào tạo tỉnh Gia Lai: 135 → 231 đơn vị từ kỳ 12/2026.')
    expect(shown).toContain('Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi: 96 → 0 đơn vị từ kỳ 12/2026.')
    expect(shown).toContain('Hồ Minh Quân: Quản trị')
    expect(await under(giaLai, DECEMBER)).toHaveLength(231)
    expect(await under(giaLai, NOVEMBER)).toHaveLength(135)
    expect(await shownIn(quangNgai, '2026-11')).toEqual([board, sums])

    portal.at('2026-12-20T08:00:00+07:00')
    const quan = portal.agent()
    await quan.signIn('quan.tri@sgd.example')
    const opened = await Promise.all(
      [
        `/review/${giaLai}/2026-12`,
        `/consolidation/${giaLai}/2026-12`,
        `/consolidation/${quangNgai}/2026-11`,
      ].map(async path => (await quan.get(path)).status),
    )
    expect(opened).toEqual([200, 200, 200])
    const nav = (await quan.get('/account')).text
    expect(nav).toContain(`/review/${giaLai}"`)
    expect(textOf((await quan.get(`/audit/${quangNgai}?unit=Kon%20Braih&act=office`)).text)).toContain(
      'thành Sở Giáo dục và Đào tạo tỉnh Gia Lai từ kỳ 12/2026',
    )
    const lan = portal.agent()
    await lan.signIn('y.lan@dakkoi.example')
    expect((await lan.get(`/reports/${dakKoi}/2026-12`)).status).toBe(200)
    expect((await lan.get(`/reports/${dakKoi}/2026-11`)).status).toBe(200)
    const [after, sumsAfter] = await shownIn(giaLai, '2026-12')
    expect([after?.status, sumsAfter?.status]).toEqual([200, 200])
    expect(after?.text).toContain('231')

    portal.at(WORLD_MORNING)
    expect((await at(ministry).undo()).status).toBe(303)
    expect(await stateOfUnits(portal.pool)).toEqual(before)
  })

  it('into an office whose communes have reported the month is refused by name', async () => {
    const refused = await at(ministry).preview('merge', { ...merger(), month: '11/2026' })
    expect(refused.status).toBe(422)
    expect(textOf(refused.text)).toContain('Quảng Ngãi')
    expect(await under(giaLai, JANUARY)).toHaveLength(135)
  })
})
