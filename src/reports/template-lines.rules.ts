import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import { type Edition, type Field, fieldName, type Indicator } from './form.rules.ts'
import { canSpeak } from './formula.rules.ts'

/** The lines of a commune's Excel template, top down: what is printed, and what each box is for. */

export type Role =
  | 'mark'
  | 'title'
  | 'subtitle'
  | 'unit'
  | 'section'
  | 'note'
  | 'head'
  | 'order'
  | 'label'
  | 'hint'
  | 'before'
  | 'figure'
  | 'text'
  | 'state'
  | 'message'
  /** Filled in when the book is written: due date, what the boxes already hold, what is left to do. */
  | 'live'

export type TemplateUnit = { id: number; code: string; name: string }

export type TemplateOf = {
  edition: Edition
  cohorts: readonly number[]
  fields: readonly Field[]
  month: Month
  unit: TemplateUnit
}

/** A cell of a line by its column, 1 for A, and over how many columns it reaches. */
export type Seat = { at: number; span?: number; role: Role; text?: string; key?: string }
export type Line = readonly Seat[]

/** The first column of figures, the last column before it, and the fewest columns a page is wide. */
const FIRST = 3
const LEAST = 8

/** The line that asks for whole numbers, which the edition takes for granted (H1 of `form-checks.csv`). */
export const NUMBERS = 'H1'
/** What a box for an explanation is keyed by, before the warning's code. */
export const EXPLAIN = 'explain:'

export const columnsOf = ({ cohorts }: Pick<TemplateOf, 'cohorts'>): number =>
  Math.max(LEAST, FIRST - 1 + 2 * cohorts.length)

export function linesOf(of: TemplateOf): Line[] {
  const columns = columnsOf(of)
  return [
    ...topLines(of, columns),
    ...sectionsIn(of).flatMap(section => sectionLines(section, of, columns)),
    ...writtenLines(of, columns),
    ...checkLines(of, columns),
  ]
}

/** A commune and month in one line, legible to a person: a sheet that was renamed or moved is known by it. */
export const markOf = (month: Month, unit: TemplateUnit): string =>
  say('vi', 'template.mark', { code: `${month.replace('-', '')}-${unit.code}` })

function topLines({ edition, month, unit }: TemplateOf, columns: number): Line[] {
  const across = (role: Role, text?: string): Line => [
    { at: 1, span: columns, role, ...(text === undefined ? {} : { text }) },
  ]
  return [
    across('mark', markOf(month, unit)),
    across('title', say('vi', 'template.title', { month: formatMonth(month) })),
    across('subtitle', edition.title.vi),
    across('unit', say('vi', 'template.unit', { unit: unit.name })),
    across('live'),
    across('live'),
    across('live'),
    [],
  ]
}

type Shown = { title: string; intro: string; indicators: Indicator[] }

/** The sections as this commune's fields have them: what is switched off has no field. */
function sectionsIn({ edition, fields }: TemplateOf): Shown[] {
  return edition.sections.flatMap(({ code, title, intro }, _, all) => {
    const own = fields.filter(it => it.section === code).map(it => it.indicator)
    const indicators = [...new Set(own)]
    if (indicators.length === 0) return []
    const before = all.slice(
      0,
      all.findIndex(it => it.code === code),
    )
    const number = before.filter(it => fields.some(field => field.section === it.code)).length + 1
    return [{ title: `${number}. ${title.vi}`, intro: intro?.vi ?? '', indicators }]
  })
}

function sectionLines({ title, intro, indicators }: Shown, of: TemplateOf, columns: number): Line[] {
  const byCohort = indicators.filter(it => it.scope === 'cohort')
  const shared = indicators.filter(it => it.scope === 'all')
  return [
    [{ at: 1, span: columns, role: 'section', text: title }],
    ...(intro === '' ? [] : [[{ at: 1, span: columns, role: 'note', text: intro } as const]]),
    ...(byCohort.length > 0 ? cohortLines(byCohort, of.cohorts) : []),
    ...(shared.length > 0 ? sharedLines(shared, columns) : []),
    [],
  ]
}

