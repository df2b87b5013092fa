import {
  type Bilingual,
  type Edition,
  type Figures,
  type Indicator,
  shownSections,
  sumOver,
} from './form.rules.ts'

/** One column of the board, the Excel and every other table: an indicator, summed over cohorts. */
export type Column = {
  code: string
  indicator: Indicator
  /** The section's code; equal neighbours share the merged head `group`. */
  section: string
  group: Bilingual
  /** The code of the column it is part of, when that stands in the same section ('Trong đó'). */
  under: string | null
  head: Bilingual
  /** Its place in the numbering row. */
  number: number
  /** '(4)', or with what it is the sum of: '(3)=(4)+(5)+(6)+(7)+(8)'. */
  numbering: string
}

/** Official forms write out short sums; a longer run of neighbours is written (14)+…+(19). */
const WRITTEN_OUT = 5

/**
 * The form's columns in its order. Numbering begins at `first`: (1) and (2) are the row's number and the commune.
 */
export function columnsOf(edition: Edition, switches: ReadonlySet<string>, first = 3): Column[] {
  const columns = shownSections(edition, switches).flatMap(section =>
    section.indicators.map(indicator => ({
      code: indicator.code,
      indicator,
      section: section.code,
      group: section.short ?? section.title,
      under: section.indicators.find(it => it.code === indicator.partOf)?.code ?? null,
      head: indicator.short ?? indicator.label,
    })),
  )
  const numbers = new Map(columns.map(({ code }, index) => [code, first + index]))
  return columns.map((column, index) => ({
    ...column,
    number: first + index,
    numbering: [`(${first + index})`, ...sumsOf(edition, column.code, numbers)].join('='),
  }))
}

/** The figure of a column for those cohorts; null when a box of it is empty. */
export const columnValue = (
  { code, indicator }: Column,
  figures: Figures,
  cohorts: readonly number[],
): number | null => (indicator.scope === 'cohort' ? sumOver(code, figures, cohorts) : (figures[code] ?? null))

/** The sums that the edition's checks say a column equals, as far as all their parts are columns. */
function sumsOf(edition: Edition, total: string, numbers: ReadonlyMap<string, number>): string[] {
  return edition.checks.flatMap(check => {
    if (check.kind !== 'sumEquals' || check.severity !== 'error' || check.total !== total) return []
    const parts = check.parts.map(code => numbers.get(code)).filter(number => number !== undefined)
    return parts.length === check.parts.length ? [writeSum(parts)] : []
  })
}

function writeSum(parts: readonly number[]): string {
  const names = parts.map(number => `(${number})`)
  const [start = 0] = parts
  const inARow = parts.every((number, index) => number === start + index)
  return inARow && parts.length > WRITTEN_OUT ? `${names[0]}+…+${names.at(-1)}` : names.join('+')
}

/** The open data's columns before the figures, whose own bear the form's codes: no indicator may be called so. */
export const leadColumns = [
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
