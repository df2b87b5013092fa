import { asMonth } from '../../src/calendar/month.rules.ts'
import { loadBefore } from '../../src/reports/review.store.ts'
import { unitsUnder } from '../../src/units/unit.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { actsOf, communesIn, officeId } from '../support/review.ts'
import { type Fields, pressOf, queryOf, stateOfUnits as stateIn, textOf } from '../support/unit-change.ts'
import { communeIn } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

/** Sở GD&ĐT Quảng Ngãi on 24/11/2026: Đăk Kôi and Đăk Rve have not sent November, Kon Braih has. */
const DECEMBER = asMonth('2026-12')
const NOVEMBER = asMonth('2026-11')
const OCTOBER = asMonth('2026-10')
const DOCUMENT = 'Nghị quyết số 12/NQ-HĐND ngày 20/11/2026'

let portal: Portal
let admin: Agent
let office: number
let dakKoi: number
let dakRve: number
let konBraih: number

beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  office = await officeId(portal, '51', NOVEMBER)
  dakKoi = await communeIn(portal.db, '23485', NOVEMBER)
  dakRve = await communeIn(portal.db, '23479', NOVEMBER)
  konBraih = await communeIn(portal.db, '23497', NOVEMBER)
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
})
afterAll(() => portal.close())
beforeEach(() => portal.at(WORLD_MORNING))

const merger = (fields: Fields = {}): Fields => ({
  month: '12/2026',
  document: DOCUMENT,
  units: [String(dakKoi), String(dakRve)],
  'code-1': '23999',
  'type-1': 'xa',
  'name-1': 'Kon Rẫy',
  ...fields,
})

const preview = (kind: string, fields: Fields, agent = admin) =>
  agent.get(`/units/${office}/changes/${kind}/preview?${queryOf(fields)}`)

const press = (kind: string, fields: Fields, agent = admin) =>
  agent.post(`/units/${office}/changes/${kind}`, fields)

async function done(kind: string, fields: Fields) {
  const looked = await preview(kind, fields)
  expect({ kind, status: looked.status }).toEqual({ kind, status: 200 })
  expect((await press(kind, pressOf(looked.text))).status).toBe(303)
}

const namesIn = async (month: string) =>
  (await unitsUnder(portal.db, office, asMonth(month))).map(it => it.fullName).sort()

const stateOfUnits = () => stateIn(portal.pool)

const lastChange = async (): Promise<number> =>
  (await portal.pool.query('select max(id)::int as id from unit_change')).rows[0].id

const undo = (id: number, reason = 'Nhập nhầm nghị quyết.') =>
  admin.post(`/units/${office}/changes/${id}/undo`, { reason })

/** The last change cannot be undone, and trying leaves all as it is. */
async function movedOn() {
  const before = await stateOfUnits()
  const refused = await undo(await lastChange())
  expect(refused.status).toBe(409)
  expect(textOf(refused.text)).toContain('Chưa có gì bị thay đổi.')
  expect(await stateOfUnits()).toEqual(before)
}

