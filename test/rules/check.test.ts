import { checkReport, type Finding, parseFigures } from '../../src/reports/check.rules.ts'
import type { Figures } from '../../src/reports/form.rules.ts'
import {
  ALL_ON,
  boxes,
  codesOf,
  cohort,
  findingsWith,
  firstEdition,
  NONE_ON,
  soundFigures,
} from '../support/sound-report.ts'

/** Last month the same with one more in neither, still waiting then and in vocational training now. */
const september: Figures = { ...soundFigures, 'neither@2026': 11, 'in_voc@2026': 9, sit_waiting: 2 }
const october: Figures = { flow_to_voc: 1 }

const only = (findings: readonly Finding[], code: string) => findings.filter(it => it.code === code)

test('a report in which everything agrees has nothing to mend or explain', () => {
  expect(findingsWith({})).toEqual([])
  expect(findingsWith(october, { previous: september })).toEqual([])
})

describe('errors, each with a report that has it and one that has not', () => {
  const cases: [string, Figures, Figures, string[], string][] = [
    [
      'H2',
      { 'neither@2026': null },
      { 'poor@2024': 0 },
      ['neither@2026'],
      'Chưa nhập số liệu. Nếu không có học sinh nào hãy nhập số 0.',
    ],
    [
      'H3',
      cohort(2026, { female: 11, minority_female: 7 }),
      cohort(2026, { female: 10, minority_female: 7 }),
      ['female@2026', 'neither@2026'],
      'Số nữ không được lớn hơn tổng số.',
    ],
    [
      'H4',
      cohort(2025, { minority: 7, minority_female: 3 }),
      cohort(2025, { minority: 6, minority_female: 3 }),
      ['minority@2025', 'neither@2025'],
      'Số DTTS không được lớn hơn tổng số.',
    ],
    [
      'H5',
      { 'minority_female@2026': 5 },
      { 'minority_female@2026': 4 },
      ['minority_female@2026', 'female@2026', 'minority@2026'],
      'Số nữ DTTS không được lớn hơn số nữ hoặc số DTTS.',
    ],
    [
      'H6',
      { 'minority_female@2026': 0 },
      { 'minority_female@2026': 1 },
      ['minority_female@2026', 'female@2026', 'minority@2026', 'neither@2026'],
      'Số nữ DTTS quá nhỏ so với số nữ và số DTTS đã nhập (tối thiểu là 1).',
    ],
    [
      'H7',
      { 'disabled@2024': 5 },
      { 'disabled@2024': 4 },
      ['disabled@2024', 'neither@2024'],
      'Số thành phần không được lớn hơn tổng số.',
    ],
    [
      'H8',
      { sit_idle: 4 },
      { sit_idle: 4, sit_waiting: 0 },
      [
        'sit_local_work',
        'sit_away_work',
        'sit_idle',
        'sit_waiting',
        'sit_other',
        'sit_unknown',
        'neither@2026',
        'neither@2025',
        'neither@2024',
      ],
      'Tổng các tình trạng (21) phải bằng tổng số (20).',
    ],
    [
      'H9',
      { rsn_other: 0 },
      { rsn_other: 0, rsn_health: 2 },
      [
        'rsn_poverty',
        'rsn_ability',
        'rsn_distance',
        'rsn_no_wish',
        'rsn_family_labour',
        'rsn_married',
        'rsn_health',
        'rsn_other',
        'neither@2026',
        'neither@2025',
        'neither@2024',
      ],
      'Tổng các nguyên nhân (19) phải bằng tổng số (20).',
    ],
    [
      'H10',
      { wish_gdtx: 21 },
      { wish_gdtx: 20 },
      ['wish_gdtx', 'neither@2026', 'neither@2025', 'neither@2024'],
      'Số có nguyện vọng không được lớn hơn tổng số.',
    ],
    [
      'H11',
      { 'graduates@2024': 3 },
      {},
      ['neither@2024', 'graduates@2024'],
      'Số không đi học không được lớn hơn tổng số tốt nghiệp.',
    ],
    [
      'H14',
      { 'unknown@2026': 6 },
      { 'unknown@2026': 6, 'in_thpt@2026': 59 },
      ['graduates@2026', 'in_thpt@2026', 'in_gdtx@2026', 'in_voc@2026', 'neither@2026', 'unknown@2026'],
      'Học THPT, học GDTX, học nghề, không đi học và chưa xác định cộng lại (101) phải bằng tổng số tốt nghiệp (100).',
    ],
  ]

  test.each(cases)('%s', (code, wrong, right, fields, message) => {
    expect(only(findingsWith(wrong), code)).toEqual([{ code, severity: 'error', fields, message }])
    expect(only(findingsWith(right), code)).toEqual([])
  })

  test('H13: a correction of an earlier figure needs its reason in the note', () => {
    const [finding] = only(findingsWith({ flow_adjust: -2 }, { texts: { note: '  ' } }), 'H13')
    expect(finding).toMatchObject({
      fields: ['note', 'flow_adjust'],
      message: 'Nhập lý do điều chỉnh số liệu kỳ trước.',
    })
    expect(
      only(findingsWith({ flow_adjust: -2 }, { texts: { note: 'Kỳ trước đếm trùng 2 em.' } }), 'H13'),
    ).toEqual([])
    expect(only(findingsWith({ flow_adjust: 0 }), 'H13')).toEqual([])
  })

  test('an error stands once for each cohort that has it', () => {
    const findings = findingsWith({ 'female@2026': 12, 'female@2024': 9 })
    expect(only(findings, 'H3').map(it => it.fields[0])).toEqual(['female@2026', 'female@2024'])
  })

  test('the least of minority females is not asked for while a part is over the total', () => {
    expect(codesOf(findingsWith({ 'female@2026': 30 }))).toEqual(['H3'])
  })

  test('a sum with an empty part is not judged: the empty box is', () => {
    expect(codesOf(findingsWith({ sit_idle: null }))).toEqual(['H2'])
    expect(codesOf(findingsWith({ 'unknown@2025': null }))).toEqual(['H2'])
  })

  test('what the office has switched off is neither asked for nor compared', () => {
    const findings = findingsWith(
      { rsn_other: 7, 'poor@2026': null, 'disabled@2026': 99 },
      { fields: boxes(NONE_ON) },
    )
    expect(findings).toEqual([])
  })

  test('an empty form has one finding for each of its boxes and no other', () => {
    const findings = checkReport({
      edition: firstEdition,
      fields: boxes(),
      figures: {},
      texts: {},
      previous: null,
      earlier: [],
    })
    expect(findings).toHaveLength(42)
    expect(new Set(codesOf(findings))).toEqual(new Set(['H2']))
  })
})

