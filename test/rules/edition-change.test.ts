import { asMonth } from '../../src/calendar/month.rules.ts'
import { compareEditions } from '../../src/reports/compare-edition.rules.ts'
import { helpOf } from '../../src/reports/edition-help.rules.ts'
import { parseExpression } from '../../src/reports/expression-parse.rules.ts'
import { explainExpression } from '../../src/reports/expression-text.rules.ts'
import type { Check, Edition, Indicator, Section } from '../../src/reports/form.rules.ts'
import { refusalsOf } from '../../src/reports/publish-edition.rules.ts'
import { type SentReport, tryEdition } from '../../src/reports/try-edition.rules.ts'
import { ALL_ON, COHORTS, firstEdition, NONE_ON, soundFigures } from '../support/sound-report.ts'

const label = (vi: string) => ({ vi, en: vi })
const army: Indicator = {
  code: 'sit_army',
  label: label('Đang tại ngũ'),
  scope: 'all',
  type: 'count',
  required: true,
}
const written = (code: string, holds: string, x?: string): Check => ({
  code,
  severity: code.startsWith('H') ? 'error' : 'warning',
  message: label('Chưa xác định {x} là nhiều.'),
  kind: 'expression',
  holds,
  ...(x && { x }),
})

/** The first edition with its sections' indicators and its checks as the functions make them. */
function changed(
  sections: (section: Section) => Partial<Section>,
  checks: (all: readonly Check[]) => readonly Check[] = it => it,
): Edition {
  return {
    ...firstEdition,
    effectiveFrom: asMonth('2026-12'),
    sections: firstEdition.sections.map(it => ({ ...it, ...sections(it) })),
    checks: checks(firstEdition.checks),
  }
}
const asItWas = () => ({})
const inSection = (code: string, change: (all: readonly Indicator[]) => Indicator[]) => (section: Section) =>
  section.code === code ? { indicators: change(section.indicators) } : {}

describe('what an edition changes in another', () => {
  test('nothing, where nothing is changed, whatever order its keys came back in', () => {
    const again = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(firstEdition).reverse())))
    const { sections, checks, ...changes } = compareEditions(firstEdition, again)
    for (const list of [...Object.values(sections), ...Object.values(checks), ...Object.values(changes)])
      expect(list).toEqual([])
  })

  test('indicators added, retired, renamed, put elsewhere and altered', () => {
    const after = changed(section => {
      const [first, second, ...rest] = section.indicators
      if (section.code === 'wishes' && first && second)
        return { indicators: [second, { ...first, label: label('Muốn học nghề') }] }
      if (section.code === 'situation')
        return { indicators: [...section.indicators.filter(it => it.code !== 'sit_other'), army] }
      if (section.code === 'flows') return { indicators: rest.filter(it => it.code !== 'flow_out') }
      if (section.code !== 'reasons') return {}
      const out = firstEdition.sections.at(-1)?.indicators.filter(it => it.code === 'flow_out') ?? []
      return {
        title: label('Lý do'),
        indicators: [...section.indicators.map(it => ({ ...it, required: false })), ...out],
      }
    })
    const changes = compareEditions(firstEdition, after)
    expect(changes.added.map(it => it.code)).toEqual(['sit_army'])
    expect(changes.retired.map(it => it.code)).toEqual(['sit_other', 'flow_new', 'flow_in'])
    expect(changes.renamed).toEqual([
      { code: 'wish_vocational', before: 'Có nguyện vọng học nghề', after: 'Muốn học nghề' },
    ])
    expect(changes.reordered.map(it => it.code)).toHaveLength(1)
    expect(changes.moved.map(it => [it.indicator.code, it.before.code, it.after.code])).toEqual([
      ['flow_out', 'flows', 'reasons'],
    ])
    expect(changes.altered.every(it => it.what.join() === 'required')).toBe(true)
    expect(changes.altered).toHaveLength(8)
    expect(changes.sections.renamed.map(it => it.after)).toEqual(['Lý do'])
  })

  test('one that is put first has moved, and not all that now come after it', () => {
    const after = changed(inSection('situation', all => [...all.slice(-1), ...all.slice(0, -1)]))
    expect(compareEditions(firstEdition, after).reordered.map(it => it.code)).toEqual(['sit_unknown'])
  })

  test('checks added, retired and changed', () => {
    const after = changed(asItWas, all => [
      ...all
        .filter(it => it.code !== 'W3')
        .map(it => (it.kind === 'ratioAbove' ? { ...it, percent: 40 } : it)),
      written('W101', 'unknown <= 3'),
    ])
    const { checks } = compareEditions(firstEdition, after)
    expect(checks.added.map(it => it.code)).toEqual(['W101'])
    expect(checks.retired.map(it => it.code)).toEqual(['W3'])
    expect(checks.changed.map(it => it.after.code)).toEqual(['W5', 'W7', 'W11'])
  })
})

