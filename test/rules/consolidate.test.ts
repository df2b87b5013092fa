import { asMonth } from '../../src/calendar/month.rules.ts'
import { changesBetween } from '../../src/consolidation/changes.rules.ts'
import { geometryOf } from '../../src/consolidation/geometry.rules.ts'
import { linesOf, pagesFor } from '../../src/consolidation/measure.rules.ts'
import type { Place } from '../../src/consolidation/place.rules.ts'
import { asciiName, fileNameOf, remarksOf, roman, shortRemark } from '../../src/consolidation/remark.rules.ts'
import { headCells, monthPlans, numberingOf } from '../../src/consolidation/sheet.rules.ts'
import { attachment } from '../../src/consolidation/snapshot-list.rules.ts'
import { type ConsolidationTable, isNested, rowsOf, tableHash } from '../../src/consolidation/table.rules.ts'
import { periodOf } from '../../src/consolidation/year.rules.ts'
import { sumOverYear, sumsOfMonth } from '../../src/consolidation/year-view.rules.ts'
import { columnsOf } from '../../src/reports/column.rules.ts'
import {
  communesOf,
  edition,
  figuresFor,
  livelyVersions,
  OFFICE,
  tableOf,
  versionOf,
  wholeNation,
} from '../support/consolidation.ts'

const commune = (id: number, name: string, parentId = OFFICE): Place => ({
  id,
  kind: 'commune',
  name,
  fullName: `Xã ${name}`,
  parentId,
})
const office = (id: number, name: string, parentId = OFFICE): Place => ({
  ...commune(id, name, parentId),
  kind: 'office',
})

const three = [commune(1, 'Đăk Rve'), commune(2, 'Đăk Kôi'), commune(3, 'Ia Chim')]
const columnAt = ({ columns }: ConsolidationTable, key: string) => columns.findIndex(it => it.key === key)
const sumOf = (table: ConsolidationTable, key: string) => table.totals[columnAt(table, key)]

