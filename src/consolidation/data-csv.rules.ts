import { CSV_MARK, csvLine } from '../files/csv.rules.ts'
import { leadColumns } from '../reports/column.rules.ts'
import type { OpenData, OpenFigure } from './open-data.rules.ts'

/** The open data as one CSV file: a line a commune, after them each office's sums, last the total. */

export const separators = [';', ','] as const
export type Separator = (typeof separators)[number]

type Lead = Record<(typeof leadColumns)[number], string | number>
type Line = { lead: Lead; figures: Record<string, OpenFigure> }

export function toCsv(data: OpenData, separator: Separator): string {
  const keys = data.columns.map(it => it.key)
  const write = (cells: readonly (string | number | null)[]) => csvLine(cells, separator)
  const lines = linesOf(data).map(({ lead, figures }) =>
    write([...leadColumns.map(name => lead[name]), ...keys.map(key => figures[key] ?? null)]),
  )
  return `${CSV_MARK}${write([...leadColumns, ...keys])}${lines.join('')}`
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

const empty = Object.fromEntries(leadColumns.map(name => [name, ''])) as Lead

const countsOf = ({ expected, reported }: OpenData['counts']) => ({ expected, reported })
