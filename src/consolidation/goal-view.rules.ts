import { reaches } from '../targets/target.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { pointsBetween, type Rate, ratesOf, shareOf } from './rate.rules.ts'
import { stateRemarks } from './remark.rules.ts'
import { type Block, type Cells, type ConsolidationTable, isNested, type Row } from './table.rules.ts'

/** Shares beside their targets, as the page shows them under "So với chỉ tiêu" (partials/goal-table). */
export type GoalView = {
  caption: string
  /** No unit of the table has a target for the school year: shares stand alone. */
  noGoals: boolean
  measures: { label: string; whole: string }[]
  rows: GoalRow[]
  total: GoalRow
}

export type GoalRow = {
  order: number | null
  name: string
  href: string | null
  missing: boolean
  /** Why there is nothing, or who has reported of an office's communes. */
  note: string
  graduates: string
  cells: GoalCell[]
}

export type GoalCell = {
  /** '62,5%'; a dash when it cannot be told. */
  share: string
  /** '70%', '' without a target. */
  goal: string
  /** 'thấp hơn 7,5 điểm'. */
  difference: string
  /** 'Đạt' or 'Chưa đạt' in words; '' when there is nothing to say. */
  verdict: string
  reached: boolean | null
}

type Measured = { values: Cells; goals: Row['goals'] }

/** Of an office with offices below it the rows are those offices, as in the table's other views. */
export function goalView(table: ConsolidationTable, lang: Lang): GoalView {
  const rates = ratesOf(table.columns)
  const cellsOf = (it: Measured) => rates.map(rate => goalCell(it, rate, lang))
  const wholeAt = rates[0]?.whole ?? -1
  const graduates = (values: Cells) => numberText(values[wholeAt] ?? null)
  const ofRow = (row: Row, at: number): GoalRow => ({
    order: at + 1,
    name: row.name,
    href: `/reports/${row.unitId}/${table.month}`,
    missing: row.version === null,
    note: stateRemarks(row, lang).join('; '),
    graduates: graduates(row.values),
    cells: cellsOf(row),
  })
  const ofOffice = ({ office, counts, totals, goals }: Block, at: number): GoalRow => ({
    order: at + 1,
    name: office.name,
    href: `/consolidation/${office.id}/${table.month}?view=goals`,
    missing: counts.reported === 0,
    note: say(lang, 'sheet.reportedOf', {
      reported: formatNumber(counts.reported),
      expected: formatNumber(counts.expected),
    }),
    graduates: graduates(totals),
    cells: cellsOf({ values: totals, goals }),
  })
  const { totals: values, goals } = table
  return {
    caption: say(lang, 'targets.view.caption'),
    noGoals: !anyGoal(table),
    measures: rates.map(({ measure }) => ({
      label: say(lang, `targets.measure.${measure}`),
      whole: say(lang, `targets.measure.${measure}.short`),
    })),
    rows: isNested(table) ? table.blocks.map(ofOffice) : table.blocks.flatMap(it => it.rows.map(ofRow)),
    total: {
      order: null,
      name: say(lang, 'sheet.total'),
      href: null,
      missing: table.counts.reported === 0,
      note: '',
      graduates: graduates(values),
      cells: cellsOf({ values, goals }),
    },
  }
}

const anyGoal = ({ goals, blocks }: ConsolidationTable): boolean =>
  [goals, ...blocks.flatMap(it => [it.goals, ...it.rows.map(row => row.goals)])].some(
    it => Object.keys(it).length > 0,
  )

function goalCell({ values, goals }: Measured, rate: Rate, lang: Lang): GoalCell {
  const share = shareOf(values, rate)
  const goal = goals[rate.measure]
  const reached = reaches(share, goal, rate.better)
  const points = share === null || !goal ? null : pointsBetween(share, goal.percent)
  return {
    share: share === null ? '–' : formatPercent(share),
    goal: goal ? formatPercent(goal.percent / 100) : '',
    difference: points === null ? '' : differenceText(points, lang),
    verdict: reached === null ? '' : say(lang, reached ? 'targets.reached' : 'targets.short'),
    reached,
  }
}

function differenceText(points: number, lang: Lang): string {
  if (points === 0) return say(lang, 'targets.equal')
  return say(lang, points > 0 ? 'targets.above' : 'targets.below', { points: formatNumber(Math.abs(points)) })
}

const numberText = (value: number | null): string => (value === null ? '–' : formatNumber(value))
