import { asMonth } from '../../src/calendar/month.rules.ts'
import { importUnitFile } from '../../src/units/import-units.ts'
import { findOfficeByCode, unitsUnder } from '../../src/units/unit.store.ts'
import { type Agent, openPortal, type Portal } from '../support/portal.ts'
import { bytesOf, officeIn, shipped } from '../support/units.ts'
import { WORLD_MORNING } from '../support/world.ts'

const month = asMonth('2026-11')

let portal: Portal
let admin: Agent
let office: number
beforeAll(async () => {
  portal = await openPortal(WORLD_MORNING, 'world')
  admin = portal.agent()
  await admin.signIn('quan.tri@sgd.example')
  office = await officeIn(portal.db, '51', month)
})
afterAll(() => portal.close())

/** Uploads a file as the page's form does. */
async function upload(bytes: Uint8Array, name = 'tệp.csv', fields: Record<string, string> = {}) {
  const page = await admin.get(`/units/${office}/import`)
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  return admin.raw
    .post(`/units/${office}/import`)
    .field({ _csrf: token, ...fields })
    .attach('file', Buffer.from(bytes), name)
}

/** Presses "import" on the page that showed what would be done. */
async function apply(shown: string) {
  const hidden = [...shown.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const fields = Object.fromEntries(
    hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&#x3D;', '=')]),
  )
  return admin.raw.post(`/units/${office}/import`).field(fields)
}

const count = async () => {
  const { units } = await portal.db
    .selectFrom('unit')
    .select(eb => eb.fn.countAll<number>().as('units'))
    .executeTakeFirstOrThrow()
  return Number(units)
}

const head = 'level,code,type,name,full_name,parent_code,district_code'
/** A province of before 7/2025 that the portal does not have. */
const old = [
  head,
  'province,49,Tỉnh,Quảng Nam,Tỉnh Quảng Nam,,',
  'district,503,Thành phố,Hội An,Thành phố Hội An,49,503',
  'commune,20407,Phường,Minh An,Phường Minh An,503,503',
]
const csv = (lines: string[]) => bytesOf(`${lines.join('\r\n')}\r\n`)

describe('importing a file on the page', () => {
  test('a good file is shown first, and written only when it is pressed', async () => {
    const before = await count()
    const shown = await upload(csv(old))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Sẽ nhập 2 cơ quan, 1 đơn vị, hiệu lực từ kỳ 10/2023')
    expect(shown.text).toContain('Phường Minh An')
    expect(await count()).toBe(before)

    const done = await apply(shown.text)
    expect([done.status, done.headers.location]).toEqual([303, `/units/${office}?done=unitsImported`])
    expect(await count()).toBe(before + 3)
    const phong = await officeIn(portal.db, '503', asMonth('2024-01'))
    expect((await unitsUnder(portal.db, phong, asMonth('2024-01'))).map(it => it.name)).toEqual(['Minh An'])
    expect(await findOfficeByCode(portal.db, '503', month)).toBeNull()
  })

  test('the import is one row of the log', async () => {
    const rows = await portal.db.selectFrom('audit').selectAll().where('act', '=', 'unit.import').execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      actor_name: 'Hồ Minh Quân',
      unit_id: office,
      detail: { file: 'tệp.csv', kind: 'units', offices: 2, communes: 1 },
    })
  })

  test('a half-written file is refused with its line and reason, and nothing of it is kept', async () => {
    const before = await count()
    const half = csv([...old, 'commune,20410,Phường,Tân An,Phường Tân An,503,503'])
    const shown = await upload(half.subarray(0, half.length - 20))
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('1 dòng cần sửa')
    expect(shown.text).toContain('Dòng cuối bị cắt giữa chừng')
    expect(await count()).toBe(before)
    const report = await importUnitFile(
      portal.db,
      { actor: { id: null, name: 'test' }, now: portal.clock() },
      { bytes: half.subarray(0, half.length - 20), fileName: 'x.csv', within: null },
    )
    expect([report.applied, report.problems.map(({ line }) => line)]).toEqual([false, [5]])
    expect(await count()).toBe(before)
  })

  test('a file that changed between the two presses, or was tampered with, is checked anew', async () => {
    const shown = await upload(
      csv(old.map(line => line.replace('20407', '20408').replace('503', '504').replace('49', '48'))),
    )
    expect((await apply(shown.text.replace(/(name="packed" value=")[^"]{20}/, '$1'))).status).toBe(422)
  })

  test('no file, a month that is none and a file of something else each say what is missing', async () => {
    expect((await upload(bytesOf(''))).text).toContain('Đề nghị chọn một tệp')
    expect((await upload(csv(old), 'a.csv', { from: '13/2025' })).text).toContain('theo dạng 07/2025')
    expect((await upload(bytesOf('a,b\r\n1,2\r\n'))).text).toContain('Không nhận ra tệp')
  })

  test('a code that another unit bears at that time is refused', async () => {
    const lines = [
      'level,code,type,name,full_name,parent_code',
      'province,51,Tỉnh,Quảng Ngãi,Tỉnh Quảng Ngãi,',
      'commune,23485,Xã,Khác,Xã Khác,51',
    ]
    const shown = await upload(csv(lines), 'a.csv', { from: '2026-01' })
    expect(shown.text).toContain('Mã 23485 đang thuộc về “Xã Đăk Kôi” (từ 07/2025)')
  })
})