describe('a merger', () => {
  it('is shown before it is done: who reports, whose history, whose people; and nothing is written', async () => {
    const before = await stateOfUnits()
    const { status, text } = await preview('merge', merger())
    const shown = textOf(text)
    expect(status).toBe(200)
    expect(shown).toContain('Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi: 96 → 95 đơn vị từ kỳ 12/2026.')
    expect(shown).toContain('Thôi báo cáo Xã Đăk Kôi, Xã Đăk Rve Bắt đầu báo cáo Xã Kon Rẫy')
    expect(shown).toContain('Xã Đăk Rve 16 kỳ, 07/2025 – 10/2026 Cộng vào Xã Kon Rẫy')
    expect(shown).toContain('Y Lan: Người báo cáo, Xã Đăk Kôi → Xã Kon Rẫy')
    expect(shown).toContain('Xã Đăk Rve: kỳ 11/2026 chưa xong, vẫn gửi được dưới tên cũ.')
    expect(shown).toContain('Xã Đăk Kôi: kỳ 11/2026 chưa gửi, vẫn gửi được dưới tên cũ.')
    expect(await stateOfUnits()).toEqual(before)
  })

  it('changes who is expected from its month on and not before, and lets the people who moved report', async () => {
    const before = await stateOfUnits()
    await done('merge', merger())
    const [november, december] = [await namesIn('2026-11'), await namesIn('2026-12')]
    expect([november.length, december.length]).toEqual([96, 95])
    expect(november).toEqual(expect.arrayContaining(['Xã Đăk Kôi', 'Xã Đăk Rve']))
    expect(november).not.toContain('Xã Kon Rẫy')
    expect(december).toContain('Xã Kon Rẫy')
    expect(december).not.toContain('Xã Đăk Kôi')
    expect(await actsOf(portal, 'unit.merge')).toMatchObject([
      {
        by: 'Hồ Minh Quân',
        unitId: office,
        month: '2026-12',
        detail: { document: DOCUMENT, after: 'Xã Kon Rẫy' },
      },
    ])
    for (const name of ['Đăk Kôi', 'Kon Rẫy'])
      expect(
        textOf((await admin.get(`/audit/${office}?act=office&unit=${encodeURIComponent(name)}`)).text),
      ).toContain('sắp xếp Xã Đăk Kôi, Xã Đăk Rve thành Xã Kon Rẫy từ kỳ 12/2026')

    portal.at('2026-12-20T08:00:00+07:00')
    const lan = portal.agent()
    await lan.signIn('y.lan@dakkoi.example')
    const merged = await communeIn(portal.db, '23999', DECEMBER)
    expect((await lan.get(`/reports/${merged}/2026-12`)).status).toBe(200)
    expect((await lan.get(`/reports/${dakKoi}/2026-11`)).status).toBe(200)
    expect((await lan.get(`/reports/${dakKoi}/2026-12`)).status).toBe(404)
    expect(textOf((await lan.get('/reports')).text)).toMatch(/Xã Kon Rẫy.*Xã Đăk Kôi/)

    portal.at(WORLD_MORNING)
    expect((await undo(await lastChange())).status).toBe(303)
    expect(await stateOfUnits()).toEqual(before)
    expect(textOf((await admin.get(`/units/${office}/changes`)).text)).toContain(
      'Đã hoàn tác: Hồ Minh Quân, 08:00 24/11/2026. Lý do: Nhập nhầm nghị quyết.',
    )
    expect((await undo(await lastChange())).status).toBe(409)
  })

  it('begins its successor’s series with the sum of its predecessors', async () => {
    const columns = [['neither@2026']]
    const october = { month: NOVEMBER, before: OCTOBER, columns }
    const parts = await loadBefore(portal.db, { ...october, unitIds: [dakKoi, dakRve] })
    await done('merge', merger({ month: '11/2026' }))
    const merged = await communeIn(portal.db, '23999', NOVEMBER)
    const sum = await loadBefore(portal.db, { ...october, unitIds: [merged] })
    const [one, other] = [parts.get(dakKoi)?.[0] ?? 0, parts.get(dakRve)?.[0] ?? 0]
    expect(one * other).toBeGreaterThan(0)
    expect(sum.get(merged)).toEqual([one + other])
    expect(await namesIn('2026-11')).toHaveLength(95)
    expect(textOf((await admin.get(`/review/${merged}/history`)).text)).toContain('Xã Đăk Rve')
    await undo(await lastChange())
  })

  it('into one of the communes leaves that one its people and its name', async () => {
    const before = await stateOfUnits()
    const into = { goesOn: String(dakRve), 'code-1': '', 'name-1': '' }
    await done('merge', merger(into))
    expect(await namesIn('2026-12')).toHaveLength(95)
    expect(await namesIn('2026-12')).toContain('Xã Đăk Rve')
    expect((await undo(await lastChange())).status).toBe(303)
    expect(await stateOfUnits()).toEqual(before)
  })

  it('gives nobody a role whose tick was taken away', async () => {
    const looked = await preview('merge', merger())
    await press('merge', { ...pressOf(looked.text), people: [] })
    const merged = await communeIn(portal.db, '23999', DECEMBER)
    const { rows } = await portal.pool.query('select from role where unit_id = $1', [merged])
    expect(rows).toEqual([])
    await undo(await lastChange())
  })

  it('is not undone once its successor has reported; the page says which report prevents it', async () => {
    await done('merge', merger())
    const id = await lastChange()
    const merged = await communeIn(portal.db, '23999', DECEMBER)
    await portal.pool.query(
      `insert into report (unit_id, month, edition_id, state, current_version, first_submitted_at, on_time)
       values ($1, '2026-12', 1, 'submitted', 1, now(), true)`,
      [merged],
    )
    const refused = await undo(id)
    expect(refused.status).toBe(409)
    expect(textOf(refused.text)).toContain('Không hoàn tác được: Xã Kon Rẫy đã gửi báo cáo kỳ 12/2026.')
    await portal.pool.query('delete from report where unit_id = $1', [merged])
    await undo(id)
  })

  it('passes a role on with its term and whom it covers, and undoing finds it', async () => {
    const given = `insert into role (person_id, unit_id, role, since, until, covers)
      select id, $1, $2, $3, $4, (select id from person where name = 'Y Lan') from person where name = 'Nguyễn Thị Mai'`
    const [soon, later] = ['2026-12-01T00:00:00+07:00', '2026-12-20T00:00:00+07:00']
    await portal.pool.query(given, [dakKoi, 'reporter', soon, later])
    await portal.pool.query(given, [dakKoi, 'leader', '2026-11-01T00:00:00+07:00', WORLD_MORNING])
    const before = await stateOfUnits()
    await done('merge', merger({ goesOn: String(dakRve), 'code-1': '', 'name-1': '' }))
    const { rows } = await portal.pool.query(
      `select r.role, r.since, r.until, c.name as covers from role r join person p on p.id = r.person_id
       left join person c on c.id = r.covers where r.unit_id = $1 and p.name = 'Nguyễn Thị Mai'`,
      [dakRve],
    )
    expect(rows).toEqual([
      { role: 'reporter', since: new Date(soon), until: new Date(later), covers: 'Y Lan' },
    ])
    expect((await undo(await lastChange())).status).toBe(303)
    expect(await stateOfUnits()).toEqual(before)
    await portal.pool.query('delete from role where until is not null and unit_id = $1', [dakKoi])
  })

  it.each([
    ['its successor took in another unit', `insert into succession values ($1, $2, '2027-02', false, '')`],
    [
      'an office was put under its successor',
      `insert into unit_parent values ($1, $2, '2020-01', '2020-02')`,
    ],
  ])('is not undone once, by file, %s; nothing is taken back', async (_, written) => {
    await done('merge', merger())
    const merged = await communeIn(portal.db, '23999', DECEMBER)
    await portal.pool.query(written, [konBraih, merged])
    await movedOn()
    for (const table of [
      'succession where predecessor_id',
      'unit_parent where valid_until is not null and unit_id',
    ])
      await portal.pool.query(`delete from ${table} = $1`, [konBraih])
    expect((await undo(await lastChange())).status).toBe(303)
  })

  it('is not undone once another commune bears the code of one that ended', async () => {
    await done('merge', merger())
    const { rows } = await portal.pool.query(
      `insert into unit (kind, code, valid_from) values ('commune', '23485', '2027-01') returning id`,
    )
    await movedOn()
    await portal.pool.query('delete from unit where id = $1', [rows[0].id])
    expect((await undo(await lastChange())).status).toBe(303)
  })

  it('takes away a successor that the log names already, and its code is free again', async () => {
    await done('merge', merger())
    const merged = await communeIn(portal.db, '23999', DECEMBER)
    await portal.pool.query(
      `insert into audit (at, actor_name, act, unit_id) values (now(), 'Hồ Minh Quân', 'role.end', $1)`,
      [merged],
    )
    expect((await undo(await lastChange())).status).toBe(303)
    expect(await namesIn('2026-12')).toHaveLength(96)
    await done('merge', merger())
    expect((await undo(await lastChange())).status).toBe(303)
  })
})

