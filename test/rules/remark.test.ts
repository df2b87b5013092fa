import { isOpen, type Remark, readRemark, remarksByBox } from '../../src/reports/remark.rules.ts'
import { hasFault, readRows, rowsShown, rowViews } from '../../src/reports/return.rules.ts'
import { boxes, firstEdition } from '../support/sound-report.ts'

const form = { edition: firstEdition, fields: boxes() }
const at = new Date('2026-11-24T01:00:00Z')
const remark = (given: Partial<Remark>): Remark => ({
  ...{ id: 1, version: 1, field: 'neither@2026', text: 'Đề nghị rà soát.', by: 'Nguyễn Thị Mai', at },
  ...{ kind: 'return', side: 'office', settled: null, next: null },
  ...given,
})

describe('a remark at a box', () => {
  it('stands at it until the next version, which settles it', () => {
    const sentence = 'Cơ quan yêu cầu xem lại: Đề nghị rà soát.'
    expect([...remarksByBox([remark({})], 'vi')]).toEqual([['neither@2026', sentence]])
    expect(remarksByBox([remark({ next: { number: 2, at } })], 'vi').size).toBe(0)
  })

  it('is one text with another at the same box, and a note at none asks for nothing', () => {
    const two = remarksByBox([remark({}), remark({ id: 2, kind: 'question', text: 'Có thêm ai?' })], 'vi')
    expect(two.get('neither@2026')).toBe('Cơ quan yêu cầu xem lại: Đề nghị rà soát. Cơ quan hỏi: Có thêm ai?')
    expect(isOpen(remark({ kind: 'note' }))).toBe(false)
  })

  it('of the commune is open until the office has read it, whatever version comes', () => {
    const said = remark({ side: 'commune', kind: 'answer', next: { number: 2, at } })
    expect(isOpen(said)).toBe(true)
    expect(isOpen({ ...said, settled: { by: 'Nguyễn Thị Mai', at } })).toBe(false)
  })
})

describe('what is said', () => {
  it('is cleaned, not empty, not too long, and names no pupil', () => {
    expect(readRemark('  Đã rà soát. ', 'vi')).toEqual({ text: 'Đã rà soát.', error: null })
    expect(readRemark(' ', 'vi').error).toBe('Đề nghị ghi nội dung.')
    expect(readRemark('a'.repeat(501), 'vi').error).toContain('500')
    expect(readRemark('Em Nguyễn Văn Nam bỏ học', 'vi').error).toContain('họ tên')
    expect(readRemark(['x'], 'vi').error).not.toBeNull()
  })
})

describe('the boxes of a return', () => {
  const read = (box: string | string[], text: string | string[]) =>
    readRows({ box, box_text: text }, form, 'vi')

  it('are pairs of a box and what to look at; rows left empty are none', () => {
    const rows = read(['neither@2026', '', 'note'], ['Giảm 5.', ' ', 'Ghi rõ lý do.'])
    expect(rows.map(it => [it.box, it.text])).toEqual([
      ['neither@2026', 'Giảm 5.'],
      ['note', 'Ghi rõ lý do.'],
    ])
    expect(rows.some(hasFault)).toBe(false)
  })

  it.each([
    ['neither@2026', '', 'textError', 'Đề nghị ghi điều cần xem lại, hoặc bỏ chọn ô.'],
    ['', 'Giảm 5.', 'boxError', 'Đề nghị chọn ô cho câu này.'],
    ['neither@1999', 'Giảm 5.', 'boxError', 'Biểu mẫu của báo cáo này không có ô đó. Đề nghị chọn lại.'],
  ] as const)('refuse %j with %j', (box, text, at, message) => {
    expect(read(box, text)[0]?.[at]).toBe(message)
  })

  it('have three rows to begin with, and three more at a press, what was typed still there', () => {
    const rows = read('neither@2026', 'Giảm 5.')
    expect(rowViews(rows, { form, shown: 0, lang: 'vi' })).toHaveLength(3)
    const views = rowViews(rows, { form, shown: rowsShown({ box: ['', '', ''], more: '1' }), lang: 'vi' })
    expect(views).toHaveLength(6)
    expect(views[0]?.text.value).toBe('Giảm 5.')
    expect(views[0]?.select.groups.flatMap(it => it.options).filter(it => it.chosen)).toHaveLength(1)
  })
})
