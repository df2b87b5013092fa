import { deadlineOf, defaultPolicy } from '../../src/calendar/deadline.rules.ts'
import { asMonth } from '../../src/calendar/month.rules.ts'
import { windowOf } from '../../src/calendar/window.rules.ts'
import { beforeOf, type Counted } from '../../src/reports/before.rules.ts'
import { clashes, filledWith, keyIn, readPosted } from '../../src/reports/draft.rules.ts'
import {
  type Content,
  changesBetween,
  isDone,
  isNil,
  isSent,
  receiptNumber,
  sameContent,
  standingAt,
  stateOf,
  takesDrafts,
  takesReports,
} from '../../src/reports/report.rules.ts'
import { shippedHolidays } from '../support/holidays.ts'
import { COHORTS, cohort, firstEdition, soundFigures } from '../support/sound-report.ts'

const month = asMonth('2026-11')
const calendar = (policy = {}) => ({ policy: { ...defaultPolicy, ...policy }, holidays: shippedHolidays })
const windowWith = (policy = {}, exceptions = {}) => {
  const it = calendar(policy)
  const deadline = deadlineOf(month, it.policy, it.holidays)
  return windowOf(deadline, it, { extensionUntil: null, lockedAt: null, ...exceptions })
}
const standing = (at: string, policy = {}, exceptions = {}) =>
  standingAt(windowWith(policy, exceptions), new Date(`${at}+07:00`))

describe('what may be done with November 2026', () => {
  it.each([
    ['2026-10-14T23:59:59', 'ahead', false, false],
    ['2026-10-15T00:00:00', 'drafting', true, false],
    ['2026-11-14T23:59:59', 'drafting', true, false],
    ['2026-11-15T00:00:00', 'open', true, true],
    ['2026-11-25T17:00:00', 'open', true, true],
    ['2026-11-25T17:00:01', 'late', true, true],
    ['2027-03-01T08:00:00', 'late', true, true],
  ])('at %s it is %s', (at, expected, drafts, reports) => {
    const it = standing(at)
    expect([it, takesDrafts(it), takesReports(it)]).toEqual([expected, drafts, reports])
  })

  it('is locked some working days after, where the office locks', () => {
    expect(standing('2026-11-30T16:59:59', { lockDays: 3 })).toBe('late')
    expect(standing('2026-11-30T17:00:00', { lockDays: 3 })).toBe('locked')
    expect(takesDrafts('locked')).toBe(false)
  })

  it('is locked from the hour it was closed by hand, but for a unit that was given more time', () => {
    const lockedAt = new Date('2026-11-20T08:00:00+07:00')
    expect(standing('2026-11-20T08:00:00', {}, { lockedAt })).toBe('locked')
    const extensionUntil = new Date('2026-11-28T17:00:00+07:00')
    expect(standing('2026-11-20T08:00:00', {}, { lockedAt, extensionUntil })).toBe('open')
  })
})

describe('the states of a report', () => {
  it('without a row is missing, which is neither sent nor done', () => {
    expect([stateOf(null), isSent(null), isDone(null)]).toEqual(['missing', false, false])
  })
  it('is sent once a version counts, and done unless it was returned', () => {
    const states = ['draft', 'awaiting', 'submitted', 'returned', 'accepted'] as const
    expect(states.filter(isSent)).toEqual(['submitted', 'returned', 'accepted'])
    expect(states.filter(isDone)).toEqual(['submitted', 'accepted'])
  })
  it('has receipts that can be read over the phone', () => {
    expect(receiptNumber(month, '23293', 1)).toBe('N25-202611-23293-1')
  })
})

describe('a nil report', () => {
  const nobody = {
    ...soundFigures,
    ...Object.assign({}, ...COHORTS.map(year => cohort(year, { neither: 0 }))),
  }
  it('says that nobody is in neither and nobody moved', () => {
    expect(isNil(firstEdition, COHORTS, nobody)).toBe(true)
  })
  it('is none when somebody moved, or while a box is empty', () => {
    expect(isNil(firstEdition, COHORTS, { ...nobody, flow_to_voc: 2 })).toBe(false)
    expect(isNil(firstEdition, COHORTS, { ...nobody, 'neither@2025': null })).toBe(false)
    expect(isNil(firstEdition, COHORTS, soundFigures)).toBe(false)
  })
})

