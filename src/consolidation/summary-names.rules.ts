import type { PaperBlock } from '../files/paper-model.rules.ts'
import { paragraphs } from '../files/paper-text.rules.ts'
import { reaches } from '../targets/target.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import { type FigureReader, figuresAt, listNames } from './paper-figure.rules.ts'
import { shareOf } from './rate.rules.ts'
import { type ConsolidationTable, type Row, rowsOf } from './table.rules.ts'

/** Whom a report names: who did well, and who is to be chased. */

/**
 * On time, not sent back, and where it should be: all its targets reached; or, where none are set, fewer in neither than
 * last month. A first month without targets praises nobody for figures.
 */
export function toPraise(reader: FigureReader, before: ConsolidationTable | null): PaperBlock[] {
  const { table, rates } = reader
  const now = figuresAt(table, reader.at('neither'))
  const then = before
    ? figuresAt(
        before,
        before.columns.findIndex(it => it.code === 'neither' && it.cohort === null),
      )
    : new Map<number, number>()
  const verdicts = ({ values, goals }: Row) =>
    rates.flatMap(rate => reaches(shareOf(values, rate), goals[rate.measure], rate.better) ?? [])
  const fewer = ({ unitId }: Row) => (now.get(unitId) ?? 0) < (then.get(unitId) ?? 0)
  const well = rowsOf(table).filter(row => {
    if (row.timing !== 'on-time' || row.state === 'returned') return false
    const judged = verdicts(row)
    return judged.length > 0 ? judged.every(Boolean) : fewer(row)
  })
  const aimed = rowsOf(table).some(it => verdicts(it).length > 0)
  if (well.length === 0) return paragraphs(say('vi', 'papers.praise.nobody'))
  return paragraphs(named(aimed ? 'papers.praise.goals' : 'papers.praise.fewer', well))
}

/** Missing ones, those sent back and not yet sent anew, and those that were late; each only when there are any. */
export function toChase({ table }: FigureReader): PaperBlock[] {
  const rows = rowsOf(table)
  const lines = [
    named(
      'papers.chase.missing',
      rows.filter(it => it.state === 'missing'),
    ),
    named(
      'papers.chase.returned',
      rows.filter(it => it.state === 'returned'),
    ),
    named(
      'papers.chase.late',
      rows.filter(it => it.timing === 'late' && it.state !== 'returned'),
    ),
  ].filter(it => it !== '')
  return paragraphs(...(lines.length > 0 ? lines : [say('vi', 'papers.chase.nobody')]))
}

const named = (key: Key, rows: readonly Row[]): string =>
  rows.length === 0
    ? ''
    : say('vi', key, { count: formatNumber(rows.length), names: listNames(rows.map(it => it.name)) })
