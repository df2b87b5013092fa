import { asMonth } from '../../src/calendar/month.rules.ts'
import { summaryPaper } from '../../src/consolidation/summary-paper.rules.ts'
import type { OfficialPaper } from '../../src/files/paper-model.rules.ts'
import { blocksOf, faultsOf } from '../../src/files/paper-text.rules.ts'
import { paperTexts } from '../../src/words/paper-texts.words.ts'
import { communesOf, figuresFor, paper, tableOf, versionOf } from '../support/consolidation.ts'

const NOW = new Date('2026-10-27T09:00:00+07:00')
const units = communesOf('51').slice(0, 4)
const [first, second, third] = units.map(it => it.id)

const saidIn = ({ blocks }: OfficialPaper) =>
  blocks.map(it => (it.kind === 'table' ? it.table.caption : it.text)).join('\n')

/** A month in which these communes reported that many in neither, of one graduation year. */
function monthOf(month: string, neither: Record<number, number>, masked = false) {
  const versions = Object.entries(neither).map(([id, count]) =>
    versionOf(Number(id), { figures: { ...figuresFor(1, month), 'neither@2026': count } }),
  )
  return tableOf({ month: asMonth(month), units, versions, paper: { ...paper, maskSmallCells: masked } })
}

const summaryOf = (table: ReturnType<typeof monthOf>, before: ReturnType<typeof monthOf> | null) =>
  summaryPaper({ table, before, text: paperTexts.summary, recipients: [], filedUnder: 'GDTrH', now: NOW })

describe('an office’s wording', () => {
  it('makes a numbered line a heading and drops what says nothing', () => {
    const blocks = blocksOf('1. Kết quả\n\n{bang}\nKỳ {ky}.\n2. Có 3 xã.', { bang: [], ky: '10/2026' })
    expect(blocks).toEqual([
      { kind: 'heading', text: '1. Kết quả' },
      { kind: 'paragraph', text: 'Kỳ 10/2026.' },
      { kind: 'paragraph', text: '2. Có 3 xã.' },
    ])
  })

  it('is refused with a name that does not exist, a lone brace, or a table within a sentence', () => {
    const fields = { ky: 'words', bang: 'blocks' } as const
    expect(faultsOf('Kỳ {ky}, {thang} } và {bang}\n{bang}', fields)).toEqual([
      { typed: '{thang}', why: 'unknown' },
      { typed: '}', why: 'unknown' },
      { typed: '{bang}', why: 'not-alone' },
    ])
  })
})

describe('the office’s report in words', () => {
  it('compares over the communes that reported both times, so that a missing one is no fall', () => {
    const before = monthOf('2026-09', { [first ?? 0]: 100, [second ?? 0]: 500 })
    const said = saidIn(summaryOf(monthOf('2026-10', { [first ?? 0]: 90, [third ?? 0]: 700 }), before))
    expect(said).toMatch(/tính trên 1 đơn vị có báo cáo cả hai kỳ: số không học giảm 10 /)
    expect(said).toContain('Số liệu chưa gồm 2 đơn vị chưa gửi báo cáo.')
  })

  it('names who is missing, and has nothing to compare in a first month', () => {
    const said = saidIn(summaryOf(monthOf('2026-10', { [first ?? 0]: 90 }), null))
    expect(said).toContain('Chưa có số liệu kỳ trước để so sánh.')
    expect(said).toMatch(/Chưa gửi báo cáo \(3 đơn vị\): (xã|phường|đặc khu) /)
  })

  it('says only the direction where small cells are masked', () => {
    const before = monthOf('2026-09', { [first ?? 0]: 100 }, true)
    const said = saidIn(summaryOf(monthOf('2026-10', { [first ?? 0]: 98 }, true), before))
    expect(said).toContain('số không học giảm;')
    expect(said).not.toMatch(/giảm 2/)
  })

  it('makes nothing of a month in which nobody has reported', () => {
    const said = saidIn(summaryOf(monthOf('2026-10', {}), null))
    expect(said).toContain('Chưa có đơn vị nào gửi báo cáo nên chưa có số liệu.')
    expect(said).not.toMatch(/Số liệu theo năm tốt nghiệp/)
  })
})
