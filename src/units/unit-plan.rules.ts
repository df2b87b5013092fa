import type { Month } from '../calendar/month.rules.ts'
import { say } from '../words/all.ts'
import { formatMonth } from '../words/vietnamese.ts'
import { foundOffice, MINISTRY } from './founding.rules.ts'
import type { ParsedUnits } from './import.rules.ts'
import type { OfficeSettings } from './office.rules.ts'
import { asRowProblems, type RowProblem } from './row-problem.rules.ts'
import { sameSpelling, type UnitName, type UnitRow } from './unit-file.rules.ts'

/** What an import comes to: what is new, what was there, what it leaves out, and every reason to refuse it. */
export type UnitPlan = {
  from: Month
  until: Month | null
  offices: Draft[]
  communes: Draft[]
  already: number
  outside: number
  problems: RowProblem[]
}

export type Draft = UnitName & {
  kind: 'commune' | 'office'
  code: string
  later: UnitRow['later']
  parentCode: string
  settings: Partial<OfficeSettings> | null
}

/** A unit that bears a code of the file at that time. */
export type Standing = {
  id: number
  kind: string
  code: string
  validFrom: Month
  fullName: string
  mine: boolean
}

type Known = {
  from: Month
  until: Month | null
  /** By `${kind} ${code}`. */
  there: ReadonlyMap<string, Standing>
  /** Only these provinces; left out, all. */
  provinces: readonly string[] | undefined
}

/**
 * What importing these units would do. A unit that is there already (the same code from the same month, or under the
 * same name at the same time) is left as it is; a code that another unit bears at that time is a problem.
 */
export function planDrafts(parsed: ParsedUnits, { from, until, there, provinces }: Known): UnitPlan {
  const inScope = scopeOf(there, provinces)
  const plan: UnitPlan = { from, until, offices: [], communes: [], already: 0, outside: 0, problems: [] }
  plan.problems.push(...asRowProblems(parsed.problems))
  const sound = new Set([MINISTRY])
  for (const row of topDown(parsed.rows)) {
    const draft = draftOf(row)
    const standing = there.get(`${draft.kind} ${row.code}`)
    const reason = refusal(draft, { standing, from, sound })
    if (!inScope(row)) plan.outside += 1
    else if (reason) plan.problems.push({ line: row.line, ...reason })
    else if (standing) plan.already += 1
    else plan[draft.kind === 'office' ? 'offices' : 'communes'].push(draft)
    if (!reason && draft.kind === 'office') sound.add(row.code)
  }
  plan.problems.sort((a, b) => a.line - b.line)
  return plan
}

/** Offices before what stands under them. */
const topDown = (rows: readonly UnitRow[]): UnitRow[] =>
  (['province', 'district', 'commune'] as const).flatMap(level => rows.filter(it => it.level === level))

type Placed = { standing: Standing | undefined; from: Month; sound: ReadonlySet<string> }

/** A unit under an office whose own row is bad cannot be placed, whatever bears that office's code. */
function refusal(draft: Draft, { standing, from, sound }: Placed): Omit<RowProblem, 'line'> | null {
  const { code, parentCode } = draft
  if (standing && standing.validFrom !== from && !sameSpelling(standing.fullName, draft.fullName))
    return { kind: 'overlap', reason: overlap(code, standing) }
  if (sound.has(parentCode)) return null
  return { kind: 'parent', reason: say('vi', 'units.import.noParentOffice', { code: parentCode }) }
}

const overlap = (code: string, { fullName, validFrom }: Standing): string =>
  say('vi', 'units.import.overlap', { code, name: fullName, from: formatMonth(validFrom) })

/** A province whose office another administrator runs is none of this import's business. */
function scopeOf(there: ReadonlyMap<string, Standing>, provinces: readonly string[] | undefined) {
  return ({ provinceCode }: UnitRow): boolean => {
    if (provinces && !provinces.includes(provinceCode)) return false
    return there.get(`office ${provinceCode}`)?.mine ?? true
  }
}

function draftOf(row: UnitRow): Draft {
  const { level, code, parentCode, later } = row
  if (level === 'commune')
    return { ...nameOf(row), kind: 'commune', code, later, parentCode: parentCode ?? '', settings: null }
  const founded = foundOffice(row)
  const laterOffice = later && { ...foundOffice({ ...later, level }), from: later.from }
  const settings = (laterOffice ?? founded).settings
  return {
    ...nameOf(founded),
    kind: 'office',
    code,
    later: laterOffice,
    parentCode: parentCode ?? MINISTRY,
    settings,
  }
}

export const nameOf = ({ type, name, fullName, search }: UnitName): UnitName => ({
  type,
  name,
  fullName,
  search,
})
