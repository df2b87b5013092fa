import { asMonth } from '../../src/calendar/month.rules.ts'
import type { BoardRow } from '../../src/reports/board.rules.ts'
import { buildQueue, groupOf, leftIn, neighboursOf, type QueueInput } from '../../src/reports/queue.rules.ts'
import { monthsInWords, sameQuestion } from '../../src/reports/queue-page.rules.ts'

type Given = { id?: number; state?: BoardRow['state']; version?: number | null; warnings?: string[] }

const row = ({ id = 1, state = 'submitted', version = 1, warnings = [] }: Given): BoardRow =>
  ({
    unit: { id, name: `Xã ${id}`, fullName: `Xã ${id}`, type: 'Xã', search: '', parentId: 9 },
    state,
    timing: 'on-time',
    report: {
      unitId: id,
      state,
      onTime: true,
      firstAt: null,
      returnReason: null,
      values: [],
      version:
        version === null
          ? null
          : {
              number: version,
              submittedAt: new Date('2026-11-20T02:00:00Z'),
              submittedBy: 'Y Lan',
              nil: false,
              warnings: warnings.map(code => ({ code, severity: 'warning', fields: [], message: code })),
              explanations: {},
            },
    },
    values: [],
    before: null,
    extension: null,
  }) as BoardRow

const at = new Date('2026-11-23T02:00:00Z')
const months = ['2026-09', '2026-10', '2026-11'].map(asMonth)
const input = (given: Partial<QueueInput> = {}): QueueInput => ({
  talk: new Map(),
  repeated: new Map(),
  sameCodes: new Set(['W3']),
  ...given,
})
const talked = (talk: { unread?: number; askedAt?: Date | null; asked?: boolean }) =>
  input({ talk: new Map([[1, { unread: 0, askedAt: null, asked: false, ...talk }]]) })

describe('a report stands in one group of the queue', () => {
  it('new ones apart from those with warnings, corrected before either', () => {
    expect(groupOf(row({}), input())).toBe('fresh')
    expect(groupOf(row({ warnings: ['W1'] }), input())).toBe('warned')
    expect(groupOf(row({ version: 2, warnings: ['W1'] }), input())).toBe('corrected')
  })

  it('and in none once it is accepted, or while nothing was sent', () => {
    expect(groupOf(row({ state: 'accepted' }), input())).toBeNull()
    expect(groupOf(row({ state: 'draft', version: null }), input())).toBeNull()
  })

  it('waits when it was returned or asked about, and comes first when the commune answers', () => {
    expect(groupOf(row({ state: 'returned' }), input())).toBe('waiting')
    expect(groupOf(row({}), talked({ askedAt: at, asked: true }))).toBe('waiting')
    expect(groupOf(row({ state: 'accepted' }), talked({ askedAt: at, asked: true }))).toBe('waiting')
    expect(groupOf(row({ state: 'returned' }), talked({ unread: 1 }))).toBe('answered')
    expect(groupOf(row({ state: 'accepted' }), talked({ unread: 1 }))).toBe('answered')
  })

  it('repeated figures are asked about once, and no warning of their own', () => {
    const repeated = new Map([[1, months]])
    expect(groupOf(row({ warnings: ['W3'] }), input({ repeated }))).toBe('repeated')
    expect(groupOf(row({ warnings: ['W3', 'W1'] }), input({ repeated }))).toBe('warned')
    expect(groupOf(row({}), { ...talked({ asked: true }), repeated })).toBe('fresh')
  })
})

describe('the queue', () => {
  const rows = [
    row({ id: 4, state: 'returned' }),
    row({ id: 3 }),
    row({ id: 2 }),
    row({ id: 1, version: 2 }),
    row({ id: 5, state: 'accepted' }),
  ]
  const queue = buildQueue(rows, input())

  it('has the most urgent group first, and counts only what is the office’s to do', () => {
    expect(queue.map(it => it.row.unit.id)).toEqual([1, 2, 3, 4])
    expect(leftIn(rows, new Map())).toBe(3)
  })

  it('leads from report to report, and from one that has left it to the first', () => {
    const around = (id: number) => {
      const { previous, next, at: place } = neighboursOf(queue, id)
      return [previous?.row.unit.id ?? null, next?.row.unit.id ?? null, place]
    }
    expect(around(2)).toEqual([1, 3, 2])
    expect(around(3)).toEqual([2, null, 3])
    expect(around(5)).toEqual([null, 1, null])
  })
})

describe('the prepared question about repeated figures', () => {
  it('names the three months and asks, without a word of a mistake', () => {
    expect(sameQuestion(months, 'vi')).toBe(
      'Số liệu ba kỳ 9, 10, 11/2026 giống nhau. Đề nghị xã xác nhận đã rà soát, hoặc gửi đính chính.',
    )
    expect(monthsInWords(['2025-12', '2026-01', '2026-02'].map(asMonth))).toBe('12/2025, 01/2026, 02/2026')
  })
})
