import { asMonth } from '../../src/calendar/month.rules.ts'
import { loadRelatives } from '../../src/reports/unit-history.store.ts'
import { importMergers } from '../../src/units/merger-import.store.ts'
import { findOfficeByCode, findUnit, unitsUnder } from '../../src/units/unit.store.ts'
import { importUnits } from '../../src/units/unit-import.store.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { bytesOf, importQuangNgai, mergersOf, shipped, unitsOf } from '../support/units.ts'

const before = asMonth('2025-06')
const after = asMonth('2025-07')

describe('Kon Tum with districts, merged into Quảng Ngãi on 1/7/2025', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase()
    await importQuangNgai(database.db)
  })
  afterAll(() => database.drop())

  const officeIn = async (code: string, month = after) =>
    (await findOfficeByCode(database.db, code, month)) ?? 0

  test('96 communes stand under the new Sở, 102 stood under the ten Phòng of the old one', async () => {
    const now = await unitsUnder(database.db, await officeIn('51'), after)
    expect(now.map(({ kind }) => kind)).toEqual(Array(96).fill('commune'))
    const then = await unitsUnder(database.db, await officeIn('62', before), before)
    expect(then.filter(({ kind }) => kind === 'commune')).toHaveLength(102)
    expect(then.filter(({ kind }) => kind === 'office')).toHaveLength(10)
    expect(await officeIn('62')).toBe(0)
    expect(await officeIn('51', before)).toBe(0)
  })

  test('the Ministry has been there since the first month of any unit', async () => {
    const ministry = await officeIn('BGDDT', asMonth('2023-10'))
    const below = await unitsUnder(database.db, ministry, asMonth('2023-10'))
    expect(below.filter(({ kind }) => kind === 'commune')).toHaveLength(102)
    expect(await unitsUnder(database.db, ministry, after)).toHaveLength(97)
  })

  test('an old commune bears its local name, reports to its Phòng, and is found under both spellings', async () => {
    const phong = await officeIn('614', before)
    const communes = await unitsUnder(database.db, phong, before)
    expect(communes.map(({ fullName }) => fullName)).toContain('Xã Đăk Tơ Lung')
    const kroong = (await unitsUnder(database.db, await officeIn('610', before), before)).find(
      it => it.code === '23371',
    )
    expect([kroong?.fullName, kroong?.search]).toEqual(['Xã Đăk Kroong', 'xa dak kroong'])
    const bo = (await unitsUnder(database.db, await officeIn('611', before), before)).find(
      it => it.name === 'Pờ Y',
    )
    expect(bo?.search).toBe('xa po y xa bo y')
  })

  test('an office has the head of its papers', async () => {
    const rows = await database.db
      .selectFrom('office')
      .innerJoin('unit', 'unit.id', 'office.unit_id')
      .innerJoin('unit_name', 'unit_name.unit_id', 'unit.id')
      .select(['code', 'full_name', 'settings'])
      .where('code', 'in', ['51', '614', 'BGDDT'])
      .orderBy('code')
      .execute()
    expect(rows).toEqual([
      {
        code: '51',
        full_name: 'Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi',
        settings: {
          superiorName: 'UBND TỈNH QUẢNG NGÃI',
          agencyName: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
          place: 'Quảng Ngãi',
          signerTitle: 'GIÁM ĐỐC',
        },
      },
      {
        code: '614',
        full_name: 'Phòng Giáo dục và Đào tạo huyện Kon Rẫy',
        settings: {
          superiorName: 'UBND HUYỆN KON RẪY',
          agencyName: 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
          place: 'Kon Rẫy',
          signerTitle: 'TRƯỞNG PHÒNG',
        },
      },
      {
        code: 'BGDDT',
        full_name: 'Bộ Giáo dục và Đào tạo',
        settings: { agencyName: 'BỘ GIÁO DỤC VÀ ĐÀO TẠO', place: 'Hà Nội', signerTitle: 'BỘ TRƯỞNG' },
      },
    ])
  })

  test('a reused code means the old commune before the merger and the new one after', async () => {
    const now = (await unitsUnder(database.db, await officeIn('51'), after)).find(it => it.code === '23284')
    expect(now?.fullName).toBe('Phường Đăk Cấm')
    const predecessors = await loadRelatives(database.db, now?.id ?? 0)
    const names = await Promise.all(predecessors.map(it => findUnit(database.db, it.id, before)))
    expect(names.map(it => it?.fullName).sort()).toEqual(['Phường Duy Tân', 'Phường Ngô Mây', 'Xã Đăk Cấm'])
    expect(names.every(it => it?.validUntil === '2025-07')).toBe(true)
  })

  test('whoever works for the new Sở reaches the reports of the old Phòng and its communes', async () => {
    const phong = await findUnit(database.db, await officeIn('614', before), after)
    expect(phong?.offices).toContain(await officeIn('51'))
    const [commune] = await unitsUnder(database.db, phong?.id ?? 0, before)
    expect((await findUnit(database.db, commune?.id ?? 0, after))?.offices).toContain(await officeIn('51'))
  })

  test('the same files a second time change nothing and say so', async () => {
    const count = async () => (await database.db.selectFrom('unit_name').select('unit_id').execute()).length
    const names = await count()
    await database.db.transaction().execute(async trx => {
      const units = await importUnits(trx, unitsOf(shipped('units-2025.csv')), {
        effectiveFrom: after,
        provinces: ['51'],
      })
      expect([units.offices.size, units.communes.size, units.already]).toEqual([0, 0, 97])
      const mergers = await importMergers(trx, mergersOf(shipped('mapping-2023-2025-kon-tum.csv')), {
        effectiveMonth: after,
      })
      expect(mergers).toMatchObject({ communes: 0, offices: 0, already: 102, outside: 0, problems: [] })
      const nation = await importMergers(trx, mergersOf(shipped('mapping-old-new-vn.csv')), {
        effectiveMonth: after,
      })
      expect(nation).toMatchObject({ communes: 0, offices: 0, already: 102, outside: 10_500, problems: [] })
    })
    expect(await count()).toBe(names)
  })
})

