import type { Deadline, Holidays } from '../calendar/deadline.rules.ts'
import { isoVietnam, type Month } from '../calendar/month.rules.ts'
import { type Column, columnsOf, columnValue } from '../reports/column.rules.ts'
import {
  cohortsOf,
  type Edition,
  type Figures,
  fieldName,
  shownSections,
  type TextBox,
} from '../reports/form.rules.ts'
import { type Goals, goalsOf, type Target } from '../targets/target.rules.ts'
import { defaultStandard, type Standard } from '../targets/universal.rules.ts'
import { lateDaysIn } from './late-days.rules.ts'
import { type Place, placesUnder } from './place.rules.ts'
import type {
  Cells,
  ConsolidationTable,
  Counts,
  Paper,
  Row,
  RowState,
  Schools,
  TableColumn,
} from './table.rules.ts'

/** A report's version that counts: the current one of a submitted, accepted or returned report. */
export type CountedVersion = {
  unitId: number
  state: 'draft' | 'awaiting' | 'submitted' | 'returned' | 'accepted'
  onTime: boolean
  firstSubmittedAt: Date
  /** The unit's own later due date, when it was given more time. */
  moreTime?: Date | null
  versionId: number
  number: number
  reason: string
  nil: boolean
  figures: Figures
  texts: Record<string, string>
  explanations: Record<string, string>
  warnings: { code: string; message: string }[]
  submittedAt: Date
  by: string
}

export type ConsolidationInput = {
  office: { id: number; name: string }
  month: Month
  edition: Edition
  switches: ReadonlySet<string>
  deadline: Pick<Deadline, 'due' | 'cutOff' | 'periodFrom'>
  /** The office's days off, for how late its own communes were; without them that is not said. */
  holidays?: Holidays
  /** Everything under the office in that month, at any depth, as units/unit.store lists it. */
  units: readonly Place[]
  versions: readonly CountedVersion[]
  /** The offices above this one, nearest first: their targets hold where there is none nearer. */
  above?: readonly number[]
  /** Of the month's school year, of any unit named here. */
  targets?: readonly Target[]
  standard?: Standard
  schools?: Schools
  paper: Paper
}

/**
 * Builds the table. Expected are the communes that stand under the office in that month; one without a version
 * that counts is a missing row, with empty cells. A returned report stays counted with the figures it has until
 * the commune sends better ones: taking it out would make the total jump twice; it is marked instead.
 */
export function consolidate(input: ConsolidationInput): ConsolidationTable {
  const { office, month, edition, deadline, paper } = input
  const cohorts = cohortsOf(edition, month)
  const columns = tableColumns(edition, input.switches, cohorts)
  const counted = new Map(input.versions.map(it => [it.unitId, it]))
  const goalsFor = goalFinder(input)
  const toRow = rowMaker(input, columns, goalsFor)
  const blocks = placesUnder(office, input.units).map(place => {
    const rows = place.communes.map(unit => toRow(unit, counted.get(unit.id)))
    return {
      office: place.office,
      rows,
      totals: sumCells(
        rows.map(it => it.values),
        columns.length,
      ),
      counts: countRows(rows),
      goals: goalsFor(place.office.id),
    }
  })
  return {
    office,
    month,
    edition: { code: edition.code, title: edition.title },
    due: isoVietnam(deadline.due),
    cutOff: deadline.cutOff,
    periodFrom: deadline.periodFrom,
    cohorts,
    columns: columns.map(it => it.shown),
    blocks,
    totals: sumCells(
      blocks.map(it => it.totals),
      columns.length,
    ),
    counts: addCounts(blocks.map(it => it.counts)),
    goals: goalsFor(office.id),
    standard: input.standard ?? defaultStandard,
    schools: input.schools ?? { tolerance: 5, counts: [] },
    paper,
  }
}

type Reader = { shown: TableColumn; read: (figures: Figures) => number | null }

function tableColumns(edition: Edition, switches: ReadonlySet<string>, cohorts: number[]): Reader[] {
  const optional = new Set(
    shownSections(edition, switches)
      .filter(it => it.switch)
      .map(it => it.code),
  )
  const columns = columnsOf(edition, switches)
  const kindOf = ({ section, indicator }: Column) => {
    if (optional.has(section)) return 'detail'
    return indicator.carries ? 'stock' : 'flow'
  }
  const all = columns.map(it => ({
    shown: shownColumn(it, null, kindOf(it)),
    read: (figures: Figures) => columnValue(it, figures, cohorts),
  }))
  const byCohort = cohorts.flatMap(cohort =>
    columns
      .filter(it => it.indicator.scope === 'cohort')
      .map(it => ({
        shown: shownColumn(it, cohort, 'cohort'),
        read: (figures: Figures) => figures[fieldName(it.code, cohort)] ?? null,
      })),
  )
  return [...all, ...byCohort]
}

