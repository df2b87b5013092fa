import { asMonth, type Month } from '../../src/calendar/month.rules.ts'
import { editionFor } from '../../src/reports/edition.store.ts'
import { openReport } from '../../src/reports/open-report.store.ts'
import { loadBefore } from '../../src/reports/review.store.ts'
import { buildHistory } from '../../src/reports/unit-history.rules.ts'
import { loadRelatives, loadReportedMonths } from '../../src/reports/unit-history.store.ts'
import { originsView, viewMonth } from '../../src/reports/unit-history-view.rules.ts'
import { importUnitFile, type UnitFile } from '../../src/units/import-units.ts'
import { problemFile } from '../../src/units/problem-file.rules.ts'
import { countKinds, type RowProblem } from '../../src/units/row-problem.rules.ts'
import { findUnit, unitsUnder } from '../../src/units/unit.store.ts'
import { openTestDatabase, type TestDatabase } from '../support/portal.ts'
import { everyoneReports, figuresOf, prepareReports, rowsOf, textOf, unitsBefore } from '../support/reform.ts'
import { queriesDuring } from '../support/review.ts'
import { bytesOf, communeIn, officeIn, shipped } from '../support/units.ts'

const [april, may, june] = [asMonth('2025-04'), asMonth('2025-05'), asMonth('2025-06')]
const [july, august] = [asMonth('2025-07'), asMonth('2025-08')]

let database: TestDatabase
const importing = (bytes: Uint8Array, more: Partial<UnitFile> = {}) =>
  importUnitFile(
    database.db,
    { actor: { id: null, name: 'Hồ Minh Quân' }, now: new Date('2025-07-01T08:00:00+07:00') },
    { bytes, fileName: 'tệp.csv', within: null, ...more },
  )
const mergers = (...lines: string[]) =>
  bytesOf(
    `old_province_code,old_district_code,old_code,old_name,new_province_code,new_code,new_name\n${lines.join('\n')}\n`,
  )

/** A commune's months as its page has them. */
async function historyOf(id: number, last: Month) {
  const unit = await findUnit(database.db, id, last)
  if (!unit) throw new Error(`No unit ${id}`)
  const relatives = await loadRelatives(database.db, id)
  const reports = await loadReportedMonths(database.db, [id, ...relatives.map(it => it.id)])
  const { edition } = await editionFor(database.db, last)
  const months = buildHistory({ unit: { ...unit, name: unit.fullName }, relatives, reports, edition, last })
  const context = { lang: 'vi' as const, unitId: id, extensions: new Map(), running: last, mayAct: false }
  return { relatives, months, shown: new Map(months.map(it => [it.month, viewMonth(it, context)])) }
}

const add = (codes: readonly string[]) => {
  const all = codes.map(figuresOf)
  return {
    neither: all.reduce((sum, it) => sum + it.neither, 0),
    unknown: all.reduce((sum, it) => sum + it.unknown, 0),
  }
}