test('communes merged later end with the month of the merger, and so does their reporting', async () => {
  const database = await openTestDatabase()
  await importQuangNgai(database.db)
  const september = asMonth('2026-09')
  const units = unitsOf(
    bytesOf(
      'level,code,type,name,full_name,parent_code\nprovince,51,Tỉnh,Quảng Ngãi,Tỉnh Quảng Ngãi,\ncommune,23999,Xã,Mới,Xã Mới,51\n',
    ),
  )
  const columns = 'old_province_code,old_district_code,old_code,old_name,new_province_code,new_code,new_name'
  const mergers = mergersOf(
    bytesOf(
      `${columns}\n51,,23485,Xã Đăk Kôi,51,23999,Xã Mới\n51,,23479,Xã Đăk Rve,51,23497,Xã Kon Braih\n51,,23497,Xã Kon Braih,51,23497,Xã Kon Braih\n`,
    ),
  )
  await database.db.transaction().execute(async trx => {
    await importUnits(trx, units, { effectiveFrom: september })
    const done = await importMergers(trx, mergers, { effectiveMonth: september, document: 'Nghị quyết 1' })
    expect(done).toMatchObject({ communes: 2, offices: 0, already: 1, outside: 0, problems: [] })
  })
  const office = (await findOfficeByCode(database.db, '51', september)) ?? 0
  const codesIn = async (month: typeof september) =>
    (await unitsUnder(database.db, office, month))
      .map(({ code }) => code)
      .filter(code => ['23479', '23485', '23497', '23999'].includes(code))
      .sort()
  expect(await codesIn(asMonth('2026-08'))).toEqual(['23479', '23485', '23497'])
  expect(await codesIn(september)).toEqual(['23497', '23999'])
  await database.drop()
})

test("the nation's 34 offices and 3,321 communes are one quick import, with the names they took later", async () => {
  const database = await openTestDatabase()
  const parsed = unitsOf(shipped('units-2025.csv'))
  await database.db.transaction().execute(async trx => {
    const { offices, communes, problems } = await importUnits(trx, parsed, { effectiveFrom: after })
    expect([offices.size, communes.size, problems]).toEqual([34, 3321, []])
  })
  const office = (await findOfficeByCode(database.db, '75', after)) ?? 0
  expect((await findUnit(database.db, office, after))?.fullName).toBe('Sở Giáo dục và Đào tạo tỉnh Đồng Nai')
  expect((await findUnit(database.db, office, asMonth('2026-07')))?.fullName).toBe(
    'Sở Giáo dục và Đào tạo thành phố Đồng Nai',
  )
  await database.drop()
})