describe('the table of an office and month', () => {
  it('lists every expected commune in Vietnamese order, whether it reported or not', () => {
    const table = tableOf({ units: [...three, commune(4, 'An Phú'), commune(5, 'Ân Hảo')], versions: [] })
    expect(rowsOf(table).map(it => it.name)).toEqual([
      'Xã An Phú',
      'Xã Ân Hảo',
      'Xã Đăk Kôi',
      'Xã Đăk Rve',
      'Xã Ia Chim',
    ])
  })

  it('never counts a missing commune as 0', () => {
    const table = tableOf({ units: three, versions: [versionOf(1)] })
    const missing = rowsOf(table).find(it => it.unitId === 2)
    expect(missing?.state).toBe('missing')
    expect(missing?.values.every(value => value === null)).toBe(true)
    expect(sumOf(table, 'neither')).toBe(
      rowsOf(table).find(it => it.unitId === 1)?.values[columnAt(table, 'neither')],
    )
    expect(table.counts).toEqual({ expected: 3, reported: 1, onTime: 1, late: 0, returned: 0, missing: 2 })
  })

  it('has no total where nobody reported, rather than 0', () => {
    const table = tableOf({ units: three, versions: [] })
    expect(table.totals.every(total => total === null)).toBe(true)
  })

  it('leaves a box nobody filled empty, in its row and in the sum over cohorts', () => {
    const figures: Record<string, number | null> = { ...figuresFor(1), 'neither@2025': null }
    const table = tableOf({ units: three, versions: [versionOf(1, { figures }), versionOf(2)] })
    const [first, second] = [1, 2].map(id => rowsOf(table).find(it => it.unitId === id))
    expect(first?.values[columnAt(table, 'neither')]).toBeNull()
    expect(first?.values[columnAt(table, 'neither@2024')]).not.toBeNull()
    expect(sumOf(table, 'neither')).toBe(second?.values[columnAt(table, 'neither')])
  })

  it('sums every column over those who reported', () => {
    const table = tableOf({ units: three, versions: three.map(it => versionOf(it.id)) })
    for (const [at, total] of table.totals.entries()) {
      const sum = rowsOf(table).reduce((all, row) => all + (row.values[at] ?? 0), 0)
      expect(total).toBe(sum)
    }
  })

  it('keeps counting a returned report, and marks it', () => {
    const table = tableOf({ units: three, versions: [versionOf(1, { state: 'returned' })] })
    expect(table.counts).toMatchObject({ reported: 1, returned: 1 })
    expect(remarksOf(rowsOf(table).find(it => it.unitId === 1) ?? never(), 'vi')).toBe('Trả lại, chờ gửi lại')
  })

  it('keeps counting the version before, while a correction awaits its leader', () => {
    const table = tableOf({ units: three, versions: [versionOf(1, { state: 'awaiting' })] })
    expect(rowsOf(table).find(it => it.unitId === 1)?.state).toBe('submitted')
  })

  it('tells late, nil and explanations in Ghi chú', () => {
    const version = versionOf(1, {
      onTime: false,
      firstSubmittedAt: new Date('2026-10-29T16:05:00+07:00'),
      nil: true,
      warnings: [{ code: 'W2', message: 'Số liệu thay đổi nhiều.' }],
      explanations: { W2: 'Đã rà soát.' },
      texts: { note: 'Có xác nhận của trường.' },
    })
    const row = rowsOf(tableOf({ units: three, versions: [version] })).find(it => it.unitId === 1) ?? never()
    expect(remarksOf(row, 'vi')).toBe(
      'Gửi muộn, ngày 29/10/2026; Không phát sinh; Đã rà soát.; Có xác nhận của trường.',
    )
    expect(row.explanations).toEqual([{ warning: 'Số liệu thay đổi nhiều.', text: 'Đã rà soát.' }])
  })

  it('asks each month of those who stood there then: predecessors before a merger, the successor after', () => {
    const before = tableOf({
      month: asMonth('2025-06'),
      units: [commune(1, 'Đăk Pne'), commune(2, 'Đăk Tờ Lung')],
      versions: [],
    })
    const after = tableOf({ month: asMonth('2025-07'), units: [commune(3, 'Kon Braih')], versions: [] })
    expect(before.counts.expected).toBe(2)
    expect(rowsOf(after).map(it => it.name)).toEqual(['Xã Kon Braih'])
  })
})

describe('an office above other offices', () => {
  const units = [
    office(10, 'Quảng Ngãi'),
    office(11, 'Gia Lai'),
    office(12, 'Đăk Hà', 10),
    commune(1, 'Trà Giang', 10),
    commune(2, 'Đăk Mar', 12),
    commune(3, 'Ia Grai', 11),
    commune(4, 'Ba Đình'),
  ]
  const versions = [1, 2, 3, 4].map(id => versionOf(id))

  it('has a block per office directly below it, its own communes first', () => {
    const table = tableOf({ units, versions })
    expect(isNested(table)).toBe(true)
    expect(table.blocks.map(it => [it.office.name, it.rows.length])).toEqual([
      ['Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi', 1],
      ['Xã Gia Lai', 1],
      ['Xã Quảng Ngãi', 2],
    ])
  })

  it('equals the sum of the offices below', () => {
    const above = tableOf({ units, versions })
    const below = above.blocks.map(({ office: it }) => {
      const own = units.filter(unit =>
        it.id === OFFICE
          ? unit.id === 4
          : [unit.parentId, unit.id].includes(it.id) || (unit.parentId === 12 && it.id === 10),
      )
      const places = own.filter(unit => unit.kind === 'commune').map(unit => ({ ...unit, parentId: it.id }))
      return tableOf({ office: it, units: places, versions })
    })
    for (const [at, total] of above.totals.entries())
      expect(total).toBe(below.reduce((sum, table) => sum + (table.totals[at] ?? 0), 0))
    expect(above.counts.expected).toBe(4)
  })

  it('holds all 3,321 communes of the nation in 34 blocks', () => {
    const nation = wholeNation()
    const table = tableOf({ units: nation, versions: livelyVersions(nation) })
    expect(table.blocks).toHaveLength(34)
    expect(table.counts.expected).toBe(3321)
    expect(table.counts.reported + table.counts.missing).toBe(3321)
  })
})

