import { asMonth } from '../../src/calendar/month.rules.ts'
import type { Cell, Sheet } from '../../src/files/book.rules.ts'
import { layoutOf } from '../../src/reports/template-layout.rules.ts'
import type { Stamp } from '../../src/reports/template-stamp.rules.ts'
import { stampOf } from '../../src/reports/template-stamp.rules.ts'
import { claimOf, faultIn, filledFrom } from '../../src/reports/upload-sheet.rules.ts'
import { boxes, COHORTS, firstEdition } from '../support/sound-report.ts'

const unit = { id: 7, code: '23485', name: 'Xã Đăk Kôi' }
const form = { edition: firstEdition, cohorts: COHORTS, fields: boxes(), month: asMonth('2026-11'), unit }
const layout = layoutOf(form)

/** The printed sheet with some boxes filled, as the reader hands it over. */
function sheetWith(filled: Record<string, Cell>, name = 'Xã Đăk Kôi'): Sheet {
  const printed = layout.labels.map(
    ({ address, text }) => [address, { value: text, formula: false }] as const,
  )
  const cells = new Map<string, Cell>([...printed, ...Object.entries(filled)])
  return { name, hidden: false, rows: layout.rows, columns: layout.columns, cells, merges: [] }
}

const box = (name: string) => layout.cells.get(name) ?? ''
const read = (filled: Record<string, Cell>) =>
  filledFrom(sheetWith(filled), layout, { unitId: 7, fresh: { flow_new: '0' } })

describe('a sheet of a template', () => {
  it('is known by the mark in its first cell, in whatever book and under whatever name it lies', () => {
    expect(claimOf(sheetWith({}, 'Sheet1'), [])).toEqual({ month: '2026-11', unitCode: '23485', stamp: null })
  })

  it('is what its own mark says when a stamp for a sheet of that name says otherwise', () => {
    const other = { ...stampOf('Xã Đăk Kôi', layout, { revision: 0, sent: 0 }), unitCode: '1' } as Stamp
    expect(claimOf(sheetWith({}), [other])).toMatchObject({ unitCode: '23485', stamp: null })
  })

  it('is read though its commune was renamed since, and not when a label reads otherwise', () => {
    const [unitCell] = layout.slots.filter(it => it.role === 'unit').map(it => it.address)
    const renamed = sheetWith({ [unitCell ?? '']: { value: 'Xã cũ', formula: false } })
    expect(faultIn(renamed, layout, null)).toBeNull()
    const moved = sheetWith({ A2: { value: 'x', formula: false } })
    expect(faultIn(moved, layout, null)).toMatchObject({ key: 'upload.edited', params: { cell: 'A2' } })
  })

  it('is of an older form when its seal is, and edited when only its labels are', () => {
    const stamp = stampOf('Xã Đăk Kôi', layout, { revision: 0, sent: 0 })
    const moved = sheetWith({ A2: { value: 'x', formula: false } })
    expect(faultIn(moved, layout, stamp)).toMatchObject({ key: 'upload.edited' })
    expect(faultIn(moved, layout, { ...stamp, seal: '0' })).toMatchObject({ key: 'upload.older' })
  })

  it('takes a formula for the result saved with it, says so, and takes one without a result for empty', () => {
    const { filled, remarks } = read({
      [box('neither@2026')]: { value: 12, formula: true },
      [box('female@2026')]: { value: null, formula: true },
    })
    expect(filled.raw).toMatchObject({ 'neither@2026': '12', 'female@2026': '' })
    expect(remarks.map(it => [it.key, it.params.cells])).toEqual([
      ['upload.formulas', box('neither@2026')],
      ['upload.noResult', box('female@2026')],
    ])
  })

  it('gives half a person as it was typed, so that the box is refused and not rounded', () => {
    expect(read({ [box('neither@2026')]: { value: 1.5, formula: false } }).filled.raw['neither@2026']).toBe(
      '1,5',
    )
  })

  it('is blank while it holds only what a new form starts with', () => {
    expect(read({ [box('flow_new')]: { value: 0, formula: false } }).blank).toBe(true)
    expect(read({ [box('flow_new')]: { value: 1, formula: false } }).blank).toBe(false)
  })
})
