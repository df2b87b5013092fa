import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Change, change } from '../audit/change.ts'
import type { Month } from '../calendar/month.rules.ts'
import type { Db, Trx } from '../db/database.ts'
import { DISTRICTS_ENDED, DISTRICTS_KNOWN_FROM, MINISTRY } from './founding.rules.ts'
import { type ParsedFile, type ParsedUnits, parseUnitFile } from './import.rules.ts'
import { importMergers, type MergerImport, planMergers } from './merger-import.store.ts'
import { asRowProblems, type RowProblem } from './row-problem.rules.ts'
import { findOfficeByCode } from './unit.store.ts'
import { importUnits, planUnits, type UnitImport } from './unit-import.store.ts'

export type UnitFile = {
  bytes: Uint8Array
  fileName: string
  /** The first month of the units, or of the successors; left out, the one the format is of. */
  from?: Month | undefined
  /** Only these provinces, by code. */
  provinces?: readonly string[] | undefined
  /** The resolution behind a file of mergers. */
  document?: string | undefined
  /** The office whose administrator asks; null for the whole portal. */
  within: number | null
  /** Applies the rows that can be applied although others cannot. */
  rest?: boolean | undefined
}

/** What a file comes to, or has come to. `groups` is what it adds, by the office it adds it to. */
export type UnitFileReport = {
  kind: ParsedFile['kind']
  districts: boolean
  from: Month
  until: Month | null
  applied: boolean
  /** The file's rows: `lines` of them are applied or would be, the others are there already, outside, or problems. */
  total: number
  lines: number
  offices: number
  communes: number
  already: number
  outside: number
  groups: { name: string; count: number; members: string[] }[]
  problems: RowProblem[]
}

/** Looks at a file of units or mergers and says what importing it would do, and which rows not; writes nothing. */
export async function previewUnitFile(db: Db, file: UnitFile): Promise<UnitFileReport> {
  const parsed = parseUnitFile(file.bytes, { rest: true })
  const empty = emptyReport(parsed, file)
  if (parsed.kind === 'unknown') return empty
  if (parsed.kind === 'units') {
    const plan = await planUnits(db, parsed, unitOptions(parsed, file))
    const { until, already, outside, problems } = plan
    const added = { offices: plan.offices.length, communes: plan.communes.length }
    const lines = added.offices + added.communes
    return { ...empty, ...added, lines, until, already, outside, problems, groups: groupsOf(parsed, plan) }
  }
  const { rows, already, outside, problems, ...plan } = await planMergers(db, parsed, mergerOptions(file))
  const added = { offices: plan.offices.length, communes: plan.communes.length }
  const groups = groupBy(rows, it => [`${it.newName} (${it.newCode})`, it.oldName])
  return { ...empty, ...added, lines: rows.length, already, outside, problems, groups }
}

/**
 * Imports a file of units or mergers: all of it, or with a single bad row nothing, unless the rest is asked for. The one
 * way in for the page and the script; each import that changes anything is one row of the audit log, seen by the office
 * that asked.
 */
export async function importUnitFile(db: Db, by: Change, file: UnitFile): Promise<UnitFileReport> {
  const { rest = false } = file
  const parsed = parseUnitFile(file.bytes, { rest: true })
  const empty = emptyReport(parsed, file)
  if (parsed.kind === 'unknown') return empty
  return change(db, by, async trx => {
    const { counts, problems } = await write(trx, parsed, file)
    const applied = problems.length === 0 || (rest && counts.lines + counts.already > 0)
    const report = { ...empty, ...counts, applied, problems }
    const changed = applied && counts.offices + counts.communes > 0
    if (!changed) return { result: report, act: null }
    const unitId = file.within ?? (await findOfficeByCode(trx, MINISTRY, report.from))
    const left = rest ? { rest, problems: problems.length } : {}
    const { fileName, document = '' } = file
    const detail = { file: fileName, kind: parsed.kind, from: report.from, document, ...counts, ...left }
    return { result: report, act: { act: 'unit.import', unitId, detail } }
  })
}

