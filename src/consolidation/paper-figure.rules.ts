import { withinSentence } from '../files/paper-text.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatPercent } from '../words/vietnamese.ts'
import { type Shield, shieldFor, type Where } from './mask.rules.ts'
import { type Rate, ratesOf, shareOf } from './rate.rules.ts'
import { type Cells, type ConsolidationTable, type Row, rowsOf } from './table.rules.ts'

/** Figures of a table as a paper says them: masked where the paper is, and never an empty one as 0. */
export type FigureReader = {
  table: ConsolidationTable
  masked: boolean
  rates: readonly Rate[]
  /** Where the column of an indicator stands; of all cohorts together, or of one. -1 when the table lacks it. */
  at: (code: string, cohort?: number | null) => number
  say: (where: Where, values: Cells, at: number) => string
  /** '12,3%'; null when there is none, or a part of it is masked. */
  share: (where: Where, values: Cells, rate: Rate) => string | null
}

export function figureReader(table: ConsolidationTable): FigureReader {
  const shield: Shield = shieldFor(table)
  const places = new Map(table.columns.map(({ code, cohort }, at) => [`${code} ${cohort ?? ''}`, at]))
  return {
    table,
    masked: table.paper.maskSmallCells,
    rates: ratesOf(table.columns),
    at: (code, cohort = null) => places.get(`${code} ${cohort ?? ''}`) ?? -1,
    say: (where, values, at) => shield.text(where, at) ?? figureText(values[at] ?? null),
    share: (where, values, rate) => {
      const hidden = [...rate.parts, rate.whole].some(at => shield.text(where, at) !== null)
      const share = hidden ? null : shareOf(values, rate)
      return share === null ? null : formatPercent(share)
    },
  }
}

export const figureText = (value: number | null): string =>
  value === null ? say('vi', 'papers.none') : formatNumber(value)

/** Reported rows, each with one figure; those without it are left out. */
export const figuresAt = (table: ConsolidationTable, at: number): Map<number, number> =>
  new Map(
    rowsOf(table).flatMap(({ unitId, values }: Row) => {
      const value = values[at] ?? null
      return value === null ? [] : [[unitId, value] as const]
    }),
  )

const NAMES = 12

/** 'Xã A, Xã B' in Vietnamese order, the rest as a number. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map(withinSentence).join(', ')
  const left = names.length - NAMES
  return left > 0 ? say('vi', 'papers.andOthers', { names: shown, count: formatNumber(left) }) : shown
}
