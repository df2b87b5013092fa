import { createHash } from 'node:crypto'
import type { Day, Month } from '../calendar/month.rules.ts'
import type { Column } from '../reports/column.rules.ts'
import type { Bilingual } from '../reports/form.rules.ts'
import type { Goals } from '../targets/target.rules.ts'
import type { Standard } from '../targets/universal.rules.ts'

/**
 * The one table per office and month that screen, chart, Excel and API read, so that they cannot disagree.
 * It holds no clock: the same versions give the same table, whenever it is built.
 */
export type ConsolidationTable = {
  office: { id: number; name: string }
  month: Month
  edition: { code: string; title: Bilingual }
  /** ISO with +07:00. */
  due: string
  cutOff: Day
  periodFrom: Day
  cohorts: number[]
  columns: TableColumn[]
  /** One per office below, in Vietnamese order; a single one for an office to which communes report themselves. */
  blocks: Block[]
  /** Per column, over those who reported; null when nobody did. */
  totals: Cells
  counts: Counts
  /** The office's own targets for the month's school year. */
  goals: Goals
  /** Level 3 of universalisation as the office's settings have it, with the communes in special difficulty that month. */
  standard: Standard
  schools: Schools
  paper: Paper
}

/**
 * Graduates of the table's years as schools report them: set beside the communes' own, never in their place. `tolerance`: by
 * how many per cent the two may differ before it is remarked upon.
 */
export type Schools = {
  tolerance: number
  counts: readonly { unitId: number; cohort: number; graduates: number }[]
}

/** Figures by column; null is empty, which is never 0. */
export type Cells = (number | null)[]

export type TableColumn = Pick<Column, 'code' | 'section' | 'group' | 'under' | 'head' | 'numbering'> & {
  /** A field's name ('neither@2026'), or a code for all cohorts together. */
  key: string
  cohort: number | null
  signed: boolean
  /**
   * 'stock': what stands on the cut-off day, never added over months; 'flow': what happened in the period;
   * 'detail': an optional section of the form; 'cohort': one graduation year of a stock.
   */
  kind: 'stock' | 'flow' | 'detail' | 'cohort'
}

export type Block = {
  office: { id: number; name: string }
  rows: Row[]
  totals: Cells
  counts: Counts
  goals: Goals
}

export type RowState = 'missing' | 'submitted' | 'accepted' | 'returned'

export type Row = {
  unitId: number
  name: string
  state: RowState
  /** How the first submission stood against the due date, for ever; null while missing. */
  timing: 'on-time' | 'late' | null
  /** Working days late; absent where it is not known, as in copies kept before it was counted. */
  lateDays?: number | null
  firstSubmittedAt: string | null
  submittedAt: string | null
  by: string | null
  /** Which version counts, and why it replaced the one before. */
  version: { id: number; number: number; reason: string } | null
  nil: boolean
  values: Cells
  goals: Goals
  /** Each warning kept, with the commune's explanation. */
  explanations: { warning: string; text: string }[]
  texts: { code: string; label: string; text: string }[]
}

export type Counts = {
  expected: number
  reported: number
  onTime: number
  late: number
  returned: number
  missing: number
}

/** What is printed around the table, from the office's settings (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export type Paper = {
  superiorName: string
  agencyName: string
  place: string
  documentCode: string
  /** 'KT. GIÁM ĐỐC' over the title of who signs in another's place; '' when the head signs. */
  authority: string
  signerTitle: string
  signerName: string
  preparedBy: string
  /** The number before documentCode, when it is known already. */
  documentNumber: string
  /** 'Phụ lục I (Kèm theo Báo cáo số … ngày …)' over the title; null when the table is a paper of its own. */
  annex: { number: string; reportNumber: string; reportDay: Day | null } | null
  /** Small cells are masked, and so many others that no masked one can be reckoned back. */
  maskSmallCells: boolean
}

/** Whether rows stand in blocks of the offices below, with subtotals. */
export const isNested = ({ office, blocks }: ConsolidationTable): boolean =>
  blocks.some(it => it.office.id !== office.id)

export const rowsOf = ({ blocks }: Pick<ConsolidationTable, 'blocks'>): Row[] => blocks.flatMap(it => it.rows)

/**
 * The name of a table's content: equal exactly when nothing in it, nor the paper around it, has changed. What is
 * hashed is spelled out in a fixed order, since a table read back from the database has its keys in another.
 */
export function tableHash(table: ConsolidationTable): string {
  const { office, month, edition, due, cutOff, periodFrom, cohorts, columns, blocks, goals, paper } = table
  const { standard, schools } = table
  const content = [
    LAYOUT,
    [office.id, office.name, month, due, cutOff, periodFrom, cohorts],
    [edition.code, edition.title.vi, columns.map(it => [it.key, it.head.vi, it.numbering])],
    sorted(paper),
    goalContent(goals),
    [standard.percent, standard.difficultPercent, standard.source, [...standard.difficult].sort()],
    [schools.tolerance, schools.counts.map(it => [it.unitId, it.cohort, it.graduates].join(' ')).sort()],
    blocks.map(it => [it.office.id, it.office.name, goalContent(it.goals), it.rows.map(rowContent)]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** Raised when the books are drawn otherwise, so that an old copy is not served for a new drawing. */
const LAYOUT = 4

/** Entries by key, those within too: a table read back from jsonb has them in another order. */
const sorted = (value: object): unknown[] =>
  Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, it]) => [key, it !== null && typeof it === 'object' ? sorted(it) : it])

const goalContent = (goals: Goals): unknown[] => sorted(goals)

const rowContent = (row: Row) => [
  [row.unitId, row.name, row.state, row.timing, row.firstSubmittedAt, row.submittedAt, row.by, row.nil],
  row.version && [row.version.id, row.version.number, row.version.reason],
  row.values,
  goalContent(row.goals),
  row.explanations.map(it => [it.warning, it.text]),
  row.texts.map(it => [it.code, it.label, it.text]),
]