describe('the reform of 2025 in Kon Tum, with the months reported before it', () => {
  /** What the file says: the former communes of each new one, by code. */
  const made = new Map<string, string[]>()
  for (const { old_code = '', new_code = '' } of rowsOf('mapping-2023-2025-kon-tum.csv'))
    made.set(new_code, [...(made.get(new_code) ?? []), old_code])
  /** A commune that sent nothing in May. */
  const silent = rowsOf('mapping-2023-2025-kon-tum.csv')[0]?.old_code ?? ''
  const successors = new Map<string, number>()

  beforeAll(async () => {
    database = await openTestDatabase()
    await prepareReports(database)
    await importing(shipped('units-2023-kon-tum.csv'))
    await everyoneReports(database, april)
    await everyoneReports(database, may, [silent])
    await everyoneReports(database, june)
    await importing(shipped('units-2025.csv'), { provinces: ['51'] })
    await importing(shipped('mapping-2023-2025-kon-tum.csv'), { from: july })
    for (const code of made.keys()) successors.set(code, await communeIn(database.db, code, july))
  })
  afterAll(() => database.drop())

  test('102 communes became exactly 40, each of them the one that the file names', async () => {
    const { rows } = await database.pool.query(
      `select p.code as old, s.code as new from succession x join unit p on p.id = x.predecessor_id
       join unit s on s.id = x.successor_id where p.kind = 'commune' order by 1`,
    )
    expect([made.size, rows.length, new Set(rows.map(it => it.new)).size]).toEqual([40, 102, 40])
    const file = rowsOf('mapping-2023-2025-kon-tum.csv').map(it => ({ old: it.old_code, new: it.new_code }))
    expect(rows).toEqual(file.sort((a, b) => ((a.old ?? '') < (b.old ?? '') ? -1 : 1)))
  })

  test('until June the 102 are expected to report, from July on the 40, and never both', async () => {
    const ministry = async (month: Month) => {
      const units = await unitsUnder(database.db, await officeIn(database.db, 'BGDDT', month), month)
      return new Set(units.filter(it => it.kind === 'commune').map(it => it.id))
    }
    const [before, after] = [await ministry(june), await ministry(july)]
    expect([before.size, after.size]).toEqual([102, 96])
    expect([...successors.values()].filter(id => after.has(id))).toHaveLength(40)
    expect([...before].filter(id => after.has(id))).toEqual([])
  })

  test("each successor's history of the months before is the sum of what it was made of", async () => {
    for (const [code, id] of successors) {
      const { months } = await historyOf(id, august)
      const at = (month: Month) => months.find(it => it.month === month)
      expect([code, at(june)]).toEqual([code, expect.objectContaining(add(made.get(code) ?? []))])
      expect(at(june)?.parts).toHaveLength(made.get(code)?.length ?? 0)
      expect([at(july)?.parts.map(it => it.unitId), at(july)?.merged]).toEqual([[id], false])
    }
  })

  test('its first form and the board compare with the same sums', async () => {
    const office = await officeIn(database.db, '51', july)
    const before = await loadBefore(database.db, {
      unitIds: [...successors.values()],
      month: july,
      before: june,
      columns: [['neither@2024'], ['unknown@2024']],
    })
    for (const [code, id] of successors) {
      const { neither, unknown } = add(made.get(code) ?? [])
      expect([code, before.get(id)]).toEqual([code, [neither, unknown]])
    }
    const [code = '', id = 0] = [...successors][0] ?? []
    const unit = { id, code, fullName: '', validFrom: july, parentId: office }
    const open = await openReport(database.db, { unit, month: july })
    expect(open.before.figures).toEqual({
      'neither@2024': add(made.get(code) ?? []).neither,
      'unknown@2024': add(made.get(code) ?? []).unknown,
    })
  })

  test('a month in which one of them sent nothing is incomplete: the sum names who, and takes it for no 0', async () => {
    const [code = '', former = []] = [...made].find(([, codes]) => codes.includes(silent)) ?? []
    const { shown } = await historyOf(successors.get(code) ?? 0, july)
    const others = former.filter(it => it !== silent)
    expect(shown.get(may)).toMatchObject({ incomplete: true, neither: String(add(others).neither) })
    expect(shown.get(may)?.note).toContain('Phường Quang Trung không gửi, không tính là 0')
    expect(shown.get(april)).toMatchObject({ incomplete: false, neither: String(add(former).neither) })
    const unit = await findUnit(database.db, successors.get(code) ?? 0, july)
    const open = await openReport(database.db, {
      unit: { ...unit, parentId: unit?.parentId ?? 0 } as never,
      month: july,
    })
    expect([open.earlier[0]?.figures, open.earlier[0]?.absent]).toEqual([null, ['Phường Quang Trung']])
  })

  test('a merger on top of a merger: sums follow the chain, and a circle in the data ends by itself', async () => {
    const [[first = '', left = []] = [], [second = '', right = []] = []] = [...made].slice(-2)
    await everyoneReports(database, july)
    await importing(
      bytesOf(
        'level,code,type,name,full_name,parent_code\nprovince,51,Tỉnh,Quảng Ngãi,Tỉnh Quảng Ngãi,\ncommune,23999,Xã,Mới,Xã Mới,51\n',
      ),
      { from: august },
    )
    const nameOf = async (code: string) =>
      (await findUnit(database.db, successors.get(code) ?? 0, july))?.fullName ?? ''
    const rows = await Promise.all(
      [first, second].map(async code => `51,,${code},${await nameOf(code)},51,23999,Xã Mới`),
    )
    const done = await importing(mergers(...rows), { from: august })
    expect(done).toMatchObject({ applied: true, communes: 2, offices: 0, problems: [] })
    const id = await communeIn(database.db, '23999', august)
    // What no import lets in: a unit that comes out of itself.
    await database.pool.query(
      `insert into succession (predecessor_id, successor_id, effective_month) values ($1, $2, '2025-07')`,
      [id, successors.get(first)],
    )
    const { shown, relatives } = await historyOf(id, august)
    const grandparents = add([...left, ...right])
    expect(shown.get(june)).toMatchObject({ neither: String(grandparents.neither), incomplete: false })
    expect(shown.get(july)?.neither).toBe(String(add([first, second]).neither))
    expect(relatives.filter(it => it.side === 'before' && it.via === null)).toHaveLength(2)
    const unit = { id, code: '23999', fullName: 'Xã Mới', validFrom: august, parentId: 0 }
    const open = await openReport(database.db, { unit, month: august })
    expect(open.earlier[0]?.figures?.['neither@2024']).toBe(grandparents.neither)
    const query = { unitIds: [id], month: august, before: june, columns: [['neither@2024']] }
    expect((await loadBefore(database.db, query)).get(id)).toEqual([grandparents.neither])
  })

  test('a commune recorded as whole is divided from the day that another successor of it is imported', async () => {
    const october = asMonth('2025-10')
    await importing(mergers('51,,23485,Xã Đăk Kôi,51,23497,Xã Kon Braih'), { from: october })
    const flags = async () => {
      const { rows } = await database.pool.query(
        'select divided from succession where predecessor_id = $1 order by successor_id',
        [successors.get('23485')],
      )
      return rows.map(it => it.divided)
    }
    expect(await flags()).toEqual([false])
    await importing(mergers('51,,23485,Xã Đăk Kôi,51,23479,Xã Đăk Rve'), { from: october })
    expect(await flags()).toEqual([true, true])
  })

  test('what a unit took over after it had given a part away is no past of that part', async () => {
    const [giver = 0, joining = 0] = [...successors.values()]
    const { rows } = await database.pool.query(
      `with part as (insert into unit (kind, code, valid_from) values ('commune', '23998', '2025-08') returning id),
         named as (insert into unit_name select id, '2025-08', 'Xã', 'Phần', 'Xã Phần', 'xa phan' from part),
         kin as (insert into succession select $1::int, id, '2025-08', true from part
           union all select $2::int, $1::int, '2025-09', false)
       select id from part`,
      [giver, joining],
    )
    const unit = { id: rows[0].id, code: '23998', fullName: 'Xã Phần', validFrom: august, parentId: 0 }
    const { relatives } = await historyOf(unit.id, asMonth('2025-09'))
    expect(relatives.filter(it => it.effectiveMonth >= august).map(it => [it.id, it.part])).toEqual([
      [giver, true],
    ])
    const { earlier } = await openReport(database.db, { unit, month: asMonth('2025-09') })
    const name = relatives.find(it => it.id === giver)?.name
    expect([earlier[0]?.figures, earlier[0]?.absent]).toEqual([null, [name]])
  })
})

