import type { PaperBlock, PaperColumn, PaperRow } from '../files/paper-model.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatNumber } from '../words/vietnamese.ts'
import type { Where } from './mask.rules.ts'
import type { FigureReader } from './paper-figure.rules.ts'
import { type Cells, isNested } from './table.rules.ts'

/** The two tables that a report in words may carry: by graduation year, and by unit. */

/** The columns of both; what the form asks beyond them is in the book. */
const columns = ['graduates', 'in_thpt', 'in_gdtx', 'in_voc', 'neither', 'unknown'] as const

export function cohortTable(reader: FigureReader): PaperBlock[] {
  const { table } = reader
  const rowOf = (label: string, cohort: number | null): PaperRow => ({
    cells: [label, ...columns.map(code => reader.say('total', table.totals, reader.at(code, cohort)))],
    strong: cohort === null,
  })
  const rows = [
    ...table.cohorts.map(cohort => rowOf(String(cohort), cohort)),
    rowOf(say('vi', 'papers.sum'), null),
  ]
  return [tableOf('papers.table.cohorts', [head('papers.col.cohort', 22), ...figureHeads(13)], rows)]
}

export function unitTable(reader: FigureReader): PaperBlock[] {
  const { table } = reader
  const rowOf = (
    order: number,
    name: string,
    [where, values, missing]: [Where, Cells, boolean],
  ): PaperRow => ({
    cells: [
      formatNumber(order),
      missing ? say('vi', 'papers.missingUnit', { name }) : name,
      ...columns.map(code => (missing ? '' : reader.say(where, values, reader.at(code)))),
    ],
    strong: false,
  })
  const lines: [string, Where, Cells, boolean][] = isNested(table)
    ? table.blocks.map(it => [it.office.name, { block: it.office.id }, it.totals, it.counts.reported === 0])
    : table.blocks.flatMap(block =>
        block.rows.map((it): [string, Where, Cells, boolean] => [
          it.name,
          { row: it.unitId },
          it.values,
          it.version === null,
        ]),
      )
  const rows = lines.map(([name, ...line], at) => rowOf(at + 1, name, line))
  const sum: PaperRow = {
    cells: [
      '',
      say('vi', 'papers.sum'),
      ...columns.map(code => reader.say('total', table.totals, reader.at(code))),
    ],
    strong: true,
  }
  const heads = [head('papers.col.order', 7), head('papers.col.unit', 33), ...figureHeads(10)]
  return [tableOf('papers.table.units', heads, [...rows, sum])]
}

const head = (key: Key, share: number): PaperColumn => ({ head: say('vi', key), share, align: 'left' })
const figureHeads = (share: number): PaperColumn[] =>
  columns.map(code => ({ head: say('vi', `papers.col.${code}`), share, align: 'right' }))

const tableOf = (caption: Key, heads: PaperColumn[], rows: PaperRow[]): PaperBlock => ({
  kind: 'table',
  table: { caption: say('vi', caption), columns: heads, rows },
})
