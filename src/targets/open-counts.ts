import { createHash } from 'node:crypto'
import type { Month } from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { editionFor } from '../reports/edition.store.ts'
import { cohortsOf } from '../reports/form.rules.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { UnitVisit } from '../web/routes.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { CountGrid, CountUnit, SchoolCount } from './school-count.rules.ts'
import { loadLatestFigures, loadSchoolCounts } from './school-count.store.ts'
import type { Reported } from './school-count-grid.rules.ts'

/** The communes that report to an office, the graduation years in force, and both sides' figures. */
export type Counts = CountGrid & {
  month: Month
  stored: SchoolCount[]
  reported: Reported
  /** Names what was stored when the grid was shown. */
  seen: string
}

export async function openCounts({ deps, unit, month }: UnitVisit<Unit>): Promise<Counts> {
  const units = await communesOf(deps.db, unit, month)
  const { edition } = await editionFor(deps.db, month)
  const grid = { units, cohorts: cohortsOf(edition, month) }
  const ids = units.map(it => it.id)
  const [stored, latest] = await Promise.all([
    countsFor(deps.db, grid),
    loadLatestFigures(deps.db, ids, month),
  ])
  return { ...grid, month, ...stored, reported: new Map(latest.map(it => [it.unitId, it])) }
}

export async function countsFor(db: Db, grid: CountGrid): Promise<Pick<Counts, 'stored' | 'seen'>> {
  const ids = grid.units.map(it => it.id)
  const stored = await loadSchoolCounts(db, ids, grid.cohorts)
  const lines = stored.map(it => `${it.unitId} ${it.cohort} ${it.graduates} ${it.source}`).sort()
  return { stored, seen: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) }
}

/** The communes straight under an office, in Vietnamese order. */
export async function communesOf(db: Db, unit: Unit, month: Month): Promise<CountUnit[]> {
  if (unit.kind !== 'office') throw notFound()
  const under = await unitsUnder(db, unit.id, month)
  return under
    .filter(it => it.kind === 'commune' && it.parentId === unit.id)
    .sort((a, b) => compareVietnamese(a.name, b.name) || a.id - b.id)
    .map(({ id, code, name, fullName }) => ({ id, code, name: fullName, short: name }))
}