describe("the nation's reform, from a file with slips", () => {
  const mapping = rowsOf('mapping-old-new-vn.csv')
  const lines = textOf('mapping-old-new-vn.csv').split('\r\n')
  const at = (text: string) => lines.findIndex(it => it.includes(text))
  /** The five lines as they were in circulation, a lost zero, a line twice, a name that is not the code's. */
  const slips = lines.map((line, index) => {
    if (line.endsWith('06978,Xã Ba Chẽ')) return line.replace('06978', '06970')
    if (index === 1) return line.replace(',00001,', ',1,')
    if (index === at(',00004,Phường Trúc Bạch')) return line.replace('Trúc Bạch', 'Ngọc Khánh')
    return line
  })
  slips.splice(10, 0, slips[9] ?? '')
  const file = bytesOf(slips.join('\r\n'))
  /** The portal has never heard of one district. */
  const known = mapping.filter(it => it.old_district_code !== '614')
  const left = mapping.length - known.length
  let problems: RowProblem[] = []

  beforeAll(async () => {
    database = await openTestDatabase()
    const before = await importing(unitsBefore(known))
    expect(before).toMatchObject({ applied: true, communes: 10_035 - left, offices: 63 + 695, problems: [] })
    await importing(shipped('units-2025.csv'))
  })
  afterAll(() => database.drop())

  test('the rest is applied, in a handful of statements: every line is applied or reported, each slip by its kind', async () => {
    let done: Awaited<ReturnType<typeof importing>> | undefined
    const statements = await queriesDuring(async () => {
      done = await importing(file, { rest: true })
    })
    problems = done?.problems ?? []
    expect(done).toMatchObject({ applied: true, total: 10_603, lines: 10_595 - left, already: 0, outside: 0 })
    expect((done?.lines ?? 0) + problems.length).toBe(10_603)
    expect(Object.fromEntries(countKinds(problems))).toEqual({
      predecessor: left,
      successor: 5,
      row: 2,
      name: 1,
    })
    expect(statements).toBeLessThan(16)
  })

  test('the log holds the counts and how many lines were left', async () => {
    const { rows } = await database.pool.query(
      `select detail from audit where act = 'unit.import' order by id desc`,
    )
    expect(rows[0].detail).toMatchObject({ rest: true, problems: left + 8, lines: 10_595 - left })
  })

  test('the lines left, corrected in their own file, make it whole: 10,602 rows, 1,033 of divided communes', async () => {
    await importing(unitsBefore(mapping.filter(it => it.old_district_code === '614')))
    const mended = problemFile(file, problems, 'vi')
      .replaceAll(',06970,Xã', ',06978,Xã')
      .replace(',1,Phường', ',00001,Phường')
      .replace('Ngọc Khánh,False', 'Trúc Bạch,False')
    const done = await importing(bytesOf(mended))
    expect(done.problems.map(it => it.reason)).toEqual([])
    expect([done.total, done.lines, done.already]).toEqual([left + 8, left + 7, 1])
    const whole = await importing(shipped('mapping-old-new-vn.csv'))
    expect(whole).toMatchObject({ applied: true, total: 10_602, lines: 0, already: 10_602, problems: [] })
    const { rows } = await database.pool.query(
      `select count(*) filter (where s.divided)::int as divided, count(*)::int as communes,
         count(distinct predecessor_id) filter (where s.divided)::int as "dividedUnits"
       from succession s join unit u on u.id = s.predecessor_id where u.kind = 'commune'`,
    )
    expect(rows).toEqual([{ divided: 1033, communes: 10_597, dividedUnits: 471 }])
  })

  test('a divided commune stands apart in the history of each that has a part of it, with where it went', async () => {
    await prepareReports(database)
    await everyoneReports(database, june)
    // Phường Cống Vị went to Giảng Võ and Ngọc Hà; Phường Vĩnh Phúc went whole to Ngọc Hà.
    const { shown, months, relatives } = await historyOf(await communeIn(database.db, '00008', july), july)
    const whole = mapping.filter(it => it.new_code === '00008' && it.is_divided === 'False')
    const divided = mapping.filter(it => it.new_code === '00008' && it.is_divided === 'True')
    expect(shown.get(june)?.neither).toBe(String(add(whole.map(it => it.old_code ?? '')).neither))
    expect(months.find(it => it.month === june)?.over).toBe(whole.length)
    expect(
      shown
        .get(june)
        ?.apart.map(it => it.name)
        .sort(),
    ).toEqual(divided.map(it => it.old_name).sort())
    expect(originsView(relatives, 'vi').map(it => it.text)).toContain(
      'Phường Cống Vị đã chia về 2 đơn vị (Phường Ngọc Hà, Phường Giảng Võ): số liệu cũ không tách được.',
    )
  })
})
