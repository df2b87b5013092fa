import type { Month } from '../calendar/month.rules.ts'
import type { Goals, Measure } from '../targets/target.rules.ts'
import { openShield, type Shield, shieldOf, type Where } from './mask.rules.ts'
import { ratesOf, shareOf } from './rate.rules.ts'
import type { Cells, ConsolidationTable, Counts, Row, TableColumn } from './table.rules.ts'

/**
 * The consolidated table for programs: figures by the form's own codes, never by place. docs/open-data.md describes it
 * for whoever reads the files; CSV and JSON are both written from this.
 */
export type OpenData = {
  schema: typeof SCHEMA
  /** Made to be published: small figures masked, no names of people, nothing that was written in words. */
  forPublication: boolean
  masked: boolean
  office: Unit
  month: Month
  edition: { code: string; title: ConsolidationTable['edition']['title'] }
  due: string
  cutOff: string
  periodFrom: string
  cohorts: number[]
  columns: OpenColumn[]
  offices: OpenOffice[]
  counts: Counts
  total: Measured
}

export const SCHEMA = 'ngay25/consolidation/1'

/** `code` is the unit's code in the month's list (GSO), '' when it has none. */
type Unit = { id: number; code: string; name: string }
type OpenColumn = Pick<TableColumn, 'key' | 'code' | 'cohort' | 'kind' | 'numbering'> & {
  label: TableColumn['head']
  section: TableColumn['group']
  partOf: string | null
}

/** null is empty or not reported, never 0; '<5' and '…' as in mask.rules. */
export type OpenFigure = number | string | null

type Measured = {
  figures: Record<string, OpenFigure>
  /** Shares of the graduates, 0 to 1; null where a figure is missing or hidden. */
  shares: Partial<Record<Measure, number | null>>
  /** Targets in per cent. */
  goals: Partial<Record<Measure, number>>
}

type OpenOffice = Measured & { office: Unit; counts: Counts; communes: OpenCommune[] }
export type OpenCommune = Measured &
  Pick<Row, 'state' | 'timing' | 'firstSubmittedAt' | 'submittedAt' | 'nil'> & {
    unit: Unit
    version: number | null
    written?: { by: string | null; explanations: Row['explanations']; texts: Row['texts'] }
  }

export type Wish = { codes: ReadonlyMap<number, string>; forPublication: boolean }

/** Masks when it is made for publication, or when the office masks whatever leaves it. */
export function openDataOf(table: ConsolidationTable, { codes, forPublication }: Wish): OpenData {
  const { office, month, edition, due, cutOff, periodFrom, cohorts, columns, counts } = table
  const masked = forPublication || table.paper.maskSmallCells
  const unit = (id: number, name: string): Unit => ({ id, code: codes.get(id) ?? '', name })
  const measure = measurer(columns, masked ? shieldOf(table) : openShield)
  const commune = (row: Row): OpenCommune => ({
    unit: unit(row.unitId, row.name),
    ...stateOf(row),
    ...(forPublication ? {} : { written: writtenIn(row) }),
    ...measure({ row: row.unitId }, row.values, row.goals),
  })
  return {
    schema: SCHEMA,
    forPublication,
    masked,
    office: unit(office.id, office.name),
    month,
    edition,
    due,
    cutOff,
    periodFrom,
    cohorts,
    columns: columns.map(openColumn),
    counts,
    total: measure('total', table.totals, table.goals),
    offices: table.blocks.map(block => ({
      office: unit(block.office.id, block.office.name),
      counts: block.counts,
      ...measure({ block: block.office.id }, block.totals, block.goals),
      communes: block.rows.map(commune),
    })),
  }
}

const openColumn = (it: TableColumn): OpenColumn => ({
  key: it.key,
  code: it.code,
  cohort: it.cohort,
  kind: it.kind,
  label: it.head,
  section: it.group,
  partOf: it.under,
  numbering: it.numbering,
})

const stateOf = ({ state, timing, firstSubmittedAt, submittedAt, nil, version }: Row) => ({
  state,
  timing,
  firstSubmittedAt,
  submittedAt,
  nil,
  version: version?.number ?? null,
})

const writtenIn = ({ by, explanations, texts }: Row) => ({ by, explanations, texts })

function measurer(columns: readonly TableColumn[], shield: Shield) {
  const rates = ratesOf(columns)
  return (where: Where, cells: Cells, goals: Goals): Measured => ({
    figures: Object.fromEntries(
      columns.map(({ key }, at) => [key, shield.text(where, at) ?? cells[at] ?? null]),
    ),
    shares: Object.fromEntries(
      rates.map(rate => {
        const isHidden = [...rate.parts, rate.whole].some(at => shield.text(where, at) !== null)
        return [rate.measure, isHidden ? null : shareOf(cells, rate)]
      }),
    ),
    goals: Object.fromEntries(Object.entries(goals).map(([name, goal]) => [name, goal.percent])),
  })
}
