import { fillFrom, type TableUnit, unitNames } from '../../src/reports/table-fill.rules.ts'
import { type Grid, guessFrame, headsOf, turnedGrid } from '../../src/reports/table-grid.rules.ts'
import { keptMatch, recalledMatch, yearIn } from '../../src/reports/table-match.rules.ts'

const name = (fullName: string) => ({ fullName, name: fullName.replace(/^(Xã|Phường) /, '') })
const units: TableUnit[] = [
  { id: 1, ...name('Xã Măng Đen'), before: [name('Xã Măng Đen'), name('Xã Hiếu')] },
  { id: 2, ...name('Xã Kon Plông'), before: [] },
  { id: 3, ...name("Xã Ia H'Drai"), before: [] },
]
const gridOf = (rows: Grid['rows'], merges: string[] = []): Grid => ({ name: 'Biểu', rows, merges })
const fill = (rows: Grid['rows']) =>
  fillFrom({
    grid: gridOf([['Xã', 'Số em'], ...rows]),
    frame: { head: 1, data: 2, turned: false },
    match: { 2: 'neither@2026' },
    unitColumn: 1,
    units,
  })

describe('the communes of a table', () => {
  it('are known with and without their kind, in any spelling and numbering', () => {
    const find = unitNames(units)
    expect(find('2. KON PLÔNG')?.unitId).toBe(2)
    expect(find('Xã Ia H’ Drai')?.unitId).toBe(3)
    expect(find('Hiếu')).toEqual({ unitId: 1, part: 'Xã Hiếu' })
    expect(find('Kon')).toBeNull()
  })

  it('give nobody when two bear the name', () => {
    const twins = [
      { id: 1, ...name('Xã Tân Lập'), before: [] },
      { id: 2, ...name('Phường Tân Lập'), before: [] },
    ]
    expect(unitNames(twins)('Tân Lập')).toBeNull()
    expect(unitNames(twins)('phường tân lập')?.unitId).toBe(2)
  })
})

describe('the figures of a table', () => {
  it('of former communes are added when all are there, also under a name that lives on', () => {
    const { sheets } = fill([
      ['Xã Măng Đen', 3],
      ['Xã Hiếu', 4],
    ])
    expect(sheets).toMatchObject([
      { unitId: 1, raw: { 'neither@2026': '7' }, cells: { 'neither@2026': 'B2; B3' } },
    ])
  })

  it('of one former commune are not taken for the whole', () => {
    const { sheets, remarks } = fill([['Xã Hiếu', 4]])
    expect(sheets).toEqual([])
    expect(remarks[0]).toMatchObject({
      kind: 'error',
      key: 'match.partOnly',
      params: { missing: 'Xã Măng Đen' },
    })
  })

  it('leave a box alone where the cell is empty, and keep what is no figure as it was typed', () => {
    const { sheets } = fill([
      ['Kon Plông', null],
      ["Ia H'Drai", '12 em'],
    ])
    expect(sheets.map(it => it.raw)).toEqual([{ 'neither@2026': '12 em' }])
  })

  it('are not taken when a commune stands twice', () => {
    const { remarks } = fill([
      ['Kon Plông', 1],
      ['Xã Kon Plông', 2],
    ])
    expect(remarks[0]).toMatchObject({ key: 'match.twice', params: { rows: '2, 3' } })
  })
})

describe('the heads of a table', () => {
  const grid = gridOf(
    [
      ['BIỂU 1'],
      ['TT', 'Xã', 'Trong đó'],
      [null, null, 'Nữ', 'Dân tộc'],
      ['(1)', '(2)', '(3)', '(4)'],
      [1, 'Kon Plông', 5, 6],
    ],
    ['C2:D2'],
  )
  it('are found above the first commune, merged ones over all their columns', () => {
    const frame = { ...guessFrame(grid, text => text === 'Kon Plông'), turned: false }
    expect(frame).toMatchObject({ head: 2, data: 5 })
    expect(headsOf(grid, frame).map(it => it.text)).toEqual([
      'TT',
      'Xã',
      'Trong đó – Nữ',
      'Trong đó – Dân tộc',
    ])
  })
  it('may stand in rows', () => {
    expect(turnedGrid(gridOf([['Nữ', 5], ['Nam']], ['A1:B1']))).toMatchObject({
      rows: [['Nữ', 'Nam'], [5]],
      merges: ['A1:A2'],
    })
  })
  it('name a graduation by its year or the end of its school year', () => {
    expect([yearIn('Tốt nghiệp 2025'), yearIn('Năm học 2024 - 2025'), yearIn('Nữ')]).toEqual([
      2025,
      2025,
      null,
    ])
  })
})

describe('a kept match', () => {
  it('moves on with the cohorts', () => {
    const kept = keptMatch({ 3: 'neither@2026', 4: 'sit_idle' }, [2026, 2025])
    const indicator = {
      code: 'x',
      label: { vi: 'x', en: 'x' },
      scope: 'all',
      type: 'count',
      required: true,
    } as const
    const fields = ['neither@2027', 'sit_idle'].map(it => ({
      name: it,
      indicator,
      cohort: null,
      section: 's',
    }))
    expect(recalledMatch(kept, [2027, 2026], fields)).toEqual({ 3: 'neither@2027', 4: 'sit_idle' })
  })
})