describe('two administrators at once', () => {
  it('a press on a preview that no longer holds writes nothing and shows how it stands now', async () => {
    const looked = await preview('merge', merger())
    await portal.pool.query(
      `insert into role (person_id, unit_id, role, since) select person_id, $1, 'leader', now() from role where unit_id = $1 limit 1`,
      [dakKoi],
    )
    const before = await stateOfUnits()
    const late = await press('merge', pressOf(looked.text))
    expect(late.status).toBe(409)
    expect(textOf(late.text)).toContain('Dữ liệu đã thay đổi từ lúc đồng chí xem trước.')
    expect(await stateOfUnits()).toEqual(before)
    expect((await press('merge', pressOf(late.text))).status).toBe(303)
    await undo(await lastChange())
  })

  it('of two presses on one preview only one is carried out', async () => {
    const looked = pressOf((await preview('merge', merger())).text)
    const other = portal.agent()
    await other.signIn('quan.tri@sgd.example')
    const answers = await Promise.all([press('merge', looked), press('merge', looked, other)])
    expect(answers.map(it => it.status).sort()).toEqual([303, 422])
    await undo(await lastChange())
  })
})

describe('the other changes', () => {
  it('a split names its successors, sums nothing, and is undone', async () => {
    const before = await stateOfUnits()
    const fields = {
      month: '12/2026',
      document: DOCUMENT,
      units: String(dakKoi),
      into: String(dakRve),
      'code-1': '23998',
      'type-1': 'phuong',
      'name-1': 'Đăk Kôi',
    }
    const looked = textOf((await preview('split', fields)).text)
    expect(looked).toContain('96 đơn vị từ kỳ 12/2026')
    expect(looked).toContain('Không chia; nêu nguồn ở Phường Đăk Kôi, Xã Đăk Rve')
    await done('split', fields)
    const { rows } = await portal.pool.query('select divided from succession where predecessor_id = $1', [
      dakKoi,
    ])
    expect(rows).toEqual([{ divided: true }, { divided: true }])
    await undo(await lastChange())
    expect(await stateOfUnits()).toEqual(before)
  })

  it('a split into more than four gives more lines for the asking, keeping what was typed', async () => {
    const form = `/units/${office}/changes/split`
    const typed = { month: '12/2026', document: DOCUMENT, units: String(dakKoi), 'name-4': 'Đăk Bốn' }
    const more = await admin.get(`${form}?${queryOf({ ...typed, lines: '8' })}`)
    expect(more.text).toContain('value="Đăk Bốn"')
    expect([...more.text.matchAll(/name="code-\d+"/g)]).toHaveLength(8)
    const codes = [1, 2, 3, 4, 5].flatMap(n => [
      [`code-${n}`, `2399${n}`],
      [`type-${n}`, 'xa'],
      [`name-${n}`, `Đăk Kôi ${n}`],
    ])
    await done('split', { ...typed, ...Object.fromEntries(codes) })
    expect(await namesIn('2026-12')).toHaveLength(100)
    await undo(await lastChange())
  })

  it('a new name holds from its month; months before keep the old one', async () => {
    await done('rename', {
      month: '12/2026',
      document: DOCUMENT,
      units: String(konBraih),
      type: 'phuong',
      name: 'Kon Braih',
    })
    expect(await namesIn('2026-11')).toContain('Xã Kon Braih')
    expect(await namesIn('2026-12')).toContain('Phường Kon Braih')
    await undo(await lastChange())
    expect(await namesIn('2026-12')).toContain('Xã Kon Braih')
  })

  it('a commune closes, another is founded; a later change must be undone first', async () => {
    await done('found', {
      month: '12/2026',
      document: DOCUMENT,
      'code-1': '23997',
      'type-1': 'xa',
      'name-1': 'Đăk Mới',
    })
    const founded = await communeIn(portal.db, '23997', DECEMBER)
    const first = await lastChange()
    await done('close', { month: '01/2027', document: 'Nghị quyết số 13/NQ-HĐND', units: String(founded) })
    expect(await namesIn('2027-01')).toHaveLength(96)
    const refused = await undo(first)
    expect(refused.status).toBe(409)
    expect(textOf(refused.text)).toContain('Kết thúc hoạt động, kỳ 01/2027, Nghị quyết số 13/NQ-HĐND')
    await undo(await lastChange())
    expect((await undo(first)).status).toBe(303)
  })

  it('a commune moves to an office of the same administrator, and the office takes a new name', async () => {
    const { rows } = await portal.pool.query<{ id: number }>(
      `with made as (insert into unit (kind, code, valid_from) values ('office', '999', '2026-01') returning id),
       named as (insert into unit_name select id, '2026-01', 'Phòng GD&ĐT', 'Kon Rẫy', 'Phòng GD&ĐT Kon Rẫy', 'kon ray' from made),
       placed as (insert into unit_parent select id, $1, '2026-01', null from made)
       insert into office (unit_id) select id from made returning unit_id as id`,
      [office],
    )
    const branch = rows[0]?.id ?? 0
    const before = await stateOfUnits()
    const looked = await preview('move', {
      month: '12/2026',
      document: DOCUMENT,
      units: String(dakKoi),
      to: String(branch),
    })
    expect(textOf(looked.text)).toContain('Phòng GD&ĐT Kon Rẫy: 0 → 1 đơn vị từ kỳ 12/2026.')
    expect((await press('move', pressOf(looked.text))).status).toBe(303)
    expect((await unitsUnder(portal.db, branch, DECEMBER)).map(it => it.id)).toEqual([dakKoi])
    expect(await unitsUnder(portal.db, branch, NOVEMBER)).toEqual([])
    await undo(await lastChange())
    await done('rename', {
      of: 'office',
      month: '12/2026',
      document: DOCUMENT,
      units: String(branch),
      fullName: 'Phòng Giáo dục và Đào tạo Kon Rẫy',
      name: 'Kon Rẫy',
    })
    await undo(await lastChange())
    expect(await stateOfUnits()).toEqual(before)
  })
})