describe('an edition is published', () => {
  const refusals = (edition: Edition, given: { published?: Edition[]; lastReported?: string } = {}) =>
    refusalsOf({
      edition,
      published: given.published ?? [firstEdition],
      lastReported: asMonth(given.lastReported ?? '2026-11'),
    })
  const retire = (code: string) =>
    changed(section => ({ indicators: section.indicators.filter(it => it.code !== code) }))
  const add = (indicator: Indicator) => changed(inSection('situation', all => [...all, indicator]))

  test('for a month after every one with figures, and after the edition before', () => {
    expect(refusals(changed(asItWas))).toEqual([])
    expect(refusals(changed(asItWas), { lastReported: '2026-12' })).toEqual([
      'Không thể áp dụng từ kỳ 12/2026: đã có số liệu của kỳ 12/2026. Đề nghị chọn kỳ sau kỳ đó.',
    ])
    expect(refusals(changed(asItWas), { published: [firstEdition, changed(asItWas)] }).join()).toContain(
      'đã có biểu mẫu áp dụng từ kỳ 12/2026',
    )
  })

  const refused: [string, Edition, string][] = [
    [
      'with a code that meant something counted otherwise',
      changed(
        inSection('situation', all =>
          all.map(it => (it.code === 'sit_idle' ? { ...it, scope: 'cohort' } : it)),
        ),
      ),
      'Mã “sit_idle” đã dùng cho chỉ tiêu “Ở nhà, chưa có việc làm”',
    ],
    ['with a code twice', add({ ...army, code: 'sit_idle' }), 'Mã chỉ tiêu “sit_idle” có hai lần.'],
    ['with a code of the portal’s own', add({ ...army, code: 'revision' }), 'Mã “revision” do Cổng dùng'],
    ['as a part of what it lacks', add({ ...army, partOf: 'pupils' }), 'là một phần của “pupils”'],
    [
      'without the headline',
      retire('neither'),
      'Không thể bỏ chỉ tiêu “Không học GDPT/GDTX và chưa học nghề”',
    ],
    [
      'without what a share is worked out from',
      retire('in_voc'),
      'Không thể bỏ chỉ tiêu “Đang học nghề” (in_voc)',
    ],
    [
      'with graduates that an office may switch off',
      changed(
        inSection('cohorts', all =>
          all.map(it => (it.code === 'graduates' ? { ...it, switch: 'poor' } : it)),
        ),
      ),
      'phải có và bắt buộc nhập ở mọi địa bàn',
    ],
    ['with another headline', { ...changed(asItWas), headline: 'in_voc' }, 'hai chỉ tiêu chính'],
    ['while a check names a retired indicator', retire('wish_gdtx'), 'Quy tắc H10 dùng chỉ tiêu “wish_gdtx”'],
    [
      'while a written check does',
      changed(asItWas, all => [...all, written('W101', 'sit_army <= 3')]),
      'W101: Biểu mẫu không có chỉ tiêu “sit_army”',
    ],
    [
      'with a section of nothing',
      changed(inSection('wishes', () => [])),
      'Phần “Nguyện vọng” chưa có chỉ tiêu nào',
    ],
    [
      'with a check under a code of the portal’s own findings',
      changed(asItWas, all => [...all, written('H15', 'unknown <= 3')]),
      'Mã quy tắc “H15” do Cổng dùng',
    ],
    [
      'with two checks of one code',
      changed(asItWas, all => [...all, written('W3', 'unknown <= 3')]),
      '“W3” có hai lần',
    ],
  ]
  test.each(refused)('not %s', (_, edition, reason) => {
    expect(refusals(edition).join('\n')).toContain(reason)
  })

  test('with a retired code come back as it was, but not as something else', () => {
    const checks = (all: readonly Check[]) => all.filter(it => !JSON.stringify(it).includes('sit_other'))
    const without = {
      ...retire('sit_other'),
      checks: checks(firstEdition.checks),
      effectiveFrom: asMonth('2026-01'),
    }
    const published = [firstEdition, without]
    expect(refusals(changed(asItWas), { published })).toEqual([])
    const other = changed(
      inSection('situation', all =>
        all.map(it => (it.code === 'sit_other' ? { ...it, type: 'signed' } : it)),
      ),
    )
    expect(refusals(other, { published }).join()).toContain(
      'Mã “sit_other” đã dùng cho chỉ tiêu “Tình trạng khác”',
    )
  })
})