describe('warnings', () => {
  test('W1: last month with the movements does not give this month', () => {
    expect(only(findingsWith({}, { previous: september }), 'W1')).toEqual([
      {
        code: 'W1',
        severity: 'warning',
        fields: ['neither@2026', 'neither@2025', 'neither@2024'],
        message:
          'Số cuối kỳ (20) không khớp với số kỳ trước cộng trừ biến động (21). Kiểm tra lại hoặc ghi rõ lý do.',
      },
    ])
    expect(
      findingsWith(
        { ...october, flow_adjust: 1, flow_new: 1, flow_out: 2 },
        { previous: september, texts: { note: 'Sót 1 em.' } },
      ),
    ).toEqual([])
    expect(findingsWith({}, { previous: null })).toEqual([])
  })

  test('W2: a change of five and of thirty per cent, not one of them alone', () => {
    const lastMonth = (neither: number) => ({ previous: { ...soundFigures, 'neither@2026': neither } })
    expect(only(findingsWith({}, lastMonth(4)), 'W2')[0]).toMatchObject({
      severity: 'warning',
      message: 'Số liệu thay đổi nhiều so với tháng trước (14 → 20).',
    })
    expect(only(findingsWith({}, lastMonth(6)), 'W2')).toEqual([])
    expect(
      only(
        findingsWith(
          {},
          { previous: { ...soundFigures, ...cohort(2026, { neither: 1 }), 'neither@2025': 11 } },
        ),
        'W2',
      ),
    ).toEqual([])
    const large = { previous: { ...soundFigures, 'neither@2026': 60 } }
    expect(only(findingsWith({ 'neither@2026': 54 }, large), 'W2')).toEqual([])
    expect(only(findingsWith({ 'neither@2026': 39 }, large), 'W2')).toHaveLength(1)
  })

  test('W2: from nobody to five is large, to four is not', () => {
    const nobody = {
      previous: { ...soundFigures, ...cohort(2026, { neither: 0 }), 'neither@2025': 0, 'neither@2024': 0 },
    }
    const now = (neither: number) =>
      findingsWith({ 'neither@2026': neither, 'neither@2025': 0, 'neither@2024': 0 }, nobody)
    expect(only(now(5), 'W2')).toHaveLength(1)
    expect(only(now(4), 'W2')).toEqual([])
  })

  test('W3: the same figures as in the three months before', () => {
    const same = { previous: soundFigures, earlier: [soundFigures, soundFigures] }
    expect(only(findingsWith({}, same), 'W3')).toHaveLength(1)
    expect(only(findingsWith({ wish_gdtx: 5 }, same), 'W3')).toEqual([])
    expect(only(findingsWith({}, { ...same, earlier: [soundFigures] }), 'W3')).toEqual([])
    expect(only(findingsWith({}, { ...same, previous: null }), 'W3')).toEqual([])
    expect(
      only(findingsWith({}, { ...same, earlier: [soundFigures, { ...soundFigures, sit_idle: 2 }] }), 'W3'),
    ).toEqual([])
  })

  test('W3: months without anybody may be the same for years', () => {
    const nobody = { ...soundFigures, 'neither@2026': 0, 'neither@2025': 0, 'neither@2024': 0 }
    expect(only(findingsWith(nobody, { previous: nobody, earlier: [nobody, nobody] }), 'W3')).toEqual([])
  })

  test('W4: graduates differ from those reported before, in one finding for all cohorts', () => {
    const previous = { ...soundFigures, 'graduates@2026': 99, 'graduates@2024': 81 }
    expect(only(findingsWith({}, { previous }), 'W4')).toEqual([
      {
        code: 'W4',
        severity: 'warning',
        fields: ['graduates@2026', 'graduates@2024'],
        message: 'Tổng số tốt nghiệp khác với số đã báo cáo trước.',
      },
    ])
    expect(only(findingsWith({}, { previous: soundFigures }), 'W4')).toEqual([])
  })

  const cases: [string, Figures, Figures][] = [
    ['W5', cohort(2024, { graduates: 7, neither: 5 }), cohort(2024, { graduates: 10, neither: 5 })],
    ['W5', cohort(2024, { graduates: 7, neither: 5 }), cohort(2024, { graduates: 5, neither: 4 })],
    ['W6', cohort(2026, { neither: 10, female: 0 }), cohort(2026, { neither: 10, female: 1 })],
    ['W6', cohort(2026, { neither: 10, female: 10 }), cohort(2026, { neither: 9, female: 9 })],
    ['W7', { sit_unknown: 5 }, { sit_unknown: 4 }],
    ['W7', { sit_unknown: 3, 'neither@2026': 4 }, { sit_unknown: 2, 'neither@2026': 0, 'neither@2025': 0 }],
    ['W8', { wish_vocational: 17 }, { wish_vocational: 16 }],
    ['W11', { 'unknown@2024': 17 }, { 'unknown@2024': 16 }],
    ['W11', cohort(2024, { graduates: 20, unknown: 5 }), cohort(2024, { graduates: 4, unknown: 4 })],
  ]

  test.each(cases)('%s, and the figure just below it', (code, wrong, right) => {
    expect(only(findingsWith(wrong), code)).toHaveLength(1)
    expect(only(findingsWith(right), code)).toEqual([])
  })

  test('W10: after the due date the report says so', () => {
    expect(findingsWith({}, { late: '2026-11-25' })).toEqual([
      {
        code: 'W10',
        severity: 'warning',
        fields: [],
        message: 'Nộp sau thời hạn (25/11/2026). Hệ thống ghi nhận nộp muộn.',
      },
    ])
    expect(findingsWith({}, { late: null })).toEqual([])
  })
})

