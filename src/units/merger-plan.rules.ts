import type { Month } from '../calendar/month.rules.ts'
import { type Key, say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import type { ParsedMergers } from './import.rules.ts'
import type { MergerRow } from './merger-file.rules.ts'
import { isOtherName } from './other-name.rules.ts'
import { asRowProblems, type ProblemKind, type RowProblem } from './row-problem.rules.ts'
import { stepsInCircles } from './succession-circle.rules.ts'

export type Succession = { predecessorId: number; successorId: number; divided: boolean }

/** A unit that a code of the file may mean. */
export type Candidate = {
  id: number
  kind: 'commune' | 'office'
  code: string
  fullName: string
  /** What a search compares of every name it has borne. */
  search: string
  mine: boolean
  taken: boolean
  /** How many units still stand under an office from that month on, as the portal knows it so far. */
  standing: number
  /** The last month, of those from the merger on, that it has sent a report for. */
  reported: Month | null
}

/** What the codes mean before the merger and from it on, by `${kind} ${code}`: codes were reused. */
export type Places = { before: Map<string, Candidate>; after: Map<string, Candidate> }

/** A succession that is recorded already. */
export type Recorded = { predecessorId: number; successorId: number; effectiveMonth: Month }

/** A succession with the row that asks for it. */
export type Step = Succession & { row: MergerRow; reported: Month | null }

export type MergerPlan = {
  effectiveMonth: Month
  /** The rows that are new, in the order of the file. */
  rows: MergerRow[]
  communes: Step[]
  offices: Succession[]
  already: number
  /** Rows of provinces that are not in the portal, before or after. */
  outside: number
  problems: RowProblem[]
  /** Former units that live on beside what came of them. */
  staying: number[]
}

type Known = { effectiveMonth: Month; places: Places; recorded: readonly Recorded[] }

/**
 * What a file of mergers comes to: a succession for each row, and one for each office that ended with them (districts'
 * and the province's) to the office of the province that took its communes over. Every row ends as one of four: new,
 * there already, outside, or a problem.
 */
export function planSuccessions(parsed: ParsedMergers, known: Known): MergerPlan {
  const { effectiveMonth, places, recorded } = known
  const inScope = parsed.rows.filter(
    ({ oldProvinceCode, newProvinceCode }) =>
      places.before.has(`office ${oldProvinceCode}`) && places.after.get(`office ${newProvinceCode}`)?.mine,
  )
  const plan: MergerPlan = {
    effectiveMonth,
    rows: [],
    communes: [],
    offices: [],
    already: 0,
    outside: parsed.rows.length - inScope.length,
    problems: asRowProblems(parsed.problems),
    staying: [],
  }
  const there = new Map(recorded.map(it => [keyOf(it), it.effectiveMonth]))
  const steps = inScope.flatMap(row => stepOf(row, { plan, places, there }))
  takeNew(plan, steps, recorded)
  const bad = new Set(plan.problems.map(it => it.line))
  const sound = inScope.filter(it => !bad.has(it.line))
  plan.offices = officeSuccessions(sound, plan, places).filter(it => !there.has(keyOf(it)))
  for (const list of [plan.rows, plan.problems]) list.sort((a, b) => a.line - b.line)
  return plan
}

type Planning = { plan: MergerPlan; places: Places; there: ReadonlyMap<string, Month> }

/** The succession a row asks for; none where it is refused, recorded, or about a district without communes. */
function stepOf(row: MergerRow, { plan, places, there }: Planning): Step[] {
  const [before, after] = [formerOf(row, places), places.after.get(`commune ${row.newCode}`)]
  const [kind, key] = refusal(row, before, after)
  if (kind && key) {
    plan.problems.push(problem(row, kind, key, { before, after, month: plan.effectiveMonth }))
    return []
  }
  if (!before || !after) return []
  const district = row.oldCode === ''
  const to = district ? places.after.get(`office ${row.newProvinceCode}`) : after
  const pair = { predecessorId: before.id, successorId: to?.id ?? 0 }
  const since = there.get(keyOf(pair))
  if (since) takeRecorded(row, plan, { before, since })
  else if (district) plan.rows.push(row)
  return since || district ? [] : [{ ...pair, divided: row.divided, row, reported: before.reported }]
}

/** Two units stand in one succession: from another month it would be a second. */
function takeRecorded(row: MergerRow, plan: MergerPlan, known: { before: Candidate; since: Month }): void {
  const { effectiveMonth: month } = plan
  if (known.since === month) plan.already += 1
  else {
    const told = { before: known.before, month, reported: formatMonth(known.since) }
    plan.problems.push(problem(row, 'recorded', 'units.import.recorded', told))
  }
}

/** A row without an old commune is about its district. */
const formerOf = ({ oldCode, oldDistrictCode }: MergerRow, { before }: Places): Candidate | undefined =>
  before.get(oldCode === '' ? `office ${oldDistrictCode}` : `commune ${oldCode}`)

function refusal(
  row: MergerRow,
  before: Candidate | undefined,
  after: Candidate | undefined,
): [ProblemKind, Key] | [] {
  if (!before) return ['predecessor', 'units.import.noPredecessor']
  if (!after?.mine) return ['successor', 'units.import.noSuccessor']
  if (before.taken) return ['foreign', 'units.import.notYours']
  if (row.oldCode && isOtherName(row.oldName, before)) return ['name', 'units.import.otherOldName']
  if (isOtherName(row.newName, after)) return ['name', 'units.import.otherNewName']
  return []
}

type Told = {
  before?: Candidate | undefined
  after?: Candidate | undefined
  month: Month
  reported?: string
}

function problem(
  row: MergerRow,
  kind: ProblemKind,
  key: Key,
  { before, after, month, reported = '' }: Told,
): RowProblem {
  const about = key === 'units.import.noSuccessor' || key === 'units.import.otherNewName'
  const [code, name, known] = about
    ? [row.newCode, row.newName, after?.fullName]
    : [row.oldCode || row.oldDistrictCode, row.oldName, before?.fullName]
  const params = { code, name, known: known ?? '', month: formatMonth(month), reported }
  return { line: row.line, kind, reason: say('vi', key, params) }
}

/** What is left once circles, and units that are said to become nothing but themselves, are refused. */
function takeNew(plan: MergerPlan, steps: Step[], recorded: readonly Recorded[]): void {
  const around = aroundOf(steps, recorded, plan.effectiveMonth)
  for (const step of steps) {
    const { row, predecessorId, reported } = step
    const verdict = verdictOn(step, around)
    if (verdict === 'new') {
      const divided = step.divided || (around.successors.get(predecessorId)?.size ?? 0) > 1
      plan.communes.push({ ...step, divided })
      plan.rows.push(row)
    } else if (verdict === 'stays') {
      // A commune that took others over, or gave a part away, and went on as itself is no predecessor of its own.
      plan.already += 1
      plan.staying.push(predecessorId)
    } else {
      const told = { month: plan.effectiveMonth, reported: reported ? formatMonth(reported) : '' }
      plan.problems.push(problem(row, verdict, `units.import.${verdict}`, told))
    }
  }
}

type Around = {
  circles: ReadonlySet<object>
  /** Units that something joins or leaves in this month. */
  touched: ReadonlySet<number>
  staying: ReadonlySet<number>
  successors: ReadonlyMap<number, ReadonlySet<number>>
}

function aroundOf(steps: readonly Step[], recorded: readonly Recorded[], month: Month): Around {
  const goesOn = (it: Step) => it.predecessorId === it.successorId
  const all = [...steps.filter(it => !goesOn(it)), ...recorded.filter(it => it.effectiveMonth === month)]
  return {
    circles: new Set(stepsInCircles(all)),
    touched: new Set(all.flatMap(it => [it.predecessorId, it.successorId])),
    staying: new Set(steps.filter(goesOn).map(it => it.predecessorId)),
    successors: successorsOf(all),
  }
}

type Verdict = 'new' | 'stays' | 'circle' | 'itself' | 'reported'

function verdictOn(step: Step, { circles, touched, staying }: Around): Verdict {
  const { predecessorId, successorId, reported } = step
  if (circles.has(step)) return 'circle'
  if (predecessorId === successorId) return touched.has(predecessorId) ? 'stays' : 'itself'
  return reported && !staying.has(predecessorId) ? 'reported' : 'new'
}

function successorsOf(steps: readonly { predecessorId: number; successorId: number }[]) {
  const successors = new Map<number, Set<number>>()
  for (const { predecessorId, successorId } of steps)
    successors.set(predecessorId, (successors.get(predecessorId) ?? new Set()).add(successorId))
  return successors
}

function officeSuccessions(rows: MergerRow[], plan: MergerPlan, { before, after }: Places): Succession[] {
  const leaving = countLeaving(plan, after)
  const found = new Map<string, Succession>()
  for (const row of rows) {
    const to = after.get(`office ${row.newProvinceCode}`)
    for (const code of [row.oldProvinceCode, row.oldDistrictCode]) {
      const from = before.get(`office ${code}`)
      if (!from || !to?.mine || from.taken || from.id === to.id) continue
      // One commune that changes its province ends no office: others still stand under it.
      if (from.standing > (leaving.get(code) ?? 0)) continue
      const succession = { predecessorId: from.id, successorId: to.id, divided: false }
      found.set(keyOf(succession), succession)
    }
  }
  return [...found.values()]
}

/** How many communes that would have lived on end with this file, by the code of their province or district. */
function countLeaving(plan: MergerPlan, after: Places['after']): Map<string, number> {
  const lasting = new Set([...after.values()].map(it => it.id))
  const leaving = new Map<string, number>()
  const counted = new Set<number>(plan.staying)
  for (const { predecessorId: id, row } of plan.communes) {
    if (counted.has(id) || !lasting.has(id)) continue
    counted.add(id)
    for (const code of [row.oldProvinceCode, row.oldDistrictCode])
      leaving.set(code, (leaving.get(code) ?? 0) + 1)
  }
  return leaving
}

const keyOf = ({ predecessorId, successorId }: { predecessorId: number; successorId: number }) =>
  `${predecessorId} ${successorId}`