describe('an edition is tried on reports that were sent', () => {
  const report = (id: number, figures = {}): SentReport => ({
    unit: { id, name: `Xã ${id}` },
    edition: firstEdition,
    cohorts: COHORTS,
    switches: ALL_ON,
    figures: { ...soundFigures, ...figures },
    texts: {},
    previous: null,
    earlier: [],
  })
  const reports = [report(1), report(2, { 'female@2026': 11, 'minority_female@2026': 7 })]
  const of = (edition: Edition, code: string, tried = reports) =>
    tryEdition(edition, tried).checks.find(it => it.code === code)

  test('each check says which would newly fail, with the message each would have read', () => {
    const edition = changed(asItWas, all => [...all, written('W101', 'unknown <= 4', 'unknown')])
    expect(of(edition, 'W101')).toMatchObject({
      is: 'new',
      fails: [
        { unit: { id: 1, name: 'Xã 1' }, fields: ['unknown@2026'], message: 'Chưa xác định 5 là nhiều.' },
        { unit: { id: 2 } },
      ],
      passes: [],
      failing: 2,
    })
  })

  test('a report that failed it already fails it not anew', () => {
    expect(of(changed(asItWas), 'H3')).toMatchObject({ is: 'kept', fails: [], passes: [], failing: 1 })
  })

  test('what a changed or retired check no longer says is shown too', () => {
    const milder = changed(asItWas, all =>
      all.map(it => (it.code === 'H3' && it.kind === 'atMost' ? { ...it, limits: ['graduates'] } : it)),
    )
    expect(of(milder, 'H3')).toMatchObject({ is: 'changed', passes: [{ unit: { id: 2 } }], failing: 0 })
    const without = changed(asItWas, all => all.filter(it => it.code !== 'H3'))
    expect(of(without, 'H3')).toMatchObject({ is: 'gone', passes: [{ unit: { id: 2 } }], failing: 0 })
  })

  test('a new box is no failure of a report that was never asked', () => {
    const edition = changed(inSection('situation', all => [...all, army]))
    const tried = tryEdition(edition, reports)
    expect(tried.newBoxes).toEqual([{ code: 'sit_army', label: 'Đang tại ngũ', reports: 2 }])
    expect(tried.checks.find(it => it.code === 'H2')?.fails).toEqual([])
  })

  test('a box that was optional and is asked for now is one', () => {
    const optional = changed(inSection('wishes', all => all.map(it => ({ ...it, required: false }))))
    const sent = { ...report(3, { wish_gdtx: null }), edition: optional }
    expect(of(firstEdition, 'H2', [sent])?.fails).toMatchObject([{ fields: ['wish_gdtx'] }])
  })
})

describe('a written check in words', () => {
  const indicators = firstEdition.sections.flatMap(it => it.indicators)
  const words = (text: string, lang: 'vi' | 'en' = 'vi') => {
    const parsed = parseExpression(text, 'vi')
    return 'error' in parsed ? parsed.error : explainExpression(parsed.expression, { indicators, lang })
  }
  const cases: [string, string][] = [
    ['neither <= graduates', 'Không đi học, chưa học nghề ≤ Tổng số tốt nghiệp'],
    [
      'graduates == 0 || unknown / graduates <= 0.2',
      'Tổng số tốt nghiệp = 0 hoặc Chưa xác định ÷ Tổng số tốt nghiệp ≤ 0,2',
    ],
    ['unknown - previous(unknown) <= 10', 'Chưa xác định − Chưa xác định kỳ trước ≤ 10'],
    ['sum(unknown) != 3', 'tổng các năm của Chưa xác định ≠ 3'],
    ['female - (minority - 1) > 2 * (female + 1)', 'Nữ − (DTTS − 1) > 2 × (Nữ + 1)'],
    ['female / (minority * 2) < -(female + 1)', 'Nữ ÷ (DTTS × 2) < −(Nữ + 1)'],
    [
      'female > 1 && (minority > 1 || !(poor == 2))',
      'Nữ > 1 và (DTTS > 1 hoặc không được: (Hộ nghèo, cận nghèo = 2))',
    ],
    ['abs(female - minority) < max(1, female)', 'độ lớn của (Nữ − DTTS) < số lớn nhất trong (1; Nữ)'],
  ]
  test.each(cases)('%s', (text, said) => {
    expect(words(text)).toBe(said)
  })
  test('and in English', () => {
    expect(words('unknown <= 0.2 * previous(graduates)', 'en')).toBe('Unknown ≤ 0.2 × last month’s Graduates')
  })
  test('stands in the form’s help when its indicators are on', () => {
    const edition = changed(asItWas, all => [...all, written('W101', 'poor <= 3')])
    expect(helpOf(edition, ALL_ON, 'vi').at(-1)).toBe('Cổng kiểm tra: Hộ nghèo, cận nghèo ≤ 3.')
    expect(helpOf(edition, NONE_ON, 'vi')).toHaveLength(firstEdition.definitions.length)
  })
})