describe('the September in which a cohort opens and another closes', () => {
  const august: Figures = {
    ...cohort(2025, { graduates: 90, neither: 6 }),
    ...cohort(2024, { graduates: 80, neither: 5 }),
    ...cohort(2023, { graduates: 85, neither: 9 }),
  }
  const at = (changed: Figures) => codesOf(findingsWith(changed, { previous: august }))

  test('the new cohort is no jump, no change of graduates and no gap in the movements', () => {
    expect(at({ flow_to_voc: 1 })).toEqual([])
    expect(at({ 'neither@2026': 60, flow_to_voc: 1 })).not.toContain('W2')
  })

  test('the new cohort may be told among the movements or not, the old one too', () => {
    expect(at({ flow_to_voc: 1, flow_new: 10 })).toEqual([])
    expect(at({ flow_to_voc: 1, flow_out: 9 })).toEqual([])
    expect(at({ flow_to_voc: 1, flow_new: 10, flow_out: 9 })).toEqual([])
    expect(at({ flow_to_voc: 1, flow_new: 30 })).toEqual(['W1'])
    expect(at({ flow_to_thpt: 12 })).toEqual(['W1'])
  })

  test('a cohort of both months may move twice as much as in other months', () => {
    expect(at({ 'neither@2025': 14 })).not.toContain('W2')
    expect(at({ 'neither@2025': 18 })).toContain('W2')
  })
})

