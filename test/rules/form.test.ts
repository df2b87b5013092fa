import { asMonth } from '../../src/calendar/month.rules.ts'
import { columnsOf, columnValue } from '../../src/reports/column.rules.ts'
import {
  cohortsIn,
  cohortsOf,
  fieldsOf,
  fieldTitle,
  headlineOf,
  switchesOf,
} from '../../src/reports/form.rules.ts'
import { ALL_ON, boxes, COHORTS, firstEdition, NONE_ON, soundFigures } from '../support/sound-report.ts'

describe('the boxes of the first edition', () => {
  test('three cohorts and no switch give 42 boxes, each once', () => {
    const names = boxes().map(it => it.name)
    expect(names).toHaveLength(42)
    expect(new Set(names).size).toBe(42)
    expect(names.slice(0, 6)).toEqual(
      ['graduates', 'in_thpt', 'in_gdtx', 'in_voc', 'neither', 'unknown'].map(code => `${code}@2026`),
    )
    expect(names.slice(27, 33)).toEqual([
      'sit_local_work',
      'sit_away_work',
      'sit_idle',
      'sit_waiting',
      'sit_other',
      'sit_unknown',
    ])
  })

  test('the office turns poor, disabled and the reasons on one by one', () => {
    expect(switchesOf(firstEdition)).toEqual(['poor', 'disabled', 'reasons'])
    expect(boxes(new Set(['poor']))).toHaveLength(45)
    expect(boxes(new Set(['reasons']))).toHaveLength(50)
    expect(boxes(ALL_ON)).toHaveLength(56)
  })

  test('the newest cohort comes first, and each box knows its section', () => {
    const fields = fieldsOf(firstEdition, COHORTS, NONE_ON)
    expect([...new Set(fields.map(it => it.cohort))]).toEqual([2026, 2025, 2024, null])
    expect([...new Set(fields.map(it => it.section))]).toEqual(['cohorts', 'situation', 'wishes', 'flows'])
  })

  test('away from its place a box is called with its graduation year', () => {
    const [first, second] = boxes()
    expect(first && fieldTitle(first, 'vi')).toBe(
      'Tổng số học sinh tốt nghiệp THCS cư trú tại địa bàn (2026)',
    )
    expect(second && fieldTitle(second, 'en')).toBe('In general upper-secondary school (2026)')
  })
})

describe('cohorts', () => {
  test('a cohort is asked about from the September after it graduated to the third August', () => {
    expect(cohortsOf(firstEdition, asMonth('2026-08'))).toEqual([2025, 2024, 2023])
    expect(cohortsOf(firstEdition, asMonth('2026-09'))).toEqual([2026, 2025, 2024])
    expect(cohortsOf(firstEdition, asMonth('2027-01'))).toEqual([2026, 2025, 2024])
    expect(cohortsOf(firstEdition, asMonth('2023-10'))).toEqual([2023, 2022, 2021])
  })

  test('figures tell which cohorts they speak of', () => {
    expect(cohortsIn(soundFigures)).toEqual(COHORTS)
    expect(cohortsIn({ sit_idle: 3 })).toEqual([])
  })
})

describe('the headline', () => {
  test('neither and unknown are summed over the cohorts', () => {
    expect(headlineOf(firstEdition, soundFigures, COHORTS)).toEqual({ neither: 20, unknown: 8 })
  })

  test('an empty cohort makes the sum empty, not smaller', () => {
    expect(headlineOf(firstEdition, { ...soundFigures, 'neither@2025': null }, COHORTS)).toEqual({
      neither: null,
      unknown: 8,
    })
    expect(headlineOf(firstEdition, soundFigures, [2027, ...COHORTS])).toEqual({
      neither: null,
      unknown: null,
    })
    expect(headlineOf(firstEdition, {}, [])).toEqual({ neither: null, unknown: null })
  })
})

describe('the columns of every table', () => {
  const columns = columnsOf(firstEdition, NONE_ON)

  test('there is one column an indicator, numbered after the row number and the commune', () => {
    expect(columns).toHaveLength(24)
    expect(columns.map(it => it.number)).toEqual(Array.from({ length: 24 }, (_, index) => index + 3))
    expect(columns.map(it => it.head.vi).slice(0, 9)).toEqual([
      'Tổng số tốt nghiệp',
      'Đang học THPT',
      'Đang học GDTX',
      'Đang học nghề',
      'Không đi học, chưa học nghề',
      'Chưa xác định',
      'Nữ',
      'DTTS',
      'Nữ DTTS',
    ])
  })

  test('the numbering row says what a column is the sum of, as the checks have it', () => {
    const numbering = Object.fromEntries(columns.map(it => [it.code, it.numbering]))
    expect(numbering.graduates).toBe('(3)=(4)+(5)+(6)+(7)+(8)')
    expect(numbering.neither).toBe('(7)=(12)+…+(17)')
    expect(numbering.female).toBe('(9)')
    expect(numbering.flow_adjust).toBe('(26)')
  })

  test('with the reasons on, neither is their sum as well', () => {
    const neither = columnsOf(firstEdition, ALL_ON).find(it => it.code === 'neither')
    expect(neither?.numbering).toBe('(7)=(14)+…+(19)=(20)+…+(27)')
  })

  test('neighbours of one section share a head, and parts stand under their whole', () => {
    expect(columns[0]?.group.vi).toBe('Học sinh tốt nghiệp THCS')
    expect(columns[9]?.group.vi).toBe('Tình trạng hiện nay')
    expect(columns.find(it => it.code === 'female')?.under).toBe('neither')
    expect(columns.find(it => it.code === 'neither')?.under).toBe('graduates')
    expect(columns.find(it => it.code === 'sit_idle')?.under).toBeNull()
  })

  test('a column sums the cohorts, of all or of one, and is empty as soon as one box is', () => {
    const sumIn = (code: string, figures = soundFigures, cohorts = COHORTS) => {
      const column = columns.find(it => it.code === code)
      return column && columnValue(column, figures, cohorts)
    }
    expect(sumIn('graduates')).toBe(270)
    expect(sumIn('graduates', soundFigures, [2025])).toBe(90)
    expect(sumIn('sit_idle')).toBe(3)
    expect(sumIn('female', { ...soundFigures, 'female@2024': null })).toBeNull()
    expect(sumIn('sit_idle', {})).toBeNull()
  })
})