describe('what changed between two versions', () => {
  const content = (figures: Content['figures'], texts = {}, explanations = {}): Content => ({
    figures,
    texts,
    explanations,
  })
  it('is each box in the form’s order with old and new, then the texts', () => {
    const before = content({ b: 1, a: 2, c: null }, { note: '' })
    const after = content({ b: 3, a: 2, c: 0 }, { note: 'x' })
    expect(changesBetween(before, after, ['a', 'b', 'c'])).toEqual([
      { name: 'b', before: 1, after: 3 },
      { name: 'c', before: null, after: 0 },
      { name: 'note', before: '', after: 'x' },
    ])
  })
  it('holds a box that one of the two forms did not have', () => {
    expect(changesBetween(content({}), content({ poor: 4 }), [])).toEqual([
      { name: 'poor', before: null, after: 4 },
    ])
  })
  it('tells a second press from a changed form', () => {
    const one = content({ a: 1 }, { note: 'x' }, { W2: 'vì lũ', W3: 'rà soát' })
    expect(sameContent(one, content({ a: 1 }, { note: 'x' }, { W3: 'rà soát', W2: 'vì lũ' }))).toBe(true)
    expect(sameContent(one, content({ a: 2 }, { note: 'x' }, { W2: 'vì lũ', W3: 'rà soát' }))).toBe(false)
    expect(sameContent(one, content({ a: 1 }, { note: 'x' }, { W2: 'vì bão', W3: 'rà soát' }))).toBe(false)
  })
})

describe('last month for the territory of today', () => {
  const october = asMonth('2026-10')
  const counted = (unitId: number, figures: Counted['figures'], divided = false): Counted => ({
    unitId,
    name: `xã ${unitId}`,
    month: october,
    divided,
    figures,
  })
  it('is the commune’s own figures', () => {
    expect(beforeOf(october, 1, [counted(1, { neither: 4 })])).toEqual({
      month: october,
      figures: { neither: 4 },
      summed: [],
      absent: [],
    })
  })
  it('is the sum over what was merged into it, box by box; a box empty in one is empty in the sum', () => {
    const before = beforeOf(october, 9, [counted(1, { a: 1, b: null }), counted(2, { a: 2, b: 5, c: 3 })])
    expect(before).toMatchObject({
      figures: { a: 3, b: null, c: null },
      summed: ['xã 1', 'xã 2'],
      absent: [],
    })
  })
  it('is unknown when one of them did not report, or was divided', () => {
    expect(beforeOf(october, 9, [counted(1, { a: 1 }), counted(2, null)])).toMatchObject({
      figures: null,
      absent: ['xã 2'],
    })
    expect(beforeOf(october, 9, [counted(1, { a: 1 }), counted(2, { a: 1 }, true)])).toMatchObject({
      figures: null,
      absent: ['xã 2'],
    })
  })
  it('is unknown when nobody was there', () => {
    expect(beforeOf(october, 9, [])).toMatchObject({ figures: null, summed: [], absent: [] })
  })
})

describe('what a form sent', () => {
  const key = '0b1f8c9e-5a0d-4d53-9e0a-0123456789ab'
  it('is sorted into boxes, texts and explanations, and drops nothing it does not know', () => {
    const posted = readPosted(
      {
        _csrf: 'x',
        act: 'submit',
        revision: '3',
        request_key: key.toUpperCase(),
        correction: ' Đếm  sót ',
        'neither@2026': '4',
        zzz: '1',
        note: ' a\r\nb ',
        'explain:W2': 'vì\nlũ',
      },
      firstEdition,
    )
    expect(posted).toEqual({
      act: 'submit',
      revision: 3,
      key,
      reason: 'Đếm sót',
      boxes: { 'neither@2026': '4', zzz: '1' },
      texts: { note: 'a\nb' },
      explanations: { W2: 'vì lũ' },
      twice: [],
    })
  })
  it('twice in a text keeps both, and says so', () => {
    expect(readPosted({ note: ['a', 'b'] }, firstEdition)).toMatchObject({
      texts: { note: 'a\nb' },
      twice: ['note'],
    })
  })
  it('carries no key when it is none', () => {
    expect([keyIn({ request_key: 'abc' }), keyIn({ request_key: [key, key] }), keyIn({})]).toEqual([
      null,
      null,
      null,
    ])
  })
  it('is filled in only where nobody has typed', () => {
    const proposal = { a: 1, b: 2, c: null, d: 4, e: 5 }
    expect(filledWith({ a: '7', b: ' ', d: '0', e: '3', note: 'x' }, proposal, { d: 0, e: 0 })).toEqual({
      a: '7',
      b: '2',
      d: '4',
      e: '3',
      note: 'x',
    })
  })
  it('clashes with another’s where the two differ, also where one is empty', () => {
    expect(clashes({ a: '1', b: '2' }, { a: '1 ', c: '3' }, ['a', 'b', 'c'])).toEqual([
      { name: 'b', mine: '2', theirs: '' },
      { name: 'c', mine: '', theirs: '3' },
    ])
  })
})