/** Each graduation year has two columns: last month's figure, and the box. */
function cohortLines(indicators: readonly Indicator[], cohorts: readonly number[]): Line[] {
  const place = (index: number) => FIRST + 2 * index
  return [
    [
      { at: 1, role: 'head', text: '' },
      { at: 2, role: 'head', text: '' },
      ...cohorts.map((year, index) => ({
        at: place(index),
        span: 2,
        role: 'head' as const,
        text: say('vi', 'template.cohort', { year }),
      })),
    ],
    [...leftHeads(), ...cohorts.flatMap((_, index) => pairHeads(place(index)))],
    ...indicators.map((it, order) => [
      ...leftOf(it, order),
      ...cohorts.flatMap((year, index) => pairOf(fieldName(it.code, year), place(index))),
    ]),
  ]
}

function sharedLines(indicators: readonly Indicator[], columns: number): Line[] {
  const beside = { at: FIRST + 2, span: columns - FIRST - 1 }
  return [
    [
      ...leftHeads(),
      ...pairHeads(FIRST),
      { ...beside, role: 'head', text: say('vi', 'template.hint') } as const,
    ],
    ...indicators.map((it, order) => [
      ...leftOf(it, order),
      ...pairOf(it.code, FIRST),
      { ...beside, role: 'hint' as const, text: it.hint?.vi ?? '' },
    ]),
  ]
}

const leftHeads = (): Line => [
  { at: 1, role: 'head', text: say('vi', 'template.order') },
  { at: 2, role: 'head', text: say('vi', 'template.indicator') },
]

const pairHeads = (at: number): Line => [
  { at, role: 'head', text: say('vi', 'template.before') },
  { at: at + 1, role: 'head', text: say('vi', 'template.now') },
]

const leftOf = ({ label }: Indicator, order: number): Line => [
  { at: 1, role: 'order', text: String(order + 1) },
  { at: 2, role: 'label', text: label.vi },
]

const pairOf = (name: string, at: number): Line => [
  { at, role: 'before', key: name },
  { at: at + 1, role: 'figure', key: name },
]

function writtenLines({ edition }: TemplateOf, columns: number): Line[] {
  const box = (text: string, key: string): Line => [
    { at: 1, span: FIRST - 1, role: 'label', text },
    { at: FIRST, span: columns - FIRST + 1, role: 'text', key },
  ]
  const most = (label: string, longest: number) =>
    say('vi', 'template.most', { label, most: formatNumber(longest) })
  return [
    [{ at: 1, span: columns, role: 'section', text: say('vi', 'template.written') }],
    [{ at: 1, span: columns, role: 'note', text: say('vi', 'template.writtenNote') }],
    ...edition.texts.map(({ code, label, maxLength }) => box(most(label.vi, maxLength), code)),
    box(say('vi', 'template.reason'), 'reason'),
    [],
  ]
}

function checkLines({ edition, fields }: TemplateOf, columns: number): Line[] {
  const codes = new Set(fields.map(it => it.indicator.code))
  const spoken = edition.checks.filter(it => canSpeak(it, codes))
  const right = { at: FIRST, span: columns - FIRST + 1 }
  const head: Line = [
    { at: 1, role: 'head', text: say('vi', 'template.result') },
    { at: 2, role: 'head', text: say('vi', 'template.check') },
    { ...right, role: 'head', text: say('vi', 'template.explanation') },
  ]
  return [
    [{ at: 1, span: columns, role: 'section', text: say('vi', 'template.checks') }],
    [{ at: 1, span: columns, role: 'note', text: say('vi', 'template.checksNote') }],
    head,
    [
      { at: 1, role: 'state', key: NUMBERS },
      { at: 2, span: columns - 1, role: 'message', key: NUMBERS },
    ],
    ...spoken.map(({ code, severity }): Line => {
      const state = { at: 1, role: 'state', key: code } as const
      if (severity === 'error') return [state, { at: 2, span: columns - 1, role: 'message', key: code }]
      return [state, { at: 2, role: 'message', key: code }, { ...right, role: 'text', key: EXPLAIN + code }]
    }),
  ]
}