describe('changes between two tables', () => {
  const old = tableOf({ units: three, versions: [versionOf(1), versionOf(2)] })

  it('are none between equal tables, and none when a report was merely accepted', () => {
    expect(changesBetween(old, old)).toEqual([])
    const accepted = tableOf({ units: three, versions: [versionOf(1, { state: 'accepted' }), versionOf(2)] })
    expect(changesBetween(old, accepted)).toEqual([])
    expect(tableHash(accepted)).not.toBe(tableHash(old))
  })

  it('name each cell with what it was and what it is, and why', () => {
    const figures = { ...figuresFor(1), 'in_voc@2026': 7, 'in_voc@2025': 5 }
    const corrected = versionOf(1, { versionId: 7700, number: 2, reason: 'Đếm thiếu một lớp.', figures })
    const [change, ...others] = changesBetween(
      old,
      tableOf({ units: three, versions: [corrected, versionOf(2)] }),
    )
    expect(others).toEqual([])
    expect(change).toMatchObject({ unitId: 1, kind: 'corrected', reason: 'Đếm thiếu một lớp.', by: 'Y Lan' })
    expect(change?.cells.map(it => [it.column.key, it.from, it.to])).toEqual([
      ['in_voc', 15, 17],
      ['in_voc@2026', 5, 7],
    ])
  })

  it('tell who reported since, who joined and who left', () => {
    const now = tableOf({
      units: [three[0] ?? never(), three[2] ?? never(), commune(9, 'Mới')],
      versions: [versionOf(1), versionOf(3)],
    })
    expect(changesBetween(old, now).map(it => [it.unitId, it.kind])).toEqual([
      [3, 'reported'],
      [9, 'joined'],
      [2, 'left'],
    ])
  })

  it('survive being stored: a table read back hashes as it did', () => {
    const stored = JSON.parse(JSON.stringify(old)) as ConsolidationTable
    expect(tableHash(stored)).toBe(tableHash(old))
    expect(changesBetween(stored, old)).toEqual([])
  })
})

describe('columns on sheets', () => {
  const table = tableOf({ units: three, versions: [] })
  const shown = (key: string) => {
    const plan = monthPlans(table).find(it => it.key === key)
    return plan?.at.flatMap(at => table.columns[at] ?? []) ?? []
  }

  it('carry every box of the form, each once', () => {
    const all = monthPlans(table).flatMap(it => it.at.map(at => table.columns[at]?.key))
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(columnsOf(edition, new Set()).length + 9 * 3)
  })

  it('number the sums as the form checks them', () => {
    const [graduates] = shown('stock')
    expect(graduates && numberingOf(graduates)).toBe('(3)=(4)+(5)+(6)+(7)+(8)')
  })

  it('stand under merged heads that cover the sheet without overlap', () => {
    for (const { at } of monthPlans(table)) {
      const columns = at.flatMap(it => table.columns[it] ?? [])
      const covered = new Map<string, number>()
      for (const cell of headCells(columns, 'vi'))
        for (let row = cell.row; row < cell.row + cell.rows; row += 1)
          for (let column = cell.at; column < cell.at + cell.span; column += 1)
            covered.set(`${row} ${column}`, (covered.get(`${row} ${column}`) ?? 0) + 1)
      expect(covered.size).toBe(3 * columns.length)
      expect(Math.max(...covered.values())).toBe(1)
    }
  })

  it('give the reasons beside the situation when the office asks for them', () => {
    const asked = tableOf({ units: three, versions: [], switches: new Set(['reasons', 'poor']) })
    const situation = monthPlans(asked).find(it => it.key === 'situation')
    expect(situation?.at.map(at => asked.columns[at]?.code)).toEqual(
      expect.arrayContaining(['sit_idle', 'wish_vocational', 'rsn_poverty']),
    )
    expect(monthPlans(asked)[0]?.at.map(at => asked.columns[at]?.code)).toContain('poor')
  })
})

