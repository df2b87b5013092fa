import { asMonth } from '../../src/calendar/month.rules.ts'
import {
  type BesideInput,
  besideBlocks,
  besideSummary,
  besideTexts,
  otherWarnings,
} from '../../src/reports/beside.rules.ts'
import type { Figures } from '../../src/reports/form.rules.ts'
import type { OpenReport, SentVersion } from '../../src/reports/open-report.rules.ts'
import { boxes, COHORTS, firstEdition, soundFigures } from '../support/sound-report.ts'

const fields = boxes()
const at = new Date('2026-11-24T01:00:00Z')

const version = (given: Partial<SentVersion> & { figures: Figures }): SentVersion => ({
  ...{
    number: 2,
    receipt: 'N25-202611-23497-2',
    at,
    by: 'Trần Thị Bình',
    reason: '',
    nil: false,
    source: 'form',
  },
  ...{ warnings: [], texts: {}, explanations: {} },
  ...given,
})

const open = (before: Partial<OpenReport['before']> = {}) =>
  ({
    ...{ edition: firstEdition, fields, cohorts: COHORTS, settings: { switches: [] } },
    before: { month: asMonth('2026-10'), figures: soundFigures, summed: [], absent: [], ...before },
  }) as unknown as OpenReport

const input = (given: Partial<BesideInput> = {}): BesideInput => ({
  ...{ open: open(), current: version({ figures: soundFigures }), earlier: null, remarks: [] },
  ...{ onlyChanged: false, lang: 'vi' },
  ...given,
})
const moved = version({ figures: { ...soundFigures, sit_idle: 1, sit_waiting: 3 } })
const first = version({ number: 1, figures: soundFigures })
const rowsOf = (given: Partial<BesideInput>) => besideBlocks(input(given)).flatMap(it => it.rows)

describe('a report beside last month and the version before', () => {
  it('has every box of the form, the difference with its sign, and says what was corrected', () => {
    const rows = rowsOf({ current: moved, earlier: first })
    expect(rows).toHaveLength(fields.length)
    expect(
      rows.filter(it => it.change).map(it => [it.now, it.earlier, it.before, it.change, it.edited]),
    ).toEqual([
      ['1', '3', '3', '−2', true],
      ['3', '1', '1', '+2', true],
    ])
    expect(besideSummary(input({ current: moved, earlier: first }))).toEqual([
      '2 ô đã sửa so với lần gửi 1.',
      `2/${fields.length} ô khác tháng 10/2026.`,
    ])
  })

  it('can be cut down to what changed; an empty box is no zero and has no difference', () => {
    expect(rowsOf({ current: moved, onlyChanged: true })).toHaveLength(2)
    expect(rowsOf({ onlyChanged: true })).toEqual([])
    const [row] = rowsOf({ open: open({ figures: { ...soundFigures, 'graduates@2026': null } }) })
    expect([row?.before, row?.change]).toEqual(['–', null])
  })

  it('says whose sum last month is after a merger, and whose figures are lacking', () => {
    const summed = ['UBND xã A', 'UBND xã B']
    expect(besideSummary(input({ open: open({ summed }) })).at(-1)).toBe(
      'Số tháng 10/2026 là tổng của: UBND xã A, UBND xã B.',
    )
    const lacking = open({ figures: null, summed, absent: ['UBND xã B'] })
    expect(besideSummary(input({ open: lacking })).join()).toContain('của UBND xã B.')
  })

  it('puts a warning with its explanation at its box, and on top where it has none', () => {
    const warning = { code: 'W1', severity: 'warning', message: 'Giảm nhiều.', fields: ['sit_idle'] } as const
    const current = version({
      figures: soundFigures,
      warnings: [
        { ...warning, fields: ['sit_idle'] },
        { ...warning, code: 'W9', message: 'Gửi muộn.', fields: [] },
      ],
      explanations: { W1: 'Đã rà soát.' },
    })
    const noted = rowsOf({ current }).flatMap(it => it.notes)
    expect(noted).toEqual([{ text: 'Giảm nhiều.', explanation: 'Đã rà soát.', asked: false }])
    expect(otherWarnings(input({ current })).map(it => it.text)).toEqual(['Gửi muộn.'])
  })

  it('shows what a text said before it was changed', () => {
    const current = version({ figures: soundFigures, texts: { note: 'Ba em về quê.' } })
    const earlier = version({ number: 1, figures: soundFigures, texts: { note: 'Hai em về quê.' } })
    expect(besideTexts(input({ current, earlier }))).toMatchObject([
      { text: 'Ba em về quê.', earlier: 'Lần 1: Hai em về quê.' },
    ])
  })
})
