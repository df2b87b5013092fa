import type { PaperBlock } from '../files/paper-model.rules.ts'
import { paragraphs } from '../files/paper-text.rules.ts'
import { reaches } from '../targets/target.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth, formatNumber } from '../words/vietnamese.ts'
import { type FigureReader, figuresAt } from './paper-figure.rules.ts'
import { type Rate, shareOf } from './rate.rules.ts'
import { type ConsolidationTable, rowsOf } from './table.rules.ts'

/** What a report says beside its own figures: how they moved since last month, and how they stand to the targets. */

/**
 * Last month against this one, over the units that reported both times only: a unit that was missing then is no rise, and
 * one that is missing now no fall. Masked papers say the direction alone, since a difference would give a small cell away.
 */
export function sinceLastMonth(reader: FigureReader, before: ConsolidationTable | null): PaperBlock[] {
  const { table } = reader
  const moves = before && compared(reader, before)
  if (!before || !moves) return paragraphs(say('vi', 'papers.before.none'))
  const month = formatMonth(before.month)
  const said = (['neither', 'unknown'] as const).flatMap(code => {
    const moved = moves.find(it => it.code === code)
    return moved ? [sayMove(moved, reader.masked)] : []
  })
  const otherCohorts = table.cohorts.join() !== before.cohorts.join()
  return paragraphs(
    say('vi', 'papers.before', {
      month,
      units: formatNumber(Math.max(...moves.map(it => it.units))),
      moves: said.join('; '),
    }),
    otherCohorts ? say('vi', 'papers.before.cohorts', { month, years: before.cohorts.join(', ') }) : '',
  )
}

type Move = { code: 'neither' | 'unknown'; units: number; from: number; to: number }

function compared(reader: FigureReader, before: ConsolidationTable): Move[] | null {
  const moves = (['neither', 'unknown'] as const).flatMap(code => {
    const then = figuresAt(
      before,
      before.columns.findIndex(it => it.code === code && it.cohort === null),
    )
    const now = figuresAt(reader.table, reader.at(code))
    const both = [...now.keys()].filter(id => then.has(id))
    const sum = (figures: Map<number, number>) =>
      both.reduce((total, id) => total + (figures.get(id) ?? 0), 0)
    return both.length > 0 ? [{ code, units: both.length, from: sum(then), to: sum(now) }] : []
  })
  return moves.length > 0 ? moves : null
}

function sayMove({ code, from, to }: Move, masked: boolean): string {
  const what = say('vi', `papers.what.${code}`)
  const way = to > from ? 'up' : to < from ? 'down' : 'same'
  if (masked) return say('vi', `papers.move.${way}.masked`, { what })
  const figures = { what, from: formatNumber(from), to: formatNumber(to) }
  if (way === 'same') return say('vi', 'papers.move.same', { what, to: figures.to })
  return say('vi', `papers.move.${way}`, { ...figures, by: formatNumber(Math.abs(to - from)) })
}

/** Each share that has a target: the share, the target, whether it is reached, and how many units reach theirs. */
export function againstGoals(reader: FigureReader): PaperBlock[] {
  const lines = reader.rates.flatMap(rate => goalLine(reader, rate))
  return paragraphs(...(lines.length > 0 ? lines : [say('vi', 'papers.goals.none')]))
}

function goalLine(reader: FigureReader, rate: Rate): string[] {
  const { table } = reader
  const goal = table.goals[rate.measure]
  const met = reaches(shareOf(table.totals, rate), goal, rate.better)
  const share = reader.share('total', table.totals, rate)
  if (!goal || met === null || share === null) return []
  const judged = rowsOf(table).flatMap(
    it => reaches(shareOf(it.values, rate), it.goals[rate.measure], rate.better) ?? [],
  )
  return [
    say('vi', met ? 'papers.goal.met' : 'papers.goal.unmet', {
      what: say('vi', `papers.rate.${rate.measure}`),
      share,
      goal: formatNumber(goal.percent),
      most: say('vi', rate.better === 'more' ? 'papers.goal.atLeast' : 'papers.goal.atMost'),
      reached: formatNumber(judged.filter(Boolean).length),
      units: formatNumber(judged.length),
    }),
  ]
}