describe('a year', () => {
  const months = ['2026-09', '2026-10'].map(month =>
    sumsOfMonth(tableOf({ month: asMonth(month), units: three, versions: [versionOf(1), versionOf(2)] })),
  )
  it('adds movements over months, and never a stock', () => {
    const column = (key: string) => months[0]?.columns.find(it => it.key === key) ?? never()
    expect(sumOverYear(months, column('flow_new'))).toBe(2 * (1 + 2))
    expect(sumOverYear(months, column('neither'))).toBeNull()
  })
  it('is a month, a calendar year or a school year, and nothing else', () => {
    expect(periodOf('2026-10')?.kind).toBe('month')
    expect(periodOf('2026')?.months).toHaveLength(12)
    expect(periodOf('2025-2026')?.months[0]).toBe('2025-09')
    for (const text of ['', '26', '2026-13', '2025-2027', '1999', '2026-1']) expect(periodOf(text)).toBeNull()
  })
})

describe('what leaves the office', () => {
  it('is named in Vietnamese, with an ASCII twin', () => {
    const name = fileNameOf('Sở GD&ĐT/Quảng Ngãi', '2026-10', 7)
    expect(name).toBe('Tổng hợp 2026-10 - Sở GD&ĐT-Quảng Ngãi - bản số 7.xlsx')
    expect(asciiName(name)).toBe('tong-hop-2026-10-so-gd-dt-quang-ngai-ban-so-7.xlsx')
    expect(attachment(name)).toMatch(
      /^attachment; filename="[a-z0-9.-]+"; filename\*=UTF-8''T%E1%BB%95ng%20h/,
    )
  })
  it('keeps a long remark short on the sheet that is signed', () => {
    const text = shortRemark('Đã rà soát '.repeat(60), 'vi')
    expect(text.length).toBeLessThanOrEqual(255)
    expect(text).toMatch(/… \(xem trang Ghi chú và giải trình\)$/)
  })
})

describe('the paper', () => {
  it('wraps between words, and breaks a word only when it is longer than the line', () => {
    expect(linesOf('một hai ba', 7)).toBe(2)
    expect(linesOf('một\nhai', 20)).toBe(2)
    expect(linesOf('x'.repeat(25), 10)).toBe(3)
    expect(linesOf('', 10)).toBe(1)
  })
  it('never plans a page on which the signatures stand alone', () => {
    for (let count = 1; count <= 200; count += 1) {
      const rows = Array.from({ length: count }, () => 16.5)
      const pages = pagesFor({ page: 580, opening: 290, repeated: 110, rows, closing: 170 })
      const needed = 290 + count * 16.5 + 170 + (pages - 1) * 110
      const shrunk = needed / (pages * 580)
      const lastPage = needed - (pages - 1) * 580
      expect({ count, shrunk: shrunk <= 1.31, company: shrunk > 0.985 || lastPage > 110 + 170 + 16 }).toEqual(
        {
          count,
          shrunk: true,
          company: true,
        },
      )
    }
  })
  it('gives every figure column room for its total', () => {
    const units = communesOf('51')
    const table = tableOf({ units, versions: livelyVersions(units) })
    for (const plan of monthPlans(table)) {
      const { widths } = geometryOf(table, plan)
      for (const [index, at] of plan.at.entries())
        expect(widths[2 + index]).toBeGreaterThan(String(table.totals[at] ?? '').length)
    }
  })
  it('counts blocks in Roman numbers', () => {
    expect([1, 4, 9, 14, 34, 63].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIV', 'LXIII'])
  })
})

function never(): never {
  throw new Error('not in this story')
}