describe('a file of which some lines cannot be applied', () => {
  const columns =
    'old_province_code,old_district_code,old_code,old_name,is_divided,new_province_code,new_code,new_name'
  const file = csv([
    columns,
    '51,,23479,Xã Đăk Rve,True,51,23497,Xã Kon Braih',
    '51,,23479,Xã Đăk Rve,True,51,23485,Xã Đăk Kôi',
    '51,,23530,Xã Không Có,,51,99998,Xã Chưa Lập',
  ])
  const press = (shown: string, act: string) =>
    apply(shown.replace('name="stamp"', `name="act" value="${act}"><input type="hidden" name="stamp"`))
  const successions = async () =>
    portal.db.selectFrom('succession').select('divided').where('effective_month', '=', '2026-12').execute()
  let shown: string

  test('is shown with what cannot be applied and why, and offers to apply the rest', async () => {
    const page = await upload(file, 'm.csv', { from: '2026-12', document: 'Nghị quyết 9' })
    shown = page.text
    expect(page.status).toBe(422)
    expect(shown).toContain('2/3 dòng áp dụng được ngay; 1 dòng dưới đây thì chưa.')
    expect(shown).toContain('Áp dụng các dòng còn lại')
    expect(shown).toMatch(/<dt>Không có đơn vị (trước|sau)<\/dt><dd>1<\/dd>/)
    expect(await successions()).toEqual([])
  })

  test('the lines left are a CSV file: line, reason, the row', async () => {
    const { status, headers, text } = await press(shown, 'problems')
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers['content-disposition']).toBe('attachment; filename="dong-chua-ap-dung.csv"')
    expect(text).toMatch(
      /^\uFEFFdong,ly_do,old_province_code,.*\r\n4,.*,51,,23530,Xã Không Có,,51,99998,Xã Chưa Lập\r\n$/,
    )
  })

  test('when the units change in between, the result is shown anew and nothing is written', async () => {
    const again = await press(shown.replace(/(name="stamp" value=")[^"]*/, '$11/0/4'), 'rest')
    expect([again.status, await successions()]).toEqual([422, []])
    expect(again.text).toContain('Danh mục đơn vị vừa thay đổi')
  })

  test('on a press the rest is applied, the divided marked, and the page says what was left, once', async () => {
    const done = await press(shown, 'rest')
    expect([done.status, done.headers.location]).toEqual([303, `/units/${office}/import`])
    expect(await successions()).toEqual([{ divided: true }, { divided: true }])
    const { text } = await admin.get(`/units/${office}/import`)
    expect(text).toContain('Đã áp dụng 2/3 dòng của tệp “m.csv”')
    expect(text).toContain('1 dòng chưa áp dụng được')
    expect((await admin.get(`/units/${office}/import`)).text).not.toContain('Đã áp dụng')
    const log = await portal.db.selectFrom('audit').select('detail').orderBy('id', 'desc').executeTakeFirst()
    expect(log?.detail).toMatchObject({ file: 'm.csv', rest: true, lines: 2, communes: 2, problems: 1 })
  })

  test('whose line is cut in the middle has no rest: who knows what else is missing', async () => {
    const { status, text } = await upload(file.subarray(0, file.length - 9), 'm.csv', { from: '2026-12' })
    expect([status, text.includes('Áp dụng các dòng còn lại')]).toEqual([422, false])
  })

  test('of units: what stands under an office whose row is bad waits with it', async () => {
    const { text } = await upload(
      csv([
        head,
        'province,47,Tỉnh,Cũ,Tỉnh Cũ,,',
        'district,50,Huyện,Ba,Huyện Ba,47,',
        'commune,20599,Xã,Tư,Xã Tư,50,',
      ]),
    )
    expect(text).toContain('1/3 dòng áp dụng được ngay; 2 dòng dưới đây thì chưa.')
    expect(text).toContain('Cơ quan cấp trên (mã 50) chưa có trong Cổng')
  })
})