describe('bad input', () => {
  const cases: [string, string, () => Fields, string][] = [
    [
      'a merger over a month that is reported',
      'merge',
      () => merger({ month: '10/2026' }),
      'Xã Đăk Kôi đã gửi báo cáo kỳ 10/2026.',
    ],
    [
      'a merger of one',
      'merge',
      () => merger({ units: String(dakKoi) }),
      'Đề nghị đánh dấu từ hai đơn vị trở lên.',
    ],
    ['an unreadable month', 'merge', () => merger({ month: 'tháng 13' }), 'dạng tháng/năm'],
    ['a month far ahead', 'merge', () => merger({ month: '12/2062' }), 'Kỳ bắt đầu quá xa.'],
    ['no document', 'merge', () => merger({ document: ' ' }), 'Đề nghị ghi văn bản căn cứ.'],
    ['no name', 'merge', () => merger({ 'name-1': '' }), 'Đề nghị ghi tên đơn vị.'],
    ['a long name', 'merge', () => merger({ 'name-1': 'Đ'.repeat(91) }), 'Dài quá 90 ký tự.'],
    ['a code of letters', 'merge', () => merger({ 'code-1': '2399a' }), 'đúng 5 chữ số'],
    [
      'the code of a living commune',
      'merge',
      () => merger({ 'code-1': '23497' }),
      'Mã này đang thuộc Xã Kon Braih.',
    ],
    [
      'the name of a living commune',
      'merge',
      () => merger({ 'name-1': 'xã Kon Braih' }),
      'Đã có đơn vị tên Xã Kon Braih.',
    ],
    [
      'a commune of nobody’s',
      'merge',
      () => merger({ units: [String(dakKoi), '999999'] }),
      'Không tìm thấy đơn vị',
    ],
    [
      'an end in one that is not merged',
      'merge',
      () => merger({ goesOn: String(konBraih), 'code-1': '', 'name-1': '' }),
      'phải là một trong các đơn vị đã đánh dấu',
    ],
    ['a split into one', 'split', () => merger({ units: String(dakKoi) }), 'từ hai đơn vị sau trở lên'],
    [
      'a unit its own successor',
      'split',
      () => merger({ units: String(dakKoi), into: String(dakKoi) }),
      'không thể là đơn vị sau của chính mình',
    ],
    [
      'a move to an office of others',
      'move',
      () => ({ month: '12/2026', document: DOCUMENT, units: String(dakKoi), to: '1' }),
      'Chỉ chuyển được sang cơ quan do đồng chí quản trị.',
    ],
  ]

  it.each(cases)('%s is refused with a reason, and nothing is written', async (_, kind, fields, reason) => {
    const before = await stateOfUnits()
    const looked = await preview(kind, fields())
    const pressed = await press(kind, { ...fields(), fingerprint: 'x' })
    expect([looked.status, pressed.status]).toEqual([422, 422])
    expect(textOf(looked.text)).toContain(reason)
    expect(textOf(pressed.text)).toContain(reason)
    expect(await stateOfUnits()).toEqual(before)
  })

  it('a circle of successors is refused', async () => {
    await portal.pool.query(`insert into succession values ($1, $2, '2027-03', false, '')`, [dakRve, dakKoi])
    const fields = merger({ units: String(dakKoi), into: String(dakRve) })
    expect(textOf((await preview('split', fields)).text)).toContain('(vòng lặp)')
    await portal.pool.query('delete from succession where predecessor_id = $1 and successor_id = $2', [
      dakRve,
      dakKoi,
    ])
  })

  it('a second merger of the same two communes is refused by page: history has one line for them', async () => {
    await portal.pool.query(`insert into succession values ($1, $2, '2026-08', true, '')`, [dakKoi, dakRve])
    const fields = merger({ goesOn: String(dakRve), 'code-1': '', 'name-1': '' })
    const pressed = await press('merge', { ...fields, fingerprint: 'x' })
    expect(pressed.status).toBe(422)
    expect(textOf(pressed.text)).toContain('Xã Đăk Kôi đã được ghi là đơn vị trước của Xã Đăk Rve')
    await portal.pool.query('delete from succession where predecessor_id = $1', [dakKoi])
  })

  it('a new commune under an office that is to end is refused, with the office’s last month', async () => {
    await portal.pool.query(`update unit set valid_until = '2027-03' where id = $1`, [office])
    const looked = await preview('merge', merger())
    await portal.pool.query('update unit set valid_until = null where id = $1', [office])
    expect(looked.status).toBe(422)
    expect(textOf(looked.text)).toContain('tỉnh Quảng Ngãi chỉ hoạt động đến hết kỳ 02/2027.')
  })

  it('whoever does not administer the office is not shown that there is such a page', async () => {
    const officer = portal.agent()
    await officer.signIn('nguyen.mai@sgd.example')
    expect((await officer.get(`/units/${office}/changes`)).status).toBe(404)
    expect((await preview('merge', merger(), officer)).status).toBe(404)
  })

  it('undoing asks for a reason', async () => {
    await done('merge', merger())
    const id = await lastChange()
    expect((await undo(id, ' ')).status).toBe(422)
    expect((await undo(id)).status).toBe(303)
    expect((await admin.get(`/units/${office}/changes/999999/undo`)).status).toBe(404)
    expect(await communesIn(portal, 'draft', NOVEMBER)).not.toEqual([])
  })
})

describe('units that came by file', () => {
  it('are in the list with file, day and name, and are not undone there', async () => {
    await portal.pool.query(
      `insert into audit (at, actor_name, act, unit_id, detail) values ('2026-11-20T02:00:00Z', 'Hồ Minh Quân', 'unit.import', $1, $2)`,
      [
        office,
        {
          file: 'sap-xep.csv',
          kind: 'mergers',
          from: '2026-11',
          document: DOCUMENT,
          offices: 0,
          communes: 3,
        },
      ],
    )
    const list = textOf((await admin.get(`/units/${office}/changes`)).text)
    expect(list).toContain('Nhập tệp sắp xếp đơn vị sap-xep.csv 11/2026')
    expect(list).toContain('3 xã, phường, đặc khu sắp xếp Hồ Minh Quân, 09:00 20/11/2026')
  })
})