describe('the list of findings', () => {
  test('errors come first, each in the form’s order, texts after figures', () => {
    const findings = findingsWith(
      {
        'female@2025': 60,
        'neither@2026': null,
        wish_gdtx: null,
        flow_adjust: 3,
        'unknown@2024': 40,
        'graduates@2024': 119,
      },
      { late: '2026-11-25' },
    )
    expect(codesOf(findings)).toEqual(['H2', 'H3', 'H2', 'H13', 'W11', 'W10'])
  })

  test('a box that could not be read is not called empty as well', () => {
    const fields = boxes(ALL_ON)
    const { figures, findings: found } = parseFigures(fields, {
      ...soundFigures,
      sit_idle: '3,0',
      sit_other: '',
    })
    expect(codesOf(findingsWith(figures, { found }))).toEqual(['H1', 'H2'])
    expect(findingsWith(figures, { found })[0]?.fields).toEqual(['sit_idle'])
  })

  test('messages come in English when asked', () => {
    expect(findingsWith({ sit_idle: 1500 }, { lang: 'en' })[0]?.message).toBe(
      'The situations together (1.517) must equal the total (20).',
    )
  })
})

describe('texts', () => {
  test('a text may be as long as the form says, a line’s end counting once', () => {
    expect(findingsWith({}, { texts: { note: `${'a'.repeat(498)}\r\n${'b'}` } })).toEqual([])
    expect(findingsWith({}, { texts: { note: 'a'.repeat(501) } })).toEqual([
      {
        code: 'H17',
        severity: 'error',
        fields: ['note'],
        message: 'Nội dung dài 501 ký tự, tối đa 500 ký tự. Đề nghị rút gọn.',
      },
    ])
    expect(findingsWith({}, { texts: { note: 'ế'.repeat(500).normalize('NFD') } })).toEqual([])
  })

  test('a text that looks like personal data is an error at its box', () => {
    const [finding, ...more] = findingsWith({}, { texts: { actions: 'Gọi 0123 456 789 để vận động.' } })
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'H15', severity: 'error', fields: ['actions'] })
    expect(finding?.message).toContain('số điện thoại (“0123 4…”)')
  })

  test('a date in the years in which the form’s pupils were born is taken for a birth date', () => {
    expect(codesOf(findingsWith({}, { texts: { note: 'Em sinh sau 01/01/2011 chưa rõ.' } }))).toEqual(['H15'])
    expect(codesOf(findingsWith({}, { texts: { note: 'Họp thôn 01/10/2026.' } }))).toEqual([])
  })
})