function shownColumn(column: Column, cohort: number | null, kind: TableColumn['kind']): TableColumn {
  const { code, section, group, under, head, numbering, indicator } = column
  const signed = indicator.type === 'signed'
  return { key: fieldName(code, cohort), code, cohort, section, group, under, head, numbering, signed, kind }
}

/** What each unit is measured by, going up from it through the offices of that month. */
function goalFinder({ office, units, above = [], targets = [] }: ConsolidationInput): (id: number) => Goals {
  if (targets.length === 0) return () => ({})
  const parents = new Map(units.map(it => [it.id, it.parentId]))
  const chainOf = (id: number): number[] => {
    const parent = id === office.id ? undefined : parents.get(id)
    return parent === undefined ? [id] : [id, ...chainOf(parent)]
  }
  return id => goalsOf([...chainOf(id), ...above], targets)
}

function rowMaker(input: ConsolidationInput, columns: Reader[], goalsFor: (id: number) => Goals) {
  const { edition } = input
  const empty: Cells = columns.map(() => null)
  return (unit: Place, version: CountedVersion | undefined): Row => {
    const goals = goalsFor(unit.id)
    if (!version) return missingRow(unit, empty, goals)
    return {
      unitId: unit.id,
      name: unit.fullName,
      state: stateOf(version.state),
      timing: version.onTime ? 'on-time' : 'late',
      lateDays: lateDaysIn(unit, version, input),
      firstSubmittedAt: isoVietnam(version.firstSubmittedAt),
      submittedAt: isoVietnam(version.submittedAt),
      by: version.by,
      version: { id: version.versionId, number: version.number, reason: version.reason },
      nil: version.nil,
      values: columns.map(it => it.read(version.figures)),
      goals,
      explanations: explanationsOf(version),
      texts: edition.texts.flatMap(it => textOf(it, version.texts)),
    }
  }
}

const missingRow = (unit: Place, empty: Cells, goals: Goals): Row => ({
  unitId: unit.id,
  name: unit.fullName,
  state: 'missing',
  timing: null,
  firstSubmittedAt: null,
  submittedAt: null,
  by: null,
  version: null,
  nil: false,
  values: empty,
  goals,
  explanations: [],
  texts: [],
})

/** A correction being drafted or awaiting sign-off leaves the version before it counting as submitted. */
const stateOf = (state: CountedVersion['state']): RowState =>
  state === 'accepted' || state === 'returned' ? state : 'submitted'

/** Each explanation once, under the warning it answers; one whose warning is no longer named stands by itself. */
function explanationsOf({ warnings, explanations }: CountedVersion): Row['explanations'] {
  const asked = new Map(warnings.map(it => [it.code, it.message]))
  return Object.entries(explanations)
    .filter(([, text]) => text.trim() !== '')
    .map(([code, text]) => ({ warning: asked.get(code) ?? '', text: text.trim() }))
}

function textOf({ code, label }: TextBox, texts: Record<string, string>): Row['texts'] {
  const text = texts[code]?.trim() ?? ''
  return text === '' ? [] : [{ code, label: label.vi, text }]
}

/** Sums of what is there: an empty cell adds nothing, and a column without a figure has no sum. */
function sumCells(rows: readonly Cells[], width: number): Cells {
  const sums: Cells = Array.from({ length: width }, () => null)
  for (const row of rows)
    for (const [at, value] of row.entries()) if (value !== null) sums[at] = (sums[at] ?? 0) + value
  return sums
}

const countRows = (rows: readonly Row[]): Counts => {
  const count = (is: (row: Row) => boolean) => rows.filter(is).length
  return {
    expected: rows.length,
    reported: count(it => it.state !== 'missing'),
    onTime: count(it => it.timing === 'on-time'),
    late: count(it => it.timing === 'late'),
    returned: count(it => it.state === 'returned'),
    missing: count(it => it.state === 'missing'),
  }
}

const addCounts = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, it) => ({
      expected: sum.expected + it.expected,
      reported: sum.reported + it.reported,
      onTime: sum.onTime + it.onTime,
      late: sum.late + it.late,
      returned: sum.returned + it.returned,
      missing: sum.missing + it.missing,
    }),
    countRows([]),
  )