describe('an administrator imports for their own office only', () => {
  test("another office's communes are out of scope", async () => {
    await admin.post('/units/found', { province: '01' })
    const before = await count()
    const shown = await upload(
      csv([
        'level,code,type,name,full_name,parent_code',
        'province,01,Thành phố,Hà Nội,Thành phố Hà Nội,',
        'commune,99999,Xã,Lạ,Xã Lạ,01',
      ]),
    )
    expect(shown.text).toContain('Ngoài phạm vi của cơ quan: 2')
    expect(shown.text).toContain('không có gì mới')
    expect(await count()).toBe(before)
  })

  test("another office's former communes cannot be taken over by a merger", async () => {
    const columns =
      'old_province_code,old_district_code,old_code,old_name,new_province_code,new_code,new_name'
    const seen = await portal.db
      .selectFrom('unit')
      .select('code')
      .where('kind', '=', 'commune')
      .where('code', '=', '00004')
      .executeTakeFirst()
    expect(seen?.code).toBe('00004')
    const shown = await upload(csv([columns, '01,001,00004,Phường Ba Đình,51,23485,Xã Đăk Kôi']), 'm.csv', {
      from: '2026-11',
    })
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('thuộc cơ quan khác quản lý')
  })

  test('the national mapping again changes nothing', async () => {
    const shown = await upload(shipped('mapping-old-new-vn.csv'))
    expect(shown.text).toContain('Đã có trong Cổng: 102')
    expect(shown.text).toContain('không có gì mới')
  })
})

describe('founding an office by its province', () => {
  test('brings its communes, and says so when it is there already', async () => {
    expect((await admin.get('/units/found')).text).toContain('Tỉnh Gia Lai (135 đơn vị)')
    await admin.post('/units/found', { province: '52' })
    const id = await officeIn(portal.db, '52', month)
    expect(await unitsUnder(portal.db, id, month)).toHaveLength(135)
    const again = await admin.post('/units/found', { province: '52' })
    expect(again.headers.location).toBe('/units/found?done=officeThere')
  })

  test('a code that is no province is refused', async () => {
    expect((await admin.post('/units/found', { province: '99' })).status).toBe(422)
  })

  test('whoever founds it has no right to it by that', async () => {
    expect((await admin.get(`/units/${await officeIn(portal.db, '52', month)}`)).status).toBe(404)
  })
})

describe('for everybody else these pages are not there', () => {
  test.each(['nguyen.mai@sgd.example', 'y.hanh@dakrve.example', 'bui.ha@sgd.example'])('%s', async email => {
    const agent = portal.agent()
    await agent.signIn(email)
    for (const path of [
      '/units/found',
      `/units/${office}/import`,
      `/units/${office}/settings`,
      `/people/${office}`,
      `/audit/${office}`,
    ])
      expect([path, (await agent.get(path)).status]).toEqual([path, 404])
  })
})
