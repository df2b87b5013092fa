import { dueWithout, type KeptExtension, readEnd } from '../../src/calendar/extension.rules.ts'
import { lateDaysOf, latenessOf } from '../../src/reports/lateness.rules.ts'
import { effectOf, kindAt } from '../../src/reports/request.rules.ts'
import { shippedHolidays as holidays } from '../support/holidays.ts'

const vn = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const due = vn('2026-11-25 17:00')
const dues = { own: due, common: due, holidays, lang: 'vi' } as const

test('a month that takes reports is asked to be extended, a locked one to be opened, any other nothing', () => {
  const kinds = (['ahead', 'drafting', 'open', 'late', 'locked'] as const).map(it => kindAt(it))
  expect(kinds).toEqual([null, null, 'extension', 'extension', 'unlock'])
  expect(kindAt('late', true)).toBe('unlock')
})

describe('what a grant does to on time', () => {
  const late = { onTime: false, firstAt: vn('2026-11-27 08:00') }

  test.each([
    ['extension', { onTime: null, firstAt: null }, 'đến hết X được tính là đúng hạn'],
    ['extension', late, 'vẫn tính là muộn 2 ngày làm việc, vì lần gửi đầu quyết định'],
    ['extension', { onTime: true, firstAt: vn('2026-11-24 08:00') }, 'vẫn là đúng hạn'],
    ['unlock', { onTime: null, firstAt: null }, 'Hạn gửi vẫn là 17:00 25/11/2026'],
    ['unlock', late, 'vẫn tính là muộn 2 ngày làm việc'],
  ] as const)('%s, %o', (kind, timed, words) => {
    expect(effectOf(kind, 'X', { ...timed, ...dues })).toContain(words)
  })
})

describe('how late a report was', () => {
  const firstAt = vn('2026-11-27 08:00')

  test('is counted from the unit’s own due date', () => {
    expect(lateDaysOf({ onTime: false, firstAt }, { ...dues, own: vn('2026-11-26 17:00') })).toBe(1)
  })

  test('does not shrink with more time that was granted afterwards', () => {
    expect(latenessOf({ onTime: false, firstAt }, { ...dues, own: vn('2026-12-05 17:00') })).toBe(
      '2 ngày làm việc',
    )
  })

  test('is not said of a report on time, nor where the common date was moved past it', () => {
    const moved = vn('2026-11-30 17:00')
    expect(latenessOf({ onTime: true, firstAt }, dues)).toBeNull()
    expect(latenessOf({ onTime: false, firstAt }, { ...dues, own: moved, common: moved })).toBeNull()
  })
})

test('an extension that is taken back leaves the one before it, or the common date', () => {
  const given = (id: number, until: string, over: Partial<KeptExtension> = {}): KeptExtension => ({
    ...{
      id,
      unitId: 1,
      until: vn(until),
      opensOnly: false,
      reason: 'x',
      by: 'Mai',
      at: due,
      withdrawn: null,
    },
    ...over,
  })
  const withdrawn = { at: due, by: 'Mai', reason: 'x' }
  const all = [
    given(4, '2026-12-09 17:00', { opensOnly: true }),
    given(3, '2026-12-05 17:00'),
    given(2, '2026-12-03 17:00', { withdrawn }),
    given(1, '2026-11-30 17:00'),
  ]
  expect(dueWithout(3, all, due)).toEqual(vn('2026-11-30 17:00'))
  expect(dueWithout(3, all.slice(0, 2), due)).toEqual(due)
})

test('the end of an opening has nothing to do with the due date, but lies ahead', () => {
  const now = vn('2026-11-26 08:00')
  const read = (day: string) => readEnd({ day, time: '17:00' }, { due: null, now, lang: 'vi' })
  expect(read('2026-11-26')).toEqual({ until: vn('2026-11-26 17:00') })
  expect(read('2026-11-25')).toMatchObject({ error: expect.stringContaining('Thời điểm này đã qua') })
  expect(read('2027-03-01')).toMatchObject({ error: expect.stringContaining('Chỉ chọn được đến') })
})
