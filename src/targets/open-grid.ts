import { createHash } from 'node:crypto'
import {
  dayAt,
  isMonth,
  type Month,
  monthOfDay,
  monthsOfSchoolYear,
  schoolYearOf,
} from '../calendar/month.rules.ts'
import type { Db } from '../db/database.ts'
import { type Unit, unitsUnder } from '../units/unit.store.ts'
import { notFound } from '../web/problem.ts'
import type { UnitVisit } from '../web/routes.ts'
import { compareVietnamese } from '../words/vietnamese.ts'
import type { Target } from './target.rules.ts'
import { loadTargets } from './target.store.ts'
import type { GridUnit } from './target-grid.rules.ts'

/** An office's grid of a school year's targets, as the page, the file handed out and the file read all need it. */
export type Grid = {
  year: string
  units: GridUnit[]
  /** Of the grid's units and of the offices above them. */
  stored: Target[]
  /** Names what was stored when the grid was shown, so that another person's change in between is noticed. */
  seen: string
}

export async function openGrid({ deps, unit, req, now }: UnitVisit<Unit>): Promise<Grid> {
  if (unit.kind !== 'office') throw notFound()
  const running = monthOfDay(dayAt(now))
  const year = yearAsked(req.query.year ?? req.body?.year, running)
  const units = await unitsOfGrid(deps.db, unit, listedIn(year, running))
  return { year, units, ...(await storedFor(deps.db, units, year)) }
}

export async function storedFor(
  db: Db,
  units: readonly GridUnit[],
  year: string,
): Promise<Pick<Grid, 'stored' | 'seen'>> {
  const asked = [...new Set(units.flatMap(it => [it.id, ...it.above]))]
  const stored = await loadTargets(db, asked, year)
  return { stored, seen: nameOf(stored, units) }
}

/** The office itself first, then what reports to it, in Vietnamese order. */
async function unitsOfGrid(db: Db, unit: Unit, month: Month): Promise<GridUnit[]> {
  const above = unit.offices.filter(id => id !== unit.id)
  const below = (await unitsUnder(db, unit.id, month))
    .filter(it => it.parentId === unit.id)
    .sort((a, b) => compareVietnamese(a.name, b.name) || a.id - b.id)
  const named = ({ id, code, name, fullName }: Pick<Unit, 'id' | 'code' | 'name' | 'fullName'>) => ({
    id,
    code,
    name: fullName,
    short: name,
  })
  return [{ ...named(unit), above }, ...below.map(it => ({ ...named(it), above: [unit.id, ...above] }))]
}

function yearAsked(given: unknown, running: Month): string {
  if (typeof given !== 'string' || !/^20\d\d-20\d\d$/.test(given)) return schoolYearOf(running)
  if (Number(given.slice(5)) !== Number(given.slice(0, 4)) + 1) throw notFound()
  return given
}

/** A year gone by lists its units as they last stood; one to come, as they stand now. */
function listedIn(year: string, running: Month): Month {
  const last = monthsOfSchoolYear(year).at(-1)
  return last && isMonth(last) && last < running ? last : running
}

const nameOf = (stored: readonly Target[], units: readonly GridUnit[]): string => {
  const ids = new Set(units.map(it => it.id))
  const lines = stored
    .filter(it => ids.has(it.unitId))
    .map(it => `${it.unitId} ${it.measure} ${it.percent} ${it.source}`)
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16)
}
