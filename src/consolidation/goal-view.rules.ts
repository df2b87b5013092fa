import { reaches } from '../targets/target.rules.ts'
import { distanceText, isDifficult, requiredOf } from '../targets/universal.rules.ts'
import { say } from '../words/all.ts'
import { formatNumber, formatPercent } from '../words/vietnamese.ts'
import type { Lang } from '../words/words.ts'
import { pointsBetween, type Rate, ratesOf, shareOf } from './rate.rules.ts'
import { stateRemarks } from './remark.rules.ts'
import {
  learningIn,
  reachedAmong,
  rowDistance,
  schoolRemarks,
  type UniversalPlaces,
  universalPlaces,
} from './standard.rules.ts'
import { type Block, type Cells, type ConsolidationTable, isNested, type Row, rowsOf } from './table.rules.ts'

/** Shares beside their targets, as the page shows them under "So với chỉ tiêu" (partials/goal-table). */
export type GoalView = {
  caption: string
  /** No unit of the table has a target for the school year: shares stand alone. */
  noGoals: boolean
  /** What level 3 of universalisation is, and that what is shown is an approximation; null where the form asks too little. */
  standard: string | null
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

/** A word and a shape: on target, not on it, or nothing to judge by; null where there is no target. */
export type Mark = 'reached' | 'short' | 'unknown'

export type GoalCell = {
  /** '62,5%'; a dash when it cannot be told. */
  share: string
  /** '70%', '' without a target. */
  goal: string
  /** 'thấp hơn 7,5 điểm'. */
  difference: string
  /** 'Đạt', 'Chưa đạt' or 'Chưa có số liệu'; '' without a target. */
  verdict: string
  mark: Mark | null
}

/** Of an office with offices below it the rows are those offices, as in the table's other views. */
export function goalView(table: ConsolidationTable, lang: Lang): GoalView {
  const rates = ratesOf(table.columns)
  const judging = { table, places: universalPlaces(table.columns), rates, lang }
  return {
    caption: say(lang, 'targets.view.caption'),
    noGoals: !anyGoal(table),
    standard: judging.places && standardText(table, lang),
    measures: [
      ...rates.map(({ measure }) => ({
        label: say(lang, `targets.measure.${measure}`),
        whole: say(lang, `targets.measure.${measure}.short`),
      })),
      ...(judging.places
        ? [{ label: say(lang, 'universal.measure'), whole: say(lang, 'universal.whole') }]
        : []),
    ],
    rows: isNested(table)
      ? table.blocks.map((it, at) => ofOffice(it, at, judging))
      : rowsOf(table).map((it, at) => ofRow(it, at, judging)),
    total: ofTotal(judging),
  }
}

/** `places` is null where the form asks too little to speak of universalisation. */
type Judging = {
  table: ConsolidationTable
  places: UniversalPlaces | null
  rates: readonly Rate[]
  lang: Lang
}

const ofRow = (row: Row, at: number, judging: Judging): GoalRow => ({
  order: at + 1,
  name: row.name,
  href: `/reports/${row.unitId}/${judging.table.month}`,
  missing: row.version === null,
  note: remarksOf(row, judging.table, judging.lang).join('; '),
  graduates: graduatesIn(row.values, judging),
  cells: [...goalCells(row, judging), ...universalCell(row, judging)],
})

function ofOffice({ office, counts, totals, goals, rows }: Block, at: number, judging: Judging): GoalRow {
  const { reported, expected } = counts
  const { lang, table } = judging
  return {
    order: at + 1,
    name: office.name,
    href: `/consolidation/${office.id}/${table.month}?view=goals`,
    missing: reported === 0,
    note: say(lang, 'sheet.reportedOf', {
      reported: formatNumber(reported),
      expected: formatNumber(expected),
    }),
    graduates: graduatesIn(totals, judging),
    cells: [...goalCells({ values: totals, goals }, judging), ...communesCell(rows, totals, judging)],
  }
}

function ofTotal(judging: Judging): GoalRow {
  const { table, lang } = judging
  const { totals: values, goals, counts } = table
  return {
    order: null,
    name: say(lang, 'sheet.total'),
    href: null,
    missing: counts.reported === 0,
    note: '',
    graduates: graduatesIn(values, judging),
    cells: [...goalCells({ values, goals }, judging), ...communesCell(rowsOf(table), values, judging)],
  }
}

const graduatesIn = (values: Cells, { rates }: Judging): string =>
  numberText(values[rates[0]?.whole ?? -1] ?? null)

const anyGoal = ({ goals, blocks }: ConsolidationTable): boolean =>
  [goals, ...blocks.flatMap(it => [it.goals, ...it.rows.map(row => row.goals)])].some(
    it => Object.keys(it).length > 0,
  )

/** A row's state, that it is in special difficulty, and where its graduates are not those of the schools. */
export const remarksOf = (row: Row, table: ConsolidationTable, lang: Lang): string[] => [
  ...stateRemarks(row, lang),
  ...(isDifficult(table.standard, row.unitId) ? [say(lang, 'universal.difficult')] : []),
  ...schoolRemarks(row, table, lang),
]

type Measured = { values: Cells; goals: Row['goals'] }

const goalCells = (it: Measured, { rates, lang }: Judging): GoalCell[] =>
  rates.map(rate => goalCell(it, rate, lang))

function goalCell({ values, goals }: Measured, rate: Rate, lang: Lang): GoalCell {
  const share = shareOf(values, rate)
  const goal = goals[rate.measure]
  const reached = reaches(share, goal, rate.better)
  const points = share === null || !goal ? null : pointsBetween(share, goal.percent)
  return {
    share: share === null ? '–' : formatPercent(share),
    goal: goal ? formatPercent(goal.percent / 100) : '',
    difference: points === null ? '' : differenceText(points, lang),
    ...(goal ? markOf(reached, lang) : { mark: null, verdict: '' }),
  }
}

/** @param reached null where there is nothing to judge by */
export function markOf(reached: boolean | null, lang: Lang): { mark: Mark; verdict: string } {
  const mark = reached === null ? 'unknown' : reached ? 'reached' : 'short'
  return { mark, verdict: say(lang, `targets.${mark}`) }
}

function universalCell(row: Row, { table, places, lang }: Judging): GoalCell[] {
  if (!places) return []
  const distance = rowDistance(row, table, places)
  return [
    {
      share: distance ? formatPercent(distance.share) : '–',
      goal: formatPercent(requiredOf(table.standard, row.unitId) / 100),
      difference: distance ? distanceText(distance, lang) : '',
      ...markOf(distance?.reached ?? null, lang),
    },
  ]
}

/** Level 3 is judged by commune: of several, the share says where they stand and how many reach it, not whether they do. */
function communesCell(rows: readonly Row[], values: Cells, { table, places, lang }: Judging): GoalCell[] {
  if (!places) return []
  const [learning, graduates] = [learningIn(values, places), values[places.whole] ?? null]
  const share = learning === null || !graduates ? null : learning / graduates
  const reached = formatNumber(reachedAmong(rows, table, places))
  return [
    {
      share: share === null ? '–' : formatPercent(share),
      goal: '',
      difference: share === null ? '' : say(lang, 'universal.communes', { reached }),
      verdict: '',
      mark: null,
    },
  ]
}

export function standardText({ standard }: Pick<ConsolidationTable, 'standard'>, lang: Lang): string {
  const { percent, difficultPercent, source } = standard
  const figures = { percent: formatNumber(percent), difficult: formatNumber(difficultPercent), source }
  return `${say(lang, 'universal.text', figures)} ${say(lang, 'universal.approximation')}`
}

function differenceText(points: number, lang: Lang): string {
  if (points === 0) return say(lang, 'targets.equal')
  return say(lang, points > 0 ? 'targets.above' : 'targets.below', { points: formatNumber(Math.abs(points)) })
}

const numberText = (value: number | null): string => (value === null ? '–' : formatNumber(value))