type Counts = { lines: number; offices: number; communes: number; already: number; outside: number }

async function write(
  trx: Trx,
  parsed: Exclude<ParsedFile, { kind: 'unknown' }>,
  file: UnitFile,
): Promise<{ counts: Counts; problems: RowProblem[] }> {
  if (parsed.kind === 'mergers') {
    const { problems, ...counts } = await importMergers(trx, parsed, mergerOptions(file))
    return { counts, problems }
  }
  const done = await importUnits(trx, parsed, unitOptions(parsed, file))
  const { already, outside, problems } = done
  const added = { offices: done.offices.size, communes: done.communes.size }
  return { counts: { lines: added.offices + added.communes, ...added, already, outside }, problems }
}

function unitOptions(parsed: ParsedUnits, file: UnitFile): UnitImport {
  const { provinces, within, rest = false } = file
  return { effectiveFrom: startOf(parsed, file), within, rest, ...(provinces ? { provinces } : {}) }
}

const mergerOptions = (file: UnitFile): MergerImport => ({
  effectiveMonth: file.from ?? DISTRICTS_ENDED,
  document: file.document ?? '',
  within: file.within,
  rest: file.rest ?? false,
})

function startOf(parsed: ParsedFile, { from }: UnitFile): Month {
  const withDistricts = parsed.kind === 'units' && parsed.districts
  return from ?? (withDistricts ? DISTRICTS_KNOWN_FROM : DISTRICTS_ENDED)
}

function emptyReport(parsed: ParsedFile, file: UnitFile): UnitFileReport {
  return {
    kind: parsed.kind,
    districts: parsed.kind === 'units' && parsed.districts,
    from: startOf(parsed, file),
    until: null,
    applied: false,
    total: parsed.rows.length + parsed.problems.length,
    lines: 0,
    offices: 0,
    communes: 0,
    already: 0,
    outside: 0,
    groups: [],
    problems: asRowProblems(parsed.problems),
  }
}

type Plan = Awaited<ReturnType<typeof planUnits>>

/** The communes to be added, by the province or district they go to. */
function groupsOf(parsed: ParsedUnits, plan: Plan): UnitFileReport['groups'] {
  const places = new Map(parsed.rows.filter(it => it.level !== 'commune').map(it => [it.code, it.fullName]))
  return groupBy(plan.communes, it => [places.get(it.parentCode) ?? it.parentCode, it.fullName])
}

function groupBy<T>(
  items: readonly T[],
  pair: (item: T) => [group: string, member: string],
): UnitFileReport['groups'] {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const [name, member] = pair(item)
    groups.set(name, [...(groups.get(name) ?? []), member])
  }
  return [...groups].map(([name, members]) => ({ name, count: members.length, members }))
}

const shippedUnits = path.resolve(import.meta.dirname, '../../data/units-2025.csv')

/** The nation's units since 7/2025, as the portal ships them; read once, for the file never changes. */
export function readShippedUnits(): Promise<ParsedUnits> {
  shippedOnce ??= readFile(shippedUnits).then(bytes => {
    const parsed = parseUnitFile(bytes)
    if (parsed.kind !== 'units' || parsed.problems.length > 0)
      throw new Error(`${shippedUnits} is not as shipped`)
    return parsed
  })
  return shippedOnce
}

let shippedOnce: Promise<ParsedUnits> | undefined

/** Founds one province's office with its communes, from the shipped list. @returns its id, or null when it was there. */
export async function foundProvince(db: Db, by: Change, code: string): Promise<number | null> {
  const parsed = await readShippedUnits()
  return change(db, by, async trx => {
    const { offices, communes } = await importUnits(trx, parsed, {
      effectiveFrom: DISTRICTS_ENDED,
      provinces: [code],
    })
    const id = offices.get(code) ?? null
    if (id === null) return { result: null, act: null }
    return { result: id, act: { act: 'office.found', unitId: id, detail: { code, communes: communes.size } } }
  })
}
