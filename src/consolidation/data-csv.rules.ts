import type { OpenData, OpenFigure } from './open-data.rules.ts'

/** The open data as one CSV file: a line a commune, after them each office's sums, last the total. */

export const separators = [';', ','] as const
export type Separator = (typeof separators)[number]

/** Before the figures, whose columns bear the form's codes. */
const LEAD = [
  'level',
  'month',
  'office_code',
  'office',
  'unit_code',
  'unit',
  'state',
  'timing',
  'first_submitted_at',
  'nil',
  'expected',
  'reported',
] as const

type Lead = Record<(typeof LEAD)[number], string | number>
type Line = { lead: Lead; figures: Record<string, OpenFigure> }

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8; lines end in CR LF. */
export function toCsv(data: OpenData, separator: Separator): string {
  const keys = data.columns.map(it => it.key)
  const write = (cells: readonly (string | number | null)[]) =>
    `${cells.map(it => cell(it, separator)).join(separator)}\r\n`
  const lines = linesOf(data).map(({ lead, figures }) =>
    write([...LEAD.map(name => lead[name]), ...keys.map(key => figures[key] ?? null)]),
  )
  return `\uFEFF${write([...LEAD, ...keys])}${lines.join('')}`
}

function linesOf(data: OpenData): Line[] {
  const isNested = data.offices.some(it => it.office.id !== data.office.id)
  const offices = data.offices.flatMap(({ office, counts, communes, figures }): Line[] => {
    const place = { month: data.month, office_code: office.code, office: office.name }
    const sums = { lead: { ...empty, level: 'office', ...place, ...countsOf(counts) }, figures }
    const each = communes.map(
      ({ unit, state, timing, firstSubmittedAt, nil, figures: own }): Line => ({
        lead: {
          ...place,
          level: 'commune',
          unit_code: unit.code,
          unit: unit.name,
          state,
          timing: timing ?? '',
          first_submitted_at: firstSubmittedAt ?? '',
          nil: state === 'missing' ? '' : Number(nil),
          expected: 1,
          reported: Number(state !== 'missing'),
        },
        figures: own,
      }),
    )
    return isNested ? [...each, sums] : each
  })
  const { month, office, counts, total } = data
  const place = { month, office_code: office.code, office: office.name }
  return [
    ...offices,
    { lead: { ...empty, level: 'total', ...place, ...countsOf(counts) }, figures: total.figures },
  ]
}

const empty = Object.fromEntries(LEAD.map(name => [name, ''])) as Lead

const countsOf = ({ expected, reported }: OpenData['counts']) => ({ expected, reported })

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises; figures are
 * the portal's own and stay, minus signs too.
 */
function cell(value: string | number | null, separator: Separator): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
