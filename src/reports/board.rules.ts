import type { Finding } from './figure.rules.ts'
import type { ReportState } from './report.rules.ts'

/**
 * An office's month as one table: who has reported, in time or not, and what the figures come to. A commune
 * that has not reported is no zero: it is in no sum, and every sum says over how many communes it runs.
 */

/** A commune (or an office) expected in the month, under the name it bears in it. */
export type BoardUnit = {
  id: number
  /** 'Xã', 'Phường', 'Đặc khu'; an office's own kind. */
  type: string
  name: string
  fullName: string
  search: string
  parentId: number
}

/** 'draft' and 'awaiting' have a row but have never been sent: they are missing as much as 'missing' is. */
export type BoardState = ReportState | 'missing'

/** What is known of one commune's report. `version` is null as long as nothing has been sent. */
export type BoardReport = {
  unitId: number
  state: ReportState
  onTime: boolean | null
  /** The first submission, which decides on time or late for ever. */
  firstAt: Date | null
  returnReason: string | null
  version: SentVersion | null
  /** Per column of the board; null where a box is empty, and for all when nothing has been sent. */
  values: readonly (number | null)[]
}

/** The version that counts: the latest sent. */
export type SentVersion = {
  number: number
  submittedAt: Date
  submittedBy: string
  nil: boolean
  warnings: readonly Finding[]
  explanations: Readonly<Record<string, string>>
}

export type Timing = 'on-time' | 'late' | 'awaited' | 'overdue'

export type BoardRow = {
  unit: BoardUnit
  state: BoardState
  timing: Timing
  report: BoardReport | null
  values: readonly (number | null)[]
  /** Last month's, of this very commune; null when it sent nothing then. */
  before: readonly (number | null)[] | null
  /** Its own later due date, when the office gave more time. */
  extension: Date | null
}

export type BoardInput = {
  units: readonly BoardUnit[]
  reports: readonly BoardReport[]
  /** Last month's figures of those who sent any, by unit. */
  before: ReadonlyMap<number, readonly (number | null)[]>
  extensions: ReadonlyMap<number, Date>
  /** How many figures a row has. */
  columns: number
  due: Date
  now: Date
}

export type Board = { rows: BoardRow[]; counts: Counts; totals: Total[] }

/** The whole month: unsorted rows, one for every unit expected and none for anybody else, and what they come to. */
export function buildBoard(input: BoardInput): Board {
  const rows = rowsOf(input)
  return { rows, ...sumUp(rows, input.columns) }
}

/** What any set of rows comes to: an office's, or one below it. */
export const sumUp = (rows: readonly BoardRow[], columns: number): Omit<Board, 'rows'> => ({
  counts: countRows(rows),
  totals: Array.from({ length: columns }, (_, column) => totalOf(rows, column)),
})

function rowsOf({ units, reports, before, extensions, due, now }: BoardInput): BoardRow[] {
  const byUnit = new Map(reports.map(report => [report.unitId, report]))
  return units.map(unit => {
    const report = byUnit.get(unit.id) ?? null
    const extension = extensions.get(unit.id) ?? null
    const ownDue = extension && extension > due ? extension : due
    return {
      unit,
      report,
      extension: ownDue === due ? null : ownDue,
      state: report?.state ?? 'missing',
      timing: report?.version ? (report.onTime ? 'on-time' : 'late') : now <= ownDue ? 'awaited' : 'overdue',
      values: report?.version ? report.values : [],
      before: before.get(unit.id) ?? null,
    }
  })
}

export const hasReported = (row: BoardRow): boolean => row.report?.version != null

/** expected = reported + missing; reported = onTime + late = submitted + accepted + returned. */
export type Counts = {
  expected: number
  reported: number
  missing: number
  /** Of the missing: being typed, waiting for the leader, past their due date. */
  draft: number
  awaiting: number
  overdue: number
  onTime: number
  late: number
  submitted: number
  accepted: number
  returned: number
  nil: number
  warned: number
}

export function countRows(rows: readonly BoardRow[]): Counts {
  const count = (name: keyof typeof filters) => rows.filter(filters[name]).length
  return {
    expected: rows.length,
    reported: count('reported'),
    missing: count('missing'),
    draft: rows.filter(it => it.state === 'draft').length,
    awaiting: rows.filter(it => it.state === 'awaiting').length,
    overdue: rows.filter(it => it.timing === 'overdue').length,
    onTime: count('on-time'),
    late: count('late'),
    submitted: count('submitted'),
    accepted: count('accepted'),
    returned: count('returned'),
    nil: count('nil'),
    warned: count('warned'),
  }
}

/** One column's sum, and how it moved. */
export type Total = {
  /** Over those who gave the figure; null when nobody did. */
  sum: number | null
  /** How many gave it. */
  over: number
  /** Against last month, over the communes that gave it in both; null when there is none such. */
  change: number | null
  /** How many those are. */
  same: number
}

export function totalOf(rows: readonly BoardRow[], column: number): Total {
  let [sum, over, change, same] = [0, 0, 0, 0]
  for (const row of rows) {
    const value = row.values[column] ?? null
    const before = row.before?.[column] ?? null
    if (value === null) continue
    sum += value
    over += 1
    if (before === null) continue
    change += value - before
    same += 1
  }
  return { sum: over > 0 ? sum : null, over, change: same > 0 ? change : null, same }
}

/** What a row's figure moved by since last month; null when either month lacks it. */
export function changeOf(row: BoardRow, column: number): number | null {
  const [value, before] = [row.values[column] ?? null, row.before?.[column] ?? null]
  return value === null || before === null ? null : value - before
}

/** The office's filters, by the word in the address. Several hold for one row: late and accepted, for example. */
export const filters = {
  missing: row => !hasReported(row),
  reported: row => hasReported(row),
  'on-time': row => row.timing === 'on-time',
  late: row => row.timing === 'late',
  submitted: row => row.state === 'submitted',
  accepted: row => row.state === 'accepted',
  returned: row => row.state === 'returned',
  nil: row => row.report?.version?.nil === true,
  warned: row => (row.report?.version?.warnings.length ?? 0) > 0,
} as const satisfies Record<string, (row: BoardRow) => boolean>

export type Filter = keyof typeof filters

export const isFilter = (text: string): text is Filter => Object.hasOwn(filters, text)

/**
 * One row for each unit directly under `officeId` that is an office. Communes that report to `officeId` itself
 * are in none of them: they come back as `direct`. So the rows and the direct ones add up to the whole.
 */
export function groupByOffice(
  officeId: number,
  offices: readonly BoardUnit[],
  rows: readonly BoardRow[],
): { offices: { unit: BoardUnit; rows: BoardRow[] }[]; direct: BoardRow[] } {
  const parents = new Map(offices.map(it => [it.id, it.parentId]))
  const topOf = (id: number): number => {
    const parent = parents.get(id)
    return parent === undefined || parent === officeId ? id : topOf(parent)
  }
  const groups = new Map(
    offices.filter(it => it.parentId === officeId).map(unit => [unit.id, { unit, rows: [] as BoardRow[] }]),
  )
  const direct: BoardRow[] = []
  for (const row of rows) (groups.get(topOf(row.unit.parentId))?.rows ?? direct).push(row)
  return { offices: [...groups.values()], direct }
}
